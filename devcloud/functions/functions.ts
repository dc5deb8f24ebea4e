import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { FunctionDefinition } from '../deployment/environment'
import { functionFailed, functionNotFound, functionPayloadTooLarge, invalidCredentials, invalidParam } from '../errors'
import { callEnviron, type Call, type Caller } from './caller'
import { FunctionProcess } from './function-process'

/** The service's limit for the event and the answer of a synchronous call. Source: docs.cloudbase.net, function quotas. */
export const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024

export interface FunctionsOptions {
  envId: string
  appId: string
  functionsDir: string
  definitions: readonly FunctionDefinition[]
  /** Variables that every function has: those that point the SDK at this cloud. */
  environment: () => Record<string, string>
  log: (functionName: string, line: string) => void
}

/** The functions of the environment and the calls that are running. */
export class Functions {
  readonly #options: FunctionsOptions
  readonly #processes = new Map<string, FunctionProcess>()
  readonly #calls = new Map<string, Call>()

  constructor(options: FunctionsOptions) { this.#options = options }

  #definition(name: string): FunctionDefinition {
    const found = this.#options.definitions.find((definition) => definition.name === name)
    if (!found) throw functionNotFound(name)
    return found
  }

  #process(definition: FunctionDefinition): FunctionProcess {
    const { name, handler, timeoutSeconds, memoryMb, variables } = definition
    const known = this.#processes.get(name)
    if (known) return known
    const [file, exported] = handler.split('.') as [string, string]
    const process = new FunctionProcess({
      name, exported, timeoutSeconds, memoryMb,
      bundle: join(this.#options.functionsDir, name, `${file}.js`),
      environment: { ...variables, ...this.#options.environment(), SCF_FUNCTIONNAME: name, TENCENTCLOUD_RUNENV: 'SCF' },
      log: (line) => this.#options.log(name, line),
    })
    this.#processes.set(name, process)
    return process
  }

  /**
   * Calls a function and waits for its answer.
   * @param event JSON text of an object; empty is `{}`
   * @param origin who calls; the function that calls, if it is one
   * @returns the answer as JSON text
   */
  async call(name: string, event: string, origin: { caller: Caller; timer?: boolean; chain?: readonly string[] }): Promise<string> {
    const definition = this.#definition(name)
    const chain = origin.chain ?? []
    // Every function has one process and one call at a time here: waiting for oneself would never end.
    if (chain.includes(name)) throw functionFailed(`${[...chain, name].join(' → ')}: a function cannot wait for itself in devcloud`)
    const text = withUserInfo(event, origin.caller, this.#options.appId)
    if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES) throw functionPayloadTooLarge(`the event of ${name}`, MAX_PAYLOAD_BYTES)
    const call: Call = { functionName: name, caller: origin.caller, timer: origin.timer ?? false, chain: [...chain, name] }
    const token = randomBytes(24).toString('base64url')
    const requestId = randomUUID()
    this.#calls.set(token, call)
    try {
      const environ = callEnviron({ call, token, requestId, envId: this.#options.envId, appId: this.#options.appId })
      const result = await this.#process(definition).call({ id: requestId, event: text, environ, context: this.#context(definition, environ, requestId) })
      if (Buffer.byteLength(result) > MAX_PAYLOAD_BYTES) throw functionPayloadTooLarge(`the answer of ${name}`, MAX_PAYLOAD_BYTES)
      return result
    } finally {
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

  /** How many calls of a function wait or run. */
  pending(name: string): number { return this.#processes.get(name)?.pending ?? 0 }

  /** The process id of a function, while it has a process. */
  pid(name: string): number | undefined { return this.#processes.get(name)?.pid }

  /** Ends a function's process at once, as if it had crashed. */
  kill(name: string): void { this.#processes.get(name)?.kill() }

  async stop(): Promise<void> { await Promise.all([...this.#processes.values()].map((process) => process.stop())) }
}

/** WeChat's own addition to the event of a call from a mini-program; it cannot be forged, and nothing should rely on it. */
const withUserInfo = (event: string, caller: Caller, appId: string): string => {
  const text = event === '' ? '{}' : event
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw invalidParam(`the event is not JSON: ${(error as Error).message}`)
  }
  if (!caller || !('openid' in caller)) return text
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParam('the event must be an object')
  return JSON.stringify({ ...value, userInfo: { appId, openId: caller.openid } })
}
