import { invalidAction } from '../errors'
import { batchCopyFile } from './actions/batch-copy-file'
import { batchDeleteFile } from './actions/batch-delete-file'
import { batchGetDownloadUrl } from './actions/batch-get-download-url'
import { getFileAuthority } from './actions/get-file-authority'
import { getUploadMetadata } from './actions/get-upload-metadata'
import type { Storage } from './storage'

/** One `storage.*` action: parameters in, the `data` of the answer out. */
export type StorageAction = (parameters: Record<string, unknown>, storage: Storage) => unknown

const actions = new Map<string, StorageAction>([
  ['getUploadMetadata', getUploadMetadata],
  ['batchGetDownloadUrl', batchGetDownloadUrl],
  ['batchDeleteFile', batchDeleteFile],
  ['batchCopyFile', batchCopyFile],
  ['getFileAuthority', getFileAuthority],
])

/** @param name the part after `storage.` */
export const storageAction = (name: string): StorageAction => {
  const action = actions.get(name)
  if (!action) throw invalidAction(`storage.${name}`)
  return action
}
