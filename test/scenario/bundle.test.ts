import { randomUUID } from 'node:crypto'
import type { BundleAnswer, Input, TogetherView } from '../../domain/contract/calls'
import { BERRIES, COST, importEstate, reportBad, type Estate } from './estate'
import { act, bind, COMMUNITY, decide, joinSupplier, moveIn, openHouse, whenEffective, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone, laoli: Someone, xiaozhou: Someone, stranger: Someone
let estate: Estate
let bundle: { supplierId: string; groupBuyId: string }
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  await joinSupplier(house, 'xiaozhou', '绿源蔬菜')
  ;[wang, chen, laoli, xiaozhou, stranger] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli'), house.as('xiaozhou'), house.as('stranger')]) as [Someone, Someone, Someone, Someone, Someone]
  estate = await importEstate(house, chen, 60, wang)
  bundle = { supplierId: estate.supplierId, groupBuyId: estate.groupBuyId }
}, 60_000)
afterAll(() => house.close())

/** What leader and supplier have to agree on. */
const numbers = ({ sum, due, products, cases }: BundleAnswer) => ({ sum, due, products, items: cases.map(c => c.item), numbers: cases.map(c => c.number) })
async function both(): Promise<BundleAnswer> {
  const [leader, supplier] = await Promise.all([chen.call('showBundle', { ...bundle, as: 'leader' }), laoli.call('showBundle', bundle)])
  expect([leader.as, supplier.as]).toEqual(['leader', 'supplier'])
  expect(numbers(supplier)).toEqual(numbers(leader))
  return supplier
}
async function toTheEnd(who: Someone, input: Omit<Input<'decideTogether'>, 'decisionId'>): Promise<TogetherView> {
  const decisionId = randomUUID()
  let view = await who.call('decideTogether', { ...input, decisionId })
  while (view.phase !== 'done') view = await who.call('carryOn', { decisionId })
  return view
}
const claimed = (b: BundleAnswer) => b.cases.filter(c => c.item.state === 'claimed').map(({ card, seen }) => ({ caseId: card.id, seen }))

test('a bad batch, at cost: the same numbers on both sides at every step, one answer for the whole, one case by itself', async () => {
  // The price list has costs: the leader is asked, once, and whatever they say settles it.
  const asks = async () => [(await chen.call('showBundle', { ...bundle, as: 'leader' })).asksBasis, (await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })).suppliers.find(s => s.id === bundle.supplierId)?.asksBasis]
  expect(await asks()).toEqual([true, true])
  await chen.call('agreeOnRecovery', { supplierId: bundle.supplierId, recoverAt: 'retail' })
  expect(await asks()).toEqual([false, false])
  expect(await chen.call('agreeOnRecovery', { supplierId: bundle.supplierId, recoverAt: 'cost' })).toEqual({ recoverAt: 'cost' })
  const cases = await reportBad(wang, estate.lines.slice(0, 23))
  // One box of each household is bad: each its own price, and the cost of one box.
  expect((await both()).sum).toMatchObject({ undecided: { cases: 23, fen: 23 * COST }, claimed: { cases: 0, fen: 0 }, all: { cases: 23, fen: 0 } })

  await toTheEnd(chen, { communityId: COMMUNITY.communityId, step: { type: 'asAsked' }, cases: cases.map(({ caseId, seen }) => ({ caseId, seen })) })
  for (const { caseId } of cases) await whenEffective(chen, caseId, 'leader')
  const settled = await both()
  expect(settled).toMatchObject({ groupBuyTitle: BERRIES, supplierName: '丹东果业', recoverAt: 'cost', sum: { claimed: { cases: 23, fen: 23 * COST }, all: { fen: 23 * COST } } })
  expect(settled.cases.every(c => c.item.basis === 'cost' && c.item.amount === COST)).toBe(true)
  expect(settled.products).toMatchObject([{ title: '草莓', sum: { claimed: { cases: 23 } } }])

  // One by itself, one paid already, the others together.
  const [one, paid] = cases.map(c => c.caseId) as [string, string]
  await act(laoli, one, 'supplier', { type: 'disputeRecovery', reason: 'keptWarm', words: '', photos: [] })
  await act(chen, paid, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
  const rest = await both()
  expect(rest.sum).toMatchObject({ claimed: { cases: 22 }, disputed: { cases: 1, fen: COST }, repaid: { cases: 1, fen: COST } })
  const view = await toTheEnd(laoli, { supplierId: bundle.supplierId, step: { type: 'admitRecovery', words: '' }, cases: claimed(rest) })
  expect(view.results.map(r => [r.outcome, r.amount, r.buyer, r.joinNumber])).toEqual(Array.from({ length: 22 }, () => ['admitted', COST, '', '']))
  const answered = await both()
  expect(answered.sum).toMatchObject({ claimed: { cases: 0, fen: 0 }, admitted: { cases: 22, fen: 22 * COST }, disputed: { cases: 1, fen: COST }, all: { cases: 23, fen: 23 * COST } })
  expect(answered.due).toBeNull()
})

