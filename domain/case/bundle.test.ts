import fc from 'fast-check'
import { UNDO_WINDOW } from '../clock/policy'
import { bundleOf, inForce, type BundleSum } from './bundle'
import { act, examples, exampleLine, filedCase, FILED_AT, HOUR, lastAt, LATER, LEADER, SUPPLIER } from './exampleCase'
import { someHistory } from './exampleHistories'

const of = (cases: readonly { state: Parameters<typeof bundleOf>[0][number] }[], now = LATER) => bundleOf(cases.map(c => c.state), now)

test('each case is in exactly one sum, by where it stands', () => {
  const { review, settled, admitted, disputed, paid, rejected, withdrawn, noted, granted } = examples()
  const { sum, items } = of([review, settled, admitted, disputed, paid, rejected, withdrawn, noted, granted])
  expect(items.map(i => i.state)).toEqual(['undecided', 'claimed', 'admitted', 'disputed', 'claimed', 'nothing', 'nothing', 'nothing', 'admitted'])
  expect(sum).toEqual<BundleSum>({
    all: { cases: 9, fen: 5 * 1260 }, claimed: { cases: 2, fen: 2520 }, admitted: { cases: 2, fen: 2520 }, disputed: { cases: 1, fen: 1260 },
    undecided: { cases: 1, fen: 1260 }, repaid: { cases: 1, fen: 1260 },
  })
})

test('at cost and at retail side by side: each by its own agreement', () => {
  const atCost = filedCase({}, { recoverAt: 'cost', line: exampleLine({ cost: 2000 }) })
  const { sum, items } = of([act(atCost, LEADER, { type: 'settle' }), act(filedCase(), LEADER, { type: 'settle' })])
  expect(items.map(i => [i.amount, i.basis])).toEqual([[1000, 'cost'], [1260, 'retail']])
  expect(sum.claimed).toEqual({ cases: 2, fen: 2260 })
})

test('products stand together, with sums of their own that make up the whole', () => {
  const berries = act(filedCase(), LEADER, { type: 'settle' })
  const oranges = act(filedCase({}, { line: exampleLine({ productId: 'product-orange', title: '脐橙' }) }), LEADER, { type: 'settle' })
  const { products, sum } = of([berries, oranges, berries])
  expect(products.map(p => [p.title, p.sum.claimed.cases, p.caseIds.length])).toEqual([['【丹东99草莓】顺丰冷链', 2, 2], ['脐橙', 1, 1]])
  expect(products.reduce((total, p) => total + p.sum.all.fen, 0)).toBe(sum.all.fen)
})

test('the first answer that is owed is the one that is told', () => {
  const { review } = examples()
  const early = act(review, LEADER, { type: 'settle' }, { at: FILED_AT + HOUR })
  const late = act(review, LEADER, { type: 'settle' }, { at: FILED_AT + 3 * HOUR })
  expect(of([late, early]).due?.dueAt).toBe(FILED_AT + HOUR + UNDO_WINDOW + 24 * HOUR)
  expect(of([act(early, SUPPLIER, { type: 'admitRecovery', words: '' })]).due).toBeNull()
})

test('what may yet be taken back is in nobody\'s sum', () => {
  const { settled } = examples()
  const now = lastAt(settled) + UNDO_WINDOW / 2
  expect(inForce(settled.state, now).recovery).toBe('none')
  expect(of([settled], now).sum).toMatchObject({ claimed: { cases: 0 }, undecided: { cases: 1, fen: 1260 } })
  expect(of([settled], now + UNDO_WINDOW).sum).toMatchObject({ claimed: { cases: 1 }, undecided: { cases: 0 } })
})

test('whatever happens to the cases, nothing is counted twice and nothing is lost', () => {
  fc.assert(fc.property(fc.array(someHistory, { maxLength: 6 }), fc.nat(5), (lives, wait) => {
    const cases = lives.map(l => l.end)
    const now = Math.max(0, ...cases.map(lastAt)) + wait * UNDO_WINDOW / 2
    const { sum, items, products } = of(cases, now)
    const nothing = items.filter(i => i.state === 'nothing').length
    expect(sum.claimed.cases + sum.admitted.cases + sum.disputed.cases + sum.undecided.cases + nothing).toBe(cases.length)
    expect(sum.all.fen).toBe(sum.claimed.fen + sum.admitted.fen + sum.disputed.fen)
    expect(sum.all.fen).toBe(cases.map(c => inForce(c.state, now)).reduce((total, c) => total + (c.recovery === 'none' || c.recoverFrom === 'carrier' ? 0 : c.claimedFromSupplier), 0))
    expect(sum.repaid.fen).toBeLessThanOrEqual(sum.all.fen)
    expect(products.flatMap(p => p.caseIds)).toHaveLength(cases.length)
  }), { numRuns: 100 })
})
