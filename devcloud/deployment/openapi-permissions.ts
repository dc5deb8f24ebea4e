import { join } from 'node:path'
import type { Findings } from './findings'
import { Reader } from './read-json'

/** A config.json deployed with a function. @returns undefined where it is not there */
const readConfig = (read: Reader): string[] | undefined => {
  const json = read.whole()
  if (!json) return undefined
  read.keys(json, '', ['permissions', 'triggers'])
  // The developer tools of WeChat take timers from here; `tcb` and this cloud take them from cloudbaserc.json.
  if (read.list(json['triggers'], 'triggers').length > 0) read.warn('triggers', 'devcloud and tcb read timers from cloudbaserc.json only')
  const permissions = json['permissions'] === undefined ? {} : read.object(json['permissions'], 'permissions')
  read.keys(permissions, 'permissions', ['openapi'])
  return read.list(permissions['openapi'], 'permissions.openapi').map((api, at) => read.text(api, `permissions.openapi[${at}]`))
}

/** Where a function's config.json may be, the deployed one first. */
export const configFolders = (root: string, functionsDir: string, functionRoot: string, name: string): string[] =>
  [join(functionsDir, name), join(root, functionRoot, name), join(root, 'cloudfunctions', name)]

/**
 * What WeChat's APIs a function may call: `permissions.openapi` of the config.json deployed with it, or of its source folder.
 * @param folders where config.json may be, the deployed one first
 */
export const readOpenapiPermissions = (folders: readonly string[], findings: Findings): Set<string> => {
  for (const folder of folders) {
    const found = readConfig(new Reader(join(folder, 'config.json'), findings))
    if (found) return new Set(found)
  }
  return new Set()
}
