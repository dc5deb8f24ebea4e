import fc from 'fast-check'
import { parseEjson, printEjson } from '../values/ejson'
import type { Doc } from '../values/value'
import { compileQuery } from './matcher'
import { sortDocs } from './order'
import { runPipeline, type Read } from './pipeline'
import { parsePipeline } from './stages'

const decoded = (value: unknown): Doc => parseEjson(JSON.stringify(value), 0) as Doc
const asked: Doc[] = []

/** Runs stages over collections of documents, as they are on the wire. */
const run = (stages: object[], main: readonly object[], others: Record<string, readonly object[]> = {}): unknown => {
  const collections: Record<string, readonly object[]> = { main, ...others }
  const read: Read = (name, query, order, most) => {
    asked.push(query)
    return sortDocs((collections[name] ?? []).map(decoded).filter(compileQuery(query)), order).slice(0, most)
  }
  const wire = stages.map((stage) => ({ stageKey: Object.keys(stage)[0], stageValue: JSON.stringify(Object.values(stage)[0]) }))
  return runPipeline('main', parsePipeline(wire, 0), read).map((doc) => JSON.parse(printEjson(doc)) as unknown)
}

const fruit = [
  { _id: 1, g: 'a', n: 3, tags: ['x', 'y'], o: { p: 1, q: 2 } }, { _id: 2, g: 'b', n: 1, tags: [], o: { p: 2 } },
  { _id: 3, g: 'a', n: 2, tags: 'z', l: [{ v: 1, w: 1 }, { v: 2 }, 5] }, { _id: 4, n: null, tags: null },
]

const project = (spec: object, doc: object): unknown => (run([{ $project: spec }], [doc]) as unknown[])[0]
const whole = { _id: 1, a: { b: 1, c: 2 }, l: [{ x: 1, y: 2 }, 3], n: 5 }

describe('$project', () => {
  test.each<[object, unknown]>([
    [{ n: 1 }, { _id: 1, n: 5 }], [{ _id: 0, n: true }, { n: 5 }], [{ n: 0 }, { _id: 1, a: whole.a, l: whole.l }], [{ _id: 0 }, { a: whole.a, l: whole.l, n: 5 }],
    [{ 'a.b': 1 }, { _id: 1, a: { b: 1 } }], [{ a: { b: 1 } }, { _id: 1, a: { b: 1 } }], [{ a: { b: 0 } }, { _id: 1, a: { c: 2 }, l: whole.l, n: 5 }], [{ 'l.x': 1 }, { _id: 1, l: [{ x: 1 }] }], [{ 'n.x': 1 }, { _id: 1 }],
    [{ m: '$n', t: 'text' }, { _id: 1, m: 5, t: 'text' }], [{ n: '$a.b', _id: '$n' }, { n: 1, _id: 5 }], [{ 'l.z': '$n' }, { _id: 1, l: [{ z: 5 }, { z: 5 }] }], [{ l: { x: 1, z: '$n' } }, { _id: 1, l: [{ x: 1, z: 5 }, { z: 5 }] }],
    [{ 'n.z': '$a.b' }, { _id: 1, n: { z: 1 } }], [{ 'q.r': '$nothing' }, { _id: 1, q: {} }], [{ x: ['$n', '$nothing'] }, { _id: 1, x: [5, null] }], [{ gone: '$$REMOVE' }, { _id: 1 }], [{ x: { $literal: 1 } }, { _id: 1, x: 1 }],
  ])('%j', (spec, expected) => { expect(project(spec, whole)).toEqual(expected) })

  test('keeps the order of the document, then that of what is new', () => {
    expect(Object.keys(project({ z: '$n', n: 1, a: 1 }, whole) as object)).toEqual(['_id', 'a', 'n', 'z'])
  })
})

