/** What one message means for complaints that stand before it. */
export interface LaterWords {
  who: string
  /** The leader writes it. */
  leader: boolean
  /** Orders that it names or answers, the speaker's own left out where the speaker is known. */
  about: ReadonlySet<string>
  /** Says something is refunded, sent again, found or not so, about whoever it names. */
  answers: boolean
  /** Says that something is settled. */
  settles: boolean
  /** A complaint of its own stands in it. */
  complains: boolean
  /** A number with nothing it belongs to, or that nothing needs to be refunded: changes what was said before, however long ago. */
  corrects: boolean
  /** Has words that were not understood. */
  odd: boolean
}

/** Whose complaint it is: as the chat calls them, and the orders it may be about. */
export interface Complainer {
  who: string
  /** The next words without a name may be the same person's. */
  loose: boolean
  orderIds: readonly string[]
}

/** Messages; who says something more about it says it soon. */
const SOON = 5

/**
 * Why a complaint may no longer stand, from what was said after it: by the same person, to them, or by the leader. Linear in the messages.
 * @param complainers for each message, whose complaint it has; null where it has none
 * @returns for each message, the reasons in words; empty where nothing speaks against it
 */
export function doubtsFromLater(messages: readonly LaterWords[], complainers: readonly (Complainer | null)[]): string[][] {
  const odd = new Map<string, number>()
  const corrected = new Set<string>()
  /** Who answered about an order; null when several did. */
  const answered = new Map<string, string | null>()
  let settled = false
  const doubts: string[][] = messages.map(() => [])
  for (let at = messages.length - 1; at >= 0; at--) {
    const message = messages[at]
    const complainer = complainers[at]
    if (!message) continue
    if (complainer) {
      const { who, loose, orderIds } = complainer
      const why = doubts[at] ?? []
      if (who !== '' && corrected.has(who)) why.push('后来又改了数，或者说不用退了')
      if ((odd.get(who) ?? Infinity) - at <= (who === '' ? 1 : SOON) || (loose && odd.get('') === at + 1)) why.push('紧接着还说了别的，请看一眼原话')
      if (orderIds.some(id => answered.has(id) && answered.get(id) !== who)) why.push('后来有人回了这家，像是处理过了')
      if (settled) why.push('团长后来说退了，请看说的是哪家')
    }
    const { who, about, complains } = message
    if (message.corrects && !complains) corrected.add(who)
    // Nobody knows whether two messages without a name are one person's; one that names a household of its own is another's.
    if (!complains && (message.odd || message.corrects) && (who !== '' || about.size === 0)) odd.set(who, at)
    if (message.answers) for (const id of about) answered.set(id, answered.has(id) && answered.get(id) !== who ? null : who)
    if (message.leader && message.settles && about.size === 0) settled = true
  }
  return doubts
}
