import { DEFAULT_POLICY } from '../../domain/clock/policy'
import { caseCard } from '../../domain/people/caseView'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { count } from '../lib/counts'
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
  const tabs = { mine: { supplierId: _.in(supplierIds), supplierDueAt: _.gt(0) }, all: { supplierId: _.in(supplierIds) } }
  const other = tab === 'mine' ? 'all' : 'mine'
  const cases = db.collection('cases').where(tabs[tab])
  const list = tab === 'mine' ? cases.orderBy('supplierDueAt', 'asc') : cases.orderBy('updatedAt', 'desc')
  const [{ data }, ofOther] = await Promise.all([list.field(CARD_FIELDS).limit(PAGE).get(), count('cases', tabs[other])])
  // A page that is not full has been counted by reading it.
  const here = data.length < PAGE ? data.length : await count('cases', tabs[tab])
  const cards = (data as Pick<CaseDocument, 'state'>[]).map(c => caseCard(c.state, 'supplier', DEFAULT_POLICY))
  return { cards, counts: tab === 'mine' ? { mine: here, all: ofOther } : { mine: ofOther, all: here }, photoLinks: await photoLinks(cards.flatMap(c => (c.photo ? [c.photo] : []))) }
}
