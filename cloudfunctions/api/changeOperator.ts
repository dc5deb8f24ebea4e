import { withChanged } from '../../domain/people/desk'
import { changeMembers, deskPage, managedDesk } from '../lib/desk'
import type { UseCase } from '../lib/door'

/** What somebody of the desk may do from the next call on. */
export const changeOperator: UseCase<'changeOperator'> = async (caller, { deskId, memberId, capabilities, limit }, now) => {
  await changeMembers(() => managedDesk(caller, deskId), desk => withChanged(desk, memberId, { capabilities, limit }))
  return deskPage(caller, deskId, now)
}
