import { yuan } from '../../../../../domain/case/money'
import { isAmount, meansFor, type JointStep } from '../../../../../domain/case/together'
import type { IncidentMember } from '../../../../../domain/contract/calls'

/** What is decided, in a few words. */
export function sumOf(step: JointStep): string {
  switch (step.type) {
    case 'asAsked': return '按各家要的退'
    case 'share': return step.percent === 100 ? '坏的全退' : `坏的退 ${step.percent}%`
    case 'perPiece': return `坏一件退 ${yuan(step.amount)}`
    default: return ''
  }
}

/** What the button says: for how many, and how much it comes to. */
export function stepWords(step: JointStep, members: readonly IncidentMember[]): string {
  if (!isAmount(step)) return ''
  const { settled, offered } = comesTo(step, members)
  const asks = offered.households > 0 ? `${settled.households > 0 ? '，另' : '问'} ${offered.households} 户点头` : ''
  if (settled.households === 0) return `给 ${members.length} 户提这个办法，${yuan(offered.fen)}`
  return `同意 ${settled.households} 户，退 ${yuan(settled.fen)}${asks}`
}

/** Which of them this person may decide, and which are more than their limit and stay for the leader. `limit`: fen a case; null for the leader. */
export function withinLimit(step: JointStep, members: readonly IncidentMember[], limit: number | null): { within: IncidentMember[]; over: IncidentMember[] } {
  const isOver = (m: IncidentMember) => limit !== null && isAmount(step) && meansFor(m.complaint, step).refund > limit
  return { within: members.filter(m => !isOver(m)), over: members.filter(isOver) }
}

/** Who has it at once and who is asked, with the sums: by the same rule that decides. Fen. */
export function comesTo(step: Parameters<typeof meansFor>[1], members: readonly IncidentMember[]): Record<'settled' | 'offered', { households: number; fen: number }> {
  const means = members.map(m => meansFor(m.complaint, step))
  const sum = (settles: boolean) => {
    const those = means.filter(m => m.settles === settles)
    return { households: those.length, fen: those.reduce((total, m) => total + m.refund, 0) }
  }
  return { settled: sum(true), offered: sum(false) }
}
