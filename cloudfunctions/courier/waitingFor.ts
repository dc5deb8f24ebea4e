import type { NudgedAs } from '../../domain/notice/nudge'
import type { Person } from '../../domain/people/person'
import { notHiddenFrom } from '../lib/cases'
import { _, db } from '../lib/database'
import { findPerson } from '../lib/people'

/**
 * How many cases are over a time that somebody has to keep in a role, wherever they have it, as far as they exist for this person: whoever decides them, and what
 * is to be brought from a carrier when all else is done. The desk is no side that a complaint is hidden from.
 * @returns none for somebody without the role; `communityId`: the one community that a leader's are all of, else null
 */
export async function waitingFor(as: NudgedAs, personId: string, now: number): Promise<{ total: number; communityId: string | null }> {
  const person = await findPerson(personId)
  const places = person === null ? [] : placesOf(person, as)
  if (places.length === 0) return { total: 0, communityId: null }
  const late = _.and([_.gt(0), _.lte(now)])
  if (as === 'supplier') return { total: await count({ supplierId: _.in(places), supplierDueAt: late, ...notHiddenFrom(personId, []) }), communityId: null }
  const own = { breaksAt: late, [`breaksOf.${as}`]: late }
  if (as === 'operator') return { total: await count({ communityId: _.in(places), ...own, ...notHiddenFrom(personId, []) }), communityId: null }
  // Few lead more than one.
  const each = await Promise.all(places.map(async communityId => ({ communityId, total: await count({ communityId, ...own, ...notHiddenFrom(personId, [communityId]) }) })))
  const [one, ...more] = each.filter(e => e.total > 0)
  return { total: each.reduce((sum, e) => sum + e.total, 0), communityId: one && more.length === 0 ? one.communityId : null }
}

/** Communities, or suppliers, where somebody has the role. */
function placesOf({ roles }: Person, as: NudgedAs): string[] {
  return [...new Set(roles.flatMap(r => {
    if (r.role === 'leader' || r.role === 'helper') return as === 'leader' ? [r.communityId] : []
    if (r.role === 'operator') return as === 'operator' ? r.communityIds : []
    return r.role === 'supplier' && as === 'supplier' ? [r.supplierId] : []
  }))]
}

async function count(query: Record<string, unknown>): Promise<number> {
  const { total } = await db.collection('cases').where(query).count()
  return total ?? 0
}
