import type { CaseState } from '../../domain/case/case'
import type { CaseClass } from '../../domain/case/reasons'
import { sumOf, type Kept, type Outcome } from '../../domain/clock/attainment'
import { dueFor } from '../../domain/clock/deadlines'
import { USUAL_CLOCKS } from '../../domain/clock/due'
import { UNDO_WINDOW } from '../../domain/clock/policy'
import type { ClockName } from '../../domain/clock/rules'
import { SATISFIED_FROM, targetOf, TIME_TARGET_CODES } from '../../domain/clock/targets'
import type { Board, BoardRow } from '../../domain/contract/calls'
import type { Community } from '../../domain/orders/order'
import { aroundIn, stateLookedAt } from './caseMoney'
import type { CaseDocument } from './cases'
import { _, MOST_DOCUMENTS } from './database'
import { sharesBeside, sharesOf } from './boardShares'
import { groupsWithin, page, total, totalsBy, type Beside } from './oneRequest'
import type { SupplierDocument } from './supplier'

const HOUR = 3600_000
/** What is due within so long is about to break: time enough to call somebody (our own). ms */
const WITHIN = 4 * HOUR
/** How far back promises are counted [spec: none; our own: a month of work]. ms */
const COUNTED = 30 * 24 * HOUR
/** Far more than there are: every community has a few kinds of cases. */
const MOST_GROUPS = MOST_DOCUMENTS

type Listed = Pick<CaseDocument, '_id' | 'communityId' | 'state' | 'breaksAt' | 'breaks' | 'breaksBy'>
interface ByTarget { communityId: string; clock: ClockName; priority: Outcome['priority']; class: CaseClass }
interface Counted { kept: number; ended: number }
interface Only { communityId?: string | undefined; supplierId?: string | undefined }

/** What a board is of: where to look, and what does not exist for who looks. */
export interface BoardOf {
  communityIds: string[]
  /** A query that leaves out what is hidden from them. */
  seen: Record<string, unknown>
  only: Only
  /** How many of each list. */
  rows: number
}

/** What a board is made of, in one request. Everything that is looked for has an index; nothing older than what is counted is read. */
export function boardBeside({ communityIds, seen, only, rows: most }: BoardOf, now: number) {
  const here = { communityId: _.in(communityIds), ...seen }
  const listed = { communityId: _.in(only.communityId === undefined ? communityIds : communityIds.filter(id => id === only.communityId)), ...seen, ...(only.supplierId === undefined ? {} : { supplierId: only.supplierId }) }
  const [soon, late] = [_.and([_.gt(now), _.lte(now + WITHIN)]), _.and([_.gt(0), _.lte(now)])]
  // Of one supplier, what that supplier has to do.
  const due = only.supplierId === undefined ? 'breaksAt' : 'supplierDueAt'
  const rows = (when: unknown) => page<Listed>('cases', { ...listed, [due]: when }, { sort: { [due]: 1, _id: 1 }, limit: most, fields: { communityId: true, state: true, breaksAt: true, breaks: true, breaksBy: true } })
  // What counts only after ten seconds ended so much later than it was written.
  const since = now - COUNTED
  const lately = { updatedAt: _.gt(since - UNDO_WINDOW) }
  const ended = { 'outcomes.endedAt': _.and([_.gt(since), _.lte(now)]) }
  const counting = { kept: _.aggregate.sum(_.aggregate.cond({ if: _.aggregate.eq(['$outcomes.late', 0]), then: 1, else: 0 })), ended: _.aggregate.sum(1) }
  return {
    soonRows: rows(soon), lateRows: rows(late), soonTotal: total('cases', { ...listed, [due]: soon }), lateTotal: total('cases', { ...listed, [due]: late }),
    soonIn: totalsBy('cases', { ...here, breaksAt: soon }, 'communityId', communityIds.length), lateIn: totalsBy('cases', { ...here, breaksAt: late }, 'communityId', communityIds.length),
    soonOf: totalsBy('cases', { ...here, supplierDueAt: soon }, 'supplierId', MOST_GROUPS), lateOf: totalsBy('cases', { ...here, supplierDueAt: late }, 'supplierId', MOST_GROUPS),
    promises: groupsWithin<ByTarget, Counted>('cases', { ...here, ...lately }, 'outcomes', { ...ended, 'outcomes.clock': _.in(['respond', 'resolve']) }, { communityId: '$communityId', clock: '$outcomes.clock', priority: '$outcomes.priority', class: '$state.class' }, counting, MOST_GROUPS),
    answers: groupsWithin<{ supplierId: string | null }, Counted>('cases', { ...here, ...lately }, 'outcomes', { ...ended, 'outcomes.party': 'supplier', 'outcomes.clock': _.nin(['respond', 'resolve', 'update']) }, { supplierId: '$supplierId' }, counting, MOST_GROUPS),
    rated: total('cases', { ...listed, ...lately, 'state.rating.result': _.gt(0) }), satisfied: total('cases', { ...listed, ...lately, 'state.rating.result': _.gte(SATISFIED_FROM) }),
    ...sharesBeside(communityIds.filter(id => (only.communityId ?? id) === id), seen, now, COUNTED),
    suppliers: page<Pick<SupplierDocument, '_id' | 'name'>>('suppliers', { communityId: _.in(communityIds) }, { limit: MOST_DOCUMENTS, fields: { name: true } }),
  } satisfies Record<string, Beside<unknown>>
}

