/**
 * What changed the number of messages that may still be sent. `asked`: the phone told of an accept; `pushed`: WeChat did; `sent`, `returned`:
 * a message was about to be sent, and was not; `emptied`: WeChat says that none is left.
 */
export type EntryKind = 'asked' | 'pushed' | 'sent' | 'returned' | 'emptied'

/** One line of the ledger; its id makes it count once. `at`: when it happened, as far as is known. ms */
export interface Entry { id: string; kind: EntryKind; at: number }

/**
 * How many messages may still be sent to a person by a template, from the lines alone, in whatever order they came: what was allowed since WeChat last said that
 * none is left, less what was sent since. Each accept is told by the phone and by WeChat, and either may fail to: the first of the one are the first of the other,
 * and what was told twice was given no later than the earlier of the two.
 * @param ahead accepts that the phone told of, less those that WeChat told of; of the lines that are not kept any more as well
 */
export function creditsLeft(lines: readonly Entry[], ahead: number): number {
  const timesOf = (kind: EntryKind) => lines.filter(l => l.kind === kind).map(l => l.at).sort((a, b) => a - b)
  const [asked, pushed] = [timesOf('asked'), timesOf('pushed')]
  const since = Math.max(0, ...timesOf('emptied'))
  const [alone, both, others] = ahead >= 0 ? [asked.splice(asked.length - ahead), asked, pushed] : [pushed.splice(pushed.length + ahead), pushed, asked]
  // The newest stand opposite each other; of the oldest one line or the other may be gone.
  const pairs = Array.from({ length: Math.max(both.length, others.length) }, (_, i) => Math.min(both.at(-1 - i) ?? Infinity, others.at(-1 - i) ?? Infinity))
  const after = (times: readonly number[]) => times.filter(at => at > since).length
  return Math.max(0, after(alone) + after(pairs) - after(timesOf('sent')) + after(timesOf('returned')))
}
