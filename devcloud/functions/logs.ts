import { join } from 'node:path'
import type { Caller } from './caller'
import { LogFile } from './log-file'

/** A line that a function wrote. */
export interface LogLine { /** Milliseconds, by the cloud's clock. */ at: number; text: string }

/** One call of a function, as far as it has come. Times are milliseconds. */
export interface LoggedCall {
  requestId: string
  functionName: string
  timer: boolean
  /** Who is behind it. */
  caller: Caller
  /** The function that made the call, if one did. */
  from?: string
  /** When the call arrived, by the cloud's clock. */
  at: number
  /** The process that ran it; undefined while it waits. */
  instance?: string
  /** Whether a process was started for it. */
  cold: boolean
  /** How long it waited for a process that was busy. */
  waitedMs: number
  /** How long its process took to start, 0 for a warm one. */
  initMs: number
  /** undefined while it runs. */
  durationMs?: number
  /** What the service would charge: every begun millisecond. Source: cloud.tencent.com/document/product/583/12281. */
  billedMs?: number
  /** What it may use, in MB. */
  memoryMb: number
  /** The most that was seen, in MB; undefined where it cannot be seen (other systems than Linux). */
  memoryUsedMb?: number
  error?: { code: string; message: string }
  /** What it wrote, and START, Init Report, ERROR, END and Report around it. Source of their form: cloud.tencent.com/document/product/583/60336. */
  lines: LogLine[]
  /** Lines that were dropped here because there were too many; functions.log has them. */
  dropped: number
}

/** Which calls to tell of. */
export interface LogQuery { function?: string; requestId?: string; /** The newest so many; 50, if not said. */ limit?: number }

/** Calls that are remembered, and characters that each may write; a longer line is cut. functions.log keeps more. */
const CALLS = 1000
const CALL_CHARS = 32 * 1024
const LINE_CHARS = 8 * 1024
/** The largest that functions.log becomes, in bytes; one older file is kept beside it. */
const FILE_BYTES = 5 * 1024 * 1024

const cut = (text: string) => (text.length > LINE_CHARS ? `${text.slice(0, LINE_CHARS)}… (${text.length} characters)` : text)

/** What functions write and how their calls went: the latest in memory, more in `<data>/functions.log`. */
export class Logs {
  readonly #file: LogFile
  readonly #say: (line: string) => void
  readonly #now: () => number
  readonly #calls = new Map<string, { call: LoggedCall; room: number }>()

  /** @param say gets every line that functions write, and what goes wrong */
  constructor(data: string, say: (line: string) => void, now: () => number) {
    this.#file = new LogFile(join(data, 'functions.log'), FILE_BYTES, (error) => say(`functions.log cannot be written: ${error.message}`))
    this.#say = say
    this.#now = now
  }

  begin(call: Pick<LoggedCall, 'requestId' | 'functionName' | 'timer' | 'caller' | 'from' | 'memoryMb'>): LoggedCall {
    const logged: LoggedCall = { ...call, at: this.#now(), cold: false, waitedMs: 0, initMs: 0, lines: [], dropped: 0 }
    this.#calls.set(call.requestId, { call: logged, room: CALL_CHARS })
    if (this.#calls.size > CALLS) for (const [oldest] of this.#calls) { this.#calls.delete(oldest); break }
    return logged
  }

  /** A line of the cloud itself about a call. */
  platform(call: LoggedCall, text: string): void {
    call.lines.push({ at: this.#now(), text })
    this.#write(call.functionName, call.instance, call.requestId, text)
  }

  /** A line that a function wrote during a call. */
  line(call: LoggedCall, text: string): void {
    const kept = this.#calls.get(call.requestId)
    const short = cut(text)
    if (kept && kept.room >= short.length) {
      kept.room -= short.length
      call.lines.push({ at: this.#now(), text: short })
    } else call.dropped += 1
    this.#write(call.functionName, call.instance, call.requestId, short)
    this.#say(`[${call.functionName}] ${text}`)
  }

  /** A line that belongs to no call: of a function whose call is over, or about its timers. */
  note(functionName: string, text: string, instance?: string): void {
    this.#write(functionName, instance, undefined, cut(text))
    this.#say(`[${functionName}] ${text}`)
  }

  #write(functionName: string, instance = '-', requestId = '-', text: string): void {
    this.#file.append(`${new Date(this.#now()).toISOString()} [${functionName}] ${instance} ${requestId} ${text}`)
  }

  /** @returns the newest calls first */
  find({ function: functionName, requestId, limit = 50 }: LogQuery): LoggedCall[] {
    const all = [...this.#calls.values()].map(({ call }) => call).reverse()
    return all.filter((call) => (functionName === undefined || call.functionName === functionName) && (requestId === undefined || call.requestId === requestId)).slice(0, limit)
      .map((call) => ({ ...call, lines: [...call.lines] }))
  }

  close(): void { this.#file.close() }
}
