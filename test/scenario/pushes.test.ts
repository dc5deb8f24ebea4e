import { randomUUID } from 'node:crypto'
import { templateId } from '../../domain/notice/templates'
import { allow, bind, decide, fileOne, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone
beforeAll(async () => {
  house = await openHouse({ neighbours: 4 })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')])
}, 60_000)
afterAll(() => house.close())
afterEach(async () => {
  await heard()
  house.cloud.faults.clear()
})

const PROGRESS = templateId('progress')
const TO_HANDLE = templateId('toHandle')
const REMINDER = templateId('reminder')
const RESULT = templateId('result')
const OPENID = 'o-scenario-wang'

interface Pushed { _id: string; event: string; personId: string; state: string; says: Record<string, string> }
const pushes = async (personId: string) => (await house.db.collection('pushes').where({ personId }).limit(1000).get()).data as Pushed[]
const left = async (who: Someone) => (await who.call('whoAmI', {})).credits
/** What WeChat had to say has been heard. */
const heard = () => house.cloud.wechat.push.idle()

interface Said { Event?: string; CreateTime?: number | string; List?: unknown; FromUserName?: string }

/** Pushes as WeChat would, and waits until it was heard. @returns what became of it */
async function push(openid: string, said: Said): Promise<unknown> {
  return house.cloud.invoke('wechat', { ToUserName: 'gh_1', FromUserName: openid, CreateTime: seconds(), MsgType: 'event', Event: 'subscribe_msg_popup_event', ...said }, { openid, pushed: true })
}
const seconds = (ago = 0) => Math.floor(Date.now() / 1000) - ago
const allowed = (template: string) => ({ TemplateId: template, SubscribeStatusString: 'accept', PopupScene: '0' })

/** Somebody of whom nobody knows anything yet. */
let strangers = 0
async function stranger(): Promise<{ one: Someone; openid: string; personId: string }> {
  const name = (['lin', 'zhang', 'xu', 'tang', 'xiaozhou', 'laoli', 'stranger', 'otherLeader', 'neighbour1', 'neighbour2', 'neighbour3', 'neighbour4'] as const)[strangers++]
  if (!name) throw new Error('nobody is left')
  const one = await house.as(name)
  return { one, openid: `o-scenario-${name}`, personId: (await one.call('whoAmI', {})).personId }
}

test('an accept that the phone tells and WeChat pushes counts once; one that only one of them tells counts, too', async () => {
  const { one, openid } = await stranger()
  await allow(one, 'leader')
  await heard()
  expect(await left(one)).toEqual({ [PROGRESS]: 1, [TO_HANDLE]: 1, [REMINDER]: 1 })
  // The phone lost its signal before it could tell.
  await push(openid, { List: allowed(PROGRESS), CreateTime: seconds(-5) })
  expect((await left(one))[PROGRESS]).toBe(2)
  // It tells now, and once more because the answer was lost.
  const again = { askId: randomUUID(), answers: { [PROGRESS]: 'acceptWithAlert' } } as const
  await one.call('recordConsent', again)
  await one.call('recordConsent', again)
  expect((await left(one))[PROGRESS]).toBe(2)
  // WeChat's push of this one never came.
  await one.call('recordConsent', { askId: randomUUID(), answers: { [PROGRESS]: 'acceptWithForcePush' } })
  expect((await left(one))[PROGRESS]).toBe(3)
})

test('pushed again, at the same time, by an object or a list: each thing counts once', async () => {
  const { one, openid, personId } = await stranger()
  const CreateTime = seconds()
  await Promise.all(Array.from({ length: 5 }, () => push(openid, { CreateTime, List: [allowed(PROGRESS), allowed(TO_HANDLE)] })))
  await push(openid, { CreateTime, List: allowed(PROGRESS) })
  expect(await left(one)).toEqual({ [PROGRESS]: 1, [TO_HANDLE]: 1 })
  expect((await pushes(personId)).map(p => p.state)).toEqual(['done', 'done'])
})

test('refused in WeChat’s settings: none is left; what was accepted before and told later adds none, what is accepted later does', async () => {
  const { one, openid } = await stranger()
  await push(openid, { Event: 'subscribe_msg_change_event', CreateTime: seconds(10), List: { TemplateId: PROGRESS, SubscribeStatusString: 'reject' } })
  await push(openid, { CreateTime: seconds(20), List: allowed(PROGRESS) })
  expect((await left(one))[PROGRESS]).toBe(0)
  await push(openid, { CreateTime: seconds(5), List: allowed(PROGRESS) })
  expect((await left(one))[PROGRESS]).toBe(1)
  // Older than what is known: changes nothing.
  await push(openid, { Event: 'subscribe_msg_change_event', CreateTime: seconds(8), List: { TemplateId: PROGRESS, SubscribeStatusString: 'reject' } })
  expect((await left(one))[PROGRESS]).toBe(1)
  await push(openid, { Event: 'subscribe_msg_change_event', List: { TemplateId: PROGRESS, SubscribeStatusString: 'reject' } })
  expect((await left(one))[PROGRESS]).toBe(0)
})

test('a refusal that comes late takes what was accepted before it, and nothing else', async () => {
  const { one, openid } = await stranger()
  for (const ago of [60, 50, 30]) await push(openid, { CreateTime: seconds(ago), List: allowed(PROGRESS) })
  await push(openid, { Event: 'subscribe_msg_change_event', CreateTime: seconds(40), List: { TemplateId: PROGRESS, SubscribeStatusString: 'reject' } })
  expect((await left(one))[PROGRESS]).toBe(1)
})

test('a refusal that comes late leaves the newest that was accepted after it, though WeChat told of that one before an older one', async () => {
  const { one, openid } = await stranger()
  await one.call('recordConsent', { askId: randomUUID(), answers: { [PROGRESS]: 'accept' } })
  for (const later of [20, 10]) await push(openid, { CreateTime: seconds(-later), List: allowed(PROGRESS) })
  await push(openid, { Event: 'subscribe_msg_change_event', CreateTime: seconds(-15), List: { TemplateId: PROGRESS, SubscribeStatusString: 'reject' } })
  expect((await left(one))[PROGRESS]).toBe(1)
})

test('accepted in the second in which WeChat says that none is left: what is heard of after that word is there', async () => {
  const [first, second] = [await stranger(), await stranger()]
  const CreateTime = seconds(-10)
  const refusal = { Event: 'subscribe_msg_change_event', CreateTime, List: { TemplateId: PROGRESS, SubscribeStatusString: 'reject' } }
  const tell = (one: Someone) => one.call('recordConsent', { askId: randomUUID(), answers: { [PROGRESS]: 'accept' } })
  await push(first.openid, refusal)
  await tell(first.one)
  await tell(second.one)
  await push(second.openid, refusal)
  expect([(await left(first.one))[PROGRESS], (await left(second.one))[PROGRESS]]).toEqual([1, 0])
  // Worked out anew from all lines it is the same.
  await push(first.openid, { ...refusal, CreateTime: CreateTime - 1 })
  expect((await left(first.one))[PROGRESS]).toBe(1)
})

test('a no at the question leaves what was allowed before', async () => {
  const { one, openid } = await stranger()
  await push(openid, { CreateTime: seconds(3), List: allowed(PROGRESS) })
  await push(openid, { List: { TemplateId: PROGRESS, SubscribeStatusString: 'reject', PopupScene: '0' } })
  expect(await left(one)).toEqual({ [PROGRESS]: 1 })
})

test('what nobody expected is kept aside, and what came with it counts', async () => {
  const { one, openid, personId } = await stranger()
  const List = [null, 'what', { TemplateId: 'not-ours', SubscribeStatusString: 'accept' }, { TemplateId: PROGRESS, SubscribeStatusString: 'perhaps' }, { 'a.b': { $set: 1 }, TemplateId: PROGRESS, SubscribeStatusString: 'accept' }, { long: 'x'.repeat(100_000) }]
  expect(await push(openid, { List })).toBe('success')
  expect(await push(openid, { Event: 'user_enter_tempsession' })).toBe('success')
  expect(await left(one)).toEqual({ [PROGRESS]: 1 })
  const states = (await pushes(personId)).map(p => p.state)
  expect([states.filter(s => s === 'aside').length, states.filter(s => s === 'done').length, states.length]).toEqual([6, 1, 7])
  expect((await pushes(personId)).every(p => JSON.stringify(p).length < 3000)).toBe(true)
})

test('nobody but WeChat is believed: not a phone, not for oneself and not for others, not a browser, not a timer', async () => {
  const { one, openid, personId } = await stranger()
  const event = { FromUserName: openid, CreateTime: seconds(), MsgType: 'event', Event: 'subscribe_msg_popup_event', List: allowed(PROGRESS) }
  for (const caller of [{ openid }, { openid: 'o-scenario-chen' }, { uid: 'somebody' }, null]) expect(await house.cloud.invoke('wechat', event, caller)).toBe('refused')
  // WeChat itself speaks of the person it comes as.
  expect(await house.cloud.invoke('wechat', event, { openid: 'o-scenario-chen', pushed: true })).toBe('refused')
  expect([await left(one), await pushes(personId)]).toEqual([{}, []])
})

test('heard, and then its hearer died: WeChat pushes again, and it counts once', async () => {
  const { one, openid } = await stranger()
  house.cloud.faults.set({ crashes: { wechat: 1 } })
  const CreateTime = seconds()
  await expect(push(openid, { CreateTime, List: allowed(PROGRESS) })).rejects.toThrow()
  await push(openid, { CreateTime, List: allowed(PROGRESS) })
  // Kept, and nothing followed from it: the function died between the two.
  await house.db.collection('pushes').where({ event: 'subscribe_msg_popup_event', at: CreateTime * 1000 + 999 }).update({ state: 'heard' })
  await push(openid, { CreateTime, List: allowed(PROGRESS) })
  expect(await left(one)).toEqual({ [PROGRESS]: 1 })
})

interface Copied { _id: string; copy: string; copyError: string; msgId: string; attempts: { ms: number; answer: string }[] }
const copyOf = async (caseId: string) => (await house.db.collection('notices').where({ caseId, as: 'resident', template: 'result' }).limit(10).get()).data[0] as Copied

async function settled(title: string, who = wang): Promise<string> {
  await allow(who, 'resident')
  const { id } = await fileOne(who, title)
  await decide(chen, id, 'leader', { type: 'settle' })
  return id
}

test('WeChat says that a message arrived: the copy says so; that it did not: the copy says why', async () => {
  const id = await settled('草莓')
  await house.courier()
  await heard()
  await house.courier()
  const arrived = await copyOf(id)
  expect(arrived).toMatchObject({ copy: 'delivered', copyError: '', attempts: [{ answer: 'ok' }] })
  const other = await settled('脐橙')
  await house.courier()
  await heard()
  // Said before by the local WeChat; a later word against it, of the same message, does not undo it.
  const { msgId } = await copyOf(other)
  await house.db.collection('notices').where({ caseId: other, as: 'resident' }).update({ copy: 'sent' })
  await push(OPENID, { Event: 'subscribe_msg_sent_event', List: { TemplateId: RESULT, MsgID: msgId, ErrorCode: '20003', ErrorStatus: 'failed' } })
  expect(await copyOf(other)).toMatchObject({ copy: 'failed', copyError: '20003' })
})

test('WeChat’s word comes before its answer is written down: it waits, and counts then', async () => {
  const id = await settled('上海青')
  await house.courier()
  await heard()
  const before = await copyOf(id)
  await house.db.collection('notices').where({ _id: before._id }).update({ copy: 'sending', msgId: '' })
  await push(OPENID, { Event: 'subscribe_msg_sent_event', List: { TemplateId: RESULT, MsgID: '1864323726461255680', ErrorCode: '0', ErrorStatus: 'success' } })
  expect((await copyOf(id)).copy).toBe('sending')
  // The answer's number, as JSON has rounded it.
  await house.db.collection('notices').where({ _id: before._id }).update({ copy: 'sent', msgId: String(JSON.parse('1864323726461255680')) })
  expect((await house.courier()).heard).toBeGreaterThan(0)
  expect((await copyOf(id)).copy).toBe('delivered')
})

test('the answer was lost, and WeChat says that the message arrived: unknown no more', async () => {
  const lin = await house.as('lin')
  await bind(house, 'lin', '12', '3516')
  const id = await settled('草莓', lin)
  house.cloud.faults.add({ api: 'subscribeMessage.send', openid: 'o-scenario-lin', lost: true })
  await house.courier()
  expect((await copyOf(id)).copy).not.toBe('sent')
  await heard()
  await house.courier()
  expect(await copyOf(id)).toMatchObject({ copy: 'delivered', attempts: [{ answer: 'lost' }] })
})
