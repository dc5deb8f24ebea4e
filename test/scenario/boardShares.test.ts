import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import { BERRIES, exportOf, importEstate, type Estate } from './estate'
import { act, COMMUNITY, decide, openDesk, openHouse, type House, type Someone } from './openHouse'

const { communityId } = COMMUNITY
const DAY = 24 * 3600_000
const HOUSEHOLDS = 40

let house: House
let wang: Someone, chen: Someone, xu: Someone
let deskId: string
let estate: Estate
beforeEach(async () => {
  house = await openHouse()
  ;[wang, chen, xu] = await Promise.all([house.as('wang'), house.as('chen'), house.as('xu')]) as [Someone, Someone, Someone]
  await chen.call('openCommunity', COMMUNITY)
  deskId = await openDesk(house, 'xu', '小许')
  estate = await importEstate(house, chen, HOUSEHOLDS, wang)
}, 90_000)
afterEach(() => house.close())

const board = () => chen.call('showBoard', { of: { kind: 'community', id: communityId } })
const report = async (household: number, more: Partial<Input<'fileCase'>> = {}) => {
  const line = estate.lines[household - 1]
  if (!line) throw new Error(`no household ${household}`)
  const asked = Math.floor((2 * line.paid + line.quantity) / (2 * line.quantity))
  const { view } = await wang.call('fileCase', { caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: asked }, photos: [await wang.photo()], words: '', ...more })
  return { id: view.id, asked }
}
const rude = (household: number) => report(household, { reason: 'attitude', about: 'supplier', claim: { measure: 'none' }, wish: { kind: 'apology' }, photos: [], words: '说话难听' })
/** Goods that went back, with a word about how it went where `content` is false. */
const goesBack = async (household: number) => {
  const { id, asked } = await report(household)
  await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'returnRefund', refund: asked }], words: '拿回来看看' })
  await act(wang, id, 'resident', { type: 'agree', option: 0 })
  await act(wang, id, 'resident', { type: 'sendReturn', way: 'pickupPoint', waybill: '', words: '', photos: [] })
  return id
}

test('returns and complaints are counted in orders, each once, and what is crushed is no complaint', async () => {
  expect((await board()).shares).toEqual({ returned: { count: 0, of: HOUSEHOLDS }, complained: { count: 0, of: HOUSEHOLDS }, complainedOfReturn: { count: 0, of: HOUSEHOLDS }, lost: { count: 0, of: 0 } })
  await report(1)
  await rude(2)
  // Two on one order are one order.
  await report(2)
  const onTheWay = await goesBack(3)
  expect((await board()).shares).toMatchObject({ returned: { count: 0 }, complained: { count: 1 }, complainedOfReturn: { count: 0 } })
  await act(chen, onTheWay, 'leader', { type: 'receiveReturn', words: '', photos: [] })
  expect((await board()).shares).toMatchObject({ returned: { count: 1, of: HOUSEHOLDS }, complained: { count: 1, of: HOUSEHOLDS }, complainedOfReturn: { count: 0 } })
  // It failed, was refused, and somebody else is asked to look: a complaint that a return led to.
  await act(chen, onTheWay, 'leader', { type: 'inspectReturn', passed: false, words: '放坏的', photos: [await chen.photo()] })
  await decide(chen, onTheWay, 'leader', { type: 'reject', criterion: 'kept', review: 'onSite', words: '拿回来看过，是放坏的' })
  await act(wang, onTheWay, 'resident', { type: 'appeal', grounds: '到的时候就是坏的', photos: [] })
  const shares = { returned: { count: 1, of: HOUSEHOLDS }, complained: { count: 2, of: HOUSEHOLDS }, complainedOfReturn: { count: 1, of: HOUSEHOLDS }, lost: { count: 0, of: 0 } }
  expect((await board()).shares).toEqual(shares)
  // The desk sees the same of the communities that it serves; of one supplier nobody can say.
  const ofDesk = (only: { communityId?: string; supplierId?: string }) => xu.call('showBoard', { of: { kind: 'desk', id: deskId }, ...only })
  expect((await ofDesk({})).shares).toEqual(shares)
  expect((await ofDesk({ communityId })).shares).toEqual(shares)
  expect((await ofDesk({ communityId: randomUUID() })).shares).toMatchObject({ returned: { count: 0, of: 0 } })
  expect((await ofDesk({ supplierId: estate.supplierId })).shares).toBeNull()
  // What is hidden from the leader is in no number of theirs.
  await report(4, { reason: 'attitude', about: 'leader', claim: { measure: 'none' }, wish: { kind: 'apology' }, photos: [], words: '说话难听' })
  expect((await board()).shares).toEqual(shares)
  expect((await ofDesk({})).shares).toMatchObject({ complained: { count: 3 } })
})

test('who complained and stayed away is counted a month later; who bought again is not', async () => {
  await rude(1)
  await rude(2)
  await report(3)
  await house.cloud.moveTime(31 * DAY)
  const [later, back] = [await house.as('chen'), exportOf(1).replaceAll(BERRIES, '12.24 草莓第二团').replaceAll('B0', 'C0')]
  const { uploadPrefix } = await later.call('whoAmI', {})
  const ordersFile = await later.upload(`${uploadPrefix}${randomUUID()}.csv`, Buffer.from(back))
  expect((await board()).shares).toEqual({ returned: { count: 0, of: 0 }, complained: { count: 0, of: 0 }, complainedOfReturn: { count: 0, of: 0 }, lost: { count: 2, of: HOUSEHOLDS } })
  const { digest } = await later.call('previewImport', { communityId, ordersFile })
  await later.call('confirmImport', { communityId, ordersFile, digest })
  // 邻居1 bought again, 邻居2 did not.
  expect((await board()).shares).toMatchObject({ returned: { count: 0, of: 1 }, lost: { count: 1, of: HOUSEHOLDS } })
})
