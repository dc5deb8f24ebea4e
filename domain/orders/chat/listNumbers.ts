/** What stands at the beginning of a list's entry. */
interface Entry {
  who: string
  number: string | null
}

/** What the number before an entry is: the list's own, counted from one; one of several that follow one another; the 跟团号 as in the entries around it; or nobody knows. */
export type Numbering = 'list' | 'run' | 'joinNumber' | 'unknown'

/**
 * Tells a list that counts its entries from one that puts the 跟团号 before them. Linear.
 * @param fits whether the number is the 跟团号 of somebody called so; null where nobody is
 * @returns for each message what its number is; null where it has none
 */
export function numberings(messages: readonly Entry[], fits: (who: string, number: string) => boolean | null): (Numbering | null)[] {
  const numbers = messages.map(m => (m.number === null ? null : Number(m.number)))
  const found: (Numbering | null)[] = []
  for (let from = 0; from < messages.length; from++) {
    let [to, own, others] = [from, 0, 0]
    for (; messages[to]?.number != null; to++) {
      const fit = fits(messages[to]?.who ?? '', messages[to]?.number ?? '')
      if (fit === true) own += 1
      if (fit === false) others += 1
    }
    const fromOne = numbers.slice(from, to).includes(1)
    const byJoinNumber = own > 1 && own > others
    for (let at = from; at < to; at++) {
      const number = numbers[at] ?? 0
      const counts = number === 1 || numbers[at - 1] === number - 1 || numbers[at + 1] === number + 1
      found.push(byJoinNumber ? 'joinNumber' : !counts ? 'unknown' : fromOne ? 'list' : 'run')
    }
    if (to < messages.length) found.push(null)
    from = to
  }
  return found
}
