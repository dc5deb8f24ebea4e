import type { Allowance, ClockName } from './rules'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How a time may be said: by the wall clock, by service hours, before today's closing, in working days. */
export type Kind = 'always' | 'serviceHours' | 'today' | 'workingDays'

/** What a community may make of a promise. ms, both ends allowed; working days count as days. */
export interface Bounds {
  kinds: readonly [Kind, ...Kind[]]
  least: number
  /** Why not shorter, in the words that somebody reads who tries. */
  leastWords: string
  most: number
  mostWords: string
}

const between = (least: number, leastWords: string, most: number, mostWords: string, ...kinds: Kind[]): Bounds => ({ kinds: kinds.length > 0 ? kinds as [Kind, ...Kind[]] : ['always'], least, leastWords, most, mostWords })
const RESIDENT_A_DAY = '邻居至少要有一整天来回您'
const NOBODY_CAN = '再短就没人做得到了'

/**
 * Which promises a community may count otherwise, and how far; a string says why one is not theirs to change. What protects the resident has a floor where they
 * are waited for and a ceiling where they wait [spec: case, clocks; the figures are our own]. See docs/decisions/0033.
 */
export const CHANGEABLE: Readonly<Record<ClockName, Bounds | string>> = {
  respond: between(5 * MINUTE, NOBODY_CAN, 4 * HOUR, '再长邻居就不知道有没有人看到', 'serviceHours'),
  review: between(HOUR, NOBODY_CAN, 3 * DAY, '邻居等一个说法，最多三天'),
  operator: between(HOUR, NOBODY_CAN, 3 * DAY, '邻居等一个说法，最多三天'),
  supplierFirst: between(30 * MINUTE, NOBODY_CAN, 3 * DAY, '供货商不回话，不能让邻居一直等'),
  evidence: between(DAY, RESIDENT_A_DAY, 14 * DAY, '再长这件事就搁下了'),
  offer: between(DAY, RESIDENT_A_DAY, 14 * DAY, '再长这件事就搁下了'),
  counter: between(HOUR, NOBODY_CAN, 3 * DAY, '邻居等一个说法，最多三天'),
  appeal: between(4 * HOUR, '重新看要看得仔细', 3 * DAY, '说好三天内重新看，只能更快'),
  appealWindow: '这是邻居的权利，不能改短',
  investigation: '查到什么时候，开始查的时候说',
  bringBack: between(DAY, RESIDENT_A_DAY, 14 * DAY, '再长这件事就搁下了'),
  inspect: between(HOUR, NOBODY_CAN, 7 * DAY, '东西回来了，最多一周要看好'),
  giveBack: between(DAY, NOBODY_CAN, 14 * DAY, '是邻居的东西，最多两周要还'),
  replace: between(DAY, NOBODY_CAN, 30 * DAY, '答应换的，最多一个月要送到'),
  receive: between(DAY, RESIDENT_A_DAY, 14 * DAY, '再长这件事就搁下了'),
  refund: between(HOUR, NOBODY_CAN, 3 * DAY, '答应退的钱，最多三天要退'),
  recovery: between(30 * MINUTE, NOBODY_CAN, 7 * DAY, '一周还不回话，就该另想办法'),
  resolve: between(30 * MINUTE, NOBODY_CAN, 15 * DAY, '再长邻居就等不住了', 'serviceHours', 'always', 'today', 'workingDays'),
  update: between(4 * HOUR, '隔一会儿就发，邻居会嫌烦', 2 * DAY, '两天没有一句话，邻居会着急'),
  tell: '定了就要告诉到本人，这一条不改',
}

/** Waits after which something ends by itself: nobody loses by silence who was not reminded. */
export const REMINDED_BEFORE_END: readonly ClockName[] = ['evidence', 'offer', 'bringBack']

/** Own lines of one community; each clock for a few classes, and no timetable. */
export const MOST_CLOCK_RULES = 60
/** So long before the end at least one of them comes: time to see it and to answer, also where the clock came an hour late (our own). ms */
export const LEAST_AHEAD = 4 * HOUR
/** Before one wait; more would be nagging. */
export const MOST_REMINDERS = 3
/** Whoever is nudged more often stops reading. ms */
export const SHORTEST_NUDGE = 30 * MINUTE
/** A reminder earlier than this is none, and the desk has to hear of it before that. ms */
export const FURTHEST_AHEAD = 14 * DAY
/** Changes of one community within a day: each is kept for good. */
export const MOST_CHANGES_A_DAY = 20

export function kindOf(allows: Allowance): Kind {
  return 'today' in allows ? 'today' : 'workingDays' in allows ? 'workingDays' : allows.of
}

/** How long it is, to compare by: of a day until its closing nobody can say more than that it is less than one. ms */
export function lengthOfAllowance(allows: Allowance): number {
  return 'today' in allows ? DAY : 'workingDays' in allows ? allows.workingDays * DAY : allows.within
}
