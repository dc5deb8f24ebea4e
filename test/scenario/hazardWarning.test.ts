import { randomUUID } from 'node:crypto'
import type { WarnedHousehold } from '../../cloudfunctions/lib/warnings'
import type { Answers, CallName, Input, WarningView } from '../../domain/contract/calls'
import { BERRIES, exportOf, importEstate, PRODUCTS, reportBad, type Estate } from './estate'
import { allow, bind, COMMUNITY, joinSupplier, lineOf, moveIn, openHouse, readInbox, type House, type Someone } from './openHouse'

/** A large group-buy: nobody has to be told one by one. */
const HOUSEHOLDS = 200
/** Of them, nobody is here for these. */
const AWAY = 60
/** Who bought it last week, the first of them this week as well. */
const LAST_WEEK = 5
const OLD = '11.14 草莓团'

let house: House
let wang: Someone, lin: Someone, zhang: Someone, chen: Someone, laoli: Someone, otherLeader: Someone, stranger: Someone
let estate: Estate
/** Ends a function's process at its so-manyth request from now on, when the cloud has it already. */
let killAt = 0
beforeAll(async () => {
  house = await openHouse({ watchSdk: async () => { if (killAt > 0 && --killAt === 0) house.cloud.killFunction('api') } })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  ;[wang, lin, zhang, chen, laoli, otherLeader, stranger] = await Promise.all((['wang', 'lin', 'zhang', 'chen', 'laoli', 'otherLeader', 'stranger'] as const).map(name => house.as(name))) as [Someone, Someone, Someone, Someone, Someone, Someone, Someone]
  const { token } = await chen.call('inviteToCommunity', { communityId: COMMUNITY.communityId, to: { role: 'helper', limit: 100 } })
  await zhang.call('acceptRole', { token, name: '张叔', phone: '' })
  await otherLeader.call('openCommunity', { ...COMMUNITY, communityId: '99999999-2222-4333-8444-555555555555', name: '别的小区', leaderName: '刘姐' })
  estate = await importEstate(house, chen, HOUSEHOLDS, wang)
  await joinSupplier(house, 'laoli', '丹东果业')
  // The last of them bought it only then.
  await importWeek(OLD, 'A', exportOf(LAST_WEEK).replace('13910000005', '13700000001'))
  // Every household its own person, except those of whom nobody is here; the first is Wang's, the second has two people, Lin and another.
  const [{ personId: wangId }, { personId: linId }] = await Promise.all([wang.call('whoAmI', {}), lin.call('whoAmI', {})])
  const residents = estate.lines.map((_line, i) => (i === 0 ? [wangId] : i === 1 ? [linId, 'p-second-of-two'] : i < HOUSEHOLDS - AWAY ? [`p-neighbour-${i}`] : []))
  await Promise.all(estate.lines.map(({ orderId }, i) => house.db.collection('orders').where({ _id: orderId }).update({ residents: residents[i] })))
}, 180_000)
afterAll(() => house.close())

/** The same product in another week's group-buy: by the phones of this week's first households. */
async function importWeek(title: string, letter: string, orders: string): Promise<void> {
  const { uploadPrefix } = await chen.call('whoAmI', {})
  const upload = (text: string) => chen.upload(`${uploadPrefix}${randomUUID()}.csv`, Buffer.from(text.replaceAll(BERRIES, title).replaceAll(/^B0/gm, `${letter}0`)))
  const files = { communityId: COMMUNITY.communityId, ordersFile: await upload(orders), productsFile: await upload(PRODUCTS) }
  const { digest } = await chen.call('previewImport', files)
  await chen.call('confirmImport', { ...files, digest })
}

const batch = () => ({ groupBuyId: estate.groupBuyId, productId: estate.productId })
const start = (): Input<'startWarning'> => ({ ...batch(), words: '有人吃出玻璃渣', doThis: 'keepAside' })
/** This week's, and the one who bought it last week only. */
const ALL = HOUSEHOLDS + 1

async function households(): Promise<WarnedHousehold[]> {
  return (await house.db.collection('warnedHouseholds').limit(1000).get()).data as WarnedHousehold[]
}
async function notices(kind: string): Promise<{ _id: string; personId: string }[]> {
  return ((await house.db.collection('notices').where({ template: 'progress' }).limit(1000).get()).data as { _id: string; personId: string }[]).filter(n => n._id.includes(`:${kind}:`))
}
/** As the phone does: what did not answer is asked again, and nothing else. */
async function untilAnswered<C extends CallName>(who: Someone, call: C, input: Input<C>): Promise<Answers[C]> {
  for (let tried = 0; ; tried++) {
    try {
      return await who.call(call, input)
    } catch (error) {
      if (tried === 20) throw error
    }
  }
}
let warning: WarningView
const shown = (from = 0) => chen.call('showWarning', { warningId: warning.id, from })

