import { randomUUID } from 'node:crypto'
import { shanghaiMidnight } from '../../domain/clock/shanghai'
import { bind, COMMUNITY, decide, fileOne, joinSupplier, lineOf, moveIn, openDesk, openHouse, uploadFiles, act, FRUIT, type House, type Someone } from './openHouse'

const { communityId } = COMMUNITY
const OTHER = randomUUID()
const MINUTE = 60_000
const HOUR = 60 * MINUTE
let house: House
let wang: Someone, lin: Someone, chen: Someone, otherLeader: Someone, laoli: Someone, xu: Someone
let supplierId: string
let deskId: string

beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  supplierId = await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, lin, chen, otherLeader, laoli, xu] = await Promise.all((['wang', 'lin', 'chen', 'otherLeader', 'laoli', 'xu'] as const).map(name => house.as(name))) as [Someone, Someone, Someone, Someone, Someone, Someone]
  await moveInto(OTHER, '海棠苑')
  // In the morning, whatever hour it is here: promises run while somebody answers.
  await house.cloud.moveTime(shanghaiMidnight(Date.now()) + 34 * HOUR - Date.now())
}, 120_000)
afterAll(() => house.close())

/** Another estate with the same lists, led by somebody else. */
async function moveInto(id: string, name: string): Promise<void> {
  await otherLeader.call('openCommunity', { ...COMMUNITY, communityId: id, name, leaderName: '周姐' })
  const files = { ...await uploadFiles(otherLeader, 'orders.xlsx', 'products.csv'), communityId: id }
  const { digest } = await otherLeader.call('previewImport', files)
  await otherLeader.call('confirmImport', { ...files, digest })
  const fruit = (await otherLeader.call('listGroupBuys', { communityId: id })).groupBuys.find(g => g.title === FRUIT)
  await lin.call('bindOrders', { groupBuyId: fruit?.id ?? '', joinNumber: '7', phoneLast4: '6027' })
}

const own = (leader: Someone, id = communityId) => leader.call('showBoard', { of: { kind: 'community', id } })
const desk = (only: { communityId?: string; supplierId?: string; rows?: number } = {}) => xu.call('showBoard', { of: { kind: 'desk', id: deskId }, ...only })
const pass = (ms: number) => house.cloud.moveTime(ms)
const target = ({ attainment }: Awaited<ReturnType<typeof own>>, wanted: string) => attainment.find(a => a.target === wanted)
const pay = { type: 'payRefund' as const, channel: 'cash' as const, reference: '', photos: [] }

let first: string
let second: string

test('a leader without a desk: what runs, what broke, mended again, and what was kept', async () => {
  const empty = await own(chen)
  expect(empty).toMatchObject({ soon: { rows: [], total: 0 }, late: { rows: [], total: 0 }, communities: [{ id: communityId, soon: 0, late: 0, kept: 0, broken: 0 }], suppliers: [], satisfaction: { rated: 0, satisfied: 0 } })
  expect(empty.attainment.every(a => a.kept + a.broken === 0)).toBe(true)
  ;({ id: first } = await fileOne(wang, '草莓'))
  const { filedAt } = (await house.db.collection('cases').doc(first).get()).data[0] as { filedAt: number }
  expect((await own(chen)).soon).toEqual({ rows: [{ caseId: first, communityId, joinNumber: '7', title: expect.stringContaining('草莓'), groupBuyTitle: FRUIT, clock: 'respond', party: 'leader', dueAt: filedAt + 5 * MINUTE }], total: 1 })
  // Nobody comes by but time: it turns red.
  await pass(6 * MINUTE)
  expect(await own(chen)).toMatchObject({ soon: { total: 0 }, late: { rows: [{ caseId: first, clock: 'respond' }], total: 1 }, communities: [{ soon: 0, late: 1 }] })
  // And back, once it is mended; that it was late stays.
  await decide(chen, first, 'leader', { type: 'settle' })
  const mended = await own(chen)
  expect(mended).toMatchObject({ late: { rows: [], total: 0 }, soon: { rows: [{ caseId: first, clock: 'resolve', party: 'leader' }] } })
  expect(target(mended, 'firstResponse')).toEqual({ target: 'firstResponse', kept: 0, broken: 1 })
  await act(chen, first, 'leader', pay)
  expect(target(await own(chen), 'ordinary')).toEqual({ target: 'ordinary', kept: 1, broken: 0 })
  expect((await own(chen)).communities).toMatchObject([{ kept: 1, broken: 1 }])
})

