import { badStoragePath } from '../errors'

/** Source: WeChat's "文件名命名限制". */
const MAX_PATH_BYTES = 850

/** @returns the path, if storage takes it. @throws INVALID_PARAM (−501007) */
export const checkedCloudPath = (path: unknown): string => {
  if (typeof path !== 'string' || path === '') throw badStoragePath('empty')
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) throw badStoragePath(`longer than ${MAX_PATH_BYTES} bytes`)
  if (path.startsWith('/')) throw badStoragePath('begins with /')
  if (path.endsWith('/')) throw badStoragePath('ends with /')
  if (path.includes('//')) throw badStoragePath('contains //')
  if (path.split('/').some((part) => part === '.' || part === '..')) throw badStoragePath('contains . or ..')
  // Half of a pair of UTF-16: no address can name it.
  if (/\p{Surrogate}/u.test(path)) throw badStoragePath('is not well-formed Unicode')
  // The service may take these; inside the links that the SDK hands through `encodeURI` they would name another file.
  if (/[\u0000-\u001f\u007f\\?#%]/.test(path)) throw badStoragePath('contains a control character or one of \\ ? # %')
  return path
}
