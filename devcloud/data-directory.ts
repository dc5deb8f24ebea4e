import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Sql } from './database/sql'
import { dataBusy } from './errors'

/** An open data directory: one cloud at a time. */
export interface DataDirectory { path: string; sql: Sql; close: () => void }

/**
 * Opens or makes a data directory. The lock is SQLite's own, so that it goes with the process however that ends.
 * @throws DATA_BUSY
 */
export const openDataDirectory = (directory: string): DataDirectory => {
  const path = resolve(directory)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const lock = new Sql(join(path, 'lock.sqlite'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw dataBusy(path)
    throw error
  }
  const sql = new Sql(join(path, 'cloud.sqlite'))
  // FULL: an acknowledged write has been synced to disk.
  sql.all('PRAGMA journal_mode = WAL')
  sql.all('PRAGMA synchronous = FULL')
  return {
    path, sql,
    close: () => {
      sql.close()
      lock.close()
    },
  }
}
