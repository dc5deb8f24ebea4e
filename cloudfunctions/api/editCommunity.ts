import { changedClocks, changedTooOften } from '../../domain/clock/communityClocks'
import { openTimesOf } from '../../domain/clock/serviceHours'
import { refuse } from '../../domain/contract/refusal'
import { asOnlyLeader, communityOf } from '../lib/community'
import { communityPage } from '../lib/communityPage'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'

/** The leader may change it on two phones, or its clocks meanwhile. */
const TRIES = 5

/** What the leader says of the community. Repeating it changes nothing; of two at once the later one stands. Other hours are another policy from now on, as often in a day as other times. */
export const editCommunity: UseCase<'editCommunity'> = async (caller, { communityId, name, leaderName, leaderPhone, pickupPoints, serviceHours, holidayHours }, now) => {
  await asOnlyLeader(caller, communityId)
  const said = { name, leaderName, leaderPhone, pickupPoints: _.set([...pickupPoints]), serviceHours: _.set([...serviceHours]), holidayHours: _.set(holidayHours) }
  for (let tried = 0; tried < TRIES; tried++) {
    const community = await communityOf(communityId)
    const clocks = changedClocks(community, { open: openTimesOf({ serviceHours, holidayHours }), by: { personId: caller.personId, party: 'leader', name: leaderName } }, now)
    const version = clocks.at(-1)?.version ?? 0
    const sameHours = version === (community.clocks?.at(-1)?.version ?? 0)
    if (!sameHours && changedTooOften(community, now)) refuse('TOO_MANY_CHANGES', '今天改了很多次了，明天再改', 'serviceHours')
    const others = sameHours ? {} : { clocks: _.set([...clocks]), clocksVersion: version, lookAgainAt: now }
    if (await updateOne('communities', { _id: communityId, leaderId: caller.personId, clocksVersion: community.clocksVersion ?? null }, { ...said, ...others })) return communityPage(communityId, caller.personId, now)
    // Handed over meanwhile, or somebody was faster.
    await asOnlyLeader(caller, communityId)
  }
  throw new Error(`community ${communityId} changed ${TRIES} times while it was edited`)
}
