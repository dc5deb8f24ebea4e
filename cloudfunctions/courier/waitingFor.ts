import type { NudgedAs } from '../../domain/notice/nudge'
import type { Person } from '../../domain/people/person'
import { notHiddenFrom, type CaseDocument } from '../lib/cases'
import { _, db } from '../lib/database'
import { findPerson } from '../lib/people'

/** How many cases, and since when the one that is late longest is; null where none is. ms */
interface Late { total: number; since: number | null }

/**
 * How many cases are over a time that somebody has to keep in a role, wherever they have it, as far as they exist for this person: whoever decides them, and what
 * is to be brought from a carrier when all else is done. The desk is no side that a complaint is hidden from.
 * @returns none for somebody without the role; `communityId`: the one community that a leader's are all of, else null
 */
export async function waitingFor(as: NudgedAs, personId: string, now: number): Promise<Late & { communityId: string | null }> {
  const person = await findPerson(personId)
  const places = person === null ? [] : placesOf(person, as)
  if (places.length === 0) return { total: 0, since: null, communityId: null }
  const late = _.and([_.gt(0), _.lte(now)])
  if (as === 'supplier') return { ...await lateIn({ supplierId: _.in(places), supplierDueAt: late, ...notHiddenFrom(personId, []) }, 'supplierDueAt'), communityId: null }
  const own = { breaksAt: late, [`breaksOf.${as}`]: late }
  const by = `breaksOf.${as}` as const
  if (as === 'operator') return { ...await lateIn({ communityId: _.in(places), ...own, ...notHiddenFrom(personId, []) }, by), communityId: null }
  // Few lead more than one.
  const each = await Promise.all(places.map(async communityId => ({ communityId, ...await lateIn({ communityId, ...own, ...notHiddenFrom(personId, [communityId]) }, by) })))
  const [one, ...more] = each.filter(e => e.total > 0)
  const since = each.flatMap(e => e.since ?? []).sort((a, b) => a - b)[0] ?? null
  return { total: each.reduce((sum, e) => sum + e.total, 0), since, communityId: one && more.length === 0 ? one.communityId : null }
}

/** Communities, or suppliers, where somebody has the role. */
function placesOf({ roles }: Person, as: NudgedAs): string[] {
  return [...new Set(roles.flatMap(r => {
    if (r.role === 'leader' || r.role === 'helper') return as === 'leader' ? [r.communityId] : []
    if (r.role === 'operator') return as === 'operator' ? r.communityIds : []
    return r.role === 'supplier' && as === 'supplier' ? [r.supplierId] : []
  }))]
}

async function lateIn(query: Record<string, unknown>, by: 'supplierDueAt' | 'breaksOf.leader' | 'breaksOf.operator'): Promise<Late> {
  const late = db.collection('cases').where(query)
  const [{ total }, { data }] = await Promise.all([late.count(), late.orderBy(by, 'asc').limit(1).field({ supplierDueAt: true, breaksOf: true }).get()])
  const [first] = data as Pick<CaseDocument, 'supplierDueAt' | 'breaksOf'>[]
  return { total: total ?? 0, since: (by === 'supplierDueAt' ? first?.supplierDueAt : first?.breaksOf?.[by === 'breaksOf.leader' ? 'leader' : 'operator']) ?? null }
}
