import type { Order } from './order'
import { orderKeyWithoutNumber, type ParsedOrder } from './readOrderRows'
import type { RefusedRow } from './sheet'

/** A row and the stored order it is about; undefined when it is a new one. */
export interface MatchedRow {
  row: ParsedOrder
  stored: Order | undefined
}

/**
 * Which stored order each row of one group-buy is about. 订单号 first. Where either side has none, 跟团号 within the group-buy, so that an
 * export with fewer columns does not double every order; if that leaves a choice, the row is refused rather than guessed.
 * @param rows of this group-buy
 * @param stored orders of the community
 */
export function matchOrders(rows: readonly ParsedOrder[], groupBuyId: string, stored: readonly Order[]): { matched: MatchedRow[]; refused: RefusedRow[] } {
  const byKey = new Map(stored.map(order => [order.key, order]))
  const ofGroupBuy = stored.filter(order => order.groupBuyId === groupBuyId)
  const taken = new Set(rows.map(row => byKey.get(row.key)?._id))
  const matched: MatchedRow[] = []
  const refused: RefusedRow[] = []
  for (const row of rows) {
    const same = byKey.get(row.key)
    if (same && same.groupBuyId !== groupBuyId) {
      refused.push({ row: row.row, reason: `订单号${row.key}已经记在另一个团里，没有改`, code: 'OTHER_GROUP_BUY' })
      continue
    }
    if (same) {
      matched.push({ row, stored: same })
      continue
    }
    const candidates = row.joinNumber === '' ? [] : ofGroupBuy.filter(order => order.joinNumber === row.joinNumber && !taken.has(order._id)
      && (row.orderNumber === '' || madeWithoutNumber(order)))
    if (candidates.length > 1) {
      refused.push({ row: row.row, reason: `跟团号${row.joinNumber}下记着${candidates.length}单，这一行没有订单号，不知道是哪一单`, code: 'AMBIGUOUS_ORDER' })
      continue
    }
    taken.add(candidates[0]?._id)
    matched.push({ row, stored: candidates[0] })
  }
  return { matched, refused }
}

/** Whatever the group-buy was called then: its title may have been edited since, the key was not. */
function madeWithoutNumber(order: Order): boolean {
  return order.key.endsWith(orderKeyWithoutNumber('', order.joinNumber))
}
