import { randomBytes } from 'node:crypto'
import type { Sql } from '../database/sql'
import { CloudError } from '../errors'
import { refusal, type WechatAnswer } from './refusals'

/** Where a link leads. `until` is in milliseconds. */
export interface UrlLink { path: string; query: string; envVersion: string; until: number }

const VERSIONS = ['release', 'trial', 'develop']
/** [wx: urllink.generate] */
const MAX_QUERY = 1024
const MAX_DAYS = 30
const DAY = 86_400_000
const MINUTE = 60_000

/** `urllink.generate`: addresses that open the mini-program. Here an address answers where it leads, for a page that plays the phone. */
export class UrlLinks {
  readonly #sql: Sql
  readonly #now: () => number
  readonly #origin: () => string

  constructor(sql: Sql, origin: () => string, now: () => number) {
    this.#sql = sql
    this.#origin = origin
    this.#now = now
    sql.exec('CREATE TABLE IF NOT EXISTS url_link (token TEXT PRIMARY KEY, json TEXT NOT NULL)')
  }

  /** The API itself, with the parameters' names in snake case. */
  generate(parameters: Record<string, unknown>): WechatAnswer {
    const { path = '', query = '', env_version: envVersion = 'release', expire_type: type = 0, expire_time: time, expire_interval: days = MAX_DAYS } = parameters
    if (typeof path !== 'string' || path.includes('?') || path.startsWith('/')) return refusal(40165)
    if (typeof query !== 'string' || query.length > MAX_QUERY) return refusal(40212)
    if (typeof envVersion !== 'string' || !VERSIONS.includes(envVersion)) return refusal(40097, 'env_version')
    const now = this.#now()
    if (type !== 0 && type !== 1) return refusal(40097, 'expire_type')
    if (type === 0 && time !== undefined && !Number.isInteger(time)) return refusal(40097, 'expire_time')
    if (type === 1 && (!Number.isInteger(days) || (days as number) < 1)) return refusal(40097, 'expire_interval')
    const until = type === 1 ? now + (days as number) * DAY : time === undefined ? now + MAX_DAYS * DAY : (time as number) * 1000
    if (until < now + MINUTE || until > now + MAX_DAYS * DAY) return refusal(85401)
    const token = randomBytes(8).toString('base64url')
    const link: UrlLink = { path, query, envVersion, until }
    this.#sql.run('INSERT INTO url_link VALUES (?, ?)', [token, JSON.stringify(link)])
    return { errcode: 0, errmsg: 'ok', url_link: `${this.#origin()}/devcloud/wechat/links/${token}` }
  }

  /** @throws NOT_FOUND, also for a link that has expired */
  open(token: string): UrlLink {
    const row = this.#sql.get('SELECT json FROM url_link WHERE token = ?', [token])
    const link = row && JSON.parse(row['json'] as string) as UrlLink
    if (!link || link.until <= this.#now()) throw new CloudError('NOT_FOUND', 'this link was not made here, or has expired', 404)
    return link
  }
}