test.each<[object, unknown]>([
  [{ x: 1, s: 'text', y: '$n' }, { ...whole, x: 1, s: 'text', y: 5 }], [{ a: { d: 3 } }, { ...whole, a: { b: 1, c: 2, d: 3 } }], [{ 'a.b': '$n' }, { ...whole, a: { b: 5, c: 2 } }], [{ n: '$$REMOVE' }, { _id: 1, a: whole.a, l: whole.l }],
  [{ 'l.z': 1 }, { ...whole, l: [{ x: 1, y: 2, z: 1 }, { z: 1 }] }], [{ a: { $literal: {} } }, { ...whole, a: {} }], [{ 'n.z': 1 }, { ...whole, n: { z: 1 } }],
])('$addFields %j', (spec, expected) => { expect(run([{ $addFields: spec }], [whole])).toEqual([expected]) })

test.each<[string, object[], unknown]>([
  ['group by a field', [{ $group: { _id: '$g', n: { $sum: '$n' }, ids: { $push: '$_id' } } }], [{ _id: 'a', n: 5, ids: [1, 3] }, { _id: 'b', n: 1, ids: [2] }, { _id: null, n: 0, ids: [4] }]],
  ['group by an object', [{ $group: { _id: { g: '$g', none: '$none' }, c: { $sum: 1 } } }, { $limit: 1 }], [{ _id: { g: 'a' }, c: 2 }]],
  ['every accumulator', [{ $group: { _id: null, s: { $addToSet: '$g' }, a: { $avg: '$n' }, f: { $first: '$g' }, l: { $last: '$g' }, max: { $max: '$n' }, min: { $min: '$n' }, p: { $push: '$g' }, d: { $stdDevPop: '$n' }, e: { $stdDevSamp: '$n' }, t: { $sum: '$n' }, m: { $mergeObjects: '$o' } } }],
    [{ _id: null, s: ['a', 'b'], a: 2, f: 'a', l: null, max: 3, min: 1, p: ['a', 'b', 'a'], d: Math.sqrt(2 / 3), e: 1, t: 6, m: { p: 2, q: 2 } }]],
  ['unwind', [{ $unwind: '$tags' }, { $project: { tags: 1 } }], [{ _id: 1, tags: 'x' }, { _id: 1, tags: 'y' }, { _id: 3, tags: 'z' }]],
  ['unwind keeping all', [{ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } }, { $project: { tags: 1, at: 1 } }],
    [{ _id: 1, tags: 'x', at: 0 }, { _id: 1, tags: 'y', at: 1 }, { _id: 2, at: null }, { _id: 3, tags: 'z', at: null }, { _id: 4, tags: null, at: null }]],
  ['unwind inside', [{ $match: { _id: 3 } }, { $addFields: { 'o.l': '$l' } }, { $unwind: { path: '$o.l' } }, { $project: { o: 1 } }], [{ _id: 3, o: { l: { v: 1, w: 1 } } }, { _id: 3, o: { l: { v: 2 } } }, { _id: 3, o: { l: 5 } }]],
  ['sort, skip, limit', [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }], [{ _id: 3 }, { _id: 2 }]],
  ['limit, then match', [{ $limit: 2 }, { $match: { n: 1 } }, { $project: { _id: 1 } }], [{ _id: 2 }]],
  ['match twice', [{ $match: { g: 'a' } }, { $match: { n: { $gt: 2 } } }, { $count: 'n' }], [{ n: 1 }]],
  ['match behind sort', [{ $sort: { _id: -1 } }, { $match: { g: 'a' } }, { $limit: 1 }, { $project: { _id: 1 } }], [{ _id: 3 }]],
  ['match by an expression', [{ $match: { $expr: { $gt: ['$n', '$_id'] } } }, { $project: { _id: 1 } }], [{ _id: 1 }]],
  ['bucket', [{ $match: { n: { $ne: null } } }, { $bucket: { groupBy: '$n', boundaries: [0, 2, 3], default: 'more' } }], [{ _id: 0, count: 1 }, { _id: 2, count: 1 }, { _id: 'more', count: 1 }]],
  ['bucket with output', [{ $bucket: { groupBy: '$_id', boundaries: [1, 3, 9], output: { ids: { $push: '$_id' } } } }], [{ _id: 1, ids: [1, 2] }, { _id: 3, ids: [3, 4] }]],
  ['bucketAuto', [{ $bucketAuto: { groupBy: '$_id', buckets: 3 } }], [{ _id: { min: 1, max: 2 }, count: 1 }, { _id: { min: 2, max: 3 }, count: 1 }, { _id: { min: 3, max: 4 }, count: 2 }]],
  ['bucketAuto keeps equals together', [{ $bucketAuto: { groupBy: '$g', buckets: 4, output: { n: { $sum: 1 } } } }], [{ _id: { min: null, max: 'a' }, n: 1 }, { _id: { min: 'a', max: 'b' }, n: 2 }, { _id: { min: 'b', max: 'b' }, n: 1 }]],
  ['replaceRoot', [{ $match: { o: { $exists: true } } }, { $replaceRoot: { newRoot: { $mergeObjects: [{ id: '$_id' }, '$o'] } } }], [{ id: 1, p: 1, q: 2 }, { id: 2, p: 2 }]],
  ['sortByCount', [{ $sortByCount: '$g' }], [{ _id: 'a', count: 2 }, { _id: 'b', count: 1 }, { _id: null, count: 1 }]],
  ['sortByCount of an expression', [{ $sortByCount: { $isArray: '$tags' } }], [{ _id: true, count: 2 }, { _id: false, count: 2 }]],
  ['count of nothing', [{ $match: { g: 'nobody' } }, { $count: 'n' }], []],
])('%s', (_, stages, expected) => { expect(run(stages, fruit)).toEqual(expected) })

