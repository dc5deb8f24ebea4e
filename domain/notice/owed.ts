import type { CaseState, Party } from '../case/case'
import { effectiveAtOf } from '../case/effect'
import type { CaseEvent } from '../case/events'
import { yuan } from '../case/money'
import { hideHousehold } from '../people/hideHousehold'
import { INTAKE_CHANNELS } from '../case/onBehalf'
import { goesHome, goodsAreBusy, GOODS_WAYS, sentTo } from '../case/goods'
import { totalDue } from '../case/liability'
import { optionWords } from '../case/remedy'
import { sentGoods, stageSaid } from '../case/sentGoods'
import { SILENCE_WORDS, silenceOf } from '../case/silence'
import { holderOf, leadersSide, stageOf } from '../case/stage'
import { MISSING } from '../case/evidence'
import { criterionWords } from '../case/criteria'
import { REASONS } from '../case/reasons'
import { wishWords } from '../case/wish'
import { dueFor } from '../clock/deadlines'
import { CLOCKS, type ClockName } from '../clock/rules'
import { before, shanghai } from '../clock/shanghai'
import { fitField } from './limits'
import type { TemplateKey } from './templates'

/** A message owed to a party because of one event. */
export interface Owed {
  to: 'resident' | 'leader' | 'supplier' | 'operator'
  title: string
  body: string
  template: TemplateKey
  data: Record<string, string>
}

/**
 * Event → who is told what, once it is in effect. `c` is the case right after the event. Nobody is told of what they did themselves;
 * a case that came with an order somebody bound is news to them, though.
 */
export function owedFor(c: CaseState, event: CaseEvent): Owed[] {
  return table(c, event).filter(owed => owed.to !== event.by.party || event.type === 'TakenOver')
}

/** How one takes back what somebody else answered. */
const NOT_YOURS = '。不是您的意思，点开按一下「这不是我的意思」'

type Sentence = [to: Owed['to'], template: TemplateKey, title: string, body: string]

function table(c: CaseState, e: CaseEvent): Owed[] {
  const toldAt = effectiveAtOf(e)
  // A message that says until when is what tells them: their time runs from it, or from when they really came to read it.
  const told: CaseState = e.type === 'Reminded' ? c : { ...c, toTell: null, told: [...c.told ?? [], { upTo: toldAt, at: toldAt }] }
  // What follows from a complaint that the desk has is the desk's to do: nobody of the leader's side is told to.
  const whoActs = (party: Party) => (party === 'leader' ? leadersSide(c) : party)
  const due = (party: Party) => dueFor(told, whoActs(party))?.dueAt ?? null
  const by = (party: Party) => { const at = due(party); return at === null ? '' : at < toldAt ? '，说好的时间已经过了，请尽快处理' : `，请在${before(at, toldAt)}处理` }
  const says = sentences(c, e, by)
  return says.map(([to, template, title, body]) => ({ to: template === 'toHandle' && to === 'leader' ? leadersSide(c) : to, title, body, template, data: fields(c, toldAt, template, title, due(to)) }))
}

