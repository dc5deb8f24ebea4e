import { randomBytes, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FunctionDefinition } from '../deployment/environment'
import { functionNotFound, functionOverLimit, functionPayloadTooLarge, invalidCredentials } from '../errors'
import { callEnviron, type Call, type Caller } from './caller'
import { childMain } from './child'
import { withUserInfo } from './event'
import type { Logs } from './logs'
import { Reaper } from './reaper'
import { refuse } from './report'
import { FunctionPool, type RunningInstance } from './pool'

/** The service's limit for the event and the answer of a synchronous call. Source: cloud.tencent.com/document/product/583/11637. */
export const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024

/** What calls under way may use together, in MB of the memory their functions are configured with. Source: the same, "总函数并发配额" of a region. */
export const MAX_CONCURRENT_MB = 128_000

export interface FunctionsOptions {
  envId: string
  appId: string
  functionsDir: string
  /** Where the program of the processes is written. */
  data: string
  /** As they are deployed now. */
  definitions: () => readonly FunctionDefinition[]
  /** Variables that every function has: those that point the SDK at this cloud. */
  environment: () => Record<string, string>
  logs: Logs
  /** How far the cloud's clock was moved, in milliseconds. */
  offset: () => number
  /** Whether the process of the next call is to crash, for tests. */
  crashes: (functionName: string) => boolean
  /** How many processes a function may have at once. */
  instances: number
  /** How long a process is kept that nobody calls, in milliseconds. */
  idleMs: number
}

/** The functions of the environment and the calls that are under way. */
export class Functions {
  readonly #options: FunctionsOptions
  readonly #program: string
  readonly #reaper = new Reaper()
  readonly #pools = new Map<string, FunctionPool>()
  readonly #calls = new Map<string, Call>()
  #underWayMb = 0

  constructor(options: FunctionsOptions) {
    this.#options = options
    this.#program = join(options.data, 'function-process.js')
    // A file rather than `node -e`, which would give functions Node's modules as globals, as the service does not.
    writeFileSync(this.#program, `(${childMain.toString()})(require, process.argv[2], process.argv[3], Number(process.argv[4]))\n`)
  }

  #definition(name: string): FunctionDefinition {
    const found = this.#options.definitions().find((definition) => definition.name === name)
    if (!found) throw functionNotFound(name)
    return found
  }

  #pool(name: string): FunctionPool {
    const known = this.#pools.get(name)
    if (known) return known
    const { functionsDir, instances, idleMs, environment, offset, logs, crashes } = this.#options
    const pool = new FunctionPool({
      name, functionsDir, instances, idleMs, environment, offset, logs, crashes, program: this.#program, reaper: this.#reaper,
      definition: () => this.#definition(name), holders: (other) => this.#pools.get(other)?.holders ?? [],
    })
    this.#pools.set(name, pool)
    return pool
  }

  /**
   * Calls a function and waits for its answer.
   * @param event JSON text of an object; empty is `{}`
   * @param origin who calls; the call that makes this one, if a function does
   * @returns the answer as JSON text
   */
  async call(name: string, event: string, origin: { caller: Caller; timer?: boolean; parent?: Call | undefined }): Promise<string> {
    const definition = this.#definition(name)
    const text = withUserInfo(event, origin.caller, this.#options.appId)
    if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES) throw functionPayloadTooLarge(`the event of ${name}`, MAX_PAYLOAD_BYTES)
    const { memoryMb } = definition
    if (this.#underWayMb + memoryMb > MAX_CONCURRENT_MB) {
      throw functionOverLimit(`Function [${name}] concurrency exceeded region unreserved quota ${MAX_CONCURRENT_MB} MB: ${this.#calls.size} calls are under way`)
    }
    const call: Call = { functionName: name, caller: origin.caller, timer: origin.timer ?? false, parent: origin.parent, children: new Set(), running: false }
    const token = randomBytes(24).toString('base64url')
    const requestId = randomUUID()
    this.#calls.set(token, call)
    this.#underWayMb += memoryMb
    call.parent?.children.add(call)
    const logged = this.#options.logs.begin({ requestId, functionName: name, timer: call.timer, caller: call.caller, memoryMb, ...(call.parent ? { from: call.parent.functionName } : {}) })
    try {
      const environ = callEnviron({ call, token, requestId, envId: this.#options.envId, appId: this.#options.appId })
      const context = this.#context(definition, environ, requestId)
      const result = await this.#pool(name).call(call, { kind: 'call', id: requestId, event: text, environ, context, offset: 0 }, logged)
      if (Buffer.byteLength(result) > MAX_PAYLOAD_BYTES) throw functionPayloadTooLarge(`the answer of ${name}`, MAX_PAYLOAD_BYTES)
      return result
    } catch (error) {
      // What went wrong before or after its process had the call.
      if (logged.error === undefined) refuse(this.#options.logs, logged, error as Error)
      throw error
    } finally {
      call.parent?.children.delete(call)
      this.#underWayMb -= memoryMb
      this.#calls.delete(token)
    }
  }

  /** The second argument of a handler. Names as node-sdk's `parseContext` reads them; `environ` is the older form of `environment`. */
  #context(definition: FunctionDefinition, environ: Record<string, string>, requestId: string): Record<string, unknown> {
    return {
      callbackWaitsForEmptyEventLoop: false,
      memory_limit_in_mb: definition.memoryMb,
      time_limit_in_ms: definition.timeoutSeconds * 1000,
      request_id: requestId,
      function_name: definition.name,
      function_version: '$LATEST',
      namespace: this.#options.envId,
      environ: Object.entries(environ).map(([key, value]) => `${key}=${value}`).join(';'),
      environment: JSON.stringify(environ),
    }
  }

  /**
   * The running call that a request of the SDK belongs to, told by the random token it was given.
   * @returns undefined for a request without a token, which comes from no function
   * @throws INVALID_CREDENTIALS for a token of no running call
   */
  callOf(token: unknown): Call | undefined {
    if (token === undefined || token === '') return undefined
    const call = typeof token === 'string' ? this.#calls.get(token) : undefined
    if (!call) throw invalidCredentials('wxCloudApiToken belongs to no running call')
    return call
  }

  /** The process ids of a function, those at work first. */
  pids(name: string): number[] { return this.#pools.get(name)?.pids ?? [] }

  /** The processes of a function, those at work first. */
  instances(name: string): RunningInstance[] { return this.#pools.get(name)?.instances ?? [] }

  /** Ends every process of a function at once, as if it had crashed. */
  kill(name: string): void { this.#pools.get(name)?.kill() }

  /** Tells every process that the clock was moved, also those in the middle of a call. */
  moveTime(): void { for (const pool of this.#pools.values()) pool.moveTime(this.#options.offset()) }

  async stop(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop()))
    this.#reaper.stop()
  }
}
