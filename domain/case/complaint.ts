import type { CaseState } from './case'
import type { CaseEvent } from './events'

/** Whether it is a complaint, beyond goods that were bad: a word about how people were served, or one who was not content and had somebody else look again. */
export function isComplaint(c: Pick<CaseState, 'class' | 'appeal' | 'appealDecision'>): boolean {
  return c.class === 'service' || Boolean(c.appeal) || Boolean(c.appealDecision)
}

/** Whether goods came back to the seller or the supplier, whatever was found then; what is on its way has not, and what is sent out is no return. */
export function cameBack(events: readonly Pick<CaseEvent, 'type'>[]): boolean {
  return events.some(e => e.type === 'ReturnReceived' || e.type === 'ReturnPassed' || e.type === 'ReturnFailed')
}
