import { invalidParam } from '../../errors'
import { eachFile } from '../each'
import { downloadUrl, type Storage } from '../storage'

/** Seconds; source: WeChat's `getTempFileURL`, "默认一天". */
export const DEFAULT_MAX_AGE = 86_400

interface Link { fileID: unknown; tempFileURL: string; code: string; message?: string }

/** `getTempFileURL`: a link per file, or why there is none. */
export const batchGetDownloadUrl = async (parameters: Record<string, unknown>, storage: Storage) => ({
  download_list: await eachFile<Link>(parameters['file_list'], 'file_list', ({ fileid: fileID, max_age: maxAge = DEFAULT_MAX_AGE }) => {
    if (typeof maxAge !== 'number' || !Number.isInteger(maxAge) || maxAge < 1) throw invalidParam('maxAge must be a positive whole number of seconds')
    const path = storage.ids.pathOf(fileID)
    storage.files.read(path)
    return { fileID, tempFileURL: downloadUrl(storage, path, maxAge), code: 'SUCCESS' }
  }, ({ fileid: fileID }, failure) => ({ fileID, tempFileURL: '', ...failure })),
})
