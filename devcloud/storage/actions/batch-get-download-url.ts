import { CloudError, invalidParam } from '../../errors'
import { downloadUrl, type Storage } from '../storage'

/** Source: WeChat's `getTempFileURL`. */
const MAX_FILES = 50
/** Seconds; source: WeChat's `getTempFileURL`, "默认一天". */
const DEFAULT_MAX_AGE = 86_400

/** `getTempFileURL`: a link per file, or why there is none. */
export const batchGetDownloadUrl = (parameters: Record<string, unknown>, storage: Storage) => {
  const list = parameters['file_list']
  if (!Array.isArray(list) || list.length === 0) throw invalidParam('file_list must be a non-empty list')
  if (list.length > MAX_FILES) throw invalidParam(`at most ${MAX_FILES} files in one call`)
  return {
    download_list: list.map((item: Record<string, unknown>) => {
      const fileID = item['fileid']
      const maxAge = item['max_age'] ?? DEFAULT_MAX_AGE
      if (typeof maxAge !== 'number' || !Number.isInteger(maxAge) || maxAge < 1) throw invalidParam('maxAge must be a positive whole number of seconds')
      try {
        const path = storage.ids.pathOf(fileID)
        storage.files.read(path)
        return { fileID, tempFileURL: downloadUrl(storage, path, maxAge), code: 'SUCCESS' }
      } catch (error) {
        if (error instanceof CloudError) return { fileID, tempFileURL: '', code: error.code, message: error.message }
        throw error
      }
    }),
  }
}
