import { isDeepStrictEqual } from 'node:util'
import { clockRulesTrouble } from '../../domain/clock/checkClockRules'
import { changedClocks, changedTooOften } from '../../domain/clock/communityClocks'
import { Refused, refuse } from '../../domain/contract/refusal'
import { agreeing, clocksPage, mustHaveSeen, newestOf } from '../lib/clocksPage'
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
    if (isDeepStrictEqual(newestOf(community).rules, rules)) return clocksPage(standing)
    mustHaveSeen(community, seen)
    if (changedTooOften(community, now)) refuse('TOO_MANY_CHANGES', '今天改了很多次了，明天再改', 'rules')
    const clocks = changedClocks(community, { rules, by: agreeing(person, community) }, now)
    const clocksVersion = clocks.at(-1)?.version ?? 0
    const written = { clocks: _.set(structuredClone([...clocks])), clocksVersion, lookAgainAt: now }
    if (await updateOne('communities', { ...stillTheirs(standing), clocksVersion: community.clocksVersion ?? null }, written)) return clocksPage({ ...standing, community: { ...community, clocks, clocksVersion } })
  }
  throw new Error(`the clocks of ${communityId} changed ${TRIES} times while they were changed`)
}
