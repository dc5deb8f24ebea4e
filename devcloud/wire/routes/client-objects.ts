import { storageDenied } from '../../errors'
import type { StorageRule } from '../../deployment/storage-rules'
import { ownerOf } from '../../people/people'
import { DEFAULT_MAX_AGE } from '../../storage/actions/batch-get-download-url'
import { copyFile, readCopy } from '../../storage/copy'
import { eachFile, type FileFailure } from '../../storage/each'
import { downloadUrl, type Storage } from '../../storage/storage'
import { sendJson } from '../answer'
import { readJson } from '../body'
import type { Route } from '../route'

const MAX_BODY_BYTES = 128 * 1024

/** What a client is told of one object. */
type ObjectAnswer = { cloudObjectId: unknown; downloadUrl?: string } | FileFailure & { cloudObjectId?: unknown }

const permit = ({ files }: Storage, rule: StorageRule, caller: string, path: string): void => {
  if (!rule({ caller, path, owner: files.find(path)?.owner })) throw storageDenied(path)
}

/** `POST /v1/storages/get-objects-download-info [{cloudObjectId}]`: a link for a day per object that the read rule shows to the person. */
export const downloadInfo: Route = async ({ request, response, world: { people, storage } }) => {
  const caller = ownerOf(people.authenticate(request.headers.authorization))
  sendJson(response, 200, await eachFile<ObjectAnswer>(await readJson(request, MAX_BODY_BYTES), 'the body', ({ cloudObjectId }) => {
    const path = storage.ids.pathOf(cloudObjectId)
    permit(storage, storage.rules.read, caller, path)
    storage.files.read(path)
    return { cloudObjectId, downloadUrl: downloadUrl(storage, path, DEFAULT_MAX_AGE) }
  }, ({ cloudObjectId }, failure) => ({ cloudObjectId, ...failure })))
}

/** `POST /v1/storages/delete-objects [{cloudObjectId}]`: as far as the write rule lets the person. */
export const deleteObjects: Route = async ({ request, response, world: { people, storage } }) => {
  const caller = ownerOf(people.authenticate(request.headers.authorization))
  sendJson(response, 200, await eachFile<ObjectAnswer>(await readJson(request, MAX_BODY_BYTES), 'the body', ({ cloudObjectId }) => {
    const path = storage.ids.pathOf(cloudObjectId)
    permit(storage, storage.rules.write, caller, path)
    storage.files.remove(path)
    return { cloudObjectId }
  }, ({ cloudObjectId }, failure) => ({ cloudObjectId, ...failure })))
}

/** `POST /v1/storages/copy-objects [{srcPath, dstPath, overwrite?, removeOriginal?}]`: reads where the person may read, writes where they may write. */
export const copyObjects: Route = async ({ request, response, world: { people, storage } }) => {
  const caller = ownerOf(people.authenticate(request.headers.authorization))
  sendJson(response, 200, await eachFile<ObjectAnswer>(await readJson(request, MAX_BODY_BYTES), 'the body', async ({ srcPath, dstPath, overwrite, removeOriginal }) => {
    const copy = readCopy(storage, { from: srcPath, to: dstPath, overwrite, removeOriginal })
    permit(storage, storage.rules.read, caller, copy.from)
    permit(storage, storage.rules.write, caller, copy.to)
    if (copy.removeOriginal) permit(storage, storage.rules.write, caller, copy.from)
    return { cloudObjectId: await copyFile(storage, copy, caller) }
  }, (_object, failure) => failure))
}
