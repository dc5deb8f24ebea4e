import type { CaseState } from '../../domain/case/case'
import { refuse } from '../../domain/contract/refusal'
import type { GroupBuy } from '../../domain/orders/order'
import { leads, suppliesFor } from '../../domain/people/relation'
import type { Caller } from './caller'
import { db, findById, MOST_DOCUMENTS } from './database'
import { loadPerson } from './people'
import type { SupplierDocument } from './supplier'

export type BundleParty = 'leader' | 'supplier'

/** What one supplier and one leader settle with each other after one group-buy. */
export interface LoadedBundle {
  as: BundleParty
  supplier: SupplierDocument
  groupBuy: GroupBuy
  /** The oldest first. */
  cases: { state: CaseState; version: number }[]
}

/**
 * Loads a bundle for who acts for the supplier, or leads its community; for anybody else there is none. `as` where somebody is both.
 * The numbers are made of `state` alone, by `bundleOf`.
 */
export async function loadBundle(caller: Caller, { supplierId, groupBuyId, as }: { supplierId: string; groupBuyId: string; as?: BundleParty | undefined }): Promise<LoadedBundle> {
  const [person, supplier, groupBuy, cases] = await Promise.all([
    loadPerson(caller), findById<SupplierDocument>('suppliers', supplierId), findById<GroupBuy>('groupBuys', groupBuyId), casesOf(supplierId, groupBuyId),
  ])
  const parties: BundleParty[] = [...(suppliesFor(person, supplierId) ? ['supplier' as const] : []), ...(supplier && leads(person, supplier.communityId) ? ['leader' as const] : [])]
  const party = parties.find(p => as === undefined || p === as)
  if (!supplier || !party) refuse('NOT_FOUND', '找不到这个供货商', 'supplierId')
  if (groupBuy?.communityId !== supplier.communityId) refuse('NOT_FOUND', '找不到这个团', 'groupBuyId')
  return { as: party, supplier, groupBuy, cases }
}

async function casesOf(supplierId: string, groupBuyId: string): Promise<LoadedBundle['cases']> {
  const cases: LoadedBundle['cases'] = []
  for (;;) {
    const { data } = await db.collection('cases').where({ supplierId, groupBuyId }).orderBy('filedAt', 'asc').orderBy('_id', 'asc').field({ state: true, version: true }).skip(cases.length).limit(MOST_DOCUMENTS).get()
    cases.push(...(data as LoadedBundle['cases']))
    if (data.length < MOST_DOCUMENTS) return cases
  }
}
