import type { Realm } from '../realm'

export type Input = Readonly<Record<string, unknown>>

/** An API that answers later, through success and fail or a promise: returns the answer, throws `WxFailure`. */
export type LaterApi = (input: Input) => unknown
/** An API that answers at once. */
export type InstantApi = (...input: never[]) => unknown

/** A part of `wx`. */
export interface ApiSet {
  readonly later?: Readonly<Record<string, LaterApi>>
  readonly instant?: Readonly<Record<string, InstantApi>>
  readonly values?: Readonly<Record<string, unknown>>
}

/** What WeChat says when it will not. `errMsg` becomes `name:fail reason`. */
export class WxFailure extends Error {
  constructor(reason: string, readonly errCode?: number) {
    super(reason)
  }
}

/** One call of `wx`, as a test may look at it afterwards. */
export interface WxCall {
  readonly name: string
  /** The first argument without its functions. */
  readonly input: unknown
}

/** Turns plain answers into WeChat's way of calling back, and keeps a record. */
export class Wire {
  readonly calls: WxCall[] = []
  /** Calls that have not been answered yet. */
  inFlight = 0
  private closed = false

  constructor(readonly realm: Realm) {}

  record(name: string, input: unknown): void {
    const text = typeof input === 'object' && input !== null ? this.realm.stringify(input) : undefined
    this.calls.push({ name, input: text === undefined ? input : JSON.parse(text) as unknown })
  }

  /** Called as WeChat calls it: success, fail and complete if any is given, otherwise a promise. */
  later(name: string, answer: LaterApi): (options?: Input) => unknown {
    return (options = {}) => {
      this.record(name, options)
      const hooks = (['success', 'fail', 'complete'] as const).filter((hook) => typeof options[hook] === 'function')
      const call = (hook: 'success' | 'fail' | 'complete', result: unknown): void => {
        const method = options[hook]
        if (typeof method === 'function') this.realm.enter(`${hook} of ${name}`, () => Reflect.apply(method, undefined, [result]))
      }
      if (hooks.length > 0) {
        this.answer(name, () => answer(options), (result) => { call('success', result); call('complete', result) }, (failure) => { call('fail', failure); call('complete', failure) })
        return undefined
      }
      return new this.realm.Promise((resolve, reject) => this.answer(name, () => answer(options), resolve, reject))
    }
  }

  close(): void {
    this.closed = true
  }

  private answer(name: string, work: () => unknown, succeed: (result: unknown) => void, fail: (failure: unknown) => void): void {
    this.inFlight += 1
    const deliver = (give: (value: unknown) => void, value: unknown): void => {
      this.inFlight -= 1
      if (!this.closed) give(this.realm.adopt(value))
    }
    // Even what is known at once comes in a later turn on a phone.
    let started: Promise<unknown>
    try {
      started = Promise.resolve(work())
    } catch (error) {
      started = Promise.reject(error)
    }
    started.then(
      (result) => deliver(succeed, typeof result === 'object' && result !== null ? { errMsg: `${name}:ok`, ...result } : { errMsg: `${name}:ok` }),
      (error: unknown) => deliver(fail, failureOf(name, error)),
    )
  }
}

function failureOf(name: string, error: unknown): Record<string, unknown> {
  const given = typeof error === 'object' && error !== null ? error as { errMsg?: unknown; errCode?: unknown; message?: unknown } : { message: String(error) }
  const errMsg = typeof given.errMsg === 'string' ? given.errMsg : `${name}:fail ${String(given.message ?? '')}`
  return { errMsg, ...given.errCode === undefined ? {} : { errCode: given.errCode } }
}
