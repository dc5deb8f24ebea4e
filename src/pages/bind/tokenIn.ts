/** The invitation that a pasted link carries, however much text stands around it; null when there is none. */
export function tokenIn(pasted: string): string | null {
  return /token=([\w-]{20,80})/.exec(pasted)?.[1] ?? null
}
