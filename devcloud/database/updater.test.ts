import fc from 'fast-check'
import { parseEjson, printEjson } from '../values/ejson'
import type { Doc } from '../values/value'
import { compileQuery } from './matcher'
import { compileUpdate } from './updater'

const doc = (value: unknown): Doc => parseEjson(JSON.stringify(value), 1000) as Doc
const update = (before: unknown, change: unknown) => JSON.parse(printEjson(compileUpdate(doc(change))(doc({ _id: 'x', ...before as object })))) as object

type Case = [before: unknown, change: unknown, after: unknown]

const cases: Record<string, Case[]> = {
  $set: [
    [{ a: 1 }, { $set: { a: 2, b: 3 } }, { a: 2, b: 3 }],
    [{}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    [{ a: { x: 1 } }, { $set: { a: { y: 2 } } }, { a: { y: 2 } }],
    [{ a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    [{ a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
    [{ a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
    [{}, { $set: { 'a.0': 1 } }, { a: { 0: 1 } }],
    [{}, { $set: { a: { $tcb_server_date: { offset: { $numberInt: '5' } } } } }, { a: { $date: { $numberLong: '1005' } } }],
    [{ a: 1 }, { $set: { _id: 'x', a: 2 } }, { a: 2 }],
    [{}, { $set: { __proto__2: 1, constructor: 2 } }, { __proto__2: 1, constructor: 2 }],
  ],
  $unset: [
    [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    [{ a: { b: 1, c: 2 } }, { $unset: { 'a.b': '' } }, { a: { c: 2 } }],
    [{ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    [{ a: 1 }, { $unset: { 'a.b.c': '', z: '' } }, { a: 1 }],
  ],
  '$inc and $mul': [
    [{ a: 1 }, { $inc: { a: 2, b: -1 } }, { a: 3, b: -1 }],
    [{ a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
    [{ a: { b: 1 } }, { $inc: { 'a.b': 0.5 } }, { a: { b: 1.5 } }],
    [{ a: [1, 2] }, { $inc: { 'a.1': 1 } }, { a: [1, 3] }],
  ],
  '$min and $max': [
    [{ a: 5, b: 5 }, { $min: { a: 3, b: 9, c: 1 } }, { a: 3, b: 5, c: 1 }],
    [{ a: 5, b: 5 }, { $max: { a: 3, b: 9, c: 1 } }, { a: 5, b: 9, c: 1 }],
    [{ a: 'x', b: null }, { $max: { a: 3, b: 3 } }, { a: 'x', b: 3 }],
    [{ b: null }, { $min: { b: 3 } }, { b: null }],
  ],
  $bit: [
    [{ a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
    [{ a: 3 }, { $bit: { a: { or: 5, xor: 1 } } }, { a: 6 }],
    [{}, { $bit: { 'a.b': { or: 5 } } }, { a: { b: 5 } }],
    [{ a: -1 }, { $bit: { a: { and: 2 ** 40 } } }, { a: 2 ** 40 }],
  ],
  $rename: [
    [{ a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    [{ a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
    [{ b: 2 }, { $rename: { a: 'b' } }, { b: 2 }],
  ],
  $push: [
    [{ a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    [{}, { $push: { a: { $each: [1, 2] } } }, { a: [1, 2] }],
    [{ a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 9, 2] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }],
    [{ a: [1] }, { $push: { a: { $each: [9], $position: 99 } } }, { a: [1, 9] }],
    [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1, $slice: 2 } } }, { a: [1, 2] }],
    [{ a: [1, 2, 3] }, { $push: { a: { $each: [], $slice: -2 } } }, { a: [2, 3] }],
    [{ a: [1] }, { $push: { a: { $each: [2], $slice: 0 } } }, { a: [] }],
    [{ a: [{ n: 2 }] }, { $push: { a: { $each: [{ n: 1 }, { n: 3 }], $sort: { n: -1 } } } }, { a: [{ n: 3 }, { n: 2 }, { n: 1 }] }],
    [{ a: [2] }, { $push: { a: { $each: [0, 1], $position: 0 } } }, { a: [0, 1, 2] }],
    [{ a: [] }, { $push: { a: { each: [1] } } }, { a: [{ each: [1] }] }],
  ],
  $pop: [
    [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
    [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
    [{ a: [] }, { $pop: { a: 1, b: 1 } }, { a: [] }],
  ],
  '$pull and $pullAll': [
    [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [{ a: [{ b: 1, c: 1 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
    [{ a: [{ b: [1, 2] }, { b: [3] }] }, { $pull: { a: { b: { $in: [2] } } } }, { a: [{ b: [3] }] }],
    [{ a: [[1, 2], 1] }, { $pull: { a: [1, 2] } }, { a: [1] }],
    // Operators go into an array, as in a query; equality does not.
    [{ a: [1, [1], 2] }, { $pull: { a: { $in: [1] } } }, { a: [2] }],
    [{ a: [1, [1], 2] }, { $pull: { a: 1 } }, { a: [[1], 2] }],
    [{ a: ['ab', 'c'] }, { $pull: { a: { $regularExpression: { pattern: '^a', options: '' } } } }, { a: ['c'] }],
    [{ a: [1, 2, { b: 1 }] }, { $pullAll: { a: [2, { b: 1 }] } }, { a: [1] }],
    [{}, { $pull: { a: 1 }, $pullAll: { b: [1] } }, {}],
  ],
  $addToSet: [
    [{ a: [1] }, { $addToSet: { a: 1, b: 2 } }, { a: [1], b: [2] }],
    [{ a: [1] }, { $addToSet: { a: { $each: [2, 2, 1, 3] } } }, { a: [1, 2, 3] }],
    [{ a: [{ b: 1, c: 2 }] }, { $addToSet: { a: { c: 2, b: 1 } } }, { a: [{ b: 1, c: 2 }, { c: 2, b: 1 }] }],
    [{ a: [1] }, { $addToSet: { a: [1] } }, { a: [1, [1]] }],
  ],
  'several at once': [
    [{ v: 1, e: [1], s: { old: 1 } }, { $push: { e: { $each: [2] } }, $inc: { v: 1 }, $set: { s: { now: 2 } } }, { v: 2, e: [1, 2], s: { now: 2 } }],
  ],
}

for (const [name, list] of Object.entries(cases)) {
  test.each(list)(`${name} %j %j`, (before, change, after) => {
    expect(update(before, change)).toEqual({ _id: 'x', ...after as object })
  })
}

test('new fields are added in the order of their names, whatever the operators', () => {
  const after = compileUpdate(doc({ $set: { z: 1, b: 1 }, $inc: { a: 1 }, $push: { c: 1 } }))(doc({ _id: 1 }))
  expect(Object.keys(after)).toEqual(['_id', 'a', 'b', 'c', 'z'])
})

test.each<[before: object, query: object, change: object, after: object]>([
  [{ l: [1, 5, 9, 5] }, { l: 5 }, { $set: { 'l.$': 6 } }, { l: [1, 6, 9, 5] }],
  [{ l: [{ k: 1, n: 1 }, { k: 2, n: 1 }] }, { _id: 'x', 'l.k': 2 }, { $inc: { 'l.$.n': 1 } }, { l: [{ k: 1, n: 1 }, { k: 2, n: 2 }] }],
  [{ l: [{ k: 2, n: 1 }, { k: 2, n: 7 }] }, { l: { $elemMatch: { k: 2, n: { $gt: 5 } } } }, { $unset: { 'l.$.n': '' } }, { l: [{ k: 2, n: 1 }, { k: 2 }] }],
  [{ o: { l: [1, 2] } }, { $and: [{ 'o.l': { $gte: 2 } }] }, { $mul: { 'o.l.$': 10 } }, { o: { l: [1, 20] } }],
  [{ l: [1, 2] }, {}, { $inc: { 'l.$[]': 1 } }, { l: [2, 3] }],
  [{ l: [{ m: [1] }, { m: [2, 3] }] }, {}, { $set: { 'l.$[].m.$[]': 0 } }, { l: [{ m: [0] }, { m: [0, 0] }] }],
  [{ l: [] }, {}, { $set: { 'l.$[].n': 0 } }, { l: [] }],
])('%j found by %j, %j', (before, query, change, after) => {
  expect(JSON.parse(printEjson(compileUpdate(doc(change))(doc({ _id: 'x', ...before }), doc(query))))).toEqual({ _id: 'x', ...after })
})

test('an element is not named by a query that chooses between conditions', () => {
  expect(() => compileUpdate(doc({ $set: { 'l.$': 1 } }))(doc({ l: [1] }), doc({ $or: [{ l: 1 }] }))).toThrow('positional operator behind a query with $or')
})

describe('properties', () => {
  const value = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom('', 'a', null, true), fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }))
  const list = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 6 })

  test('what was set is read, by the updated document and by a query', () => {
    fc.assert(fc.property(fc.constantFrom('a', 'b.c', 'b.d.e'), value, (path, set) => {
      const after = compileUpdate(doc({ $set: { [path]: set } }))(doc({ _id: 1, b: { c: 0 } }))
      expect(compileQuery(doc({ [path]: set }))(after)).toBe(true)
      const unset = compileUpdate(doc({ $unset: { [path]: '' } }))(after)
      expect(compileQuery(doc({ [path]: { $exists: true } }))(unset)).toBe(false)
    }))
  })
  test('$push: inserted, sorted, sliced, as an array would be', () => {
    fc.assert(fc.property(list, list, fc.integer({ min: -7, max: 7 }), fc.integer({ min: -7, max: 7 }), fc.constantFrom(undefined, 1, -1), (a, each, position, slice, sort) => {
      const model = [...a]
      model.splice(position, 0, ...each)
      if (sort) model.sort((x, y) => sort * (x - y))
      expect(update({ a }, { $push: { a: { $each: each, $position: position, $slice: slice, ...(sort ? { $sort: sort } : {}) } } }))
        .toEqual({ _id: 'x', a: slice < 0 ? model.slice(slice) : model.slice(0, slice) })
    }))
  })
  test('$addToSet twice is once; $pull leaves none of them and all others', () => {
    fc.assert(fc.property(list, list, (a, each) => {
      const once = update({ a }, { $addToSet: { a: { $each: each } } })
      expect(update(once, { $addToSet: { a: { $each: each } } })).toEqual(once)
      expect(once).toEqual({ _id: 'x', a: [...a, ...new Set(each.filter((item) => !a.includes(item)))] })
      expect(update({ a }, { $pull: { a: { $in: each } } })).toEqual({ _id: 'x', a: a.filter((item) => !each.includes(item)) })
      expect(update({ a }, { $pullAll: { a: each } })).toEqual({ _id: 'x', a: a.filter((item) => !each.includes(item)) })
    }))
  })
  test('$min and $max keep the lesser and the greater, whatever they are', () => {
    fc.assert(fc.property(value, value, (a, b) => {
      const low = update({ a }, { $min: { a: b } }) as { a: unknown }
      const high = update({ a }, { $max: { a: b } }) as { a: unknown }
      expect([[a, b], [b, a]]).toContainEqual([low.a, high.a])
      expect(update(low, { $max: { a: high.a } })).toEqual({ _id: 'x', a: high.a })
    }))
  })
})

test('the document given is not touched', () => {
  const before = doc({ _id: 1, a: [1], b: { c: 1 } })
  compileUpdate(doc({ $push: { a: 2 }, $set: { 'b.c': 2 } }))(before)
  expect(before).toEqual(doc({ _id: 1, a: [1], b: { c: 1 } }))
})

describe('refused', () => {
  test.each<[unknown, unknown, string]>([
    [{}, {}, 'atomic operators'],
    [{}, { a: 1 }, 'atomic operators'],
    [{}, { $set: {} }, "'$set' is empty"],
    [{}, { $set: 1 }, 'Modifiers operate on fields'],
    [{}, { $foo: { a: 1 } }, 'Unknown modifier: $foo'],
    [{}, { $currentDate: { a: true } }, '$currentDate'],
    [{}, { $bit: { a: 1 } }, 'not compatible with a int'],
    [{}, { $bit: { a: { not: 1 } } }, "only supports 'and', 'or', and 'xor', not 'not'"],
    [{}, { $bit: { a: { and: 1.5 } } }, 'must be an Integer(32/64 bit)'],
    [{}, { $bit: { a: {} } }, 'at least one bitwise operation'],
    [{ a: 'x' }, { $bit: { a: { and: 1 } } }, 'of non-integer type string'],
    [{ a: null }, { $bit: { a: { and: 1 } } }, 'of non-integer type null'],
    [{ a: [1] }, { $set: { 'a.$': 1 } }, 'The positional operator did not find the match needed from the query.'],
    [{}, { $set: { 'a.$[].b': 1 } }, "The path 'a' must exist in the document"],
    [{ a: 1 }, { $set: { 'a.$[].b': 1 } }, 'Cannot apply array updates to non-array element a'],
    [{}, { $set: { 'a.$[x].b': 1 } }, 'positional'],
    [{}, { $set: { '$[].b': 1 } }, 'in the first position'],
    [{ a: [1] }, { $set: { 'a.$[]': 1, 'a.0': 2 } }, 'would create a conflict'],
    [{ a: [1] }, { $rename: { 'a.$[]': 'b' } }, 'may not be dynamic'],
    [{}, { $set: { 'a..b': 1 } }, 'empty field name'],
    [{}, { $set: { a: { $gt: 1 } } }, 'dollar'],
    [{}, { $set: { a: [{ 'b.c': 1 }] } }, 'dotted'],
    [{}, { $set: { a: 1, 'a.b': 2 } }, 'conflict'],
    [{}, { $set: { a: 1 }, $inc: { a: 1 } }, 'conflict'],
    [{}, { $rename: { a: 'b' }, $set: { b: 1 } }, 'conflict'],
    [{ a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: null}"],
    [{ a: 1 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: 1}"],
    [{ a: [1] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
    [{}, { $set: { _id: 'y' } }, 'immutable'],
    [{}, { $unset: { _id: '' } }, 'immutable'],
    [{ a: 'x' }, { $inc: { a: 1 } }, 'non-numeric type string'],
    [{ a: null }, { $inc: { a: 1 } }, 'non-numeric type null'],
    [{}, { $inc: { a: '1' } }, 'Cannot increment with non-numeric argument'],
    [{}, { $mul: { a: null } }, 'Cannot multiply with non-numeric argument'],
    [{ a: 1 }, { $push: { a: 1 } }, 'must be an array but is of type int'],
    [{ a: null }, { $push: { a: 1 } }, 'must be an array but is of type null'],
    [{}, { $push: { a: { $each: 1 } } }, '$each in $push must be an array'],
    [{}, { $push: { a: { $each: [], $foo: 1 } } }, 'Unrecognized clause'],
    [{}, { $push: { a: { $each: [], $position: 'x' } } }, '$position'],
    [{}, { $push: { a: { $each: [], $sort: 2 } } }, '$sort'],
    [{ a: 1 }, { $pop: { a: 1 } }, 'non-array'],
    [{}, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
    [{ a: 1 }, { $pull: { a: 1 } }, 'non-array'],
    [{}, { $pullAll: { a: 1 } }, 'requires an array'],
    [{ a: 1 }, { $addToSet: { a: 1 } }, 'non-array'],
    [{}, { $addToSet: { a: { $each: 1 } } }, 'must be an array'],
    [{}, { $rename: { a: 'a' } }, 'same path'],
    [{}, { $rename: { a: 1 } }, 'must be a string'],
    [{ a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }, 'inside an array'],
  ])('%j %j', (before, change, message) => {
    expect(() => update(before, change)).toThrow(message)
  })
})
