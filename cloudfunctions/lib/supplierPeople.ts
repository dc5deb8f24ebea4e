import { refuse } from '../../domain/contract/refusal'
import { leads, suppliesFor } from '../../domain/people/relation'
import type { Caller } from './caller'
import { _, db, findById, updateOne } from './database'
import { deriveId } from './deriveId'
import { loadPerson } from './people'
import type { SupplierDocument } from './supplier'

/** Somebody who was sent on a link that another has taken, and asks to be let in. */
export interface JoinRequest {
  /** Made of supplier and person: asking twice is one request. */
  _id: string
  supplierId: string
  communityId: string
  groupBuyId: string | null
  personId: string
  /** As they call themselves. */
  name: string
  /** `ended`: let in once, and removed since. */
  state: 'asked' | 'yes' | 'no' | 'ended'
  askedAt: number
  times: number
}

export function joinRequestId(supplierId: string, personId: string): string {
  return deriveId('join', supplierId, personId)
}

/** What stands for a person towards others: no person's id leaves the cloud. */
export function memberId(supplierId: string, personId: string): string {
  return deriveId('member', supplierId, personId)
}

export interface OwnSupplier {
  supplier: SupplierDocument
  /** The caller leads its community. */
  leader: boolean
}

/** The supplier, for who acts for it or leads its community; for anybody else there is none: null. */
export async function ownSupplier(caller: Caller, supplierId: string): Promise<OwnSupplier | null> {
  const [person, supplier] = await Promise.all([loadPerson(caller), findById<SupplierDocument>('suppliers', supplierId)])
  const leader = supplier !== null && leads(person, supplier.communityId)
  return supplier && (leader || suppliesFor(person, supplierId)) ? { supplier, leader } : null
}

/** The same; refuses where there is none. */
export async function supplierFor(caller: Caller, supplierId: string): Promise<OwnSupplier> {
  return (await ownSupplier(caller, supplierId)) ?? refuse('NOT_FOUND', '找不到这个供货商', 'supplierId')
}

type Whom = Pick<SupplierDocument, '_id' | 'communityId'>

/**
 * Lets a person act for a supplier. Safe to repeat.
 * @param stillGood asked once it is done: whoever was removed meanwhile is not let back in by a call that was already under way
 */
export async function letIn(personId: string, supplier: Whom, name: string, stillGood: () => Promise<boolean>): Promise<void> {
  await updateOne('people', { _id: personId }, { roles: _.addToSet(roleFor(supplier)), name })
  await updateOne('suppliers', { _id: supplier._id }, { people: _.addToSet(personId), left: false })
  // What waited for somebody to be there is looked at by the clock.
  await db.collection('cases').where({ supplierId: supplier._id, supplierDueAt: _.gt(0) }).update({ clockDueAt: Date.now() })
  if (!(await stillGood())) await takeOut(personId, supplier)
}

/** Ends a person's part for a supplier, at once: every call reads the roles anew. */
export async function takeOut(personId: string, supplier: Whom): Promise<void> {
  await updateOne('people', { _id: personId }, { roles: _.pull(roleFor(supplier)) })
  await updateOne('suppliers', { _id: supplier._id }, { people: _.pull(personId), left: true })
}

/** Makes links good for nothing: all of a supplier, or those that one person took. @returns how many */
export async function revokeLinksOf(supplierId: string, now: number, acceptedBy?: string): Promise<number> {
  const { updated } = await db.collection('invitations').where({ supplierId, revokedAt: null, ...(acceptedBy === undefined ? {} : { acceptedBy }) }).update({ revokedAt: now })
  return updated ?? 0
}

function roleFor({ _id, communityId }: Whom) {
  return { role: 'supplier' as const, supplierId: _id, communityId }
}
