import type { CaseState, Party } from '../case/case'
import { effectiveAtOf } from '../case/effect'
import type { CaseEvent } from '../case/events'
import { yuan } from '../case/money'
import { INTAKE_CHANNELS } from '../case/onBehalf'
import { stageOf, STAGE_WORDS } from '../case/stage'
import { MISSING } from '../case/evidence'
import { criterionWords } from '../case/criteria'
import { REASONS } from '../case/reasons'
import { wishWords } from '../case/wish'
import { dueFor } from '../clock/deadlines'
import type { Policy } from '../clock/policy'
import { before, shanghai } from '../clock/shanghai'
import { fitField } from './limits'
import type { TemplateKey } from './templates'

/** A message owed to a party because of one event. */
export interface Owed {
  to: 'resident' | 'leader' | 'supplier'
  title: string
  body: string
  template: TemplateKey
  data: Record<string, string>
}

/**
 * Event → who is told what, once it is in effect. `c` is the case right after the event. Nobody is told of what they did themselves;
 * a case that came with an order somebody bound is news to them, though.
 */
export function owedFor(c: CaseState, event: CaseEvent, policy: Policy): Owed[] {
  return table(c, event, policy).filter(owed => owed.to !== event.by.party || event.type === 'TakenOver')
}

type Sentence = [to: Owed['to'], template: TemplateKey, title: string, body: string]

function table(c: CaseState, e: CaseEvent, policy: Policy): Owed[] {
  const toldAt = effectiveAtOf(e)
  const due = (party: Party) => dueFor(c, party, policy)?.dueAt ?? null
  const by = (party: Party) => { const at = due(party); return at === null ? '' : `，请在${before(at, toldAt)}处理` }
  const says = sentences(c, e, by)
  return says.map(([to, template, title, body]) => ({ to, title, body, template, data: fields(c, toldAt, template, title, due(to)) }))
}

