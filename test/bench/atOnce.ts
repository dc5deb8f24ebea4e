/** How fast pieces of work went. */
export interface Pace {
  perSecond: number
  /** Milliseconds within which 95 of 100 were done. */
  p95: number
}

export const CONCURRENCY = 16

/** Does the pieces of work, sixteen at a time: each of sixteen takes the next one as soon as it has done one. */
export async function atOnce(works: readonly (() => Promise<unknown>)[]): Promise<Pace> {
  const took: number[] = []
  let next = 0
  const begun = performance.now()
  const hand = async () => {
    for (let work = works[next++]; work; work = works[next++]) {
      const start = performance.now()
      await work()
      took.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, hand))
  return { perSecond: (works.length * 1000) / (performance.now() - begun), p95: percentile(took, 0.95) }
}

/** The least value that so large a share does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}
