import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { invalidParam } from './errors'

/** Farthest that one step may go, in milliseconds: a hundred years of 365 days, so that no date ends beyond what a Date can hold by a slip of the finger. */
const FARTHEST = 100 * 365 * 24 * 3600 * 1000

const readOffset = (file: string): number => {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { offset: number }).offset
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return 0
  }
}

/**
 * The cloud's one clock. It can be moved forward, never back: what is stored already bears its time. For the same reason how far it
 * was moved is kept with the data.
 */
export class Clock {
  readonly #base: () => number
  readonly #file: string
  #offset: number

  /** @param base milliseconds @param file where the offset is kept */
  constructor(base: () => number, file: string) {
    this.#base = base
    this.#file = file
    this.#offset = readOffset(file)
  }

  /** Milliseconds since 1970. */
  now = (): number => this.#base() + this.#offset

  /** How far the clock was moved in all, in milliseconds. */
  get offset(): number { return this.#offset }

  /**
   * @param ms how far on from now
   * @throws INVALID_PARAM for anything but a whole number of milliseconds from 0 to a hundred years
   */
  move(ms: number): void {
    if (!Number.isInteger(ms) || ms < 0 || ms > FARTHEST) throw invalidParam('time moves by a whole number of milliseconds, from 0 to a hundred years, and never back')
    const offset = this.#offset + ms
    writeFileSync(`${this.#file}.new`, JSON.stringify({ offset }))
    renameSync(`${this.#file}.new`, this.#file)
    this.#offset = offset
  }
}