test('before it is sent the leader sees how many it reaches, last week\'s buyers included', async () => {
  expect(await chen.call('previewWarning', batch())).toEqual({
    title: '草莓', spec: '2斤/盒', warningId: null, households: ALL, here: HOUSEHOLDS - AWAY, hasSupplier: true,
    groupBuys: expect.arrayContaining([{ id: estate.groupBuyId, title: BERRIES }, expect.objectContaining({ title: OLD })]) as unknown,
  })
})

test('the function dies midway, and two people start it at the same instant: one warning, everybody told once', async () => {
  // Late enough that some households are told, early enough that most are not.
  killAt = 60
  const both = await Promise.all([untilAnswered(chen, 'startWarning', start()), untilAnswered(zhang, 'startWarning', start())])
  expect(killAt).toBe(0)
  expect(new Set(both.map(w => w.id)).size).toBe(1)
  warning = await chen.call('startWarning', start())
  expect(warning).toMatchObject({ telling: false, state: 'active', held: true, counts: { households: ALL, reached: 0, sent: 0, notReached: ALL } })
  expect((await house.db.collection('warnings').limit(10).get()).data).toHaveLength(1)
  const all = await households()
  expect(new Set(all.map(h => h.householdId)).size).toBe(ALL)
  expect(all).toHaveLength(ALL)
  const told = await notices('started')
  // Two of one household each have their own; whoever is not here has none; one message a person.
  expect(new Set(told.filter(n => !n._id.includes(':supplier:')).map(n => n.personId)).size).toBe(HOUSEHOLDS - AWAY + 1)
  expect(new Set(told.map(n => n._id)).size).toBe(told.length)
  // Who bought it both weeks is one household with both orders.
  expect(all.filter(h => h.orderIds.length === 2)).toHaveLength(LAST_WEEK - 1)
})

test('killed with nobody left to ask again, the clock completes it', async () => {
  await house.db.collection('warnedHouseholds').where({ warningId: warning.id }).remove()
  await house.db.collection('notices').where({ page: `pages/warning/index?id=${warning.id}` }).remove()
  await house.db.collection('warnings').where({ _id: warning.id }).update({ toTell: 1 })
  const before = (await notices('started')).length
  killAt = 40
  await chen.call('carryOnWarning', { warningId: warning.id }).catch(() => undefined)
  expect(killAt).toBe(0)
  const midway = await households()
  expect(midway.length).toBeLessThan(ALL)
  expect((await shown()).telling).toBe(true)
  expect(await house.clock()).toMatchObject({ warned: 1 })
  expect(await households()).toHaveLength(ALL)
  expect((await notices('started')).length - before).toBe(HOUSEHOLDS - AWAY + 1)
  expect((await shown()).telling).toBe(false)
  expect(await house.clock()).toMatchObject({ warned: 0 })
})

test('sent, opened, 知道了, told by phone: each household once, by its best news; the call list begins with who does not know', async () => {
  await allow(lin, 'resident')
  // A hundred copies a run.
  while (Object.keys((await house.courier()).copies).length > 0);
  expect((await shown()).counts).toEqual({ households: ALL, reached: 0, sent: 1, notReached: ALL - 1 })
  // One of two people of a household reads it: the household knows.
  const own = (await lin.call('listNotices', {})).notices.find(n => n.page.startsWith('pages/warning'))
  expect(own).toMatchObject({ title: '先别吃、先别用！草莓', body: '有人吃出玻璃渣。别吃、别用，单独放好，等团长的消息' })
  await readInbox(lin)
  expect((await shown()).counts).toMatchObject({ reached: 1, sent: 0 })
  const read = await wang.call('readWarning', { warningId: warning.id })
  expect(read).toMatchObject({ words: '有人吃出玻璃渣', state: 'active', acknowledged: false, mine: [{ joinNumber: '1', groupBuyTitle: BERRIES }] })
  expect(await wang.call('acknowledgeWarning', { warningId: warning.id })).toEqual({ acknowledged: true })
  await wang.call('acknowledgeWarning', { warningId: warning.id })
  expect(await wang.call('readWarning', { warningId: warning.id })).toMatchObject({ acknowledged: true })
  expect((await households()).flatMap(h => h.events)).toHaveLength(1)

  const { list } = await shown()
  expect(list).toHaveLength(50)
  const [first] = list
  if (!first) throw new Error('nobody is on the call list')
  expect(first).toMatchObject({ state: 'notReached', told: false, phoneLast4: expect.stringMatching(/^\d{4}$/) as unknown })
  const mark = (m: Input<'markReached'>['mark']) => chen.call('markReached', { warningId: warning.id, householdId: first.id, mark: m })
  const row = async () => (await Promise.all([0, 50, 100, 150, 200].map(shown))).flatMap(w => w.list).find(r => r.id === first.id)
  await mark({ outcome: 'unreachable', how: 'phone' })
  expect(await row()).toMatchObject({ state: 'notReached', tried: true, by: '您', how: '打电话没找到人' })
  await Promise.all([mark({ outcome: 'reached', how: 'onSite' }), mark({ outcome: 'reached', how: 'onSite' })])
  expect(await row()).toMatchObject({ state: 'reached', told: true, how: '当面说了' })
  expect((await shown()).counts).toEqual({ households: ALL, reached: 3, sent: 0, notReached: ALL - 3 })
  await mark({ outcome: 'takenBack' })
  expect((await shown()).counts).toMatchObject({ reached: 2 })
  const everybody = (await Promise.all([0, 50, 100, 150, 200].map(shown))).flatMap(w => w.list)
  expect(new Set(everybody.map(r => r.id)).size).toBe(ALL)
})

