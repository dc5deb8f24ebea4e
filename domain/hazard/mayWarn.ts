import type { Person } from '../people/person'
import { suppliesFor, worksFor } from '../people/relation'

/** Who may warn a community, see its call list and lift the warning: its leader, and helpers, because a hazard does not wait for one person. */
export function mayWarn(person: Person, communityId: string): boolean {
  return worksFor(person, communityId)
}

/** Who may see how many know: a supplier of the goods. Counts only, never a household. */
export function mayCount(person: Person, { supplierIds }: { supplierIds: readonly string[] }): boolean {
  return supplierIds.some(id => suppliesFor(person, id))
}
