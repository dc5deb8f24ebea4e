import type { Place } from '../../domain/notice/fallback/fallback'
import type { NudgedAs } from '../../domain/notice/nudge'
import type { Person } from '../../domain/people/person'
import { isHiddenFromSomebody, type Hidden } from '../../domain/people/relation'
import { notHiddenFrom, type CaseDocument } from '../lib/cases'
import { countBy } from '../lib/counts'
import { _, db } from '../lib/database'
import { findPerson } from '../lib/people'

/** How many cases, since when the one that is late longest is (ms; null where none is), of what goods that one is ('' where none is), and in which places of those that may have a group. */
interface Late { total: number; since: number | null; goods: string; places: Place[] }

/** More than anybody counts in a message that lists none of them. */
const MOST_CASES = 1000

/**
 * How many cases are over a time that somebody has to keep in a role, wherever they have it, as far as they exist for this person: whoever decides them, and what
 * is to be brought from a carrier when all else is done. What stands still, late or not, is nobody's to do now. The desk is no side that a complaint is hidden from.
 * @returns none for somebody without the role; `communityId`: the one community that a leader's are all of, else null
 */
export async function waitingFor(as: NudgedAs, personId: string, now: number): Promise<Late & { communityId: string | null }> {
  const each = await Promise.all((await lateWith(as, personId, now)).map(async late => ({ communityId: late.communityId, ...await lateIn(late) })))
  const [one, ...more] = each.filter(e => e.total > 0)
  const first = each.filter(e => e.since !== null).sort((a, b) => (a.since ?? 0) - (b.since ?? 0))[0]
  return { total: each.reduce((sum, e) => sum + e.total, 0), since: first?.since ?? null, goods: first?.goods ?? '', communityId: one && more.length === 0 ? one.communityId : null, places: each.flatMap(e => e.places) }
}

/** Which cases these are: a thousand of a place at most. */
export async function casesLateWith(as: NudgedAs, personId: string, now: number): Promise<string[]> {
  const each = await Promise.all((await lateWith(as, personId, now)).map(({ query }) => db.collection('cases').where(query).field({ _id: true }).limit(MOST_CASES).get()))
  return each.flatMap(({ data }) => (data as Pick<CaseDocument, '_id'>[]).map(c => c._id))
}

/**
 * Which cases are late where a group hears it: with the leader's side of a community, or with a supplier. Who reads along there nobody knows, so none of which
 * anybody must not learn is among them. A thousand at most.
 */
export async function casesLateIn(place: string, now: number): Promise<string[]> {
  const [kind, id = ''] = place.split(':')
  const query = kind === 'supplier' ? { supplierId: id, supplierDueAt: overBy(now) } : { communityId: id, breaksAt: overBy(now), 'breaksOf.leader': overBy(now) }
  const { data } = await db.collection('cases').where(query).field({ _id: true, 'state.hiddenFrom': true, 'state.hiddenIn': true }).limit(MOST_CASES).get()
  return (data as { _id: string; state?: Hidden }[]).flatMap(c => (isHiddenFromSomebody(c.state ?? {}) ? [] : [c._id]))
}

function overBy(now: number) {
  return _.and([_.gt(0), _.lte(now)])
}

interface LateQuery { query: Record<string, unknown>; by: 'supplierDueAt' | 'breaksOf.leader' | 'breaksOf.operator'; communityId: string | null; of: readonly string[] }

/** What finds them: of a leader by community, for few lead more than one. */
async function lateWith(as: NudgedAs, personId: string, now: number): Promise<LateQuery[]> {
  const person = await findPerson(personId)
  const places = person === null ? [] : placesOf(person, as)
  if (places.length === 0) return []
  const late = overBy(now)
  if (as === 'supplier') return [{ query: { supplierId: _.in(places), supplierDueAt: late, ...notHiddenFrom(personId, []) }, by: 'supplierDueAt', communityId: null, of: places }]
  const own = { breaksAt: late, [`breaksOf.${as}`]: late }
  const by = `breaksOf.${as}` as const
  if (as === 'operator') return [{ query: { communityId: _.in(places), ...own, ...notHiddenFrom(personId, []) }, by, communityId: null, of: places }]
  return places.map(communityId => ({ query: { communityId, ...own, ...notHiddenFrom(personId, [communityId]) }, by, communityId, of: [communityId] }))
}

/** Communities, or suppliers, where somebody has the role. */
function placesOf({ roles }: Person, as: NudgedAs): string[] {
  return [...new Set(roles.flatMap(r => {
    if (r.role === 'leader' || r.role === 'helper') return as === 'leader' ? [r.communityId] : []
    if (r.role === 'operator') return as === 'operator' ? r.communityIds : []
    return r.role === 'supplier' && as === 'supplier' ? [r.supplierId] : []
  }))]
}

async function lateIn({ query, by, of }: LateQuery): Promise<Late> {
  const late = db.collection('cases').where(query)
  const at = by === 'supplierDueAt' ? 'supplierId' : 'communityId'
  const [counts, { data }] = await Promise.all([countBy('cases', query, at, of.length), late.orderBy(by, 'asc').limit(1).field({ supplierDueAt: true, breaksOf: true, 'state.line.title': true }).get()])
  const [first] = data as (Pick<CaseDocument, 'supplierDueAt' | 'breaksOf'> & { state: { line: { title: string } } })[]
  // A desk has no group.
  const places = by === 'breaksOf.operator' ? [] : [...counts.keys()].map((id): Place => `${by === 'supplierDueAt' ? 'supplier' : 'community'}:${String(id)}`)
  return { total: [...counts.values()].reduce((sum, n) => sum + n, 0), places, goods: first?.state.line.title ?? '', since: (by === 'supplierDueAt' ? first?.supplierDueAt : first?.breaksOf?.[by === 'breaksOf.leader' ? 'leader' : 'operator']) ?? null }
}