function sentences(c: CaseState, e: CaseEvent, by: (party: Party) => string): Sentence[] {
  const goods = c.line.title
  /** Who did it, for others. */
  const side = sideOf(c)
  const decider = { resident: '邻居', leader: '团长', supplier: '供货商', operator: '平台', system: '系统' }[e.by.party]
  switch (e.type) {
    case 'Filed':
      return filedSentences(c, e, by, ['resident', 'progress', `${decider}替您报了：${REASONS[e.reason].says}`, `${goods}，${e.channel ? INTAKE_CHANNELS[e.channel] : ''}。不对的话点开看看`])
    case 'Settled':
      return [
        ['resident', 'progress', agreedTitle(c, `${decider}知道了`), `${goods}，${agreedNext(c, `${decider}会盯着这件事`)}`],
        ...(e.by.party === 'operator' ? [['leader', 'toHandle', '平台定了', `${goods}，${leaderNext(c)}${by('leader')}`] satisfies Sentence] : []),
        ...(c.recovery === 'claimed' ? recoveryClaimed(c, by) : c.supplierId === null ? [] : [['supplier', 'progress', `${decider}处理好了`, goods] satisfies Sentence]),
      ]
    case 'SupplierGranted':
      if (e.amount === 0 && !c.goods) return [['resident', 'progress', '供货商知道了', goods], ['leader', 'progress', '供货商知道了', goods]]
      return [
        ['resident', 'progress', agreedTitle(c, '供货商知道了'), `${goods}，${agreedNext(c, '供货商会盯着这件事')}`],
        ['leader', 'toHandle', '供货商同意了', `${goods}，${leaderNext(c)}${by('leader')}`],
      ]
    case 'Forwarded':
      return [
        ['supplier', 'toHandle', `${decider}请您先看看`, `${goods}，${REASONS[c.reason].says}${by('supplier')}`],
        ['resident', 'progress', `${decider}请供货商先看看`, goods],
      ]
    case 'EvidenceAsked':
      return [
        ['resident', 'progress', e.missing.length === 0 ? '请补一点照片或说一句' : `请${e.missing.map(m => MISSING[m]).join('、')}`, withDue(e.words.trim() === '' ? goods : `${goods}。${e.words.trim()}`, by('resident'))],
        ['leader', 'progress', `${decider}请邻居补一点`, goods],
      ]
    case 'EvidenceAdded':
      return [
        c.decision === 'withSupplier' ? ['supplier', 'toHandle', '补来了，请再看看', withDue(goods, by('supplier'))]
          : c.decision === 'withOperator' || c.decision === 'appealed' ? ['operator', 'toHandle', '邻居补来了', withDue(goods, by('operator'))]
          : ['leader', 'toHandle', '邻居补来了', withDue(goods, by('leader'))],
        ['resident', 'progress', `${decider}替您补上了`, goods],
      ]
    case 'Rejected':
      return [['resident', 'progress', `没同意：${criterionWords(e)}`, `${goods}。${e.words}`], ['supplier', 'progress', `${decider}没同意这件事`, goods], ['leader', 'progress', `${decider}没同意这件事`, goods]]
    case 'Offered':
      return [
        ['resident', 'progress', '有了处理办法，等您点头', `${goods}，${e.options.map(o => `${optionWords(o)}${o.until !== undefined && e.options.length > 1 ? `（${before(o.until, effectiveAtOf(e))}点才算数）` : ''}`).join('，或者')}${by('resident')}`],
        ['leader', 'progress', `${decider}给了办法`, `${goods}，等居民点头`],
        ['supplier', 'progress', `${decider}给了处理办法`, `${goods}，等居民点头`],
      ]
    case 'DecisionUndone': case 'Told':
      return []
    case 'OfferAgreed': {
      const unanswered = e.by.party === 'system'
      return [
        ['resident', 'progress', unanswered ? '按您要的办了' : `${decider}替您点了同意`, `${goods}，${agreedTitle(c, '')}${unanswered ? '' : NOT_YOURS}`],
        ['leader', 'toHandle', unanswered ? '邻居没回话，按他要的办' : '邻居同意了', `${goods}，${leaderNext(c)}${by('leader')}`],
        ...(c.recovery === 'claimed' ? recoveryClaimed(c, by) : supplierHears(c, unanswered ? '居民没回话，按他要的办' : '居民同意了', by)),
      ]
    }
    case 'AnswerDisowned': {
      const holder = holderOf(c)
      const says = '邻居说替他点的不是他的意思'
      return [
        [leadersSide(c), 'toHandle', says, saidTo('leader', c, e.words)],
        ...(leadersSide(c) !== 'operator' && (holder === 'operator' || c.offer?.by === 'operator') ? [['operator', 'toHandle', says, saidTo('operator', c, e.words)] satisfies Sentence] : []),
        ...(c.supplierId === null ? [] : [['supplier', 'progress', '居民说替点的不算数', goods] satisfies Sentence]),
      ]
    }
    case 'OfferDeclined':
      return [
        ['resident', 'progress', `${decider}替您点了不同意`, `${goods}，${c.decision === 'withOperator' ? '平台' : side}再看看。原来的办法对您还作数${NOT_YOURS}`],
        c.decision === 'withOperator' ? ['operator', 'toHandle', '邻居没同意', `${goods}，请再看看${by('operator')}`] : ['leader', 'toHandle', '邻居没同意', `${goods}，请再看看${by('leader')}`],
      ]
    case 'SupplierDisputed':
      return c.decision === 'withOperator' ? [['operator', 'toHandle', '供货商有不同意见', `${goods}，请您来定${by('operator')}`], ['resident', 'progress', '供货商回话了，平台来定', goods]]
        : [['leader', 'toHandle', '供货商有不同意见', `${goods}，请您来定${by('leader')}`], ['resident', 'progress', `供货商回话了，${side}来定`, goods]]
    case 'RecoveryAdmitted':
      return [['leader', 'progress', `${e.by.party === 'supplier' ? '供货商' : '快递'}认了 ${yuan(c.claimedFromSupplier)}`, goods]]
    case 'RecoveryDisputed':
      return [['leader', 'progress', `${e.by.party === 'supplier' ? '供货商' : '快递'}不认这笔钱`, `${goods}，${yuan(c.claimedFromSupplier)}`]]
    case 'RefundPaid':
      return [['resident', 'progress', `已退款 ${yuan(totalDue(c))}`, `${goods}，请留意到账`]]
    case 'Promised':
      return [['resident', 'progress', `${before(e.until, e.at)}统一处理`, `${goods}，团长看到了，会一起处理`]]
    case 'TakenOver':
      return [['resident', 'progress', '团长替您报过一件事', `${goods}，现在：${stageSaid(stageOf(c), c.remedy, c.agreedTo)}`]]
    case 'Withdrawn':
      return [['leader', ...(goesHome(c) ? ['toHandle', '邻居撤销了，请把东西还给他', `${goods}${by('leader')}`] as const : ['progress', '邻居撤销了', goods] as const)], ['supplier', 'progress', '居民撤销了', goods]]
    case 'Countered':
      return [[e.to, 'toHandle', `邻居想要退 ${yuan(e.refund)}`, withDue(saidTo(e.to, c, e.words), by(e.to))]]
    case 'Appealed':
      return [['operator', 'toHandle', '有人请您再看看', withDue(`${goods}。${e.grounds}`, by('operator'))], ['leader', 'progress', '邻居请平台再看看', goods], ['supplier', 'progress', '居民请平台再看看', goods], ['resident', 'progress', `${decider}替您请人再看看`, `${goods}${NOT_YOURS}`]]
    case 'AppealUpheld':
      return [
        ['resident', 'progress', `重新看过：${agreedTitle(c, '同意您说的')}`, `${goods}。${e.words}`], ['leader', 'toHandle', '平台重新看过，同意了', `${goods}，${leaderNext(c)}${by('leader')}`], ...recoveryClaimed(c, by),
      ]
    case 'AppealDismissed':
      return [['resident', 'progress', '重新看过，还是没同意', `${goods}。${e.words}。有新情况可以再说，也可以打 12315`], ['leader', 'progress', '平台重新看过，没改', goods], ['supplier', 'progress', '平台重新看过，没改', goods]]
    case 'ClaimExtended': {
      const holder = holderOf(c)
      return holder === 'leader' || holder === 'supplier' || holder === 'operator' ? [[holder, 'progress', '邻居说又有坏的', `${goods}，${wishWords(e.wish)}`]] : []
    }
    case 'Referred':
      return [['operator', 'toHandle', `${decider}请您来定`, withDue(`${goods}。${e.words}`, by('operator'))], ['resident', 'progress', '请平台来定了', goods], ['leader', 'progress', `${decider}请平台来定`, `${goods}。${e.words}`], ['supplier', 'progress', `${decider}请平台来定`, goods]]
    case 'Reassigned':
      if (e.appealEnded) return [['resident', 'progress', '这里没有人能重新看了', `${goods}，平台不再帮这个小区，原来的结果不变。团长还可以同意；也可以打 12315`], ['leader', 'progress', '平台不在了，没人能重新看', `${goods}，您还可以改主意同意`]]
      if (e.to === 'nobody') return [['resident', 'progress', '现在没有人能看这件事', `${goods}。${e.words}`], ['operator', 'toHandle', '这件没有人能定，请再请一位', goods]]
      if (e.from === 'supplier') {
        const to = e.to === 'operator' ? '平台' : '团长'
        const what = goodsAreBusy(c) ? '东西的事' : '这件事'
        return [[e.to, 'toHandle', `供货商那边没有人了，${what}请您来办`, withDue(goods, by(e.to))], ['resident', 'progress', `${what}改由${to}来办`, goods]]
      }
      if (e.why) return [[e.to, 'toHandle', '这件事现在请您来看', withDue(goods, by(e.to))], ['resident', 'progress', e.why === 'cameIn' ? '有人能看了，接着看' : '换了人接着看', `${goods}，${e.to === 'leader' ? '团长那边' : '平台'}会给您回话`]]
      if (e.by.party === 'system') return [['leader', 'toHandle', '平台不在了，请您来定', withDue(goods, by('leader'))], ['resident', 'progress', '平台不在了，由团长来定', goods]]
      return e.to === 'leader' ? [['leader', 'toHandle', '平台转给您定', withDue(`${goods}。${e.words}`, by('leader'))], ['resident', 'progress', '由团长来定', goods]]
        : [['leader', 'progress', '平台接过去定了', `${goods}。${e.words}`], ['resident', 'progress', '由平台来定', goods]]
    case 'InvestigationStarted':
      return [['resident', 'progress', `平台在查，${before(e.until, e.at)}有结果`, `${goods}。${e.words}`], ['leader', 'progress', '平台在查', goods], ['supplier', 'progress', '平台在查', goods]]
    case 'InvestigationEnded':
      return [['resident', 'progress', '平台查完了', `${goods}。${e.words}`], ['leader', 'progress', '平台查完了', `${goods}。${e.words}`], ['supplier', 'progress', '平台查完了', goods]]
    case 'Planned':
      return [['resident', 'progress', '写好了接下来怎么办', `${goods}，${e.steps.map(s => s.what).join('；')}`]]
    case 'Noted':
      return e.internal ? [] : [['resident', 'progress', `${decider}给您留了话`, `${goods}。${e.words}`]]
    case 'Expedited': {
      const holder = holderOf(c)
      return holder === 'leader' || holder === 'supplier' || holder === 'operator' ? [[holder, 'toHandle', '邻居在催', withDue(saidTo(holder, c, e.words), by(holder))]] : []
    }
    case 'ReturnSent':
      return sentTo(c) === 'supplier' ? [['supplier', 'toHandle', '退货在路上，请您收', `${goods}${by('supplier')}`], ['leader', 'progress', '退货在路上', `${goods}，退给供货商`]]
        : [['leader', 'toHandle', '退货在路上', `${goods}，${GOODS_WAYS[e.way]}${by('leader')}`], ['supplier', 'progress', '退货在路上', goods]]
    case 'ReturnCalledOff':
      return [['leader', 'progress', '邻居先不退了', withDue(saidTo('leader', c, e.words), '，钱先不用退。七天里他还可以再退')], ['supplier', 'progress', '居民先不退了', goods]]
    case 'ReturnForwarded':
      return [['supplier', 'toHandle', '退货请您收、请您验', `${goods}${by('supplier')}`], ['resident', 'progress', c.goods?.state === 'awaitingReturn' ? '东西请退给供货商' : '东西转给供货商看了', `${goods}。${e.words}`]]
    case 'ReturnReceived':
      return [['resident', 'progress', '退回来的东西收到了', `${goods}，验过就告诉您`], ['leader', 'progress', `${decider}收到退货了`, goods], ['supplier', 'progress', '退货收到了', goods]]
    case 'ReturnPassed':
      return [
        ['resident', 'progress', '验过了，没问题', `${goods}，${agreedNext(c, '处理好了')}`],
        ['leader', c.money === 'due' ? 'toHandle' : 'progress', '退货验过了', `${goods}，${leaderNext(c)}${by('leader')}`], ...(c.recovery === 'claimed' ? recoveryClaimed(c, by) : [['supplier', 'progress', '退货验过了', goods] satisfies Sentence]),
      ]
    case 'ReturnFailed':
      return [['resident', 'progress', '验过了，和说的不一样', `${goods}。${e.words || `${side}再看看怎么办`}`], ['leader', 'toHandle', '退货没通过，请您来定', `${goods}。${e.words}`], ['supplier', 'progress', '退货没通过', goods]]
    case 'GivenBack':
      return [['resident', 'progress', '东西还给您了', `${goods}，${GOODS_WAYS[e.way]}`]]
    case 'ReplacementSent':
      return [['resident', 'progress', `${sentGoods(c.remedy).it}发出来了，收到点一下`, `${goods}，${GOODS_WAYS[e.way]}${e.waybill === '' ? '' : `，单号 ${e.waybill}`}`], ['leader', 'progress', `${sentGoods(c.remedy).it}发出来了`, goods], ['supplier', 'progress', `${sentGoods(c.remedy).it}发出来了`, goods]]
    case 'ReplacementReceived':
      return [['leader', 'progress', '邻居收到了', goods], ['supplier', 'progress', '居民收到了', goods], ['resident', 'progress', `${decider}替您点了收到`, `${goods}${NOT_YOURS}`]]
    case 'RefundStarted':
      return [['resident', 'progress', '正在退钱给您', `${goods}，到账会再告诉您`]]
    case 'RefundFailed':
      return e.by.party === 'resident' ? [['leader', 'toHandle', '邻居说没收到钱', `${goods}。${e.words}${by('leader')}`]] : [['resident', 'progress', '这次没退成，会再退一次', goods]]
    case 'RefundConfirmed':
      return [['leader', 'progress', '邻居收到钱了', goods]]
    case 'LiabilitySplit':
      return [['supplier', c.recovery === 'claimed' ? 'toHandle' : 'progress', e.shares.supplier > 0 ? `请承担 ${yuan(e.shares.supplier)}` : '这件不用您承担', `${goods}${c.recovery === 'claimed' ? by('supplier') : ''}`], ['leader', 'progress', `${decider}定了谁承担`, goods]]
    case 'Lapsed':
      if (c.lapsedFrom === 'agreed') return [['resident', 'progress', '退货先放着', `${goods}，钱也先不退。七天里想退了再点一下就行`], ['leader', 'progress', '邻居没把东西拿来，先放着', goods], ['supplier', 'progress', '退货先放着', goods]]
      return [['resident', 'progress', '没等到您的回音', `${goods}，${c.lapsedFrom === 'offered' && c.offer?.options.some(o => o.until === undefined) ? '给您的办法还留着' : '不算您放弃'}；七天里随时可以接着说`], ['leader', ...(goesHome(c) ? ['toHandle', '邻居没回音，请先把东西还给他', `${goods}${by('leader')}`] as const : ['progress', '邻居没回音', goods] as const)]]
    case 'Reopened': {
      const holder = holderOf(c)
      return holder === 'leader' || holder === 'supplier' || holder === 'operator' ? [[holder, 'toHandle', '邻居接着说了', withDue(goods, by(holder))]] : []
    }
    case 'Closed':
      return [['resident', 'progress', '这件事收起来了', `${goods}。东西还有问题，可以重新报；也可以打 12315`]]
    case 'Rated':
      return []
    case 'Reminded':
      // What is late is told for all cases together: see `nudge`.
      return e.late || e.party === 'system' ? [] : [[e.party, 'toHandle', REMINDER[e.clock] ?? `还等您${CLOCKS[e.clock]}`, `${goods}${by(e.party)}${e.party === 'resident' ? `。${SILENCE_WORDS[silenceOf(c) ?? 'nothing']}` : ''}`]]
    case 'Escalated': {
      const what = CLOCKS[e.clock]
      return e.takes
        ? [['operator', 'toHandle', '团长到时间没回音，请您来定', withDue(goods, by('operator'))], ['resident', 'progress', '团长没顾上，由平台来定', goods], ['leader', 'progress', '到时间了，平台接过去定', goods]]
        : [['operator', 'toHandle', `到时间还没${e.clock === 'refund' ? '退款' : e.clock === 'recovery' ? '回话' : '办好'}`, `${goods}，${what}，请盯一下`], ['leader', 'progress', '到时间还没办好，告诉了平台', `${goods}，${what}`]]
    }
    case 'SupplierMissed':
      return [c.decision === 'withOperator' ? ['operator', 'toHandle', '供货商没回话', withDue(`${goods}，请您来定`, by('operator'))] : ['leader', 'toHandle', '供货商没回话', withDue(`${goods}，请您来定`, by('leader'))], ['resident', 'progress', `供货商没回话，${c.decision === 'withOperator' ? '平台' : '团长'}来定`, goods], ['supplier', 'progress', '到时间没等到您回话', `${goods}，${c.decision === 'withOperator' ? '平台' : '团长'}来定`]]
  }
}

