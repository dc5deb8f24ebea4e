/** One notice, as it may be said outside WeChat: what a supplier may know, whoever it is for. Nothing in it tells who the household is. */
export interface Told {
  /** What it counts as: its case, however often that is spoken of; all that a nudge is about; the notice itself where it is of none. */
  cases: readonly string[]
  /** What it is about. */
  goods: string
  groupBuy: string
  /** Says of nothing by itself, but how many are over their time: of what goods the first was is no word of the others. */
  nudge: boolean
  /** To be handled by then; null where nothing is. ms */
  dueAt: number | null
  /** A danger, or something that was escalated. */
  urgent: boolean
  /** A danger to people. */
  hazard: boolean
  /** WeChat was to bring it and did not. */
  wechatDidNot: boolean
  /** As in the inbox, with the household made unreadable: for a person's own mailbox only. */
  title: string
  body: string
}

/** How many cases are spoken of. */
export function casesTold(told: readonly Pick<Told, 'cases'>[]): number {
  return new Set(told.flatMap(t => t.cases)).size
}
