import { invalidAction, notSupported } from '../errors'
import { batchDeleteFile } from './actions/batch-delete-file'
import { batchGetDownloadUrl } from './actions/batch-get-download-url'
import { getUploadMetadata } from './actions/get-upload-metadata'
import type { Storage } from './storage'

/** One `storage.*` action: parameters in, the `data` of the answer out. */
export type StorageAction = (parameters: Record<string, unknown>, storage: Storage) => unknown

const actions = new Map<string, StorageAction>([
  ['getUploadMetadata', getUploadMetadata],
  ['batchGetDownloadUrl', batchGetDownloadUrl],
  ['batchDeleteFile', batchDeleteFile],
])

const missing = new Map([['batchCopyFile', 'copying files'], ['getFileAuthority', 'getFileAuthority']])

/** @param name the part after `storage.` */
export const storageAction = (name: string): StorageAction => {
  const action = actions.get(name)
  if (action) return action
  const what = missing.get(name)
  throw what === undefined ? invalidAction(`storage.${name}`) : notSupported(what)
}
