import { randomUUID } from 'node:crypto'
import { invalidParam } from '../errors'
import { refusal } from './refusals'

/** What is to go wrong with a call to WeChat. */
export interface WechatFault {
  /** Milliseconds before the call goes on. */
  delayMs?: number
  /** The call goes on when this settles. */
  hold?: Promise<unknown>
  /** WeChat never answers: the caller's own patience ends the call. Nothing is sent. */
  never?: true
  /** WeChat answers with this; nothing is sent and no credit taken. */
  fail?: { errcode: number; errmsg: string }
  /** WeChat has done what was asked, and its answer is lost on the way: the connection breaks. */
  lost?: true
  /** The function's process is killed: before WeChat takes the message, or after it has, before the function hears of it. */
  kill?: 'before' | 'after'
}

/** Which calls a fault is for; what is not said matches every call. */
export interface FaultMatch { api?: string; openid?: string; templateId?: string }

/** A fault that waits for its calls. `times` is how many it is still good for; null is for ever. */
export interface FaultRule extends WechatFault, FaultMatch { id: string; times: number | null }

/** One call, as far as a fault can tell it from others. */
export interface FaultCall { api: string; openid: string | undefined; templateId: string | undefined }

const meets = (rule: FaultMatch, call: FaultCall): boolean =>
  (rule.api === undefined || rule.api === call.api)
  && (rule.openid === undefined || rule.openid === call.openid)
  && (rule.templateId === undefined || rule.templateId === call.templateId)

/** Faults waiting for the calls to come. A call meets the oldest one that is for it, and no other. */
export class Faults {
  #rules: FaultRule[] = []

  /**
   * Lets something go wrong with calls to WeChat.
   * @param times how many calls; null for all of them until it is taken away
   * @returns what `remove` takes
   */
  add(fault: WechatFault & FaultMatch & { times?: number | null }): string {
    const id = randomUUID()
    this.#rules.push({ ...fault, id, times: fault.times === undefined ? 1 : fault.times })
    return id
  }

  /** Lets something go wrong with the next call to WeChat that no earlier fault is waiting for. */
  nextWechatCall(fault: WechatFault): void { this.add(fault) }

  /** @returns whether there was such a fault */
  remove(id: string): boolean {
    const before = this.#rules.length
    this.#rules = this.#rules.filter((rule) => rule.id !== id)
    return this.#rules.length < before
  }

  /** Forgets every fault. */
  clear(): void { this.#rules = [] }

  /** What still waits, oldest first. */
  list(): readonly FaultRule[] { return this.#rules }

  /** What goes wrong with this call. */
  take(call: FaultCall): WechatFault {
    const rule = this.#rules.find((candidate) => meets(candidate, call))
    if (!rule) return {}
    if (rule.times !== null && --rule.times === 0) this.remove(rule.id)
    return rule
  }
}

const KNOWN = new Set(['api', 'openid', 'templateId', 'times', 'delayMs', 'never', 'lost', 'kill', 'errcode', 'errmsg'])
/** The longest wait that can be asked for over the wire, ms: more than any function may run. */
const LONGEST_DELAY = 900_000

/**
 * A fault as it is asked for over the wire: `{api?, openid?, templateId?, times?, delayMs?, never?, lost?, kill?, errcode?, errmsg?}`.
 * @throws INVALID_PARAM naming the field
 */
export const readFault = (body: Record<string, unknown>): WechatFault & FaultMatch & { times: number | null } => {
  const unknown = Object.keys(body).find((name) => !KNOWN.has(name))
  if (unknown !== undefined) throw invalidParam(`${unknown} is not part of a fault: ${[...KNOWN].join(', ')}`)
  const { times = 1, delayMs, never, lost, kill, errcode, errmsg } = body
  const whole = (value: unknown, name: string, least: number, most: number): number => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) throw invalidParam(`${name} must be a whole number from ${least} to ${most}`)
    return value
  }
  const fault: WechatFault & FaultMatch & { times: number | null } = { times: times === null ? null : whole(times, 'times', 1, 1_000_000) }
  for (const name of ['api', 'openid', 'templateId'] as const) {
    const value = body[name]
    if (value === undefined) continue
    if (typeof value !== 'string' || value === '') throw invalidParam(`${name} must be a non-empty string`)
    fault[name] = value
  }
  if (delayMs !== undefined) fault.delayMs = whole(delayMs, 'delayMs', 0, LONGEST_DELAY)
  for (const [name, value] of [['never', never], ['lost', lost]] as const) {
    if (value === true) fault[name] = true
    else if (value !== undefined && value !== false) throw invalidParam(`${name} must be true or false`)
  }
  if (kill !== undefined) {
    if (kill !== 'before' && kill !== 'after') throw invalidParam('kill must be before or after')
    fault.kill = kill
  }
  if (errcode !== undefined) {
    const code = whole(errcode, 'errcode', -1_000_000, 10_000_000)
    if (code === 0) throw invalidParam('errcode 0 is no refusal')
    if (errmsg !== undefined && typeof errmsg !== 'string') throw invalidParam('errmsg must be a string')
    fault.fail = { errcode: code, errmsg: errmsg ?? refusal(code).errmsg }
  } else if (errmsg !== undefined) throw invalidParam('errmsg needs an errcode')
  if (!fault.fail && !fault.never && !fault.lost && !fault.kill && fault.delayMs === undefined) throw invalidParam('a fault needs one of errcode, delayMs, never, lost, kill')
  return fault
}
