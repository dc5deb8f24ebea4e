import type { CaseState } from '../case/case'
import { operatorFor, relationsTo, suppliesFor, worksFor } from '../people/relation'
import type { Person } from '../people/person'
import type { Notice } from './notice'
import { nudgedIn } from './nudge'

/** What a notice is about, as it is now: a case, or the suppliers of the goods that are warned of; null where there is no such. */
export interface AboutNow {
  state: Pick<CaseState, 'residentId' | 'communityId' | 'supplierId' | 'hiddenFrom' | 'hiddenIn'> | null
  warnedSuppliers: readonly string[] | null
}

/**
 * Whether somebody may still be told what a notice says: they have the part in its case, or at the place of what is late, that they were to be told in. Who was
 * removed, handed over, or is kept from a case has not. What is about their own purchase and no case stays theirs.
 * @param person with the roles that are in force now
 */
export function isStillTheirs({ _id, as }: Pick<Notice, '_id' | 'as'>, { state, warnedSuppliers }: AboutNow, person: Person): boolean {
  if (state) return relationsTo(state, person).includes(as)
  const nudged = nudgedIn(_id)
  if (nudged) return nudged.as === 'supplier' ? suppliesFor(person, nudged.placeId) : nudged.as === 'leader' ? worksFor(person, nudged.placeId) : operatorFor(person, nudged.placeId) !== null
  return as !== 'supplier' || warnedSuppliers === null || warnedSuppliers.some(id => suppliesFor(person, id))
}
