import { dataDamaged, dataFull, type CloudError } from '../errors'

/**
 * What SQLite says when the disk or the file has failed it, in words with a way on. Whatever was acknowledged before is untouched: the
 * statement or transaction that failed is undone as a whole.
 * @returns undefined for any other error
 */
export const diskError = (error: unknown, file: string): CloudError | undefined => {
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string') return undefined
  const message = (error as Error).message
  if (code === 'SQLITE_FULL' || /disk is full|ENOSPC/i.test(message)) return dataFull(file)
  // A write that the disk took only in part: a limit of the file's size (ulimit -f), a quota, or a disk that fails.
  if (code.startsWith('SQLITE_IOERR') && !code.endsWith('READ')) return dataFull(file, message)
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) return dataDamaged(file, message)
  return undefined
}
