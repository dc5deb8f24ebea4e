import type { Party } from '../../../domain/case/case'
import { LEADER, RESIDENT, SUPPLIER } from '../../../domain/case/exampleCase'
import type { Capability } from '../../../domain/people/desk'
import type { Person, Role } from '../../../domain/people/person'
import type { Name } from '../openHouse'

/** Whoever may stand before a case, with the roles that count now and the phone they sign in with in a real house. */
export interface Somebody {
  /** As the written tables call them. */
  is: string
  name: Name
  /** As which party they act, where they have a part in the case; null: they claim to be whoever may. */
  party: Party | null
  roles: Role[]
  /** Their id in the examples. */
  personId: string
}

export const COMMUNITY_ID = 'community-1'
export const SUPPLIER_ID = 'supplier-1'
/** Fen: less than any example asks. */
export const LOW = 100
/** Fen: more than any example asks. */
export const ENOUGH = 100_000
/** Where the household of the examples fetches its goods. */
export const PICKUP_POINT = '东门驿站'

const operates = (capabilities: Capability[], limit: number | null = null, communityIds = [COMMUNITY_ID]): Role[] => [{ role: 'operator', deskId: 'desk-1', deskName: '邻里平台', communityIds, capabilities, limit, names: {} }]
const helps = (limit: number): Role[] => [{ role: 'helper', communityId: COMMUNITY_ID, limit, names: {} }]

const table = {
  resident: { is: 'the resident whose case it is', name: 'wang', party: 'resident', roles: [], personId: RESIDENT.personId },
  household: { is: 'another person of the same household', name: 'zhang', party: null, roles: [] },
  neighbour: { is: 'a resident of the community with no part in it', name: 'lin', party: null, roles: [] },
  stranger: { is: 'a stranger', name: 'stranger', party: null, roles: [] },
  leader: { is: 'the leader', name: 'chen', party: 'leader', roles: [{ role: 'leader', communityId: COMMUNITY_ID, names: {} }], personId: LEADER.personId },
  helper: { is: 'a helper, within their limit', name: 'neighbour1', party: 'leader', roles: helps(ENOUGH) },
  helperOver: { is: 'a helper, above their limit', name: 'neighbour2', party: 'leader', roles: helps(LOW) },
  helperLeader: { is: 'a helper leader who gathers for the household', name: 'neighbour3', party: null, roles: [{ role: 'helperLeader', communityId: COMMUNITY_ID, part: { pickupPoints: [PICKUP_POINT], numbers: [] }, names: {} }] },
  otherLeader: { is: 'the leader of another community', name: 'otherLeader', party: null, roles: [{ role: 'leader', communityId: 'community-2', names: {} }] },
  supplier: { is: 'the supplier', name: 'laoli', party: 'supplier', roles: [{ role: 'supplier', supplierId: SUPPLIER_ID, communityId: COMMUNITY_ID }], personId: SUPPLIER.personId },
  otherSupplier: { is: 'another supplier', name: 'xiaozhou', party: null, roles: [{ role: 'supplier', supplierId: 'supplier-2', communityId: COMMUNITY_ID }] },
  support: { is: 'an operator for support', name: 'neighbour4', party: 'operator', roles: operates(['support']) },
  complaints: { is: 'an operator for complaints', name: 'neighbour5', party: 'operator', roles: operates(['complaints']) },
  logistics: { is: 'an operator for logistics', name: 'neighbour6', party: 'operator', roles: operates(['logistics']) },
  training: { is: 'an operator for training', name: 'neighbour7', party: 'operator', roles: operates(['training']) },
  management: { is: 'an operator for management', name: 'neighbour8', party: 'operator', roles: operates(['management']) },
  operatorOver: { is: 'an operator with every capability, above their limit', name: 'neighbour9', party: 'operator', roles: operates(['support', 'complaints', 'logistics', 'training', 'management'], LOW) },
  otherDesk: { is: 'an operator of another desk', name: 'neighbour10', party: null, roles: operates(['support', 'complaints', 'logistics', 'training', 'management'], null, ['community-2']) },
  onceHelper: { is: 'somebody who was a helper', name: 'neighbour11', party: null, roles: [] },
  onceOperator: { is: 'somebody who was an operator', name: 'neighbour12', party: null, roles: [] },
  named: { is: 'a helper from whom the case is hidden', name: 'neighbour13', party: null, roles: helps(ENOUGH) },
} satisfies Record<string, Omit<Somebody, 'personId'> & { personId?: string }>

export type Who = keyof typeof table
export const PEOPLE = Object.fromEntries(Object.entries<Omit<Somebody, 'personId'> & { personId?: string }>(table).map(([who, somebody]) => [who, { personId: `person-${who}`, ...somebody }])) as Record<Who, Somebody>
export const EVERY_WHO = Object.keys(table) as Who[]
/** How many more than the usual ones have to be able to sign in. */
export const MORE_PEOPLE = 13

export function personOf(who: Who): Person {
  const { personId, roles } = PEOPLE[who]
  return { _id: personId, openid: null, name: who, createdAt: 0, roles }
}
