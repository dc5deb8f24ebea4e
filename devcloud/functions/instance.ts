import { randomBytes } from 'node:crypto'
import { spawn, type ChildProcess } from 'node:child_process'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { functionFailed, functionMemoryExceeded, functionTimedOut } from '../errors'
import type { ChildMessage, CloudMessage } from './child'
import { memoryOf } from './memory'
import { Output } from './output'
import type { Reaper } from './reaper'

/** How to start a process for a function. */
export interface InstanceOptions {
  name: string
  /** The file with `childMain`. */
  program: string
  bundle: string
  exported: string
  memoryMb: number
  environment: Record<string, string>
  /** How far the cloud's clock was moved, in milliseconds. */
  offset: number
  /** Ends the process if the cloud dies. */
  reaper: Reaper
  /** A line the function wrote. */
  line: (text: string) => void
  /** It has ended; nobody may call it any more. */
  gone: () => void
}

type Answer = Extract<ChildMessage, { id: string }>
interface Job { id: string; resolve: (result: string) => void; reject: (error: Error) => void; timer: NodeJS.Timeout; answer?: Answer }

/** How long a bundle may take to load; the service's own limit is not published. */
const LOAD_SECONDS = 20
/** How often the memory of a process at work is looked at, in milliseconds. */
const WATCH_MS = 50
/** How long what a dead process wrote is waited for, in milliseconds: a child of its own may hold the streams open for ever. */
const LAST_WORDS_MS = 500

/** How much is told of what a handler threw: functions that call each other pack it into one another, and quotation marks double each time. */
const THROWN_CHARS = 4096

/** Parts of this machine's environment that programs expect; nothing else of it reaches a function. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot']
const inherited = () => Object.fromEntries(INHERITED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))

/** One process of a function. It takes one call at a time; when it is ended, in whatever way, the call it has is answered with why. */
export class Instance {
  readonly id = randomBytes(4).toString('hex')
  /** Settles when the bundle is loaded, or cannot be. */
  readonly ready: Promise<void>
  /** The most memory seen since the last call began, in MB; undefined where it cannot be seen. */
  memoryMb: number | undefined
  readonly #options: InstanceOptions
  readonly #child: ChildProcess
  readonly #stdout: Output
  readonly #stderr: Output
  readonly #ended: Promise<void>
  #job: Job | undefined
  #reason: Error | undefined
  #watch: NodeJS.Timeout | undefined
  #loaded = false
  #heapFull = false

