import type { Actor } from '../case/case'
import type { IntakeChannel } from '../case/onBehalf'
import { refusal, type Refusal } from '../contract/refusal'
import type { DoThis, HouseholdEvent, Reach, Warning, WarningEvent } from './warning'

interface Moment { now: number; by: Actor }

export type WarningCommand =
  | { type: 'hold' }
  | { type: 'release'; words: string }
  | { type: 'supplierTold'; supplierId: string }
  | { type: 'lift'; words: string }

type Decided<E> = { events: E[] } | { refusal: Refusal }

/** Starting puts the product on hold at once: letting it go again is a step of its own. */
export function startWarning({ words, doThis, caseId }: { words: string; doThis: DoThis; caseId: string | null }, { now, by }: Moment): Decided<WarningEvent> {
  if (words.trim() === '') return { refusal: refusal('WORDS_NEEDED', '请写清楚哪里有危险，一句话就行', 'words') }
  return { events: [{ type: 'WarningStarted', at: now, by, words: words.trim(), doThis, caseId }, { type: 'ProductHeld', at: now, by }] }
}

/** One step on a warning. What is so already is no event: every step can be repeated. */
export function decideWarning(warning: Warning, command: WarningCommand, { now, by }: Moment): Decided<WarningEvent> {
  const nothing = { events: [] }
  if (command.type === 'lift') {
    if (warning.state === 'lifted') return nothing
    if (command.words.trim() === '') return { refusal: refusal('WORDS_NEEDED', '请写一句为什么可以解除了，邻居会看到', 'words') }
    return { events: [{ type: 'WarningLifted', at: now, by, words: command.words.trim() }] }
  }
  if (warning.state === 'lifted') return command.type === 'supplierTold' ? nothing : { refusal: lifted() }
  switch (command.type) {
    case 'hold': return warning.held ? nothing : { events: [{ type: 'ProductHeld', at: now, by }] }
    case 'release':
      if (!warning.held) return nothing
      if (command.words.trim() === '') return { refusal: refusal('WORDS_NEEDED', '请写一句为什么可以发了', 'words') }
      return { events: [{ type: 'ProductReleased', at: now, by, words: command.words.trim() }] }
    case 'supplierTold': return warning.suppliersTold.includes(command.supplierId) ? nothing : { events: [{ type: 'SupplierTold', at: now, by, supplierId: command.supplierId }] }
  }
}

/** 知道了. Said again, or when it is over, it is no event. */
export function acknowledge(warning: Pick<Warning, 'state'>, reach: Reach, { now, by }: Moment): HouseholdEvent[] {
  return warning.state === 'lifted' || reach.acknowledgedAt !== null ? [] : [{ type: 'HouseholdReached', at: now, by, how: 'acknowledged' }]
}

/** What somebody puts down on the call list about a household. */
export type Mark = { outcome: 'reached' | 'unreachable'; how: IntakeChannel } | { outcome: 'takenBack' }

export function markHousehold(warning: Pick<Warning, 'state'>, reach: Reach, mark: Mark, { now, by }: Moment): Decided<HouseholdEvent> {
  if (warning.state === 'lifted') return { refusal: lifted() }
  switch (mark.outcome) {
    case 'reached': return { events: reach.told?.how === mark.how ? [] : [{ type: 'HouseholdReached', at: now, by, how: mark.how }] }
    case 'unreachable': return { events: reach.unreachable?.how === mark.how ? [] : [{ type: 'HouseholdMarkedUnreachable', at: now, by, how: mark.how }] }
    case 'takenBack': return { events: reach.told === null && reach.unreachable === null ? [] : [{ type: 'ReachTakenBack', at: now, by }] }
  }
}

function lifted(): Refusal {
  return refusal('WARNING_LIFTED', '这个提醒已经解除了，记录还在')
}
