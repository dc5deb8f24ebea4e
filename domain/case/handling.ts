import { refusal, type Refusal } from '../contract/refusal'
import type { CaseState, Party } from './case'

/** One step of a follow-up plan: what, by whom, until when. ms */
export interface PlanStep {
  what: string
  party: Exclude<Party, 'system'>
  by: number
}

/** A plan that one can still read. */
export const MOST_STEPS = 10
/** A plan, and a note for the resident, is a message each: more of them are no news any more (our own numbers, for one case). */
export const MOST_PLANS = 10
export const MOST_NOTES_FOR_ALL = 20
/** Notes among those who handle it are read on the case alone; whoever writes more has another place for it. */
export const MOST_INTERNAL_NOTES = 50
/** An investigation that takes longer is none; it may be begun anew, with a reason. ms */
export const LONGEST_INVESTIGATION = 14 * 24 * 3600_000

/** What is further off is no plan. ms */
export const FURTHEST = 366 * 24 * 3600_000

/** `before`: how often it was planned already. */
export function planTrouble(steps: readonly PlanStep[], before: number, now: number): Refusal | null {
  if (before >= MOST_PLANS) return refusal('TOO_MANY_PLANS', `已经写过 ${MOST_PLANS} 次了，邻居每次都收到消息。再有变化，请打电话跟他说`, 'command.steps')
  if (steps.length === 0) return refusal('STEP_NEEDED', '请至少写一步', 'command.steps')
  if (steps.length > MOST_STEPS) return refusal('TOO_MANY_STEPS', `最多 ${MOST_STEPS} 步`, 'command.steps')
  for (const [i, step] of steps.entries()) {
    if (step.what.trim() === '') return refusal('WORDS_NEEDED', '请写清楚这一步做什么', `command.steps.${i}.what`)
    if (!Number.isSafeInteger(step.by) || step.by <= now || step.by - now > FURTHEST) return refusal('BAD_TIME', '请选一个还没到的时间', `command.steps.${i}.by`)
  }
  return null
}

/** `before`: how much was noted already. */
export function noteTrouble({ words, internal }: { words: string; internal: boolean }, before: CaseState['notes']): Refusal | null {
  if (words.trim() === '') return refusal('WORDS_NEEDED', '请写点什么', 'command.words')
  if (internal) return (before?.internal ?? 0) < MOST_INTERNAL_NOTES ? null : refusal('TOO_MANY_NOTES', `这件事已经记了 ${MOST_INTERNAL_NOTES} 笔，请记在别处`, 'command.words')
  return (before?.forAll ?? 0) < MOST_NOTES_FOR_ALL ? null : refusal('TOO_MANY_NOTES', `已经给邻居留过 ${MOST_NOTES_FOR_ALL} 次话了，请打电话跟他说`, 'command.words')
}

export function investigationTrouble(words: string, until: number, now: number): Refusal | null {
  if (words.trim() === '') return refusal('WORDS_NEEDED', '请写清楚要查什么', 'command.words')
  if (!Number.isSafeInteger(until) || until <= now) return refusal('BAD_TIME', '请选一个还没到的时间', 'command.until')
  return until - now > LONGEST_INVESTIGATION ? refusal('BAD_TIME', '最长只能写两个星期，到时候可以再写', 'command.until') : null
}
