import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Sql } from '../database/sql'

/** What a sign-in answers [doc: docs.cloudbase.net/http-api/auth/auth-sign-in-anonymously]. */
export interface TokenAnswer { token_type: 'Bearer'; access_token: string; refresh_token: string; expires_in: number; scope: 'anonymous' | 'user'; sub: string }

/** [doc] An access token lives two hours, a refresh token 31 days. ms */
const ACCESS_FOR = 2 * 3600_000
const REFRESH_FOR = 31 * 24 * 3600_000

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Who holds a token. */
export interface Visitor { uid: string; anonymous: boolean }

/** How tokens are told apart in the table: those of who signed in with a ticket of the deployment's own, and those of who did not say who they are. */
const KINDS = { anonymous: { access: 'access', refresh: 'refresh' }, custom: { access: 'custom access', refresh: 'custom refresh' } } as const

/**
 * People of the web who signed in anonymously or by a custom ticket. Anonymously: whoever shows a device's id is that device's person, for ever. Only hashes are kept, of
 * tokens; a device's id is not kept at all, the person's is made of it.
 */
export class Visitors {
  readonly #sql: Sql
  readonly #secret: string
  readonly #now: () => number

  /** @param secret this cloud's own: the same device is another person elsewhere */
  constructor(sql: Sql, secret: string, now: () => number) {
    this.#sql = sql
    this.#secret = secret
    this.#now = now
    sql.exec('CREATE TABLE IF NOT EXISTS visitor (token TEXT PRIMARY KEY, kind TEXT NOT NULL, uid TEXT NOT NULL, until INTEGER NOT NULL)')
  }

  /** @param deviceId as the client drew it and keeps it */
  signIn(deviceId: string): TokenAnswer {
    // 16 bytes, as the service's own ids look [doc: 7ft9WRremXrz-TfgoAR9Uw].
    return this.#issue({ anonymous: true, uid: createHmac('sha256', this.#secret).update(`device ${deviceId}`).digest().subarray(0, 16).toString('base64url') })
  }

  /** Signs in whom a ticket names. */
  signInAs(uid: string): TokenAnswer { return this.#issue({ anonymous: false, uid }) }

  /** Gives new tokens for a refresh token, which is used up by it. @returns undefined when it is unknown, used or expired */
  refresh(token: string): TokenAnswer | undefined {
    return this.#sql.transaction(() => {
      const visitor = this.#find(token, 'refresh')
      this.#sql.run('DELETE FROM visitor WHERE token = ?', [sha256(token)])
      return visitor && this.#issue(visitor)
    })
  }

  /** @returns who holds this access token; undefined when it is none, or has expired */
  holder(token: string): Visitor | undefined {
    return this.#find(token, 'access')
  }

  /** Ends an access token or a refresh token before its time. */
  revoke(token: string): void {
    this.#sql.run('DELETE FROM visitor WHERE token = ?', [sha256(token)])
  }

  #find(token: string, use: 'access' | 'refresh'): Visitor | undefined {
    const row = this.#sql.get('SELECT uid, kind FROM visitor WHERE token = ? AND kind IN (?, ?) AND until > ?', [sha256(token), KINDS.anonymous[use], KINDS.custom[use], this.#now()])
    return row && { uid: row['uid'] as string, anonymous: row['kind'] === KINDS.anonymous[use] }
  }

  #issue({ uid, anonymous }: Visitor): TokenAnswer {
    const kinds = anonymous ? KINDS.anonymous : KINDS.custom
    this.#sql.run('DELETE FROM visitor WHERE until <= ?', [this.#now()])
    const draw = (kind: string, lives: number) => {
      const token = randomBytes(32).toString('base64url')
      this.#sql.run('INSERT INTO visitor VALUES (?, ?, ?, ?)', [sha256(token), kind, uid, this.#now() + lives])
      return token
    }
    return { token_type: 'Bearer', access_token: draw(kinds.access, ACCESS_FOR), refresh_token: draw(kinds.refresh, REFRESH_FOR), expires_in: ACCESS_FOR / 1000, scope: anonymous ? 'anonymous' : 'user', sub: uid }
  }
}
