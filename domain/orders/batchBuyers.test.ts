import fc from 'fast-check'
import type { DecisionState } from '../case/case'
import { countAnswers, countBuyers, whoSaidNothing } from './batchBuyers'
import type { Order } from './order'

const order = (id: number, over: Partial<Order> = {}): Order => ({
  _id: `o${id}`, communityId: 'c', groupBuyId: 'g', key: `k${id}`, joinNumber: String(id), buyer: `邻居${id}`, receiver: '', phoneLast4: '', phoneHash: '', room: '', pickupPoint: '',
  status: 'paid', total: 2990, refunded: 0, paidAt: null, lines: [{ id: 'l', productId: 'p', title: '草莓', spec: '', quantity: 1, paid: 2990 }], residents: [], importedAt: 0, ...over,
})
const said = (id: number, decision: DecisionState = 'review') => ({ line: { orderId: `o${id}` }, decision })
const many = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

test('seventy-eight bought it; twenty-two of twenty-four who reported are not here: the other fifty-two are counted once', () => {
  const orders = many(1, 78).map(n => order(n, { residents: n <= 4 ? ['p'] : [] }))
  const cases = [said(1), said(2), ...many(5, 26).map(n => said(n))]
  expect(countBuyers(orders, cases, [])).toEqual({ households: 78, reported: 24, quiet: 2, unclaimed: 52 })
  expect(countBuyers(orders, cases, [{ orderId: 'o3' }])).toMatchObject({ quiet: 1 })
})

test('who reported stays a buyer when the money went back; who reported nothing and has the money back is none', () => {
  const orders = [order(1, { refunded: 2990, residents: ['p'] }), order(2, { status: 'refunded' }), order(3, { status: 'refunded' }), order(4, { status: 'unpaid' }), order(5)]
  expect(countBuyers(orders, [said(1, 'agreed'), said(2, 'agreed')], [])).toEqual({ households: 3, reported: 2, quiet: 0, unclaimed: 1 })
})

test('a household counts once however many cases it has; one that withdrew is no report, and is not asked again', () => {
  const orders = [order(1, { residents: ['p'] }), order(2, { residents: ['p'] })]
  expect(countBuyers(orders, [said(1), said(1, 'agreed'), said(2, 'withdrawn')], [])).toEqual({ households: 2, reported: 1, quiet: 0, unclaimed: 0 })
  expect(whoSaidNothing(orders, [said(2, 'withdrawn')])).toEqual({ here: [orders[0]], away: [] })
})

test('the numbers never exceed the buyers, and add up where everybody who is here was asked or spoke', () => {
  const someone = fc.record({ here: fc.boolean(), paid: fc.boolean(), cases: fc.array(fc.constantFrom<DecisionState>('review', 'agreed', 'rejected'), { maxLength: 2 }), asked: fc.boolean() })
  fc.assert(fc.property(fc.array(someone, { maxLength: 12 }), people => {
    const orders = people.map((p, i) => order(i, { residents: p.here ? ['p'] : [], status: p.paid ? 'paid' : 'refunded' }))
    const cases = people.flatMap((p, i) => p.cases.map(decision => said(i, decision)))
    const asks = people.flatMap((p, i) => (p.asked && p.here && p.paid ? [{ orderId: `o${i}` }] : []))
    const counts = countBuyers(orders, cases, asks)
    const onlyAsked = people.filter(p => p.asked && p.here && p.paid && p.cases.length === 0).length
    expect(counts.reported + counts.quiet + counts.unclaimed + onlyAsked).toBe(counts.households)
  }))
})

test('a household that was asked about two lines is one, by the worse answer', () => {
  const answer = (orderId: string, said: 'fine' | 'bad' | null) => ({ orderId, answer: said })
  expect(countAnswers([answer('a', 'fine'), answer('a', 'bad'), answer('b', 'fine'), answer('b', null), answer('c', 'fine')])).toEqual({ total: 3, fine: 1, bad: 1, silent: 1 })
})
