import { transactionTooLarge } from '../errors'
import type { Doc } from '../values/value'
import type { StoredIndex } from './catalog'
import type { Candidates, Documents, Row } from './documents'
import { MAX_TRANSACTION_BYTES } from './limits'
import type { Holder } from './locks'
import type { OrderKey } from './order'
import type { Reader } from './reader'
import { documentThing, duplicateId, duplicateKey, entriesOf, idKey, keyThing, printDocument, type Change, type Store } from './store'

/**
 * What one transaction sees: the database as it was at its first operation, and over it what it wrote itself. Its writes stay in
 * memory until it commits.
 */
export class OpenTransaction implements Documents, Holder {
  readonly snapshot: number
  readonly ended: Promise<void>
  readonly #store: Store
  readonly #reader: Reader
  readonly #closeReader: () => void
  #announceEnd: () => void = () => undefined
  /** By row; negative rows are documents that are new. */
  readonly #changes = new Map<number, Change>()
  /** New documents by their lock's name, and keys of unique indexes that its documents have now. */
  readonly #added = new Map<string, number>()
  #lastRow = 0
  #bytes = 0

  /** Takes the snapshot. */
  constructor(store: Store) {
    this.#store = store
    this.snapshot = store.locks.commits
    this.ended = new Promise((resolve) => { this.#announceEnd = resolve })
    const { reader, close } = store.snapshot()
    this.#reader = reader
    this.#closeReader = close
    store.locks.begin(this)
  }

  requireCollection(name: unknown): string { return this.#reader.requireCollection(name) }

  candidates(collection: string, query: Doc, order: readonly OrderKey[] = []): Candidates {
    const found = this.#reader.candidates(collection, query, order)
    const changes = [...this.#changes.values()].filter((change) => change.collection === collection)
    if (changes.length === 0) return found
    return { ...found, rows: this.#over(found, changes), ordered: found.ordered && order.length === 0 }
  }

  /** A changed document stands in its place where everything is read, and behind the others where an index would no longer lead to it. */
  * #over(found: Candidates, changes: readonly Change[]): Generator<Row> {
    const inPlace = found.plan.kind === 'all'
    for (const row of found.rows) {
      const change = this.#changes.get(row.n)
      if (!change) yield row
      else if (inPlace && change.after) yield { n: row.n, doc: change.after }
    }
    for (const { n, after } of changes) if (after && (!inPlace || n < 0)) yield { n, doc: after }
  }

  insert(collection: string, doc: Doc): void {
    const id = idKey(doc)
    const thing = documentThing(collection, id)
    this.#claim(thing)
    const stored = this.#reader.find(collection, id)
    const gone = stored !== undefined && this.#changes.get(stored)?.after === undefined && this.#changes.has(stored)
    if (this.#added.has(thing) || (stored !== undefined && !gone)) throw duplicateId(collection, doc['_id'])
    const n = --this.#lastRow
    this.#added.set(thing, n)
    this.#change(collection, n, undefined, doc)
  }

  replace(collection: string, { n, doc: before }: Row, doc: Doc): void {
    this.#claim(documentThing(collection, idKey(doc)))
    this.#change(collection, n, before, doc)
  }

  remove(collection: string, { n, doc }: Row): void {
    const thing = documentThing(collection, idKey(doc))
    this.#claim(thing)
    this.#added.delete(thing)
    this.#change(collection, n, doc, undefined)
  }

  #claim(thing: string): void { this.#store.locks.claim(thing, this) }

  /** @param before what the document was to this transaction until now */
  #change(collection: string, n: number, before: Doc | undefined, after: Doc | undefined): void {
    if (after) this.#bytes += Buffer.byteLength(printDocument(after))
    if (this.#bytes > MAX_TRANSACTION_BYTES) throw transactionTooLarge(MAX_TRANSACTION_BYTES)
    for (const index of this.#store.catalog.indexesOf(collection)) {
      const old = before ? entriesOf(collection, before, index).keys : new Map<string, Buffer>()
      const keys = after ? entriesOf(collection, after, index).keys : new Map<string, Buffer>()
      if (index.unique) this.#moveKeys(collection, index, n, old, keys, after)
    }
    const first = this.#changes.get(n)
    const stored = n < 0 ? undefined : first ? first.before : before
    if (n < 0 && !after) this.#changes.delete(n)
    else this.#changes.set(n, { n, collection, before: stored, after })
  }

  #moveKeys(collection: string, index: StoredIndex, n: number, old: Map<string, Buffer>, keys: Map<string, Buffer>, doc: Doc | undefined): void {
    for (const text of old.keys()) {
      if (keys.has(text)) continue
      const thing = keyThing(index, text)
      this.#claim(thing)
      this.#added.delete(thing)
    }
    for (const [text, key] of keys) {
      const thing = keyThing(index, text)
      if (!old.has(text)) {
        this.#claim(thing)
        const mine = this.#added.get(thing)
        const stored = this.#reader.holderOf(index, key, n)
        // A stored document that was changed here has its key no longer, or it stands among those added.
        if ((mine !== undefined && mine !== n) || (stored !== undefined && !this.#changes.has(stored))) throw duplicateKey(collection, doc as Doc, index)
      }
      this.#added.set(thing, n)
    }
  }

  /** Writes everything, in one transaction of SQLite's, and ends. @throws DATA_FULL; then nothing was written, and it has ended all the same */
  commit(): void {
    let written = false
    try {
      if (this.#changes.size > 0) {
        this.#store.transaction(() => this.#store.apply([...this.#changes.values()]))
        written = true
      }
    } finally {
      this.#end(written)
    }
  }

  abort(): void { this.#end(false) }

  #end(written: boolean): void {
    this.#store.locks.end(this, written)
    this.#closeReader()
    this.#announceEnd()
  }
}
