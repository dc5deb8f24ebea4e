/** A stretch of time, from its first instant up to but not including its last. ms */
export interface Interval { from: number; to: number }

/** The same time as stretches in order that neither touch nor overlap; empty ones are dropped. */
export function normalized(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const next of intervals.filter(i => i.from < i.to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to)
    else merged.push({ ...next })
  }
  return merged
}

/** What lies in the first and in none of the second: `active / break`. */
export function without(intervals: readonly Interval[], breaks: readonly Interval[]): Interval[] {
  const holes = normalized(breaks)
  return normalized(intervals).flatMap(interval => {
    const left: Interval[] = []
    let from = interval.from
    for (const hole of holes) {
      if (hole.to <= from) continue
      if (hole.from >= interval.to) break
      left.push({ from, to: hole.from })
      from = hole.to
    }
    left.push({ from, to: interval.to })
    return left.filter(i => i.from < i.to)
  })
}

/** What lies in both. */
export function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return without(a, without(a, b))
}

/** How long they are together. ms */
export function lengthOf(intervals: readonly Interval[]): number {
  return normalized(intervals).reduce((sum, { from, to }) => sum + to - from, 0)
}
