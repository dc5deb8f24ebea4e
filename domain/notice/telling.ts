import type { CopyState, Notice } from './notice'

/**
 * What becomes of telling a household by WeChat. `later`: it waits, for their morning or another reason, until `at` (ms); `now`: it goes within the minute; `noCredit`: they
 * allowed no message more; `unsure`: WeChat has it, perhaps, and did not say that it arrived; `failed`: WeChat did not bring it; `none`: nothing is sent, for another reason, which is theirs.
 */
export type Telling = { is: 'later'; at: number } | { is: 'now' | 'noCredit' | 'unsure' | 'failed' | 'none' }

/** What a copy looked at here has. */
export type Copied = Pick<Notice, 'caseId' | 'personId' | 'at' | 'copy' | 'copyAt' | 'copyError'>

/** What waits no longer than this is on its way: the courier comes every minute. ms */
const SOON = 60_000

/** By our books none was left, or by WeChat's. */
const USED_UP: readonly string[] = ['noCredit', '43101']

const WAITS: readonly CopyState[] = ['due', 'sending']

/**
 * @param copies of what their household was written about one case
 * @param of whom they are for, since when there is something to tell, and whether some of it is not written yet
 */
export function tellingOf(copies: readonly Copied[], of: { residentId: string; since: number; isWritten: boolean }, now: number): Telling {
  const news = copies.filter(c => c.personId === of.residentId && c.at >= of.since).sort((a, b) => b.at - a.at)
  const waiting = news.filter(c => WAITS.includes(c.copy))
  if (waiting.length > 0) {
    const at = Math.min(...waiting.map(c => (c.copy === 'due' ? c.copyAt ?? now : now)))
    return at > now + SOON ? { is: 'later', at } : { is: 'now' }
  }
  if (!of.isWritten) return { is: 'now' }
  const [newest] = news
  if (!newest) return { is: 'none' }
  switch (newest.copy) {
    case 'none': return { is: USED_UP.includes(newest.copyError) ? 'noCredit' : 'none' }
    case 'failed': return { is: 'failed' }
    default: return { is: 'unsure' }
  }
}
