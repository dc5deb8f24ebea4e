import { refuse } from '../../domain/contract/refusal'
import type { Caller } from './caller'
import { _, insertOnce, updateOne } from './database'

/** Links that open nothing, per person and hour. Who was sent a link has one; who tries many has none. */
export const LINK_TRIES = 10
const HOUR = 3600_000

/** Counts a try before anything is looked up, so that a hundred at once are ten. It is given back when the link is good. */
export async function takeTry(caller: Caller, now: number): Promise<void> {
  const _id = tryId(caller, now)
  await insertOnce('linkTries', { _id, count: 0, at: now })
  if (!(await updateOne('linkTries', { _id, count: _.lt(LINK_TRIES) }, { count: _.inc(1) }))) refuse('TOO_MANY_TRIES', '试得太多了，请过一个小时再点开，或者请团长再发一个', 'token')
}

export async function giveTryBack(caller: Caller, now: number): Promise<void> {
  await updateOne('linkTries', { _id: tryId(caller, now) }, { count: _.inc(-1) })
}

function tryId(caller: Caller, now: number): string {
  return `${caller.personId}:${Math.floor(now / HOUR)}`
}
