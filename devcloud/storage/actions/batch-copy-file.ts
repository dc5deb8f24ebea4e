import { copyFile, readCopy } from '../copy'
import { eachFile, type FileFailure } from '../each'
import type { Storage } from '../storage'

/** `copyFile`: each file by itself, with its own answer. */
export const batchCopyFile = async (parameters: Record<string, unknown>, storage: Storage) => ({
  copy_list: await eachFile<{ fileId: string; code: string } | FileFailure>(parameters['file_list'], 'file_list', async (file) => {
    const copy = readCopy(storage, { from: file['src_path'], to: file['dst_path'], overwrite: file['overwrite'], removeOriginal: file['remove_original'] })
    return { fileId: await copyFile(storage, copy, undefined), code: 'SUCCESS' }
  }, (_file, failure) => failure),
})
