/** An event as WeChat pushes it to a function: what every event has, and its own fields. */
export interface PushedEvent { ToUserName: string; FromUserName: string; CreateTime: number | string; MsgType: 'event'; Event: string; [field: string]: unknown }

export interface EventPushOptions {
  /** Event → the function that gets it, as set in the console. An event without one is not pushed. */
  functions: ReadonlyMap<string, string>
  /** Calls a function as the person of the event. */
  call: (functionName: string, event: PushedEvent, openid: string) => Promise<unknown>
  /** The account that the mini-program belongs to. */
  account: string
  now: () => number
  log: (functionName: string, line: string) => void
}

/** What became of a push: `function` undefined if the console names none for it, `error` of the latest attempt if it failed. */
export interface Delivery { at: number; event: PushedEvent; openid: string; functionName: string | undefined; attempts: number; state: 'under way' | 'delivered' | 'failed' | 'nobody'; error?: string }

/** Pushes that are remembered. */
const REMEMBERED = 200

/** How often WeChat tries, if the function fails. Source: "接收消息和事件推送", three times. */
const ATTEMPTS = 3

/** Pushes WeChat's events to functions. */
export class EventPush {
  readonly #options: EventPushOptions
  readonly #under = new Set<Promise<void>>()
  readonly #latest: Delivery[] = []

  constructor(options: EventPushOptions) { this.#options = options }

  /** Pushes an event, in its own time: nobody waits for it. A function that fails is tried again, up to three times in all. */
  push(name: string, openid: string, fields: Record<string, unknown>, time: (seconds: number) => number | string = (seconds) => seconds): void {
    const { functions, account, now } = this.#options
    const functionName = functions.get(name)
    const event: PushedEvent = { ToUserName: account, FromUserName: openid, CreateTime: time(Math.floor(now() / 1000)), MsgType: 'event', Event: name, ...fields }
    const noted: Delivery = { at: now(), event, openid, functionName, attempts: 0, state: functionName === undefined ? 'nobody' : 'under way' }
    this.#latest.unshift(noted)
    this.#latest.splice(REMEMBERED)
    if (functionName === undefined) return
    const delivery = this.#deliver(functionName, noted).finally(() => this.#under.delete(delivery))
    this.#under.add(delivery)
  }

  /**
   * Pushes a `subscribe_msg_*` event.
   * @param list one thing that happened goes as an object, several as a list: so does WeChat
   */
  pushSubscription(name: string, openid: string, list: readonly Record<string, string>[]): void {
    this.push(name, openid, { List: list.length === 1 ? list[0] : list }, String)
  }

  /** The latest pushes, newest first. */
  latest(): readonly Delivery[] { return this.#latest }

  async #deliver(functionName: string, noted: Delivery): Promise<void> {
    const { call, log } = this.#options
    const { event, openid } = noted
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      noted.attempts = attempt
      try {
        await call(functionName, event, openid)
        noted.state = 'delivered'
        return
      } catch (error) {
        noted.error = (error as Error).message
        log(functionName, `push of ${event.Event}, attempt ${attempt} of ${ATTEMPTS}: ${(error as Error).message}`)
      }
    }
    noted.state = 'failed'
  }

  /** Settles when no push is under way any more. */
  async idle(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under)
  }
}
