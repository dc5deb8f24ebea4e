/** WeChat answers "cancel" as a failure; for a person it is none. */
export function isCancelled(trouble: unknown): boolean {
  return /cancel/i.test((trouble as { errMsg?: string } | null)?.errMsg ?? '')
}