/** What a reminder says; the others say what the promise is called. */
const REMINDER: Partial<Record<ClockName, string>> = { evidence: '还等您补一点', offer: '还等您点头', bringBack: '还等您把东西拿来', receive: '收到了请点一下' }

/** Whoever looks first has to act; the others who have a part in it know whose it is. */
function filedSentences(c: CaseState, e: Extract<CaseEvent, { type: 'Filed' }>, by: (party: Party) => string, resident: Sentence): Sentence[] {
  const { title: goods, buyer } = c.line
  const said = `${buyer}：${REASONS[e.reason].says}`
  const what = `${goods}，${wishWords(e.wish)}`
  const first = e.heldBy ?? 'leader'
  if (first === 'supplier') return [['supplier', 'toHandle', `请您先看看：${REASONS[e.reason].says}`, `${goods}，团长说好这样的事先问您${by('supplier')}`], resident, ['leader', 'progress', said, `${what}，按您的规则先问供货商，您也可以直接定`]]
  return [
    [first, 'toHandle', said, `${what}${by(first)}`],
    resident,
    // The leader hands the goods out, and hears of a danger, or of anything else that does not name them, as soon as the desk does.
    ...(first === 'operator' ? [['leader', 'progress', said, `${what}，${e.route ? '按小区的规则' : ''}先由平台看`] satisfies Sentence] : []),
    ['supplier', 'progress', `有居民反映${REASONS[e.reason].says}`, `${goods}，${first === 'operator' ? '平台' : '团长'}正在看，先让您知道`],
  ]
}

