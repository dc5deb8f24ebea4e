import { CHANGEABLE, kindOf, lengthOfAllowance } from '../../../../../domain/clock/changeable'
import { sameLine } from '../../../../../domain/clock/checkClockRules'
import { wholeLine } from '../../../../../domain/clock/clockRuleWords'
import { USUAL_RULES, type Allowance, type ClockName, type ClockRule } from '../../../../../domain/clock/rules'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What a line is about. */
export type Line = Pick<ClockRule, 'clock' | 'class' | 'priority'>

/** In the order in which a case meets them; what cannot be changed last. */
export const GROUPS: readonly { title: string; clocks: readonly ClockName[] }[] = [
  { title: '我们多久做到', clocks: ['respond', 'review', 'update', 'refund', 'resolve', 'counter'] },
  { title: '等邻居多久', clocks: ['evidence', 'offer', 'bringBack', 'receive'] },
  { title: '供货商和平台', clocks: ['supplierFirst', 'recovery', 'operator', 'appeal'] },
  { title: '东西来回', clocks: ['inspect', 'replace', 'giveBack'] },
  { title: '改不了的', clocks: ['appealWindow', 'tell', 'investigation'] },
]

const AMOUNTS = [5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, DAY, 36 * HOUR, 2 * DAY, 3 * DAY, 5 * DAY, 7 * DAY, 10 * DAY, 14 * DAY, 21 * DAY, 30 * DAY]
/** Up to here what may be counted in service hours is. */
const MOST_IN_HOURS = 8 * HOUR
const WORKING_DAYS = [3, 5, 7, 10, 15]

/** Times to choose from, shortest first, each one that may be kept. */
export function stepsFor(line: Line): Allowance[] {
  const bounds = CHANGEABLE[line.clock]
  if (typeof bounds === 'string') return []
  const longest = line.class === 'hazard' ? lengthOfAllowance(usualOf(line).allows) : bounds.most
  const of = (ms: number) => (bounds.kinds.includes('serviceHours') && (ms <= MOST_IN_HOURS || !bounds.kinds.includes('always')) ? 'serviceHours' as const : 'always' as const)
  const fits = (allows: Allowance) => lengthOfAllowance(allows) >= bounds.least && lengthOfAllowance(allows) <= longest
  const amounts = AMOUNTS.map((within): Allowance => ({ within, of: of(within) }))
  return [
    ...amounts.filter(a => lengthOfAllowance(a) < DAY), ...(bounds.kinds.includes('today') ? [{ today: true as const }] : []), ...amounts.filter(a => lengthOfAllowance(a) >= DAY),
    ...(bounds.kinds.includes('workingDays') ? WORKING_DAYS.map(workingDays => ({ workingDays })) : []),
  ].filter(fits)
}

/** As it is without anything of one's own. */
export function usualOf({ clock, class: of, priority }: Line): ClockRule {
  return wholeLine(USUAL_RULES.find(r => sameLine(r, { clock, class: of, priority })) ?? { clock, ...(of ? { class: of } : {}), ...(priority ? { priority } : {}), allows: wholeAllowance({ clock, class: of, priority }) })
}

function wholeAllowance({ clock, class: of, priority }: Line): Allowance {
  const rule = USUAL_RULES.find(r => sameLine(r, { clock, class: of, priority: undefined })) ?? USUAL_RULES.find(r => sameLine(r, { clock, class: undefined, priority })) ?? USUAL_RULES.find(r => sameLine(r, { clock, class: undefined, priority: undefined }))
  if (!rule) throw new Error(`no usual line for ${clock}`)
  return rule.allows
}

export function ownOf(rules: readonly ClockRule[], line: Line): ClockRule | undefined {
  return rules.find(r => sameLine(r, line))
}

/** The lines about some cases only, usual or own. */
export function exceptionsOf(rules: readonly ClockRule[], clock: ClockName): Line[] {
  const own = rules.filter(r => r.clock === clock)
  return [...USUAL_RULES.filter(r => r.clock === clock && !own.some(o => sameLine(o, r))), ...own].filter(r => r.class ?? r.priority).map(({ class: of, priority }) => ({ clock, ...(of ? { class: of } : {}), ...(priority ? { priority } : {}) }))
}

/**
 * The rules with another time for a line. What hangs on the time goes with it: the desk never before it is over, reminders within it, and at least one where something ends.
 * The usual time is no line of one's own.
 */
export function withTime(rules: readonly ClockRule[], line: Line, allows: Allowance): ClockRule[] {
  const usual = usualOf(line)
  const others = rules.filter(r => !sameLine(r, line))
  if (same(allows, usual.allows)) return others
  const length = lengthOfAllowance(allows)
  const reminders = (usual.remindBefore ?? []).filter(before => before < length)
  const remindBefore = reminders.length > 0 ? reminders : [4 * HOUR]
  return [...others, {
    clock: line.clock, ...(line.class ? { class: line.class } : {}), ...(line.priority ? { priority: line.priority } : {}), allows,
    ...(usual.remindBefore ? { remindBefore } : {}),
    ...(usual.escalateAfter && lengthOfAllowance(usual.escalateAfter) < length ? { escalateAfter: { within: length, of: 'always' as const } } : {}),
  }]
}

export function same(a: Allowance, b: Allowance): boolean {
  return kindOf(a) === kindOf(b) && lengthOfAllowance(a) === lengthOfAllowance(b)
}

/** What somebody changed from what they looked at, on top of what another kept meanwhile. */
export function onTopOf(newest: readonly ClockRule[], seen: readonly ClockRule[], edited: readonly ClockRule[]): ClockRule[] {
  const text = (rule: ClockRule | undefined) => JSON.stringify(rule)
  const touched = (line: Line) => text(ownOf(seen, line)) !== text(ownOf(edited, line))
  return [...newest.filter(r => !touched(r)), ...edited.filter(touched)]
}
