import fc from 'fast-check'
import { compare } from '../values/compare'
import { parseEjson, printEjson } from '../values/ejson'
import { emptyDoc, ObjectId, Regex, type Value } from '../values/value'
import { descending, encodeKey } from './key'

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Value>(null, true, false, 0, 1, -1, 1.5, NaN, Infinity, -Infinity, '', 'a', 'a\0', 'a\0b', '\u{1f600}', '\uffee', '中'),
    fc.double(), fc.integer(), fc.string(),
    fc.integer({ min: -1e12, max: 1e12 }).map((ms) => new Date(ms)),
    fc.constantFrom<Value>(new ObjectId('5f0000000000000000000001'), new ObjectId('5f0000000000000000000002'), new Regex('a', ''), new Regex('a', 'i')),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom('a', 'b', 'constructor', '__proto__'), tie('value')), { maxLength: 3 }).map((fields) => {
      const doc = emptyDoc()
      for (const [name, item] of fields) doc[name] = item
      return doc
    }),
  ),
})).value

test('bytes are ordered as values are, upwards and downwards', () => {
  fc.assert(fc.property(value, value, (a, b) => {
    const left = encodeKey(a)
    const right = encodeKey(b)
    expect(Math.sign(Buffer.compare(left, right))).toBe(compare(a, b))
    expect(Math.sign(Buffer.compare(descending(left), descending(right)))).toBe(compare(b, a) || 0)
  }), { numRuns: 3000 })
})

test('the order is total', () => {
  fc.assert(fc.property(value, value, value, (a, b, c) => {
    if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
  }), { numRuns: 3000 })
})

test('extended JSON says every value', () => {
  fc.assert(fc.property(value, (a) => { expect(compare(parseEjson(printEjson(a), 0), a)).toBe(0) }), { numRuns: 2000 })
})

test.each([
  ['{"$numberDecimal":"1"}', 'DEVCLOUD_NOT_SUPPORTED'], ['{"$binary":{}}', 'DEVCLOUD_NOT_SUPPORTED'], ['{"$oid":"x"}', 'INVALID_PARAM'],
  ['{"$numberInt":"1.5"}', 'INVALID_PARAM'], ['{"$date":"x"}', 'INVALID_PARAM'], ['{', 'INVALID_PARAM'], ['['.repeat(200) + ']'.repeat(200), 'INVALID_PARAM'],
])('extended JSON %s is refused', (text, code) => {
  expect(() => parseEjson(text, 0)).toThrow(expect.objectContaining({ code }) as Error)
})
