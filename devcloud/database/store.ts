import { documentTooLarge, duplicateWrite, indexKeyTooLarge, invalidParam } from '../errors'
import { printEjson } from '../values/ejson'
import { isDoc, ObjectId, type Doc, type Value } from '../values/value'
import { Catalog, type StoredIndex } from './catalog'
import type { Candidates, Documents, Row } from './documents'
import { indexEntries, type IndexDefinition } from './index-keys'
import { encodeKey } from './key'
import { MAX_DOCUMENT_BYTES, MAX_INDEX_KEY_BYTES } from './limits'
import { Locks } from './locks'
import type { OrderKey } from './order'
import { Reader, type Examined } from './reader'
import type { Sql } from './sql'

/** What a transaction did to one document. `n` is its row, negative for a document that is new. */
export interface Change { n: number; collection: string; before: Doc | undefined; after: Doc | undefined }

/** One entry of an index that is to be written: its key, also as text, and the document it is of. */
interface Entry { text: string; key: Buffer; n: number; doc: Doc }

/** Entries written by one statement: each has three parameters, and SQLite takes hundreds. */
const ROWS = 50

/** @throws INVALID_PARAM for an `_id` that cannot be one */
export const idKey = (doc: Doc): Buffer => {
  const id = doc['_id']
  if (typeof id !== 'string' && typeof id !== 'number' && !(id instanceof ObjectId)) throw invalidParam('_id must be a string, a number or an ObjectId')
  return encodeKey(id)
}

/** A document as it is stored. @throws DATABASE_REQUEST_FAILED for one that is too large */
export const printDocument = (doc: Doc): string => {
  const json = printEjson(doc)
  const bytes = Buffer.byteLength(json)
  if (bytes > MAX_DOCUMENT_BYTES) throw documentTooLarge(bytes, MAX_DOCUMENT_BYTES)
  return json
}

/** The name under which a document is locked. */
export const documentThing = (collection: string, id: Buffer): string => `${collection}\0${id.toString('latin1')}`

/** The name under which a key of a unique index is locked. No collection's name begins with a null byte. */
export const keyThing = (index: StoredIndex, key: string): string => `\0${index.id}\0${key}`

/**
 * A document's entries in an index, by their bytes as text.
 * @throws DATABASE_REQUEST_FAILED for two arrays in one entry, or an entry that is too large
 */
export const entriesOf = (collection: string, doc: Doc, index: StoredIndex): { keys: Map<string, Buffer>; multikey: boolean } => {
  const { keys, multikey } = indexEntries(doc, index)
  for (const key of keys) if (key.length > MAX_INDEX_KEY_BYTES) throw indexKeyTooLarge(collection, index.name, key.length, MAX_INDEX_KEY_BYTES)
  return { keys: new Map(keys.map((key) => [key.toString('latin1'), key])), multikey }
}

export const duplicateId = (collection: string, id: Value | undefined) => duplicateWrite(collection, '_id_', `{ _id: ${printEjson(id ?? null)} }`)

export const duplicateKey = (collection: string, doc: Doc, index: StoredIndex) => {
  const parts = index.keys.map(({ field, path }) => {
    const value = path.reduce<Value | undefined>((here, name) => (isDoc(here) ? here[name] : undefined), doc)
    return `${field}: ${printEjson(value ?? null)}`
  })
  return duplicateWrite(collection, index.name, `{ ${parts.join(', ')} }`)
}

/**
 * Documents in SQLite: a row per document (EJSON text) and, for every index, an entry per key in MongoDB's own order of values.
 * An expression index on `json_extract` would be less code, but it knows neither arrays (MongoDB indexes every element) nor
 * MongoDB's order of types, nor that a missing field is null.
 *
 * Every method that writes must be called inside `transaction`.
 */
export class Store implements Documents {
  readonly catalog: Catalog
  readonly locks = new Locks()
  /** Index entries and documents that were looked at to answer queries, since the start. */
  readonly examined: Examined = { keys: 0, documents: 0 }
  readonly #sql: Sql
  readonly #reader: Reader
  /** What the transaction under way has written, for those whose snapshot is older. */
  #touched: string[] = []

  constructor(sql: Sql) {
    this.#sql = sql
    this.catalog = new Catalog(sql)
    this.#reader = new Reader(sql, this.catalog, this.examined)
  }

