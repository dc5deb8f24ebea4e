import { collectionNotExist, dataDamaged, invalidParam } from '../errors'
import { compare } from '../values/compare'
import { parseEjson } from '../values/ejson'
import type { Doc, Value } from '../values/value'
import type { Catalog, StoredIndex } from './catalog'
import type { Candidates, Row } from './documents'
import { encodeKey } from './key'
import type { OrderKey } from './order'
import { plan, type Scan } from './plan'
import type { Sql, SqlRow } from './sql'

/** Rows fetched at a time: few at first, because a page is often short; then more, because a scan is long. */
const FIRST_PAGE = 16
const LARGEST_PAGE = 512

const pages = function* (fetch: (limit: number) => SqlRow[]): Generator<SqlRow[]> {
  for (let limit = FIRST_PAGE; ; limit = Math.min(limit * 2, LARGEST_PAGE)) {
    const rows = fetch(limit)
    yield rows
    if (rows.length < limit) return
  }
}

/** Above every key: only an empty array, downwards, begins with 0xff, and no index has this many of them. */
const HIGHEST = Buffer.alloc(64, 0xff)

/** @throws DATA_DAMAGED: what is stored was written by this cloud, so whatever cannot be read is not the caller's mistake */
/** Read as bytes: libsql aborts the process over text that is no UTF-8, which is what a damaged file may hold. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

const readRow = (row: SqlRow): Row => {
  const n = row['n'] as number
  try {
    return { n, doc: parseEjson(utf8.decode(row['json'] as ArrayBuffer), 0) as Doc }
  } catch (error) {
    throw dataDamaged('the database', `document ${n}: ${(error as Error).message}`)
  }
}

export type Examined = Candidates['examined']

/** Finds documents through one connection: the cloud's own, or a snapshot. Nothing stays open between pages, so a write may happen in between. */
export class Reader {
  readonly #sql: Sql
  readonly #catalog: Catalog
  readonly #inAll: Examined

  /** @param inAll grows by everything that is looked at */
  constructor(sql: Sql, catalog: Catalog, inAll: Examined) {
    this.#sql = sql
    this.#catalog = catalog
    this.#inAll = inAll
  }

  #count(examined: Examined, what: keyof Examined): void {
    examined[what]++
    this.#inAll[what]++
  }

  /** @throws DATABASE_COLLECTION_NOT_EXIST */
  requireCollection(name: unknown): string {
    if (typeof name !== 'string' || name === '') throw invalidParam('collectionName is missing')
    if (!this.#sql.get('SELECT name FROM collection WHERE name = ?', [name])) throw collectionNotExist(name)
    return name
  }

  /** @returns the number of the row that has an `_id` */
  find(collection: string, id: Buffer): number | undefined {
    return this.#sql.get('SELECT n FROM doc WHERE coll = ? AND id = ?', [collection, id])?.['n'] as number | undefined
  }

  /** @returns the number of a row, other than `except`, that has a key in an index */
  holderOf(index: StoredIndex, key: Buffer, except: number): number | undefined {
    return this.#sql.get('SELECT n FROM entry WHERE ix = ? AND key = ? AND n <> ?', [index.id, key, except])?.['n'] as number | undefined
  }

  candidates(collection: string, query: Doc, order: readonly OrderKey[] = []): Candidates {
    const scan = plan(query, order, this.#catalog.indexesOf(collection))
    const examined: Examined = { keys: 0, documents: 0 }
    switch (scan.kind) {
      case 'ids': return { rows: this.#byIds(collection, scan.ids, examined), ordered: order.length === 0, plan: { kind: 'ids', ranges: scan.ids.length }, examined }
      case 'all': return { rows: this.all(collection, examined), ordered: order.length === 0, plan: { kind: 'all' }, examined }
      case 'index': return {
        rows: this.#byIndex(scan, examined), ordered: scan.ordered, examined,
        plan: { kind: 'index', index: scan.index.name, backwards: scan.backwards, ranges: scan.ranges.length },
      }
    }
  }

  * #byIds(collection: string, ids: readonly Value[], examined: Examined): Generator<Row> {
    for (const id of ids.filter((id, at) => ids.findIndex((other) => compare(other, id) === 0) === at)) {
      this.#count(examined, 'keys')
      const row = this.#sql.get('SELECT n, CAST(json AS BLOB) AS json FROM doc WHERE coll = ? AND id = ?', [collection, encodeKey(id)])
      if (!row) continue
      this.#count(examined, 'documents')
      yield readRow(row)
    }
  }

  /** Every document, in the order in which they were inserted. */
  * all(collection: string, examined: Examined = { keys: 0, documents: 0 }): Generator<Row> {
    let last = -1
    for (const rows of pages((limit) => this.#sql.all('SELECT n, CAST(json AS BLOB) AS json FROM doc WHERE coll = ? AND n > ? ORDER BY n LIMIT ?', [collection, last, limit]))) {
      for (const row of rows) {
        last = row['n'] as number
        this.#count(examined, 'documents')
        yield readRow(row)
      }
    }
  }

  * #byIndex(scan: Scan & { kind: 'index' }, examined: Examined): Generator<Row> {
    const seen = new Set<number>()
    const { id } = scan.index as StoredIndex
    const step = scan.backwards
      ? 'SELECT e.key, e.n, CAST(d.json AS BLOB) AS json FROM entry e JOIN doc d ON d.n = e.n WHERE e.ix = ? AND e.key >= ? AND (e.key, e.n) < (?, ?) ORDER BY e.key DESC, e.n DESC LIMIT ?'
      : 'SELECT e.key, e.n, CAST(d.json AS BLOB) AS json FROM entry e JOIN doc d ON d.n = e.n WHERE e.ix = ? AND e.key < ? AND (e.key, e.n) > (?, ?) ORDER BY e.key, e.n LIMIT ?'
    for (const range of scan.ranges) {
      const to = range.to ?? HIGHEST
      const [end, start] = scan.backwards ? [range.from, to] : [to, range.from]
      let edge = { key: start, n: -1 }
      for (const rows of pages((limit) => this.#sql.all(step, [id, end, edge.key, edge.n, limit]))) {
        for (const row of rows) {
          const n = row['n'] as number
          this.#count(examined, 'keys')
          // A document has an entry for each element of an array.
          if (seen.has(n)) continue
          seen.add(n)
          this.#count(examined, 'documents')
          yield readRow(row)
        }
        const last = rows[rows.length - 1]
        if (last) edge = { key: Buffer.from(last['key'] as ArrayBuffer), n: last['n'] as number }
      }
    }
  }
}
