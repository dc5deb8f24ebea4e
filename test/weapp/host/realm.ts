import { createContext, Script } from 'node:vm'
import type { Context } from 'node:vm'
import { clearTimeout, setTimeout } from 'node:timers'

/** What a realm tells its host. */
export interface RealmEvents {
  /** Something thrown that nobody in the realm caught. */
  uncaught(error: unknown, where: string): void
  console(level: 'error' | 'warn' | 'log', words: string): void
}

/**
 * Language features that Node has and a phone does not. `Intl` is missing in WeChat for Android
 * (github.com/wechat-miniprogram/glass-easel/issues/270, github.com/Ruikuan/blog/issues/39).
 */
export const missingOnPhones = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics']

/** WeChat forbids eval and `new Function`, except `new Function('return this')` (developers.weixin.qq.com, js-support). */
const onlyReturnThis = `(function () {
  const real = Function
  function Function_(...parts) {
    if (parts.length === 1 && /^\\s*return this;?\\s*$/.test(parts[0])) return () => globalThis
    throw new EvalError('a mini-program cannot make code from text')
  }
  Object.defineProperty(Function_, 'name', { value: 'Function' })
  Function_.prototype = real.prototype
  Object.defineProperty(real.prototype, 'constructor', { value: Function_, writable: true, configurable: true })
  globalThis.Function = Function_
})()`

/** One JavaScript world of its own: its own Object, Array and Promise, with nothing of Node and nothing of a browser in it. */
export class Realm {
  readonly context: Context
  readonly parse: (json: string) => unknown
  readonly stringify: (value: unknown) => string | undefined
  readonly Promise: PromiseConstructor
  private readonly emptyObject: () => Record<string, unknown>
  private readonly emptyArray: () => unknown[]
  /** Prototypes by which one knows that an object was made in this realm. */
  private readonly ownPrototypes: ReadonlySet<unknown>
  private readonly bytes: (length: number) => Uint8Array
  private readonly failure: (message: string) => Error
  private readonly timers = new Map<number, { handle: NodeJS.Timeout; due: number; repeats: boolean }>()
  private timerCount = 0
  private disposed = false

  constructor(private readonly events: RealmEvents, hidden: readonly string[] = missingOnPhones) {
    this.context = createContext({}, { codeGeneration: { strings: false, wasm: false } })
    for (const name of hidden) this.run(`delete globalThis[${JSON.stringify(name)}]`, 'hide.js')
    this.run(onlyReturnThis, 'function.js')
    this.parse = this.run('(json) => JSON.parse(json)', 'parse.js') as Realm['parse']
    this.stringify = this.run('(value) => JSON.stringify(value)', 'stringify.js') as Realm['stringify']
    this.Promise = this.run('Promise', 'promise.js') as PromiseConstructor
    this.emptyObject = this.run('() => ({})', 'object.js') as () => Record<string, unknown>
    this.emptyArray = this.run('() => []', 'array.js') as () => unknown[]
    this.ownPrototypes = new Set([Object.getPrototypeOf(this.emptyObject()), Object.getPrototypeOf(this.emptyArray())])
    this.bytes = this.run('(length) => new Uint8Array(length)', 'bytes.js') as (length: number) => Uint8Array
    this.failure = this.run('(message) => new Error(message)', 'error.js') as (message: string) => Error
    this.define('console', this.adopt({
      log: (...words: unknown[]) => this.events.console('log', describeAll(words)),
      info: (...words: unknown[]) => this.events.console('log', describeAll(words)),
      debug: (...words: unknown[]) => this.events.console('log', describeAll(words)),
      warn: (...words: unknown[]) => this.events.console('warn', describeAll(words)),
      error: (...words: unknown[]) => this.events.console('error', describeAll(words)),
      group: () => undefined,
      groupEnd: () => undefined,
      time: () => undefined,
      timeEnd: () => undefined,
    }))
    this.define('setTimeout', (work: unknown, delay?: unknown, ...rest: unknown[]) => this.startTimer(work, delay, rest, false))
    this.define('setInterval', (work: unknown, delay?: unknown, ...rest: unknown[]) => this.startTimer(work, delay, rest, true))
    this.define('clearTimeout', (id: unknown) => this.stopTimer(id))
    this.define('clearInterval', (id: unknown) => this.stopTimer(id))
  }

