import type { Case, DecisionState, MoneyState, RecoveryState } from '../../../domain/case/case'
import { act, actorOf, examples, HOUR, lastAt, OPERATOR, reasonable } from '../../../domain/case/exampleCase'
import { replay } from '../../../domain/case/evolve'
import { goodsState, type GoodsState } from '../../../domain/case/goods'
import { PEOPLE } from './people'

/** How long ago the newest thing happened, when a cell is tried. ms */
export const SINCE = HOUR

const NAMES = [
  'review', 'evidenceAsked', 'withSupplier', 'withOperator', 'investigating', 'offered', 'offeredBySupplier', 'countered', 'rejected', 'appealed', 'dismissed', 'withdrawn', 'lapsed', 'noted',
  'settled', 'paying', 'refundFailed', 'paid', 'confirmed', 'admitted', 'disputed',
  'awaitingReturn', 'returning', 'returned', 'returnPassed', 'inspectionFailed', 'refusedReturn', 'givenBack', 'replacementDue', 'replacementSent', 'replaced', 'onBehalf',
  'declinedOnBehalf', 'returnOff', 'returnForwarded', 'returnAtSupplier', 'closed', 'standsAgainst',
] as const

export type StateName = (typeof NAMES)[number] | 'deciding' | 'rejectedByDesk' | 'recoverySettled'

/**
 * A case for every state that people can bring one to. Each is hidden from one person of the community, so that this, too, is tried in every state;
 * `deciding`: the leader settled it a moment ago and may take it back.
 */
export function stateCases(): Record<StateName, Case> {
  const all = examples()
  const disputed = act(all.disputed, OPERATOR, reasonable(all.disputed.state, 'splitLiability', 'operator'))
  const rejectedByDesk = act(act(all.withOperator, OPERATOR, reasonable(all.withOperator.state, 'reject', 'operator')), actorOf('resident'), reasonable(all.rejected.state, 'appeal', 'resident'))
  const chosen = { ...Object.fromEntries(NAMES.map(name => [name, all[name]])), rejectedByDesk, recoverySettled: disputed, deciding: stillDeciding(all.settled) } as Record<StateName, Case>
  return Object.fromEntries(Object.entries(chosen).map(([name, c]) => [name, hidden(c)])) as Record<StateName, Case>
}

/** As long as the window is, it has not passed. */
function stillDeciding({ events }: Case): Case {
  return replay(events.map(e => ('effectiveAt' in e ? { ...e, effectiveAt: e.at + 24 * HOUR } : e)))
}

function hidden({ events }: Case): Case {
  return replay(events.map(e => (e.type === 'Filed' ? { ...e, hiddenFrom: [PEOPLE.named.personId] } : e)))
}

/** In which states of the four machines it is, as one reads it. */
export function machines({ state }: Case): string {
  const rest = [['goods', goodsState(state)], ['money', state.money], ['recovery', state.recovery]].filter(([, s]) => s !== 'none').map(([machine, s]) => `${machine} ${s}`)
  return [state.decision, ...rest].join(', ')
}

/** What these states leave out. */
export function unreached(cases: readonly Case[]): string[] {
  const decisions: DecisionState[] = ['review', 'evidence', 'withSupplier', 'withOperator', 'offered', 'countered', 'agreed', 'rejected', 'appealed', 'dismissed', 'withdrawn', 'lapsed']
  const goods: GoodsState[] = ['none', 'awaitingReturn', 'returning', 'received', 'passed', 'failed', 'returnedToResident', 'replacementDue', 'replacementSent', 'replacementReceived']
  const money: MoneyState[] = ['none', 'due', 'paying', 'failed', 'paid', 'confirmed']
  const recovery: RecoveryState[] = ['none', 'claimed', 'admitted', 'disputed', 'settled']
  const seen = new Set(cases.flatMap(({ state }) => [`decision ${state.decision}`, `goods ${goodsState(state)}`, `money ${state.money}`, `recovery ${state.recovery}`]))
  const wanted = [...decisions.map(s => `decision ${s}`), ...goods.map(s => `goods ${s}`), ...money.map(s => `money ${s}`), ...recovery.map(s => `recovery ${s}`)]
  return wanted.filter(s => !seen.has(s))
}

/** When it is looked at. */
export function lookedAt(c: Case): number {
  return lastAt(c) + SINCE
}
