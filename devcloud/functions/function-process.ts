import { spawn, type ChildProcess } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { functionFailed, functionNotFound, functionTimedOut } from '../errors'
import { childMain, type CallMessage, type ChildMessage } from './child'

/** How to run one function. */
export interface ProcessOptions {
  name: string
  bundle: string
  exported: string
  timeoutSeconds: number
  memoryMb: number
  environment: Record<string, string>
  /** A line the function wrote. */
  log: (line: string) => void
}

interface Job { message: CallMessage; resolve: (result: string) => void; reject: (error: Error) => void }

interface Running { child: ChildProcess; version: string; ready: Promise<void>; job?: Job; timer?: NodeJS.Timeout }

/** How long a bundle may take to load; the service's own limit is not published. */
const LOAD_SECONDS = 20

/** Parts of this machine's environment that programs expect; nothing else of it reaches a function. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot']

const inherited = () => Object.fromEntries(INHERITED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))

const forwardLines = (stream: NodeJS.ReadableStream | null, log: (line: string) => void): void => {
  let rest = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(log)
  })
  stream?.on('end', () => { if (rest) log(rest) })
}

/**
 * One function's process: started when it is first called, one call at a time, the others wait. It is replaced when its bundle
 * changes, when a call takes too long, and after a crash.
 */
export class FunctionProcess {
  readonly #options: ProcessOptions
  readonly #waiting: Job[] = []
  #running: Running | undefined
  #busy = false
  #stopped = false

  constructor(options: ProcessOptions) { this.#options = options }

  /** @returns the handler's answer as JSON */
  call(message: CallMessage): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ message, resolve, reject })
      this.#next()
    })
  }

  /** How many calls wait or run. */
  get pending(): number { return this.#waiting.length + (this.#busy ? 1 : 0) }

  /** The process id, while there is a process. */
  get pid(): number | undefined { return this.#running?.child.pid }

  /** Ends the process at once, as if it had crashed; the next call has another. */
  kill(): void { if (this.#running) this.#discard(this.#running) }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const job of this.#waiting.splice(0)) job.reject(functionFailed('the cloud is stopping'))
    const running = this.#running
    if (!running || running.child.exitCode !== null || running.child.signalCode !== null) return
    const gone = new Promise((resolve) => running.child.once('exit', resolve))
    running.child.kill('SIGKILL')
    await gone
  }

  #next(): void {
    if (this.#busy) return
    const job = this.#waiting.shift()
    if (!job) return
    if (this.#stopped) return job.reject(functionFailed('the cloud is stopping'))
    this.#busy = true
    this.#run(job).then(job.resolve, job.reject).finally(() => {
      this.#busy = false
      this.#next()
    })
  }

  async #run(job: Job): Promise<string> {
    const running = this.#current()
    await running.ready
    return new Promise((resolve, reject) => {
      running.job = { message: job.message, resolve, reject }
      running.timer = setTimeout(() => {
        this.#settle(running)?.reject(functionTimedOut(this.#options.timeoutSeconds))
        this.#discard(running)
      }, this.#options.timeoutSeconds * 1000)
      running.child.send(job.message, (error) => {
        if (error) this.#settle(running)?.reject(functionFailed(`the function's process is gone: ${error.message}`))
      })
    })
  }

  #settle(running: Running): Job | undefined {
    const { job } = running
    delete running.job
    clearTimeout(running.timer)
    return job
  }

  #discard(running: Running): void {
    running.child.kill('SIGKILL')
    if (this.#running === running) this.#running = undefined
  }

  #version(): string {
    try {
      const { mtimeMs, size, ino } = statSync(this.#options.bundle)
      return `${mtimeMs}/${size}/${ino}`
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      throw functionNotFound(`${this.#options.name} has no bundle at ${this.#options.bundle}`)
    }
  }

  #current(): Running {
    const version = this.#version()
    if (this.#running && this.#running.version !== version) this.#discard(this.#running)
    return this.#running ??= this.#start(version)
  }

  #start(version: string): Running {
    const { name, bundle, exported, memoryMb, environment, log } = this.#options
    const program = `(${childMain.toString()})(require, ${JSON.stringify(bundle)}, ${JSON.stringify(exported)})`
    const child = spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, '-e', program], {
      cwd: dirname(bundle), env: { ...inherited(), TZ: 'UTC', ...environment } as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    forwardLines(child.stdout, log)
    forwardLines(child.stderr, log)
    const running: Running = { child, version, ready: Promise.resolve() }
    running.ready = new Promise((resolve, reject) => {
      const slow = setTimeout(() => {
        reject(functionFailed(`${name} did not load within ${LOAD_SECONDS} seconds`))
        this.#discard(running)
      }, LOAD_SECONDS * 1000)
      child.on('message', (message: ChildMessage) => {
        clearTimeout(slow)
        if (message.kind === 'ready') resolve()
        else if (message.kind === 'unloadable') reject(functionFailed(`${name} cannot be loaded: ${message.message}`))
        else this.#answer(running, message)
      })
      child.once('error', (error) => { clearTimeout(slow); reject(functionFailed(`${name} cannot be started: ${error.message}`)) })
      child.once('exit', (code, signal) => {
        clearTimeout(slow)
        const how = signal ? `killed by ${signal}` : `exited with code ${code}`
        reject(functionFailed(`${name}: process ${how} before it was ready`))
        this.#settle(running)?.reject(functionFailed(`${name}: process ${how} in the middle of a call`))
        if (this.#running === running) this.#running = undefined
      })
    })
    // A failure is told to the call that waits for it; there may be none any more.
    running.ready.catch((error: Error) => log(error.message))
    return running
  }

  #answer(running: Running, message: ChildMessage & { id: string }): void {
    if (running.job?.message.id !== message.id) return
    const job = this.#settle(running)
    if (message.kind === 'returned') job?.resolve(message.result)
    else if (message.kind === 'threw') {
      this.#options.log(message.stack || `${message.name}: ${message.message}`)
      // The shape in which the service reports what a handler threw.
      job?.reject(functionFailed(JSON.stringify({ errorCode: 1, errorMessage: `${message.name}: ${message.message}`, stackTrace: message.stack })))
    }
  }
}
