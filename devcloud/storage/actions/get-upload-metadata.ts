import { invalidParam } from '../../errors'
import { checkedCloudPath } from '../path'
import { uploadUrl, type Storage } from '../storage'

/** The first half of `uploadFile`: where and with which permit the SDK puts the bytes. A function may put anything anywhere. */
export const getUploadMetadata = (parameters: Record<string, unknown>, storage: Storage) => {
  if (parameters['method'] !== 'put') throw invalidParam('method must be put')
  const path = checkedCloudPath(parameters['path'])
  const fileId = storage.ids.of(path)
  return { url: uploadUrl(storage, path), token: 'devcloud', authorization: storage.permits.allowUpload(path, undefined), fileId, cosFileId: storage.ids.metaOf(path) }
}
