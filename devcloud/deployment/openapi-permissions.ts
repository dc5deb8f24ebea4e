import { join } from 'node:path'
import { readJsonObject, Reader } from './read-json'

const readFile = (file: string): string[] | undefined => {
  const json = readJsonObject(file)
  if (!json) return undefined
  const read = new Reader(file)
  const permissions = json['permissions'] === undefined ? {} : read.object(json['permissions'], 'permissions')
  return read.list(permissions['openapi'], 'permissions.openapi').map((api, at) => read.text(api, `permissions.openapi[${at}]`))
}

/**
 * What WeChat's APIs a function may call: `permissions.openapi` of the config.json deployed with it, or of its source folder.
 * @param folders where config.json may be, the deployed one first
 */
export const readOpenapiPermissions = (folders: readonly string[]): Set<string> => {
  for (const folder of folders) {
    const found = readFile(join(folder, 'config.json'))
    if (found) return new Set(found)
  }
  return new Set()
}
