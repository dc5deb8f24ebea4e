import type { Order, OrderStatus } from './order'
import type { ParsedOrder } from './readOrderRows'

/** An order only moves forward through these; an export carries no date of its own, so a step back tells that the file is the older one. */
const forward: Readonly<Record<OrderStatus, number>> = { unpaid: 0, paid: 1, cancelled: 2, refunded: 3 }

const inWords: Readonly<Record<OrderStatus, string>> = { unpaid: '待支付', paid: '已支付', cancelled: '已取消', refunded: '已退款' }

/** Why a row is older than what is stored, in the leader's words; null when it is not. Refunded money does not come back either. */
export function whyOlder(row: ParsedOrder, stored: Order): string | null {
  if (forward[row.status] < forward[stored.status]) return `已经记为${inWords[stored.status]}，表里还是${inWords[row.status]}，这张表更旧，没有改`
  if (row.refunded < stored.refunded) return '已经记下的退款比表里多，这张表更旧，没有改'
  return null
}

/** What a row says of an order besides its lines. */
export type OrderFacts = Pick<Order,
  'joinNumber' | 'buyer' | 'receiver' | 'phoneLast4' | 'phoneHash' | 'room' | 'pickupPoint' | 'status' | 'total' | 'refunded' | 'paidAt'>

/**
 * The newest row's word, where it has one: an export with fewer columns, or with masked phones, takes nothing away. Only a masked phone
 * that ends in other digits replaces a whole one, because the household has changed it.
 */
export function newerFacts(row: ParsedOrder, stored: Order | undefined): OrderFacts {
  const phoneKnown = stored !== undefined && row.phoneHash === '' && (row.phoneLast4 === '' || row.phoneLast4 === stored.phoneLast4)
  const phone = phoneKnown ? stored : row
  return {
    joinNumber: row.joinNumber || (stored?.joinNumber ?? ''),
    buyer: row.buyer || (stored?.buyer ?? ''),
    receiver: row.receiver || (stored?.receiver ?? ''),
    phoneLast4: phone.phoneLast4,
    phoneHash: phone.phoneHash,
    room: row.room || (stored?.room ?? ''),
    pickupPoint: row.pickupPoint || (stored?.pickupPoint ?? ''),
    status: row.status, total: row.total, refunded: row.refunded,
    paidAt: row.paidAt ?? stored?.paidAt ?? null,
  }
}
