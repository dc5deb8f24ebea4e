import Database from 'libsql'

/** What SQLite stores. Blobs come back as ArrayBuffer. */
export type SqlValue = null | number | string | Buffer
export type SqlRow = Record<string, null | number | string | ArrayBuffer>

/**
 * libsql with parameters always given as one array: its own `run(buffer)` would take a single Buffer for named parameters and
 * abort the process.
 */
export class Sql {
  readonly #db: Database.Database
  readonly #statements = new Map<string, Database.Statement<unknown[]>>()

  constructor(file: string) {
    this.#db = new Database(file)
  }

  #prepare(text: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(text)
    if (!statement) this.#statements.set(text, statement = this.#db.prepare<unknown[]>(text))
    return statement
  }

  exec(text: string): void { this.#db.exec(text) }

  /** @returns how many rows changed */
  run(text: string, parameters: SqlValue[] = []): number { return this.#prepare(text).run(parameters).changes }

  /** @returns the row number of the row inserted */
  insert(text: string, parameters: SqlValue[]): number { return Number(this.#prepare(text).run(parameters).lastInsertRowid) }

  get(text: string, parameters: SqlValue[] = []): SqlRow | undefined { return this.#prepare(text).get(parameters) as SqlRow | undefined }

  all(text: string, parameters: SqlValue[] = []): SqlRow[] { return this.#prepare(text).all(parameters) as SqlRow[] }

  /** All or nothing. The lock is taken at once, so that what is read inside is still true when it is written. */
  transaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#db.exec('COMMIT')
      return result
    } catch (error) {
      this.#db.exec('ROLLBACK')
      throw error
    }
  }

  close(): void {
    this.#statements.clear()
    this.#db.close()
  }
}
