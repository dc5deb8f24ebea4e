import { _, updateOne } from './database'
import { giveOn } from './giveOn'
import { closeInvitationsOf } from './roleInvitation'

/** What waited for them alone is given on in the same call; more, and what is missed where it is interrupted, by the clock. */
const AT_ONCE = 20

/** Ends somebody's role in a community's team: in force with the first write, tidied up with the second. Repeating it changes nothing. */
export async function endMembership(communityId: string, personId: string, now: number): Promise<void> {
  await closeInvitationsOf(communityId, personId)
  await updateOne('communities', { _id: communityId }, { [`team.${personId}`]: _.remove() })
  await updateOne('people', { _id: personId }, { roles: _.pull({ role: 'team', communityId }) })
  await giveOn({ communityId, fewMayAct: true }, AT_ONCE, now)
}
