import { randomBytes } from 'node:crypto'
import { invalidParam, tooManyTransactions, transactionNotExist } from '../errors'
import type { Documents } from './documents'
import { MAX_OPEN_TRANSACTIONS } from './limits'
import { OpenTransaction } from './open-transaction'
import type { Store } from './store'

/** `ends` is in milliseconds of `performance.now()`. */
interface Entry { transaction: OpenTransaction | undefined; ends: number; expiry: NodeJS.Timeout }

/** The transactions that are open. Nothing of them is on disk before they commit, so nothing remains of them if the process dies. */
export class Transactions {
  readonly #store: Store
  readonly #lifetime: number
  readonly #open = new Map<string, Entry>()

  /** @param lifetime milliseconds after which a transaction is undone */
  constructor(store: Store, lifetime: number) {
    this.#store = store
    this.#lifetime = lifetime
  }

  /** Its snapshot is taken by its first operation. @returns its id */
  start(): string {
    if (this.#open.size >= MAX_OPEN_TRANSACTIONS) throw tooManyTransactions(MAX_OPEN_TRANSACTIONS)
    const id = randomBytes(16).toString('hex')
    this.#open.set(id, { transaction: undefined, ends: performance.now() + this.#lifetime, expiry: this.#expireAfter(id, this.#lifetime) })
    return id
  }

  #expireAfter(id: string, ms: number): NodeJS.Timeout { return setTimeout(() => this.abort(id), ms).unref() }

  /** The cloud's clock moved forward by so many milliseconds: undoes what is over by it. */
  moveTime(ms: number): void {
    for (const [id, entry] of [...this.#open]) {
      clearTimeout(entry.expiry)
      entry.ends -= ms
      const left = entry.ends - performance.now()
      if (left > 0) entry.expiry = this.#expireAfter(id, left)
      else this.abort(id)
    }
  }

  #entry(id: unknown): Entry {
    if (typeof id !== 'string') throw invalidParam('transactionId must be a string')
    const entry = this.#open.get(id)
    if (!entry) throw transactionNotExist()
    return entry
  }

  /** Nobody finds it any more from here on. */
  #take(id: unknown): Entry {
    const entry = this.#entry(id)
    clearTimeout(entry.expiry)
    this.#open.delete(id as string)
    return entry
  }

  /**
   * Does something inside a transaction. Whatever fails undoes the whole of it, as in MongoDB: the SDK retries a conflict without rolling back.
   * @throws DATABASE_TRANSACTION_CONFLICT, DATABASE_TRANSACTION_FAIL
   */
  run<T>(id: unknown, work: (documents: Documents) => T): T {
    const entry = this.#entry(id)
    try {
      return work(entry.transaction ??= new OpenTransaction(this.#store))
    } catch (error) {
      this.#take(id).transaction?.abort()
      throw error
    }
  }

  /** @throws DATABASE_TRANSACTION_FAIL */
  commit(id: unknown): void { this.#take(id).transaction?.commit() }

  /** @throws DATABASE_TRANSACTION_FAIL */
  abort(id: unknown): void { this.#take(id).transaction?.abort() }

  /** Undoes all that are open. */
  close(): void { for (const id of [...this.#open.keys()]) this.abort(id) }
}
