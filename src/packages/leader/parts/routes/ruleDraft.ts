import { REASON_CODES, REASONS, type CaseClass, type Reason, type RecoverFrom } from '../../../../../domain/case/reasons'
import type { Input } from '../../../../../domain/contract/calls'
import type { Holder } from '../../../../../domain/route/rule'
import { fenIn } from '../../../../words/fenIn'

/** A rule as the contract takes it. */
export type Rule = Input<'saveRoutes'>['rules'][number]

/** A rule while somebody fills it in: nothing chosen means that it does not matter. */
export interface RuleDraft {
  id: string
  classes: CaseClass[]
  reasons: Reason[]
  productKeys: string[]
  supplierIds: string[]
  /** Yuan as typed; '' for any amount. */
  atLeast: string
  holder: Holder | null
  recoverFrom: RecoverFrom | 'usual'
  words: string
}

export function emptyDraft(id: string): RuleDraft {
  return { id, classes: [], reasons: [], productKeys: [], supplierIds: [], atLeast: '', holder: null, recoverFrom: 'usual', words: '' }
}

export function draftOf({ id, when, then, words }: Rule): RuleDraft {
  return {
    id, classes: [...when.classes ?? []], reasons: [...when.reasons ?? []], productKeys: [...when.productKeys ?? []], supplierIds: [...when.supplierIds ?? []],
    atLeast: when.askedAtLeast === undefined ? '' : (when.askedAtLeast / 100).toFixed(2), holder: then.holder, recoverFrom: then.recoverFrom ?? 'usual', words,
  }
}

/** @returns the rule, or what is still missing, in words */
export function ruleOf(draft: RuleDraft): Rule | string {
  const fen = draft.atLeast.trim() === '' ? undefined : fenIn(draft.atLeast)
  if (typeof fen === 'string') return fen
  if (fen === 0) return '金额要大于 0'
  if (draft.holder === null) return '选一下先归谁'
  if (draft.words.trim() === '') return '写一句这条说的是什么'
  const some = <T>(of: T[]) => (of.length === 0 ? undefined : of)
  const [classes, reasons, productKeys, supplierIds] = [some(draft.classes), some(draft.reasons), some(draft.productKeys), some(draft.supplierIds)]
  return {
    id: draft.id, words: draft.words.trim(),
    // What is left out must not be there at all: the contract knows no empty field.
    when: { ...(classes && { classes }), ...(reasons && { reasons }), ...(productKeys && { productKeys }), ...(supplierIds && { supplierIds }), ...(fen === undefined ? {} : { askedAtLeast: fen }) },
    then: { holder: draft.holder, ...(draft.recoverFrom === 'usual' ? {} : { recoverFrom: draft.recoverFrom }) },
  }
}

/** Reasons that can be told apart within the classes chosen; all where none is. */
export function reasonsWithin(classes: readonly CaseClass[]): Reason[] {
  return REASON_CODES.filter(r => classes.length === 0 || classes.includes(REASONS[r].class))
}

/** Other classes: reasons that do not belong to them any more are dropped. */
export function withClasses(draft: RuleDraft, classes: CaseClass[]): RuleDraft {
  return { ...draft, classes, reasons: draft.reasons.filter(r => reasonsWithin(classes).includes(r)) }
}

/** One place further forward. */
export function moved<T>(list: readonly T[], at: number): T[] {
  const [before, one] = [list[at - 1], list[at]]
  return before === undefined || one === undefined ? [...list] : [...list.slice(0, at - 1), one, before, ...list.slice(at + 1)]
}
