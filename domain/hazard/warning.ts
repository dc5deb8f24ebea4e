import type { Actor } from '../case/case'
import type { IntakeChannel } from '../case/onBehalf'

/** What whoever has it at home does with it. The first thing is the same for all: not using it. */
export const DO_THIS = {
  keepAside: '别吃、别用，单独放好，等团长的消息',
  handBack: '别吃、别用，原样留着，到自提点退回来',
  throwAway: '别吃、别用，包好了扔掉，拍一张照就行',
} as const
export type DoThis = keyof typeof DO_THIS
export const DO_THIS_CODES = Object.keys(DO_THIS) as [DoThis, ...DoThis[]]

/** What happened to a warning. Nothing is ever taken out: these are the record. */
export type WarningEvent = { at: number; by: Actor } & (
  /** `caseId`: the report that showed it; null where the leader knew it otherwise. */
  | { type: 'WarningStarted'; words: string; doThis: DoThis; caseId: string | null }
  | { type: 'ProductHeld' }
  | { type: 'ProductReleased'; words: string }
  | { type: 'SupplierTold'; supplierId: string }
  | { type: 'WarningLifted'; words: string }
)

/** "Stop using it", about one product of a community, in whichever of its group-buys it was sold. */
export interface Warning {
  /** What is wrong, plainly. */
  words: string
  doThis: DoThis
  caseId: string | null
  startedAt: number
  startedBy: Actor
  state: 'active' | 'lifted'
  /** Not to be handed out. Only while the warning is active. */
  held: boolean
  suppliersTold: string[]
  lifted: { at: number; by: Actor; words: string } | null
}

/** By which way a household is known to know: it said so itself in the app, or somebody told it. */
export type ReachedBy = 'acknowledged' | IntakeChannel

/** What happened with one household of a warning. */
export type HouseholdEvent = { at: number; by: Actor } & (
  | { type: 'HouseholdReached'; how: ReachedBy }
  /** Somebody tried, and nobody answered. */
  | { type: 'HouseholdMarkedUnreachable'; how: IntakeChannel }
  /** A slip of the finger; what the household said itself stays. */
  | { type: 'ReachTakenBack' }
)

/** How far a household is, by what was put down. What came of its messages is known from the notices: see `reachOf`. */
export interface Reach {
  acknowledgedAt: number | null
  told: { how: IntakeChannel; at: number; by: Actor } | null
  unreachable: { how: IntakeChannel; at: number; by: Actor } | null
}

export const NOT_REACHED: Reach = { acknowledgedAt: null, told: null, unreachable: null }
