import type { CaseState } from '../case/case'
import type { Person, Role } from '../people/person'
import { relationsTo, suppliesFor, worksFor } from '../people/relation'
import type { Notice } from './notice'
import { nudgedIn, type NudgedAs } from './nudge'
import { takenOverIn } from './takenOver'

/** What a notice is about, as it is now: a case, or the suppliers of the goods that are warned of; null where there is no such. */
export interface AboutNow {
  state: Pick<CaseState, 'residentId' | 'communityId' | 'supplierId' | 'hiddenFrom' | 'hiddenIn'> | null
  warnedSuppliers: readonly string[] | null
}

const NUDGED_AS: Partial<Record<Role['role'], NudgedAs>> = { leader: 'leader', helper: 'leader', supplier: 'supplier', operator: 'operator' }

/**
 * Whether somebody may still be told what a notice says: they have the part in its case, or for what is late, that they were to be told in. Who was
 * removed, handed over, or is kept from a case has not. What is about their own purchase and no case stays theirs.
 * @param person with the roles that are in force now
 */
export function isStillTheirs({ _id, as }: Pick<Notice, '_id' | 'as'>, { state, warnedSuppliers }: AboutNow, person: Person): boolean {
  if (state) return relationsTo(state, person).includes(as)
  // How much is late with them is counted where they have the role now.
  const nudged = nudgedIn(_id)
  if (nudged) return person.roles.some(r => NUDGED_AS[r.role] === nudged.as)
  const led = takenOverIn(_id)
  if (led !== null) return worksFor(person, led)
  return as !== 'supplier' || warnedSuppliers === null || warnedSuppliers.some(id => suppliesFor(person, id))
}
