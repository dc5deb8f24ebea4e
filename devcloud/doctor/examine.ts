import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { readCollections } from '../deployment/collections'
import { HANDLER, readEnvironment, type EnvironmentDefinition } from '../deployment/environment'
import { Findings, type Finding } from '../deployment/findings'
import { readMessagePush } from '../deployment/message-push'
import { readMessageTemplates } from '../deployment/message-templates'
import { configFolders, readOpenapiPermissions } from '../deployment/openapi-permissions'
import { readStorageRules } from '../deployment/storage-rules'
import { DEFAULT_ENV, fillPlaceholders } from '../deployment/variables'
import { API_NAMES } from '../wechat/open-api'

const examineFunctions = (root: string, functionsDir: string, { functions, functionRoot }: EnvironmentDefinition, findings: Findings): void => {
  for (const [at, { name, handler }] of functions.entries()) {
    if (name === '') continue
    const refuse = (place: string, problem: string) => findings.add({ kind: 'refused', file: join(root, 'cloudbaserc.json'), place: `functions[${at}].${place}`, problem })
    const folder = join(functionsDir, name)
    // Of a handler that is none it was told already.
    const bundle = HANDLER.test(handler) ? join(folder, `${handler.split('.')[0] ?? ''}.js`) : folder
    if (!existsSync(folder)) refuse('name', `its folder ${relative(root, folder)} does not exist: build the function, or take it out`)
    else if (!existsSync(bundle)) refuse('handler', `${handler} needs the file ${relative(root, bundle)}, which does not exist`)
    const folders = configFolders(root, functionsDir, functionRoot, name)
    const file = join(folders.find((one) => existsSync(join(one, 'config.json'))) ?? folder, 'config.json')
    for (const api of readOpenapiPermissions(folders, findings)) {
      if (api !== '' && !API_NAMES.includes(api)) findings.add({ kind: 'unsupported', file, place: 'permissions.openapi', problem: `devcloud has no ${api}; calls of it fail here` })
    }
  }
}

/**
 * Looks at every deployment file with the readers that the cloud starts with, and at what only shows when a function is called: its
 * folder, its bundle, its config.json. Writes nothing. A bundle is not run, so that a missing export is not noticed.
 * @param functionsDir where the functions are; what cloudbaserc.json says, if not said
 */
export const examine = (root: string, functionsDir?: string): readonly Finding[] => {
  const findings = new Findings()
  const directory = resolve(root)
  const environment = readEnvironment(directory, fillPlaceholders((name) => process.env[name] ?? (name === 'TCB_ENV' ? DEFAULT_ENV : name)), findings)
  readCollections(directory, findings)
  readStorageRules(directory, findings)
  readMessageTemplates(directory, findings)
  readMessagePush(directory, environment.functions.map(({ name }) => name), findings)
  examineFunctions(directory, resolve(directory, functionsDir ?? environment.functionRoot), environment, findings)
  return findings.all
}
