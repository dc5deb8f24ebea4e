import type { CaseState, Party } from '../case/case'
import { isPartysCommand, type Acting } from '../case/allowed'
import type { CaseCommandType } from '../case/commands'
import type { Capability } from './desk'
import type { Person, Role } from './person'
import { isOfPart } from './team'

/** What a person is to a case. None: then the case does not exist for this person. Whom a complaint names it is hidden from, whatever they are. */
export function relationsTo(c: Pick<CaseState, 'residentId' | 'communityId' | 'supplierId'> & Hidden, person: Person): Party[] {
  const relations: Party[] = []
  if (c.residentId !== null && c.residentId === person._id) relations.push('resident')
  if (isHiddenFrom(c, person)) return relations
  if (worksFor(person, c.communityId)) relations.push('leader')
  if (c.supplierId !== null && suppliesFor(person, c.supplierId)) relations.push('supplier')
  // Somebody of the desk whose own complaint it is sees it as whoever complains: not what is noted among those who handle it.
  if (operatorFor(person, c.communityId) && !relations.includes('resident')) relations.push('operator')
  return relations
}

/** What of a case says from whom it is hidden. */
export type Hidden = Pick<CaseState, 'hiddenFrom' | 'hiddenIn'>

/** Whether a complaint names this person, or the side that they are on now; they must never learn of it, wherever else they work. */
export function isHiddenFrom(c: Hidden, person: Pick<Person, '_id' | 'roles'>): boolean {
  return c.hiddenFrom?.includes(person._id) === true || (c.hiddenIn !== undefined && sidesOf(person).includes(c.hiddenIn))
}

/** Whether there is anybody who must never learn of it: then it is not said where nobody knows who listens. */
export function isHiddenFromSomebody(c: Hidden): boolean {
  return (c.hiddenFrom?.length ?? 0) > 0 || c.hiddenIn !== undefined
}

/** The communities where this person leads, helps or gathers. */
export function sidesOf({ roles }: Pick<Person, 'roles'>): string[] {
  return [...new Set(roles.flatMap(r => (r.role === 'leader' || r.role === 'helper' || r.role === 'helperLeader' ? [r.communityId] : [])))]
}

/** As which party this person gives the command: the one that may, when somebody is several. */
export function partyFor(relations: readonly Party[], command: CaseCommandType, as?: Party): Party | null {
  return relations.find(party => (as === undefined || party === as) && isPartysCommand(party, command)) ?? null
}

/** The leader alone, for what cannot be left to a helper: inviting, removing, handing over, what the community is called. */
export function leads(person: Person, communityId: string): boolean {
  return person.roles.some(r => r.role === 'leader' && r.communityId === communityId)
}

/** The leader, or a helper of the leader's. */
export function worksFor(person: Person, communityId: string): boolean {
  return leads(person, communityId) || limitOf(person, communityId) !== null
}

type OperatorRole = Extract<Role, { role: 'operator' }>

/** As whose operator this person answers for a community; null where no desk of theirs serves it. */
export function operatorFor(person: Person, communityId: string): OperatorRole | null {
  for (const r of person.roles) if (r.role === 'operator' && r.communityIds.includes(communityId)) return r
  return null
}

/** Fen that a leader or a helper may settle or offer in one case; null: no limit of theirs. */
export function limitOf(person: Person, communityId: string): number | null {
  if (leads(person, communityId)) return null
  for (const r of person.roles) if (r.role === 'helper' && r.communityId === communityId) return r.limit
  return null
}

/** Whether a helper leader looks after the household that the case is about. */
export function gathers(person: Person, c: Pick<CaseState, 'communityId' | 'groupBuyId' | 'line'> & Hidden): boolean {
  return !isHiddenFrom(c, person) && person.roles.some(r => r.role === 'helperLeader' && r.communityId === c.communityId
    && isOfPart(r.part, { groupBuyId: c.groupBuyId, pickupPoint: c.line.pickupPoint, joinNumber: c.line.joinNumber }))
}

/** Who looks at a case, or acts on it: with the limit that binds them, and how the others who work there are called. */
export interface Viewer extends Acting {
  limit?: number | null
  /** Reads what somebody else of the household filed. */
  ofHousehold?: boolean
  names?: Readonly<Record<string, string>>
  /** What an operator may do; missing for all others. */
  capabilities?: readonly Capability[]
  /** Who of the desk could decide an appeal, and who of it is on the leader's side as well. Person ids; missing for all others. */
  appealDeciders?: readonly string[]
  onSide?: readonly string[]
}

export function viewerOf(person: Person, party: Party, communityId: string): Viewer {
  if (party === 'operator') {
    const role = operatorFor(person, communityId)
    return { party, personId: person._id, limit: role ? role.limit : 0, names: role?.names ?? {}, capabilities: role?.capabilities ?? [], appealDeciders: role?.appealDeciders ?? [], onSide: role?.onSide?.[communityId] ?? [], supplierIds: person.roles.flatMap(r => (r.role === 'supplier' ? [r.supplierId] : [])) }
  }
  if (party !== 'leader') return { party, personId: person._id }
  const names = person.roles.flatMap(r => (r.role !== 'supplier' && r.role !== 'operator' && r.communityId === communityId && r.names ? [r.names] : []))[0] ?? {}
  return { party, personId: person._id, limit: limitOf(person, communityId), names }
}

export function suppliesFor(person: Person, supplierId: string): boolean {
  return person.roles.some(r => r.role === 'supplier' && r.supplierId === supplierId)
}
