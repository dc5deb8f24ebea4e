import fc from 'fast-check'
import { parseEjson } from '../values/ejson'
import type { Doc } from '../values/value'
import { compileQuery } from './matcher'

const doc = (value: unknown): Doc => parseEjson(JSON.stringify(value), 0) as Doc
const matches = (query: unknown, document: unknown) => compileQuery(doc(query))(doc(document))
const date = (ms: number) => ({ $date: { $numberLong: String(ms) } })
const regex = (pattern: string, options = '') => ({ $regularExpression: { pattern, options } })

type Case = [query: unknown, matching: unknown[], others: unknown[]]

const cases: Record<string, Case[]> = {
  equality: [
    [{ a: 1 }, [{ a: 1 }, { a: { $numberLong: '1' } }, { a: [2, 1] }, { a: 1, b: 2 }], [{ a: '1' }, { a: true }, {}, { a: null }, { a: [[1]] }]],
    [{ a: 'x' }, [{ a: 'x' }], [{ a: 'X' }, { a: 'xx' }]],
    [{ a: { $eq: true } }, [{ a: true }], [{ a: 1 }, { a: false }]],
    [{ a: date(5) }, [{ a: date(5) }], [{ a: 5 }, { a: date(6) }]],
    [{ _id: { $oid: '5f0000000000000000000001' } }, [{ _id: { $oid: '5F0000000000000000000001' } }], [{ _id: '5f0000000000000000000001' }]],
    [{}, [{}, { a: 1 }], []],
    [{ a: 1, b: 2 }, [{ a: 1, b: 2 }], [{ a: 1 }, { b: 2 }]],
  ],
  'sub-documents: same fields in the same order': [
    [{ a: { b: 1, c: 2 } }, [{ a: { b: 1, c: 2 } }, { a: [{ b: 1, c: 2 }] }], [{ a: { c: 2, b: 1 } }, { a: { b: 1 } }, { a: { b: 1, c: 2, d: 3 } }]],
    [{ a: {} }, [{ a: {} }], [{}, { a: null }, { a: { b: 1 } }]],
    [{ 'a.b': 1 }, [{ a: { b: 1, c: 2 } }], [{ a: { c: 1 } }, { 'a': 1 }]],
  ],
  arrays: [
    [{ a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2], 3] }], [{ a: [2, 1] }, { a: [1, 2, 3] }, { a: 1 }]],
    [{ 'a.b': 1 }, [{ a: [{ b: 2 }, { b: 1 }] }, { a: [{ b: [0, 1] }] }], [{ a: [{ c: 1 }] }, { a: [[{ b: 1 }]] }, { a: [1] }]],
    [{ 'a.0': 1 }, [{ a: [1, 2] }, { a: { 0: 1 } }, { a: [{ 0: 1 }] }], [{ a: [2, 1] }, { a: 1 }]],
    [{ 'a.1.b': 1 }, [{ a: [0, { b: 1 }] }], [{ a: [{ b: 1 }, 0] }]],
    [{ 'a.b.c': 1 }, [{ a: [{ b: [{ c: 0 }, { c: 1 }] }] }], [{ a: [{ b: [[{ c: 1 }]] }] }]],
  ],
  'null and missing': [
    [{ a: null }, [{ a: null }, {}, { a: [null] }], [{ a: 0 }, { a: false }, { a: '' }, { a: [] }, { a: {} }]],
    [{ 'a.b': null }, [{}, { a: null }, { a: 4 }, { a: {} }, { a: { b: null } }, { a: [{ b: 1 }, {}] }, { a: [{ b: null }] }],
      [{ a: { b: 0 } }, { a: [] }, { a: [1, 2] }, { a: [{ b: 1 }] }]],
    [{ a: { $ne: null } }, [{ a: 0 }, { a: [] }], [{}, { a: null }, { a: [1, null] }]],
    [{ a: { $in: [null, 1] } }, [{}, { a: 1 }, { a: null }], [{ a: 2 }]],
    [{ a: { $gte: null } }, [{ a: null }, {}], [{ a: 1 }]],
    [{ a: { $gt: null } }, [], [{ a: null }, {}, { a: 1 }]],
  ],
  'comparison looks at its own type only': [
    [{ a: { $gt: 1 } }, [{ a: 2 }, { a: 1.5 }, { a: [0, 3] }, { a: { $numberDouble: 'Infinity' } }], [{ a: 1 }, { a: '2' }, { a: date(2) }, {}, { a: null }, { a: true }, { a: { $numberDouble: 'NaN' } }]],
    [{ a: { $lt: 'b' } }, [{ a: 'a' }, { a: 'B' }, { a: '' }], [{ a: 'b' }, { a: 1 }, {}]],
    [{ a: { $gte: 1, $lt: 3 } }, [{ a: 1 }, { a: 2 }, { a: [0, 5] }], [{ a: 3 }, { a: 0 }, { a: [4, 5] }]],
    [{ a: { $lte: { $numberDouble: 'NaN' } } }, [{ a: { $numberDouble: 'NaN' } }], [{ a: 1 }]],
    [{ a: { $lte: false } }, [{ a: false }], [{ a: true }, { a: 0 }]],
    [{ a: { $gt: [1] } }, [{ a: [2] }, { a: [1, 0] }], [{ a: [1] }, { a: 5 }, { a: [0, 9] }]],
    [{ a: { $gt: { b: 1 } } }, [{ a: { b: 2 } }, { a: { b: 1, c: 0 } }, { a: { b: 'x' } }], [{ a: { b: 1 } }, { a: { b: 0 } }]],
    [{ a: { $lt: '\u{1f600}' } }, [{ a: '\uffee' }], [{ a: '\u{1f601}' }]],
  ],
  'in, nin, ne': [
    [{ a: { $in: [1, regex('^x')] } }, [{ a: 1 }, { a: 'xy' }, { a: ['q', 'x'] }], [{ a: 'yx' }, {}]],
    [{ a: { $in: [] } }, [], [{}, { a: 1 }]],
    [{ a: { $in: [[1, 2]] } }, [{ a: [1, 2] }], [{ a: 1 }]],
    [{ a: { $nin: [1, 2] } }, [{ a: 3 }, {}, { a: [] }], [{ a: 1 }, { a: [3, 2] }]],
    [{ a: { $ne: 1 } }, [{ a: 2 }, {}, { a: [] }], [{ a: 1 }, { a: [2, 1] }]],
  ],
  logic: [
    [{ $or: [{ a: 1 }, { b: 1 }] }, [{ a: 1 }, { b: 1 }], [{ a: 2 }]],
    [{ $and: [{ a: { $gt: 1 } }, { a: { $lt: 4 } }] }, [{ a: 2 }, { a: [0, 5] }], [{ a: 5 }]],
    [{ $nor: [{ a: 1 }, { b: 1 }] }, [{}, { a: 2 }], [{ a: 1 }]],
    [{ a: { $not: { $gt: 1 } } }, [{ a: 1 }, {}, { a: 'x' }], [{ a: 2 }, { a: [0, 2] }]],
    [{ a: { $not: regex('^x') } }, [{ a: 'y' }, {}], [{ a: 'x' }]],
    [{ a: { $not: { $not: { $gt: 1 } } } }, [{ a: 2 }], [{ a: 1 }, {}]],
    [{ a: { $not: { $gt: 1, $lt: 3 } } }, [{ a: 3 }, { a: 1 }], [{ a: 2 }]],
  ],
  exists: [
    [{ a: { $exists: true } }, [{ a: null }, { a: [] }, { a: 0 }], [{}]],
    [{ a: { $exists: false } }, [{}], [{ a: null }]],
    [{ 'a.b': { $exists: true } }, [{ a: [{ b: null }] }, { a: { b: 1 } }], [{ a: [1] }, { a: {} }]],
    [{ 'a.1': { $exists: true } }, [{ a: [1, 2] }], [{ a: [1] }]],
    [{ a: { $exists: 1 } }, [{ a: 1 }], [{}]],
  ],
  'all, elemMatch, size': [
    [{ a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }, { a: 1 }, {}]],
    [{ a: { $all: [1] } }, [{ a: 1 }, { a: [1] }], [{ a: 2 }]],
    [{ a: { $all: [] } }, [], [{ a: [] }, {}]],
    [{ a: { $all: [[1, 2]] } }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [2, 1] }]],
    [{ a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { c: 2 } }] } }, [{ a: [{ b: 1 }, { c: 2 }] }], [{ a: [{ b: 1 }] }]],
    [{ a: { $elemMatch: { $gt: 1, $lt: 4 } } }, [{ a: [0, 2] }], [{ a: [0, 5] }, { a: 2 }, {}]],
    [{ a: { $elemMatch: { b: 1, c: 2 } } }, [{ a: [{ b: 1, c: 2 }] }], [{ a: [{ b: 1 }, { c: 2 }] }, { a: [1] }, { a: { b: 1, c: 2 } }]],
    [{ a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } }, [{ a: [{ b: 2 }] }], [{ a: [{ b: 3 }] }]],
    [{ a: { $elemMatch: { $ne: 1 } } }, [{ a: [1, 2] }], [{ a: [1] }, { a: [] }]],
    [{ a: { $elemMatch: { $in: [1] } } }, [{ a: [1] }], [{ a: [[1]] }]],
    [{ a: { $elemMatch: { $elemMatch: { $eq: 1 } } } }, [{ a: [[1]] }], [{ a: [1] }]],
    [{ a: { $elemMatch: { 0: 5 } } }, [{ a: [[5]] }, { a: [{ 0: 5 }] }], [{ a: [5] }, { a: [[4, 5]] }]],
    [{ a: { $elemMatch: { b: null } } }, [{ a: [{}] }, { a: [[]] }], [{ a: [1] }, { a: [] }]],
    [{ a: { $size: 2 } }, [{ a: [1, 2] }], [{ a: [[1, 2]] }, { a: 'xx' }, {}, { a: [1] }]],
    [{ 'a.b': { $size: 1 } }, [{ a: [{ b: [1] }, { b: [] }] }], [{ a: [{ b: 1 }] }]],
    [{ a: { $size: 0 } }, [{ a: [] }], [{}, { a: null }]],
  ],
  mod: [
    [{ a: { $mod: [4, 1] } }, [{ a: 5 }, { a: 5.9 }, { a: [0, 1] }], [{ a: 4 }, { a: '5' }, {}]],
    [{ a: { $mod: [4, -1] } }, [{ a: -5 }], [{ a: 3 }]],
    [{ a: { $mod: [4.9, 0] } }, [{ a: 8 }], [{ a: 5 }]],
  ],
  type: [
    [{ a: { $type: 'string' } }, [{ a: 'x' }, { a: [1, 'x'] }], [{ a: 1 }, {}, { a: null }]],
    [{ a: { $type: 'array' } }, [{ a: [] }, { a: [1] }], [{ a: 1 }]],
    [{ a: { $type: 'number' } }, [{ a: 1 }, { a: 1.5 }, { a: 2 ** 40 }], [{ a: '1' }]],
    [{ a: { $type: [16, 'long'] } }, [{ a: -(2 ** 31) }, { a: 2 ** 31 }], [{ a: 1.5 }]],
    [{ a: { $type: 10 } }, [{ a: null }], [{}, { a: 0 }]],
    [{ a: { $not: { $type: 'date' } } }, [{}, { a: 5 }], [{ a: date(5) }]],
  ],
  'expressions in queries': [
    [{ $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }, { a: 0 }], [{ a: 1, b: 1 }, { a: 1, b: 2 }]],
    [{ c: 1, $expr: { $eq: ['$a', '$b'] } }, [{ c: 1, a: 1, b: 1 }, { c: 1 }], [{ a: 1, b: 1 }, { c: 1, a: null }]],
    [{ $or: [{ $expr: '$a' }, { $expr: { $in: [1, { $ifNull: ['$b', []] }] } }] }, [{ a: 'x' }, { b: [1] }], [{ a: 0 }, {}]],
  ],
  'regular expressions': [
    [{ a: regex('^ab', 'i') }, [{ a: 'ABc' }, { a: ['x', 'ab'] }], [{ a: 'xab' }, { a: 1 }]],
    [{ a: { $regex: 'b$', $options: 'i' } }, [{ a: 'aB' }], [{ a: 'ba' }]],
    [{ a: regex('^.$') }, [{ a: '\u{1f600}' }], [{ a: 'ab' }]],
    [{ a: regex('a.b', 's') }, [{ a: 'a\nb' }], []],
    [{ a: regex('a.b') }, [], [{ a: 'a\nb' }]],
    [{ a: regex('x') }, [{ a: regex('x') }], [{ a: regex('y') }]],
    [{ a: regex('[\\w\\-]+@') }, [{ a: 'a-b@' }], []],
  ],
  'field names are nothing special': [
    [{ constructor: null }, [{}], [{ constructor: 1 }]],
    [{ toString: { $exists: true } }, [], [{}]],
  ],
}

