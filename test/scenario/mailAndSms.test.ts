import type { MailAnswer, Outside } from '../../devcloud/outside/outside'
import { shanghai } from '../../domain/clock/shanghai'
import { CODE_GAP, CODE_LIVES, CODES_A_DAY, MOST_GUESSES } from '../../domain/notice/fallback/code'
import type { Fallback } from '../../domain/notice/fallback/fallback'
import { importEstate, reportBad, type Estate } from './estate'
import { act, allow, bind, fileOne, joinSupplier, moveIn, openDesk, openHouse, readInbox, type House, type Someone } from './openHouse'

/** What WeChat does not take goes to a mailbox and, where it is urgent, to a phone: each shown to be the person's by a code first. */

let house: House
let outside: Outside
let wang: Someone, chen: Someone, laoli: Someone, xu: Someone
let estate: Estate
/** How far the cloud's clock was moved. ms */
let moved = 0
beforeAll(async () => {
  house = await openHouse({ outside: true })
  if (!house.cloud.outside) throw new Error('nothing is outside')
  outside = house.cloud.outside
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen, laoli, xu] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli'), house.as('xu')]) as [Someone, Someone, Someone, Someone]
  estate = await importEstate(house, chen, 60, await house.as('zhang'))
  await joinSupplier(house, 'laoli', '丹东果业')
  await openDesk(house, 'xu')
}, 120_000)
afterAll(() => house.close())

const CHEN = 'chenjie@example.com'
const PHONE = '13812345678'

async function time(ms: number): Promise<void> {
  moved += ms
  await house.cloud.moveTime(ms)
}
const mails = () => outside.deliveries.latest(1000).filter(d => d.service === 'mail')
const texts = () => outside.deliveries.latest(1000).filter(d => d.service === 'sms')
/** The code in what came last. */
const codeIn = (what: { title: string; text: string } | undefined) => /\d{6}/.exec(what?.title.includes('验证码') ? what.title : what?.text ?? '')?.[0] ?? ''

async function confirmMail(who: Someone, address: string): Promise<void> {
  await time(CODE_GAP)
  await who.call('askCode', { way: 'email', address })
  await who.call('confirmCode', { way: 'email', code: codeIn(mails()[0]) })
}

let household = 0
async function owed(howMany = 1): Promise<string[]> {
  return (await reportBad(await house.as('zhang'), estate.lines.slice(household, household += howMany))).map(c => c.caseId)
}
const entriesOf = async (way: 'email' | 'sms', caseIds: readonly string[]) => ((await house.db.collection('fallbacks').where({ way }).limit(1000).get()).data as Fallback[]).filter(f => caseIds.some(id => f.noticeId.startsWith(id)))
const statesOf = async (way: 'email' | 'sms', caseIds: readonly string[]) => (await entriesOf(way, caseIds)).map(f => f.state)
const later = () => house.db.collection('fallbacks').where({ state: 'due' }).update({ at: 1 })
const mailSays = (code: number) => outside.deliveries.intercept<Promise<MailAnswer>>('mail', () => Promise.resolve({ code, says: 'as the server says' }))

