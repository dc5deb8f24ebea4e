import { createHash } from 'node:crypto'
import { badStoragePath } from '../errors'
import { checkedCloudPath } from './path'

/** `cloud://<envId>.<bucket>/<path>`, as the service writes it. */
export class FileIds {
  readonly bucket: string
  readonly #prefix: string

  constructor(envId: string) {
    this.bucket = `${createHash('sha256').update(envId).digest('hex').slice(0, 4)}-${envId}-1250000000`
    this.#prefix = `cloud://${envId}.${this.bucket}/`
  }

  of(path: string): string { return this.#prefix + path }

  /** What an uploader repeats in a header, which takes ASCII only. Nothing here reads it. */
  metaOf(path: string): string { return Buffer.from(this.of(path)).toString('base64url') }

  /** @throws INVALID_PARAM for an id of another environment, or none */
  pathOf(fileId: unknown): string {
    if (typeof fileId !== 'string' || !fileId.startsWith(this.#prefix)) throw badStoragePath(`not a file of this environment: ${String(fileId)}`)
    return checkedCloudPath(fileId.slice(this.#prefix.length))
  }

  /** The path that is meant by a path, or by an id of this environment. @throws INVALID_PARAM */
  pathOrId(pathOrId: unknown): string {
    return typeof pathOrId === 'string' && pathOrId.startsWith('cloud://') ? this.pathOf(pathOrId) : checkedCloudPath(pathOrId)
  }
}
