import { readFileSync } from 'node:fs'
import { badDeployment } from '../errors'

export type JsonObject = Record<string, unknown>

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A deployment file that must be a JSON object. `fill` changes each text in it, as a deployment fills in its variables.
 * @returns undefined where the file does not exist
 * @throws BAD_DEPLOYMENT naming the file
 */
export const readJsonObject = (file: string, fill: (text: string) => string = (text) => text): JsonObject | undefined => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  let value: unknown
  try {
    value = JSON.parse(text, (_key, part: unknown) => (typeof part === 'string' ? fill(part) : part))
  } catch (error) {
    throw badDeployment(file, `not JSON: ${(error as Error).message}`)
  }
  if (!isObject(value)) throw badDeployment(file, 'must be an object')
  return value
}

/** Reads the parts of one file, naming file and place in every refusal. */
export class Reader {
  readonly file: string
  constructor(file: string) { this.file = file }

  fail(where: string, expected: string): never { throw badDeployment(this.file, `${where} must be ${expected}`) }

  object(value: unknown, where: string): JsonObject { return isObject(value) ? value : this.fail(where, 'an object') }

  /** An absent list is empty. */
  list(value: unknown, where: string): unknown[] {
    if (value === undefined) return []
    return Array.isArray(value) ? value : this.fail(where, 'a list')
  }

  text(value: unknown, where: string): string { return typeof value === 'string' && value !== '' ? value : this.fail(where, 'a non-empty string') }

  /** A whole number in a range, or the default where it is absent. */
  whole(value: unknown, where: string, range: { least: number; most: number; otherwise: number }): number {
    if (value === undefined) return range.otherwise
    if (typeof value !== 'number' || !Number.isInteger(value) || value < range.least || value > range.most) {
      return this.fail(where, `a whole number from ${range.least} to ${range.most}`)
    }
    return value
  }
}