describe('an address is somebody\'s when they type in what was sent there', () => {
  test('one code, ten minutes, five guesses; what was typed in once is used up', async () => {
    expect(await chen.refused('confirmCode', { way: 'email', code: '000000' })).toMatchObject({ code: 'CODE_OVER', field: 'code' })
    const asked = await chen.call('askCode', { way: 'email', address: CHEN })
    expect(asked.email).toMatchObject({ works: true, address: null, pending: { address: 'c***@example.com' } })
    expect(mails()[0]).toMatchObject({ to: CHEN, title: expect.stringMatching(/^团后：验证码 \d{6}$/) })
    const code = codeIn(mails()[0])
    const wrong = code === '000000' ? '000001' : '000000'
    for (let i = 0; i < MOST_GUESSES; i++) expect(await chen.refused('confirmCode', { way: 'email', code: wrong })).toMatchObject({ code: 'BAD_CODE' })
    expect(await chen.refused('confirmCode', { way: 'email', code })).toMatchObject({ code: 'CODE_OVER' })
    expect(await chen.refused('askCode', { way: 'email', address: CHEN })).toMatchObject({ code: 'TOO_MANY_TRIES', field: 'address' })
    await time(CODE_GAP)
    await chen.call('askCode', { way: 'email', address: CHEN })
    await time(CODE_LIVES)
    expect(await chen.refused('confirmCode', { way: 'email', code: codeIn(mails()[0]) })).toMatchObject({ code: 'CODE_OVER' })
    await chen.call('askCode', { way: 'email', address: CHEN })
    // Of a hundred at once one is taken, and the address is confirmed once.
    const newest = codeIn(mails()[0])
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => chen.call('confirmCode', { way: 'email', code: newest })))
    expect(results.filter(r => r.status === 'fulfilled')).toHaveLength(1)
    expect((await chen.call('showChannels', {})).email).toEqual({ works: true, address: 'c***@example.com', pending: null, gone: null })
  })

  test('somebody else\'s code fits nobody else, and who handles no cases has no use for it', async () => {
    await xu.call('askCode', { way: 'email', address: 'xu@example.com' })
    const code = codeIn(mails()[0])
    expect(await laoli.refused('confirmCode', { way: 'email', code })).toMatchObject({ code: 'CODE_OVER' })
    expect(await xu.refused('confirmCode', { way: 'sms', code })).toMatchObject({ code: 'CODE_OVER' })
    for (const [call, input] of [['showChannels', {}], ['askCode', { way: 'email', address: CHEN }], ['confirmCode', { way: 'email', code }]] as const) expect(await wang.refused(call, input)).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('five codes a day, and five to one address whoever asks; a code that was not sent does not count', async () => {
    await time(24 * 3600_000)
    const there = 'nobody@example.com'
    for (let i = 0; i < CODES_A_DAY; i++) {
      await laoli.call('askCode', { way: 'email', address: there })
      await time(CODE_GAP)
    }
    expect(await laoli.refused('askCode', { way: 'email', address: 'other@example.com' })).toMatchObject({ code: 'TOO_MANY_TRIES' })
    expect(await xu.refused('askCode', { way: 'email', address: there })).toMatchObject({ code: 'TOO_MANY_TRIES', message: expect.stringContaining('发到这里的') })
    await time(CODE_GAP)
    mailSays(451)
    expect(await xu.refused('askCode', { way: 'email', address: 'xu@example.com' })).toMatchObject({ code: 'CODE_NOT_SENT', field: 'address' })
    await xu.call('askCode', { way: 'email', address: 'xu@example.com' })
    outside.noMailboxes.add('wrong@example.com')
    await time(CODE_GAP)
    expect(await xu.refused('askCode', { way: 'email', address: 'wrong@example.com' })).toMatchObject({ code: 'CODE_NOT_SENT', message: expect.stringContaining('550') })
    await time(24 * 3600_000)
  })

  test('whole addresses are in no answer, and in no log', async () => {
    expect(JSON.stringify(await chen.call('showChannels', {}))).not.toContain(CHEN)
    expect(house.log.join('\n')).not.toContain('@example.com')
  })
})

describe('mail', () => {
  beforeAll(() => house.courier())

  test('everything that is due is one mail, with how many in its subject, and nothing of a household', async () => {
    const cases = await owed(3)
    const before = mails().length
    await house.courier()
    expect(mails().length - before).toBe(1)
    const [mail] = mails()
    expect(mail).toMatchObject({ to: CHEN, title: '团后：3 条消息没能发到您的微信' })
    expect(mail?.text).toContain('草莓')
    expect(mail?.text).toContain('＊＊：')
    expect(mail?.text).not.toMatch(/邻居\d|收货\d|139\d{8}|号楼/)
    expect(new Set(await statesOf('email', cases))).toEqual(new Set(['sent']))
    await house.courier()
    expect(mails().length - before).toBe(1)
  })

  test('what WeChat took, and what was read in the inbox by then, is not mailed', async () => {
    await allow(chen, 'leader')
    const taken = await owed()
    await house.courier()
    expect(await statesOf('email', taken)).toEqual([])
    mailSays(451)
    const cases = await owed()
    await house.courier()
    await readInbox(chen)
    await later()
    const before = mails().length
    await house.courier()
    expect([await entriesOf('email', cases), mails().length - before]).toMatchObject([[{ state: 'none', why: 'read' }], 0])
  })

  test.each<[string, () => void, { state: string; answers: string[] }]>([
    ['421, later', () => mailSays(421), { state: 'due', answers: ['421'] }],
    ['451, later', () => mailSays(451), { state: 'due', answers: ['451'] }],
    ['550 to the words', () => mailSays(550), { state: 'failed', answers: ['550'] }],
    ['554 to the words', () => mailSays(554), { state: 'failed', answers: ['554'] }],
    ['nothing, the connection breaks', () => outside.deliveries.intercept('mail', () => null), { state: 'unknown', answers: ['ECONNECTION'] }],
  ])('the server answers %s', async (_what, set, outcome) => {
    const cases = await owed()
    set()
    await house.courier()
    const [entry] = await entriesOf('email', cases)
    expect({ state: entry?.state, answers: entry?.attempts.map(a => a.answer) }).toEqual(outcome)
    const before = mails().length
    await later()
    await house.courier()
    expect(mails().length - before).toBe(outcome.state === 'due' ? 1 : 0)
  })

  test('the server never answers: unknown, and never mailed again', async () => {
    const cases = await owed()
    outside.deliveries.intercept<Promise<MailAnswer>>('mail', () => new Promise(() => {}))
    await house.courier()
    await later()
    await house.courier()
    expect(await entriesOf('email', cases)).toMatchObject([{ state: 'unknown', why: 'ETIMEDOUT' }])
  }, 60_000)

  test.each(['before', 'after'] as const)('the courier dies %s the server took it: mailed at most once, and unknown', async when => {
    const cases = await owed()
    const before = mails().length
    outside.deliveries.intercept<Promise<MailAnswer>>('mail', async take => {
      if (when === 'after') await take()
      house.cloud.killFunction('courier')
      return null
    })
    await expect(house.courier()).rejects.toThrow()
    await house.db.collection('fallbacks').where({ state: 'sending' }).update({ at: 1 })
    await house.courier()
    await house.courier()
    expect([await statesOf('email', cases), mails().length - before]).toEqual([['unknown'], when === 'before' ? 0 : 1])
  })

  test('a mailbox that is gone is not used any more, and whose it was is told', async () => {
    outside.noMailboxes.add(CHEN)
    const cases = await owed()
    await house.courier()
    expect(await entriesOf('email', cases)).toMatchObject([{ state: 'failed', why: '550' }])
    expect((await chen.call('showChannels', {})).email).toMatchObject({ address: null, gone: 'c***@example.com' })
    expect((await chen.call('listNotices', {})).notices.map(n => n.title)).toContain('您填的邮箱收不到')
    outside.noMailboxes.delete(CHEN)
    await confirmMail(chen, CHEN)
    expect((await chen.call('showChannels', {})).email).toMatchObject({ address: 'c***@example.com', gone: null })
  })

  test('taken away, it gets nothing more', async () => {
    await chen.call('removeContact', { way: 'email' })
    const cases = await owed()
    await house.courier()
    expect(await statesOf('email', cases)).toEqual([])
  })
})

