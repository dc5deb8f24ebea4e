import fc from 'fast-check'
import { parseEjson, printEjson } from '../values/ejson'
import { docOf, type Doc, type Value } from '../values/value'
import { parseOrder, sortDocs } from './order'
import { compileProjection } from './projection'

const doc = (value: unknown): Doc => parseEjson(JSON.stringify(value), 0) as Doc
const whole = { _id: 1, a: { b: 1, c: 2 }, l: [{ x: 1, y: 2 }, 3, [{ x: 4, y: 5 }]], n: [1, 2, 3, 4] }
const project = (projection: unknown) => JSON.parse(printEjson(compileProjection(doc(projection))(doc(whole)))) as unknown

test.each<[unknown, unknown]>([
  [{}, whole],
  [{ 'a.b': 1 }, { _id: 1, a: { b: 1 } }],
  [{ a: 1, _id: 0 }, { a: { b: 1, c: 2 } }],
  [{ 'a.b': 0, n: 0 }, { _id: 1, a: { c: 2 }, l: whole.l }],
  [{ 'l.x': 1 }, { _id: 1, l: [{ x: 1 }, [{ x: 4 }]] }],
  [{ 'l.x': 0, a: 0, n: 0 }, { _id: 1, l: [{ y: 2 }, 3, [{ y: 5 }]] }],
  [{ z: 1 }, { _id: 1 }],
  [{ _id: 1 }, { _id: 1 }],
  [{ n: { $slice: 2 } }, { ...whole, n: [1, 2] }],
  [{ n: { $slice: -1 }, a: 1 }, { _id: 1, a: whole.a, n: [4] }],
  [{ n: { $slice: [1, 2] }, _id: 1, 'a.b': 1 }, { _id: 1, a: { b: 1 }, n: [2, 3] }],
  [{ n: { $elemMatch: { $gt: 2 } } }, { _id: 1, n: [3] }],
  [{ l: { $elemMatch: { x: 1 } } }, { _id: 1, l: [{ x: 1, y: 2 }] }],
])('%j', (projection, expected) => { expect(project(projection)).toEqual(expected) })

test.each([[{ a: 1, n: 0 }], [{ a: 1, 'a.b': 1 }], [{ 'n.$': 1 }], [{ a: 'x' }], [{ n: { $foo: 1 } }]])('%j is refused', (projection) => {
  expect(() => project(projection)).toThrow()
})

test('arrays are sorted by their smallest element upwards and by their largest downwards', () => {
  const docs = [{ _id: 1, a: [5, 9] }, { _id: 2, a: 7 }, { _id: 3, a: [] }, { _id: 4 }, { _id: 5, a: [1, 8] }, { _id: 6, a: 'x' }].map(doc)
  expect(sortDocs(docs, parseOrder(doc({ a: 1 }))).map((item) => item['_id'])).toEqual([3, 4, 5, 1, 2, 6])
  expect(sortDocs(docs, parseOrder(doc({ a: -1 }))).map((item) => item['_id'])).toEqual([6, 1, 5, 2, 4, 3])
})

test('two keys inside one array are those of one element', () => {
  const docs = [{ _id: 1, a: [{ x: 1, y: 9 }, { x: 2, y: 0 }] }, { _id: 2, a: [{ x: 1, y: 5 }] }].map(doc)
  expect(sortDocs(docs, parseOrder(doc({ 'a.x': 1, 'a.y': 1 }))).map((item) => item['_id'])).toEqual([2, 1])
})

test('two different arrays are nothing to sort by', () => {
  expect(() => sortDocs([doc({ a: [1], b: [1] })], parseOrder(doc({ a: 1, b: 1 })))).toThrow('cannot sort with keys that are parallel arrays')
})

describe('the order is a total one', () => {
  const leaf = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double(), fc.string({ maxLength: 2 }), fc.boolean(), fc.constant(null))
  const value: fc.Arbitrary<unknown> = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(fc.constantFrom('x', 'y'), leaf, { maxKeys: 2 }))
  const item = value.map((a): Doc => docOf({ a: a as Value }))
  const place = (a: Doc, b: Doc, direction: 1 | -1) => sortDocs([a, b], parseOrder(doc({ a: direction })))[0] === a
  test.each([1, -1] as const)('direction %d', (direction) => {
    fc.assert(fc.property(item, item, item, (a, b, c) => {
      // Where neither is before the other, whoever came first stays first: that is being equal.
      expect(place(a, b, direction) || place(b, a, direction)).toBe(true)
      if (place(a, b, direction) && place(b, c, direction)) expect(place(a, c, direction)).toBe(true)
    }), { numRuns: 300 })
  })
})
