import type { CaseState, Party } from '../case/case'
import { goodsHolder } from '../case/goods'
import { holderOf, isOpen, leadersSide, stageOf } from '../case/stage'
import type { Policy } from './policy'

export type ClockName =
  | 'review' | 'evidence' | 'supplierFirst' | 'operator' | 'offer' | 'counter' | 'appeal' | 'investigation'
  | 'bringBack' | 'inspect' | 'giveBack' | 'replace' | 'receive' | 'refund' | 'recovery'

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
  const after = (clock: keyof Policy & ClockName, party: Party, from: number): Deadline => ({ clock, party, from, dueAt: from + policy[clock] })
  const running = [
    decisionClock(c, after), goodsClock(c, after),
    ['due', 'paying', 'failed'].includes(c.money) && c.moneySince !== null ? after('refund', leadersSide(c), c.moneySince) : null,
    // Whoever talks to the carrier has to bring its answer.
    c.recovery === 'claimed' && c.recoverySince !== null ? after('recovery', c.recoverFrom === 'carrier' ? 'leader' : 'supplier', c.recoverySince) : null,
  ]
  // Nobody is there to keep it: see `nobodyThere`.
  const kept = stageOf(c) === 'waitingNobody' ? running.filter(d => d?.party !== 'leader' && d?.party !== 'operator') : running
  return kept.filter(d => d !== null).sort((a, b) => a.dueAt - b.dueAt)
}

type After = (clock: keyof Policy & ClockName, party: Party, from: number) => Deadline

/** Where somebody decides; a question to the resident or the supplier has its own time. */
const INVESTIGATED: readonly CaseState['decision'][] = ['review', 'withOperator', 'appealed']

function decisionClock(c: CaseState, after: After): Deadline | null {
  // While something is found out nothing else of the decision runs; it starts afresh at its end.
  if (c.investigation && isOpen(c) && INVESTIGATED.includes(c.decision)) return { clock: 'investigation', party: holderOf(c) ?? 'operator', from: c.investigation.at, dueAt: c.investigation.until }
  switch (c.decision) {
    // What the leader promised is the promise, sooner or later than what would have been.
    case 'review': return c.promise ? { clock: 'review', party: 'leader', from: c.promise.at, dueAt: c.promise.until } : after('review', leadersSide(c), c.decisionSince)
    case 'withSupplier': return after('supplierFirst', 'supplier', c.decisionSince)
    case 'withOperator': return after('operator', 'operator', c.decisionSince)
    case 'evidence': return after('evidence', 'resident', c.decisionSince)
    case 'offered': return after('offer', 'resident', c.decisionSince)
    case 'countered': return after('counter', c.offer?.by ?? 'leader', c.decisionSince)
    case 'appealed': return after('appeal', 'operator', c.decisionSince)
    default: return null
  }
}

function goodsClock(c: CaseState, after: After): Deadline | null {
  const { goods } = c
  const party = goodsHolder(c)
  if (!goods) return null
  switch (goods.state) {
    case 'awaitingReturn': return after('bringBack', 'resident', goods.since)
    case 'returning': case 'received': return after('inspect', party === 'supplier' ? 'supplier' : leadersSide(c), goods.since)
    case 'replacementDue': return after('replace', party === 'supplier' ? 'supplier' : leadersSide(c), goods.since)
    case 'replacementSent': return after('receive', 'resident', goods.since)
    // Refused after it came back: it has to go home again.
    case 'failed': return ['rejected', 'dismissed', 'withdrawn'].includes(c.decision) ? after('giveBack', leadersSide(c), c.decisionSince) : null
    default: return null
  }
}

/** When this party has to act, or null when nothing waits for it. */
export function dueFor(c: CaseState, party: Party, policy: Policy): Deadline | null {
  return deadlinesOf(c, policy).find(d => d.party === party) ?? null
}
