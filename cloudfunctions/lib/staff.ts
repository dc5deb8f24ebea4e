import type { Community } from '../../domain/orders/order'
import type { Desk } from '../../domain/people/desk'
import { staffOf, type Staff } from '../../domain/people/whoActs'
import { findById } from './database'
import { agreedWith } from './supplier'

/** Who is there for a community now; `supplierId`: of the case that it is asked for. */
export async function staffAt(community: Community, supplierId: string | null): Promise<Staff> {
  const [desk, { people }] = await Promise.all([community.deskId === undefined ? null : findById<Desk>('desks', community.deskId), agreedWith(supplierId)])
  return staffOf(community, desk, people)
}
