import { notHiddenFrom } from './cases'
import { _ } from './database'

/** Older than that, nobody is told any more. ms */
const LOOK_BACK = 30 * 24 * 3600_000

/** Which cases of a community somebody of its side has still to tell the household about: what the list shows, and the inbox counts. By the index `untold`. */
export function untoldIn(communityId: string, personId: string, now: number): Record<string, unknown> {
  return { communityId, ...notHiddenFrom(personId, [communityId]), toTell: _.and([_.gt(now - LOOK_BACK), _.lte(now)]) }
}
