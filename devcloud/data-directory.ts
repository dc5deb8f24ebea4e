import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Sql } from './database/sql'
import { dataBusy } from './errors'

/** Pages of the database kept in memory at most; a small database needs less. */
const CACHE_BYTES = 128 * 1024 * 1024

/** An open data directory: one cloud at a time. */
export interface DataDirectory { path: string; sql: Sql; close: () => void }

/**
 * Opens or makes a data directory. The lock is SQLite's own, so that it goes with the process however that ends.
 * @throws DATA_BUSY, DATA_DAMAGED, DATA_FULL
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
  let sql: Sql | undefined
  try {
    sql = new Sql(join(path, 'cloud.sqlite'))
    // FULL: an acknowledged write has been synced to disk.
    sql.all('PRAGMA journal_mode = WAL')
    sql.all('PRAGMA synchronous = FULL')
    // Room for the upper levels of every index and what was asked for lately; SQLite's own 2 MB are not enough for a million documents.
    sql.all(`PRAGMA cache_size = -${CACHE_BYTES / 1024}`)
  } catch (error) {
    sql?.close()
    lock.close()
    throw error
  }
  const opened = sql
  return {
    path, sql: opened,
    close: () => {
      opened.close()
      lock.close()
    },
  }
}
