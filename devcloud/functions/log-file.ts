import { appendFileSync, renameSync, statSync } from 'node:fs'

/** A file of lines that never takes more than twice its bound: when it is full it becomes `<name>.1`, in the place of the one before. */
export class LogFile {
  readonly #path: string
  readonly #bound: number
  #size: number
  #waiting = ''
  #soon: NodeJS.Immediate | undefined

  readonly #trouble: (words: string) => void

  /**
   * @param bound bytes
   * @param trouble is told of lines that could not be written
   */
  constructor(path: string, bound: number, trouble: (words: string) => void) {
    this.#trouble = trouble
    this.#path = path
    this.#bound = bound
    this.#size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  }

  /** Lines of one turn are written together. */
  append(line: string): void {
    this.#waiting += `${line}\n`
    this.#soon ??= setImmediate(() => this.flush())
  }

  flush(): void {
    clearImmediate(this.#soon)
    this.#soon = undefined
    if (this.#waiting === '') return
    const lines = this.#waiting
    this.#waiting = ''
    try {
      if (this.#size >= this.#bound) {
        renameSync(this.#path, `${this.#path}.1`)
        this.#size = 0
      }
      appendFileSync(this.#path, lines)
      this.#size += Buffer.byteLength(lines)
    } catch (error) {
      // A full disk must not end the cloud for a line of a log.
      this.#trouble(`${this.#path}: ${(error as Error).message}`)
    }
  }
}