test('on hold: it stands at the product for everybody, can still be reported, and is not handed out by mistake', async () => {
  const home = await wang.call('residentHome', {})
  expect(home.bought.find(b => b.title === BERRIES)?.lines[0]?.warning).toEqual({ warningId: warning.id, doThis: 'keepAside', held: true })
  expect((await stranger.call('showGroupBuy', { groupBuyId: estate.groupBuyId })).products[0]?.warning).toEqual({ warningId: warning.id, doThis: 'keepAside', held: true })
  const { groupBuys } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  expect(groupBuys.flatMap(g => g.products).filter(p => p.warningId === warning.id)).toHaveLength(2)
  expect(groupBuys.flatMap(g => g.products).filter(p => p.warningId !== null)).toHaveLength(2)
  expect(await reportBad(wang, estate.lines.slice(0, 1))).toHaveLength(1)
  const orderIds = [estate.lines[3]?.orderId ?? '']
  expect((await chen.call('showArrival', { groupBuyId: estate.groupBuyId })).pickups.find(p => p.orderId === orderIds[0])?.held).toEqual(['草莓'])
  const give = { groupBuyId: estate.groupBuyId, orderIds, pickedUp: true }
  expect(await chen.refused('markPickedUp', give)).toMatchObject({ code: 'PRODUCT_HELD', message: '「草莓」有安全问题，先别发' })
  expect(await chen.call('markPickedUp', { ...give, heldStays: true })).toEqual({ changed: 1 })
  expect(await chen.call('markPickedUp', { ...give, pickedUp: false })).toEqual({ changed: 1 })
  await chen.call('holdProduct', { warningId: warning.id, hold: false, words: '换了一批，查过的' })
  expect(await chen.call('markPickedUp', give)).toEqual({ changed: 1 })
  expect(await chen.call('holdProduct', { warningId: warning.id, hold: true, words: '' })).toMatchObject({ held: true })
  expect((await chen.call('showArrival', { groupBuyId: estate.groupBuyId })).pickups.find(p => p.orderId === orderIds[0])?.held).toEqual(['草莓'])
})

test('the supplier is alerted, sees counts and never a household', async () => {
  expect((await laoli.call('listNotices', {})).notices.map(n => n.title)).toContain('有安全问题，先停发：草莓')
  expect((await laoli.call('supplierCases', { tab: 'mine' })).warnings).toMatchObject([{ id: warning.id, title: '草莓', words: '有人吃出玻璃渣', held: true }])
  const counts = await laoli.call('countWarning', { warningId: warning.id })
  expect(counts).toMatchObject({ counts: { households: ALL, reached: 2 } })
  expect(JSON.stringify(counts)).not.toMatch(/邻居|号楼|收货|王/)
})

test('whoever binds later, or is imported later, is told as well', async () => {
  const before = (await notices('started')).length
  await bindTo('stranger', String(HOUSEHOLDS), String(10_000_000 + HOUSEHOLDS).slice(-4))
  expect((await shown()).telling).toBe(true)
  await house.clock()
  expect((await notices('started')).length).toBe(before + 1)
  expect((await shown()).counts.households).toBe(ALL)
  expect(await stranger.call('readWarning', { warningId: warning.id })).toMatchObject({ mine: [{ joinNumber: String(HOUSEHOLDS) }] })
  // One who bought it before, and one who did not.
  await importWeek('11.28 草莓团', 'C', exportOf(2).replace('13910000002', '13700000002'))
  await house.clock()
  expect(await shown()).toMatchObject({ telling: false, counts: { households: ALL + 1 }, groupBuys: { length: 3 } })
})