test('a desk sees all communities it serves, each by itself and by who supplies', async () => {
  deskId = await openDesk(house, 'xu', '小许')
  const { token } = await otherLeader.call('inviteToCommunity', { communityId: OTHER, to: { role: 'desk' } })
  await xu.call('openDesk', { token, desk: { kind: 'own', deskId } })
  ;({ id: second } = await fileOne(lin, '草莓'))
  expect((await desk()).soon.rows.map(r => [r.caseId, r.clock])).toEqual([[second, 'respond']])
  await decide(otherLeader, second, 'leader', { type: 'settle' })
  await pass(3 * HOUR)
  const board = await desk()
  expect(board.late).toMatchObject({ rows: [{ caseId: second, communityId: OTHER, clock: 'resolve', party: 'leader' }], total: 1 })
  expect(board.communities.map(c => [c.id, c.late, c.kept, c.broken]).sort()).toEqual([[communityId, 0, 1, 1], [OTHER, 1, 1, 0]].sort())
  expect(target(board, 'firstResponse')).toEqual({ target: 'firstResponse', kept: 1, broken: 1 })
  expect((await desk({ communityId })).late).toEqual({ rows: [], total: 0 })
  expect(target(await desk({ communityId: OTHER }), 'firstResponse')).toEqual({ target: 'firstResponse', kept: 1, broken: 0 })
  await act(otherLeader, second, 'leader', pay)
  expect(await desk()).toMatchObject({ late: { total: 0 } })
  expect(target(await desk(), 'ordinary')).toEqual({ target: 'ordinary', kept: 1, broken: 1 })
})

test('a supplier who lets it lie is late; the answer mends it and stays late in the count', async () => {
  await pass(21 * HOUR)
  const late = (await desk()).suppliers.find(s => s.id === supplierId)
  expect(late).toMatchObject({ name: '丹东果业', late: 1, kept: 0, broken: 0 })
  const listed = await desk({ supplierId })
  expect(listed.late).toMatchObject({ rows: [{ caseId: first, clock: 'recovery', party: 'supplier' }], total: 1 })
  await act(laoli, first, 'supplier', { type: 'admitRecovery', words: '' })
  expect((await desk()).suppliers.find(s => s.id === supplierId)).toMatchObject({ soon: 0, late: 0, kept: 0, broken: 1 })
  expect((await own(chen)).suppliers).toMatchObject([{ id: supplierId, broken: 1 }])
})

test('nobody else sees a number: not of a desk that they are not at, not of a community that they do not lead', async () => {
  const third = randomUUID()
  await otherLeader.call('openCommunity', { ...COMMUNITY, communityId: third, name: '丁香苑' })
  const { token } = await otherLeader.call('inviteToCommunity', { communityId: third, to: { role: 'desk' } })
  const tang = await house.as('tang')
  const theirs = (await tang.call('openDesk', { token, desk: { kind: 'new', deskId: randomUUID(), name: '另一家平台', phone: '', called: '小唐' } })).deskId
  for (const who of [tang, chen, wang, await house.as('stranger')]) expect(await who.refused('showBoard', { of: { kind: 'desk', id: deskId } })).toMatchObject({ code: 'NOT_FOUND', field: 'of.id' })
  for (const who of [xu, wang, laoli, otherLeader]) expect(await who.refused('showBoard', { of: { kind: 'community', id: communityId } })).toMatchObject({ code: 'NOT_ALLOWED' })
  // What a filter names is looked for among one's own only.
  const others = await tang.call('showBoard', { of: { kind: 'desk', id: theirs }, communityId, supplierId })
  expect(others).toMatchObject({ soon: { total: 0 }, late: { total: 0 }, communities: [{ id: third, soon: 0, late: 0, kept: 0, broken: 0 }], suppliers: [] })
  expect((await own(otherLeader, OTHER)).communities.map(c => c.id)).toEqual([OTHER])
})

test('a complaint about the leader is in none of the leader\'s numbers', async () => {
  const before = await own(chen)
  const { orderId, lineId } = await lineOf(wang, '脐橙')
  const { view } = await wang.call('fileCase', { caseId: randomUUID(), orderId, lineId, reason: 'attitude', claim: { measure: 'none' }, wish: { kind: 'apology' }, photos: [], words: '说话难听', about: 'leader' })
  await pass(6 * MINUTE)
  const seen = await desk()
  expect(seen.late.rows.map(r => r.caseId)).toContain(view.id)
  const after = await own(chen)
  expect(after.late).toEqual(before.late)
  // As many rows as were asked for, the longest late first; how many they are stays.
  expect(seen.late.total).toBeGreaterThan(1)
  expect((await desk({ rows: 1 })).late).toEqual({ rows: seen.late.rows.slice(0, 1), total: seen.late.total })
  expect(await xu.refused('showBoard', { of: { kind: 'desk', id: deskId }, rows: 301 })).toMatchObject({ code: 'BAD_INPUT', field: 'rows' })
  expect([after.communities, after.attainment]).toEqual([before.communities, before.attainment])
  await act(xu, view.id, 'operator', { type: 'reject', criterion: 'notShown', words: '问过了', review: 'call' })
  await pass(MINUTE)
  expect(target(await desk({ communityId }), 'firstResponse')).toMatchObject({ broken: 2 })
  expect((await own(chen)).attainment).toEqual(before.attainment)
})
