/** A line to be priced. */
export interface UnpricedLine {
  /** Pieces, ≥ 1. */
  quantity: number
  /** List price, fen per piece; null when nobody told. */
  price: number | null
}

export interface PricedLines {
  /** Fen per line, ≥ 0; they add up to the order's total exactly. */
  paid: number[]
  /**
   * `single`: one line, it cost the total. `list`: list prices add up to the total. `allocated`: they do not (a coupon, freight), the total
   * is shared out in their proportion. `guessed`: for some lines there is no price, see `withoutPrice`.
   */
  how: 'single' | 'list' | 'allocated' | 'guessed'
  /** Indexes of the lines whose amount is a guess: the leader is asked for their prices. */
  withoutPrice: number[]
}

/**
 * What was paid per line, from list prices and the order's total (fen, an integer ≥ 0).
 * Lines without a price share what the priced ones leave, by pieces; where these leave nothing, a missing price counts as the
 * average of the known ones; without any price pieces alone count. All of this is marked as a guess.
 */
export function priceLines(lines: readonly UnpricedLine[], total: number): PricedLines {
  if (lines.length === 1) return { paid: [total], how: 'single', withoutPrice: [] }
  const withoutPrice = [...lines.keys()].filter(index => lines[index]?.price === null)
  const listed = lines.map(line => (line.price ?? 0) * line.quantity)
  const sum = listed.reduce((a, b) => a + b, 0)
  if (withoutPrice.length === 0) {
    if (sum === total) return { paid: listed, how: 'list', withoutPrice }
    return { paid: shareOut(total, sum > 0 ? listed : lines.map(line => line.quantity)), how: 'allocated', withoutPrice }
  }
  const unknownPieces = lines.map(line => line.price === null ? line.quantity : 0)
  if (sum === 0) return { paid: shareOut(total, unknownPieces), how: 'guessed', withoutPrice }
  if (sum < total) {
    const rest = shareOut(total - sum, unknownPieces)
    return { paid: listed.map((amount, index) => amount + (rest[index] ?? 0)), how: 'guessed', withoutPrice }
  }
  const knownPieces = lines.reduce((pieces, line) => pieces + (line.price === null ? 0 : line.quantity), 0)
  const average = Math.ceil(sum / knownPieces)
  return { paid: shareOut(total, lines.map(line => (line.price ?? average) * line.quantity)), how: 'guessed', withoutPrice }
}

/**
 * Shares `total` fen out in proportion to `weights` by largest remainder; ties go to the earlier one. The sum is exact.
 * @param weights integers ≥ 0, at least one above 0 (or `total` 0)
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) return weights.map(() => 0)
  // Total times weight can pass 2^53; BigInt keeps it exact.
  const exact = weights.map(weight => BigInt(total) * BigInt(weight))
  const shares = exact.map(amount => Number(amount / sum))
  let left = total - shares.reduce((a, b) => a + b, 0)
  const byRemainder = [...weights.keys()].sort((a, b) => {
    const difference = (exact[b] ?? 0n) % sum - (exact[a] ?? 0n) % sum
    return difference > 0n ? 1 : difference < 0n ? -1 : a - b
  })
  for (const index of byRemainder) {
    if (left === 0) break
    shares[index] = (shares[index] ?? 0) + 1
    left--
  }
  return shares
}
