import type { Actor } from '../case/case'
import type { CaseEvent, CaseFact } from '../case/events'
import type { ClockAct } from './agenda'

/** The clock itself, as it stands in the history. */
export const CLOCK: Actor = { party: 'system', personId: 'clock' }

/**
 * What stands in the history of an act of the clock; null for a lapse, which is decided like a command, and where there is nothing to say. The command's id is made of what it is, so that
 * the same thing can never stand there twice.
 */
export function clockEvent(act: Exclude<ClockAct, { does: 'lapse' | 'lookAgain' }>, now: number): CaseEvent
export function clockEvent(act: ClockAct, now: number): CaseEvent | null
export function clockEvent(act: ClockAct, now: number): CaseEvent | null {
  const fact = factOf(act)
  return fact && { v: 1, at: now, by: CLOCK, command: commandOf(act), ...fact }
}

export function commandOf(act: ClockAct): string {
  return ['clock', act.clock, act.since, act.does, ...('nth' in act ? [act.nth] : [])].join(':')
}

function factOf(act: ClockAct): CaseFact | null {
  const { clock, since } = act
  switch (act.does) {
    case 'remind': case 'nudge': return { type: 'Reminded', clock, since, nth: act.nth, party: act.party, late: act.does === 'nudge' }
    case 'escalate': return { type: 'Escalated', clock, since, takes: act.takes }
    case 'supplierMissed': return { type: 'SupplierMissed' }
    case 'admit': return { type: 'RecoveryAdmitted', words: '到时间没有回话，按说好的算认了' }
    case 'lapse': case 'lookAgain': return null
  }
}