/** Who carries out what is agreed, and looks again where it is not. */
function sideOf(c: CaseState): string {
  return leadersSide(c) === 'operator' ? '平台' : '团长'
}

/** What was agreed, as the resident is told it in a title. */
function agreedTitle(c: CaseState, nothing: string): string {
  const { remedy, amount, freight, compensation } = c
  if (remedy === null || remedy === undefined) return nothing
  return remedy === 'refund' ? `同意了，退您 ${yuan(totalDue(c))}` : `同意了，${optionWords({ remedy, refund: amount, freight, compensation })}`
}

/** What comes next for the resident. */
function agreedNext(c: CaseState, nothing: string): string {
  switch (c.goods?.state) {
    case 'failed': return `${sideOf(c)}会把东西还给您${totalDue(c) > 0 ? '，把钱退给您' : ''}`
    case 'awaitingReturn': return '请把东西拿回来'
    case 'replacementDue': return `${c.goods.by === 'supplier' ? '供货商' : sideOf(c)}会${sentGoods(c.remedy).give('您')}`
  }
  return totalDue(c) > 0 ? `${sideOf(c)}会把钱退给您` : nothing
}

/** What the leader has to do with it. */
function leaderNext(c: CaseState): string {
  switch (c.goods?.state) {
    case 'failed': return `请把东西还给${c.line.buyer}${totalDue(c) > 0 ? `，再退 ${yuan(totalDue(c))}` : ''}`
    case 'awaitingReturn': return `等${c.line.buyer}把东西拿回来`
    case 'replacementDue': return c.goods.by === 'supplier' ? `供货商会${sentGoods(c.remedy).give(c.line.buyer)}` : `请${sentGoods(c.remedy).give(c.line.buyer)}`
  }
  return totalDue(c) > 0 ? `请把 ${yuan(totalDue(c))} 退给${c.line.buyer}` : '不用您做什么'
}

