import { asOnlyLeader, communityOf } from '../lib/community'
import { communityPage } from '../lib/communityPage'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'

/** The leader ends the desk's service: in force with the first write, tidied up with the second. Repeating it changes nothing. */
export const endDesk: UseCase<'endDesk'> = async (caller, { communityId }, now) => {
  await asOnlyLeader(caller, communityId)
  const { deskId } = await communityOf(communityId)
  if (deskId !== undefined) {
    await updateOne('communities', { _id: communityId, leaderId: caller.personId, deskId }, { deskId: _.remove(), deskName: _.remove(), appealBody: 'none' })
    await updateOne('desks', { _id: deskId }, { communityIds: _.pull(communityId) })
  }
  return communityPage(communityId, caller.personId, now)
}
