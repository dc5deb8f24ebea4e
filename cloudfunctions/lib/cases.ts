import type { Case, CaseState, Party } from '../../domain/case/case'
import type { CaseEvent } from '../../domain/case/events'
import { evolve } from '../../domain/case/evolve'
import { holderOf, isOpen, lineKey, openKeyOf } from '../../domain/case/stage'
import { dueFor } from '../../domain/clock/deadlines'
import { DEFAULT_POLICY } from '../../domain/clock/policy'
import { _, db, findById, insertOnce, MOST_DOCUMENTS, updateOne } from './database'

/** A case as it is stored: its history, the state the history makes, and what lists look for. */
export interface CaseDocument {
  _id: string
  communityId: string
  groupBuyId: string
  orderId: string
  lineKey: string
  residentId: string
  supplierId: string | null
  /** Unique: at most one case per order line that can still move. */
  openKey: string
  holder: Party | 'nobody'
  open: boolean
  holderDueAt: number | null
  supplierDueAt: number | null
  /** Set while an event has notices that are owed and not written yet; the courier clears it. */
  noticesDueAt: number | null
  /** The export may know of refunds that `state.line.left` does not: worked out again before money is decided. */
  recheck: boolean
  /** Events up to this number have their notices. */
  noticed: number
  filedAt: number
  updatedAt: number
  version: number
  state: CaseState
  events: CaseEvent[]
}

/** @returns null when there is no such case */
export async function loadCase(id: string): Promise<CaseDocument | null> {
  return findById<CaseDocument>('cases', id)
}

export function caseOf(document: CaseDocument): Case {
  return { state: document.state, events: document.events, version: document.version }
}

/** Writes a new case. @returns false when its id or its line is taken: nothing is written then. */
export async function insertCase(filed: CaseEvent, recheck: boolean): Promise<CaseDocument | null> {
  const state = evolve(null, filed)
  const document: CaseDocument = {
    _id: state.id, communityId: state.communityId, groupBuyId: state.groupBuyId, residentId: state.residentId,
    orderId: state.line.orderId, lineKey: lineKey(state.line.orderId, state.line.lineId), filedAt: state.filedAt,
    ...soughtBy(state), recheck, noticed: 0, noticesDueAt: filed.at, version: 1, state, events: [filed],
  }
  return (await insertOnce('cases', document)) ? document : null
}

/**
 * Appends events to a case: one request, guarded by the version that the decision was made against.
 * @returns false when somebody was faster; nothing is written then.
 */
export async function saveCase(before: CaseDocument, events: CaseEvent[]): Promise<CaseDocument | null> {
  if (!Number.isSafeInteger(before.version) || before.version < 1) throw new Error(`case ${before._id}: version ${before.version}`)
  const state = events.reduce<CaseState>((s, e) => evolve(s, e), before.state)
  const last = events.at(-1)
  if (!last) return before
  const sought = soughtBy(state)
  // Replaced whole: a plain object would be merged and stale keys survive. `_.set` mutates what it is given.
  const saved = await updateOne('cases', { _id: before._id, version: before.version }, {
    ...sought, state: _.set(structuredClone(state)), events: _.push(structuredClone(events)), version: _.inc(events.length), noticesDueAt: last.at,
  })
  return saved ? { ...before, ...sought, state, events: [...before.events, ...events], version: before.version + events.length, noticesDueAt: last.at } : null
}

/** What queries look for, derived from the state at each write. */
function soughtBy(state: CaseState) {
  const holder = holderOf(state)
  return {
    supplierId: state.supplierId,
    openKey: openKeyOf(state),
    holder: holder ?? ('nobody' as const),
    open: isOpen(state),
    holderDueAt: holder && (dueFor(state, holder, DEFAULT_POLICY)?.dueAt ?? null),
    supplierDueAt: dueFor(state, 'supplier', DEFAULT_POLICY)?.dueAt ?? null,
    updatedAt: state.updatedAt,
  }
}

/** Lists need the state, not the history. */
export const CARD_FIELDS = { state: true, openKey: true, lineKey: true, version: true } as const

/** Cases on one order: what they took or will take counts against what is left. */
export async function casesOnOrder(orderId: string): Promise<Pick<CaseDocument, 'state' | 'lineKey' | 'openKey'>[]> {
  const { data } = await db.collection('cases').where({ orderId }).field(CARD_FIELDS).limit(MOST_DOCUMENTS).get()
  // One more could hide what was paid already; filing stops long before (`MOST_CASES_ON_LINE`).
  if (data.length === MOST_DOCUMENTS) throw new Error(`order ${orderId} has ${MOST_DOCUMENTS} cases or more`)
  return data as Pick<CaseDocument, 'state' | 'lineKey' | 'openKey'>[]
}
