import { refusal, type Refusal } from '../contract/refusal'
import { CRITERIA, type Criterion, type UsualCriterion } from './reasons'

/** Drawn when a community publishes a reason of its own. */
export type OwnCriterion = `own:${string}`

/** A community's own reason for not agreeing. What was published is never changed: it is retired, and another one published. ms */
export interface PublishedCriterion {
  code: OwnCriterion
  words: string
  since: number
  retired: number | null
}

/** More than anybody reads before buying. */
export const MOST_CRITERIA = 20
/** With those that are retired; each is kept, because cases were refused by it. */
export const MOST_CRITERIA_EVER = 100

/** As a community keeps them. */
export function publishedBy({ criteria }: { criteria?: Record<string, PublishedCriterion> }): PublishedCriterion[] {
  return Object.values(criteria ?? {})
}

/** Those that hold at a moment, the oldest first. */
export function inForceAt(own: readonly PublishedCriterion[], now: number): PublishedCriterion[] {
  return own.filter(c => c.since <= now && (c.retired === null || c.retired > now)).sort((a, b) => a.since - b.since || a.code.localeCompare(b.code))
}

/** What a reason says, if it is published at this moment; null where it is not. */
export function publishedWords(code: Criterion, own: readonly PublishedCriterion[], now: number): string | null {
  return isUsual(code) ? CRITERIA[code] : inForceAt(own, now).find(c => c.code === code)?.words ?? null
}

/** What a refusal was for, as it stood when it was given; on those from before that was kept, it is one of the usual ones. */
export function criterionWords({ criterion, criterionWords: kept }: { criterion: Criterion; criterionWords?: string }): string {
  return kept ?? (isUsual(criterion) ? CRITERIA[criterion] : '')
}

/** Why one more cannot be published; null where it can. */
export function publishingTrouble(own: readonly PublishedCriterion[], words: string, now: number): Refusal | null {
  const held = inForceAt(own, now)
  if (held.length >= MOST_CRITERIA || own.length >= MOST_CRITERIA_EVER) return refusal('TOO_MANY_CRITERIA', '公布的太多了，没人看得完，请先停用几条', 'words')
  return [...Object.values(CRITERIA), ...held.map(c => c.words)].includes(words) ? refusal('SAME_CRITERION_TWICE', '这一条已经公布过了', 'words') : null
}

function isUsual(code: Criterion): code is UsualCriterion {
  return Object.hasOwn(CRITERIA, code)
}
