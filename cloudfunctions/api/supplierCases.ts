import type { CaseState } from '../../domain/case/case'
import { seenBy } from '../../domain/case/effect'
import { DEFAULT_POLICY } from '../../domain/clock/policy'
import { caseCard } from '../../domain/people/caseView'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { count } from '../lib/counts'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import { photoLinks } from '../lib/photos'
import { countSupplierWaits, supplierWaits } from '../lib/supplierWaits'

const PAGE = 100

/** Cases about this supplier's products, over all communities it serves; what needs an answer first comes first. */
export const supplierCases: UseCase<'supplierCases'> = async (caller, { tab }, now) => {
  const person = await loadPerson(caller)
  const supplierIds = person.roles.flatMap(r => (r.role === 'supplier' ? [r.supplierId] : []))
  if (supplierIds.length === 0) return { cards: [], counts: { mine: 0, all: 0 }, photoLinks: {} }
  const ours = { supplierId: _.in(supplierIds) }
  const [states, mine, all] = await Promise.all([tab === 'mine' ? supplierWaits(supplierIds, now) : latest(supplierIds, now), countSupplierWaits(supplierIds, now), count('cases', ours)])
  const cards = states.map(state => caseCard(state, 'supplier', DEFAULT_POLICY, now))
  return { cards, counts: { mine, all }, photoLinks: await photoLinks(cards.flatMap(c => (c.photo ? [c.photo] : []))) }
}

/** In the order in which the supplier knows of things: what is not in effect yet moves nothing. */
async function latest(supplierIds: string[], now: number): Promise<CaseState[]> {
  const { data } = await db.collection('cases').where({ supplierId: _.in(supplierIds) }).orderBy('updatedAt', 'desc').field(CARD_FIELDS).limit(PAGE).get()
  const movedAt = (c: CaseState) => seenBy(c, 'supplier', now).updatedAt
  return (data as Pick<CaseDocument, 'state'>[]).map(c => c.state).sort((a, b) => movedAt(b) - movedAt(a))
}