function sentences(c: CaseState, e: CaseEvent, by: (party: Party) => string): Sentence[] {
  const goods = c.line.title
  switch (e.type) {
    case 'Filed':
      return [
        ['leader', 'toHandle', `${c.line.buyer}：${REASONS[e.reason].says}`, `${goods}，${wishWords(e.wish)}${by('leader')}`],
        ['resident', 'progress', `团长替您报了：${REASONS[e.reason].says}`, `${goods}，${e.channel ? INTAKE_CHANNELS[e.channel] : ''}。不对的话点开看看`],
        ['supplier', 'progress', `有居民反映${REASONS[e.reason].says}`, `${goods}，团长正在看，先让您知道`],
      ]
    case 'Settled':
      return [
        ['resident', 'progress', e.amount > 0 ? `同意了，退您 ${yuan(e.amount)}` : '团长知道了', `${goods}，团长${e.amount > 0 ? '会把钱退给您' : '会盯着这件事'}`],
        ...(c.recovery === 'claimed' ? recoveryClaimed(c, by) : c.supplierId === null ? [] : [['supplier', 'progress', '团长处理好了', goods] satisfies Sentence]),
      ]
    case 'SupplierGranted':
      if (e.amount === 0) return [['resident', 'progress', '供货商知道了', goods], ['leader', 'progress', '供货商知道了', goods]]
      return [
        ['resident', 'progress', `同意了，退您 ${yuan(e.amount)}`, `${goods}，团长会把钱退给您`],
        ['leader', 'toHandle', '供货商同意了', `${goods}，请把 ${yuan(e.amount)} 退给${c.line.buyer}${by('leader')}`],
      ]
    case 'Forwarded':
      return [
        ['supplier', 'toHandle', '团长请您先看看', `${goods}，${REASONS[c.reason].says}${by('supplier')}`],
        ['resident', 'progress', '团长请供货商先看看', goods],
      ]
    case 'EvidenceAsked':
      return [
        ['resident', 'progress', e.missing.length === 0 ? '请补一点照片或说一句' : `请${e.missing.map(m => MISSING[m]).join('、')}`, withDue(e.words.trim() === '' ? goods : `${goods}。${e.words.trim()}`, by('resident'))],
        ['leader', 'progress', '供货商请邻居补一点', goods],
      ]
    case 'EvidenceAdded':
      return [c.decision === 'withSupplier' ? ['supplier', 'toHandle', '补来了，请再看看', withDue(goods, by('supplier'))] : ['leader', 'toHandle', '邻居补来了', withDue(goods, by('leader'))], ['resident', 'progress', '团长替您补上了', goods]]
    case 'Rejected':
      return [['resident', 'progress', `没同意：${criterionWords(e)}`, `${goods}。${e.words}`], ['supplier', 'progress', '团长没同意这件事', goods]]
    case 'Offered':
      return [
        ['resident', 'progress', '有了处理办法，等您点头', `${goods}，${e.options.map(o => `退 ${yuan(o.refund)}`).join('，或者')}${by('resident')}`],
        ['leader', 'progress', '供货商给了办法', `${goods}，等居民点头`],
        ['supplier', 'progress', '团长给了处理办法', `${goods}，等居民点头`],
      ]
    case 'DecisionUndone': case 'Told':
      return []
    case 'OfferAgreed':
      return [['resident', 'progress', '团长替您点了同意', `${goods}，退 ${yuan(e.amount)}。不是您的意思，请给团长打电话`], ['leader', 'toHandle', '邻居同意了', `${goods}，请把 ${yuan(e.amount)} 退给${c.line.buyer}${by('leader')}`], ...recoveryClaimed(c, by)]
    case 'OfferDeclined':
      return [['resident', 'progress', '团长替您点了不同意', `${goods}，团长再看看。不是您的意思，请给团长打电话`], ['leader', 'toHandle', '邻居没同意', `${goods}，请再看看${by('leader')}`]]
    case 'SupplierDisputed':
      return [['leader', 'toHandle', '供货商有不同意见', `${goods}，请您来定${by('leader')}`], ['resident', 'progress', '供货商回话了，团长来定', goods]]
    case 'RecoveryAdmitted':
      return [['leader', 'progress', `供货商认了 ${yuan(c.claimedFromSupplier)}`, goods]]
    case 'RecoveryDisputed':
      return [['leader', 'progress', '供货商不认这笔钱', `${goods}，${yuan(c.claimedFromSupplier)}`]]
    case 'RefundPaid':
      return [['resident', 'progress', `已退款 ${yuan(c.amount)}`, `${goods}，请留意到账`]]
    case 'Promised':
      return [['resident', 'progress', `${before(e.until, e.at)}统一处理`, `${goods}，团长看到了，会一起处理`]]
    case 'TakenOver':
      return [['resident', 'progress', '团长替您报过一件事', `${goods}，现在：${STAGE_WORDS[stageOf(c)]}`]]
    case 'Withdrawn':
      return [['leader', 'progress', '邻居撤销了', goods], ['supplier', 'progress', '居民撤销了', goods]]
  }
}

/** What somebody typed may end its own sentence. */
function withDue(words: string, due: string): string {
  return /[，。；！？…～,.;!?~]$/u.test(words) ? words + due.replace(/^，/u, '') : words + due
}

function recoveryClaimed(c: CaseState, by: (party: Party) => string): Sentence[] {
  if (c.recovery !== 'claimed') return []
  return [['supplier', 'toHandle', `请确认承担 ${yuan(c.claimedFromSupplier)}`, `${c.line.title}，居民的钱由团长退${by('supplier')}`]]
}

/** The number people read out on the phone: short, no Chinese. */
export function caseNumber(c: Pick<CaseState, 'id'>): string {
  return c.id.replaceAll('-', '').slice(0, 8).toUpperCase()
}

function fields(c: CaseState, at: number, template: TemplateKey, title: string, due: number | null): Record<string, string> {
  const time = (t: number) => shanghai(t).format('YYYY-MM-DD HH:mm')
  const values: Record<string, string> = template === 'toHandle'
    ? { thing1: title, character_string2: caseNumber(c), phrase17: '待处理', time3: time(due ?? at) }
    : { thing1: c.line.title, character_string2: caseNumber(c), thing3: title, time4: time(at) }
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, fitField(field, value)]))
}
