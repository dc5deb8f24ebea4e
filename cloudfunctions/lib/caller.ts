import { createHash } from 'node:crypto'
import { parseContext, type IContextParam } from '@cloudbase/node-sdk'

/** Who is calling, as the platform says it. */
export interface Caller {
  personId: string
  /** Set when the call comes from WeChat. */
  openid: string | null
}

/**
 * The caller, from the handler's second argument only: process.env may still hold the previous caller's identity in a warm process,
 * and an event is whatever a client wrote. @returns null when nobody is signed in (a timer, or a forged call).
 */
export function callerOf(context: unknown): Caller | null {
  const environment = environmentOf(context)
  const openid = identity(environment['WX_OPENID'])
  if (openid) return { personId: personIdOf(`wechat:${openid}`), openid }
  const uid = identity(environment['TCB_UUID'])
  return uid ? { personId: personIdOf(`web:${uid}`), openid: null } : null
}

/** By which ways a call came, outermost first, as the platform says it: `wx_client`, or `wx_client,scf` where a function called on. */
export function sourcesOf(context: unknown): string[] {
  const source = environmentOf(context)['TCB_SOURCE']
  return typeof source === 'string' ? source.split(',').map(way => way.trim()) : []
}

function environmentOf(context: unknown): Record<string, unknown> {
  if (typeof context !== 'object' || context === null) return {}
  const parsed = parseContext(context as IContextParam)
  return { ...(parsed.environment ?? parsed.environ) }
}

function identity(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** A person's id derives from the login, so that one read finds the person; it tells nothing about the login, whose entropy is the platform's. */
function personIdOf(login: string): string {
  return `p${createHash('sha256').update(login).digest('hex').slice(0, 30)}`
}