for (const [name, list] of Object.entries(cases)) {
  describe(name, () => {
    for (const [query, matching, others] of list) {
      test(JSON.stringify(query), () => {
        for (const document of matching) expect([document, matches(query, document)]).toEqual([document, true])
        for (const document of others) expect([document, matches(query, document)]).toEqual([document, false])
      })
    }
  })
}

describe('properties', () => {
  const scalar = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom('', 'a', 'b'), fc.boolean(), fc.constant(null), fc.constant(date(1)))
  const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(fc.constantFrom('b', '0'), scalar, { maxKeys: 2 }), fc.array(fc.dictionary(fc.constant('b'), scalar), { maxLength: 2 }))
  const document = fc.dictionary(fc.constantFrom('a', 'c'), value, { maxKeys: 2 })
  const condition = fc.oneof(
    fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar),
    fc.tuple(fc.constantFrom('$in', '$nin', '$all'), fc.array(scalar, { maxLength: 3 })),
    fc.tuple(fc.constant('$exists'), fc.boolean()), fc.tuple(fc.constant('$size'), fc.integer({ min: 0, max: 3 })),
    fc.tuple(fc.constant('$type'), fc.constantFrom('string', 'number', 'array', 'null')),
  ).map(([name, operand]) => ({ [name]: operand }))
  const path = fc.constantFrom('a', 'a.b', 'a.0', 'c')

  test('$not and $nor are the complement', () => {
    fc.assert(fc.property(path, condition, document, (at, one, thing) => {
      expect(matches({ [at]: { $not: one } }, thing)).toBe(!matches({ [at]: one }, thing))
      expect(matches({ $nor: [{ [at]: one }] }, thing)).toBe(!matches({ [at]: one }, thing))
    }))
  })
  test('$ne, $nin are the complement of $eq, $in; $in and $all are made of $eq', () => {
    fc.assert(fc.property(path, fc.array(scalar, { minLength: 1, maxLength: 3 }), document, (at, list, thing) => {
      const each = list.map((item) => matches({ [at]: item }, thing))
      expect(matches({ [at]: { $ne: list[0] } }, thing)).toBe(!each[0])
      expect(matches({ [at]: { $in: list } }, thing)).toBe(each.includes(true))
      expect(matches({ [at]: { $nin: list } }, thing)).toBe(!each.includes(true))
      expect(matches({ [at]: { $all: list } }, thing)).toBe(!each.includes(false))
    }))
  })
  test('$gte is $gt or $eq, and $lte is $lt or $eq', () => {
    fc.assert(fc.property(path, scalar, document, (at, bound, thing) => {
      const equal = matches({ [at]: bound }, thing)
      expect(matches({ [at]: { $gte: bound } }, thing)).toBe(equal || matches({ [at]: { $gt: bound } }, thing))
      expect(matches({ [at]: { $lte: bound } }, thing)).toBe(equal || matches({ [at]: { $lt: bound } }, thing))
    }))
  })
})

