import type { StorageRules } from '../deployment/storage-rules'
import type { FileIds } from './file-id'
import type { Files } from './files'
import type { Permits } from './permits'

/** Everything that the wires need of storage. */
export interface Storage {
  files: Files
  ids: FileIds
  permits: Permits
  rules: StorageRules
  /** `http://127.0.0.1:<port>` */
  origin: () => string
}

/** Where a file is put. The path is encoded: this address goes to an HTTP client as it is. */
export const uploadUrl = ({ origin }: Storage, path: string): string => `${origin()}/storage/upload/${encodeURI(path)}`

/** A download link. The path is not encoded: the SDK hands links through `encodeURI`, and browsers encode by themselves. @param maxAge seconds */
export const downloadUrl = ({ origin, permits }: Storage, path: string, maxAge: number): string =>
  `${origin()}/storage/file/${path}?${permits.signDownload(path, maxAge)}`
