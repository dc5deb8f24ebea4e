import type { CaseState, Party } from '../case/case'
import { criterionWords } from '../case/criteria'
import { effectiveAtOf } from '../case/effect'
import type { CaseEvent } from '../case/events'
import { MISSING } from '../case/evidence'
import { goodsAreBusy, GOODS_WAYS } from '../case/goods'
import { totalDue } from '../case/liability'
import { yuan } from '../case/money'
import { INTAKE_CHANNELS } from '../case/onBehalf'
import { REASONS } from '../case/reasons'
import { optionWords } from '../case/remedy'
import { sentGoods, stageSaid } from '../case/sentGoods'
import { admitsBySilence, SILENCE_WORDS, silenceOf } from '../case/silence'
import { leadersSide, stageOf } from '../case/stage'
import { wishWords } from '../case/wish'
import type { DueBy } from '../clock/nextPromise'
import { FROM_TOLD } from '../clock/promisedNow'
import { CLOCKS, type ClockName } from '../clock/rules'
import { before, lateBy } from '../clock/shanghai'
import { hideHousehold } from '../people/hideHousehold'
import type { Told } from './kinds'

/** What the words of a line are filled from. */
export interface Moment {
  /** The case right after the event. */
  c: CaseState
  e: CaseEvent
  to: Told
  /** Until when the recipient has to act, and what; null where nothing runs for them, or none is named. */
  due: DueBy | null
  /** A danger waits for no time: it is to be looked at when it is read. */
  atOnce: boolean
}

interface Blank {
  /** For whoever reads the table. */
  says: string
  fill: (m: Moment) => string
}

function blank(says: string, fill: Blank['fill']): Blank {
  return { says, fill }
}

const PARTIES: Record<Party, string> = { resident: '邻居', leader: '团长', supplier: '供货商', operator: '平台', system: '系统' }

/** What the table's words leave open, by the name that stands in its {braces}. */
export const BLANKS = {
  goods: blank('商品', ({ c }) => c.line.title),
  buyer: blank('谁家', ({ c }) => c.line.buyer),
  who: blank('谁做的', ({ e }) => PARTIES[e.by.party]),
  due: blank('，请在……前处理', ({ e, due, atOnce }) => dueWords(due, effectiveAtOf(e), atOnce)),
  saying: blank('。他写的话', m => { const words = wordsOf(m); return words === '' ? '' : `。${words}` }),
  words: blank('他写的话', wordsOf),
  sayingOrSide: blank('。他写的话，或者谁再看', m => `。${wordsOrSide(m)}`),
  wordsOrSide: blank('他写的话，或者谁再看', wordsOrSide),
  reason: blank('什么问题', ({ c, e }) => REASONS[e.type === 'Filed' ? e.reason : c.reason].says),
  reasonNow: blank('什么问题', ({ c }) => REASONS[c.reason].says),
  wish: blank('想怎么办', ({ c, e }) => wishWords(e.type === 'Filed' ? e.wish : c.wish)),
  newWish: blank('现在想怎么办', ({ c, e }) => wishWords(e.type === 'ClaimExtended' ? e.wish : c.wish)),
  channel: blank('怎么说的', ({ e }) => (e.type === 'Filed' && e.channel ? INTAKE_CHANNELS[e.channel] : '')),
  missing: blank('请补什么', ({ e }) => (e.type !== 'EvidenceAsked' || e.missing.length === 0 ? '请补一点照片或说一句' : `请${e.missing.map(m => MISSING[m]).join('、')}`)),
  criterion: blank('公布的理由', ({ e }) => (e.type === 'Rejected' ? criterionWords(e) : '')),
  options: blank('给的办法', ({ e }) => (e.type === 'Offered' ? e.options.map(o => `${optionWords(o)}${o.until !== undefined && e.options.length > 1 ? `（${before(o.until, effectiveAtOf(e))}点才算数）` : ''}`).join('，或者') : '')),
  agreed: blank('同意了什么', ({ c, e }) => agreedTitle(c, `${PARTIES[e.by.party]}知道了`)),
  agreedOrYes: blank('同意了什么', ({ c }) => agreedTitle(c, '同意您说的')),
  agreedNext: blank('接下来怎么办', ({ c, e }) => agreedNext(c, e.by.party === 'system' ? '会照着办' : `${PARTIES[e.by.party]}会盯着这件事`)),
  nextAfterReturn: blank('接下来怎么办', ({ c }) => agreedNext(c, '处理好了')),
  leaderNext: blank('团长要做什么', ({ c }) => leaderNext(c)),
  result: blank('结果', ({ c }) => resultWords(c)),
  total: blank('退多少', ({ c }) => yuan(totalDue(c))),
  claimed: blank('承担多少', ({ c }) => yuan(c.claimedFromSupplier)),
  wanted: blank('想要多少', ({ e }) => (e.type === 'Countered' ? yuan(e.refund) : '')),
  share: blank('请承担多少', ({ e }) => (e.type === 'LiabilitySplit' && e.shares.supplier > 0 ? `请承担 ${yuan(e.shares.supplier)}` : '这件不用您承担')),
  bearer: blank('供货商或快递', ({ e }) => (e.by.party === 'supplier' || e.by.party === 'system' ? '供货商' : '快递')),
  decides: blank('平台或团长', ({ c }) => (c.decision === 'withOperator' ? '平台' : sideOf(c))),
  newSide: blank('平台或团长', ({ e }) => ('to' in e && e.to === 'operator' ? '平台' : '团长')),
  newSideTalks: blank('谁回话', ({ e }) => ('to' in e && e.to === 'leader' ? '团长那边' : '平台')),
  whatIsLeft: blank('东西的事或这件事', ({ c }) => (goodsAreBusy(c) ? '东西的事' : '这件事')),
  until: blank('什么时候前', ({ e }) => ('until' in e ? before(e.until, e.at) : '')),
  steps: blank('写下的步骤', ({ e }) => (e.type === 'Planned' ? e.steps.map(s => s.what).join('；') : '')),
  stage: blank('现在到哪一步', ({ c }) => stageSaid(stageOf(c), c.remedy, c.agreedTo)),
  way: blank('怎么送', ({ e }) => ('way' in e ? GOODS_WAYS[e.way] : '')),
  waybill: blank('，单号', ({ e }) => ('waybill' in e && e.waybill !== '' ? `，单号 ${e.waybill}` : '')),
  promise: blank('说好的事', ({ e }) => ('clock' in e ? CLOCKS[e.clock] : '')),
  reminder: blank('还等他做什么', ({ c, e }) => (e.type !== 'Reminded' ? '' : e.clock === 'recovery' && admitsBySilence(c) ? '到时间没回话，就算认了' : e.clock === 'resolve' && e.late ? '说好办完的时间到了' : REMINDERS[e.clock])),
  silence: blank('不说话会怎么样', ({ c }) => SILENCE_WORDS[silenceOf(c) ?? 'nothing']),
  notDone: blank('没办好什么', ({ e }) => (e.type === 'Escalated' ? NOT_DONE[e.clock] ?? '办好' : '')),
  sent: blank('补的、换的', ({ c }) => sentGoods(c.remedy).it),
} satisfies Record<string, Blank>

