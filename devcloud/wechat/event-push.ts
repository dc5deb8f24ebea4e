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

/** How often WeChat tries, if the function fails. Source: "接收消息和事件推送", three times. */
const ATTEMPTS = 3

/** Pushes WeChat's events to functions. */
export class EventPush {
  readonly #options: EventPushOptions
  readonly #under = new Set<Promise<void>>()

  constructor(options: EventPushOptions) { this.#options = options }

  /** Pushes an event, in its own time: nobody waits for it. A function that fails is tried again, up to three times in all. */
  push(name: string, openid: string, fields: Record<string, unknown>, time: (seconds: number) => number | string = (seconds) => seconds): void {
    const { functions, account, now } = this.#options
    const functionName = functions.get(name)
    if (functionName === undefined) return
    const event: PushedEvent = { ToUserName: account, FromUserName: openid, CreateTime: time(Math.floor(now() / 1000)), MsgType: 'event', Event: name, ...fields }
    const delivery = this.#deliver(functionName, event, openid).finally(() => this.#under.delete(delivery))
    this.#under.add(delivery)
  }

  /**
   * Pushes a `subscribe_msg_*` event.
   * @param list one thing that happened goes as an object, several as a list: so does WeChat
   */
  pushSubscription(name: string, openid: string, list: readonly Record<string, string>[]): void {
    this.push(name, openid, { List: list.length === 1 ? list[0] : list }, String)
  }

  async #deliver(functionName: string, event: PushedEvent, openid: string): Promise<void> {
    const { call, log } = this.#options
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        await call(functionName, event, openid)
        return
      } catch (error) {
        log(functionName, `push of ${event.Event}, attempt ${attempt} of ${ATTEMPTS}: ${(error as Error).message}`)
      }
    }
  }

  /** Settles when no push is under way any more. */
  async idle(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under)
  }
}
