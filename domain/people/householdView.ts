import type { Case } from '../case/case'
import type { Order } from '../orders/order'
import { caseView, type CaseView } from './caseView'
import type { Person } from './person'
import { isHiddenFrom, type Hidden, type Viewer } from './relation'

/**
 * Whether this person reads a case of somebody else in the household: as long as both it has somebody whose case it is and the person is on
 * the order itself. Taken off the order, they read it no more.
 */
export function readsForHousehold(person: Pick<Person, '_id' | 'roles'>, c: Pick<Case['state'], 'residentId'> & Hidden, order: Pick<Order, 'residents'> | undefined): boolean {
  return !isHiddenFrom(c, person) && c.residentId !== null && c.residentId !== person._id && order?.residents.includes(person._id) === true
}

/** A case as the others of the household see it: what the one who filed it sees, and nothing to do. */
export function householdView(c: Case, viewer: Viewer, now: number): CaseView {
  return { ...caseView(c, { ...viewer, ofHousehold: true }, now), mayDo: [], myDue: null, takesEffect: null, byHousehold: true }
}
