import { randomUUID } from 'node:crypto'
import type { Sql } from '../database/sql'
import { CloudError } from '../errors'
import type { People } from '../people/people'
import type { EventPush } from './event-push'
import type { Moderation, Verdict } from './moderation'
import { refusal, type WechatAnswer } from './refusals'
import { checkedPerson } from './text-check'

/** A check whose verdict is not pushed yet. */
export interface MediaCheck { traceId: string; openid: string; mediaUrl: string; mediaType: number; scene: number }

export interface MediaCheckOptions {
  sql: Sql
  people: People
  moderation: Moderation
  push: EventPush
  appId: string
  /** Milliseconds until the verdict; WeChat takes up to 30 minutes. 'asked' is only when somebody asks for it. */
  after: number | 'asked'
}

/** sound and picture; there is no check of videos */
const TYPES = [1, 2]

/** `security.mediaCheckAsync`: a trace now, the verdict later as the event `wxa_media_check`. Checks that wait survive a restart. */
export class MediaChecks {
  readonly #options: MediaCheckOptions
  readonly #timers = new Map<string, NodeJS.Timeout>()

  constructor(options: MediaCheckOptions) {
    this.#options = options
    options.sql.exec('CREATE TABLE IF NOT EXISTS media_check (trace TEXT PRIMARY KEY, json TEXT NOT NULL)')
    for (const { traceId } of this.waiting()) this.#schedule(traceId)
  }

  /** The API itself. */
  begin(parameters: Record<string, unknown>): WechatAnswer {
    const { sql, people } = this.#options
    const { media_url: mediaUrl, media_type: mediaType, openid, scene } = parameters
    if (typeof mediaUrl !== 'string' || !/^https?:\/\/./.test(mediaUrl)) return refusal(40097, 'media_url')
    if (!TYPES.includes(mediaType as number)) return refusal(40097, 'media_type')
    const refused = checkedPerson(parameters, people)
    if (refused) return refused
    const check: MediaCheck = { traceId: randomUUID(), openid: openid as string, mediaUrl, mediaType: mediaType as number, scene: scene as number }
    sql.run('INSERT INTO media_check VALUES (?, ?)', [check.traceId, JSON.stringify(check)])
    this.#schedule(check.traceId)
    return { errcode: 0, errmsg: 'ok', trace_id: check.traceId }
  }

  /** Checks that have no verdict yet, oldest first. */
  waiting(): MediaCheck[] {
    return this.#options.sql.all('SELECT json FROM media_check ORDER BY rowid').map((row) => JSON.parse(row['json'] as string) as MediaCheck)
  }

  /**
   * Pushes a verdict now.
   * @param verdict what the rules say of the address, if not said
   * @throws NOT_FOUND for a check that does not wait
   */
  conclude(traceId: string, verdict?: Verdict): void {
    const { sql, moderation, push, appId } = this.#options
    const row = sql.get('SELECT json FROM media_check WHERE trace = ?', [traceId])
    if (!row) throw new CloudError('NOT_FOUND', `no media check ${traceId} waits for its verdict`, 404)
    clearTimeout(this.#timers.get(traceId))
    this.#timers.delete(traceId)
    sql.run('DELETE FROM media_check WHERE trace = ?', [traceId])
    const { openid, mediaUrl } = JSON.parse(row['json'] as string) as MediaCheck
    const { suggest, label } = verdict ?? moderation.judge(mediaUrl)
    push.push('wxa_media_check', openid, {
      appid: appId, trace_id: traceId, version: 2, errcode: 0, errmsg: 'ok', result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    })
  }

  stop(): void { for (const timer of this.#timers.values()) clearTimeout(timer) }

  #schedule(traceId: string): void {
    const { after } = this.#options
    if (after !== 'asked') this.#timers.set(traceId, setTimeout(() => this.conclude(traceId), after))
  }
}
