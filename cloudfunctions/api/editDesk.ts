import { _, db, updateOne } from '../lib/database'
import { deskPage, managedDesk } from '../lib/desk'
import type { UseCase } from '../lib/door'

/** What the desk is called and where it is reached: with the desk first, then in all communities that it serves. Repeating it completes it. */
export const editDesk: UseCase<'editDesk'> = async (caller, { deskId, name, phone }, now) => {
  const { communityIds } = await managedDesk(caller, deskId)
  await updateOne('desks', { _id: deskId }, { name, phone })
  await db.collection('communities').where({ _id: _.in(communityIds), deskId }).update({ deskName: name, deskPhone: phone })
  return deskPage(caller, deskId, now)
}