describe('text messages', () => {
  beforeAll(async () => {
    await house.courier()
    await time(CODE_GAP)
    await xu.call('askCode', { way: 'sms', address: PHONE })
    expect(texts()[0]).toMatchObject({ to: `+86${PHONE}`, text: expect.stringMatching(/^\d{6}$/) })
    await xu.call('confirmCode', { way: 'sms', code: texts()[0]?.text ?? '' })
  })
  /** A danger, which the desk is to look at. */
  let titles = ['草莓', '脐橙', '上海青', '小番茄', '可颂', '吐司']
  async function danger(who: Someone = wang): Promise<string> {
    const [title = ''] = titles
    titles = titles.slice(1)
    return (await fileOne(who, title, { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'none' } })).id
  }

  test('a danger rings; what is usual does not; nothing of the case is in it, and Tencent takes its signature', async () => {
    const id = await danger()
    const before = texts().length
    await house.courier()
    expect(texts().length - before).toBe(1)
    expect(texts()[0]).toMatchObject({ to: `+86${PHONE}`, text: expect.stringMatching(/^1\|\d\d-\d\d \d\d:\d\d$/) })
    expect(await statesOf('sms', [id])).toEqual(['sent'])
    await act(wang, id, 'resident', { type: 'expedite', words: '在催了' })
    await house.courier()
    const usual = await owed()
    await act(chen, usual[0] ?? '', 'leader', { type: 'refer', words: '请平台定' })
    await house.courier()
    expect(await statesOf('sms', usual)).toEqual([])
  })

  const answers = (Code: string) => ({ Response: { RequestId: 'r', SendStatusSet: [{ Code, SerialNo: '', PhoneNumber: `+86${PHONE}`, Fee: 0, SessionContext: '', Message: '', IsoCode: 'CN' }] } })
  const refuses = (Code: string) => ({ Response: { RequestId: 'r', Error: { Code, Message: 'as Tencent says' } } })
  test.each<[string, object, string]>([
    ['LimitExceeded.PhoneNumberThirtySecondLimit', answers('LimitExceeded.PhoneNumberThirtySecondLimit'), 'due'],
    ['RequestLimitExceeded', refuses('RequestLimitExceeded'), 'due'],
    ['LimitExceeded.PhoneNumberDailyLimit', answers('LimitExceeded.PhoneNumberDailyLimit'), 'failed'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', answers('FailedOperation.InsufficientBalanceInSmsPackage'), 'failed'],
    ['AuthFailure.SignatureFailure', refuses('AuthFailure.SignatureFailure'), 'failed'],
    ['InternalError.Timeout', refuses('InternalError.Timeout'), 'unknown'],
    ['something else', { hello: 'world' }, 'unknown'],
  ])('Tencent answers %s', async (code, said, state) => {
    const { data } = await house.db.collection('fallbacks').where({ way: 'sms', state: 'sent' }).limit(1).get() as { data: Fallback[] }
    const [{ _id = '' } = {}] = data as [Fallback?]
    // The same danger once more: what is due is sent, whatever was before.
    await house.db.collection('fallbacks').where({ _id }).update({ state: 'due', at: 1, tries: 0, attempts: house.db.command.set([]), batch: '' })
    outside.deliveries.intercept('sms', () => said)
    await house.courier()
    const { data: [entry] } = await house.db.collection('fallbacks').where({ _id }).limit(1).get() as { data: Fallback[] }
    expect([entry?.state, entry?.attempts.map(a => a.answer)]).toEqual([state, [code === 'something else' ? 'HTTP 200' : code]])
    await house.db.collection('fallbacks').where({ _id }).update({ state: 'sent' })
  })

  test('a number that takes none is not used any more, and whose it was is told', async () => {
    const { data } = await house.db.collection('fallbacks').where({ way: 'sms', state: 'sent' }).limit(1).get() as { data: Fallback[] }
    await house.db.collection('fallbacks').where({ _id: data[0]?._id }).update({ state: 'due', at: 1 })
    outside.deliveries.intercept('sms', () => answers('FailedOperation.PhoneNumberInBlacklist'))
    await house.courier()
    expect((await xu.call('showChannels', {})).sms).toMatchObject({ address: null, gone: '138****5678' })
    expect((await xu.call('listNotices', {})).notices.map(n => n.title)).toContain('您填的手机号收不到')
  })
})

