import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a deployment leaves to whoever deploys it: `{{env.NAME}}` in cloudbaserc.json, as the CloudBase CLI fills it from the shell or a .env file. */
const PLACEHOLDER = /\{\{\s*env\.([A-Za-z_]\w*)\s*\}\}/g

/** The environment of one's own machine has a name without anybody giving one. */
export const DEFAULT_ENV = 'local'

/** @returns puts a value in for each placeholder of a text */
export const fillPlaceholders = (value: (name: string) => string) => (text: string): string => text.replace(PLACEHOLDER, (_all, name: string) => value(name))

/**
 * Fills placeholders the way a deployment would, so that a fresh checkout runs without any setting: a variable of this process wins;
 * one that nobody set is drawn at random once for a data directory and kept there, readable by its owner only.
 */
export const variableFiller = (directory: string, given: Readonly<Record<string, string | undefined>> = process.env): ((text: string) => string) => {
  const file = join(directory, 'variables.json')
  return fillPlaceholders((name) => given[name] ?? (name === 'TCB_ENV' ? DEFAULT_ENV : drawn(file, name)))
}

const drawn = (file: string, name: string): string => {
  const kept = readKept(file)
  const before = kept[name]
  if (before !== undefined) return before
  const value = randomBytes(24).toString('base64url')
  writeFileSync(`${file}.new`, JSON.stringify({ ...kept, [name]: value }), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return value
}

const readKept = (file: string): Record<string, string> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return {}
  }
}
