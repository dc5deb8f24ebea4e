import { refusal, type Refusal } from '../contract/refusal'
import type { Reason } from '../case/reasons'
import { whyNotClaimable } from './claimable'
import type { Order } from './order'

/** Who answers for what the arrival check found; the default of every case about it. */
export type Bearer = 'supplier' | 'carrier' | 'leader'

/** What the leader counted of a product before the neighbours picked it up. Pieces. */
export interface ArrivalCheck {
  /** Drawn by the client: the same count again changes nothing. */
  id: string
  productId: string
  ordered: number
  arrived: number
  damaged: number
  /** Of the crate; evidence in every case that it proves. */
  photos: string[]
  bearer: Bearer
  at: number
  by: string
}

/** Counted, as a leader sends it. */
export type Counted = Pick<ArrivalCheck, 'productId' | 'arrived' | 'damaged' | 'photos' | 'bearer'>

/** More than was ordered may come, by mistake or as a gift; more than twice is a slip of the finger. */
const MOST_TIMES = 2

/** @returns what is wrong with a count, or null when it can stand */
export function countTrouble({ arrived, damaged, photos }: Counted, ordered: number, at: string): Refusal | null {
  if (!Number.isSafeInteger(arrived) || arrived < 0 || arrived > Math.max(1, ordered) * MOST_TIMES) return refusal('BAD_COUNT', `订了 ${ordered} 件，到货数不对`, `${at}.arrived`)
  if (!Number.isSafeInteger(damaged) || damaged < 0 || damaged > arrived) return refusal('BAD_COUNT', `到了 ${arrived} 件，坏的不会更多`, `${at}.damaged`)
  if (damaged > 0 && photos.length === 0) return refusal('PHOTO_NEEDED', '坏了的请拍一张整箱的照片，邻居就不用一家家拍了', `${at}.photos`)
  return null
}

/** Pieces of a product in all orders that count. */
export function orderedOf(orders: readonly Order[], productId: string): number {
  return orders.filter(o => whyNotClaimable(o) === null).flatMap(o => o.lines).filter(l => l.productId === productId).reduce((sum, l) => sum + l.quantity, 0)
}

/** The newest count of a product; a count can be put right, older ones stay on record. */
export function newestCheck(checks: readonly ArrivalCheck[] | undefined, productId: string): ArrivalCheck | null {
  return checks?.filter(c => c.productId === productId).at(-1) ?? null
}

/** What spoils on the way or was crushed shows when the crate is opened. */
const DAMAGE: readonly Reason[] = ['spoiled', 'damaged', 'packageDamaged', 'thawed']

/** Reasons that the check proves: nobody has to photograph them again. */
export function provenBy(check: ArrivalCheck | null): Reason[] {
  if (check === null) return []
  return [...(check.arrived < check.ordered ? ['missing' as const] : []), ...(check.damaged > 0 ? DAMAGE : [])]
}
