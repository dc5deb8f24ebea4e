import { readFileSync } from 'node:fs'
import type { Findings } from './findings'

export type JsonObject = Record<string, unknown>

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads the parts of one deployment file. What is wrong is noted and something harmless is read in its place, so that everything that is
 * wrong is found at once: whoever reads must ask `findings` before using the rest.
 */
export class Reader {
  readonly file: string
  readonly findings: Findings

  constructor(file: string, findings: Findings) {
    this.file = file
    this.findings = findings
  }

  /**
   * The file itself, which must be a JSON object. `fill` changes each text in it, as a deployment fills in its variables.
   * @returns undefined where it does not exist, or is not one
   */
  whole(fill: (text: string) => string = (text) => text): JsonObject | undefined {
    let text: string
    try {
      text = readFileSync(this.file, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
    let value: unknown
    try {
      value = JSON.parse(text, (_key, part: unknown) => (typeof part === 'string' ? fill(part) : part))
    } catch (error) {
      this.refuse('', `not JSON: ${(error as Error).message}`)
      return undefined
    }
    if (isObject(value)) return value
    this.refuse('', 'must be an object')
    return undefined
  }

  /** Notes what neither this cloud nor the service takes. */
  refuse(place: string, problem: string): void { this.findings.add({ kind: 'refused', file: this.file, place, problem }) }

  fail(place: string, expected: string): void { this.refuse(place, `must be ${expected}`) }

  /** Notes what the service takes and this cloud does not. */
  unsupported(place: string, what: string): void { this.findings.add({ kind: 'unsupported', file: this.file, place, problem: `devcloud does not support ${what} (devcloud/README.md lists what is missing); the service does` }) }

  warn(place: string, problem: string): void { this.findings.add({ kind: 'warning', file: this.file, place, problem }) }

  object(value: unknown, place: string): JsonObject {
    if (isObject(value)) return value
    this.fail(place, 'an object')
    return {}
  }

  /** An absent list is empty. */
  list(value: unknown, place: string): unknown[] {
    if (Array.isArray(value)) return value
    if (value !== undefined) this.fail(place, 'a list')
    return []
  }

  text(value: unknown, place: string): string {
    if (typeof value === 'string' && value !== '') return value
    this.fail(place, 'a non-empty string')
    return ''
  }

  /** A text in a certain form. One that is none at all is told once. */
  textLike(value: unknown, place: string, form: RegExp, expected: string): string {
    const text = this.text(value, place)
    if (text !== '' && !form.test(text)) this.fail(place, expected)
    return text
  }

  /** A whole number in a range, or the default where it is absent. */
  number(value: unknown, place: string, range: { least: number; most: number; otherwise: number }): number {
    if (value === undefined) return range.otherwise
    if (typeof value === 'number' && Number.isInteger(value) && value >= range.least && value <= range.most) return value
    this.fail(place, `a whole number from ${range.least} to ${range.most}`)
    return range.otherwise
  }

  /** Notes names that are there twice. @param what they name */
  noneTwice(names: readonly string[], place: string): void {
    for (const name of new Set(names.filter((one, at) => one !== '' && names.indexOf(one) !== at))) this.fail(place, `without a second ${name}`)
  }

  /** Warns of keys that nobody reads: mostly a slip of the finger. */
  keys(object: JsonObject, place: string, known: readonly string[]): void {
    for (const key of Object.keys(object)) {
      if (known.includes(key)) continue
      const meant = known.find((other) => other.toLowerCase() === key.toLowerCase())
      this.warn(place === '' ? key : `${place}.${key}`, `nobody reads this key${meant === undefined ? `; known are ${known.join(', ')}` : `: is ${meant} meant?`}`)
    }
  }
}
