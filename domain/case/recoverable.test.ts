import fc from 'fast-check'
import { act, exampleLine, filedCase, LEADER, RESIDENT, SUPPLIER } from './exampleCase'
import { someLine } from './exampleHistories'
import { evolve } from './evolve'
import { basisOf, recoverable } from './recoverable'

const at = (recoverAt: 'retail' | 'cost' | undefined, over: Parameters<typeof exampleLine>[0] = {}, supplierId: string | null = 'supplier-1') =>
  ({ supplierId, line: exampleLine(over), ...(recoverAt ? { recoverAt } : {}) })

test.each([
  ['at retail: what the household gets', at('retail', { cost: 2000 }), 1260, 1260, 'retail'],
  ['nothing agreed, as in cases of before: at retail', at(undefined, { cost: 2000 }), 1260, 1260, 'retail'],
  ['at cost: the same share of the cost', at('cost', { cost: 2000 }), 1260, 1000, 'cost'],
  ['all of the line: all of its cost', at('cost', { cost: 2000 }), 2520, 2000, 'cost'],
  ['half a fen is rounded up', at('cost', { cost: 1260 }), 1, 1, 'cost'],
  ['less than half a fen is nothing', at('cost', { cost: 1259 }), 1, 0, 'cost'],
  ['sold below cost: the cost', at('cost', { cost: 5040 }), 1260, 2520, 'cost'],
  ['cost not known: at retail, and that is said', at('cost', { cost: null }), 1260, 1260, 'costUnknown'],
  ['a line of before costs were kept', at('cost'), 1260, 1260, 'costUnknown'],
  ['given away: no share of nothing', at('cost', { cost: 2000, paid: 0, left: 0 }), 0, 0, 'costUnknown'],
  ['nobody answers for it', at('cost', { cost: 2000 }, null), 1260, 0, 'cost'],
] as const)('%s', (_what, c, amount, claimed, basis) => {
  expect(recoverable(c, amount)).toBe(claimed)
  expect(basisOf(c)).toBe(basis)
})

const someCost = fc.integer({ min: 0, max: 1_000_000_000 })
const somePaid = fc.integer({ min: 1, max: 1_000_000_000 })
const partOf = (whole: number) => fc.integer({ min: 0, max: whole })

describe('at cost, whatever was paid', () => {
  it('is whole fen, from nothing up to the cost of the line, and never less for more', () => {
    fc.assert(fc.property(somePaid.chain(paid => fc.record({ paid: fc.constant(paid), cost: someCost, a: partOf(paid), b: partOf(paid) })), ({ paid, cost, a, b }) => {
      const c = at('cost', { paid, left: paid, cost })
      const [less, more] = [recoverable(c, Math.min(a, b)), recoverable(c, Math.max(a, b))]
      expect(Number.isSafeInteger(less) && less >= 0 && more <= cost && less <= more).toBe(true)
      expect(recoverable(c, paid)).toBe(cost)
      expect(recoverable(c, 0)).toBe(0)
    }))
  })
  it('is the exact share, half a fen up', () => {
    fc.assert(fc.property(somePaid.chain(paid => fc.record({ paid: fc.constant(paid), cost: someCost, amount: partOf(paid) })), ({ paid, cost, amount }) => {
      const off = BigInt(2) * (BigInt(recoverable(at('cost', { paid, left: paid, cost }), amount)) * BigInt(paid) - BigInt(amount) * BigInt(cost))
      expect(off > -BigInt(paid) && off <= BigInt(paid)).toBe(true)
    }))
  })
  it('is the amount itself where cost and price are the same', () => {
    fc.assert(fc.property(someLine, line => {
      expect(recoverable({ supplierId: 's', recoverAt: 'cost', line: { ...line, cost: line.paid } }, line.left)).toBe(line.left)
    }))
  })
})

test('the resident gets what was decided; the supplier is asked for its share of the cost, by whichever way it was decided', () => {
  const filed = filedCase({}, { recoverAt: 'cost', line: exampleLine({ cost: 2000 }) })
  expect(act(filed, LEADER, { type: 'settle' }).state).toMatchObject({ amount: 1260, claimedFromSupplier: 1000 })
  const asked = act(filed, LEADER, { type: 'forward', words: '' })
  expect(act(asked, SUPPLIER, { type: 'grantAsAsked', words: '' }).state).toMatchObject({ amount: 1260, claimedFromSupplier: 1000, recovery: 'admitted' })
  const offered = act(filed, LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 630 }], words: '' })
  expect(act(offered, RESIDENT, { type: 'agree', option: 0 }).state).toMatchObject({ amount: 630, claimedFromSupplier: 500 })
})

test('an event of before there was an agreement reads as at retail, and keeps its claim', () => {
  const [first] = filedCase({}, { line: exampleLine({ cost: 2000 }) }).events
  if (first?.type !== 'Filed') throw new Error('a case begins with Filed')
  const { recoverAt: _agreed, ...old } = first
  const state = evolve(null, { ...old, line: exampleLine() })
  expect(state.recoverAt).toBe('retail')
  expect([basisOf(state), recoverable(state, 1260)]).toEqual(['retail', 1260])
})