/** The goods with what the neighbour said; a supplier reads nothing there that says who they are. */
function saidTo(to: Party, { line }: CaseState, words: string): string {
  const said = to === 'supplier' ? hideHousehold(words.trim(), line) : words.trim()
  return said === '' ? line.title : `${line.title}。${said}`
}

/** What somebody typed may end its own sentence. */
function withDue(words: string, due: string): string {
  return /[，。；！？…～,.;!?~]$/u.test(words) ? words + due.replace(/^，/u, '') : words + due
}

function recoveryClaimed(c: CaseState, by: (party: Party) => string): Sentence[] {
  if (c.recovery !== 'claimed') return []
  return [['supplier', 'toHandle', `请确认承担 ${yuan(c.claimedFromSupplier)}`, `${c.line.title}，居民的钱由团长退${by('supplier')}`]]
}

/** Nothing is claimed from them: what they offered was agreed to, or what they were told of came to its end. */
function supplierHears(c: CaseState, title: string, by: (party: Party) => string): Sentence[] {
  if (c.supplierId === null) return []
  const sends = c.goods?.state === 'replacementDue' && c.goods.by === 'supplier'
  return [['supplier', sends ? 'toHandle' : 'progress', title, sends ? `${c.line.title}，请把东西补给居民${by('supplier')}` : c.line.title]]
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
