import fc from 'fast-check'
import { ALONE } from '../case/exampleCase'
import { CLASS_CODES, REASON_CODES, REASONS } from '../case/reasons'
import { firstElsewhere } from './firstElsewhere'
import { firstHolder } from './firstHolder'
import { routeOf } from './route'
import { HOLDER_CODES, type RouteRule } from './rule'

const line = { productKey: '草莓', supplierId: 's1', around: { ...ALONE, desk: true } }

test('nothing to say where all is the leader\'s; a danger is the desk\'s', () => {
  expect(firstElsewhere([], { ...line, around: ALONE }, null)).toEqual({})
  expect(firstElsewhere([], line, null)).toEqual({ hazard: [{ from: 0, holder: 'operator' }] })
})

test('from an amount on it is somebody else\'s, and somebody else\'s again', () => {
  const rules: RouteRule[] = [
    { id: 'a', when: { reasons: ['spoiled'], askedAtLeast: 5000 }, then: { holder: 'operator' }, words: '贵的' },
    { id: 'b', when: { reasons: ['spoiled'], askedAtLeast: 1000 }, then: { holder: 'supplier' }, words: '老李家的' },
  ]
  const elsewhere = firstElsewhere(rules, line, null)
  expect(elsewhere).toEqual({ spoiled: [{ from: 1000, holder: 'supplier' }, { from: 5000, holder: 'operator' }], hazard: [{ from: 0, holder: 'operator' }] })
  expect([0, 999, 1000, 4999, 5000].map(fen => firstHolder(elsewhere, 'spoiled', fen))).toEqual(['leader', 'leader', 'supplier', 'supplier', 'operator'])
  // Neither what rules are called nor whom they name leaves with it.
  expect(JSON.stringify(elsewhere)).not.toMatch(/老李|贵/u)
})

test('whoever files is told exactly who will have it', () => {
  const some = <T,>(of: readonly T[]) => fc.option(fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 3 }), { nil: undefined })
  const rule = fc.record({
    when: fc.record({ classes: some(CLASS_CODES), reasons: some(REASON_CODES), productKeys: some(['草莓', '吐司']), supplierIds: some(['s1', 's2']), askedAtLeast: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }) }),
    then: fc.record({ holder: fc.constantFrom(...HOLDER_CODES) }),
  })
  const rules = fc.array(rule, { maxLength: 6 }).map(list => list.map((r, i): RouteRule => ({ ...r, id: String(i), words: '规则' })))
  fc.assert(fc.property(rules, fc.constantFrom(...REASON_CODES.filter(r => REASONS[r].class !== 'service')), fc.integer({ min: 0, max: 120 }), fc.boolean(), (own, reason, amountAsked, desk) => {
    const where = { ...line, around: { ...ALONE, desk } }
    expect(firstHolder(firstElsewhere(own, where, null), reason, amountAsked)).toBe(routeOf(own, { ...where, class: REASONS[reason].class, reason, amountAsked }).holder)
  }))
})
