/** What is to go wrong with one call to WeChat. */
export interface WechatFault {
  /** Milliseconds before the call goes on. */
  delayMs?: number
  /** The call goes on when this settles. */
  hold?: Promise<unknown>
  /** WeChat answers with this; nothing is sent and no credit taken. */
  fail?: { errcode: number; errmsg: string }
  /** The function's process is killed: before WeChat takes the message, or after it has, before the function hears of it. */
  kill?: 'before' | 'after'
}

/** Faults waiting for the calls to come, one each, first in first out. */
export class Faults {
  readonly #waiting: WechatFault[] = []

  /** Lets something go wrong with the next call to WeChat that no earlier fault is waiting for. */
  nextWechatCall(fault: WechatFault): void { this.#waiting.push(fault) }

  /** Forgets faults that no call has met. */
  clear(): void { this.#waiting.length = 0 }

  take(): WechatFault { return this.#waiting.shift() ?? {} }
}
