import { randomBytes } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, rmSync, type ReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sql } from '../database/sql'
import { fileNotExist, fileTooLarge } from '../errors'

/** A stored file. `owner` is who first put it there; undefined for a function. */
export interface StoredFile { path: string; size: number; owner: string | undefined }

/**
 * Files on disk. The bytes lie under random names; a row says which of them a path means. An upload is written aside, synced,
 * renamed and only then named: whatever happens, a path means either the old file or the whole new one.
 */
export class Files {
  readonly #sql: Sql
  readonly #directory: string
  readonly maxBytes: number

  constructor(sql: Sql, directory: string, maxBytes: number) {
    this.#sql = sql
    this.#directory = directory
    this.maxBytes = maxBytes
    mkdirSync(directory, { recursive: true })
    sql.exec('CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, blob TEXT NOT NULL, size INTEGER NOT NULL, owner TEXT)')
    this.#sweep()
  }

  /** Removes what a crash left behind: bytes that no path means. */
  #sweep(): void {
    const known = new Set(this.#sql.all('SELECT blob FROM file').map((row) => row['blob'] as string))
    for (const name of readdirSync(this.#directory)) if (!known.has(name)) rmSync(join(this.#directory, name), { force: true })
  }

  find(path: string): StoredFile | undefined {
    const row = this.#sql.get('SELECT size, owner FROM file WHERE path = ?', [path])
    return row && { path, size: row['size'] as number, owner: (row['owner'] as string | null) ?? undefined }
  }

  /** @returns files in the order of their paths. @param prefix how their paths begin @param after the last path of the page before */
  list(prefix: string, after: string, limit: number): StoredFile[] {
    return this.#sql.all('SELECT path, size, owner FROM file WHERE path > ? AND substr(path, 1, length(?)) = ? ORDER BY path LIMIT ?', [after, prefix, prefix, limit])
      .map((row) => ({ path: row['path'] as string, size: row['size'] as number, owner: (row['owner'] as string | null) ?? undefined }))
  }

  /** How many files there are, and their bytes together. */
  total(): { files: number; bytes: number } {
    const row = this.#sql.get('SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM file')
    return { files: row?.['files'] as number, bytes: row?.['bytes'] as number }
  }

  /**
   * Stores a stream under a path, in place of whatever was there.
   * @throws EntityTooLarge, without reading on
   */
  async put(path: string, owner: string | undefined, content: AsyncIterable<Buffer>): Promise<StoredFile> {
    const blob = randomBytes(16).toString('hex')
    const aside = join(this.#directory, `${blob}.part`)
    let size = 0
    try {
      const handle = await open(aside, 'wx', 0o600)
      try {
        for await (const chunk of content) {
          size += chunk.length
          if (size > this.maxBytes) throw fileTooLarge(this.maxBytes)
          await handle.writeFile(chunk)
        }
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(aside, join(this.#directory, blob))
      await syncDirectory(this.#directory)
    } catch (error) {
      rmSync(aside, { force: true })
      throw error
    }
    const old = this.#sql.transaction(() => {
      const before = this.#sql.get('SELECT blob FROM file WHERE path = ?', [path])
      this.#sql.run('INSERT INTO file VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET blob = excluded.blob, size = excluded.size', [path, blob, size, owner ?? null])
      return before?.['blob'] as string | undefined
    })
    if (old !== undefined) rmSync(join(this.#directory, old), { force: true })
    return { path, size, owner }
  }

  /** @throws STORAGE_FILE_NONEXIST */
  read(path: string): { file: StoredFile; stream: () => ReadStream } {
    const row = this.#sql.get('SELECT blob FROM file WHERE path = ?', [path])
    const file = this.find(path)
    if (!row || !file) throw fileNotExist(path)
    return { file, stream: () => createReadStream(join(this.#directory, row['blob'] as string)) }
  }

  /** @throws STORAGE_FILE_NONEXIST */
  remove(path: string): void {
    const row = this.#sql.get('SELECT blob FROM file WHERE path = ?', [path])
    if (!row) throw fileNotExist(path)
    this.#sql.run('DELETE FROM file WHERE path = ?', [path])
    rmSync(join(this.#directory, row['blob'] as string), { force: true })
  }
}

/** A new name is on disk only when its directory is. */
const syncDirectory = async (directory: string): Promise<void> => {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
