import { join } from 'node:path'
import fc from 'fast-check'
import { temporary } from '../testing/fixture'
import { parseEjson } from '../values/ejson'
import type { Doc } from '../values/value'
import type { IndexDefinition } from './index-keys'
import { compileQuery } from './matcher'
import { matchingPage, matchingRows } from './matching'
import { parseOrder, sortDocs } from './order'
import { plan } from './plan'
import { Sql } from './sql'
import { Store } from './store'

const doc = (value: unknown): Doc => parseEjson(JSON.stringify(value), 0) as Doc
const ix = (name: string, keys: Record<string, 1 | -1>, unique = false): IndexDefinition => ({ name, unique, keys: parseOrder(doc(keys)) })

let place: ReturnType<typeof temporary>
let sql: Sql
let store: Store

beforeEach(() => {
  place = temporary()
  sql = new Sql(join(place.path, 'db'))
  // These tests are about what is found, not about what survives.
  sql.all('PRAGMA synchronous = OFF')
  store = new Store(sql)
})
afterEach(() => { sql.close(); place.remove() })

const insert = (...docs: unknown[]) => store.transaction(() => { for (const item of docs) store.insert('c', doc(item)) })
const ids = (query: unknown, order: unknown = {}, skip = 0, limit = 1000) => matchingPage(store, 'c', doc(query), parseOrder(doc(order)), skip, limit).map((found) => found['_id'])

const duplicate = expect.objectContaining({ code: 'DATABASE_DUPLICATE_WRITE' }) as Error

describe('a unique index', () => {
  beforeEach(() => store.deploy([{ name: 'c', indexes: [ix('k', { k: 1 }, true)] }]))

  test('refuses the same value, numbers by value', () => {
    insert({ _id: 1, k: 1 })
    expect(() => insert({ _id: 2, k: 1.0 })).toThrow(duplicate)
    insert({ _id: 2, k: '1' })
  })

  test('takes one missing or null, not two', () => {
    insert({ _id: 1 })
    expect(() => insert({ _id: 2 })).toThrow(duplicate)
    expect(() => insert({ _id: 2, k: null })).toThrow(duplicate)
    insert({ _id: 2, k: false })
  })

  test('counts every element of an array, one document only once', () => {
    insert({ _id: 1, k: [1, 1, 2] })
    expect(() => insert({ _id: 2, k: 2 })).toThrow(duplicate)
    expect(() => insert({ _id: 2, k: [3, 1] })).toThrow(duplicate)
    insert({ _id: 2, k: [] })
    expect(() => insert({ _id: 3, k: [] })).toThrow(duplicate)
    insert({ _id: 3, k: null })
  })

  test('lets go of a value that was changed or removed', () => {
    insert({ _id: 1, k: 1 })
    store.transaction(() => { const [row] = matchingRows(store, 'c', doc({ _id: 1 })); if (row) store.replace('c', row, doc({ _id: 1, k: 2 })) })
    insert({ _id: 2, k: 1 })
    store.transaction(() => { const [row] = matchingRows(store, 'c', doc({ _id: 1 })); if (row) store.remove('c', row) })
    insert({ _id: 3, k: 2 })
  })

  test('undoes the whole transaction', () => {
    insert({ _id: 1, k: 1 })
    expect(() => insert({ _id: 2, k: 2 }, { _id: 3, k: 1 })).toThrow(duplicate)
    expect(ids({})).toEqual([1])
    insert({ _id: 2, k: 2 })
  })

  test('_id is unique by value', () => {
    insert({ _id: 'a', k: 1 })
    expect(() => insert({ _id: 'a', k: 2 })).toThrow(duplicate)
  })
})

test('a compound unique index compares all of its keys, within one array element', () => {
  store.deploy([{ name: 'c', indexes: [ix('ab', { 'l.a': 1, 'l.b': -1 }, true)] }])
  insert({ _id: 1, l: [{ a: 1, b: 1 }, { a: 2, b: 2 }] })
  insert({ _id: 2, l: [{ a: 1, b: 2 }] })
  expect(() => insert({ _id: 3, l: { a: 2, b: 2 } })).toThrow(duplicate)
})

test('two arrays in one index entry are refused', () => {
  store.deploy([{ name: 'c', indexes: [ix('ab', { a: 1, b: 1 })] }])
  expect(() => insert({ _id: 1, a: [1], b: [2] })).toThrow('parallel arrays')
})

