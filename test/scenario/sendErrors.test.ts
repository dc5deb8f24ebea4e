import { randomUUID } from 'node:crypto'
import { templateId } from '../../domain/notice/templates'
import { act, allow, bind, decide, fileOne, moveIn, openDesk, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone
let cases: string[]
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await openDesk(house, 'xu')
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')])
  cases = []
  for (const title of ['草莓', '脐橙', '上海青']) cases.push((await fileOne(wang, title)).id)
  await house.courier()
}, 60_000)
afterAll(() => house.close())
afterEach(async () => {
  house.cloud.faults.clear()
  await house.db.collection('messageTemplates').where({}).remove()
  await house.db.collection('notices').where({ copy: 'due' }).update({ copy: 'none' })
  await house.db.collection('notices').where(house.db.command.or([{ copy: 'sending' }, { copy: 'unknown' }])).update({ copy: 'none' })
  await house.cloud.wechat.push.idle()
  await emptied()
})

const PROGRESS = templateId('progress')
const WANG = 'o-scenario-wang'
const API = 'subscribeMessage.send'

interface Copied { _id: string; as: string; title: string; body: string; copy: string; copyAt: number; copyError: string; tries: number; attempts?: { at: number; ms: number; answer: string }[] }
const to = async (who: Someone) => (await house.db.collection('notices').where({ personId: (await who.call('whoAmI', {})).personId }).orderBy('at', 'desc').limit(1000).get()).data.map(asSent)
/** Whether WeChat's later word is here already is not what these are about. */
const asSent = (copy: Copied): Copied => ({ ...copy, copy: copy.copy === 'delivered' ? 'sent' : copy.copy })
const newest = async () => (await to(wang))[0] as Copied
/** By the ledger: what a stopped template brings nobody stands in it all the same. */
const credits = async () => ((await house.db.collection('credits').where({ personId: (await wang.call('whoAmI', {})).personId, templateId: PROGRESS }).limit(1).get()).data as { left: number }[])[0]?.left ?? 0
/** As they are shown it. */
const shownLeft = async () => (await wang.call('whoAmI', {})).credits[PROGRESS]
const sent = () => house.cloud.messages(1000).filter(m => m.openid === WANG)

/** Nobody has any left, by either count. */
async function emptied(): Promise<void> {
  await house.db.collection('credits').where({}).update({ left: 0 })
}

/** Fewer than may be said to one neighbour about one case: some tests say one about each. */
const WORDS_PER_CASE = 12
let said = 0

/** Something the leader says to the neighbour, which is owed as a message; two about different cases are two messages. */
async function word(words = '我明天去问', about = Math.floor(said++ / WORDS_PER_CASE)): Promise<void> {
  await allow(wang, 'resident')
  const caseId = cases[about] ?? ''
  await act(chen, caseId, 'leader', { type: 'note', internal: false, words })
}

/** The next minute comes for what waits. */
async function later(): Promise<void> {
  await house.db.collection('notices').where({ copy: 'due' }).update({ copyAt: 1 })
}

const fails = (errcode: number, errmsg = 'as WeChat says', times: number | null = 1) => house.cloud.faults.add({ api: API, openid: WANG, times, fail: { errcode, errmsg } })

interface Outcome { copy: string; answers: string[]; left: number; sent: number }

// [wechat: table of send errors] What comes of each, when WeChat says it once and then takes what it is asked.
const ONCE: [code: number, errmsg: string, outcome: Outcome][] = [
  [43101, 'user refuse to accept the msg', { copy: 'none', answers: ['43101'], left: 0, sent: 0 }],
  [43107, 'subscribe message capability is banned', { copy: 'none', answers: ['43107'], left: 1, sent: 0 }],
  [43108, 'concurrent sends to one user', { copy: 'due', answers: ['43108'], left: 1, sent: 0 }],
  [45168, 'the message contains sensitive words', { copy: 'sent', answers: ['45168', 'ok'], left: 0, sent: 1 }],
  [47003, 'argument invalid! data.thing3.value invalid', { copy: 'sent', answers: ['47003', 'ok'], left: 0, sent: 1 }],
  [47003, 'argument invalid!', { copy: 'failed', answers: ['47003'], left: 1, sent: 0 }],
  [41030, 'invalid page', { copy: 'sent', answers: ['41030', 'ok'], left: 0, sent: 1 }],
  [40037, 'invalid template_id', { copy: 'failed', answers: ['40037'], left: 1, sent: 0 }],
  [40003, 'invalid openid', { copy: 'failed', answers: ['40003'], left: 1, sent: 0 }],
  [40001, 'invalid credential', { copy: 'sent', answers: ['40001', 'ok'], left: 0, sent: 1 }],
  [40014, 'invalid access_token', { copy: 'sent', answers: ['40014', 'ok'], left: 0, sent: 1 }],
  [-1, 'system error', { copy: 'due', answers: ['-1'], left: 1, sent: 0 }],
  [45009, 'reach max api daily quota limit', { copy: 'due', answers: ['45009'], left: 1, sent: 0 }],
  [49999, 'nobody has heard of it', { copy: 'failed', answers: ['49999'], left: 1, sent: 0 }],
]

