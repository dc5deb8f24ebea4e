import type { Community } from '../orders/order'
import { LEADING } from '../people/desk'
import type { Person } from '../people/person'
import { leads, operatorFor } from '../people/relation'

/** Whether somebody may change where cases go, what is offered to say, and what is published: the leader, and whoever leads at the desk that serves the community. */
export function mayEditRoutes(person: Person, { _id }: Pick<Community, '_id'>): boolean {
  return leads(person, _id) || (operatorFor(person, _id)?.capabilities.some(c => LEADING.includes(c)) ?? false)
}

/** Whether a desk (平台) serves the community. */
export function hasDesk({ deskId }: Pick<Community, 'deskId'>): boolean {
  return deskId !== undefined
}