test('an index deployed later is built from what is there; one taken away goes', () => {
  store.deploy([{ name: 'c', indexes: [] }])
  insert({ _id: 1, k: 1 }, { _id: 2, k: 1 })
  expect(() => store.deploy([{ name: 'c', indexes: [ix('k', { k: 1 }, true)] }])).toThrow(duplicate)
  store.deploy([{ name: 'c', indexes: [ix('k', { k: 1 })] }])
  expect(ids({ k: 1 })).toEqual([1, 2])
  store.deploy([{ name: 'c', indexes: [] }])
  expect(sql.all('SELECT * FROM entry')).toEqual([])
})

describe('the plan', () => {
  const indexes = [{ ...ix('a', { a: 1 }), multikey: false }, { ...ix('ab', { a: 1, b: -1 }), multikey: false }, { ...ix('t', { t: -1 }), multikey: false }]
  const chosen = (query: unknown, order: unknown = {}) => {
    const scan = plan(doc(query), parseOrder(doc(order)), indexes)
    return scan.kind === 'index' ? `${scan.index.name}${scan.ordered ? (scan.backwards ? ' backwards' : ' in order') : ''}` : scan.kind
  }
  test.each([
    [{ _id: 'x', a: 1 }, {}, 'ids'], [{ _id: { $in: ['x'] } }, {}, 'ids'], [{ a: 1 }, {}, 'a'], [{ a: 1, b: 2 }, {}, 'ab'],
    [{ a: 1 }, { b: -1 }, 'ab in order'], [{ a: 1 }, { b: 1 }, 'ab backwards'], [{ a: { $gt: 1 } }, { a: 1 }, 'a in order'],
    [{}, { t: 1 }, 't backwards'], [{}, { t: -1 }, 't in order'], [{ $and: [{ t: { $lt: 5 } }] }, { t: -1 }, 't in order'],
    [{ z: 1 }, {}, 'all'], [{ $or: [{ a: 1 }, { b: 1 }] }, {}, 'all'], [{ a: { $ne: 1 } }, {}, 'all'], [{ a: [1] }, {}, 'all'], [{ a: { $in: [1, 2] } }, { b: -1 }, 'a'],
    // Whichever branch holds, this much does.
    [{ $or: [{ a: 1, b: 2 }, { a: 1, z: 3 }] }, { b: 1 }, 'ab backwards'], [{ $or: [{ a: 1 }, { a: 2 }] }, {}, 'a'], [{ z: 1, $or: [{ t: { $lt: 5 }, z: 2 }, { z: 3, t: { $lt: 5 } }] }, { t: -1 }, 't in order'],
    [{ $or: [{ t: { $lt: 5 } }, { t: { $lt: 6 } }] }, {}, 'all'], [{ $or: [{ t: { $lt: 5 } }, { t: { $lte: 5 } }] }, {}, 'all'], [{ $or: [{ t: { $lt: 5 } }, { t: { $lt: 5, $gt: 1 } }] }, {}, 't'],
  ])('%j %j: %s', (query, order, expected) => { expect(chosen(query, order)).toBe(expected) })
})

const leaf = fc.constantFrom<unknown>(null, 0, 1, 2, 3, 'x', 'y', true, [], [1], [1, 3], ['x', 2], { b: 1 }, [{ b: 1 }, { b: 3 }], [{ c: 1 }])
const document = fc.record({ a: leaf, b: leaf, c: leaf }, { requiredKeys: [] })
const scalar = fc.constantFrom<unknown>(null, 0, 1, 2, 3, 'x', true)
const condition = fc.oneof(
  scalar, fc.record({ $eq: scalar }), fc.record({ $gt: scalar }), fc.record({ $gte: scalar }), fc.record({ $lt: scalar }), fc.record({ $lte: scalar }),
  fc.record({ $gte: fc.constantFrom(0, 1, 2), $lt: fc.constantFrom(1, 2, 3) }), fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }), fc.record({ $ne: scalar }),
)
const field = fc.constantFrom('a', 'b', 'c', 'a.b', 'a.0')
const plain = fc.dictionary(field, condition, { maxKeys: 3 })
const query = fc.oneof(plain, fc.tuple(plain, fc.array(plain, { minLength: 1, maxLength: 3 }), plain).map(([beside, branches, same]) => ({ ...beside, $or: branches.map((branch) => ({ ...same, ...branch })) })))
const order = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'a.b'), fc.constantFrom(1, -1), { maxKeys: 2 })

