import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs'

/** A file of lines that never takes more than twice its bound: when it is full it becomes `<name>.1`, in the place of the one before. */
export class LogFile {
  readonly #path: string
  readonly #bound: number
  readonly #failed: (error: Error) => void
  #file: number | undefined
  #size = 0
  #waiting = ''
  #soon: NodeJS.Immediate | undefined
  #closed = false

  /** @param bound bytes @param failed is told of lines that could not be written, on a full disk say; they are lost, and nothing else */
  constructor(path: string, bound: number, failed: (error: Error) => void) {
    this.#path = path
    this.#bound = bound
    this.#failed = failed
  }

  /** Lines of one turn are written together. */
  append(line: string): void {
    if (this.#closed) return
    this.#waiting += `${line}\n`
    this.#soon ??= setImmediate(() => this.flush())
  }

  flush(): void {
    clearImmediate(this.#soon)
    this.#soon = undefined
    const text = this.#waiting
    this.#waiting = ''
    if (text === '') return
    try {
      this.#size += writeSync(this.#room(), text)
    } catch (error) {
      this.#failed(error as Error)
    }
  }

  /** @returns the file, with room in it */
  #room(): number {
    if (this.#file !== undefined && this.#size < this.#bound) return this.#file
    const file = this.#open()
    if (this.#size < this.#bound) return file
    this.#release()
    renameSync(this.#path, `${this.#path}.1`)
    return this.#open()
  }

  #open(): number {
    this.#file ??= openSync(this.#path, 'a', 0o600)
    this.#size = fstatSync(this.#file).size
    return this.#file
  }

  #release(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }

  /** What comes after is dropped. */
  close(): void {
    this.flush()
    this.#closed = true
    this.#release()
  }
}
