import { fileExists, invalidParam } from '../errors'
import type { Storage } from './storage'

/** What to copy where: paths, or ids of this environment. */
export interface CopyRequest { from: unknown; to: unknown; overwrite: unknown; removeOriginal: unknown }

/** Where a copy comes from and goes to, checked. */
export interface Copy { from: string; to: string; overwrite: boolean; removeOriginal: boolean }

/** @throws INVALID_PARAM */
export const readCopy = ({ ids }: Storage, { from, to, overwrite = true, removeOriginal = false }: CopyRequest): Copy => {
  if (typeof overwrite !== 'boolean' || typeof removeOriginal !== 'boolean') throw invalidParam('overwrite and removeOriginal must be true or false')
  const copy = { from: ids.pathOrId(from), to: ids.pathOrId(to), overwrite, removeOriginal }
  if (copy.from === copy.to) throw invalidParam('a file cannot be copied onto itself')
  return copy
}

/**
 * Copies a file; bytes first, name last, so that nobody sees half of one.
 * @param owner whom the copy belongs to; undefined for a function
 * @returns the id of the copy
 * @throws STORAGE_FILE_NONEXIST, and STORAGE_FILE_EXIST where overwriting is not wanted
 */
export const copyFile = async ({ files, ids }: Storage, { from, to, overwrite, removeOriginal }: Copy, owner: string | undefined): Promise<string> => {
  const { stream } = files.read(from)
  if (!overwrite && files.find(to)) throw fileExists(to)
  await files.put(to, owner, stream())
  if (removeOriginal) files.remove(from)
  return ids.of(to)
}
