import { invalidParam, storageFails } from './errors'
import { wait } from './wait'
import { Faults as WechatFaults } from './wechat/faults'

/** What goes wrong as long as it is switched on. */
export interface Switches {
  /** Milliseconds that every request of the SDK waits before it is carried out. */
  sdkLatencyMs: number
  /** Storage answers every request with an error: the SDK's, the clients', uploads and links. */
  storageFails: boolean
  /** Clients' connections break without an answer. Uploads and links are addresses that functions use too: they break for these as well. */
  offline: boolean
  /** Function → how many of its next calls lose their process before the handler has them; null is every one. */
  crashes: Readonly<Record<string, number | null>>
}

/** The longest latency, ms: beyond it every SDK has given up long since (15 s). */
const LONGEST_LATENCY = 60_000
const MOST_CRASHES = 1_000_000

const OFF: Switches = { sdkLatencyMs: 0, storageFails: false, offline: false, crashes: {} }

/** Everything that can be made to go wrong: with calls to WeChat (`add`, `nextWechatCall`), and with the cloud itself (`set`). Nothing of it outlives the process. */
export class Faults extends WechatFaults {
  #switches = OFF

  get switches(): Switches { return this.#switches }

  /** Switches on or off what is named, and leaves the rest. @throws INVALID_PARAM naming the switch */
  set(change: Partial<Switches>): void { this.#switches = { ...this.#switches, ...readSwitches(change) } }

  /** Switches everything off. */
  override clear(): void {
    super.clear()
    this.#switches = OFF
  }

  /** Waits as long as the SDK's requests are to take, or until nobody waits for the answer any more. */
  async delaySdk(gone: Promise<void>): Promise<void> {
    const { sdkLatencyMs } = this.#switches
    if (sdkLatencyMs > 0) await wait(sdkLatencyMs, gone)
  }

  /** @throws STORAGE_REQUEST_FAIL while storage fails */
  needStorage(): void { if (this.#switches.storageFails) throw storageFails() }

  /** @returns whether the process of this call is to crash; counts it */
  takeCrash(functionName: string): boolean {
    const { [functionName]: left, ...others } = this.#switches.crashes
    if (left === undefined) return false
    if (left !== null) this.#switches = { ...this.#switches, crashes: left > 1 ? { ...others, [functionName]: left - 1 } : others }
    return true
  }
}

const isCount = (value: unknown, most: number): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most

const readSwitches = (change: Partial<Record<keyof Switches, unknown>>): Partial<Switches> => {
  for (const [name, value] of Object.entries(change)) {
    if (!Object.hasOwn(OFF, name)) throw invalidParam(`${name} is no switch: ${Object.keys(OFF).join(', ')}`)
    if (name === 'sdkLatencyMs' && !isCount(value, LONGEST_LATENCY)) throw invalidParam(`sdkLatencyMs must be a whole number from 0 to ${LONGEST_LATENCY}`)
    if ((name === 'storageFails' || name === 'offline') && typeof value !== 'boolean') throw invalidParam(`${name} must be true or false`)
  }
  const { crashes } = change
  if (crashes === undefined) return change as Partial<Switches>
  if (typeof crashes !== 'object' || crashes === null || Array.isArray(crashes) || !Object.values(crashes).every((times) => times === null || isCount(times, MOST_CRASHES))) {
    throw invalidParam('crashes must be an object of functions, each with a whole number of calls or null for all')
  }
  return { ...change, crashes: Object.fromEntries(Object.entries(crashes).filter(([, times]) => times !== 0)) } as Partial<Switches>
}
