import { randomUUID } from 'node:crypto'
import { at, movedDays, type MovedDays } from './movedDays'
import { act, allow, bind, COMMUNITY, decide, fileOne, fruitId, moveIn, openHouse, readInbox, type House, type Someone } from './openHouse'

const { communityId } = COMMUNITY
let house: House
let wang: Someone, lin: Someone, chen: Someone
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, lin, chen] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen')]) as [Someone, Someone, Someone]
}, 60_000)
afterAll(() => house.close())

/** The list, and that the inbox counts the same, whatever tab. */
const untold = async () => {
  const { cases } = await chen.call('listUntold', { communityId })
  const inboxes = await Promise.all((['mine', 'moving', 'done'] as const).map(tab => chen.call('leaderInbox', { communityId, tab })))
  expect(inboxes.map(inbox => inbox.untold)).toEqual(cases.length > 0 ? [cases.length, cases.length, cases.length] : [0, 0, 0])
  return cases
}

test('what was decided is on the list until it is opened, sent by WeChat, or told by hand', async () => {
  const { id } = await fileOne(wang, '草莓')
  const oranges = await fileOne(wang, '脐橙')
  // Two cases, one household that waits.
  expect((await chen.call('leaderInbox', { communityId, tab: 'mine' })).unpromised).toBe(1)
  expect(await untold()).toEqual([])
  await act(chen, id, 'leader', { type: 'settle' })
  // What can still be taken back is nothing to tell.
  expect((await untold()).filter(c => c.since > Date.now())).toEqual([])
  await decide(chen, oranges.id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })
  await house.courier()
  expect((await untold()).map(c => [c.title, c.stage, c.bound, c.buyer, c.joinNumber, c.phoneLast4])).toEqual([
    ['【丹东99草莓】顺丰冷链', 'refunding', true, '王阿姨', '7', '6027'], ['【赣南脐橙】甜过初恋', 'rejected', true, '王阿姨', '7', '6027'],
  ])
  const mayTell = async (caseId: string) => (await chen.call('showCase', { caseId, as: 'leader' })).view.mayDo.includes('tell')
  expect(await Promise.all([id, oranges.id].map(mayTell))).toEqual([true, true])
  // The card that the leader shared is opened: that one is known, the other not yet.
  await wang.call('showCase', { caseId: id, as: 'resident' })
  expect((await untold()).map(c => c.caseId)).toEqual([oranges.id])
  expect(await Promise.all([id, oranges.id].map(mayTell))).toEqual([false, true])
  await readInbox(wang)
  expect(await untold()).toEqual([])
  expect(await mayTell(oranges.id)).toBe(false)
  // The money is paid: something new to tell, and this time WeChat takes the message.
  await allow(wang, 'resident')
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
  expect((await untold()).map(c => c.stage)).toEqual(['refunded'])
  expect((await house.courier()).copies['sent']).toBe(1)
  // WeChat says that it arrived.
  await house.cloud.wechat.push.idle()
  await house.courier()
  expect(await untold()).toEqual([])
})

test('a household that is not here is told by hand, once, and the list forgets it until there is news', async () => {
  const groupBuyId = await fruitId(house)
  const { households } = await chen.call('listBuyers', { groupBuyId })
  const home = households.find(h => h.joinNumber === '12')
  const line = home?.lines[0]
  if (!home || !line) throw new Error('12 is missing')
  const { view } = await chen.call('fileOnBehalf', { caseId: randomUUID(), orderId: home.orderId, lineId: line.lineId, channel: 'phone', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: line.paid }, photos: [], words: '电话里说坏了' })
  await decide(chen, view.id, 'leader', { type: 'settle' })
  const [one, ...others] = await untold()
  expect([one?.caseId, one?.bound, others]).toEqual([view.id, false, []])
  const tell = { caseId: view.id, commandId: randomUUID(), seen: one?.seen ?? 0, as: 'leader' as const, command: { type: 'tell' as const, how: 'onSite' as const } }
  expect(await lin.refused('actOnCase', { ...tell, as: undefined })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await chen.refused('actOnCase', { ...tell, command: { type: 'tell', how: 'pigeon' } })).toMatchObject({ code: 'BAD_INPUT', field: 'command.how' })
  for (const again of [1, 2]) expect((await chen.call('actOnCase', tell)).view.story[0]?.says).toBe(again && '您告诉邻居了（当面说了）')
  expect(await untold()).toEqual([])
  expect(await chen.refused('actOnCase', { ...tell, commandId: randomUUID(), seen: (one?.seen ?? 0) + 1 })).toMatchObject({ code: 'WRONG_STATE', message: '邻居已经知道了，不用再告诉' })
  await act(chen, view.id, 'leader', { type: 'payRefund', channel: 'wechatTransfer', reference: '', photos: [] })
  expect((await untold()).map(c => c.stage)).toEqual(['refunded'])
  // Who binds now is told of it as it stands, and has only to look.
  await bind(house, 'lin', '12', '3516')
  await house.courier()
  expect((await untold()).map(c => [c.caseId, c.bound])).toEqual([[view.id, true]])
  await readInbox(lin)
  expect(await untold()).toEqual([])
})