test('an index never changes what is found, nor its order', () => {
  store.deploy([{ name: 'c', indexes: [ix('a', { a: 1 }), ix('b', { b: -1 }), ix('bc', { b: 1, c: -1 }), ix('ab', { 'a.b': 1, c: 1 })] }])
  fc.assert(fc.property(fc.array(document, { maxLength: 12 }), fc.array(fc.tuple(query, order), { maxLength: 6 }), (documents, questions) => {
    sql.exec('DELETE FROM doc; DELETE FROM entry')
    const kept: Doc[] = []
    documents.forEach((content, at) => {
      try {
        insert({ _id: at, ...content })
        kept.push(doc({ _id: at, ...content }))
      } catch (error) {
        expect((error as Error).message).toContain('parallel')
      }
    })
    for (const [wanted, by] of questions) {
      const match = compileQuery(doc(wanted))
      const keys = parseOrder(doc(by))
      let expected: Doc[]
      try {
        expected = sortDocs(kept.filter(match), keys)
      } catch (error) {
        expect((error as Error).message).toBe('cannot sort with keys that are parallel arrays')
        expect(() => matchingPage(store, 'c', doc(wanted), keys, 0, 1000)).toThrow('parallel arrays')
        continue
      }
      const found = matchingPage(store, 'c', doc(wanted), keys, 0, 1000)
      expect(new Set(found.map((item) => item['_id']))).toEqual(new Set(expected.map((item) => item['_id'])))
      // Documents that are equal in every key may come in any order.
      expect(sortDocs(found, keys).map((item) => item['_id'])).toEqual(found.map((item) => item['_id']))
    }
  }), { numRuns: 300 })
})

test('a long index is walked page by page in both directions', () => {
  store.deploy([{ name: 'c', indexes: [ix('k', { g: 1, k: 1 })] }])
  insert(...Array.from({ length: 700 }, (_, at) => ({ _id: at, g: at % 2, k: (at * 37) % 700 })))
  const expected = Array.from({ length: 350 }, (_, at) => at * 2 + 1)
  const keys = (page: Doc[]) => page.map((item) => item['k'])
  expect(keys(matchingPage(store, 'c', doc({ g: 1 }), parseOrder(doc({ k: 1 })), 0, 1000))).toEqual(expected)
  expect(keys(matchingPage(store, 'c', doc({ g: 1 }), parseOrder(doc({ k: -1 })), 10, 300))).toEqual([...expected].reverse().slice(10, 310))
})

describe('in bulk', () => {
  const many = (...docs: unknown[]) => store.transaction(() => store.insertMany('c', docs.map(doc)))
  beforeEach(() => store.deploy([{ name: 'c', indexes: [ix('k', { k: 1 }, true), ix('gv', { g: 1, v: -1 }), ix('tags', { tags: 1 })] }]))

  test('the same is found, in the same order, as after one by one', () => {
    const docs = Array.from({ length: 200 }, (_, i) => ({ _id: `d${i}`, k: (i * 7919) % 200, g: i % 7, v: (i * 31) % 50, tags: [i % 3, i % 5] }))
    many(...docs)
    const queries = [{ g: 3 }, { k: { $gt: 150 } }, { tags: 4 }, { g: 2, v: { $lte: 20 } }]
    const bulk = queries.map((query) => ids(query, { v: -1 }))
    store.transaction(() => { for (const { _id } of docs) for (const row of matchingRows(store, 'c', doc({ _id }))) store.remove('c', row) })
    insert(...docs)
    expect(queries.map((query) => ids(query, { v: -1 }))).toEqual(bulk)
    expect(bulk.map((found) => found.length)).not.toContain(0)
  })

  test('nothing is written where a key is taken: by what is there, or by each other', () => {
    insert({ _id: 1, k: 1 })
    expect(() => many({ _id: 2, k: 2 }, { _id: 3, k: 1 })).toThrow(duplicate)
    expect(() => many({ _id: 2, k: 2 }, { _id: 3, k: 2 })).toThrow(duplicate)
    expect(() => many({ _id: 2, k: 2 }, { _id: 2, k: 3 })).toThrow(duplicate)
    expect(ids({})).toEqual([1])
    expect(ids({ k: 2 })).toEqual([])
  })
})

test('what is looked at is counted: through an index little, without one all', () => {
  store.deploy([{ name: 'c', indexes: [ix('k', { k: 1 })] }])
  insert(...Array.from({ length: 50 }, (_, i) => ({ _id: i, k: i, other: i })))
  const looked = (query: unknown) => {
    const before = store.examined.documents
    ids(query)
    return store.examined.documents - before
  }
  expect([looked({ k: 7 }), looked({ _id: 7 }), looked({ other: 7 })]).toEqual([1, 1, 50])
})