type Read = { [K in keyof ReturnType<typeof boardBeside>]: ReturnType<typeof boardBeside>[K] extends Beside<infer R> ? R : never }

/** The board of these communities, as it was read. */
export async function boardOf(communities: readonly Community[], { only }: Pick<BoardOf, 'only'>, read: Read, now: number): Promise<Board> {
  const counted = read.promises.flatMap(({ _id: { communityId, clock, priority, class: caseClass }, ...counts }) => {
    const target = targetOf(clock, caseClass, priority)
    return target ? [{ communityId, target, ...keptOf(counts) }] : []
  })
  const chosen = counted.filter(c => (only.communityId ?? c.communityId) === c.communityId)
  const row = (c: Listed) => rowOf(c, communities.find(({ _id }) => _id === c.communityId), only.supplierId !== undefined)
  const answered = new Map(read.answers.flatMap(({ _id, ...counts }) => (_id.supplierId === null ? [] : [[_id.supplierId, keptOf(counts)] as const])))
  return {
    within: WITHIN, soon: { rows: read.soonRows.flatMap(row), total: read.soonTotal }, late: { rows: read.lateRows.flatMap(row), total: read.lateTotal },
    communities: communities.map(({ _id: id, name, leaderName }) => ({ id, name, leaderName, soon: read.soonIn.get(id) ?? 0, late: read.lateIn.get(id) ?? 0, ...sumOf(counted.filter(c => c.communityId === id)) })),
    suppliers: read.suppliers.map(({ _id: id, name }) => ({ id, name, soon: read.soonOf.get(id) ?? 0, late: read.lateOf.get(id) ?? 0, ...answered.get(id) ?? sumOf([]) })).filter(s => s.soon + s.late + s.kept + s.broken > 0),
    attainment: TIME_TARGET_CODES.map(target => ({ target, ...sumOf(chosen.filter(c => c.target === target)) })),
    satisfaction: { rated: read.rated, satisfied: read.satisfied },
    shares: only.supplierId === undefined ? await sharesOf(read, now, COUNTED) : null,
  }
}

function keptOf({ kept, ended }: Counted): Kept {
  return { kept, broken: ended - kept }
}

/** None where nothing is due any more since it was written: the clock looks at such a case within the minute. */
function rowOf({ _id: caseId, communityId, state, breaksAt, breaks, breaksBy }: Listed, community: Community | undefined, ofSupplier: boolean): BoardRow[] {
  const due = ofSupplier ? dueFor(lookedAt(state, community), 'supplier') : breaksAt && breaks && breaksBy ? { clock: breaks, party: breaksBy, dueAt: breaksAt } : null
  return due ? [{ caseId, communityId, joinNumber: state.line.joinNumber, title: state.line.title, groupBuyTitle: state.line.groupBuyTitle, clock: due.clock, party: due.party, dueAt: due.dueAt }] : []
}

function lookedAt(state: CaseState, community: Community | undefined): CaseState {
  return stateLookedAt(state, community ? aroundIn(community) : { clocks: USUAL_CLOCKS })
}
