import type { CaseState } from '../case/case'
import type { Ask } from './ask'
import { isClaimable } from './claimable'
import type { Order } from './order'

/** How the households stand that bought one product of a group-buy. Every number counts households, an order each; nobody is in two of the last three. */
export interface BatchBuyers {
  /** Who has the goods at home, and whoever reported it: also when the money went back since. */
  households: number
  /** Something of theirs was reported, by them or for them, and not withdrawn. */
  reported: number
  /** Is here, said nothing and was not asked: can be asked now. */
  quiet: number
  /** Nobody of them is here, and nothing was reported for them: reached by a card in the chat. */
  unclaimed: number
}

type Reported = { line: Pick<CaseState['line'], 'orderId'>; decision: CaseState['decision'] }

/**
 * Whose word about a bad batch is still missing: those who have the goods at home and reported nothing. `here` can be asked, whether they were
 * before or not; of `away` nobody is here.
 * @param orders all of the group-buy that have the product, in whatever state they are
 */
export function whoSaidNothing(orders: readonly Order[], cases: readonly Reported[]): { here: Order[]; away: Order[] } {
  const reported = householdsOf(cases)
  const silent = orders.filter(o => isClaimable(o) && !reported.has(o._id))
  return { here: silent.filter(o => o.residents.length > 0), away: silent.filter(o => o.residents.length === 0) }
}

/** Counts the buyers of a product. `orders` as above; `cases` and `asks`: all that are about it. */
export function countBuyers(orders: readonly Order[], cases: readonly Reported[], asks: readonly Pick<Ask, 'orderId'>[]): BatchBuyers {
  const reported = householdsOf(cases)
  const asked = new Set(asks.map(a => a.orderId))
  const { here, away } = whoSaidNothing(orders, cases)
  return {
    households: orders.filter(o => isClaimable(o) || reported.has(o._id)).length,
    reported: householdsOf(cases.filter(c => c.decision !== 'withdrawn')).size,
    quiet: here.filter(o => !asked.has(o._id)).length,
    unclaimed: away.length,
  }
}

function householdsOf(cases: readonly Reported[]): Set<string> {
  return new Set(cases.map(c => c.line.orderId))
}

/** What the asked households said; one that was asked about two lines: the worse of what it said. */
export function countAnswers(asks: readonly Pick<Ask, 'orderId' | 'answer'>[]): { total: number; fine: number; bad: number; silent: number } {
  const households = new Map<string, Ask['answer'][]>()
  for (const { orderId, answer } of asks) households.set(orderId, [...(households.get(orderId) ?? []), answer])
  const all = [...households.values()]
  const bad = all.filter(said => said.includes('bad')).length
  const fine = all.filter(said => said.every(answer => answer === 'fine')).length
  return { total: all.length, fine, bad, silent: all.length - fine - bad }
}
