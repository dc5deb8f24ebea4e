import type { AgreedTo, Party } from '../../domain/case/case'
import type { Remedy } from '../../domain/case/remedy'
import { notedSaid, sentGoods, stageSaid } from '../../domain/case/sentGoods'
import type { Stage } from '../../domain/case/stage'
import { before } from '../../domain/clock/shanghai'
import type { CaseCard } from '../../domain/people/caseView'

/** What these are called goes by what travels, and by who has it; or by what was agreed, and who agreed. */
type OfGoods = 'agreedNoMoney' | 'waitingReturn' | 'returning' | 'inspecting' | 'waitingReplacement' | 'replacementSent' | 'replaced'

const FOR_LEADER: Record<Exclude<Stage, OfGoods>, string> = {
  waitingLeader: '等您看', waitingEvidence: '等邻居补照片', waitingSupplier: '等供货商回话', offered: '等邻居点头', refunding: '等您退款',
  refunded: '已退款', rejected: '没同意', withdrawn: '邻居撤销了',
  waitingOperator: '等平台定', waitingNobody: '暂时没有人能看', countered: '邻居提了价', givingBack: '等您还给邻居',
  refundFailed: '没退成，等您重退', appealed: '平台在重新看', dismissed: '平台看过，没改', lapsed: '邻居没回音', returnOff: '邻居先不退了',
}
const FOR_SUPPLIER: Record<Exclude<Stage, OfGoods>, string> = {
  waitingLeader: '团长在看', waitingEvidence: '等居民补照片', waitingSupplier: '等您回话', offered: '等居民点头', refunding: '团长在退款',
  refunded: '团长已经退了款', rejected: '没同意', withdrawn: '居民撤销了',
  waitingOperator: '等平台定', waitingNobody: '暂时没有人能看', countered: '居民提了价', givingBack: '等还给居民',
  refundFailed: '团长在重退', appealed: '平台在重新看', dismissed: '平台看过，没改', lapsed: '居民没回音', returnOff: '居民先不退了',
}
const FOR_OPERATOR: Record<Exclude<Stage, OfGoods>, string> = {
  waitingLeader: '等团长看', waitingEvidence: '等居民补照片', waitingSupplier: '等供货商回话', offered: '等居民点头', refunding: '等团长退款',
  refunded: '已退款', rejected: '没同意', withdrawn: '居民撤销了',
  waitingOperator: '等您定', waitingNobody: '没有人能定，要再请一位', countered: '居民提了价', givingBack: '等还给居民',
  refundFailed: '没退成，等重退', appealed: '等您重新看', dismissed: '看过，没改', lapsed: '居民没回音', returnOff: '居民先不退了',
}

const FOR_GATHERER: Record<Exclude<Stage, OfGoods>, string> = {
  waitingLeader: '团长在看', waitingEvidence: '等邻居补照片', waitingSupplier: '等供货商回话', offered: '等邻居点头', refunding: '等团长退款',
  refunded: '团长已经退了款', rejected: '没同意', withdrawn: '邻居撤销了',
  waitingOperator: '等平台定', waitingNobody: '暂时没有人能看', countered: '邻居提了价', givingBack: '等还给邻居',
  refundFailed: '团长在重退', appealed: '平台在重新看', dismissed: '平台看过，没改', lapsed: '邻居没回音', returnOff: '邻居先不退了',
}

const FOR = { leader: FOR_LEADER, supplier: FOR_SUPPLIER, operator: FOR_OPERATOR, gatherer: FOR_GATHERER }

/** Who reads: a party, or a helper leader, who looks after households and decides nothing. */
export type Reader = Party | 'gatherer'

export function readerOf({ as, gathered }: Pick<CaseCard, 'as' | 'gathered'>): Reader {
  return gathered ? 'gatherer' : as
}

/** What a stage is called, in the words of whoever reads it. */
export function stageWords({ stage, remedy, holder, agreedTo }: { stage: Stage; remedy: Remedy | null; holder?: Party | null; agreedTo?: AgreedTo | null }, as: Reader): string {
  if (as === 'resident' || as === 'system') return stageSaid(stage, remedy, agreedTo)
  const them = partyWords('resident', as)
  switch (stage) {
    case 'waitingReturn': return remedy === 'returnRefund' ? `等${them}退货` : `等${them}把东西拿回来`
    case 'returning': return `${them}拿出来了，等${holder ? partyWords(holder, as) : ''}收到`
    case 'inspecting': return `等${holder ? partyWords(holder, as) : ''}验货`
    case 'waitingReplacement': return sentGoods(remedy).waiting
    case 'replacementSent': return `${sentGoods(remedy).it}发了，等${them}收到`
    case 'replaced': return `${them}收到${sentGoods(remedy).it}了`
    // Of the desk any colleague may have said it.
    case 'agreedNoMoney': return notedSaid(remedy, agreedTo, agreedTo?.by === 'operator' ? '平台' : partyWords(agreedTo?.by ?? 'leader', as))
    default: return FOR[as][stage]
  }
}

/** Something is being found out, and nothing else of the decision runs: it waits for whoever looks into it. */
export function isInvestigated({ due }: Pick<CaseCard, 'due'>): boolean {
  return due?.clock === 'investigation'
}

/** Until when something is looked into; once that is over, that it was said. */
export function untilWords(until: number, now: number): string {
  return until < now ? `说好${before(until, now)}有结果，还没有` : `${before(until, now)}有结果`
}

/** A card's one line of state: for a supplier what is claimed from it comes first, because that is its part. */
export function cardWords(card: Pick<CaseCard, 'stage' | 'remedy' | 'agreedTo' | 'holder' | 'as' | 'gathered' | 'recovery' | 'due'>): string {
  if (card.as === 'supplier') {
    if (card.recovery?.state === 'claimed') return '请您确认承担'
    if (card.recovery?.state === 'admitted') return '您认了'
    if (card.recovery?.state === 'disputed') return '您有不同意见'
  }
  return isInvestigated(card) && card.as !== 'operator' ? '平台在查' : stageWords(card, readerOf(card))
}

/** Who is meant, in the words of whoever reads it. */
export function partyWords(party: Party, as: Reader): string {
  if (party === as) return '您'
  switch (party) {
    case 'resident': return as === 'supplier' || as === 'operator' ? '居民' : '邻居'
    case 'leader': return '团长'
    case 'supplier': return '供货商'
    case 'operator': return '平台'
    case 'system': return '系统'
  }
}
