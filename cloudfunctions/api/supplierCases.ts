import type { CaseState } from '../../domain/case/case'
import { seenBy } from '../../domain/case/effect'
import { USUAL_CLOCKS } from '../../domain/clock/due'
import type { Community } from '../../domain/orders/order'
import { caseCard } from '../../domain/people/caseView'
import { aroundIn, stateLookedAt } from '../lib/caseMoney'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import { photoLinks } from '../lib/photoLinks'
import { knowStorage } from '../lib/storage'
import { casesOf, countWaiting, firstWaitingOf, inOrder, PAGE, waitingOf } from '../lib/supplierWaits'
import type { SupplierDocument } from '../lib/supplier'
import { of, one, page, pointedTo, readTogether, total } from '../lib/oneRequest'
import { _ } from '../lib/database'
import type { WarningDocument } from '../lib/warnings'
import { aboutOf } from '../lib/warningView'

/** Cases about this supplier's products, over all communities it serves; what needs an answer first comes first. */
export const supplierCases: UseCase<'supplierCases'> = async (caller, { tab }, now) => {
  const [person] = await Promise.all([loadPerson(caller), knowStorage()])
  const supplierIds = person.roles.flatMap(r => (r.role === 'supplier' ? [r.supplierId] : []))
  // For nobody's supplier no list is even asked for.
  const found = supplierIds.length === 0 ? null : await readTogether(one('people', { _id: person._id }), {
    ...waitingOf(supplierIds, now), list: tab === 'mine' ? firstWaitingOf(supplierIds) : latestOf(supplierIds), all: total('cases', casesOf(supplierIds)), warnings: warningsOf(supplierIds),
    suppliers: page<SupplierDocument>('suppliers', { _id: _.in(supplierIds) }, { limit: supplierIds.length }), communities: of('suppliers', pointedTo<Community>('communities', 'communityId')),
  })
  if (!found) return { cards: [], counts: { mine: 0, all: 0 }, photoLinks: {}, warnings: [] }
  const keeping = new Map(found.communities.map(c => [c._id, aroundIn(c)]))
  const known = <T extends Pick<CaseDocument, 'state'>>(c: T): T => ({ ...c, state: stateLookedAt(c.state, keeping.get(c.state.communityId) ?? { clocks: USUAL_CLOCKS }) })
  const states = tab === 'mine' ? inOrder(found.list.map(known), found.pending.map(known), now) : asKnown(found.list.map(known), now)
  const cards = states.map(state => caseCard(state, 'supplier', now))
  return {
    cards,
    counts: { mine: supplierIds.reduce((sum, id) => sum + countWaiting(found, id, now), 0), all: found.all },
    photoLinks: await photoLinks(cards.flatMap(c => (c.photo ? [c.photo] : []))),
    warnings: found.warnings.map(aboutOf),
  }
}

function warningsOf(supplierIds: readonly string[]) {
  return page<WarningDocument>('warnings', { supplierIds: _.in([...supplierIds]), 'state.state': 'active' }, { sort: { createdAt: -1 }, limit: PAGE, fields: { title: true, spec: true, state: true } })
}

function latestOf(supplierIds: readonly string[]) {
  return page<Pick<CaseDocument, 'state'>>('cases', casesOf(supplierIds), { sort: { updatedAt: -1 }, limit: PAGE, fields: CARD_FIELDS })
}

/** In the order in which the supplier knows of things: what is not in effect yet moves nothing. */
function asKnown(list: readonly Pick<CaseDocument, 'state'>[], now: number): CaseState[] {
  const movedAt = (c: CaseState) => seenBy(c, 'supplier', now).updatedAt
  return list.map(c => c.state).sort((a, b) => movedAt(b) - movedAt(a))
}
