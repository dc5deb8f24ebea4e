import { randomUUID } from 'node:crypto'
import { templateId, TEMPLATE_KEYS } from '../../domain/notice/templates'
import { usualSettings } from '../../domain/notice/settings'
import { importEstate, reportBad, type Estate } from './estate'
import { at, movedDays } from './movedDays'
import { act, allow, bind, COMMUNITY, decide, fileOne, joinSupplier, moveIn, openDesk, openHouse, readInbox, type House, type Name, type Someone } from './openHouse'

/** What waited, for the night or for another reason, is looked at once more before it goes. */
const { communityId } = COMMUNITY
let house: House
let wang: Someone, chen: Someone, laoli: Someone
let estate: Estate
let used = 0

beforeEach(async () => {
  house = await openHouse({ startsAt: at('2026-09-24', '10:00'), quietHours: '22:00-8:00', gatherSeconds: 600, outside: true })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen, laoli] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli')])
  estate = await importEstate(house, chen, 20, wang)
  used = 0
}, 90_000)
afterEach(() => house.close())

interface Stored { _id: string; as: string; title: string; body: string; kind: string; copy: string; copyError: string; attempts?: { answer: string }[] }

const goTo = (day: string, time: string) => movedDays(house).goTo(day, time)
/** So many households report their box. @returns the cases */
const report = async (many: number) => (await reportBad(wang, estate.lines.slice(used, used += many))).map(c => c.caseId)
/** What WeChat showed on somebody's phone, the newest first. */
const shown = (name: Name) => house.cloud.messages(1000).filter(m => m.openid === `o-scenario-${name}`).map(m => ({ template: TEMPLATE_KEYS[m.templateId], says: Object.fromEntries(Object.entries(m.data).map(([field, { value }]) => [field, value])) }))
/** Where the copies stand; WeChat's later word is not what these stories are about. */
async function noticesWhere(query: object): Promise<Stored[]> {
  const { data } = await house.db.collection('notices').where(query).orderBy('at', 'asc').limit(1000).get() as { data: Stored[] }
  return data.map(n => ({ ...n, copy: n.copy === 'delivered' ? 'sent' : n.copy }))
}
const idOf = async (who: Someone) => (await who.call('whoAmI', {})).personId
const left = async (who: Someone) => Object.values((await who.call('whoAmI', {})).credits).reduce((sum, n) => sum + n, 0)
const fails = (name: Name, more: object, errcode: number, errmsg: string, times: number | null = 1) => house.cloud.faults.add({ api: 'subscribeMessage.send', openid: `o-scenario-${name}`, times, fail: { errcode, errmsg }, ...more })

/** Sets up a mailbox as a person does. */
async function mailbox(who: Someone, address: string): Promise<void> {
  await who.call('askCode', { way: 'email', address })
  const code = /\d{6}/.exec(house.cloud.outside?.deliveries.latest(1)[0]?.title ?? '')?.[0] ?? ''
  await who.call('confirmCode', { way: 'email', code })
}
const mails = () => (house.cloud.outside?.deliveries.latest(1000) ?? []).filter(d => d.service === 'mail' && !d.title.includes('验证码'))
const said = (key: string) => (house.cloud.outside?.deliveries.latest(1000) ?? []).filter(d => d.to === key)

/** A helper of the leader's. */
async function helper(): Promise<Someone> {
  const tang = await house.as('tang')
  const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'helper', limit: 5000 } })
  await tang.call('acceptRole', { token, name: '小唐', phone: '' })
  return tang
}

