import { drawId } from '../drawId'
import { GATEWAY } from './gateway'

/** Who this browser is to the cloud. Whoever has `deviceId` is this person: it never leaves this browser but for signing in. */
interface Visitor {
  deviceId: string
  access: string
  refresh: string
  /** When `access` ends; ms by this browser's clock. */
  until: number
}

const KEY = 'tuanhou.visitor'
/** An answer is on its way for a while, and clocks drift. ms */
const EARLY = 60_000

/**
 * Signs this browser in without asking who it is [cloudbase: anonymous sign-in], and keeps it signed in: by the kept token, else by refreshing it,
 * else by the device's id anew, which makes the same person. @returns the bearer token
 */
export async function visitorToken(): Promise<string> {
  const kept = known()
  if (kept.access !== '' && Date.now() < kept.until - EARLY) return kept.access
  const refreshed = kept.refresh === '' ? null : await ask('/auth/v1/token', { grant_type: 'refresh_token', refresh_token: kept.refresh }, kept.deviceId)
  const answer = refreshed ?? await ask('/auth/v1/signin/anonymously', {}, kept.deviceId)
  if (answer === null) throw new Error('signing in anonymously was refused')
  keep({ deviceId: kept.deviceId, access: answer.access_token, refresh: answer.refresh_token ?? '', until: Date.now() + answer.expires_in * 1000 })
  return answer.access_token
}

/** The cloud no longer takes the access token: the next call gets another. */
export function forgetVisitorToken(): void {
  keep({ ...known(), access: '', until: 0 })
}

/** Whether this browser lets a page remember anything: without it, it would be somebody new each time. */
export function canBeKnown(): boolean {
  try {
    window.localStorage.setItem(`${KEY}.try`, '1')
    window.localStorage.removeItem(`${KEY}.try`)
    return true
  } catch (trouble) {
    console.warn('this browser keeps nothing', trouble)
    return false
  }
}

function known(): Visitor {
  const text = window.localStorage.getItem(KEY)
  try {
    const kept = text === null ? null : JSON.parse(text) as Partial<Visitor>
    if (typeof kept?.deviceId === 'string') return { deviceId: kept.deviceId, access: kept.access ?? '', refresh: kept.refresh ?? '', until: kept.until ?? 0 }
  } catch (trouble) {
    console.warn('who this browser is cannot be read', trouble)
  }
  // Kept before it is used, so that a second window opened meanwhile is the same person.
  const fresh: Visitor = { deviceId: drawId(), access: '', refresh: '', until: 0 }
  keep(fresh)
  return fresh
}

function keep(visitor: Visitor): void {
  window.localStorage.setItem(KEY, JSON.stringify(visitor))
}

interface Tokens { access_token: string; refresh_token?: string; expires_in: number }

/** @returns null when the cloud refused; rejects when it was not reached */
async function ask(path: string, body: object, deviceId: string): Promise<Tokens | null> {
  const response = await fetch(`${GATEWAY}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'x-device-id': deviceId }, body: JSON.stringify(body) })
  if (response.status >= 400 && response.status < 500) {
    console.warn(`${path} answered ${response.status}`)
    return null
  }
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  const answer = await response.json() as Partial<Tokens>
  if (typeof answer.access_token !== 'string' || typeof answer.expires_in !== 'number') throw new Error(`${path} answered no token`)
  return answer as Tokens
}
