import { appendFileSync, renameSync, statSync } from 'node:fs'

/** A file of lines that never takes more than twice its bound: when it is full it becomes `<name>.1`, in the place of the one before. */
export class LogFile {
  readonly #path: string
  readonly #bound: number
  #size: number
  #waiting = ''
  #soon: NodeJS.Immediate | undefined

  /** @param bound bytes */
  constructor(path: string, bound: number) {
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
    if (this.#size >= this.#bound) {
      renameSync(this.#path, `${this.#path}.1`)
      this.#size = 0
    }
    appendFileSync(this.#path, this.#waiting)
    this.#size += Buffer.byteLength(this.#waiting)
    this.#waiting = ''
  }
}
