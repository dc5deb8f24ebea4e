import Database from 'libsql'
import { diskError } from './sql-error'

/** What SQLite stores. Blobs come back as ArrayBuffer. */
export type SqlValue = null | number | string | Buffer
export type SqlRow = Record<string, null | number | string | ArrayBuffer>

/**
 * libsql with parameters always given as one array: its own `run(buffer)` would take a single Buffer for named parameters and
 * abort the process.
 *
 * Every method throws DATA_FULL or DATA_DAMAGED where the disk or the file has failed.
 */
export class Sql {
  readonly #db: Database.Database
  readonly #file: string
  readonly #statements = new Map<string, Database.Statement<unknown[]>>()

  constructor(file: string) {
    this.#file = file
    this.#db = this.#saying(() => new Database(file))
  }

  #saying<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw diskError(error, this.#file) ?? error
    }
  }

  #prepare(text: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(text)
    if (!statement) this.#statements.set(text, statement = this.#db.prepare<unknown[]>(text))
    return statement
  }

  exec(text: string): void { this.#saying(() => this.#db.exec(text)) }

  /** @returns how many rows changed */
  run(text: string, parameters: SqlValue[] = []): number { return this.#saying(() => this.#prepare(text).run(parameters).changes) }

  /** @returns the row number of the row inserted */
  insert(text: string, parameters: SqlValue[]): number { return this.#saying(() => Number(this.#prepare(text).run(parameters).lastInsertRowid)) }

  get(text: string, parameters: SqlValue[] = []): SqlRow | undefined { return this.#saying(() => this.#prepare(text).get(parameters) as SqlRow | undefined) }

  all(text: string, parameters: SqlValue[] = []): SqlRow[] { return this.#saying(() => this.#prepare(text).all(parameters) as SqlRow[]) }

  /** All or nothing. The lock is taken at once, so that what is read inside is still true when it is written. */
  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk ends the transaction by itself; a ROLLBACK would then hide why.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  /** Another connection that sees the database as it is at this moment, whatever is written later, until it is closed. */
  snapshot(): Sql {
    const frozen = new Sql(this.#file)
    try {
      frozen.exec('PRAGMA query_only = ON')
      // BEGIN alone takes no snapshot; the first read does.
      frozen.exec('BEGIN')
      frozen.get('SELECT count(*) FROM sqlite_schema')
      return frozen
    } catch (error) {
      frozen.close()
      throw error
    }
  }

  close(): void {
    this.#statements.clear()
    this.#db.close()
  }
}
