import { optionTrouble, worthOf, type OfferOption, type Remedy } from '../../../domain/case/remedy'
import { UNDO_WINDOW } from '../../../domain/clock/policy'
import { yuan } from '../../../domain/case/money'
import { fenIn } from '../../words/fenIn'

/** A way out while it is being written: amounts as they were typed, in yuan. */
export interface OptionDraft {
  remedy: Remedy
  refund: string
  freight: string
  compensation: string
  returnFirst: boolean
  /** What came back and failed stays here. */
  kept: boolean
  /** ms; null: for as long as nobody answers. */
  until: number | null
  words: string
}

export type DraftField = keyof OptionDraft

/** What this way out gives back of the price; the others give something else. */
export const GIVES_BACK: readonly Remedy[] = ['refund', 'returnRefund']
/** Where the goods may come back first. */
export const MAY_COME_BACK: readonly Remedy[] = ['exchange', 'repair']
/** What came back is taken back after all, or changed: nobody has to say that it stays. */
export const STAYS_ANYWAY: readonly Remedy[] = ['returnRefund', 'exchange', 'repair']
/** Where nobody knows what it means without words. */
export const NEEDS_WORDS: readonly Remedy[] = ['gift', 'coupon', 'discount']

export function draftOf(option: OfferOption): OptionDraft {
  const typed = (fen: number | undefined) => (fen ? yuan(fen).slice(1) : '')
  return { remedy: option.remedy, refund: typed(option.refund), freight: typed(option.freight), compensation: typed(option.compensation), returnFirst: option.returnFirst ?? false, kept: option.kept ?? false, until: option.until ?? null, words: option.words ?? '' }
}

/**
 * The way out as it would be sent, and what is wrong with it, at its field.
 * @param most fen that can be given back; null: not this party's business, the cloud says when it is too much
 * @param limit fen that one may decide in all; null: no limit
 */
export function read(draft: OptionDraft, most: number | null, limit: number | null, now: number): { option: OfferOption; trouble: { field: DraftField; says: string } | null } {
  const amounts = (['refund', 'freight', 'compensation'] as const).map(field => ({ field, fen: draft[field].trim() === '' || (field === 'refund' && !GIVES_BACK.includes(draft.remedy)) ? 0 : fenIn(draft[field]) }))
  const unread = amounts.find(a => typeof a.fen === 'string')
  const fen = (field: DraftField) => { const found = amounts.find(a => a.field === field)?.fen; return typeof found === 'number' ? found : 0 }
  const words = draft.words.trim()
  const option: OfferOption = {
    remedy: draft.remedy, refund: fen('refund'),
    ...(fen('freight') > 0 ? { freight: fen('freight') } : {}), ...(fen('compensation') > 0 ? { compensation: fen('compensation') } : {}),
    ...(draft.returnFirst && MAY_COME_BACK.includes(draft.remedy) ? { returnFirst: true } : {}),
    ...(draft.kept && !STAYS_ANYWAY.includes(draft.remedy) ? { kept: true } : {}),
    ...(draft.until === null ? {} : { until: draft.until }), ...(words === '' ? {} : { words }),
  }
  if (unread) return { option, trouble: { field: unread.field, says: String(unread.fen) } }
  const wrong = optionTrouble({ line: { left: most ?? Number.MAX_SAFE_INTEGER } }, option, '', now + UNDO_WINDOW)
  if (wrong) return { option, trouble: { field: (wrong.field ?? 'refund') as DraftField, says: wrong.message } }
  if (limit !== null && worthOf(option) > limit) return { option, trouble: { field: GIVES_BACK.includes(draft.remedy) ? 'refund' : 'compensation', says: `一共 ${yuan(worthOf(option))}，超过您能定的 ${yuan(limit)}，请团长定` } }
  return { option, trouble: null }
}