test.each(ONCE)('%i once (%s)', async (code, errmsg, outcome) => {
  const before = sent().length
  await word()
  fails(code, errmsg)
  await house.courier()
  const copy = await newest()
  expect({ copy: copy.copy, answers: copy.attempts?.map(a => a.answer), left: await credits(), sent: sent().length - before }).toEqual(outcome)
  expect(copy.attempts?.every(a => a.ms >= 0 && a.at > 0)).toBe(true)
})

test.each([[45168, 'sensitive'], [47003, 'data.thing3.value invalid'], [41030, 'invalid page']])('%i again for what was put right: once is enough, it is set aside, and the consent is kept', async (code, errmsg) => {
  await word()
  fails(code, errmsg, null)
  await house.courier()
  await house.courier()
  expect(await newest()).toMatchObject({ copy: 'failed', copyError: String(code), attempts: [{ answer: String(code) }, { answer: String(code) }] })
  expect(await credits()).toBe(1)
})

test.each([-1, 43108, 40001])('%i for ever: a little later each time, and then no more', async code => {
  await word()
  fails(code, 'again', null)
  const waits: number[] = []
  for (let minute = 0; minute < 4; minute++) {
    await house.courier()
    const { copy, copyAt, attempts } = await newest()
    waits.push(copy === 'due' ? Math.round((copyAt - (attempts?.at(-1)?.at ?? 0)) / 60_000) : -1)
    await later()
  }
  expect(waits).toEqual([1, 5, 30, -1])
  expect(await newest()).toMatchObject({ copy: 'failed', copyError: String(code) })
  expect(await credits()).toBe(1)
})

test('a word WeChat does not take: nothing of what anybody wrote is sent, the inbox has it all', async () => {
  await word('这句话微信不让发')
  fails(45168)
  await house.courier()
  const [message] = sent()
  expect(JSON.stringify(message?.data)).not.toContain('草莓')
  expect(message?.data).toMatchObject({ thing1: { value: '您买的东西' }, thing3: { value: '有新的进展，请点开看' } })
  expect((await newest()).body).toContain('这句话微信不让发')
})

test('a field WeChat does not take: that one is made plain, the others are sent as they were', async () => {
  await word()
  fails(47003, 'argument invalid! data.thing1.value invalid rid: 1')
  await house.courier()
  const [message] = sent()
  expect(message?.data['thing1']?.value).toMatch(/^[\p{L}\p{N}]{8,}$/u)
  expect(message?.data['thing3']?.value).toBe('团长给您留了话')
})

test('a page that is not in the release: the inbox is opened instead, and the desk is told', async () => {
  await word()
  fails(41030)
  await house.courier()
  expect(sent()[0]?.page).toBe('pages/messages/index')
})

test('a template that WeChat stopped is not used any more, the desk is told once, and a day later one message tries', async () => {
  const xu = await house.as('xu')
  const alarms = async () => (await to(xu)).filter(n => n._id.startsWith('alarm:43107'))
  await word()
  await word()
  const calls = () => house.cloud.faults.list().length
  fails(43107, 'banned')
  await house.courier()
  expect(calls()).toBe(0)
  await word()
  await house.courier()
  expect((await to(wang)).slice(0, 3).map(n => [n.copy, n.copyError])).toEqual([['none', '43107'], ['none', '43107'], ['none', '43107']])
  expect((await alarms()).map(n => [n.as, n.title])).toEqual([['operator', '微信消息发不出去']])
  expect(await credits()).toBe(3)
  // While it is stopped, none of them comes.
  expect([await shownLeft(), (await wang.call('recordConsent', { askId: randomUUID(), answers: {} })).credits[PROGRESS]]).toEqual([0, 0])
  await house.db.collection('messageTemplates').where({}).update({ until: 1 })
  await word()
  await house.courier()
  expect((await newest()).copy).toBe('sent')
  expect(await shownLeft()).toBe(3)
})

test.each([40037, 40003, 41030])('%i: whoever runs this is told what to look at, once a day', async code => {
  const xu = await house.as('xu')
  for (let i = 0; i < 2; i++) {
    await word()
    fails(code)
    await house.courier()
  }
  const alarms = (await to(xu)).filter(n => n._id.startsWith(`alarm:${code}:`))
  expect(alarms.map(n => n.body.includes(`（${code}）`))).toEqual([true])
})

