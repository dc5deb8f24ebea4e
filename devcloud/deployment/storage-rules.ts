import { join } from 'node:path'
import type { Findings } from './findings'
import { Reader } from './read-json'

/** Who asks, and for which file. `owner` is who first put the file there; undefined for a new one. */
export interface StorageRequest { caller: string | undefined; path: string; owner: string | undefined }

/** A rule of storage, as far as it is understood. */
export type StorageRule = (request: StorageRequest) => boolean

export interface StorageRules { read: StorageRule; write: StorageRule }

const REGEXP_TEST = /^\/((?:[^/\\]|\\.)+)\/\.test\(\s*resource\.path\s*\)$/

const condition = (read: Reader, place: string, text: string): StorageRule => {
  if (text === 'true') return () => true
  if (text === 'false') return () => false
  if (/^auth\s*!=\s*null$/.test(text)) return ({ caller }) => caller !== undefined
  if (/^(resource\.openid\s*==\s*auth\.openid|auth\.openid\s*==\s*resource\.openid)$/.test(text)) {
    return ({ caller, owner }) => caller !== undefined && (owner === undefined || owner === caller)
  }
  const pattern = REGEXP_TEST.exec(text)?.[1]
  if (pattern !== undefined) {
    try {
      const expression = new RegExp(pattern)
      return ({ path }) => expression.test(path)
    } catch (error) {
      read.refuse(place, (error as Error).message)
      return () => false
    }
  }
  // The service knows more than this, but nobody here can say whether it knows this one.
  read.refuse(place, `devcloud does not understand the condition ${JSON.stringify(text)}; it knows true, false, auth != null, resource.openid == auth.openid and /…/.test(resource.path), joined by &&`)
  return () => false
}

const rule = (read: Reader, place: string, value: unknown): StorageRule => {
  if (typeof value === 'boolean') return () => value
  if (typeof value !== 'string') {
    read.fail(place, 'true, false or an expression')
    return () => false
  }
  const conditions = value.split('&&').map((part) => condition(read, place, part.trim()))
  return (request) => conditions.every((holds) => holds(request))
}

/** Reads `<root>/cloudbase/storage-rules.json`: `{"read": …, "write": …}`. Without the file clients may do nothing. */
export const readStorageRules = (root: string, findings: Findings): StorageRules => {
  const read = new Reader(join(root, 'cloudbase', 'storage-rules.json'), findings)
  const json = read.whole() ?? {}
  read.keys(json, '', ['read', 'write'])
  return { read: rule(read, 'read', json['read'] ?? false), write: rule(read, 'write', json['write'] ?? false) }
}
