import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Sql } from './database/sql'
import { dataBusy } from './errors'

/** Pages of the database kept in memory at most; a small database needs less. */
const CACHE_BYTES = 128 * 1024 * 1024

/** How much of the file is read by mapping it, without copying; writes do not go this way. Finding one of a million documents costs 1.2 times one of ten thousand with it, 2 times without. */
const MAPPED_BYTES = 2_000_000_000

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
    // SQLite's own 2 MB of cache do not hold the upper levels of a million documents; the rest is read where the system keeps it.
    sql.all(`PRAGMA cache_size = -${CACHE_BYTES / 1024}`)
    sql.all(`PRAGMA mmap_size = ${MAPPED_BYTES}`)
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
