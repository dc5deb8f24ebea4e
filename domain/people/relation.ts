import type { CaseState, Party } from '../case/case'
import { isPartysCommand } from '../case/allowed'
import type { CaseCommandType } from '../case/commands'
import type { Person } from './person'

/** What a person is to a case. None: then the case does not exist for this person. */
export function relationsTo(c: Pick<CaseState, 'residentId' | 'communityId' | 'supplierId'>, person: Person): Party[] {
  const relations: Party[] = []
  if (c.residentId !== null && c.residentId === person._id) relations.push('resident')
  if (leads(person, c.communityId)) relations.push('leader')
  if (c.supplierId !== null && suppliesFor(person, c.supplierId)) relations.push('supplier')
  return relations
}

/** As which party this person gives the command: the one that may, when somebody is several. */
export function partyFor(relations: readonly Party[], command: CaseCommandType, as?: Party): Party | null {
  return relations.find(party => (as === undefined || party === as) && isPartysCommand(party, command)) ?? null
}

export function leads(person: Person, communityId: string): boolean {
  return person.roles.some(r => r.role === 'leader' && r.communityId === communityId)
}

export function suppliesFor(person: Person, supplierId: string): boolean {
  return person.roles.some(r => r.role === 'supplier' && r.supplierId === supplierId)
}