test.each([
  ['^(a+)+$', 'a'.repeat(35)], ['^(a|a)*$', 'a'.repeat(35)], ['^(.*a){25}$', 'a'.repeat(60)], ['^(\\w+\\s?)*$', 'a'.repeat(35)],
  ['^\\w*\\w*\\w*\\w*\\w*$', 'a'.repeat(3000)], ['x+y', 'x'.repeat(1_000_000)], ['^(a*)*\\1b$', 'a'.repeat(35)], ['^([ab]|[bc])+$', 'b'.repeat(40)],
])('%s gives up instead of searching for ever', (pattern, text) => {
  expect(() => matches({ a: regex(pattern) }, { a: `${text}!` })).toThrow(expect.objectContaining({
    code: 'DATABASE_REQUEST_FAILED', message: 'Regular expression is too complex: match limit exceeded',
  }) as Error)
})

test('what may take long but does not is answered', () => {
  expect(matches({ a: regex('^(a+b?)+$') }, { a: 'ab'.repeat(1000) })).toBe(true)
  expect(matches({ a: regex('团.*长') }, { a: `${'x'.repeat(5000)}团购的团长` })).toBe(true)
})

describe('refused, whatever the documents are', () => {
  test.each<[unknown, string]>([
    [{ a: { $foo: 1 } }, 'DATABASE_INVALID_OPERRATOR'],
    [{ $foo: [] }, 'DATABASE_INVALID_OPERRATOR'],
    [{ $not: { a: 1 } }, 'DATABASE_INVALID_OPERRATOR'],
    [{ a: { $gt: 1, b: 2 } }, 'DATABASE_INVALID_OPERRATOR'],
    [{ a: { $or: [] } }, 'DATABASE_INVALID_OPERRATOR'],
    [{ a: { $not: { b: 1 } } }, 'DATABASE_INVALID_OPERRATOR'],
    [{ $where: '1' }, 'DEVCLOUD_NOT_SUPPORTED'],
    [{ $expr: { $gt: ['$a'] } }, 'DATABASE_REQUEST_FAILED'],
    [{ $jsonSchema: {} }, 'DEVCLOUD_NOT_SUPPORTED'],
    [{ $expr: { $eq: ['$a', '$$nobody'] } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $elemMatch: { $expr: true } } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $type: 'text' } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $type: 99 } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $type: [] } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $geoWithin: {} } }, 'DEVCLOUD_NOT_SUPPORTED'],
    [{ a: regex('a', 'x') }, 'DEVCLOUD_NOT_SUPPORTED'],
    [{ a: regex('a', 'g') }, 'DATABASE_REQUEST_FAILED'],
    [{ a: regex('(') }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $in: 1 } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $in: [{ $gt: 1 }] } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $all: 1 } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $size: 1.5 } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $size: -1 } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $mod: [0, 1] } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $mod: [2] } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $elemMatch: 1 } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $not: {} } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $not: 1 } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $gt: regex('a') } }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $ne: regex('a') } }, 'DATABASE_REQUEST_FAILED'],
    [{ $and: [] }, 'DATABASE_REQUEST_FAILED'],
    [{ $or: {} }, 'DATABASE_REQUEST_FAILED'],
    [{ $nor: [1] }, 'DATABASE_REQUEST_FAILED'],
    [{ a: { $options: 'i' } }, 'DATABASE_REQUEST_FAILED'],
  ])('%j', (query, code) => {
    expect(() => compileQuery(doc(query))).toThrow(expect.objectContaining({ code }) as Error)
  })
})
