import { before } from '../../../../../domain/clock/shanghai'
import type { TogetherView } from '../../../../../domain/contract/calls'

/** What came of a promise to all: households, not cases. `away`: those of whom nobody is here to be told. */
export function toldWords({ step, results }: TogetherView, now: number): { says: string; away: number } {
  const promised = results.filter(r => r.outcome === 'promised')
  const households = new Map(promised.map(r => [r.household?.orderId ?? r.caseId, r.household?.here ?? true]))
  const here = [...households.values()].filter(is => is).length
  const away = households.size - here
  const until = step.type === 'promise' ? before(step.until, now) : ''
  if (away === 0) return { says: `✓ 已经告诉 ${here} 户：${until}统一处理`, away }
  return { says: `✓ 说好了${until}统一处理：${here > 0 ? `${here} 户已告诉，` : ''}${away} 户还没人来过小程序`, away }
}
