import { join } from 'node:path'
import fc from 'fast-check'
import { temporary } from '../testing/fixture'
import { parseEjson } from '../values/ejson'
import type { Doc } from '../values/value'
import type { Documents } from './documents'
import { matchingPage, matchingRows } from './matching'
import { OpenTransaction } from './open-transaction'
import { parseOrder } from './order'
import { Sql } from './sql'
import { Store } from './store'

const doc = (value: unknown): Doc => parseEjson(JSON.stringify(value), 0) as Doc

let place: ReturnType<typeof temporary>
let sqls: Sql[]
beforeEach(() => { place = temporary(); sqls = [] })
afterEach(() => { for (const sql of sqls) sql.close(); place.remove() })

const open = (name: string): Store => {
  const sql = new Sql(join(place.path, name))
  sqls.push(sql)
  sql.all('PRAGMA journal_mode = WAL')
  // These tests are about what is found, not about what survives.
  sql.all('PRAGMA synchronous = OFF')
  const store = new Store(sql)
  const index = (name: string, keys: Record<string, 1 | -1>, unique = false) => ({ name, unique, keys: parseOrder(doc(keys)) })
  store.deploy([{ name: 'c', indexes: [index('u', { u: 1 }, true), index('ab', { a: 1, b: -1 })] }])
  return store
}

type Step = { kind: 'insert' | 'replace' | 'remove'; id: number; u: unknown; a: unknown; b: number }
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('insert', 'replace', 'remove'), id: fc.integer({ min: 0, max: 5 }),
  u: fc.constantFrom<unknown>(0, 1, 2, 3, 4, 5, [0, 1], [6, 7], []), a: fc.constantFrom<unknown>(1, 2, [1, 2], null), b: fc.integer({ min: 0, max: 2 }),
})

/** @returns what came of a step: nothing, or the code of an error */
const take = (documents: Documents, { kind, id, u, a, b }: Step): string | undefined => {
  const [row] = matchingRows(documents, 'c', doc({ _id: id }))
  try {
    if (kind === 'insert') documents.insert('c', doc({ _id: id, u, a, b }))
    else if (row && kind === 'replace') documents.replace('c', row, doc({ _id: id, u, a, b }))
    else if (row) documents.remove('c', row)
    return undefined
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

const QUERIES: [query: unknown, order: unknown][] = [[{}, { _id: 1 }], [{ a: 1 }, { b: 1, _id: 1 }], [{ a: { $gte: 1 } }, { _id: -1 }], [{ u: { $in: [0, 1, 6] } }, { _id: 1 }], [{ b: 1 }, { _id: 1 }]]
const answers = (documents: Documents) => QUERIES.map(([query, order]) => matchingPage(documents, 'c', doc(query), parseOrder(doc(order)), 0, 1000))

test('a transaction answers as the database would if its steps had been taken at once, before and after it commits', () => {
  const [plain, transacted] = [open('plain'), open('transacted')]
  fc.assert(fc.property(fc.array(step, { maxLength: 6 }), fc.array(step, { maxLength: 10 }), (before, steps) => {
    for (const store of [plain, transacted]) {
      store.transaction(() => { for (const row of matchingRows(store, 'c', doc({}))) store.remove('c', row) })
      for (const one of before) { try { store.transaction(() => { if (take(store, one)) throw new Error('undone') }) } catch (error) { expect((error as Error).message).toBe('undone') } }
    }
    const untouched = answers(transacted)
    const transaction = new OpenTransaction(transacted)
    for (const one of steps) {
      let expected: string | undefined
      try { plain.transaction(() => { expected = take(plain, one); if (expected !== undefined) throw new Error('undone') }) } catch (error) { expect((error as Error).message).toBe('undone') }
      const got = take(transaction, one)
      expect(got).toBe(expected)
      // The gateway ends a transaction at its first error.
      if (got !== undefined) {
        transaction.abort()
        expect(answers(transacted)).toEqual(untouched)
        return
      }
      expect(answers(transaction)).toEqual(answers(plain))
    }
    expect(answers(transacted)).toEqual(untouched)
    transaction.commit()
    expect(answers(transacted)).toEqual(answers(plain))
    expect(transacted.locks.busy).toBe(false)
  }), { numRuns: 150 })
})
