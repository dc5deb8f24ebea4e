/** An order as far as its price tells something. */
export interface TellingOrder {
  /** Fen. */
  total: number
  lines: readonly { productId: string; quantity: number }[]
}

/**
 * Prices that orders of a single product tell: total ÷ pieces, in fen per piece. Only where all such orders agree to the fen; one coupon
 * among them and nothing is learned, since nobody can say which of them paid the list price.
 */
export function learnPrices(orders: readonly TellingOrder[]): ReadonlyMap<string, number> {
  const told = new Map<string, number | 'DISAGREE'>()
  for (const { lines, total } of orders) {
    const [line, ...others] = lines
    if (!line || others.length > 0) continue
    const price = total % line.quantity === 0 ? total / line.quantity : 'DISAGREE'
    const before = told.get(line.productId)
    told.set(line.productId, before === undefined || before === price ? price : 'DISAGREE')
  }
  return new Map([...told].filter((entry): entry is [string, number] => entry[1] !== 'DISAGREE'))
}