test('WeChat never answers somebody: nobody else waits, theirs is unknown, and what comes after it waits its turn', async () => {
  await word('一', 1)
  await word('二', 2)
  await allow(chen, 'leader')
  house.cloud.faults.add({ api: API, openid: WANG, never: true, times: 1 })
  await act(wang, cases[0] ?? '', 'resident', { type: 'expedite', words: '怎么样了' })
  const { copies } = await house.courier()
  expect(copies).toMatchObject({ unknown: 1, sent: 1 })
  const [second, first] = await to(wang)
  expect([first?.copy, first?.copyError, second?.copy]).toEqual(['unknown', 'lost', 'due'])
  // The SDK leaves the connection open on which it no longer waits; it goes with its process.
  house.cloud.killFunction('courier')
  await house.courier()
  expect((await to(wang)).slice(0, 2).map(n => n.copy)).toEqual(['sent', 'unknown'])
}, 30_000)

test('WeChat is slow: it is sent, once, and how long it took is kept', async () => {
  const before = sent().length
  await word()
  house.cloud.faults.add({ api: API, openid: WANG, delayMs: 1500 })
  await house.courier()
  const { copy, attempts } = await newest()
  expect([copy, sent().length - before]).toEqual(['sent', 1])
  expect(attempts?.[0]?.ms).toBeGreaterThanOrEqual(1400)
})

test('WeChat takes it after nobody waits any more: unknown, never sent again, and known when WeChat tells', async () => {
  const before = sent().length
  await word()
  let goOn = () => {}
  house.cloud.faults.add({ api: API, openid: WANG, hold: new Promise<void>(done => { goOn = done }) })
  await house.courier()
  await later()
  await house.courier()
  expect([(await newest()).copy, sent().length - before]).toEqual(['unknown', 0])
  const arrived = new Promise<void>(done => {
    const look = () => { if (sent().length > before) done(); else setImmediate(look) }
    look()
  })
  goOn()
  await arrived
  await house.cloud.wechat.push.idle()
  await house.courier()
  expect([(await newest()).copy, sent().length - before]).toEqual(['sent', 1])
  house.cloud.killFunction('courier')
}, 30_000)

test('several couriers at once: one message at a time to a person, each once', async () => {
  const before = sent().length
  for (let i = 0; i < 3; i++) await word(`第${i}句`, i)
  await Promise.all([house.courier(), house.courier(), house.courier()])
  // Two that began in the same instant: WeChat refused one, which comes later.
  await later()
  await house.courier()
  expect((await to(wang)).slice(0, 3).map(n => n.copy)).toEqual(['sent', 'sent', 'sent'])
  expect(sent().length - before).toBe(3)
})

test('one that cannot be worked out is put behind the others and set aside in the end', async () => {
  await word('好好的', 1)
  await word('坏了的', 2)
  fails(-1, 'busy', 2)
  await house.courier()
  const [bad, good] = await to(wang)
  if (!bad || !good) throw new Error('nothing was owed')
  await house.db.collection('notices').where({ _id: bad._id }).update({ template: 'noSuchTemplate' })
  for (let i = 0; i < 3; i++) {
    await later()
    await house.courier()
  }
  const [stored, other] = await Promise.all([bad, good].map(async n => (await to(wang)).find(m => m._id === n._id)))
  expect([stored?.copy, stored?.copyError, other?.copy]).toEqual(['failed', 'broken', 'sent'])
})

test('what was asked of the leader and is done meanwhile is not sent; what is still theirs to do is', async () => {
  const lin = await house.as('lin')
  await bind(house, 'lin', '12', '3516')
  await allow(chen, 'leader')
  await allow(chen, 'leader')
  const [done, open] = [await fileOne(lin, '草莓'), await fileOne(lin, '小番茄')]
  await decide(chen, done.id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })
  await house.courier()
  const asked = (await to(chen)).filter(n => n._id.includes(':0:leader:') && [done.id, open.id].some(id => n._id.startsWith(id)))
  expect(Object.fromEntries(asked.map(n => [n._id.split(':')[0], [n.copy, n.copyError]]))).toEqual({ [done.id]: ['none', 'outdated'], [open.id]: ['sent', ''] })
})

test('while a decision can be taken back nobody is told to decide; taken back, they are', async () => {
  const zhang = await house.as('lin')
  await allow(chen, 'leader')
  const { id } = await fileOne(zhang, '可颂')
  await act(chen, id, 'leader', { type: 'settle' })
  await house.courier()
  const asked = async () => (await to(chen)).find(n => n._id.startsWith(`${id}:0:leader:`))
  expect(await asked()).toMatchObject({ copy: 'due', tries: 0 })
  await act(chen, id, 'leader', { type: 'undo' })
  await later()
  await house.courier()
  expect(await asked()).toMatchObject({ copy: 'sent' })
})
