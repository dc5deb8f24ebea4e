/** How far the cloud's clock is ahead of this phone's; null before any answer. ms */
let ahead: number | null = null
const heard = new Set<() => void>()

/**
 * What an answer says of the cloud's time. It was given between asking and hearing, so that much stays open: what is known already stays where it may be
 * right, and moves no further than it must where it cannot be. No answer makes it wrong by more than it took itself.
 * @param now the cloud's time as it answered. ms
 * @param askedAt this phone's time before asking; `heardAt`: as the answer was there. ms
 */
export function heardCloudTime(now: number, askedAt: number, heardAt: number): void {
  // Somebody set the phone's clock back in between: the next answer will tell.
  if (!Number.isFinite(now) || heardAt < askedAt) return
  const [least, most] = [now - heardAt, now - askedAt]
  const next = ahead === null ? (least + most) / 2 : Math.min(most, Math.max(least, ahead))
  if (next === ahead) return
  ahead = next
  for (const hear of heard) hear()
}

/** How far the cloud's clock is ahead of this phone's, as far as is known. ms */
export function cloudAhead(): number {
  return ahead ?? 0
}

/** Hears when that changes. @returns stop listening */
export function watchCloudTime(hear: () => void): () => void {
  heard.add(hear)
  return () => void heard.delete(hear)
}
