import { CloudError } from '../errors'
import type { Instance } from './instance'
import type { LoggedCall, Logs } from './logs'

/** What a handler threw stands in the lines before, with its stack. */
const RESULT_CHARS = 300

const megabytes = (value: number | undefined) => `${(value ?? 0).toFixed(2)}MB`

const fail = (logs: Logs, call: LoggedCall, error: Error): void => {
  call.error = { code: error instanceof CloudError ? error.code : 'SYS_ERR', message: error.message }
  logs.line(call, `ERROR RequestId: ${call.requestId} Result: ${call.error.code} ${error.message.slice(0, RESULT_CHARS)}`)
}

/** Writes that a call failed before it had a process, or by its answer. */
export const refuse = (logs: Logs, call: LoggedCall, error: Error): void => {
  fail(logs, call, error)
  call.durationMs ??= 0
  call.billedMs ??= 0
}

/** Writes how one call went into its log, in the words of the service. */
export class Report {
  readonly #logs: Logs
  readonly #call: LoggedCall
  #begun = 0

  constructor(logs: Logs, call: LoggedCall, instance: string) {
    this.#logs = logs
    this.#call = call
    call.instance = instance
    logs.platform(call, `START RequestId: ${call.requestId}`)
  }

  /** Waits until the function's process can be called. @param waitedMs how long the call waited for it before */
  async loaded(instance: Instance, waitedMs: number): Promise<void> {
    const call = this.#call
    call.waitedMs = waitedMs
    const before = performance.now()
    await instance.ready
    this.#begun = performance.now()
    if (!call.cold) return
    call.initMs = this.#begun - before
    this.#logs.platform(call, `Init Report RequestId: ${call.requestId} Coldstart: ${Math.round(call.initMs)}ms Memory: ${call.memoryMb}MB MemUsage: ${megabytes(instance.memoryMb)}`)
  }

  end(instance: Instance, error?: Error): void {
    const call = this.#call
    // A call that never came to its handler took no time of it.
    call.durationMs = this.#begun === 0 ? 0 : performance.now() - this.#begun
    call.billedMs = Math.ceil(call.durationMs)
    if (instance.memoryMb !== undefined) call.memoryUsedMb = instance.memoryMb
    if (error) fail(this.#logs, call, error)
    this.#logs.platform(call, `END RequestId: ${call.requestId}`)
    this.#logs.platform(call, `Report RequestId: ${call.requestId} Duration: ${Math.round(call.durationMs)}ms Memory: ${call.memoryMb}MB MemUsage: ${megabytes(call.memoryUsedMb)}`)
  }
}
