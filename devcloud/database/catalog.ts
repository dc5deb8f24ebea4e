import { collectionExists, tooManyCollections } from '../errors'
import type { IndexDefinition } from './index-keys'
import { MAX_COLLECTIONS } from './limits'
import type { UsableIndex } from './plan'
import type { Sql, SqlRow } from './sql'

/** An index with its number, which its entries bear. */
export interface StoredIndex extends UsableIndex { id: number }

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collection (name TEXT PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS doc (n INTEGER PRIMARY KEY AUTOINCREMENT, coll TEXT NOT NULL, id BLOB NOT NULL, json TEXT NOT NULL, UNIQUE (coll, id));
  CREATE INDEX IF NOT EXISTS doc_in_order ON doc (coll, n);
  CREATE TABLE IF NOT EXISTS ix (id INTEGER PRIMARY KEY, coll TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (coll, name));
  CREATE TABLE IF NOT EXISTS entry (ix INTEGER NOT NULL, key BLOB NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (ix, key, n)) WITHOUT ROWID;
`

const definitionText = (index: IndexDefinition) =>
  JSON.stringify({ keys: index.keys.map(({ field, direction }) => [field, direction]), unique: index.unique })

/** Which collections and indexes there are. Every method that writes must be called inside a transaction of SQLite's. */
export class Catalog {
  readonly #sql: Sql
  readonly #indexes = new Map<string, StoredIndex[]>()

  constructor(sql: Sql) {
    this.#sql = sql
    sql.exec(SCHEMA)
  }

  indexesOf(collection: string): readonly StoredIndex[] { return this.#indexes.get(collection) ?? [] }

  /** Every collection, by name, with how many documents it has. */
  list(): { name: string; documents: number; indexes: readonly StoredIndex[] }[] {
    return this.#sql.all('SELECT name, (SELECT count(*) FROM doc WHERE coll = name) AS documents FROM collection ORDER BY name')
      .map((row) => ({ name: row['name'] as string, documents: row['documents'] as number, indexes: this.indexesOf(row['name'] as string) }))
  }

  /** @returns how many documents a collection has */
  count(collection: string): number {
    return this.#sql.get('SELECT count(*) AS count FROM doc WHERE coll = ?', [collection])?.['count'] as number
  }

  /** @throws DATABASE_COLLECTION_ALREADY_EXIST, DATABASE_COLLECTION_EXCEED_LIMIT */
  add(name: string): void {
    if (this.#sql.run('INSERT OR IGNORE INTO collection VALUES (?)', [name]) === 0) throw collectionExists(name)
    this.#checkCount()
  }

  #checkCount(): void {
    const count = this.#sql.get('SELECT count(*) AS count FROM collection')?.['count'] as number
    if (count > MAX_COLLECTIONS) throw tooManyCollections(MAX_COLLECTIONS)
  }

  /**
   * Makes a collection and its indexes, drops those that are gone or have changed.
   * @param build fills an index that is new
   */
  deploy(name: string, definitions: readonly IndexDefinition[], build: (index: StoredIndex) => void): void {
    if (this.#sql.run('INSERT OR IGNORE INTO collection VALUES (?)', [name]) > 0) this.#checkCount()
    const stored = new Map(this.#sql.all('SELECT id, name, definition, multikey FROM ix WHERE coll = ?', [name]).map((row) => [row['name'] as string, row]))
    const kept: StoredIndex[] = []
    for (const definition of definitions) {
      const row = stored.get(definition.name)
      stored.delete(definition.name)
      if (row && row['definition'] === definitionText(definition)) {
        kept.push({ ...definition, id: row['id'] as number, multikey: row['multikey'] === 1 })
        continue
      }
      if (row) this.#drop(row)
      const id = this.#sql.insert('INSERT INTO ix (coll, name, definition) VALUES (?, ?, ?)', [name, definition.name, definitionText(definition)])
      const index: StoredIndex = { ...definition, id, multikey: false }
      build(index)
      kept.push(index)
    }
    for (const row of stored.values()) this.#drop(row)
    this.#indexes.set(name, kept)
  }

  #drop(row: SqlRow): void {
    this.#sql.run('DELETE FROM entry WHERE ix = ?', [row['id'] as number])
    this.#sql.run('DELETE FROM ix WHERE id = ?', [row['id'] as number])
  }

  /** Remembers that an index looked into an array. In memory it stays even if the transaction is undone: that only loses speed. */
  markMultikey(index: StoredIndex): void {
    index.multikey = true
    // Said again each time: what was said in a transaction that was undone is not on disk.
    this.#sql.run('UPDATE ix SET multikey = 1 WHERE id = ? AND multikey = 0', [index.id])
  }
}
