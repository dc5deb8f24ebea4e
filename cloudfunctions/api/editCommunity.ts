import { isDeepStrictEqual } from 'node:util'
import { changedClocks, changedTooOften, clocksOf } from '../../domain/clock/communityClocks'
import { openTimesOf } from '../../domain/clock/serviceHours'
import { refuse } from '../../domain/contract/refusal'
import { mustHaveSeen, newestOf } from '../lib/clocksPage'
import { asOnlyLeader, communityOf } from '../lib/community'
import { communityPage } from '../lib/communityPage'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'

/** The leader may change it on two phones, or its clocks meanwhile. */
const TRIES = 5

/**
 * What the leader says of the community. Repeating it changes nothing; of two at once the later one stands, but for the hours, which cases are counted by: hours that
 * are as they were looked at are left as they stand, and others are refused where somebody changed them since. They are another policy from now on, as often in a day as other times.
 */
export const editCommunity: UseCase<'editCommunity'> = async (caller, { communityId, name, leaderName, leaderPhone, pickupPoints, serviceHours, holidayHours, seen }, now) => {
  await asOnlyLeader(caller, communityId)
  const said = { name, leaderName, leaderPhone, pickupPoints: _.set([...pickupPoints]) }
  const open = openTimesOf({ serviceHours, holidayHours })
  for (let tried = 0; tried < TRIES; tried++) {
    const community = await communityOf(communityId)
    const lookedAt = clocksOf(community).policies.find(p => p.version === seen)?.open
    const changes = ![lookedAt, newestOf(community).open].some(hours => isDeepStrictEqual(hours, open))
    if (changes) mustHaveSeen(community, seen)
    if (changes && changedTooOften(community, now)) refuse('TOO_MANY_CHANGES', '今天改了很多次了，明天再改', 'serviceHours')
    const clocks = changes ? changedClocks(community, { open, by: { personId: caller.personId, party: 'leader', name: leaderName } }, now) : []
    const hours = changes ? { serviceHours: _.set([...serviceHours]), holidayHours: _.set(holidayHours), clocks: _.set([...clocks]), clocksVersion: clocks.at(-1)?.version ?? 0, lookAgainAt: now } : {}
    if (await updateOne('communities', { _id: communityId, leaderId: caller.personId, clocksVersion: community.clocksVersion ?? null }, { ...said, ...hours })) return communityPage(communityId, caller.personId, now)
    // Handed over meanwhile, or somebody was faster.
    await asOnlyLeader(caller, communityId)
  }
  throw new Error(`community ${communityId} changed ${TRIES} times while it was edited`)
}
