import { CloudError, invalidParam } from '../errors'

/** Files in one call. Source: WeChat's `getTempFileURL` and `deleteFile`. */
const MAX_FILES = 50

/** Why one file of several failed. */
export interface FileFailure { code: string; message: string }

/**
 * Does something to each file of a call by itself: one that fails does not keep the others.
 * @param name of the list, for the refusal
 * @throws INVALID_PARAM for what is no list of 1 to 50
 */
export const eachFile = async <T>(list: unknown, name: string, work: (item: Record<string, unknown>) => T | Promise<T>, failed: (item: Record<string, unknown>, failure: FileFailure) => T): Promise<T[]> => {
  if (!Array.isArray(list) || list.length === 0) throw invalidParam(`${name} must be a non-empty list`)
  if (list.length > MAX_FILES) throw invalidParam(`at most ${MAX_FILES} files in one call`)
  const answers: T[] = []
  for (const item of list as unknown[]) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) throw invalidParam(`${name} must be a list of objects`)
    try {
      answers.push(await work(item as Record<string, unknown>))
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      answers.push(failed(item as Record<string, unknown>, { code: error.code, message: error.message }))
    }
  }
  return answers
}