test('a supplier who was told to stop sending out something dangerous is rung as well', async () => {
  await time(24 * 3600_000)
  await laoli.call('askCode', { way: 'sms', address: '13900000001' })
  await laoli.call('confirmCode', { way: 'sms', code: texts()[0]?.text ?? '' })
  await chen.call('startWarning', { groupBuyId: estate.groupBuyId, productId: estate.productId, words: '有人吃出玻璃渣', doThis: 'keepAside' })
  await house.courier()
  expect(texts()[0]).toMatchObject({ to: '+8613900000001', text: expect.stringMatching(/^1\|/) })
})

test('what somebody does not want by mail does not go there, and what they want waits for their morning', async () => {
  await confirmMail(chen, CHEN)
  await chen.call('saveNoticeSettings', { quiet: null, choices: { leader: { toHandle: { email: false } } } })
  const unwanted = await owed()
  await house.courier()
  expect(await entriesOf('email', unwanted)).toEqual([])
  // From an hour ago to an hour from now, by the cloud's own clock.
  const now = shanghai(Date.now() + moved)
  const minute = now.hour() * 60 + now.minute()
  await chen.call('saveNoticeSettings', { quiet: { from: (minute + 1380) % 1440, to: (minute + 60) % 1440 }, choices: {} })
  const wanted = await owed()
  await house.courier()
  const mine = (await house.db.collection('notices').where({ caseId: wanted[0], as: 'leader' }).limit(10).get()).data as { _id: string; copy: string }[]
  expect(mine.map(n => n.copy)).toEqual(['due'])
  expect(await entriesOf('email', wanted)).toEqual([])
  await chen.call('saveNoticeSettings', { quiet: null, choices: {} })
  await house.db.collection('notices').where({ copy: 'due' }).update({ copyAt: 1 })
  await house.courier()
  expect(await statesOf('email', wanted)).toEqual(['sent'])
})

test('what somebody switched off while it waited for a busy server does not go any more; a danger goes', async () => {
  mailSays(451)
  const cases = await owed()
  const { id } = await fileOne(wang, '吐司', { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'none' } })
  await house.courier()
  expect(await statesOf('email', [...cases, id])).toEqual(['due', 'due'])
  await chen.call('saveNoticeSettings', { quiet: null, choices: { leader: { toHandle: { email: false } } } })
  const before = mails().length
  await later()
  await house.courier()
  expect(await entriesOf('email', cases)).toMatchObject([{ state: 'none', why: 'off' }])
  expect([await statesOf('email', [id]), mails().length - before, mails()[0]?.title]).toEqual([['sent'], 1, '【安全】团后：1 条消息没能发到您的微信'])
  await chen.call('saveNoticeSettings', { quiet: null, choices: {} })
})

test('that WeChat did not bring it is not said of what somebody does not want by WeChat', async () => {
  await chen.call('saveNoticeSettings', { quiet: null, choices: { leader: { toHandle: { wechat: false } } } })
  const cases = await owed()
  await house.courier()
  expect([await statesOf('email', cases), mails()[0]?.title]).toEqual([['sent'], '团后：1 条消息'])
  await chen.call('saveNoticeSettings', { quiet: null, choices: {} })
})
