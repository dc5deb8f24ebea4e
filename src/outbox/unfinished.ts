import { forgetKept, readKept, writeKept } from '../cloud/kept'

/** Something begun and not sent, as the first page reminds of it. */
export interface Unfinished {
  /** As its draft is kept. */
  owner: string
  orderId: string
  lineId: string
  title: string
  at: number
}

const KEY = 'unfinished'
/** Who has not gone on by then will not; the draft itself stays. ms */
const REMINDED_FOR = 3 * 24 * 3600_000

/** What was begun lately, the last first. */
export function unfinishedAt(now: number): Unfinished[] {
  return (readKept<Unfinished[]>(KEY) ?? []).filter(one => now - one.at < REMINDED_FOR)
}

export function noteUnfinished(one: Unfinished): void {
  writeKept(KEY, [one, ...unfinishedAt(one.at).filter(other => other.owner !== one.owner)])
}

/** Sent, given up, or there is nothing to send any more. */
export function forgetUnfinished(owner: string): void {
  const kept = readKept<Unfinished[]>(KEY)
  if (!kept?.some(one => one.owner === owner)) return
  const others = kept.filter(one => one.owner !== owner)
  if (others.length > 0) writeKept(KEY, others)
  else forgetKept(KEY)
}