export type BlankName = keyof typeof BLANKS

/** What a reminder says to whoever the promise waits for. */
const REMINDERS: Readonly<Record<ClockName, string>> = {
  respond: '有人等您回应', review: '还等您看', operator: '还等您定', supplierFirst: '还等您回话', evidence: '还等您补一点', offer: '还等您点头', counter: '还等您回个价', appeal: '还等您重新看', appealWindow: '快过了找人再看的时间',
  investigation: '还等您查清楚', bringBack: '还等您把东西拿来', inspect: '还等您验货', giveBack: '还等您把东西还给邻居', replace: '还等您发货', receive: '收到了请点一下', refund: '还等您退款', recovery: '还等您回话',
  resolve: '快到说好办完的时间了', update: '该给邻居回个话了', tell: '还没告诉到邻居',
}

const NOT_DONE: Partial<Record<ClockName, string>> = { refund: '退款', recovery: '回话' }

/** Ends a sentence. */
export const ENDS = /[，。；！？…～,.;!?~]$/u

/** Fills a line's words. What somebody typed may end its own sentence: then no second mark follows. Throws on a blank that nobody fills. */
export function fill(words: string, moment: Moment): string {
  let said = ''
  for (const part of words.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name !== undefined && !Object.hasOwn(BLANKS, name)) throw new Error(`no message can fill {${name}}`)
    const next = name === undefined ? part : BLANKS[name as BlankName].fill(moment)
    said += ENDS.test(said) ? next.replace(/^[，。]/u, '') : next
  }
  return said
}

/** What somebody is asked for by the time that a promise names; all else is to be handled. */
const ASKED: Partial<Record<ClockName, string>> = { respond: '先回一声', update: '给邻居回个话', tell: '告诉到邻居', resolve: '办完' }

/** What is asked for first, where it is another thing than the message is about: 先回一声. '' where it is that. */
export function askedWord({ clock }: Pick<DueBy, 'clock'>): string {
  return ASKED[clock] ?? ''
}

/** ，请在今晚9点前处理; ，已经晚了 20 分钟，请先回一声; '' where nobody can say until when. A danger: ，请马上看, whatever the clock says. `toldAt`: ms */
export function dueWords(due: DueBy | null, toldAt: number, atOnce = false): string {
  const late = due !== null && due.dueAt < toldAt ? `，已经${lateBy(toldAt - due.dueAt)}` : ''
  if (atOnce) return `${late}，请马上看`
  if (due === null) return ''
  if (late === '') return `，请在${before(due.dueAt, toldAt)}${ASKED[due.clock] ?? '处理'}`
  // No neighbour is told off for not having answered.
  return FROM_TOLD.includes(due.clock) ? '，说好的时间已经过了，请尽快处理' : `${late}，请${ASKED[due.clock] ?? '尽快处理'}`
}

/** What whoever did it wrote; a supplier reads nothing there that says who the neighbour is. */
function wordsOf({ c, e, to }: Moment): string {
  const words = ('words' in e ? e.words : 'grounds' in e ? e.grounds : '').trim()
  return to === 'supplier' ? hideHousehold(words, c.line) : words
}

function wordsOrSide(m: Moment): string {
  return wordsOf(m) || `${sideOf(m.c)}再看看怎么办`
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

/** The same in five 汉字. */
function resultWords(c: CaseState): string {
  if (c.remedy === null || c.remedy === undefined) return '知道了'
  return c.remedy === 'refund' ? '同意退款' : '同意了'
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
