import limits from './budget.json'
import type { Figure } from './figure'

/** What a figure may not exceed: by its name, or by the longest `start.*` that its name begins with. @returns undefined when nothing is written down */
export function limitOf(name: string): number | undefined {
  const written: Record<string, number> = limits
  const own = written[name]
  if (own !== undefined) return own
  const starts = Object.keys(written).filter(key => key.endsWith('.*') && name.startsWith(key.slice(0, -1))).sort((a, b) => b.length - a.length)
  return starts[0] === undefined ? undefined : written[starts[0]]
}

/** What we want; the budget only keeps what stands from getting worse. */
const AIMS: Record<string, number> = {
  'roundTrips.file': 6, 'roundTrips.settle': 3,
  'roundTrips.leaderInbox': 2, 'roundTrips.residentHome': 2, 'roundTrips.supplierCases': 2, 'roundTrips.listGroupBuys': 2, 'roundTrips.listNotices': 2,
  'coldStart.api.times': 1.2,
}

/** Holds a figure against what is aimed at, or else against what the budget allows. */
export function againstBudget(name: string, value: number, unit: Figure['unit']): Figure {
  const aim = AIMS[name]
  if (aim !== undefined) return { name, value, unit, yardstick: { value: aim, of: 'aim' } }
  const limit = limitOf(name)
  return { name, value, unit, yardstick: limit === undefined ? null : { value: limit, of: 'budget' } }
}

/** Every figure that has grown past its limit, in words. */
export function overBudget(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ name, value, unit }) => {
    const limit = limitOf(name)
    return limit !== undefined && value > limit ? [`${name}: ${value} ${unit}, the budget is ${limit}`] : []
  })
}
