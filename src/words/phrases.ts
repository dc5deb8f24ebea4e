import { yuan } from '../../domain/case/money'
import type { Criterion } from '../../domain/case/reasons'
import type { Standards } from '../../domain/contract/calls'
import type { CaseView } from '../../domain/people/caseView'
import { filledIn, repliesFor, type Fillings, type ReplyPurpose } from '../../domain/replies/reply'

/** Sentences to tap, with what they are about filled in. */
export function phrasesFor(standards: Standards | null, purpose: ReplyPurpose, fillings: Fillings, criterion?: Criterion): string[] {
  return repliesFor(standards?.replies ?? null, purpose, criterion).map(r => filledIn(r.words, fillings))
}

/** Who and what a sentence about this case is about. */
export function fillingsOf(view: CaseView): Fillings {
  return { 称呼: view.household?.buyer || '您好', 商品: view.title, 金额: yuan(view.amount > 0 ? view.amount : view.asked) }
}

/** For many households at once: nobody's name, and to each their own amount. */
export function fillingsForMany(title: string): Fillings {
  return { 称呼: '各位邻居', 商品: title, 金额: '相应的钱' }
}
