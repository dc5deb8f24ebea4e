import { eachFile } from '../each'
import type { Storage } from '../storage'

interface Deleted { fileID: unknown; code: string; message?: string }

/** `deleteFile`: each file by itself, with its own answer. */
export const batchDeleteFile = async (parameters: Record<string, unknown>, storage: Storage) => {
  const ids = parameters['fileid_list']
  const list = Array.isArray(ids) ? ids.map((fileID: unknown) => ({ fileID })) : ids
  return {
    delete_list: await eachFile<Deleted>(list, 'fileid_list', ({ fileID }) => {
      storage.files.remove(storage.ids.pathOf(fileID))
      return { fileID, code: 'SUCCESS' }
    }, ({ fileID }, failure) => ({ fileID, ...failure })),
  }
}
