import { collectionExists, collectionNotExist, duplicateWrite, invalidParam } from '../errors'
import { compare } from '../values/compare'
import { parseEjson, printEjson } from '../values/ejson'
import { isDoc, ObjectId, type Doc, type Value } from '../values/value'
import { indexEntries, type IndexDefinition } from './index-keys'
import { encodeKey } from './key'
import { plan, type Scan, type UsableIndex } from './plan'
import type { OrderKey } from './order'
import type { Sql, SqlRow } from './sql'

/** A document with its row number: rows keep the order in which documents were inserted. */
export interface Row { n: number; doc: Doc }

interface StoredIndex extends UsableIndex { id: number }

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collection (name TEXT PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS doc (n INTEGER PRIMARY KEY AUTOINCREMENT, coll TEXT NOT NULL, id BLOB NOT NULL, json TEXT NOT NULL, UNIQUE (coll, id));
  CREATE INDEX IF NOT EXISTS doc_in_order ON doc (coll, n);
  CREATE TABLE IF NOT EXISTS ix (id INTEGER PRIMARY KEY, coll TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (coll, name));
  CREATE TABLE IF NOT EXISTS entry (ix INTEGER NOT NULL, key BLOB NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (ix, key, n)) WITHOUT ROWID;
`

/** Rows fetched at a time while an index is walked in order. */
const PAGE = 200

/** MongoDB's limit for one document. */
const MAX_DOC_BYTES = 16 * 1024 * 1024

const definitionText = (index: IndexDefinition) =>
  JSON.stringify({ keys: index.keys.map(({ field, direction }) => [field, direction]), unique: index.unique })

/**
 * Documents in SQLite: a row per document (EJSON text) and, for every index, an entry per key in MongoDB's own order of values.
 * An expression index on `json_extract` would be less code, but it knows neither arrays (MongoDB indexes every element) nor
 * MongoDB's order of types, nor that a missing field is null.
 *
 * Every method that writes must be called inside `transaction`.
 */
export class Store {
  readonly #sql: Sql
  readonly #indexes = new Map<string, StoredIndex[]>()

  constructor(sql: Sql) {
    this.#sql = sql
    sql.exec(SCHEMA)
  }

  transaction<T>(work: () => T): T { return this.#sql.transaction(work) }

  /** Makes the collections and indexes of the deployment files, rebuilds indexes that changed and drops those that are gone. */
  deploy(collections: readonly { name: string; indexes: IndexDefinition[] }[]): void {
    this.transaction(() => {
      for (const { name, indexes } of collections) {
        this.#sql.run('INSERT OR IGNORE INTO collection VALUES (?)', [name])
        this.#deployIndexes(name, indexes)
      }
    })
  }

  #deployIndexes(coll: string, definitions: IndexDefinition[]): void {
    const stored = new Map(this.#sql.all('SELECT id, name, definition, multikey FROM ix WHERE coll = ?', [coll]).map((row) => [row['name'] as string, row]))
    const kept: StoredIndex[] = []
    for (const definition of definitions) {
      const row = stored.get(definition.name)
      stored.delete(definition.name)
      if (row && row['definition'] === definitionText(definition)) {
        kept.push({ ...definition, id: row['id'] as number, multikey: row['multikey'] === 1 })
        continue
      }
      if (row) this.#dropIndex(row)
      kept.push(this.#buildIndex(coll, definition))
    }
    for (const row of stored.values()) this.#dropIndex(row)
    this.#indexes.set(coll, kept)
  }

  #dropIndex(row: SqlRow): void {
    this.#sql.run('DELETE FROM entry WHERE ix = ?', [row['id'] as number])
    this.#sql.run('DELETE FROM ix WHERE id = ?', [row['id'] as number])
  }

  #buildIndex(coll: string, definition: IndexDefinition): StoredIndex {
    const id = this.#sql.insert('INSERT INTO ix (coll, name, definition) VALUES (?, ?, ?)', [coll, definition.name, definitionText(definition)])
    const index: StoredIndex = { ...definition, id, multikey: false }
    for (const row of this.#scanAll(coll)) this.#addEntries(coll, index, row)
    return index
  }

  addCollection(name: string): void {
    if (this.#sql.run('INSERT OR IGNORE INTO collection VALUES (?)', [name]) === 0) throw collectionExists(name)
  }

  /** @throws DATABASE_COLLECTION_NOT_EXIST */
  requireCollection(name: unknown): string {
    if (typeof name !== 'string' || name === '') throw invalidParam('collectionName is missing')
    if (!this.#sql.get('SELECT name FROM collection WHERE name = ?', [name])) throw collectionNotExist(name)
    return name
  }

  #addEntries(coll: string, index: StoredIndex, { n, doc }: Row): void {
    const { keys, multikey } = indexEntries(doc, index)
    for (const key of keys) {
      if (index.unique && this.#sql.get('SELECT n FROM entry WHERE ix = ? AND key = ? AND n <> ?', [index.id, key, n])) {
        throw duplicateWrite(coll, index.name, this.#describeKey(doc, index))
      }
      this.#sql.run('INSERT INTO entry VALUES (?, ?, ?)', [index.id, key, n])
    }
    if (multikey && !index.multikey) {
      // Kept even if the transaction is undone: an index taken for multikey only loses speed.
      index.multikey = true
      this.#sql.run('UPDATE ix SET multikey = 1 WHERE id = ?', [index.id])
    }
  }

  #describeKey(doc: Doc, index: IndexDefinition): string {
    const parts = index.keys.map(({ field, path }) => {
      const value = path.reduce<Value | undefined>((here, name) => (isDoc(here) ? here[name] : undefined), doc)
      return `${field}: ${printEjson(value ?? null)}`
    })
    return `{ ${parts.join(', ')} }`
  }

  #removeEntries(index: StoredIndex, { n, doc }: Row): void {
    for (const key of indexEntries(doc, index).keys) this.#sql.run('DELETE FROM entry WHERE ix = ? AND key = ? AND n = ?', [index.id, key, n])
  }

  #indexesOf(coll: string): StoredIndex[] { return this.#indexes.get(coll) ?? [] }

  /** @throws DATABASE_DUPLICATE_WRITE */
  insert(coll: string, doc: Doc): void {
    const id = doc['_id']
    if (typeof id !== 'string' && typeof id !== 'number' && !(id instanceof ObjectId)) throw invalidParam('_id must be a string, a number or an ObjectId')
    const key = encodeKey(id)
    if (this.#sql.get('SELECT n FROM doc WHERE coll = ? AND id = ?', [coll, key])) throw duplicateWrite(coll, '_id_', `{ _id: ${printEjson(id)} }`)
    const n = this.#sql.insert('INSERT INTO doc (coll, id, json) VALUES (?, ?, ?)', [coll, key, this.#print(doc)])
    for (const index of this.#indexesOf(coll)) this.#addEntries(coll, index, { n, doc })
  }

  #print(doc: Doc): string {
    const json = printEjson(doc)
    if (Buffer.byteLength(json) > MAX_DOC_BYTES) throw invalidParam('a document may not be larger than 16 MB')
    return json
  }

  /** @throws DATABASE_DUPLICATE_WRITE */
  replace(coll: string, row: Row, doc: Doc): void {
    for (const index of this.#indexesOf(coll)) this.#removeEntries(index, row)
    this.#sql.run('UPDATE doc SET json = ? WHERE n = ?', [this.#print(doc), row.n])
    for (const index of this.#indexesOf(coll)) this.#addEntries(coll, index, { n: row.n, doc })
  }

  remove(coll: string, row: Row): void {
    for (const index of this.#indexesOf(coll)) this.#removeEntries(index, row)
    this.#sql.run('DELETE FROM doc WHERE n = ?', [row.n])
  }

  /**
   * Documents that may satisfy a query, few rather than many: the caller still has to match them.
   * @returns the rows, and whether they come in the order asked for
   */
  candidates(coll: string, query: Doc, order: readonly OrderKey[] = []): { rows: Iterable<Row>; ordered: boolean } {
    const scan = plan(query, order, this.#indexesOf(coll))
    switch (scan.kind) {
      case 'ids': return { rows: this.#byIds(coll, scan.ids), ordered: order.length === 0 }
      case 'index': return { rows: this.#byIndex(scan), ordered: scan.ordered }
      case 'all': return { rows: this.#scanAll(coll), ordered: order.length === 0 }
    }
  }

  #row(row: SqlRow): Row { return { n: row['n'] as number, doc: parseEjson(row['json'] as string, 0) as Doc } }

  #byIds(coll: string, ids: readonly Value[]): Row[] {
    const distinct = ids.filter((id, at) => ids.findIndex((other) => compare(other, id) === 0) === at)
    return distinct.flatMap((id) => {
      const row = this.#sql.get('SELECT n, json FROM doc WHERE coll = ? AND id = ?', [coll, encodeKey(id)])
      return row ? [this.#row(row)] : []
    })
  }

  * #scanAll(coll: string): Generator<Row> {
    let last = -1
    for (;;) {
      const rows = this.#sql.all(`SELECT n, json FROM doc WHERE coll = ? AND n > ? ORDER BY n LIMIT ${PAGE}`, [coll, last])
      for (const row of rows) yield this.#row(row)
      if (rows.length < PAGE) return
      last = (rows[rows.length - 1] as SqlRow)['n'] as number
    }
  }

  /** Walks ranges of an index, page by page: nothing stays open between pages, so a write may happen in between. */
  * #byIndex(scan: Scan & { kind: 'index' }): Generator<Row> {
    const seen = new Set<number>()
    const id = (scan.index as StoredIndex).id
    for (const range of scan.ranges) {
      const to = range.to ?? HIGHEST
      let edge: { key: Buffer; n: number } | undefined
      for (;;) {
        const rows: SqlRow[] = scan.backwards
          ? this.#sql.all(`SELECT e.key, e.n, d.json FROM entry e JOIN doc d ON d.n = e.n WHERE e.ix = ? AND e.key >= ? AND (e.key, e.n) < (?, ?) ORDER BY e.key DESC, e.n DESC LIMIT ${PAGE}`,
            [id, range.from, edge?.key ?? to, edge?.n ?? -1])
          : this.#sql.all(`SELECT e.key, e.n, d.json FROM entry e JOIN doc d ON d.n = e.n WHERE e.ix = ? AND (e.key, e.n) > (?, ?) AND e.key < ? ORDER BY e.key, e.n LIMIT ${PAGE}`,
            [id, edge?.key ?? range.from, edge?.n ?? -1, to])
        for (const row of rows) {
          const n = row['n'] as number
          if (seen.has(n)) continue
          seen.add(n)
          yield this.#row(row)
        }
        if (rows.length < PAGE) break
        const last = rows[rows.length - 1] as SqlRow
        edge = { key: Buffer.from(last['key'] as ArrayBuffer), n: last['n'] as number }
      }
    }
  }
}

/** Above every key: only an empty array, downwards, begins with 0xff, and no index has this many of them. */
const HIGHEST = Buffer.alloc(64, 0xff)