async function bindTo(name: 'stranger', joinNumber: string, phoneLast4: string): Promise<void> {
  await (await house.as(name)).call('bindOrders', { groupBuyId: estate.groupBuyId, joinNumber, phoneLast4 })
}

test('nobody else sees, starts, ticks, holds or lifts anything', async () => {
  const [row] = (await shown()).list
  const doings: [CallName, unknown][] = [
    ['previewWarning', batch()], ['startWarning', start()], ['carryOnWarning', { warningId: warning.id }], ['showWarning', { warningId: warning.id, from: 0 }],
    ['markReached', { warningId: warning.id, householdId: row?.id, mark: { outcome: 'reached', how: 'phone' } }], ['holdProduct', { warningId: warning.id, hold: false, words: 'x' }], ['liftWarning', { warningId: warning.id, words: 'x' }],
  ]
  const before = (await house.db.collection('warnings').limit(10).get()).data
  for (const who of [wang, laoli, otherLeader, stranger]) for (const [call, input] of doings) expect([call, await who.refused(call, input)]).toMatchObject([call, { code: 'NOT_FOUND' }])
  for (const who of [wang, chen, otherLeader, stranger]) expect(await who.refused('countWarning', { warningId: warning.id })).toMatchObject({ code: 'NOT_FOUND' })
  expect((await otherLeader.call('readWarning', { warningId: warning.id })).mine).toEqual([])
  expect(await otherLeader.refused('acknowledgeWarning', { warningId: warning.id })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await chen.refused('markReached', { warningId: warning.id, householdId: 'nobody', mark: { outcome: 'takenBack' } })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await chen.refused('startWarning', { ...start(), caseId: randomUUID() })).toMatchObject({ code: 'NOT_FOUND', field: 'caseId' })
  expect((await house.db.collection('warnings').limit(10).get()).data).toEqual(before)
})

test('a helper warns as the leader does, and stops with the role', async () => {
  const [row] = (await zhang.call('showWarning', { warningId: warning.id, from: 0 })).list
  await zhang.call('markReached', { warningId: warning.id, householdId: row?.id ?? '', mark: { outcome: 'reached', how: 'phone' } })
  const rows = (await Promise.all([0, 50, 100, 150, 200].map(shown))).flatMap(w => w.list)
  expect(rows.find(r => r.id === row?.id)).toMatchObject({ state: 'reached', by: '张叔' })
  await zhang.call('leaveRole', { communityId: COMMUNITY.communityId })
  expect(await zhang.refused('showWarning', { warningId: warning.id, from: 0 })).toMatchObject({ code: 'NOT_FOUND' })
})

test('lifted: whoever was warned is told that it is over, once; nothing stands at the product; the record stays; another one can be started', async () => {
  expect(await chen.refused('liftWarning', { warningId: warning.id, words: ' ' })).toMatchObject({ code: 'BAD_INPUT' })
  const reached = (await shown()).counts
  const [first, again] = await Promise.all([0, 1].map(() => chen.call('liftWarning', { warningId: warning.id, words: '查过了，是瓶盖碎片，只有那一盒' })))
  expect(again?.id).toBe(first?.id)
  const after = await shown()
  expect(after).toMatchObject({ state: 'lifted', held: false, telling: false, counts: reached })
  expect(after.record.map(r => r.words)).toEqual([
    expect.stringMatching(/^(您|以前的帮手)发了提醒：有人吃出玻璃渣。/) as unknown, expect.stringMatching(/停发了这件东西$/) as unknown, '告诉了供货商「丹东果业」', '您恢复发货：换了一批，查过的', '您停发了这件东西', '您解除了提醒：查过了，是瓶盖碎片，只有那一盒',
  ])
  const over = (await notices('lifted')).filter(n => !n._id.includes(':supplier:'))
  expect(over).toHaveLength(HOUSEHOLDS - AWAY + 2)
  expect((await wang.call('residentHome', {})).bought.flatMap(b => b.lines).every(l => l.warning === null)).toBe(true)
  expect((await laoli.call('supplierCases', { tab: 'mine' })).warnings).toEqual([])
  expect(await wang.call('readWarning', { warningId: warning.id })).toMatchObject({ state: 'lifted', lifted: { words: '查过了，是瓶盖碎片，只有那一盒' } })
  expect(await chen.refused('markReached', { warningId: warning.id, householdId: after.list[0]?.id, mark: { outcome: 'takenBack' } })).toMatchObject({ code: 'WARNING_LIFTED' })
  const next = await chen.call('startWarning', { ...start(), words: '又有一家' })
  expect(next.id).not.toBe(warning.id)
  expect(next).toMatchObject({ state: 'active', counts: { households: ALL + 1, reached: 0 } })
  expect(await lineOf(wang, '草莓')).toBeTruthy()
})
