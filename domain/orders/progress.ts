import type { CaseState } from '../case/case'
import { seenBy } from '../case/effect'
import { deadlinesOf } from '../clock/deadlines'
import type { Policy } from '../clock/policy'
import { before } from '../clock/shanghai'
import type { ProgressCounts } from '../contract/calls'

/**
 * How many households reported something, and how far they are, as everybody may know it: what was withdrawn does not count, what can still be
 * taken back has not happened. A household with several cases stands where its slowest one stands.
 */
export function progressOf(cases: readonly CaseState[], policy: Policy, now: number): ProgressCounts {
  const households = new Map<string, CaseState[]>()
  for (const state of cases) {
    const c = seenBy(state, 'resident', now)
    if (c.decision !== 'withdrawn') households.set(c.line.orderId, [...(households.get(c.line.orderId) ?? []), c])
  }
  const counts: ProgressCounts = { reported: households.size, settled: 0, offered: 0, waiting: 0, until: null }
  for (const own of households.values()) {
    const waiting = own.filter(c => c.decision === 'review' || c.decision === 'withSupplier')
    if (waiting.length > 0) counts.waiting += 1
    else if (own.some(c => c.decision === 'offered')) counts.offered += 1
    else counts.settled += 1
    for (const c of waiting) for (const { dueAt } of deadlinesOf(c, policy)) counts.until = Math.max(counts.until ?? 0, dueAt)
  }
  return counts
}

/** 23户反映，20户已处理，其余今晚9点前: the title of the card, without a name. A time that has passed is not promised again. */
export function progressWords({ reported, settled, offered, waiting, until }: ProgressCounts, now: number): string {
  if (reported === 0) return '还没有人反映问题'
  if (settled === reported) return `${reported}户反映，都处理好了`
  return [
    `${reported}户反映`, settled > 0 ? `${settled}户已处理` : '', offered > 0 ? `${offered}户等邻居点头` : '',
    waiting === 0 ? '' : until !== null && until > now ? `${settled + offered > 0 ? '其余' : ''}${before(until, now)}处理` : `${waiting}户正在处理`,
  ].filter(part => part !== '').join('，')
}
