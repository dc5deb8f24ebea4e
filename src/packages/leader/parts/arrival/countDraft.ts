import { forgetKept, readKept, writeKept } from '../../../../cloud/kept'
import type { Count } from './CountProduct'

/** What was counted and not recorded yet, by product; kept on the phone, so that leaving the page loses nothing. */
export type Counts = ReadonlyMap<string, Count>

const keyOf = (groupBuyId: string) => `arrival/${groupBuyId}`

export function openCounts(groupBuyId: string): Counts {
  return new Map(readKept<[string, Count][]>(keyOf(groupBuyId)) ?? [])
}

/** Photos that are still on their way do not survive the page; those that arrived do. */
export function keepCounts(groupBuyId: string, counts: Counts): void {
  if (counts.size === 0) forgetKept(keyOf(groupBuyId))
  else writeKept(keyOf(groupBuyId), [...counts].map(([productId, count]) => [productId, { ...count, sending: 0 }]))
}
