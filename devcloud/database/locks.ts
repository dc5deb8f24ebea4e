import { transactionConflict } from '../errors'

/** A transaction, as far as its locks are concerned. */
export interface Holder {
  /** Which commit its snapshot was taken after. */
  readonly snapshot: number
  /** Settles when the transaction has ended, however it did. */
  readonly ended: Promise<void>
}

/** Thrown to a write outside that meets a lock: it may try again once the holder has ended. */
export class Locked extends Error {
  readonly holder: Holder

  constructor(holder: Holder) {
    super('held by a transaction')
    this.holder = holder
  }
}

/**
 * Who may write what, as WiredTiger decides it: the first transaction to write a document (or a key of a unique index) holds it until it
 * ends, another transaction fails at once, and so does one that writes what was committed after its snapshot. Things are named by
 * strings; nothing here outlives the process, as nothing of an open transaction does.
 */
export class Locks {
  #commits = 0
  readonly #held = new Map<string, Holder>()
  /** What each holds, as a list: letting go must not look at what others hold. */
  readonly #open = new Map<Holder, string[]>()
  /** The commit that last changed a thing; kept only while a snapshot is open that could be older. */
  readonly #changed = new Map<string, number>()

  /** Whether any transaction has begun to read or write. Without one, writes need not say what they touch. */
  get busy(): boolean { return this.#open.size > 0 }

  /** The number of the last commit: what a snapshot taken now will hold. */
  get commits(): number { return this.#commits }

  begin(holder: Holder): void { this.#open.set(holder, []) }

  /** @throws DATABASE_TRANSACTION_CONFLICT */
  claim(thing: string, holder: Holder): void {
    const other = this.#held.get(thing)
    if (other === holder) return
    if (other || (this.#changed.get(thing) ?? 0) > holder.snapshot) throw transactionConflict()
    this.#held.set(thing, holder)
    this.#open.get(holder)?.push(thing)
  }

  /** @throws Locked */
  check(thing: string): void {
    const holder = this.#held.get(thing)
    if (holder) throw new Locked(holder)
  }

  /** Things that were written outside, and are on disk. */
  committed(things: Iterable<string>): void {
    const commit = ++this.#commits
    if (this.busy) for (const thing of things) this.#changed.set(thing, commit)
  }

  /** Lets go of everything a transaction held. @param written whether its writes are on disk */
  end(holder: Holder, written: boolean): void {
    const things = this.#open.get(holder) ?? []
    this.#open.delete(holder)
    for (const thing of things) this.#held.delete(thing)
    if (written) this.committed(things)
    if (!this.busy) this.#changed.clear()
  }
}