test('many told by hand are put down at once: each case keeps its own history, twice is once, and nobody else may', async () => {
  const { households } = await chen.call('listBuyers', { groupBuyId: await fruitId(house) })
  const away = households.filter(h => !h.bound && h.notClaimable === null && h.lines.some(l => l.openCaseId === null && l.left > 0)).slice(0, 3)
  expect(away).toHaveLength(3)
  for (const { orderId, lines } of away) {
    const line = lines.find(l => l.openCaseId === null && l.left > 0)
    if (!line) throw new Error('nothing to claim')
    await chen.call('fileOnBehalf', { caseId: randomUUID(), orderId, lineId: line.lineId, channel: 'groupChat', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'none' }, photos: [], words: '群里说坏了' })
  }
  const list = await untold()
  expect(list.map(c => c.orderId).sort()).toEqual(away.map(h => h.orderId).sort())
  expect(new Set(list.map(c => c.groupBuyTitle))).toEqual(new Set(['11.21 周六果蔬团']))
  const [first, second, third] = list
  if (!first || !second || !third) throw new Error('three are untold')
  // Told alone meanwhile: only that one is not put down again.
  await act(chen, third.caseId, 'leader', { type: 'tell', how: 'phone' })
  const input = { decisionId: randomUUID(), communityId, step: { type: 'tell' as const, how: 'groupChat' as const }, cases: list.map(({ caseId, seen }) => ({ caseId, seen })) }
  const before = await chen.call('decideTogether', input)
  expect(before).toMatchObject({ phase: 'done', takesEffect: null })
  expect(new Map(before.results.map(r => [r.caseId, r.outcome]))).toEqual(new Map([[first.caseId, 'told'], [second.caseId, 'told'], [third.caseId, 'refused']]))
  await chen.call('decideTogether', input)
  for (const [{ caseId }, says] of [[first, '您告诉邻居了（在群里说了）'], [second, '您告诉邻居了（在群里说了）'], [third, '您告诉邻居了（打电话说了）']] as const) {
    const { view } = await chen.call('showCase', { caseId, as: 'leader' })
    expect(view.story.map(line => line.says).filter(line => line.startsWith('您告诉邻居了'))).toEqual([says])
  }
  expect(await untold()).toEqual([])
  for (const other of [wang, await house.as('stranger')]) expect(await other.refused('decideTogether', { ...input, decisionId: randomUUID() })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(await chen.refused('decideTogether', { ...input, decisionId: randomUUID(), cases: undefined })).toMatchObject({ code: 'NO_CASES' })
})

test('the list is the leader\'s alone', async () => {
  for (const other of [wang, await house.as('stranger')]) expect(await other.refused('listUntold', { communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(await chen.refused('listUntold', { communityId: randomUUID() })).toMatchObject({ code: 'NOT_ALLOWED' })
})

describe('of whoever is here it is said what becomes of the message', () => {
  let other: House
  let days: MovedDays
  beforeAll(async () => {
    other = await openHouse({ startsAt: at('2026-09-24', '10:00'), quietHours: '22:00-8:00' })
    days = movedDays(other)
    await moveIn(other)
    await bind(other, 'wang', '7', '6027')
  }, 60_000)
  afterAll(() => other.close())

  test('at night it waits for the morning; in the first minute it is on its way; then it did not arrive, or nothing was allowed any more', async () => {
    const [neighbour, leader] = [await other.as('wang'), await other.as('chen')]
    const telling = async () => (await leader.call('listUntold', { communityId })).cases.map(c => c.telling)
    const first = await fileOne(neighbour, '草莓')
    const second = await fileOne(neighbour, '脐橙')
    await days.goTo('2026-09-24', '22:10')
    await allow(neighbour, 'resident')
    await decide(leader, first.id, 'leader', { type: 'settle' })
    // Nothing was tried yet.
    expect(await telling()).toEqual([{ is: 'now' }])
    await other.courier()
    expect(await telling()).toEqual([{ is: 'later', at: at('2026-09-25', '08:00') }])
    expect((await leader.call('showCase', { caseId: first.id, as: 'leader' })).telling).toEqual({ is: 'later', at: at('2026-09-25', '08:00') })
    expect((await leader.call('showCase', { caseId: second.id, as: 'leader' })).telling).toBeNull()
    other.cloud.faults.add({ api: 'subscribeMessage.send', openid: 'o-scenario-wang', times: 1, fail: { errcode: 40003, errmsg: 'touser invalid' } })
    await days.goTo('2026-09-25', '08:01')
    await other.courier()
    expect(await telling()).toEqual([{ is: 'failed' }])
    await other.db.collection('credits').where({}).update({ left: 0 })
    await decide(leader, second.id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })
    await other.courier()
    expect(await telling()).toEqual([{ is: 'failed' }, { is: 'noCredit' }])
  })
})
