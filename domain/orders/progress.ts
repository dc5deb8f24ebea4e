import type { CaseState } from '../case/case'
import { isPaid } from '../case/left'
import { seenBy } from '../case/effect'
import { deadlinesOf } from '../clock/deadlines'

/** How far the after-sales of a group-buy are, in households. `decided`, `offered` and `waiting` add up to `reported`. */
export interface ProgressCounts {
  reported: number
  /** All that they reported has its answer, whatever it is. */
  decided: number
  /** Were paid something: who reports more afterwards was paid all the same. */
  refunded: number
  /** Of the decided: money is still to be paid. Who was not agreed any is in neither. */
  unpaid: number
  /** A proposal lies with the neighbour. */
  offered: number
  waiting: number
  /** Until when those who wait have an answer, the earliest first: who was promised a time by that time, all others by the latest of theirs. ms */
  until: { at: number; households: number }[]
}

/**
 * How many households reported something, and how far they are, as everybody may know it: what was withdrawn does not count, what can still be
 * taken back has not happened. A household with several cases stands where its slowest one stands.
 */
export function progressOf(cases: readonly CaseState[], now: number): ProgressCounts {
  const households = new Map<string, CaseState[]>()
  for (const state of cases) {
    const c = seenBy(state, 'resident', now)
    if (c.decision !== 'withdrawn') households.set(c.line.orderId, [...(households.get(c.line.orderId) ?? []), c])
  }
  const counts: ProgressCounts = { reported: households.size, decided: 0, refunded: 0, unpaid: 0, offered: 0, waiting: 0, until: [] }
  const waits: Wait[] = []
  for (const own of households.values()) {
    if (own.some(isPaid) && !own.some(isUnpaid)) counts.refunded += 1
    const waiting = own.filter(c => UNDECIDED.includes(c.decision))
    if (waiting.length > 0) {
      counts.waiting += 1
      waits.push(...slowest(waiting))
    } else if (own.some(c => c.decision === 'offered')) counts.offered += 1
    else {
      counts.decided += 1
      if (own.some(isUnpaid)) counts.unpaid += 1
    }
  }
  return { ...counts, until: grouped(waits) }
}

const UNDECIDED: readonly CaseState['decision'][] = ['review', 'evidence', 'withSupplier', 'withOperator', 'countered', 'appealed']

const isUnpaid = (c: CaseState) => c.money !== 'none' && !isPaid(c)

interface Wait { at: number; promised: boolean }

/** None where who is waited for has not been told what for. */
function slowest(waiting: readonly CaseState[]): Wait[] {
  const all = waiting.flatMap(c => deadlinesOf(c).map(({ dueAt }) => ({ at: dueAt, promised: c.decision === 'review' && Boolean(c.promise) })))
  return all.sort((a, b) => b.at - a.at).slice(0, 1)
}

/** One late report must not put off what was promised to the others, and twenty that were promised nothing are no twenty times. */
function grouped(waits: readonly Wait[]): ProgressCounts['until'] {
  const latest = Math.max(...waits.filter(w => !w.promised).map(w => w.at))
  const times = new Map<number, number>()
  for (const { at, promised } of waits) {
    const time = promised ? at : latest
    times.set(time, (times.get(time) ?? 0) + 1)
  }
  return [...times].map(([at, households]) => ({ at, households })).sort((a, b) => a.at - b.at)
}
