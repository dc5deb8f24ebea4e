import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FunctionDefinition } from '../deployment/environment'
import { functionFailed, functionNotFound, functionOverLimit } from '../errors'
import { chainOf, type Call } from './caller'
import type { CloudMessage } from './child'
import { Instance } from './instance'
import type { LoggedCall, Logs } from './logs'
import type { Reaper } from './reaper'
import { Report } from './report'
import { canGoOn } from './waiting'

export interface PoolOptions {
  name: string
  functionsDir: string
  /** The file with `childMain`. */
  program: string
  /** How many processes there may be at once. */
  instances: number
  /** How long a process is kept that nobody calls, in milliseconds. */
  idleMs: number
  /** As it is deployed now. */
  definition: () => FunctionDefinition
  environment: () => Record<string, string>
  offset: () => number
  logs: Logs
  reaper: Reaper
  /** Whether the process of this call is to crash, for tests. */
  crashes: (functionName: string) => boolean
  /** The calls that have the instances of a function. */
  holders: (functionName: string) => readonly Call[]
}

interface Ticket { call: Call; logged: LoggedCall; message: CloudMessage & { kind: 'call' }; arrived: number; resolve: (result: string) => void; reject: (error: Error) => void }

interface Held { instance: Instance; version: string; ticket?: Ticket; idle?: NodeJS.Timeout }

/** A process as it is now: `requestId` of the call it has, if it has one; the memory last seen, MB. */
export interface RunningInstance { id: string; pid: number | undefined; requestId?: string; memoryMb?: number }

/**
 * One function's processes: each takes one call at a time; another is started when all are busy, up to a number; further calls
 * wait in order. Processes of what is deployed no longer take no more calls.
 */
export class FunctionPool {
  readonly #options: PoolOptions
  readonly #held = new Set<Held>()
  readonly #waiting: Ticket[] = []
  #stopped = false

  constructor(options: PoolOptions) { this.#options = options }

  /** @returns the handler's answer as JSON */
  call(call: Call, message: CloudMessage & { kind: 'call' }, logged: LoggedCall): Promise<string> {
    return new Promise((resolve, reject) => {
      const ticket: Ticket = { call, message, logged, arrived: performance.now(), resolve, reject }
      this.#waiting.push(ticket)
      this.#next()
      if (!this.#waiting.includes(ticket) || call.parent === undefined || canGoOn(call, this.#options.holders)) return
      this.#waiting.splice(this.#waiting.indexOf(ticket), 1)
      reject(functionOverLimit(`${chainOf(call).join(' → ')}: all ${this.#options.instances} instances of ${this.#options.name} wait for calls like this one, for ever`))
    })
  }

  /** The calls that have an instance. */
  get holders(): Call[] { return [...this.#held].flatMap(({ ticket }) => (ticket ? [ticket.call] : [])) }

  /** Those at work first. */
  get instances(): RunningInstance[] {
    return [...this.#held].sort((a, b) => Number(!a.ticket) - Number(!b.ticket)).map(({ instance, ticket }) => ({
      id: instance.id, pid: instance.pid, ...(ticket ? { requestId: ticket.logged.requestId } : {}), ...(instance.memoryMb === undefined ? {} : { memoryMb: instance.memoryMb }),
    }))
  }

  /** The process ids, those at work first. */
  get pids(): number[] { return this.instances.flatMap(({ pid }) => pid ?? []) }

  /** Ends every process at once, as if it had crashed; the next call has another. */
  kill(): void { for (const held of this.#held) void this.#drop(held) }

  moveTime(offset: number): void { for (const { instance } of this.#held) instance.moveTime(offset) }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const ticket of this.#waiting.splice(0)) ticket.reject(functionFailed('the cloud is stopping'))
    await Promise.all([...this.#held].map((held) => this.#drop(held, functionFailed('the cloud is stopping'))))
  }

  /** From now on it is none of the function's instances, whenever its process is gone. */
  #drop(held: Held, reason?: Error): Promise<void> {
    this.#held.delete(held)
    clearTimeout(held.idle)
    return held.instance.end(reason)
  }

  #next(): void {
    for (let ticket = this.#waiting[0]; ticket; ticket = this.#waiting[0]) {
      try {
        if (this.#stopped) throw functionFailed('the cloud is stopping')
        const held = this.#free(ticket)
        if (!held) return
        this.#waiting.shift()
        void this.#run(held, ticket)
      } catch (error) {
        this.#waiting.shift()
        ticket.reject(error as Error)
      }
    }
  }

  /** @returns an instance for a call, warm or new; undefined if all are busy */
  #free(ticket: Ticket): Held | undefined {
    const definition = this.#options.definition()
    const version = this.#version(definition)
    // The one that worked last is taken first, so that others end when there is little to do.
    let warm: Held | undefined
    for (const held of this.#held) {
      if (held.ticket) continue
      if (held.version === version && held.instance.alive) warm = held
      else void this.#drop(held)
    }
    if (warm) return warm
    return this.#held.size < this.#options.instances ? this.#start(definition, version, ticket) : undefined
  }

  async #run(held: Held, ticket: Ticket): Promise<void> {
    const { instance } = held
    clearTimeout(held.idle)
    held.ticket = ticket
    ticket.call.running = true
    const report = new Report(this.#options.logs, ticket.logged, instance.id)
    try {
      await report.loaded(instance, performance.now() - ticket.arrived)
      // Before the handler has the call: a process that is killed runs no more of its own.
      if (this.#options.crashes(this.#options.name)) void instance.end()
      const result = await instance.run({ ...ticket.message, offset: this.#options.offset() }, this.#options.definition().timeoutSeconds)
      report.end(instance)
      ticket.resolve(result)
    } catch (error) {
      report.end(instance, error as Error)
      ticket.reject(error as Error)
    }
    delete held.ticket
    this.#rest(held)
    this.#next()
  }

  #rest(held: Held): void {
    if (!this.#held.delete(held)) return
    // Behind the others: see where one is taken.
    this.#held.add(held)
    held.idle = setTimeout(() => void this.#drop(held), this.#options.idleMs).unref()
  }

  /** What a process is of: another bundle, handler, memory or environment needs another process. */
  #version({ handler, memoryMb, variables }: FunctionDefinition): string {
    const bundle = this.#bundle(handler)
    const found = statSync(bundle, { throwIfNoEntry: false })
    if (!found) throw functionNotFound(`${this.#options.name} has no bundle at ${bundle}`)
    return JSON.stringify([found.mtimeMs, found.size, found.ino, handler, memoryMb, variables])
  }

  #bundle(handler: string): string { return join(this.#options.functionsDir, this.#options.name, `${handler.split('.')[0] ?? ''}.js`) }

  #start({ handler, memoryMb, variables }: FunctionDefinition, version: string, ticket: Ticket): Held {
    const { name, program, environment, offset, logs, reaper } = this.#options
    const instance: Instance = new Instance({
      name, program, memoryMb, reaper, bundle: this.#bundle(handler), exported: handler.split('.')[1] ?? '', offset: offset(),
      environment: { ...variables, ...environment(), SCF_FUNCTIONNAME: name, TENCENTCLOUD_RUNENV: 'SCF' },
      line: (text) => { if (held.ticket) logs.line(held.ticket.logged, text); else logs.note(name, text, instance.id) },
      gone: () => {
        void this.#drop(held)
        this.#next()
      },
    })
    const held: Held = { instance, version, ticket }
    ticket.logged.cold = true
    this.#held.add(held)
    return held
  }
}