describe('$lookup', () => {
  const places = [{ _id: 'a', city: '杭州', max: 2 }, { _id: 'b', city: '苏州', max: 9 }, { _id: 'c', tags: ['a', 'b'] }]
  const lookup = (spec: object, more: object[] = []) => run([{ $match: { _id: { $lte: 2 } } }, { $lookup: spec }, { $project: { g: 0, n: 0, tags: 0, o: 0 } }, ...more], fruit, { places })

  test('with let and a pipeline', () => {
    expect(lookup({
      from: 'places', as: 'p', let: { g: '$g', n: '$n' },
      pipeline: [{ $match: { $expr: { $and: [{ $eq: ['$_id', '$$g'] }, { $lt: ['$$n', '$max'] }] } } }, { $project: { city: 1, left: { $subtract: ['$max', '$$n'] } } }],
    })).toEqual([{ _id: 1, p: [] }, { _id: 2, p: [{ _id: 'b', city: '苏州', left: 8 }] }])
    // The equality is something that an index can serve.
    expect(JSON.stringify(asked.at(-1))).toContain('{"_id":"b"}')
  })
  test('a pipeline in a pipeline sees the variables of both', () => {
    const inner = { from: 'places', as: 'q', let: { city: '$city' }, pipeline: [{ $match: { $expr: { $ne: ['$_id', '$$g'] } } }, { $limit: 1 }, { $project: { _id: 0, seen: { $concat: ['$$city', '/', '$$g'] } } }] }
    expect(lookup({ from: 'places', as: 'p', let: { g: '$g' }, pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$g'] } } }, { $lookup: inner }, { $project: { q: 1 } }] }))
      .toEqual([{ _id: 1, p: [{ _id: 'a', q: [{ seen: '杭州/a' }] }] }, { _id: 2, p: [{ _id: 'b', q: [{ seen: '苏州/b' }] }] }])
  })
  test('a variable that is missing is missing inside too', () => {
    expect(lookup({ from: 'places', as: 'p', let: { x: '$nothing' }, pipeline: [{ $match: { $expr: { $eq: ['$max', '$$x'] } } }, { $project: { _id: 1 } }] })).toEqual([{ _id: 1, p: [{ _id: 'c' }] }, { _id: 2, p: [{ _id: 'c' }] }])
  })
  test('match behind another stage, and a nested field for the answer', () => {
    expect(lookup({ from: 'places', as: 'x.y', let: { g: '$g' }, pipeline: [{ $limit: 9 }, { $match: { $expr: { $eq: ['$_id', '$$g'] } } }, { $project: { _id: 1 } }] })).toEqual([{ _id: 1, x: { y: [{ _id: 'a' }] } }, { _id: 2, x: { y: [{ _id: 'b' }] } }])
  })
  test('by fields', () => {
    expect(lookup({ from: 'places', as: 'p', localField: 'g', foreignField: 'tags' }, [{ $project: { n: { $size: '$p' } } }])).toEqual([{ _id: 1, n: 1 }, { _id: 2, n: 1 }])
  })
})

test.each<[object, string, string?]>([
  [{ $foo: {} }, "Unrecognized pipeline stage name: '$foo'", 'DATABASE_INVALID_OPERRATOR'], [{ $facet: {} }, 'the aggregation stage $facet', 'DEVCLOUD_NOT_SUPPORTED'], [{ $geoNear: {} }, 'the aggregation stage $geoNear', 'DEVCLOUD_NOT_SUPPORTED'],
  [{ $project: {} }, 'specification must have at least one field'], [{ $project: { a: 1, b: 0 } }, "cannot exclude fields other than '_id' in an inclusion projection"], [{ $project: { a: 0, b: '$c' } }, 'cannot exclude fields'], [{ $project: { a: 1, 'a.b': 1 } }, 'conflicting paths'], [{ $project: { a: {} } }, 'an empty object is not a valid value'], [{ $project: 1 }, '$project specification stage must be an object'],
  [{ $addFields: {} }, 'specification must have at least one field'], [{ $addFields: { a: 1, 'a.b': 1 } }, 'conflicting paths'], [{ $addFields: { a: { 'b.c': 1 } } }, "may not contain '.'"], [{ $addFields: { a: {} } }, 'an empty object is not a valid value'],
  [{ $group: {} }, 'a group specification must include an _id'], [{ $group: { _id: 1, n: 1 } }, "The field 'n' must be an accumulator object"], [{ $group: { _id: 1, n: { $sum: 1, $avg: 1 } } }, "The field 'n' must specify one accumulator"], [{ $group: { _id: 1, n: { $foo: 1 } } }, "unknown group operator '$foo'", 'DATABASE_INVALID_OPERRATOR'], [{ $group: { _id: 1, 'n.m': { $sum: 1 } } }, "cannot contain '.'"], [{ $group: { _id: 1, n: { $sum: [1, 2] } } }, 'The $sum accumulator is a unary operator'],
  [{ $limit: 0 }, 'the limit must be positive'], [{ $limit: 'x' }, 'the limit must be specified as a number'], [{ $skip: -1 }, 'Argument to $skip cannot be negative'], [{ $skip: 'x' }, 'Argument to $skip must be a number'], [{ $sort: {} }, '$sort stage must have at least one sort key'], [{ $sort: { a: 2 } }, 'must be 1 or -1'],
  [{ $unwind: 'tags' }, "path option to $unwind stage should be prefixed with a '$': tags"], [{ $unwind: {} }, 'no path specified to $unwind stage'], [{ $unwind: { path: '$a', foo: 1 } }, 'unrecognized option to $unwind stage: foo'], [{ $unwind: { path: '$a', includeArrayIndex: '$i' } }, "should not be prefixed with a '$'"], [{ $unwind: 1 }, 'expected either a string or an object as specification for $unwind stage, got int'], [{ $unwind: { path: '$a', preserveNullAndEmptyArrays: 1 } }, 'expected a boolean'],
  [{ $bucket: { groupBy: '$n' } }, "$bucket requires 'groupBy' and 'boundaries' to be specified."], [{ $bucket: { groupBy: 'n', boundaries: [1, 2] } }, "must be defined as a $-prefixed path or an expression"], [{ $bucket: { groupBy: '$n', boundaries: [1] } }, 'must have at least 2 values, but found 1 value(s)'], [{ $bucket: { groupBy: '$n', boundaries: [2, 1] } }, 'must be sorted'], [{ $bucket: { groupBy: '$n', boundaries: [1, 'x'] } }, 'conflicting types int and string'], [{ $bucket: { groupBy: '$n', boundaries: [0, 9], default: 5 } }, "field must be less than the lowest boundary"], [{ $bucket: { groupBy: '$n', boundaries: [0, 2] } }, 'could not find a matching branch'], [{ $bucket: { groupBy: '$n', boundaries: [0, 9], foo: 1 } }, 'Unrecognized option to $bucket: foo.'],
  [{ $bucketAuto: { groupBy: '$n' } }, "requires 'groupBy' and 'buckets'"], [{ $bucketAuto: { groupBy: '$n', buckets: 0 } }, 'must be greater than 0, but found: 0'], [{ $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'R5' } }, 'granularity', 'DEVCLOUD_NOT_SUPPORTED'],
  [{ $replaceRoot: { newRoot: '$o' } }, "resulting value was: MISSING. Type of resulting value: 'missing'"], [{ $replaceRoot: {} }, 'no newRoot specified'], [{ $sample: {} }, '$sample stage must specify a size'], [{ $sample: { size: -1 } }, 'must not be negative'], [{ $sortByCount: 'g' }, 'must be defined as a $-prefixed path'], [{ $sortByCount: { a: 1 } }, 'must be defined as a $-prefixed path'],
  [{ $lookup: { from: 'x', as: 'y' } }, "missing 'localField' option"], [{ $lookup: { as: 'y' } }, "missing 'from' option"], [{ $lookup: { from: 'x', as: 'y', let: { a: 1 }, localField: 'a', foreignField: 'b' } }, 'must also specify pipeline'], [{ $lookup: { from: 'x', as: 'y', pipeline: [{ $match: { $expr: '$$z' } }] } }, 'Use of undefined variable: z'], [{ $lookup: { from: 'x', as: 'y', let: { A: 1 }, pipeline: [] } }, 'invalid character'],
  [{ $match: { $where: '1' } }, '$where', 'DEVCLOUD_NOT_SUPPORTED'], [{ $match: 1 }, 'the match filter must be an expression in an object'],
])('%j is refused', (stage, message, code = 'DATABASE_REQUEST_FAILED') => {
  expect(() => run([stage], fruit)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) as string }) as Error)
})

test('a sample is of the size asked for, without repetition; groups and buckets lose nobody', () => {
  fc.assert(fc.property(fc.array(fc.record({ g: fc.integer({ min: 0, max: 4 }) }), { maxLength: 20 }), fc.integer({ min: 1, max: 8 }), (rows, size) => {
    const docs = rows.map((row, _id) => ({ _id, ...row }))
    const sample = run([{ $sample: { size } }], docs) as { _id: number }[]
    expect(new Set(sample.map(({ _id }) => _id)).size).toBe(Math.min(size, docs.length))
    const total = (stages: object[]) => (run(stages, docs) as { count: number }[]).reduce((sum, { count }) => sum + count, 0)
    expect(total([{ $sortByCount: '$g' }])).toBe(docs.length)
    expect(total([{ $bucket: { groupBy: '$g', boundaries: [0, 2, 5] } }])).toBe(docs.length)
    expect(total([{ $bucketAuto: { groupBy: '$g', buckets: size } }])).toBe(docs.length)
    expect((run([{ $bucketAuto: { groupBy: '$g', buckets: size } }], docs) as unknown[]).length).toBeLessThanOrEqual(size)
  }))
})