describe('who is not theirs any more is told nothing', () => {
  test('a helper who was removed in the night', async () => {
    const tang = await helper()
    await Promise.all([allow(tang, 'leader'), allow(chen, 'leader')])
    await goTo('2026-09-24', '22:30')
    const [caseId = ''] = await report(1)
    await house.courier()
    await chen.call('removeFromTeam', { communityId, memberId: await idOf(tang) })
    await goTo('2026-09-25', '08:01')
    await house.courier()
    expect(shown('tang')).toEqual([])
    expect(shown('chen')).toHaveLength(1)
    expect(await noticesWhere({ caseId, personId: await idOf(tang) })).toMatchObject([{ copy: 'none', copyError: 'outdated' }])
    expect(await left(tang)).toBe(3)
  })

  test('a helper, of a danger that WeChat was too busy for', async () => {
    const tang = await helper()
    await allow(tang, 'leader')
    fails('tang', {}, -1, 'system error')
    const { id } = await fileOne(wang, '草莓', { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'none' }, words: '吃了拉肚子' })
    await house.courier()
    expect(await noticesWhere({ caseId: id, personId: await idOf(tang) })).toMatchObject([{ copy: 'due' }])
    await chen.call('removeFromTeam', { communityId, memberId: await idOf(tang) })
    await house.cloud.moveTime(120_000)
    await house.courier()
    expect(shown('tang')).toEqual([])
    expect(await noticesWhere({ caseId: id, personId: await idOf(tang) })).toMatchObject([{ copy: 'none', copyError: 'outdated' }])
  })

  test('who acted for a supplier, and a nudge for the supplier', async () => {
    await allow(laoli, 'supplier')
    await laoli.call('saveNoticeSettings', { ...usualSettings(), quiet: { from: 11 * 60, to: 20 * 60 } })
    const [caseId = ''] = await report(1)
    await act(chen, caseId, 'leader', { type: 'forward', words: '' })
    await goTo('2026-09-24', '11:30')
    await house.courier()
    await house.db.collection('notices').add({ ...(await noticesWhere({ caseId, as: 'supplier' }))[0], _id: `nudge:supplier:${await idOf(laoli)}:1`, caseId: '', kind: 'reminder', template: 'reminder' })
    const { members } = await chen.call('showSupplier', { supplierId: estate.supplierId })
    await chen.call('removeMember', { supplierId: estate.supplierId, memberId: members[0]?.id ?? '' })
    await goTo('2026-09-24', '20:01')
    await house.courier()
    expect(shown('laoli')).toEqual([])
    const copies = await noticesWhere({ personId: await idOf(laoli), template: house.db.command.neq(null) })
    expect(copies.map(n => n.kind)).toEqual(expect.arrayContaining(['progress', 'toHandle', 'reminder']))
    expect(copies.every(n => n.copy === 'none' && n.copyError === 'outdated')).toBe(true)
  })

  test('by mail neither', async () => {
    await house.cloud.moveTime(61_000)
    const tang = await helper()
    await mailbox(tang, 'tang@example.com')
    await house.cloud.moveTime(61_000)
    await mailbox(laoli, 'li@example.com')
    for (const who of [tang, laoli]) await who.call('saveNoticeSettings', { ...usualSettings(), quiet: { from: 600, to: 720 } })
    const [caseId = ''] = await report(1)
    await act(chen, caseId, 'leader', { type: 'forward', words: '' })
    await house.courier()
    const { members } = await chen.call('showSupplier', { supplierId: estate.supplierId })
    await chen.call('removeMember', { supplierId: estate.supplierId, memberId: members[0]?.id ?? '' })
    await chen.call('removeFromTeam', { communityId, memberId: await idOf(tang) })
    await goTo('2026-09-24', '12:01')
    await house.courier()
    await house.courier()
    expect(mails()).toEqual([])
    // What is on its way to nobody waits for nothing.
    expect((await house.db.collection('fallbacks').where({ state: 'due' }).count()).total).toBe(0)
  })
})

