import { DEFAULT_POLICY } from '../../domain/clock/policy'
import { caseCard } from '../../domain/people/caseView'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import { photoLinks } from '../lib/photos'

const PAGE = 100

/** Cases about this supplier's products, over all communities it serves; what needs an answer first comes first. */
export const supplierCases: UseCase<'supplierCases'> = async (caller, { tab }) => {
  const person = await loadPerson(caller)
  const supplierIds = person.roles.flatMap(r => (r.role === 'supplier' ? [r.supplierId] : []))
  if (supplierIds.length === 0) return { cards: [], counts: { mine: 0, all: 0 }, photoLinks: {} }
  const cases = db.collection('cases')
  const ours = { supplierId: _.in(supplierIds) }
  const waiting = { ...ours, supplierDueAt: _.gt(0) }
  const list = tab === 'mine' ? cases.where(waiting).orderBy('supplierDueAt', 'asc') : cases.where(ours).orderBy('updatedAt', 'desc')
  const [{ data }, mine, all] = await Promise.all([list.field(CARD_FIELDS).limit(PAGE).get(), cases.where(waiting).count(), cases.where(ours).count()])
  const cards = (data as Pick<CaseDocument, 'state'>[]).map(c => caseCard(c.state, 'supplier', DEFAULT_POLICY))
  return { cards, counts: { mine: mine.total ?? 0, all: all.total ?? 0 }, photoLinks: await photoLinks(cards.flatMap(c => (c.photo ? [c.photo] : []))) }
}