  /** Runs a script and gives its last value. */
  run(code: string, filename: string): unknown {
    return new Script(code, { filename }).runInContext(this.context)
  }

  define(name: string, value: unknown): void {
    Object.defineProperty(this.context, name, { value, writable: true, configurable: true, enumerable: true })
  }

  /** Calls into the realm; what it throws is an uncaught error there, not ours. */
  enter(where: string, work: () => unknown): unknown {
    if (this.disposed) return undefined
    try {
      return work()
    } catch (error) {
      this.events.uncaught(error, where)
      return undefined
    }
  }

  /**
   * A deep copy made of this realm's own objects, so that `constructor === Object` holds inside. Functions, and what was
   * made in this realm, stay as they are.
   */
  adopt(value: unknown): unknown {
    if (value === null || typeof value !== 'object' || value instanceof this.Promise) return value
    if (this.ownPrototypes.has(Object.getPrototypeOf(value))) return value
    if (Array.isArray(value)) {
      const list = this.emptyArray()
      for (const item of value) list.push(this.adopt(item))
      return list
    }
    if (value instanceof ArrayBuffer || Object.prototype.toString.call(value) === '[object ArrayBuffer]') {
      const source = new Uint8Array(value as ArrayBuffer)
      const copy = this.bytes(source.length)
      copy.set(source)
      return copy.buffer
    }
    if (ArrayBuffer.isView(value)) {
      const source = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      const copy = this.bytes(source.length)
      copy.set(source)
      return copy
    }
    const copy = isError(value) ? this.failure(value.message) as unknown as Record<string, unknown> : this.emptyObject()
    for (const [key, inner] of Object.entries(value)) copy[key] = this.adopt(inner)
    return copy
  }

  /** Is any one-shot timer due within this many milliseconds? */
  busyWithin(milliseconds: number): boolean {
    const horizon = Date.now() + milliseconds
    for (const timer of this.timers.values()) if (!timer.repeats && timer.due <= horizon) return true
    return false
  }

  dispose(): void {
    this.disposed = true
    for (const { handle } of this.timers.values()) clearTimeout(handle)
    this.timers.clear()
  }

  private startTimer(work: unknown, delay: unknown, rest: unknown[], repeats: boolean): number {
    const id = ++this.timerCount
    if (this.disposed || typeof work !== 'function') return id
    const wait = Math.max(repeats ? 1 : 0, Number(delay) || 0)
    const fire = (): void => {
      if (repeats) schedule()
      else this.timers.delete(id)
      this.enter('timer', () => Reflect.apply(work, undefined, rest))
    }
    const schedule = (): void => {
      const handle = setTimeout(fire, wait)
      // A page that waits for ten minutes must not keep the tests waiting too.
      handle.unref()
      this.timers.set(id, { handle, due: Date.now() + wait, repeats })
    }
    schedule()
    return id
  }

  private stopTimer(id: unknown): void {
    const timer = this.timers.get(Number(id))
    if (!timer) return
    clearTimeout(timer.handle)
    this.timers.delete(Number(id))
  }
}

function isError(value: object): value is Error {
  return Object.prototype.toString.call(value) === '[object Error]' || value instanceof Error
}

/** Words for anything that was thrown or printed, from whichever realm it came. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return String(value)
  if (isError(value)) return value.stack ?? value.message
  if ('errMsg' in value) return String(value.errMsg)
  try {
    return JSON.stringify(value) ?? String(value)
  } catch (error) {
    return `something that cannot be written down (${String(error)})`
  }
}

function describeAll(words: readonly unknown[]): string {
  return words.map(describe).join(' ')
}
