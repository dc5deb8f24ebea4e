import { refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import { mayEditRoutes } from '../../domain/route/mayEditRoutes'
import { findById } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import { criteriaPage } from '../lib/standards'

/** Published is for everybody: one may read before buying what is not refunded. */
export const showCriteria: UseCase<'showCriteria'> = async (caller, { communityId }, now) => {
  const [person, community] = await Promise.all([loadPerson(caller), findById<Community>('communities', communityId)])
  if (!community) refuse('NOT_FOUND', '找不到这个小区', 'communityId')
  return criteriaPage({ community, mayEdit: mayEditRoutes(person, community) }, now)
}
