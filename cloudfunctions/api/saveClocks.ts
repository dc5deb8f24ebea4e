import { isDeepStrictEqual } from 'node:util'
import { clockRulesTrouble } from '../../domain/clock/checkClockRules'
import { changeWords } from '../../domain/clock/clockRuleWords'
import { changedClocks, changedTooOften, clocksOf } from '../../domain/clock/communityClocks'
import { Refused, refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import { agreeing, clocksPage, newestOf } from '../lib/clocksPage'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { readToEdit, stillTheirs } from '../lib/standards'

/** Its hours may change meanwhile, or who leads. */
const TRIES = 5

/**
 * What is promised from now on. Each change is a version of its own behind the others, which are never touched: what was due before, or is over, stays as it was.
 * The same sent again changes nothing; of two editors at once the second is told what the first changed, and keeps what they were about to.
 */
export const saveClocks: UseCase<'saveClocks'> = async (caller, { communityId, rules, seen }, now) => {
  for (let tried = 0; tried < TRIES; tried++) {
    const standing = await readToEdit(caller, communityId, {})
    const { community, person } = standing
    const trouble = clockRulesTrouble(rules)
    if (trouble) throw new Refused(trouble)
    const newest = newestOf(community)
    if (isDeepStrictEqual(newest.rules, rules)) return clocksPage(standing)
    if (newest.version !== seen) changedSince(community, seen)
    if (changedTooOften(community, now)) refuse('TOO_MANY_CHANGES', '今天改了很多次了，明天再改', 'rules')
    const clocks = changedClocks(community, { rules, by: agreeing(person, community) }, now)
    const clocksVersion = clocks.at(-1)?.version ?? 0
    const written = { clocks: _.set(structuredClone([...clocks])), clocksVersion, lookAgainAt: now }
    if (await updateOne('communities', { ...stillTheirs(standing), clocksVersion: community.clocksVersion ?? null }, written)) return clocksPage({ ...standing, community: { ...community, clocks, clocksVersion } })
  }
  throw new Error(`the clocks of ${communityId} changed ${TRIES} times while they were changed`)
}

/** Says what is other than what was looked at, so that nobody undoes it unseen. */
function changedSince(community: Community, seen: number): never {
  const { policies } = clocksOf(community)
  const newest = newestOf(community)
  const before = policies.find(p => p.version === seen)
  const words = before ? changeWords(before, newest) : []
  refuse('CHANGED_MEANWHILE', `${newest.by?.name || '刚才有人'}改过了${words.length > 0 ? `：${words.join('；')}` : ''}。请看看最新的再改`, 'seen')
}
