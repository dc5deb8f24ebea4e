import type { Community } from '../orders/order'
import { MOST_CHANGES_A_DAY } from './changeable'
import { policyAt, type Clocks } from './due'
import type { AgreedBy, ClockPolicy, ClockRule } from './rules'
import { openTimesOf, type OpenTimes } from './serviceHours'

/** What of a community says how its promises are counted. */
export type KeepsTime = Pick<Community, 'clocks' | 'serviceHours' | 'holidayHours'>

/** What the promises of a community are counted by: its policies, or the usual one within its hours. */
export function clocksOf(community: KeepsTime): Clocks {
  return { policies: community.clocks?.length ? community.clocks : [{ version: 0, from: 0, rules: [], open: openTimesOf(community) }] }
}

/** The policy in force now. */
export function policyOf(community: KeepsTime, now: number): ClockPolicy {
  return policyAt(clocksOf(community).policies, now)
}

const DAY = 24 * 3600_000

/** Whether times or hours were changed so often within a day that they stay for today: each change is kept for good. */
export function changedTooOften(community: KeepsTime, now: number): boolean {
  return clocksOf(community).policies.filter(p => p.from > now - DAY).length >= MOST_CHANGES_A_DAY
}

/**
 * All policies of a community once its rules or its hours are others from `now` on. What was promised before stays counted as it was; nothing new where
 * nothing changes.
 */
export function changedClocks(community: KeepsTime, change: { rules?: readonly ClockRule[]; open?: OpenTimes; by?: AgreedBy }, now: number): readonly ClockPolicy[] {
  const { policies } = clocksOf(community)
  const newest = policies.at(-1)
  if (!newest) throw new Error('a community without any policy')
  const { by: _before, ...kept } = newest
  const next = { ...kept, ...change }
  if (JSON.stringify([next.rules, next.open]) === JSON.stringify([newest.rules, newest.open])) return policies
  // Two changes in the same instant are one behind the other all the same.
  return [...policies, { ...next, version: newest.version + 1, from: Math.max(now, newest.from + 1) }]
}
