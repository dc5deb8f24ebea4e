import type { Handlers } from '../../domain/case/askAgain'
import type { Community } from '../../domain/orders/order'
import { teamOf } from '../../domain/people/team'

/** Who decides cases of a community now. */
export function handlersOf(community: Community): Handlers {
  return { desk: [], leaders: [community.leaderId, ...teamOf(community).flatMap(m => (m.role === 'helper' ? [m.personId] : []))] }
}
