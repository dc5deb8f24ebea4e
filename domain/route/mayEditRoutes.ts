import type { Community } from '../orders/order'
import type { Person } from '../people/person'
import { leads } from '../people/relation'

/** Whether somebody may change where cases go, what is offered to say, and what is published. One place, because a desk that serves the community takes it over. */
export function mayEditRoutes(person: Person, community: Pick<Community, '_id'>): boolean {
  return leads(person, community._id)
}

/** Whether a desk (平台) serves the community. */
export function hasDesk({ appealBody }: Pick<Community, 'appealBody'>): boolean {
  return appealBody === 'operator'
}
