import { randomUUID } from 'node:crypto'
import { importEstate, reportBad, type Estate } from './estate'
import { act, bind, COMMUNITY, decide, moveIn, openHouse, whenEffective, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone
let estate: Estate
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
  estate = await importEstate(house, chen, 12, wang)
}, 60_000)
afterAll(() => house.close())

const sheet = () => chen.call('refundSheet', { groupBuyId: estate.groupBuyId })
const states = async () => (await sheet()).rows.map(r => [r.joinNumber, r.state, r.due, r.paid])
/** A newer export of the other app, with these refunds by 跟团号, in fen. */
const exportWith = async (refunded: Record<number, number>) => { await importEstate(house, chen, 12, wang, refunded) }

test('ticked off and done at once; the next export confirms, misses, warns of a second time', async () => {
  const cases = await reportBad(wang, estate.lines.slice(0, 5))
  expect((await sheet()).rows).toEqual([])
  await chen.call('decideTogether', { decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'asAsked' }, cases: cases.map(({ caseId, seen }) => ({ caseId, seen })) })
  // What can still be taken back is not to be paid yet.
  expect(await sheet()).toMatchObject({ rows: [], pending: { cases: 5 } })
  await whenEffective(chen, cases[0]?.caseId ?? '', 'leader')
  expect(await states()).toEqual([1, 2, 3, 4, 5].map(n => [String(n), 'due', 2990, 0]))

  // Somebody refunded 5 in the other app and did not say so.
  await exportWith({ 5: 2990 })
  expect((await states())[4]).toEqual(['5', 'perhapsPaid', 2990, 0])

  const { rows } = await sheet()
  const done = rows.slice(0, 4).flatMap(r => r.cases.map(c => ({ caseId: c.caseId, seen: r.seen[c.caseId] ?? 0 })))
  const { results } = await chen.call('decideTogether', { decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] }, cases: done })
  expect(results.map(r => r.outcome)).toEqual(['paid', 'paid', 'paid', 'paid'])
  expect((await states()).slice(0, 4)).toEqual([1, 2, 3, 4].map(n => [String(n), 'paid', 0, 2990]))

  await exportWith({ 1: 2990, 2: 5980, 3: 0, 4: 2990, 5: 2990 })
  expect((await sheet()).rows.map(r => [r.joinNumber, r.state, r.difference])).toEqual([
    ['1', 'confirmed', 0], ['2', 'moreThanPaid', 2990], ['3', 'missing', 2990], ['4', 'confirmed', 0], ['5', 'perhapsPaid', 2990],
  ])
})

test('refunds of one group-buy stand on one card of the inbox, one alone on its own; the tabs count each of them', async () => {
  const inbox = () => chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })
  const settle = async (cases: readonly { caseId: string; seen: number }[]) => {
    await chen.call('decideTogether', { decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'asAsked' }, cases: cases.map(({ caseId, seen }) => ({ caseId, seen })) })
  }
  // Of the test before, one is left to be paid.
  expect(await inbox()).toMatchObject({ cards: [{ stage: 'refunding', joinNumber: '5' }], refunds: [], counts: { mine: 1 } })
  const [sixth, ...alike] = await reportBad(wang, estate.lines.slice(5, 8))
  if (!sixth) throw new Error('nothing was reported')
  await settle([sixth])
  expect(await inbox()).toMatchObject({ cards: [], alike: [{ households: alike.length }], refunds: [{ groupBuyId: estate.groupBuyId, cases: 2, fen: 5980 }], counts: { mine: 4 } })
  await settle(alike)
  expect(await inbox()).toMatchObject({ cards: [], alike: [], refunds: [{ cases: 4, fen: 11_960 }], counts: { mine: 4 } })
})

test('one paid and another due on one order: the export that has the first twice, or not at all, is held against it all the same', async () => {
  const [first] = await reportBad(wang, estate.lines.slice(10, 11), 50)
  const pay = (caseId: string) => act(chen, caseId, 'leader', { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] })
  const row = async () => (await sheet()).rows.filter(r => r.joinNumber === '11').map(r => [r.state, r.due, r.paid, r.difference])
  await decide(chen, first?.caseId ?? '', 'leader', { type: 'settle' })
  await pay(first?.caseId ?? '')
  const [second] = await reportBad(wang, estate.lines.slice(10, 11), 100)
  await decide(chen, second?.caseId ?? '', 'leader', { type: 'settle' })
  await exportWith({ 1: 2990, 2: 5980, 4: 2990, 5: 2990 })
  expect(await row()).toEqual([['missing', 2990, 1495, 1495]])
  await exportWith({ 1: 2990, 2: 5980, 4: 2990, 5: 2990, 11: 1495 })
  expect(await row()).toEqual([['due', 2990, 1495, 0]])
  await exportWith({ 1: 2990, 2: 5980, 4: 2990, 5: 2990, 11: 2990 })
  expect(await row()).toEqual([['perhapsPaid', 2990, 1495, 1495]])
})

test('is the leader\'s', async () => {
  for (const who of [wang, await house.as('otherLeader'), await house.as('stranger')]) expect(await who.refused('refundSheet', { groupBuyId: estate.groupBuyId })).toMatchObject({ code: 'NOT_FOUND', field: 'groupBuyId' })
})
