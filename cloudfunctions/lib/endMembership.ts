import { _, updateOne } from './database'
import { closeInvitationsOf } from './roleInvitation'

/** Ends somebody's role in a community's team: in force with the first write, tidied up with the second. Repeating it changes nothing. */
export async function endMembership(communityId: string, personId: string): Promise<void> {
  await closeInvitationsOf(communityId, personId)
  await updateOne('communities', { _id: communityId }, { [`team.${personId}`]: _.remove() })
  await updateOne('people', { _id: personId }, { roles: _.pull({ role: 'team', communityId }) })
}
