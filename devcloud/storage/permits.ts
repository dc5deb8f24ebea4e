import { createHmac, timingSafeEqual } from 'node:crypto'
import { badStorageSignature } from '../errors'

const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('base64url')

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** How long an upload may be begun after it was permitted, in milliseconds. The service's own time is not published. */
const UPLOAD_LIFETIME = 15 * 60 * 1000

/** What a permit allows: to put one file at one path. `owner` is who the file belongs to; undefined for a function. `size` (bytes) is what the uploader announced, if it did. */
export interface UploadPermit { path: string; owner: string | undefined; until: number; size?: number }

/** Signs upload permits and download links with a secret that stays on this machine. */
export class Permits {
  readonly #secret: string
  readonly #now: () => number

  constructor(secret: string, now: () => number) {
    this.#secret = secret
    this.#now = now
  }

  allowUpload(path: string, owner: string | undefined, size?: number): string {
    const permit: UploadPermit = { path, owner, until: this.#now() + UPLOAD_LIFETIME, ...(size === undefined ? {} : { size }) }
    const text = Buffer.from(JSON.stringify(permit)).toString('base64url')
    return `${text}.${hmac(this.#secret, `upload ${text}`)}`
  }

  /** @throws STORAGE_SIGN_PARAM_INVALID */
  checkUpload(authorization: string | undefined, path: string): UploadPermit {
    const [text, signature] = (authorization ?? '').split('.')
    if (text === undefined || signature === undefined || !same(signature, hmac(this.#secret, `upload ${text}`))) throw badStorageSignature('this upload was not permitted')
    const permit = JSON.parse(Buffer.from(text, 'base64url').toString()) as UploadPermit
    if (permit.path !== path) throw badStorageSignature('this upload was permitted for another path')
    if (permit.until < this.#now()) throw badStorageSignature('the upload permit has expired')
    return permit
  }

  /** @returns the query of a download link. @param maxAge seconds */
  signDownload(path: string, maxAge: number): string {
    const until = Math.floor(this.#now() / 1000) + maxAge
    return `sign=${hmac(this.#secret, `download ${until} ${path}`)}&t=${until}`
  }

  /** @throws STORAGE_SIGN_PARAM_INVALID */
  checkDownload(path: string, sign: string | null, t: string | null): void {
    if (sign === null || t === null || !same(sign, hmac(this.#secret, `download ${t} ${path}`))) throw badStorageSignature('this link was not issued here')
    if (Number(t) * 1000 < this.#now()) throw badStorageSignature('this link has expired')
  }
}
