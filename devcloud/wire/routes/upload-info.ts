import { CloudError, invalidParam, storageDenied } from '../../errors'
import { ownerOf } from '../../people/people'
import { checkedCloudPath } from '../../storage/path'
import { uploadUrl } from '../../storage/storage'
import { sendJson } from '../answer'
import { readJson } from '../body'
import type { Route } from '../route'

const MAX_BODY_BYTES = 64 * 1024
const MAX_OBJECTS = 50

/**
 * `POST /v1/storages/get-objects-upload-info` with `[{objectId}]`: where and with which permit a client puts files, as far as
 * the storage rule lets it. Every object has its own answer.
 */
export const uploadInfo: Route = async ({ request, response, world }) => {
  const person = world.people.authenticate(request.headers.authorization)
  const list = await readJson(request, MAX_BODY_BYTES)
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_OBJECTS) throw invalidParam(`the body must be a list of 1 to ${MAX_OBJECTS} objects`)
  const { storage } = world
  const caller = ownerOf(person)
  sendJson(response, 200, list.map((item: unknown) => {
    const objectId = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)['objectId'] : undefined
    try {
      const path = checkedCloudPath(objectId)
      if (!storage.rules.write({ caller, path, owner: storage.files.find(path)?.owner })) throw storageDenied(path)
      const id = storage.ids.of(path)
      return { objectId: path, uploadUrl: uploadUrl(storage, path), authorization: storage.permits.allowUpload(path, caller), token: 'devcloud', cloudObjectMeta: storage.ids.metaOf(path), cloudObjectId: id }
    } catch (error) {
      if (error instanceof CloudError) return { objectId, code: error.code, message: error.message }
      throw error
    }
  }))
}
