/** How long each promise gives. Data, so that communities may have their own; these are the defaults of the case's table. ms. */
const HOUR = 3600_000

/** How long whoever settled, offered or rejected may take it back [spec: case, commands, "undo"; screens, "Ten seconds to undo"]. ms */
export const UNDO_WINDOW = 10_000

/** A promise that everybody gets an answer is for tonight, at most for tomorrow's evening: 36 h from any hour reach it. ms */
export const LATEST_PROMISE = 36 * HOUR

export const DEFAULT_POLICY = {
  /** Raised whenever a number changes; events name the version they were decided under. */
  version: 1,
  review: 24 * HOUR,
  evidence: 48 * HOUR,
  supplierFirst: 24 * HOUR,
  offer: 48 * HOUR,
  refund: 24 * HOUR,
  recovery: 24 * HOUR,
  /** As the leader's own: the desk holds what it was asked to decide. */
  operator: 24 * HOUR,
  counter: 24 * HOUR,
  appeal: 72 * HOUR,
  // For goods the table says nothing: three days to the pick-up point or for a yes, two to look, a week for the next delivery (our own).
  bringBack: 72 * HOUR,
  inspect: 48 * HOUR,
  giveBack: 72 * HOUR,
  replace: 7 * 24 * HOUR,
  receive: 72 * HOUR,
  appealWindow: 7 * 24 * HOUR,
} as const

export type Policy = { [K in keyof typeof DEFAULT_POLICY]: number }
