import { databaseTimeout } from '../errors'
import type { DatabaseContext, Parameters } from './action'
import type { Documents } from './documents'
import { Locked } from './locks'

/** Reads what the request's transaction sees, or what is stored. */
export const read = <T>(parameters: Parameters, { store, transactions }: DatabaseContext, work: (documents: Documents) => T): T => {
  const id = parameters['transactionId']
  return id === undefined ? work(store) : transactions.run(id, work)
}

/**
 * Writes inside the request's transaction, or at once. A write at once that meets what a transaction holds waits until that has ended and
 * begins anew; others go on meanwhile.
 * @param work is done again after waiting, so it must change nothing but the documents
 * @throws DATABASE_TIMEOUT if the waiting takes too long; DATABASE_TRANSACTION_CONFLICT, DATABASE_TRANSACTION_FAIL inside a transaction
 */
export const write = async <T>(parameters: Parameters, context: DatabaseContext, work: (documents: Documents) => T): Promise<T> => {
  const { store, transactions, writePatience } = context
  const id = parameters['transactionId']
  if (id !== undefined) return transactions.run(id, work)
  let waited: Deadline | undefined
  try {
    for (;;) {
      try {
        return store.transaction(() => work(store))
      } catch (error) {
        if (!(error instanceof Locked)) throw error
        waited ??= new Deadline(writePatience)
        if (!await waited.before(error.holder.ended)) throw databaseTimeout(writePatience)
      }
    }
  } finally {
    waited?.cancel()
  }
}

class Deadline {
  readonly #timer: NodeJS.Timeout
  readonly #passed: Promise<false>

  constructor(milliseconds: number) {
    let pass: (value: false) => void = () => undefined
    this.#passed = new Promise((resolve) => { pass = resolve })
    this.#timer = setTimeout(() => pass(false), milliseconds)
  }

  /** @returns whether it came in time */
  before(event: Promise<void>): Promise<boolean> { return Promise.race([event.then(() => true), this.#passed]) }

  cancel(): void { clearTimeout(this.#timer) }
}