test('another agreement later: what is filed keeps its own, what comes goes by the new', async () => {
  const before = await both()
  await chen.call('agreeOnRecovery', { supplierId: bundle.supplierId, recoverAt: 'retail' })
  expect((await both()).sum).toEqual(before.sum)
  const [report] = await reportBad(wang, estate.lines.slice(30, 31))
  if (!report) throw new Error('nothing was reported')
  await decide(chen, report.caseId, 'leader', { type: 'settle' })
  const after = await both()
  expect(after.cases.map(c => c.item).find(i => i.caseId === report.caseId)).toMatchObject({ basis: 'retail', amount: report.asked })
  expect(after.sum.all.fen).toBe(before.sum.all.fen + report.asked)
  // The page and the list of the supplier say the same.
  expect((await laoli.call('showCase', { caseId: report.caseId })).view.recovery).toMatchObject({ basis: 'retail', amount: report.asked })
  expect((await laoli.call('supplierCases', { tab: 'mine' })).cards.find(c => c.id === report.caseId)).toMatchObject({ recovery: { basis: 'retail', amount: report.asked }, bundle })
})

test('what is decided seconds ago is in neither\'s numbers until it can no longer be taken back', async () => {
  const [report] = await reportBad(wang, estate.lines.slice(31, 32))
  if (!report) throw new Error('nothing was reported')
  await act(chen, report.caseId, 'leader', { type: 'settle' })
  const state = (b: BundleAnswer) => b.cases.find(c => c.card.id === report.caseId)?.item.state
  const leader = await chen.call('showBundle', { ...bundle, as: 'leader' })
  const { view } = await chen.call('showCase', { caseId: report.caseId, as: 'leader' })
  // A slow machine may be past it by now; then it is in both.
  if (view.takesEffect) expect(state(leader)).toBe('undecided')
  await whenEffective(chen, report.caseId, 'leader')
  expect(state(await both())).toBe('claimed')
})

test('nobody else\'s bundle is there for anybody', async () => {
  const leaderOfAnother = await house.as('otherLeader')
  await leaderOfAnother.call('openCommunity', { ...COMMUNITY, communityId: '99999999-2222-4333-8444-555555555555', name: '别的小区' })
  for (const who of [wang, xiaozhou, stranger, leaderOfAnother]) expect(await who.refused('showBundle', bundle)).toMatchObject({ code: 'NOT_FOUND', field: 'supplierId' })
  expect(await wang.refused('showBundle', { ...bundle, as: 'supplier' })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await laoli.refused('showBundle', { ...bundle, as: 'leader' })).toMatchObject({ code: 'NOT_FOUND', field: 'supplierId' })
  expect(await laoli.refused('showBundle', { ...bundle, supplierId: 'nobody' })).toMatchObject({ code: 'NOT_FOUND', field: 'supplierId' })
  expect(await laoli.refused('showBundle', { ...bundle, groupBuyId: 'none' })).toMatchObject({ code: 'NOT_FOUND', field: 'groupBuyId' })
  expect(await laoli.refused('showBundle', { ...bundle, groupBuyId: { $ne: '' } })).toMatchObject({ code: 'BAD_INPUT', field: 'groupBuyId' })
  for (const who of [laoli, wang, leaderOfAnother]) expect(await who.refused('agreeOnRecovery', { supplierId: bundle.supplierId, recoverAt: 'cost' })).toMatchObject({ code: 'NOT_FOUND', field: 'supplierId' })
  expect(await chen.refused('agreeOnRecovery', { supplierId: bundle.supplierId, recoverAt: 'free' })).toMatchObject({ code: 'BAD_INPUT', field: 'recoverAt' })
  // Somebody else's cases in one's own answer are not there.
  const [waiting] = claimed(await both())
  if (!waiting) throw new Error('nothing waits')
  const { suppliers } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const greens = suppliers.find(s => s.name === '绿源蔬菜')?.id ?? ''
  const view = await toTheEnd(xiaozhou, { supplierId: greens, step: { type: 'admitRecovery', words: '' }, cases: [waiting] })
  expect(view.results).toMatchObject([{ outcome: 'refused', why: { code: 'CASE_NOT_FOUND' } }])
  expect(await xiaozhou.refused('decideTogether', { decisionId: randomUUID(), supplierId: bundle.supplierId, step: { type: 'admitRecovery', words: '' }, cases: [waiting] })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(claimed(await both())).toContainEqual(waiting)
})

test('nothing that the supplier is told of a bundle names a resident', async () => {
  const answer = JSON.stringify(await laoli.call('showBundle', bundle))
  const { data } = await house.db.collection('orders').where({ groupBuyId: bundle.groupBuyId }).limit(1000).get() as { data: { _id: string; buyer: string; receiver: string; room: string; phoneLast4: string; phoneHash: string }[] }
  expect(data).toHaveLength(60)
  // Four digits of a phone may stand in any number by chance; whole names, rooms and hashes may not.
  for (const { _id, buyer, receiver, room, phoneHash } of data) for (const secret of [_id, `"${buyer}"`, `"${receiver}"`, room, phoneHash]) expect(answer).not.toContain(secret)
  expect(answer).not.toContain((await wang.call('whoAmI', {})).personId)
})
