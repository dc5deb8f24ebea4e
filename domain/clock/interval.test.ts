import fc from 'fast-check'
import { common, lengthOf, normalized, without, type Interval } from './interval'

const interval: fc.Arbitrary<Interval> = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 })).map(([from, length]) => ({ from, to: from + length }))
const intervals = fc.array(interval, { maxLength: 6 })

/** The plain meaning: which whole ms lie in it. */
function points(list: readonly Interval[]): Set<number> {
  return new Set(list.flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)))
}

it('is the same time, in order, in as few stretches as there can be', () => {
  fc.assert(fc.property(intervals, list => {
    const tidy = normalized(list)
    expect(points(tidy)).toEqual(points(list))
    for (const [i, next] of tidy.slice(1).entries()) expect(next.from).toBeGreaterThan(tidy[i]?.to ?? NaN)
  }))
})

it('takes away, keeps in common and measures as sets of instants do', () => {
  fc.assert(fc.property(intervals, intervals, (a, b) => {
    const [inA, inB] = [points(a), points(b)]
    expect(points(without(a, b))).toEqual(new Set([...inA].filter(p => !inB.has(p))))
    expect(points(common(a, b))).toEqual(new Set([...inA].filter(p => inB.has(p))))
    expect(lengthOf(a)).toBe(inA.size)
  }))
})

it('takes what has no end yet', () => {
  expect(without([{ from: 0, to: 10 }], [{ from: 4, to: Infinity }])).toEqual([{ from: 0, to: 4 }])
  expect(without([{ from: 0, to: Infinity }], [{ from: 4, to: 6 }])).toEqual([{ from: 0, to: 4 }, { from: 6, to: Infinity }])
})
