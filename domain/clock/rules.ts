import type { CaseState } from '../case/case'
import type { CaseClass } from '../case/reasons'
import type { Measure } from './businessTime'
import type { OpenTimes } from './serviceHours'

/** Every promise that a case can carry [spec: case, clocks]; for goods the table says nothing, those are our own. */
export const CLOCKS = {
  respond: '有人回应', review: '团长看', operator: '平台定', supplierFirst: '供货商回话', evidence: '您补材料', offer: '您点头', counter: '回您的价',
  appeal: '重新看', appealWindow: '可以找人再看', investigation: '查清楚', bringBack: '把东西拿来', inspect: '验货', giveBack: '把东西还给您', replace: '发货', receive: '您收货',
  refund: '退款', recovery: '供货商认账', resolve: '办完', update: '给您回个话', tell: '告诉到您',
} as const
export type ClockName = keyof typeof CLOCKS
export const CLOCK_NAMES = Object.keys(CLOCKS) as [ClockName, ...ClockName[]]

/** How much time a promise gives. ms; `always`: by the clock on the wall, and due while somebody answers. `today`: before the service hours of the day end. */
export type Allowance =
  | { within: number; of: Exclude<Measure, 'workingDays'> }
  | { workingDays: number }
  | { today: true }

/** What kind of case it is by now: one that needed somebody besides the leader, or has goods to move, is complex; a danger or one that was hurried is urgent. */
export type Priority = 'usual' | 'complex' | 'urgent'
export const PRIORITIES = ['usual', 'complex', 'urgent'] as const

/** One line of a policy. The line that says most about a case holds for it. */
export interface ClockRule {
  clock: ClockName
  class?: CaseClass | undefined
  priority?: Priority | undefined
  allows: Allowance
  /** Whoever has to act hears of it so long before it is due. ms, longest first */
  remindBefore?: readonly number[] | undefined
  /** From when it is due they hear of it again and again, while somebody answers. ms */
  nudgeEvery?: number | undefined
  /** So long after it began the desk takes over, or hears of it, where there is one. */
  escalateAfter?: Allowance | undefined
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const always = (hours: number): Allowance => ({ within: hours * HOUR, of: 'always' })

/** The defaults of the table [spec: case, clocks]; targets of resolve and respond [spec: mission, rows 13, 16, 25]. */
export const USUAL_RULES: readonly ClockRule[] = [
  { clock: 'respond', allows: { within: 5 * MINUTE, of: 'serviceHours' }, nudgeEvery: 30 * MINUTE, escalateAfter: always(24) },
  { clock: 'respond', class: 'hazard', allows: { within: 5 * MINUTE, of: 'serviceHours' }, nudgeEvery: 30 * MINUTE, escalateAfter: always(1) },
  { clock: 'respond', class: 'logistics', allows: { within: 5 * MINUTE, of: 'serviceHours' }, nudgeEvery: 30 * MINUTE, escalateAfter: always(1) },
  { clock: 'review', allows: always(24), escalateAfter: always(24) },
  { clock: 'operator', allows: always(24) },
  { clock: 'evidence', allows: always(48), remindBefore: [24 * HOUR, 4 * HOUR] },
  { clock: 'supplierFirst', allows: always(24) },
  { clock: 'supplierFirst', class: 'hazard', allows: always(2) },
  { clock: 'recovery', allows: always(24), escalateAfter: always(24) },
  { clock: 'recovery', class: 'logistics', allows: always(1), nudgeEvery: 30 * MINUTE, escalateAfter: always(2) },
  { clock: 'offer', allows: always(48), remindBefore: [24 * HOUR] },
  { clock: 'counter', allows: always(24) },
  { clock: 'resolve', allows: { within: 2 * HOUR, of: 'serviceHours' } },
  { clock: 'resolve', priority: 'complex', allows: always(24) },
  { clock: 'resolve', priority: 'urgent', allows: always(24) },
  { clock: 'resolve', class: 'logistics', allows: { today: true } },
  { clock: 'resolve', class: 'missingPart', allows: { workingDays: 7 } },
  { clock: 'refund', allows: always(24), escalateAfter: always(24) },
  { clock: 'appeal', allows: always(72), escalateAfter: always(72) },
  { clock: 'appealWindow', allows: always(7 * 24) },
  { clock: 'update', allows: always(24), nudgeEvery: 24 * HOUR },
  { clock: 'tell', allows: always(24) },
  // What is found out has its own end, said when it began.
  { clock: 'investigation', allows: always(24), nudgeEvery: 24 * HOUR },
  // Three days to the pick-up point or for a yes, two to look, a week for the next delivery (our own).
  { clock: 'bringBack', allows: always(72), remindBefore: [24 * HOUR] },
  { clock: 'inspect', allows: always(48), nudgeEvery: 24 * HOUR },
  { clock: 'giveBack', allows: always(72), nudgeEvery: 24 * HOUR },
  { clock: 'replace', allows: always(7 * 24), nudgeEvery: 24 * HOUR },
  { clock: 'receive', allows: always(72), remindBefore: [24 * HOUR] },
]

/**
 * By the lines of which class a promise goes; null: by those for all. What is claimed back goes by who bears it, not by what was wrong: a carrier has
 * its hour and is chased [spec: case, clocks], whatever the parcel held, and nobody else is.
 */
export function lineClass(c: Pick<CaseState, 'class' | 'recoverFrom'>, clock: ClockName): CaseClass | null {
  if (clock !== 'recovery') return c.class
  return c.recoverFrom === 'carrier' ? 'logistics' : c.class === 'logistics' ? null : c.class
}

/** What a community or its desk agreed on from a certain moment on. */
export interface ClockPolicy {
  /** Raised with every change. */
  version: number
  /** In force from then. ms */
  from: number
  /** Own lines; whatever they do not say is as usual. */
  rules: readonly ClockRule[]
  /** When people answer, as long as it is in force: other hours are another policy. */
  open: OpenTimes
  /** Who agreed on it, as they were called then. Missing: nobody did, or it is not known. */
  by?: AgreedBy
}

export interface AgreedBy { personId: string; party: 'leader' | 'operator'; name: string }

/**
 * The line that holds: the one that says most about the case, class before priority; of two that say as much the community's own before the usual one.
 * What an own line leaves out is as usual. `caseClass`: see `lineClass`; null: only lines for all classes hold. A danger goes by an own line only where that names it: what makes other things slower does not slow it down.
 */
export function ruleFor(rules: readonly ClockRule[], clock: ClockName, caseClass: CaseClass | null, priority: Priority): ClockRule {
  const fits = (rule: ClockRule) => rule.clock === clock && (rule.class ?? caseClass) === caseClass && (rule.priority ?? priority) === priority
  const says = (rule: ClockRule) => (rule.class ? 2 : 0) + (rule.priority ? 1 : 0)
  const best = (lines: readonly ClockRule[]) => lines.filter(fits).sort((a, b) => says(b) - says(a))[0]
  const [own, usual] = [best(caseClass === 'hazard' ? rules.filter(r => r.class === 'hazard') : rules), best(USUAL_RULES)]
  if (!usual) throw new Error(`no rule for the clock ${clock}`)
  return own && says(own) >= says(usual) ? { ...usual, ...own } : usual
}
