/**
 * What changed the number of messages that may still be sent. `asked`: the phone told of an accept; `pushed`: WeChat did; `sent`, `returned`:
 * a message was about to be sent, and was not; `emptied`: WeChat says that none is left.
 */
export type EntryKind = 'asked' | 'pushed' | 'sent' | 'returned' | 'emptied'

/** One line of the ledger; its id makes it count once. `at`: when it happened, whenever it was heard of. ms */
export interface Entry { id: string; kind: EntryKind; at: number }

/** How many may still be sent, and the latest lines that say so. Below nothing: an accept that a message went by was not heard of yet. */
export interface Ledger { left: number; entries: Entry[] }

/** Longer than any retry lasts, and than any push is late. */
const REMEMBERED = 100

/** Of one moment: a word that none is left is about what was before it, its own message among that. */
const ORDER: readonly EntryKind[] = ['asked', 'pushed', 'sent', 'returned', 'emptied']

/**
 * The ledger with one line more. The lines count in the order in which they happened, so that it comes to the same in whatever order they arrive; a line
 * that is there already changes nothing.
 */
export function entered({ left, entries }: Ledger, entry: Entry): Ledger {
  if (entries.some(e => e.id === entry.id)) return { left, entries }
  const after = [...entries, entry].sort((a, b) => a.at - b.at || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1))
  // What is not remembered any more is older than all of these: a word that none is left ends that, too.
  return { left: entry.kind === 'emptied' ? leftBy(after) : left + leftBy(after) - leftBy(entries), entries: after.slice(-REMEMBERED) }
}

/**
 * What so many lines come to, the oldest first. Each accept comes both ways, in any order, and either way may lose it: what counts is the larger of the two
 * numbers, so one that the other way is already ahead by changes nothing. An accept whose one half came before WeChat emptied all is not given anew by the other.
 */
function leftBy(entries: readonly Entry[]): number {
  let left = 0
  // How many more the phone told of than WeChat.
  let ahead = 0
  for (const { kind } of entries) {
    switch (kind) {
      case 'asked':
        if (ahead >= 0) left += 1
        ahead += 1
        break
      case 'pushed':
        if (ahead <= 0) left += 1
        ahead -= 1
        break
      case 'sent': left -= 1; break
      case 'returned': left += 1; break
      case 'emptied': left = 0
    }
  }
  return left
}
