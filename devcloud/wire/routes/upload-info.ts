import { fileTooLarge, invalidParam, storageDenied } from '../../errors'
import { ownerOf } from '../../people/people'
import { eachFile, type FileFailure } from '../../storage/each'
import { checkedCloudPath } from '../../storage/path'
import { uploadUrl } from '../../storage/storage'
import { sendJson } from '../answer'
import { readJson } from '../body'
import type { Route } from '../route'

const MAX_BODY_BYTES = 64 * 1024

type UploadAnswer = { objectId: unknown } & (FileFailure | { uploadUrl: string; authorization: string; token: string; cloudObjectMeta: string; cloudObjectId: string })

/** The size that an uploader announces: `signedHeader: {'content-length': ['5']}`, as js-sdk does. @throws INVALID_PARAM */
const announcedSize = (signedHeader: unknown): number | undefined => {
  if (typeof signedHeader !== 'object' || signedHeader === null) return undefined
  const length = Object.entries(signedHeader).find(([name]) => name.toLowerCase() === 'content-length')?.[1] as unknown
  if (length === undefined) return undefined
  const text: unknown = Array.isArray(length) ? length[0] : length
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw invalidParam('signedHeader: content-length is no number')
  return Number(text)
}

/**
 * `POST /v1/storages/get-objects-upload-info` with `[{objectId, signedHeader?}]`: where and with which permit a client puts files, as far as
 * the storage rule lets it. Every object has its own answer.
 */
export const uploadInfo: Route = async ({ request, response, world: { people, storage } }) => {
  const caller = ownerOf(people.authenticate(request.headers.authorization))
  sendJson(response, 200, await eachFile<UploadAnswer>(await readJson(request, MAX_BODY_BYTES), 'the body', ({ objectId, signedHeader }) => {
    const path = checkedCloudPath(objectId)
    if (!storage.rules.write({ caller, path, owner: storage.files.find(path)?.owner })) throw storageDenied(path)
    const size = announcedSize(signedHeader)
    if (size !== undefined && size > storage.files.maxBytes) throw fileTooLarge(storage.files.maxBytes)
    return { objectId: path, uploadUrl: uploadUrl(storage, path), authorization: storage.permits.allowUpload(path, caller, size), token: 'devcloud', cloudObjectMeta: storage.ids.metaOf(path), cloudObjectId: storage.ids.of(path) }
  }, ({ objectId }, failure) => ({ objectId, ...failure })))
}
