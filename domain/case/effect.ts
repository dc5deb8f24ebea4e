import type { CaseState, Party, Pending } from './case'
import type { CaseEvent } from './events'

/** When an event counts for others: a decision that can be taken back ten seconds later, everything else (and old decisions) at once. ms */
export function effectiveAtOf(event: CaseEvent): number {
  return 'effectiveAt' in event ? event.effectiveAt ?? event.at : event.at
}

/**
 * Whether an event counts at this moment. A decision that was followed by something before it took effect (its undoing, or another party's
 * step on what that party saw) never does.
 */
export function inEffect(events: readonly CaseEvent[], seq: number, now: number): boolean {
  const event = events[seq]
  if (!event) return false
  return effectiveAtOf(event) <= (events[seq + 1]?.at ?? now) || effectiveAtOf(event) === event.at
}

/** The decision that can still be taken back at this moment. */
export function pendingAt(c: CaseState, now: number): Pending | null {
  return c.pending && now < c.pending.until ? c.pending : null
}

/** The case as this party may know it at this moment: a decision of another party that is not in effect has not happened. */
export function seenBy(c: CaseState, party: Party, now: number): CaseState {
  const pending = pendingAt(c, now)
  return pending && pending.by.party !== party ? pending.before : c
}

/** The number of events that this party's screen knows of; the one that is pending for others is always the last. */
export function versionSeenBy(c: CaseState, version: number, party: Party, now: number): number {
  return seenBy(c, party, now) === c ? version : version - 1
}
