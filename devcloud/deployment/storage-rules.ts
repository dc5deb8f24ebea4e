import { join } from 'node:path'
import { badDeployment } from '../errors'
import { readJsonObject } from './read-json'

/** Who asks, and for which file. `owner` is who first put the file there; undefined for a new one. */
export interface StorageRequest { caller: string | undefined; path: string; owner: string | undefined }

/** A rule of storage, as far as it is understood. */
export type StorageRule = (request: StorageRequest) => boolean

export interface StorageRules { read: StorageRule; write: StorageRule }

const REGEXP_TEST = /^\/((?:[^/\\]|\\.)+)\/\.test\(\s*resource\.path\s*\)$/

const condition = (file: string, text: string): StorageRule => {
  if (text === 'true') return () => true
  if (text === 'false') return () => false
  if (/^auth\s*!=\s*null$/.test(text)) return ({ caller }) => caller !== undefined
  if (/^(resource\.openid\s*==\s*auth\.openid|auth\.openid\s*==\s*resource\.openid)$/.test(text)) {
    return ({ caller, owner }) => caller !== undefined && (owner === undefined || owner === caller)
  }
  const pattern = REGEXP_TEST.exec(text)?.[1]
  if (pattern !== undefined) {
    const expression = new RegExp(pattern)
    return ({ path }) => expression.test(path)
  }
  throw badDeployment(file, `devcloud does not understand the condition ${JSON.stringify(text)}; it knows true, false, auth != null, resource.openid == auth.openid and /…/.test(resource.path), joined by &&`)
}

const rule = (file: string, value: unknown): StorageRule => {
  if (typeof value === 'boolean') return () => value
  if (typeof value !== 'string') throw badDeployment(file, 'read and write must be true, false or an expression')
  const conditions = value.split('&&').map((part) => condition(file, part.trim()))
  return (request) => conditions.every((holds) => holds(request))
}

/**
 * Reads `<root>/cloudbase/storage-rules.json`: `{"read": …, "write": …}`. Without the file clients may do nothing.
 * @throws BAD_DEPLOYMENT for an expression that is not understood
 */
export const readStorageRules = (root: string): StorageRules => {
  const file = join(root, 'cloudbase', 'storage-rules.json')
  const json = readJsonObject(file) ?? { read: false, write: false }
  return { read: rule(file, json['read'] ?? false), write: rule(file, json['write'] ?? false) }
}
