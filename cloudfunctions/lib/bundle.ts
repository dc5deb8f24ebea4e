import type { CaseState } from '../../domain/case/case'
import { refuse } from '../../domain/contract/refusal'
import type { Community, GroupBuy } from '../../domain/orders/order'
import { leads, suppliesFor } from '../../domain/people/relation'
import type { Caller } from './caller'
import { aroundIn, stateLookedAt } from './caseMoney'
import { db, findById, MOST_DOCUMENTS } from './database'
import { one, pointedTo, readTogether } from './oneRequest'
import { loadPerson } from './people'
import type { SupplierDocument } from './supplier'

export type BundleParty = 'leader' | 'supplier'

/** What one supplier and one leader settle with each other after one group-buy. */
export interface LoadedBundle {
  as: BundleParty
  supplier: SupplierDocument
  groupBuy: GroupBuy
  community: Community
  /** The oldest first. */
  cases: { state: CaseState; version: number }[]
}

/**
 * Loads a bundle for who acts for the supplier, or leads its community; for anybody else there is none. `as` where somebody is both.
 * The numbers are made of `state` alone, by `bundleOf`.
 */
export async function loadBundle(caller: Caller, { supplierId, groupBuyId, as }: { supplierId: string; groupBuyId: string; as?: BundleParty | undefined }): Promise<LoadedBundle> {
  const [person, found, groupBuy, stored] = await Promise.all([
    loadPerson(caller), readTogether(one<SupplierDocument>('suppliers', { _id: supplierId }), { communities: pointedTo<Community>('communities', 'communityId') }), findById<GroupBuy>('groupBuys', groupBuyId), casesOf(supplierId, groupBuyId),
  ])
  const supplier = found?.document ?? null
  const parties: BundleParty[] = [...(suppliesFor(person, supplierId) ? ['supplier' as const] : []), ...(supplier && leads(person, supplier.communityId) ? ['leader' as const] : [])]
  const party = parties.find(p => as === undefined || p === as)
  if (!supplier || !party) refuse('NOT_FOUND', '找不到这个供货商', 'supplierId')
  if (groupBuy?.communityId !== supplier.communityId) refuse('NOT_FOUND', '找不到这个团', 'groupBuyId')
  const [community] = found?.communities ?? []
  if (!community) throw new Error(`community ${supplier.communityId} is missing`)
  const around = aroundIn(community)
  return { as: party, supplier, community, groupBuy, cases: stored.map(c => ({ ...c, state: stateLookedAt(c.state, around) })) }
}

async function casesOf(supplierId: string, groupBuyId: string): Promise<LoadedBundle['cases']> {
  const cases: LoadedBundle['cases'] = []
  for (;;) {
    const { data } = await db.collection('cases').where({ supplierId, groupBuyId }).orderBy('filedAt', 'asc').orderBy('_id', 'asc').field({ state: true, version: true }).skip(cases.length).limit(MOST_DOCUMENTS).get()
    cases.push(...(data as LoadedBundle['cases']))
    if (data.length < MOST_DOCUMENTS) return cases
  }
}
