import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** A stream that a function writes to, as whole lines. */
export class Output {
  /** Bytes that have arrived. */
  arrived = 0
  readonly #line: (text: string) => void
  #rest = ''

  /** @param line gets every line, without its end @param more is called after something arrived */
  constructor(stream: Readable, line: (text: string) => void, more: () => void) {
    this.#line = line
    const decoder = new StringDecoder('utf8')
    stream.on('data', (bytes: Buffer) => {
      this.arrived += bytes.length
      const lines = (this.#rest + decoder.write(bytes)).split('\n')
      this.#rest = lines.pop() ?? ''
      lines.forEach(line)
      more()
    })
  }

  /** Takes what was written without an end of line as a line. */
  flush(): void {
    if (this.#rest) this.#line(this.#rest)
    this.#rest = ''
  }
}
