import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Credentials } from './wire/signature'

/** What this cloud signs and is signed to with. Drawn once for a data directory. */
export interface Secrets extends Credentials { linkSecret: string }

/** Reads the secrets of a data directory, or draws them. The file is readable by its owner only. */
export const loadSecrets = (directory: string): Secrets => {
  const file = join(directory, 'secrets.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const secrets: Secrets = {
    secretId: `DEVCLOUD${randomBytes(12).toString('hex')}`,
    secretKey: randomBytes(32).toString('base64url'),
    linkSecret: randomBytes(32).toString('base64url'),
  }
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' })
  return secrets
}
