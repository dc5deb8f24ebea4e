import { CloudError, invalidParam } from '../../errors'
import type { Storage } from '../storage'

/** Source: WeChat's `deleteFile`. */
const MAX_FILES = 50

/** `deleteFile`: each file by itself, with its own answer. */
export const batchDeleteFile = (parameters: Record<string, unknown>, storage: Storage) => {
  const list = parameters['fileid_list']
  if (!Array.isArray(list) || list.length === 0) throw invalidParam('fileid_list must be a non-empty list')
  if (list.length > MAX_FILES) throw invalidParam(`at most ${MAX_FILES} files in one call`)
  return {
    delete_list: list.map((fileID: unknown) => {
      try {
        storage.files.remove(storage.ids.pathOf(fileID))
        return { fileID, code: 'SUCCESS' }
      } catch (error) {
        if (error instanceof CloudError) return { fileID, code: error.code, message: error.message }
        throw error
      }
    }),
  }
}
