import type { BoughtGroupBuy } from '../../../domain/contract/calls'

/** Every line by itself under its group-buy, so that a list can be cut anywhere; see `groupAgain`. */
export function lineByLine(bought: readonly BoughtGroupBuy[]): BoughtGroupBuy[] {
  return bought.flatMap(b => b.lines.map(line => ({ ...b, lines: [line] })))
}

/** Lines that stand behind one another under the same group-buy, together again. */
export function groupAgain(lines: readonly BoughtGroupBuy[]): BoughtGroupBuy[] {
  const groups: BoughtGroupBuy[] = []
  for (const one of lines) {
    const last = groups.at(-1)
    if (last?.groupBuyId === one.groupBuyId) last.lines.push(...one.lines)
    else groups.push({ ...one, lines: [...one.lines] })
  }
  return groups
}
