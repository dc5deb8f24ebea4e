import { createHash, randomBytes } from 'node:crypto'
import type { Sql } from '../database/sql'
import { badDeployment, invalidCredentials, missingCredentials } from '../errors'
import type { Caller } from '../functions/caller'
import type { Visitors } from './visitors'

/** Somebody who may sign in: an id that only this machine knows, and what the platform would say of them. Exactly one of the two. */
export interface Person { id: string; openid?: string; uid?: string; /** As WeChat knows it: digits of China, or `+<country> <digits>`. */ phone?: string; /** Signed in without saying who they are. */ anonymous?: true; /** Named by a ticket of custom sign-in. */ custom?: true }

/** ms */
const HERE_FOR = 2 * 3600_000

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const check = (people: readonly Person[]): void => {
  const seen = new Set<string>()
  for (const { id, openid, uid, phone } of people) {
    if (typeof id !== 'string' || id === '' || seen.has(id)) throw badDeployment('people', `ids must be different and not empty: ${JSON.stringify(id)}`)
    if ((openid === undefined) === (uid === undefined)) throw badDeployment('people', `${id} needs exactly one of openid and uid`)
    if (phone !== undefined && !/^(\d{5,15}|\+\d{1,3} \d{4,14})$/.test(phone)) throw badDeployment('people', `${id}: a phone is digits, or like "+852 98765432"`)
    for (const value of [openid, uid]) {
      // The environ of a call is `KEY=value;…`.
      if (value !== undefined && !/^[\w-]{1,64}$/.test(value)) throw badDeployment('people', `${id}: an openid or uid is at most 64 of letters, digits, - and _`)
    }
    seen.add(id)
  }
}

/** Who may sign in, and who has. A bearer token is the only thing that says who calls. */
export class People {
  readonly #sql: Sql
  readonly #people = new Map<string, Person>()
  /** openid → when, ms. */
  readonly #lastHere = new Map<string, number>()
  readonly visitors: Visitors
  readonly #now: () => number

  constructor(sql: Sql, people: readonly Person[], visitors: Visitors, now: () => number) {
    check(people)
    this.#sql = sql
    this.visitors = visitors
    this.#now = now
    for (const person of people) this.#people.set(person.id, person)
    sql.exec('CREATE TABLE IF NOT EXISTS session (token TEXT PRIMARY KEY, person TEXT NOT NULL)')
  }

  /** Signs a known id in. @returns a random token; only its hash is kept, so that phones stay signed in over a restart */
  signIn(id: unknown): { token: string; person: Person } {
    const person = typeof id === 'string' ? this.#people.get(id) : undefined
    if (!person) throw invalidCredentials('nobody of this id may sign in')
    const token = randomBytes(32).toString('base64url')
    this.#sql.run('INSERT INTO session VALUES (?, ?)', [sha256(token), person.id])
    return { token, person }
  }

  /** @param header the Authorization header. @throws MISSING_CREDENTIALS or INVALID_CREDENTIALS */
  authenticate(header: string | undefined): Person {
    const token = /^Bearer ([\w-]+)$/.exec(header ?? '')?.[1]
    if (token === undefined) throw missingCredentials()
    const row = this.#sql.get('SELECT person FROM session WHERE token = ?', [sha256(token)])
    const person = row && this.#people.get(row['person'] as string)
    if (person) {
      if (person.openid !== undefined) this.noteHere(person.openid)
      return person
    }
    const visitor = this.visitors.holder(token)
    if (visitor === undefined) throw invalidCredentials('this token was not issued here, or has expired')
    return { id: visitor.uid, uid: visitor.uid, ...(visitor.anonymous ? { anonymous: true } : { custom: true }) }
  }

  /** Notes that somebody of WeChat is in the mini-program now. */
  noteHere(openid: string): void { this.#lastHere.set(openid, this.#now()) }

  /** @returns whether somebody was in the mini-program within the two hours that WeChat asks for (61010). Forgotten at a restart, and known again at their next call. */
  wasHere(openid: string): boolean { return this.#now() - (this.#lastHere.get(openid) ?? -Infinity) <= HERE_FOR }

  /** Everybody who may sign in by WeChat. */
  ofWechat(): { id: string; openid: string }[] {
    return [...this.#people.values()].flatMap(({ id, openid }) => (openid === undefined ? [] : [{ id, openid }]))
  }

  /** @returns the person whom WeChat would know by this openid */
  byOpenid(openid: string): Person | undefined {
    return [...this.#people.values()].find((person) => person.openid === openid)
  }
}

/** @returns what the platform says of a person */
export const callerOf = ({ openid, uid, anonymous, custom }: Person): Caller =>
  (openid === undefined ? { uid: uid as string, ...(anonymous ? { anonymous } : {}), ...(custom ? { custom } : {}) } : { openid })

/** @returns what storage knows an owner by */
export const ownerOf = ({ openid, uid }: Person): string => (openid ?? uid) as string
