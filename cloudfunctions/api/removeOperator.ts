import { withoutOperator } from '../../domain/people/desk'
import { changeMembers, closeDeskInvitationsOf, deskPage, forgetOperator, managedDesk, ownDesk } from '../lib/desk'
import type { UseCase } from '../lib/door'

/** Ends somebody's part in the desk: in force with one write, tidied up after it. Oneself may always go, unless nobody else manages. */
export const removeOperator: UseCase<'removeOperator'> = async (caller, { deskId, memberId }, now) => {
  const leaving = memberId === caller.personId
  const load = () => (leaving ? ownDesk(caller, deskId) : managedDesk(caller, deskId))
  await load()
  await closeDeskInvitationsOf(deskId, memberId)
  await changeMembers(load, desk => withoutOperator(desk, memberId))
  await forgetOperator(deskId, memberId)
  return leaving ? { left: true } : deskPage(caller, deskId, now)
}
