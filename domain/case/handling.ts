import { refusal, type Refusal } from '../contract/refusal'
import type { Party } from './case'

/** One step of a follow-up plan: what, by whom, until when. ms */
export interface PlanStep {
  what: string
  party: Exclude<Party, 'system'>
  by: number
}

/** A plan that one can still read. */
export const MOST_STEPS = 10
/** An investigation that takes longer is none; it may be begun anew, with a reason. ms */
export const LONGEST_INVESTIGATION = 14 * 24 * 3600_000

/** What is further off is no plan. ms */
export const FURTHEST = 366 * 24 * 3600_000

export function planTrouble(steps: readonly PlanStep[], now: number): Refusal | null {
  if (steps.length === 0) return refusal('STEP_NEEDED', '请至少写一步', 'command.steps')
  if (steps.length > MOST_STEPS) return refusal('TOO_MANY_STEPS', `最多 ${MOST_STEPS} 步`, 'command.steps')
  for (const [i, step] of steps.entries()) {
    if (step.what.trim() === '') return refusal('WORDS_NEEDED', '请写清楚这一步做什么', `command.steps.${i}.what`)
    if (!Number.isSafeInteger(step.by) || step.by <= now || step.by - now > FURTHEST) return refusal('BAD_TIME', '请选一个还没到的时间', `command.steps.${i}.by`)
  }
  return null
}

export function investigationTrouble(words: string, until: number, now: number): Refusal | null {
  if (words.trim() === '') return refusal('WORDS_NEEDED', '请写清楚要查什么', 'command.words')
  if (!Number.isSafeInteger(until) || until <= now) return refusal('BAD_TIME', '请选一个还没到的时间', 'command.until')
  return until - now > LONGEST_INVESTIGATION ? refusal('BAD_TIME', '最长只能写两个星期，到时候可以再写', 'command.until') : null
}