describe('what is late, of a whole night', () => {
  /** The leader hears nothing from eleven to eight in the evening, and is nudged eight times meanwhile about three cases. */
  async function longDay(): Promise<string[]> {
    await chen.call('saveNoticeSettings', { ...usualSettings(), quiet: { from: 11 * 60, to: 20 * 60 } })
    const cases = await report(3)
    await house.courier()
    for (let i = 0; i < 8; i++) {
      await house.cloud.moveTime(31 * 60_000)
      await house.clock()
      await house.courier()
    }
    return cases
  }

  test('is one message, with as many as there are now', async () => {
    for (let i = 0; i < 12; i++) await allow(chen, 'leader')
    const [done = ''] = await longDay()
    expect((await noticesWhere({ as: 'leader', caseId: '', copy: 'due' })).length).toBeGreaterThan(3)
    await decide(chen, done, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })
    const before = [shown('chen').length, await left(chen)] as const
    await goTo('2026-09-24', '20:01')
    await house.courier()
    const nudges = shown('chen').slice(0, shown('chen').length - before[0])
    expect(nudges.map(m => [m.template, m.says['thing1'], m.says['character_string2']])).toEqual([['reminder', '有 2 件到时间了，等您处理', '2']])
    expect(before[1] - await left(chen)).toBe(1)
    const copies = await noticesWhere({ as: 'leader', kind: 'reminder', at: house.db.command.gt(at('2026-09-24', '11:00')) })
    expect(copies.at(-1)).toMatchObject({ copy: 'sent' })
    expect(copies.slice(0, -1).map(n => [n.copy, n.copyError])).toEqual(copies.slice(1).map(() => ['none', 'outdated']))
  })

  test('names goods that are late still, not those that were done since', async () => {
    for (let i = 0; i < 12; i++) await allow(chen, 'leader')
    const lin = await house.as('lin')
    await bind(house, 'lin', '12', '3516')
    await chen.call('saveNoticeSettings', { ...usualSettings(), quiet: { from: 11 * 60, to: 20 * 60 } })
    const filed = { 草莓: await fileOne(wang, '草莓'), 小番茄: await fileOne(lin, '小番茄') }
    await goTo('2026-09-24', '19:00')
    await house.clock()
    await house.courier()
    const [nudge] = await noticesWhere({ as: 'leader', caseId: '', copy: 'due' })
    const [named, other] = nudge?.body.includes('草莓') ? ['草莓', '小番茄'] as const : ['小番茄', '草莓'] as const
    await decide(chen, filed[named].id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })
    await goTo('2026-09-24', '20:01')
    await house.courier()
    const says = shown('chen').find(m => m.template === 'reminder')?.says
    expect([says?.['thing1'], says?.['thing4']]).toEqual(['有 1 件到时间了，等您处理', expect.stringContaining(other)])
    expect(says?.['thing4']).not.toContain(named)
  })

  /** The next half hour has a nudge of its own. */
  async function halfAnHour(): Promise<void> {
    await house.cloud.moveTime(31 * 60_000)
    await house.clock()
    await house.courier()
  }

  test('WeChat was too busy for one: once there is a newer one, that one goes and the other never', async () => {
    for (let i = 0; i < 6; i++) await allow(chen, 'leader')
    await report(2)
    await house.courier()
    fails('chen', { templateId: templateId('reminder') }, -1, 'system error')
    await halfAnHour()
    const nudges = () => noticesWhere({ as: 'leader', caseId: '', template: 'reminder' })
    // As late as it would be after being put off three times.
    await house.db.collection('notices').where({ copy: 'due', template: 'reminder' }).update({ copyAt: at('2026-09-24', '11:04') })
    await report(1)
    await halfAnHour()
    expect((await nudges()).map(n => n.copy)).toEqual(['due', 'sent'])
    await house.cloud.moveTime(3 * 60_000)
    await house.courier()
    expect((await nudges()).map(n => [n.copy, n.copyError])).toEqual([['none', 'outdated'], ['sent', '']])
    expect(shown('chen').filter(m => m.template === 'reminder').map(m => m.says['thing1'])).toEqual(['有 3 件到时间了，等您处理'])
  })

  test('a mailbox was too busy for one: the same', async () => {
    await house.cloud.moveTime(61_000)
    await mailbox(chen, 'chen@example.com')
    await report(2)
    await house.courier()
    const before = mails().length
    house.cloud.outside?.deliveries.intercept('mail', () => ({ code: 451, says: 'later' }))
    await halfAnHour()
    await house.db.collection('fallbacks').where({ state: 'due' }).update({ at: at('2026-09-24', '11:06') })
    await report(1)
    await halfAnHour()
    await house.cloud.moveTime(4 * 60_000)
    await house.courier()
    const text = mails().slice(0, mails().length - before).map(m => m.text).join('\n')
    expect(text.match(/有 \d+ 件到时间了/g)).toEqual(['有 3 件到时间了'])
    expect((await house.db.collection('fallbacks').where({ way: 'email', noticeId: house.db.RegExp({ regexp: '^nudge:', options: '' }) }).orderBy('at', 'asc').limit(10).get()).data.map((f: { state: string; why: string }) => [f.state, f.why]).sort()).toEqual([['none', 'outdated'], ['sent', '']])
  })

  test('by a text message it counts its cases, and none that is told of beside it again', async () => {
    await house.cloud.moveTime(61_000)
    await chen.call('askCode', { way: 'sms', address: '13812345678' })
    await chen.call('confirmCode', { way: 'sms', code: house.cloud.outside?.deliveries.latest(1)[0]?.text ?? '' })
    await chen.call('saveNoticeSettings', { ...usualSettings(null), choices: { leader: { reminder: { sms: true }, toHandle: { sms: true } } } })
    const [caseId = ''] = await report(3)
    const texts = () => (house.cloud.outside?.deliveries.latest(1000) ?? []).filter(d => d.service === 'sms' && d.text.includes('|')).map(d => d.text.split('|')[0])
    await house.courier()
    await house.cloud.moveTime(31 * 60_000)
    await act(wang, caseId, 'resident', { type: 'expedite', words: '' })
    await house.clock()
    await house.courier()
    expect(texts()).toEqual(['3', '3'])
  })

  test('goes another way once as well', async () => {
    await house.cloud.moveTime(61_000)
    await mailbox(chen, 'chen@example.com')
    const [done = ''] = await longDay()
    await decide(chen, done, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })
    await goTo('2026-09-24', '20:01')
    await house.courier()
    await house.courier()
    const text = mails().filter(m => m.at > at('2026-09-24', '20:00')).map(m => m.text).join('\n')
    expect(text.match(/件到时间了，等您处理/g)).toEqual(['件到时间了，等您处理'])
    expect(text).toContain('有 2 件到时间了')
  })
})

