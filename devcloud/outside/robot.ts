import type { Deliveries } from './deliveries'

export interface RobotAnswer { errcode: number; errmsg: string }

// Source: developer.work.weixin.qq.com, group robots (path 91770): bytes of a text and of a markdown message, messages of one robot in a minute.
const LONGEST = { text: 2048, markdown: 4096 }
const PER_MINUTE = 20
const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** WeCom's group robots: every key of the right shape has one, until it is taken out of its group. */
export class Robots {
  readonly #deliveries: Deliveries
  readonly #sent = new Map<string, number[]>()
  readonly #removed = new Set<string>()
  readonly #asked = new Map<string, number[]>()

  readonly #now: () => number

  constructor(deliveries: Deliveries, now: () => number) {
    this.#deliveries = deliveries
    this.#now = now
  }

  /** Takes a robot out of its group. */
  remove(key: string): void { this.#removed.add(key) }

  /** Notes that a robot is asked to say something, whatever comes of it. */
  noteAsked(key: string): void { this.#asked.set(key, [...this.asked(key), this.#now()]) }

  /** When a robot was asked, oldest first. ms */
  asked(key: string): readonly number[] { return this.#asked.get(key) ?? [] }

  take(key: string, body: unknown): RobotAnswer {
    if (!KEY.test(key) || this.#removed.has(key)) return { errcode: 93000, errmsg: 'invalid webhook url' }
    const { msgtype, ...message } = (body ?? {}) as { msgtype?: unknown; [type: string]: unknown }
    if (msgtype !== 'text' && msgtype !== 'markdown') return { errcode: 40008, errmsg: 'invalid message type' }
    const content = (message[msgtype] as { content?: unknown } | undefined)?.content
    if (typeof content !== 'string' || content === '') return { errcode: 44004, errmsg: 'empty content' }
    if (Buffer.byteLength(content) > LONGEST[msgtype]) return { errcode: 40058, errmsg: `${msgtype}.content exceed max length ${LONGEST[msgtype]}. invalid Request Parameter` }
    const now = this.#now()
    const recent = (this.#sent.get(key) ?? []).filter((at) => at > now - 60_000)
    if (recent.length >= PER_MINUTE) return { errcode: 45009, errmsg: 'api freq out of limit' }
    this.#sent.set(key, [...recent, now])
    this.#deliveries.add({ service: 'robot', to: key, id: '', title: '', text: content, at: now })
    return { errcode: 0, errmsg: 'ok' }
  }
}
