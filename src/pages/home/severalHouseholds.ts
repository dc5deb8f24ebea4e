import type { BoughtLine } from '../../../domain/contract/calls'

/** Whether things of more than one household stand in the list: by their names, or by two 跟团号 in one group-buy. */
export function severalHouseholds(bought: readonly { lines: readonly Pick<BoughtLine, 'buyer' | 'joinNumber'>[] }[]): boolean {
  const names = new Set(bought.flatMap(b => b.lines.map(l => l.buyer)))
  return names.size > 1 || bought.some(b => new Set(b.lines.map(l => l.joinNumber)).size > 1)
}