  /** All or nothing, synced to disk when it returns. @throws Locked if it meets what an open transaction holds */
  transaction<T>(work: () => T): T {
    this.#touched = []
    const result = this.#sql.transaction(work)
    this.locks.committed(this.#touched)
    return result
  }

  /** A reader of everything as it is now, and the connection it needs until it is closed. */
  snapshot(): { reader: Reader; close: () => void } {
    const frozen = this.#sql.snapshot()
    return { reader: new Reader(frozen, this.catalog, this.examined), close: () => frozen.close() }
  }

  /** Makes the collections and indexes of the deployment files, rebuilds indexes that changed and drops those that are gone. */
  deploy(collections: readonly { name: string; indexes: IndexDefinition[] }[]): void {
    this.transaction(() => {
      for (const { name, indexes } of collections) {
        this.catalog.deploy(name, indexes, (index) => {
          for (const { n, doc } of this.#reader.all(name)) this.#reindex(name, index, n, undefined, doc)
        })
      }
    })
  }

  requireCollection(name: unknown): string { return this.#reader.requireCollection(name) }

  candidates(collection: string, query: Doc, order: readonly OrderKey[] = []): Candidates { return this.#reader.candidates(collection, query, order) }

  #touch(thing: string): void {
    if (!this.locks.busy) return
    this.locks.check(thing)
    this.#touched.push(thing)
  }

  /** Takes the entries of one document from what it was to what it is; what stays the same is not written. */
  #reindex(collection: string, index: StoredIndex, n: number, before: Doc | undefined, after: Doc | undefined): void {
    const old = before ? entriesOf(collection, before, index).keys : new Map<string, Buffer>()
    const { keys, multikey } = after ? entriesOf(collection, after, index) : { keys: new Map<string, Buffer>(), multikey: false }
    for (const [text, key] of old) {
      if (keys.has(text)) continue
      if (index.unique) this.#touch(keyThing(index, text))
      this.#sql.run('DELETE FROM entry WHERE ix = ? AND key = ? AND n = ?', [index.id, key, n])
    }
    for (const [text, key] of keys) {
      if (old.has(text)) continue
      if (index.unique) {
        this.#touch(keyThing(index, text))
        if (this.#reader.holderOf(index, key, n) !== undefined) throw duplicateKey(collection, after as Doc, index)
      }
      this.#sql.run('INSERT INTO entry VALUES (?, ?, ?)', [index.id, key, n])
    }
    if (multikey) this.catalog.markMultikey(index)
  }

  insert(collection: string, doc: Doc): void {
    const id = idKey(doc)
    this.#touch(documentThing(collection, id))
    if (this.#reader.find(collection, id) !== undefined) throw duplicateId(collection, doc['_id'])
    const n = this.#sql.insert('INSERT INTO doc (coll, id, json) VALUES (?, ?, ?)', [collection, id, printDocument(doc)])
    for (const index of this.catalog.indexesOf(collection)) this.#reindex(collection, index, n, undefined, doc)
  }

  /**
   * Writes new documents in bulk, faster than one by one: the entries of each index go in in its own order, many in one statement.
   * @throws DATABASE_DUPLICATE_WRITE
   */
  insertMany(collection: string, docs: readonly Doc[]): void {
    const entries = new Map(this.catalog.indexesOf(collection).map((index): [StoredIndex, Entry[]] => [index, []]))
    for (const doc of docs) {
      const id = idKey(doc)
      this.#touch(documentThing(collection, id))
      if (this.#reader.find(collection, id) !== undefined) throw duplicateId(collection, doc['_id'])
      const n = this.#sql.insert('INSERT INTO doc (coll, id, json) VALUES (?, ?, ?)', [collection, id, printDocument(doc)])
      for (const [index, list] of entries) {
        const { keys, multikey } = entriesOf(collection, doc, index)
        for (const [text, key] of keys) list.push({ text, key, n, doc })
        if (multikey) this.catalog.markMultikey(index)
      }
    }
    for (const [index, list] of entries) this.#insertEntries(collection, index, list.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.n - b.n)))
  }

  /** @param entries in the order of their keys */
  #insertEntries(collection: string, index: StoredIndex, entries: readonly Entry[]): void {
    if (index.unique) {
      for (const [at, { text, key, n, doc }] of entries.entries()) {
        this.#touch(keyThing(index, text))
        if (text === entries[at - 1]?.text || this.#reader.holderOf(index, key, n) !== undefined) throw duplicateKey(collection, doc, index)
      }
    }
    for (let from = 0; from < entries.length; from += ROWS) {
      const some = entries.slice(from, from + ROWS)
      this.#sql.run(`INSERT INTO entry VALUES ${some.map(() => '(?, ?, ?)').join(', ')}`, some.flatMap(({ key, n }) => [index.id, key, n]))
    }
  }

  replace(collection: string, { n, doc: before }: Row, doc: Doc): void {
    this.#touch(documentThing(collection, idKey(doc)))
    this.#sql.run('UPDATE doc SET json = ? WHERE n = ?', [printDocument(doc), n])
    for (const index of this.catalog.indexesOf(collection)) this.#reindex(collection, index, n, before, doc)
  }

  remove(collection: string, { n, doc }: Row): void {
    this.#touch(documentThing(collection, idKey(doc)))
    for (const index of this.catalog.indexesOf(collection)) this.#reindex(collection, index, n, doc, undefined)
    this.#sql.run('DELETE FROM doc WHERE n = ?', [n])
  }

  /**
   * Writes what a transaction did. It holds locks on all of it, so nothing here can be taken by somebody else; within it, one document may
   * take what another gave up, in whatever order: first everything is given up.
   */
  apply(changes: readonly Change[]): void {
    const indexesOf = (change: Change) => this.catalog.indexesOf(change.collection)
    for (const change of changes) {
      if (!change.before) continue
      for (const index of indexesOf(change)) {
        for (const key of entriesOf(change.collection, change.before, index).keys.values()) this.#sql.run('DELETE FROM entry WHERE ix = ? AND key = ? AND n = ?', [index.id, key, change.n])
      }
      if (!change.after) this.#sql.run('DELETE FROM doc WHERE n = ?', [change.n])
    }
    for (const change of changes) {
      if (!change.after) continue
      const json = printDocument(change.after)
      let { n } = change
      if (change.before) this.#sql.run('UPDATE doc SET json = ? WHERE n = ?', [json, n])
      else n = this.#sql.insert('INSERT INTO doc (coll, id, json) VALUES (?, ?, ?)', [change.collection, idKey(change.after), json])
      for (const index of indexesOf(change)) {
        const { keys, multikey } = entriesOf(change.collection, change.after, index)
        for (const key of keys.values()) this.#sql.run('INSERT INTO entry VALUES (?, ?, ?)', [index.id, key, n])
        if (multikey) this.catalog.markMultikey(index)
      }
    }
  }
}