  constructor(options: InstanceOptions) {
    this.#options = options
    const { program, bundle, exported, memoryMb, environment, offset, line } = options
    this.#child = spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, program, bundle, exported, String(offset)], {
      cwd: dirname(bundle), env: { ...inherited(), TZ: 'UTC', ...environment } as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    options.reaper.watch(this.#child)
    const more = () => this.#answer()
    this.#stdout = new Output(this.#child.stdout as Readable, line, more)
    this.#stderr = new Output(this.#child.stderr as Readable, (text) => {
      // What V8 says before it gives up.
      if (/JavaScript heap out of memory/.test(text)) this.#heapFull = true
      line(text)
    }, more)
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', () => resolve())
      this.#child.once('exit', () => setTimeout(resolve, LAST_WORDS_MS).unref())
      this.#child.once('error', () => resolve())
    })
    this.ready = this.#load()
    this.#watchMemory()
  }

  get pid(): number | undefined { return this.#child.pid }

  /** False from when its process has exited, which is before everything it wrote has arrived. */
  get alive(): boolean { return this.#child.exitCode === null && this.#child.signalCode === null }

  #load(): Promise<void> {
    const { name, gone } = this.#options
    return new Promise((resolve, reject) => {
      const slow = setTimeout(() => this.end(functionFailed(`${name} did not load within ${LOAD_SECONDS} seconds`)), LOAD_SECONDS * 1000)
      this.#child.on('message', (message: ChildMessage) => {
        if (message.kind === 'ready') {
          clearTimeout(slow)
          this.#loaded = true
          this.#look()
          this.#stopWatching()
          resolve()
        } else if (message.kind === 'unloadable') this.#reason ??= functionFailed(`${name} cannot be loaded: ${message.message}`)
        else if (this.#job?.id === message.id) {
          this.#job.answer = message
          this.#answer()
        }
      })
      this.#child.once('error', (error) => { this.#reason ??= functionFailed(`${name} cannot be started: ${error.message}`) })
      void this.#ended.then(() => {
        clearTimeout(slow)
        this.#stopWatching()
        const error = this.#reason ?? this.#howItEnded()
        reject(error)
        this.#settle()?.reject(error)
        gone()
      })
    })
  }

  #howItEnded(): Error {
    const { name, memoryMb } = this.#options
    const { exitCode, signalCode } = this.#child
    if (this.#heapFull && (exitCode === null || exitCode > 128)) return functionMemoryExceeded(name, memoryMb)
    const how = signalCode ? `killed by ${signalCode}` : `exited with code ${exitCode}`
    return functionFailed(`${name}: process ${how} ${this.#loaded ? 'in the middle of a call' : 'before it was ready'}`)
  }

  /** Runs one call. @returns the handler's answer as JSON */
  run(message: CloudMessage & { kind: 'call' }, timeoutSeconds: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end(functionTimedOut(timeoutSeconds)), timeoutSeconds * 1000)
      this.#job = { id: message.id, resolve, reject, timer }
      this.memoryMb = undefined
      this.#watchMemory()
      // A process that is gone is noticed by its end.
      this.#child.send(message, (error) => { if (error) this.end() })
    })
  }

  /** Tells a running function that the clock was moved. */
  moveTime(offset: number): void {
    if (this.#child.connected) this.#child.send({ kind: 'time', offset } satisfies CloudMessage, (error) => { if (error) this.end() })
  }

  /** Ends the process at once. @param reason what its call is answered with; as a crash, if not said. @returns when it is gone */
  end(reason?: Error): Promise<void> {
    this.#reason ??= reason
    this.#child.kill('SIGKILL')
    return this.#ended
  }

  #settle(): Job | undefined {
    const job = this.#job
    this.#job = undefined
    clearTimeout(job?.timer)
    this.#stdout.flush()
    this.#stderr.flush()
    return job
  }

  /** Answers once everything that the function wrote before is here too. */
  #answer(): void {
    const answer = this.#job?.answer
    if (answer === undefined) return
    if (this.#stdout.arrived < answer.written.stdout || this.#stderr.arrived < answer.written.stderr) return
    if (!this.#look()) return
    this.#stopWatching()
    if (answer.kind === 'threw') this.#options.line(answer.stack || `${answer.name}: ${answer.message}`)
    const job = this.#settle()
    if (answer.kind === 'returned') return job?.resolve(answer.result)
    // The shape in which the service reports what a handler threw.
    job?.reject(functionFailed(JSON.stringify({ errorCode: 1, errorMessage: `${answer.name}: ${answer.message}`.slice(0, THROWN_CHARS), stackTrace: answer.stack.slice(0, THROWN_CHARS) })))
  }

  #watchMemory(): void { this.#watch ??= setInterval(() => this.#look(), WATCH_MS) }

  #stopWatching(): void {
    clearInterval(this.#watch)
    this.#watch = undefined
  }

  /** @returns false if the process has more than it may, and was ended for it */
  #look(): boolean {
    const used = this.pid === undefined ? undefined : memoryOf(this.pid)
    if (used === undefined) return true
    this.memoryMb = Math.max(this.memoryMb ?? 0, used)
    if (used <= this.#options.memoryMb) return true
    void this.end(functionMemoryExceeded(this.#options.name, this.#options.memoryMb))
    return false
  }
}
