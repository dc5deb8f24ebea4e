import { manages, operatorOf, type Desk } from '../../domain/people/desk'
import { findById } from '../lib/database'
import { deskInvitationGone, openDeskInvitation } from '../lib/desk'
import type { UseCase } from '../lib/door'

export const showDeskInvitation: UseCase<'showDeskInvitation'> = async (caller, { token }, now) => {
  const { deskId, by, capabilities, limit, expiresAt } = await openDeskInvitation(token, caller.personId, now)
  const desk = await findById<Desk>('desks', deskId)
  if (!desk || !manages(desk, by)) return deskInvitationGone()
  return { deskName: desk.name, by: operatorOf(desk, by)?.name ?? '', capabilities, limit, expiresAt }
}
