import { callerOf, sourcesOf } from '../lib/caller'
import { deriveId } from '../lib/deriveId'
import type { Push } from '../lib/pushes'

/**
 * Ways by which somebody who is not WeChat calls a function [WX: getWXContext, SOURCE]. Which way WeChat's own pushes name is not documented, so
 * these are refused rather than one demanded.
 */
const NOT_WECHAT = ['wx_client', 'wx_devtools', 'wx_localdebug', 'wx_http', 'wx_crawler', 'wx_trigger', 'wx_paycallback', 'web_client', 'scf']

/** Nothing that WeChat says of one thing is longer. Letters of JSON */
const LONGEST = 2000
/** Far more than templates can be asked for at one tap. */
const MOST_AT_ONCE = 50

/**
 * What one push of WeChat's says, each thing of its own, with an id made of what it says: pushed again it is the same one.
 * `List` is an object for one thing and an array for several [WX].
 * @returns in words why it is not believed, where it is not WeChat's: it says something of somebody else than the person it came as, or a phone wrote it
 */
export function readPush(event: unknown, context: unknown, now: number): Push[] | string {
  const from = sourcesOf(context).find(source => NOT_WECHAT.includes(source))
  if (from !== undefined) return `came by ${from}`
  const caller = callerOf(context)
  if (typeof event !== 'object' || event === null) return 'is no event'
  const { FromUserName: openid, CreateTime, MsgType, Event, List, ...rest } = event as Record<string, unknown>
  if (!caller?.openid || openid !== caller.openid) return 'is not of the person it came as'
  const what = typeof Event === 'string' ? Event : typeof MsgType === 'string' ? MsgType : ''
  const seconds = Number(CreateTime)
  // Known to the second only: taken as its end, so that what was done before it in that second is not newer.
  const at = Number.isSafeInteger(seconds) && seconds > 0 ? seconds * 1000 + 999 : now
  const said = List === undefined ? [rest] : Array.isArray(List) ? List as unknown[] : [List]
  return said.slice(0, MOST_AT_ONCE).map(one => {
    const says = sayingOf(one)
    return { _id: deriveId('push', what, caller.openid ?? '', String(CreateTime), JSON.stringify(says)), event: what, personId: caller.personId, at, says, state: 'heard', heardAt: now }
  })
}

/** Plain words by name, in one order; what is no such thing is kept as its beginning, for somebody to look at. */
function sayingOf(one: unknown): Record<string, string> {
  const { userInfo: _ours, ...fields } = typeof one === 'object' && one !== null && !Array.isArray(one) ? one as Record<string, unknown> : { what: one }
  const says = Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name.replace(/[^\w]/g, '_'), typeof value === 'string' ? value : JSON.stringify(value) ?? '']))
  const text = JSON.stringify(says)
  return text.length <= LONGEST ? says : { what: text.slice(0, LONGEST) }
}
