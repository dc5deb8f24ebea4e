import type { BuyingHousehold } from '../../../../../domain/contract/calls'

/** How the leader knows a household: 7号 王阿姨 · 5号楼602室. */
export function householdWords({ joinNumber, buyer, room }: Pick<BuyingHousehold, 'joinNumber' | 'buyer' | 'room'>): string {
  return `${joinNumber === '' ? '' : `${joinNumber}号 `}${buyer}${room === '' ? '' : ` · ${room}`}`
}

/** Households that answer to what was typed; a number that is exactly a 跟团号 first. */
export function findHouseholds(households: readonly BuyingHousehold[], typed: string): BuyingHousehold[] {
  const sought = typed.trim().replace(/号$/, '').toLowerCase()
  const exact = households.filter(h => h.joinNumber === sought)
  const others = households.filter(h => h.joinNumber !== sought && [h.buyer.toLowerCase(), h.room, h.phoneLast4].some(text => text.includes(sought)))
  return [...exact, ...others]
}