test('what was read meanwhile spends no consent and goes no other way; a danger goes all the same', async () => {
  await house.cloud.moveTime(61_000)
  await mailbox(chen, 'chen@example.com')
  await allow(chen, 'leader')
  await allow(chen, 'leader')
  await goTo('2026-09-24', '22:30')
  const [caseId = ''] = await report(1)
  await house.courier()
  fails('chen', {}, -1, 'system error')
  const hazard = await fileOne(wang, '草莓', { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'none' }, words: '吃了拉肚子' })
  await house.courier()
  await readInbox(chen)
  const before = await left(chen)
  await goTo('2026-09-25', '08:01')
  await house.courier()
  await house.courier()
  expect(await noticesWhere({ caseId, as: 'leader' })).toMatchObject([{ copy: 'none', copyError: 'read' }])
  expect(await noticesWhere({ caseId: hazard.id, as: 'leader' })).toMatchObject([{ copy: 'sent' }])
  expect(before - await left(chen)).toBe(1)
  // In the night, when WeChat did not take it at once.
  expect(mails().map(m => [m.title, m.at < at('2026-09-24', '23:00')])).toEqual([['【安全】团后：1 条消息', true]])
})

describe('what is not so any more', () => {
  test('a promise whose time is over is not told, one whose time is to come is', async () => {
    await allow(wang, 'resident')
    await allow(wang, 'resident')
    await wang.call('saveNoticeSettings', { quiet: { from: 11 * 60, to: 21 * 60 + 50 }, choices: {} })
    await goTo('2026-09-24', '13:00')
    const [over = '', kept = ''] = await report(2)
    await act(chen, over, 'leader', { type: 'promise', until: at('2026-09-24', '21:00') })
    await act(chen, kept, 'leader', { type: 'promise', until: at('2026-09-24', '22:00') })
    await house.courier()
    await goTo('2026-09-24', '21:51')
    await house.courier()
    expect(await noticesWhere({ caseId: over, as: 'resident' })).toMatchObject([{ copy: 'none', copyError: 'outdated' }])
    expect(await noticesWhere({ caseId: kept, as: 'resident' })).toMatchObject([{ copy: 'sent' }])
    expect(shown('wang')).toHaveLength(1)
  })

  test('a no that was put off is not told after the yes that came of looking again', async () => {
    const lin = await house.as('lin')
    await openDesk(house, 'lin')
    for (let i = 0; i < 3; i++) await allow(wang, 'resident')
    const [caseId = ''] = await report(1)
    await house.courier()
    fails('wang', { templateId: templateId('result') }, -1, 'system error')
    await decide(chen, caseId, 'leader', { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' })
    await house.courier()
    const results = () => noticesWhere({ caseId, as: 'resident', kind: 'result' })
    expect(await results()).toMatchObject([{ copy: 'due', attempts: [{ answer: '-1' }] }])
    await house.db.collection('notices').where({ copy: 'due', template: 'result' }).update({ copyAt: at('2026-09-24', '12:00') })
    await act(wang, caseId, 'resident', { type: 'appeal', grounds: '底下全是烂的', photos: [] })
    await decide(lin, caseId, 'operator', { type: 'decideAppeal', uphold: true, words: '看得出' })
    await house.courier()
    await goTo('2026-09-24', '12:01')
    await house.courier()
    expect(await results()).toMatchObject([{ copy: 'none', copyError: 'outdated' }, { copy: 'sent' }])
    expect(JSON.stringify(shown('wang'))).not.toContain('没同意')
  })

  test('that nobody answered is not told to who has gone on since', async () => {
    await allow(wang, 'resident')
    await allow(wang, 'resident')
    const [caseId = ''] = await report(1)
    await act(chen, caseId, 'leader', { type: 'askEvidence', missing: ['clearer'], words: '' })
    await house.courier()
    await wang.call('showCase', { caseId, as: 'resident' })
    await wang.call('saveNoticeSettings', { quiet: { from: 8 * 60, to: 20 * 60 }, choices: {} })
    for (let i = 0; i < 50; i++) {
      await house.cloud.moveTime(3600_000)
      await house.clock()
    }
    await house.courier()
    const lapsed = async () => (await noticesWhere({ caseId, as: 'resident' })).filter(n => n.title === '没等到您的回音')
    expect(await lapsed()).toMatchObject([{ copy: 'due' }])
    await act(wang, caseId, 'resident', { type: 'reopen', words: '我回来了' })
    await goTo('2026-09-26', '20:05')
    await house.courier()
    expect(await lapsed()).toMatchObject([{ copy: 'none', copyError: 'outdated' }])
    expect(JSON.stringify(shown('wang'))).not.toContain('先放着')
  })
})

describe('what the clock said of a promise', () => {
  const REMINDED = { clock: 'review' as const, allows: { within: 6 * 3600_000, of: 'always' as const }, remindBefore: [3 * 3600_000, 2 * 3600_000], escalateAfter: { within: 6 * 3600_000, of: 'always' as const } }
  const reminders = (caseId: string) => noticesWhere({ as: 'leader', kind: 'reminder', caseId })

  test('that it is about time is not said beside a newer reminder of the same promise', async () => {
    for (let i = 0; i < 4; i++) await allow(chen, 'leader')
    await chen.call('saveClocks', { communityId, seen: 0, rules: [REMINDED] })
    const [caseId = ''] = await report(1)
    await house.courier()
    fails('chen', { templateId: templateId('reminder') }, -1, 'system error')
    await goTo('2026-09-24', '13:01')
    await house.clock()
    await house.courier()
    await house.db.collection('notices').where({ copy: 'due', template: 'reminder' }).update({ copyAt: at('2026-09-24', '14:03') })
    await goTo('2026-09-24', '14:01')
    await house.clock()
    await house.courier()
    const before = shown('chen').filter(m => m.template === 'reminder').length
    await goTo('2026-09-24', '14:04')
    await house.courier()
    expect((await reminders(caseId)).map(n => [n.copy, n.copyError])).toEqual([['none', 'outdated'], ['sent', '']])
    expect(shown('chen').filter(m => m.template === 'reminder').length - before).toBe(0)
  })

  test('what the desk was told that it was not done is not said once it is', async () => {
    const lin = await house.as('lin')
    await openDesk(house, 'lin')
    for (let i = 0; i < 2; i++) await allow(lin, 'operator')
    const [caseId = ''] = await report(1)
    await decide(chen, caseId, 'leader', { type: 'settle' })
    await house.courier()
    fails('lin', {}, -1, 'system error')
    await goTo('2026-09-25', '11:00')
    await house.clock()
    await house.courier()
    const alarms = () => noticesWhere({ as: 'operator', caseId, title: '到时间还没退款' })
    expect(await alarms()).toMatchObject([{ copy: 'due' }])
    await act(chen, caseId, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
    await house.cloud.moveTime(2 * 60_000)
    await house.courier()
    expect(await alarms()).toMatchObject([{ copy: 'none', copyError: 'outdated' }])
    expect(JSON.stringify(shown('lin'))).not.toContain('还没退款')
  })
})

describe('what a night brought about one case', () => {
  async function night(): Promise<string> {
    await goTo('2026-09-24', '22:30')
    const { id } = await fileOne(wang, '草莓')
    await decide(chen, id, 'leader', { type: 'settle' })
    await act(chen, id, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
    await house.courier()
    await goTo('2026-09-25', '08:01')
    return id
  }

  test('the refund has no consent: the decision is told by its own', async () => {
    await wang.allowMessages(randomUUID(), [templateId('result')])
    const caseId = await night()
    await house.courier()
    expect(shown('wang').map(m => m.template)).toEqual(['result'])
    const copies = await noticesWhere({ caseId, as: 'resident' })
    expect(copies.map(n => [n.kind, n.copy, n.copyError])).toEqual(expect.arrayContaining([['result', 'sent', ''], ['refund', 'none', 'noCredit']]))
    expect(await left(wang)).toBe(0)
  })

  test.each([['does not take', 43107], ['knows of no consent for', 43101]])('WeChat %s the refund: the decision goes, and nothing twice', async (_what, code) => {
    await allow(wang, 'resident')
    const caseId = await night()
    fails('wang', { templateId: templateId('refund') }, code, 'no', null)
    for (let i = 0; i < 3; i++) {
      await house.courier()
      await house.cloud.moveTime(61_000)
    }
    expect(shown('wang').map(m => m.template)).toEqual(['result'])
    expect((await noticesWhere({ caseId, as: 'resident' })).map(n => [n.kind, n.copy, n.copyError])).toEqual(expect.arrayContaining([['result', 'sent', ''], ['refund', 'none', String(code)]]))
  })

  test('WeChat knows no such template as the refund goes by: the decision goes', async () => {
    await allow(wang, 'resident')
    const caseId = await night()
    fails('wang', { templateId: templateId('refund') }, 40037, 'invalid template_id', null)
    await house.courier()
    expect(shown('wang').map(m => m.template)).toEqual(['result'])
    expect((await noticesWhere({ caseId, as: 'resident' })).map(n => [n.kind, n.copy, n.copyError])).toEqual(expect.arrayContaining([['result', 'sent', ''], ['refund', 'failed', '40037']]))
  })

  test('WeChat takes none of them: each says why', async () => {
    const caseId = await night()
    await house.courier()
    expect(shown('wang')).toEqual([])
    expect((await noticesWhere({ caseId, as: 'resident' })).every(n => n.copy === 'none' && n.copyError === 'noCredit')).toBe(true)
  })
})

test('a robot that was busy says nothing in the night', async () => {
  const key = randomUUID()
  await chen.call('setRobot', { place: { kind: 'community', id: communityId }, key })
  await goTo('2026-09-24', '21:58')
  const busy = () => house.cloud.outside?.deliveries.intercept('robot', () => ({ errcode: -1, errmsg: 'busy' }))
  busy()
  await report(1)
  await house.courier()
  await goTo('2026-09-24', '22:30')
  await house.courier()
  const before = said(key).length
  await goTo('2026-09-25', '07:59')
  await house.courier()
  expect([before, said(key).length]).toEqual([0, 0])
  await goTo('2026-09-25', '08:00')
  await house.courier()
  expect(said(key)).toHaveLength(1)
})

test.each([
  ['bad words', 45168, 'hit sensitive word'], ['a bad title', 47003, 'argument invalid! data.thing1.value invalid'],
])('%s in a message about three: what is said instead still counts them', async (_what, code, words) => {
  await allow(chen, 'leader')
  await report(3)
  fails('chen', {}, code, words)
  await house.courier()
  expect(shown('chen')[0]?.says['thing1']).toContain('3 件')
})

test('a time that WeChat does not take is said another way, and is still that time', async () => {
  await allow(chen, 'leader')
  const [caseId = ''] = await report(1)
  fails('chen', {}, 47003, 'argument invalid! data.time3.value invalid')
  await house.courier()
  expect(await noticesWhere({ caseId, as: 'leader' })).toMatchObject([{ copy: 'sent' }])
  expect(shown('chen')[0]?.says['time3']).toBe('2026年9月24日 10:05')
})

test('who switches the quiet hours off in the night hears what waits, by every way', async () => {
  await house.cloud.moveTime(61_000)
  await mailbox(laoli, 'li@example.com')
  await allow(chen, 'leader')
  await goTo('2026-09-24', '22:30')
  const [caseId = ''] = await report(2)
  await act(chen, caseId, 'leader', { type: 'forward', words: '' })
  await house.courier()
  await house.courier()
  expect([shown('chen').length, mails().length]).toEqual([0, 0])
  // Longer first: what waits then goes by that.
  await chen.call('saveNoticeSettings', { ...usualSettings(), quiet: { from: 22 * 60, to: 9 * 60 } })
  for (const who of [chen, laoli]) await who.call('saveNoticeSettings', { ...usualSettings(), quiet: null })
  await house.courier()
  await house.courier()
  expect(shown('chen')).toHaveLength(1)
  expect(mails()).toHaveLength(1)
})
