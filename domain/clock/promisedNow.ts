import type { CaseState, Party } from '../case/case'
import { goesHome, goodsHolder } from '../case/goods'
import { holderOf, isOpen, leadersSide, stageOf } from '../case/stage'
import type { ClockName } from './rules'

/** A promise that runs, whatever policy says how long. `fixed`: due when somebody said; `atMost`: and not later than that. ms */
export interface Promised { clock: ClockName; party: Party; from: number; fixed?: number; atMost?: number }

/** Where somebody decides; a question to the resident or the supplier has its own time. */
const INVESTIGATED: readonly CaseState['decision'][] = ['review', 'withOperator', 'appealed']

/** Whether the clocks of the decision stand still because something is being found out. */
export function isInvestigated(c: CaseState): boolean {
  return Boolean(c.investigation) && isOpen(c) && INVESTIGATED.includes(c.decision)
}

/** Whom everybody waits for: whoever has the case, or the desk while it finds something out. */
export function waitedFor(c: CaseState): Party | null {
  return isInvestigated(c) ? 'operator' : holderOf(c)
}

/** They run from when the resident was told. */
export const FROM_TOLD: readonly ClockName[] = ['evidence', 'offer', 'bringBack', 'receive', 'appealWindow']

/** What is promised by the state of a case alone: who decides, what goods wait for, money, recovery. */
export function promisedNow(c: CaseState): Promised[] {
  const running = [
    decisionClock(c), goodsClock(c),
    ['due', 'paying', 'failed'].includes(c.money) && c.moneySince !== null ? { clock: 'refund' as const, party: leadersSide(c), from: c.moneySince } : null,
    // Whoever talks to the carrier has to bring its answer.
    c.recovery === 'claimed' && c.recoverySince !== null ? { clock: 'recovery' as const, party: c.recoverFrom === 'carrier' ? leadersSide(c) : 'supplier' as const, from: c.recoverySince } : null,
  ].filter(w => w !== null)
  // Nobody is there to keep it: see `nobodyThere`.
  return stageOf(c) === 'waitingNobody' ? running.filter(d => d.party !== 'leader' && d.party !== 'operator') : running
}

function decisionClock(c: CaseState): Promised | null {
  // While something is found out nothing else of the decision runs; it starts afresh at its end. Only the desk finds out, whoever decides then.
  if (c.investigation && isInvestigated(c)) return { clock: 'investigation', party: 'operator', from: c.investigation.at, fixed: c.investigation.until }
  switch (c.decision) {
    // What the leader promised is the promise, sooner or later than what would have been.
    case 'review': return c.promise ? { clock: 'review', party: 'leader', from: c.promise.at, fixed: c.promise.until } : { clock: 'review', party: leadersSide(c), from: c.decisionSince }
    case 'withSupplier': return { clock: 'supplierFirst', party: 'supplier', from: c.decisionSince }
    case 'withOperator': return { clock: 'operator', party: 'operator', from: c.decisionSince }
    case 'evidence': return { clock: 'evidence', party: 'resident', from: c.decisionSince }
    case 'offered': return asLongAsOffered({ clock: 'offer', party: 'resident', from: c.decisionSince }, c)
    case 'countered': return { clock: 'counter', party: c.offer?.by ?? 'leader', from: c.decisionSince }
    case 'appealed': return { clock: 'appeal', party: 'operator', from: c.decisionSince }
    default: return null
  }
}

/** Nobody waits longer for an answer than there is something to answer to. */
function asLongAsOffered(clock: Promised, { offer }: CaseState): Promised {
  const last = Math.max(...(offer?.options ?? []).map(o => o.until ?? Infinity))
  // Taken up again after its time, it waits for another offer.
  return last > clock.from && last < Infinity ? { ...clock, atMost: last } : clock
}

function goodsClock(c: CaseState): Promised | null {
  const { goods } = c
  const suppliers = goodsHolder(c) === 'supplier'
  if (!goods) return null
  switch (goods.state) {
    case 'awaitingReturn': return { clock: 'bringBack', party: 'resident', from: goods.since }
    case 'returning': case 'received': return { clock: 'inspect', party: suppliers ? 'supplier' : leadersSide(c), from: goods.since }
    case 'replacementDue': return { clock: 'replace', party: suppliers ? 'supplier' : leadersSide(c), from: goods.since }
    case 'replacementSent': return { clock: 'receive', party: 'resident', from: goods.since }
    // Refused after it came back: it has to go home again.
    case 'failed': return goesHome(c) ? { clock: 'giveBack', party: leadersSide(c), from: c.decisionSince } : null
    default: return null
  }
}
