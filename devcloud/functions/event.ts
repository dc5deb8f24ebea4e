import { invalidParam } from '../errors'
import type { Caller } from './caller'

/**
 * The event of a call with WeChat's own addition for a person of a mini-program, which cannot be forged, and on which nothing should rely.
 * @param event JSON text; empty is `{}`
 * @throws INVALID_PARAM for what is not JSON (SCF's status 400), and for a person's event that is no object
 */
export const withUserInfo = (event: string, caller: Caller, appId: string): string => {
  const text = event === '' ? '{}' : event
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw invalidParam(`the event is not JSON: ${(error as Error).message}`)
  }
  if (!caller || !('openid' in caller)) return text
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParam('the event must be an object')
  return JSON.stringify({ ...value, userInfo: { appId, openId: caller.openid } })
}
