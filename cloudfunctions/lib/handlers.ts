import type { Handlers } from '../../domain/case/askAgain'
import type { Community } from '../../domain/orders/order'
import { isCapable, type Desk } from '../../domain/people/desk'
import { teamOf } from '../../domain/people/team'
import { findById } from './database'

/** Who decides cases of a community now: at the desk that serves it only those whose capabilities are for that. */
export async function handlersOf(community: Community): Promise<Handlers> {
  const desk = community.deskId === undefined ? null : await findById<Desk>('desks', community.deskId)
  return {
    desk: Object.values(desk?.members ?? {}).flatMap(o => (isCapable(o.capabilities, 'settle') ? [o.personId] : [])),
    leaders: [community.leaderId, ...teamOf(community).flatMap(m => (m.role === 'helper' ? [m.personId] : []))],
  }
}
