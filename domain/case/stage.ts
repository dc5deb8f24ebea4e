import type { CaseState, Party } from './case'
import { pendingAt } from './effect'
import type { CaseClass } from './reasons'

/** What people call the point a case has reached; derived from the machines. */
export type Stage = 'waitingLeader' | 'waitingEvidence' | 'waitingSupplier' | 'offered' | 'refunding' | 'refunded' | 'agreedNoMoney' | 'rejected' | 'withdrawn'

/** In a resident's words. */
export const STAGE_WORDS: Record<Stage, string> = {
  waitingLeader: '等团长看',
  waitingEvidence: '等您补一张照片',
  waitingSupplier: '等供货商回话',
  offered: '给您的处理，等您点头',
  refunding: '退款中',
  refunded: '已退款',
  agreedNoMoney: '团长知道了',
  rejected: '没同意',
  withdrawn: '您已撤销',
}

export function stageOf(c: CaseState): Stage {
  if (c.money === 'due') return 'refunding'
  if (c.money === 'paid') return 'refunded'
  switch (c.decision) {
    case 'review': return 'waitingLeader'
    case 'evidence': return 'waitingEvidence'
    case 'withSupplier': return 'waitingSupplier'
    case 'offered': return 'offered'
    case 'agreed': return 'agreedNoMoney'
    case 'rejected': return 'rejected'
    case 'withdrawn': return 'withdrawn'
  }
}

/** Who has to do something next for the resident; null when nobody has. Money goes before the decision; recovery never holds a case. */
export function holderOf(c: CaseState): Party | null {
  switch (stageOf(c)) {
    case 'waitingLeader': return 'leader'
    case 'waitingEvidence': return 'resident'
    case 'waitingSupplier': return 'supplier'
    case 'offered': return 'resident'
    case 'refunding': return 'leader'
    default: return null
  }
}

/** Whether the resident is still waiting for something. */
export function isOpen(c: CaseState): boolean {
  return holderOf(c) !== null
}

/**
 * The key that at most one case per order line may hold: the line, while the case can still move or be revived
 * (a refused one may be looked at again), else the case's own id. Kept unique by an index, not by a check.
 * What may yet be taken back lets go of nothing: another case could be on the line by then.
 */
export function openKeyOf(state: CaseState, now: number): string {
  const c = pendingAt(state, now)?.before ?? state
  const done = c.decision === 'withdrawn' || c.money === 'paid' || (c.decision === 'agreed' && c.money === 'none')
  return done ? `done:${c.id}` : laneKey(c.line.orderId, c.line.lineId, c.class)
}

/**
 * A danger may be raised while something else on the line is still open, and a complaint about somebody neither holds up the goods nor shows
 * that it is there: each has a lane of its own beside that of the goods, which is the line itself.
 */
export function laneKey(orderId: string, lineId: string, caseClass: CaseClass): string {
  const lane = LANES[caseClass]
  return lane ? `${lineKey(orderId, lineId)}:${lane}` : lineKey(orderId, lineId)
}

const LANES: Partial<Record<CaseClass, 'hazard' | 'said'>> = { hazard: 'hazard', service: 'said', suggestion: 'said' }

/** What can be filed on a line while something about the goods is open. */
export const BESIDE_GOODS = Object.keys(LANES) as CaseClass[]

export function lineKey(orderId: string, lineId: string): string {
  return `line:${orderId}:${lineId}`
}
