/** The seed of everything that is drawn here: `SEED=… npm run faults` draws the same again, as far as a kill can be the same twice. */
export const SEED = Number(process.env['SEED'] ?? 20261122)

/** Draws by a seed: the same seed draws the same. Each worker has its own, so that what one draws does not hang on how fast another is. */
export class Seeded {
  #state: number

  /** @param of whose draws they are: another name draws others from the same seed */
  constructor(seed: number, of: string) {
    this.#state = [...of].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), seed ^ 0x811c9dc5)
  }

  /** From 0 up to 1, without it: mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 up to `below`, without it. */
  below(below: number): number { return Math.floor(this.next() * below) }

  oneOf<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    const drawn = list[this.below(list.length)]
    if (drawn === undefined) throw new Error('nothing to draw from')
    return drawn
  }
}
