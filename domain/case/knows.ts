import type { CaseState } from './case'
import { pendingAt } from './effect'
import type { CaseEvent, OwnWay } from './events'

/** When the resident came to know of what happened at `from`, from when on what they have to do with it can run; null: they do not know yet. ms */
export function knownSince({ toTell, told = [] }: Pick<CaseState, 'toTell' | 'told'>, from: number): number | null {
  const then = told.find(t => t.upTo >= from)
  if (then) return Math.max(from, then.at)
  return toTell != null && toTell >= from ? null : from
}

/**
 * That the resident came to know of the case as it is, without anybody's hand: they opened it, or WeChat took a message about the newest of it.
 * @param newest when what they saw happened, at the latest. ms
 * @param copy the notice whose copy it was, as long as WeChat may still say that it did not arrive. Whoever opens what they know by that alone knows it for certain
 * @returns null where there is nothing new to them, or what is new can still be taken back
 */
export function cameToKnow(c: CaseState, how: OwnWay, newest: number, now: number, copy?: string): CaseEvent | null {
  const since = c.toTell ?? (how === 'opened' ? uncertainSince(c) : null)
  if (since === null || since > newest || pendingAt(c, now)) return null
  return { v: 1, at: now, by: { party: 'system', personId: how }, command: `told:${how}:${copy ?? since}`, type: 'Told', how, ...(copy === undefined ? {} : { copy }) }
}

/** When they were told by nothing but a copy; null where they know it otherwise, or nobody told them. ms */
function uncertainSince({ told = [] }: CaseState): number | null {
  const last = told.at(-1)
  return last?.byCopy ? last.at : null
}

/**
 * That the copy which told the resident did not arrive.
 * @returns null where it told them nothing, that was taken back already, or they know it by something else since
 */
export function wasNotTold({ told = [] }: CaseState, copy: string, now: number): CaseEvent | null {
  const at = told.findIndex(t => t.byCopy?.notice === copy)
  // Another copy may not have arrived either: it takes this one's place, and is asked after in its turn.
  if (at < 0 || told.slice(at).some(t => !t.byCopy)) return null
  return { v: 1, at: now, by: { party: 'system', personId: 'wechat' }, command: `notTold:${copy}`, type: 'NotTold', copy }
}

/** The case as if a copy had told nobody: to be told again, unless another told them since; and with the offer's ends that were before. */
export function withoutCopy(c: CaseState, copy: string): CaseState {
  const { told = [] } = c
  const at = told.findIndex(t => t.byCopy?.notice === copy)
  const telling = told[at]
  if (!telling?.byCopy) throw new Error(`case ${c.id}: copy ${copy} told nobody`)
  const { toTell, ends } = telling.byCopy
  const others = told.filter(t => t !== telling)
  const without = { ...c, told: others, toTell: at < others.length ? c.toTell ?? null : Math.max(c.toTell ?? 0, toTell) }
  const { offer } = c
  if (!offer || !ends || offer.at >= telling.at) return without
  const before = { ...offer, options: offer.options.map((o, i) => ({ ...o, ...(typeof ends[i] === 'number' ? { until: ends[i] } : {}) })) }
  const known = knownSince(without, offer.at)
  return { ...without, offer: known === null ? before : endsAnew(before, known) }
}

/** More than a day nobody needs for an answer who has it before them (our own). ms */
const LONGEST_ANEW = 24 * 3600_000

/** What is offered, as it is for whoever learns of the case at this moment. See docs/decisions/0031. */
export function offerOnceKnown(c: CaseState, at: number): CaseState['offer'] {
  const { offer } = c
  return !offer || knownSince(c, offer.at) !== null ? offer : endsAnew(offer, at)
}

/**
 * What was offered to somebody who learns of it only now: where more than half of the time that an option was given is gone, that time begins anew, a day of it at
 * most. What ended in their night, or before WeChat reached them, was never offered to them.
 */
function endsAnew(offer: NonNullable<CaseState['offer']>, at: number): NonNullable<CaseState['offer']> {
  return { ...offer, options: offer.options.map(o => (o.until !== undefined && o.until - at < (o.until - offer.at) / 2 ? { ...o, until: at + Math.min(o.until - offer.at, LONGEST_ANEW) } : o)) }
}
