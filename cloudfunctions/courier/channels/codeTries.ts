import { createHash } from 'node:crypto'
import { shanghaiDay } from '../../../domain/clock/shanghai'
import { refuse } from '../../../domain/contract/refusal'
import { CODE_GAP, CODES_A_DAY } from '../../../domain/notice/fallback/code'
import { _, insertOnce, updateOne } from '../../lib/database'

/**
 * Counts a code before it is sent, for who asks and for where it goes, so that a hundred at once are one, and nobody's mailbox or phone is filled by
 * strangers. Who has none left does not use up the address's.
 */
export async function takeCode(personId: string, address: string, now: number): Promise<void> {
  if (!(await take(ownId(personId, now), now))) refuse('TOO_MANY_TRIES', `验证码一分钟只能要一次，一天最多 ${CODES_A_DAY} 次，请晚点再试`, 'address')
  if (!(await take(addressId(address, now), now))) refuse('TOO_MANY_TRIES', '发到这里的验证码太多了，请明天再试，或者换一个', 'address')
}

/** Nothing was sent: it does not count, and may be asked for again at once. */
export async function giveCodeBack(personId: string, address: string, now: number): Promise<void> {
  for (const _id of [ownId(personId, now), addressId(address, now)]) await updateOne('contactTries', { _id }, { count: _.inc(-1), last: 0 })
}

async function take(_id: string, now: number): Promise<boolean> {
  await insertOnce('contactTries', { _id, count: 0, last: 0, at: now })
  return updateOne('contactTries', { _id, count: _.lt(CODES_A_DAY), last: _.lte(now - CODE_GAP) }, { count: _.inc(1), last: now })
}

function ownId(personId: string, now: number): string {
  return `${personId}:${shanghaiDay(now)}`
}

/** Addresses themselves are not kept where nobody has confirmed them. */
function addressId(address: string, now: number): string {
  return `${createHash('sha256').update(`contact:${address.toLowerCase()}`).digest('hex')}:${shanghaiDay(now)}`
}
