import type { DayHours, Span } from '../../../../../domain/clock/serviceHours'

const HOUR = 60
/** When people rest, where the hours reach over it; our own. Minutes of the day. */
const NOON: Span = { from: 12 * HOUR, to: 14 * HOUR }

/** A day with a break more: around noon where somebody is here before and after it, else an hour in the middle of the longest stretch. Null: none is long enough. */
export function withBreak(day: DayHours): DayHours | null {
  const overNoon = day.find(s => s.from < NOON.from && s.to > NOON.to)
  if (overNoon) return without(day, overNoon, NOON)
  const longest = [...day].sort((a, b) => (b.to - b.from) - (a.to - a.from))[0]
  if (!longest) return null
  const from = Math.floor((longest.from + longest.to - HOUR) / 2 / HOUR) * HOUR
  return from > longest.from && from + HOUR < longest.to ? without(day, longest, { from, to: from + HOUR }) : null
}

function without(day: DayHours, of: Span, rest: Span): DayHours {
  return day.flatMap(s => (s === of ? [{ from: s.from, to: rest.from }, { from: rest.to, to: s.to }] : [s]))
}
