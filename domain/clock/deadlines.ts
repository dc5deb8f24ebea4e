import type { CaseState, Party } from '../case/case'
import type { Policy } from './policy'

export type ClockName = 'review' | 'evidence' | 'supplierFirst' | 'offer' | 'refund' | 'recovery'

/** A promise that runs now. */
export interface Deadline {
  clock: ClockName
  /** Who has to act before it. */
  party: Party
  from: number
  dueAt: number
}

/** Every promise that runs on a case, earliest first. Computed from what happened, never kept as a counter. */
export function deadlinesOf(c: CaseState, policy: Policy): Deadline[] {
  const running: Deadline[] = []
  const add = (clock: ClockName, party: Party, from: number) => running.push({ clock, party, from, dueAt: from + policy[clock] })
  // What the leader promised is the promise, sooner or later than what would have been.
  if (c.decision === 'review' && c.promise) running.push({ clock: 'review', party: 'leader', from: c.promise.at, dueAt: c.promise.until })
  else if (c.decision === 'review') add('review', 'leader', c.decisionSince)
  if (c.decision === 'withSupplier') add('supplierFirst', 'supplier', c.decisionSince)
  if (c.decision === 'evidence') add('evidence', 'resident', c.decisionSince)
  if (c.decision === 'offered') add('offer', 'resident', c.decisionSince)
  if (c.money === 'due' && c.moneySince !== null) add('refund', 'leader', c.moneySince)
  if (c.recovery === 'claimed' && c.recoverySince !== null) add('recovery', 'supplier', c.recoverySince)
  return running.sort((a, b) => a.dueAt - b.dueAt)
}

/** When this party has to act, or null when nothing waits for it. */
export function dueFor(c: CaseState, party: Party, policy: Policy): Deadline | null {
  return deadlinesOf(c, policy).find(d => d.party === party) ?? null
}
