import { act, exampleLine, filedCase, LATER, LEADER, RESIDENT } from './exampleCase'
import { sharesOf, totalDue } from './liability'
import { previewOf } from './preview'
import type { OfferOption } from './remedy'
import { caseView } from '../people/caseView'
import { previewBasis } from '../people/previewBasis'

const OPTIONS: OfferOption[] = [
  { remedy: 'refund', refund: 1000 }, { remedy: 'refund', refund: 333, freight: 800, compensation: 120 }, { remedy: 'apology', refund: 0, compensation: 500 }, { remedy: 'refund', refund: 2520 }, { remedy: 'refund', refund: 1 },
]

describe.each([
  ['at retail', {}, {}],
  ['at cost', { recoverAt: 'cost' as const }, { cost: 1701 }],
  ['at cost, sold below it', { recoverAt: 'cost' as const }, { cost: 4000 }],
  ['at cost that nobody knows', { recoverAt: 'cost' as const }, { cost: null }],
  ['without a supplier', { supplierId: null }, {}],
])('%s', (_name, context, line) => {
  const c = filedCase({}, { ...context, line: exampleLine(line) })
  const basis = previewBasis(caseView(c, LEADER, LATER))

  test.each(OPTIONS)('$refund: what is said beforehand is what happens', option => {
    const said = previewOf(basis, option)
    const { state } = act(act(c, LEADER, { type: 'offer', options: [option], words: '' }), RESIDENT, { type: 'agree', option: 0 })
    expect(said).toMatchObject({ neighbour: totalDue(state), claimed: state.claimedFromSupplier, seller: sharesOf(state).seller })
  })
})

test('goods that travel are said', () => {
  const basis = { from: 'supplier' as const, rate: { claimed: 1, refund: 1 } }
  expect(previewOf(basis, { remedy: 'exchange', refund: 0, returnFirst: true }).goods).toBe('back')
  expect(previewOf(basis, { remedy: 'redeliver', refund: 0 })).toEqual({ neighbour: 0, claimed: 0, from: 'supplier', seller: 0, goods: 'out' })
})

test('a supplier who does not know what was paid reads its part from what is asked; where nothing is asked, none is made up', () => {
  const basis = (c: ReturnType<typeof filedCase>) => previewBasis(caseView(c, { party: 'supplier', personId: 'person-guo' }, LATER))
  const cost = { recoverAt: 'cost' as const, line: exampleLine({ cost: 1701 }) }
  expect(previewOf(basis(filedCase({}, cost)), { remedy: 'refund', refund: 630 }).claimed).toBe(426)
  expect(previewOf(basis(filedCase({ wish: { kind: 'none' } }, cost)), { remedy: 'refund', refund: 630 })).toMatchObject({ claimed: null, seller: null })
  expect(previewOf(basis(filedCase({ wish: { kind: 'none' } })), { remedy: 'refund', refund: 630 }).claimed).toBe(630)
})
