import type { CaseState, Evidence, Party } from './case'
import { effectiveAtOf, inEffect, seenBy } from './effect'
import type { Claim } from './claim'
import { CLOCKS } from '../clock/rules'
import { OWN_WAYS, type CaseEvent, type CaseEventType } from './events'
import { replay } from './evolve'
import { goodsAreBusy, GOODS_WAYS } from './goods'
import { shareWords, totalDue, type Shares } from './liability'
import { optionWords, REMEDIES, type Remedy } from './remedy'
import { before } from '../clock/shanghai'
import { criterionWords } from './criteria'
import { yuan } from './money'
import { INTAKE_CHANNELS, TOLD_BY, type OnBehalf } from './onBehalf'
import type { SaidEvent } from './saidFor'
import { sentGoods } from './sentGoods'
import { leadersSide } from './stage'
import { MISSING } from './evidence'
import { toldTo } from './told'
import { CHANNELS, DISPUTES, REASONS, REVIEWS } from './reasons'
import { mayWatch, videoWords } from './video'
import { mayHear, voiceWords } from './voice'
import { wishWords } from './wish'

/** A line of the story, as a grandmother reads it. `detail` are words somebody wrote. */
export interface StoryLine {
  at: number
  says: string
  detail: string
  photos: string[]
}

/** Who reads the story, where a party is several people: then it says who did what. */
export interface Reader {
  personId?: string
  /** Not whose case it is, but somebody of the same household. */
  ofHousehold?: boolean
  /** By person id. */
  names?: Readonly<Record<string, string>>
  /** Events that are not for this reader. */
  without?: readonly CaseEventType[]
  /** Does not handle it: no notes of those who do. */
  withoutInternal?: boolean
}

/** The history as this party may know it at this moment, newest first. Others than who decided read when a decision took effect. */
export function storyFor(c: CaseState, events: readonly CaseEvent[], party: Party, now: number, reader: Reader = {}): StoryLine[] {
  const seen = seenBy(c, party, now)
  return toldTo(events, party, now).filter(({ event }) => !reader.without?.includes(event.type) && !(reader.withoutInternal && event.type === 'Noted' && event.internal)).map(({ event, seq }) => {
    const told = line(event.type === 'RecoveryAdmitted' ? { ...seen, claimedFromSupplier: claimedBefore(events, seq) } : seen, event, party, reader, SENT_BACK.includes(event.type) ? lookingAfter(events, seq) : 'leader', now)
    const fell = seq < events.length - 1 && !inEffect(events, seq, now)
    // Waybills say where somebody lives.
    const photos = party === 'supplier' && seen.class === 'logistics' && event.by.party !== 'supplier' ? [] : told.photos
    return { ...told, photos, at: event.by.party === party ? event.at : effectiveAtOf(event), says: `${told.says}${ownCase(seen, event) ? '（自己的单）' : ''}${fell ? '（没有生效）' : ''}` }
  }).reverse()
}

/** After these whoever asked, or offered, looks at it again. */
const SENT_BACK: readonly CaseEventType[] = ['OfferDeclined', 'SupplierDisputed', 'ReturnFailed']

/** Who has it after an event: nothing in it says so, what came before does. */
function lookingAfter(events: readonly CaseEvent[], seq: number): 'leader' | 'operator' {
  const { state } = replay(events.slice(0, seq + 1))
  return state.decision === 'withOperator' ? 'operator' : leadersSide(state)
}
/** What somebody else had put down. */
const DISOWNED: Record<SaidEvent, string> = { OfferAgreed: '替点的同意', OfferDeclined: '替点的不同意', ReplacementReceived: '替点的收到', Appealed: '替请的再看看' }

/** Fen that were claimed when somebody answered to it: a later split claims something else. */
function claimedBefore(events: readonly CaseEvent[], seq: number): number {
  return replay(events.slice(0, seq)).state.claimedFromSupplier
}

/** `now`: what was said for 明天 is said by its date once that is over. */
function line(c: CaseState, e: CaseEvent, to: Party, reader: Reader, looks: 'leader' | 'operator', now: number): Omit<StoryLine, 'at'> {
  const who = names(to, e, reader)
  const plain = (says: string, detail = '', photos: string[] = []) => ({ says, detail, photos })
  /** The leader put down what the neighbour said; how that is shown is not the supplier's. */
  const onBehalf = (said: OnBehalf | undefined, what: string, then: string) => said && to !== 'supplier'
    ? plain(`${who.decider}替${who.resident}点了${what}（${INTAKE_CHANNELS[said.channel]}）${then}`, said.words, said.photos)
    : null
  switch (e.type) {
    case 'Filed':
      return plain(`${e.channel ? `${who.decider}替${who.resident}报的（${INTAKE_CHANNELS[e.channel]}）` : `${who.resident}${e.follows ? '有新情况，再说一次' : '反映'}`}：${REASONS[e.reason].says}，${wishWords(e.wish)}${e.proven ? '（到货清点时已经看到）' : ''}${spoken(e, to)}${routed(e, to, who)}${e.promisedUntil === undefined || to === 'supplier' ? '' : `。${who.leader}说过${before(e.promisedUntil, now)}统一处理`}`, e.words)
    case 'Settled':
      return plain(agreedWords(e, to) === '' ? `${who.decider}知道了，会盯着这件事` : `${who.decider}同意了，${agreedWords(e, to)}`)
    case 'Forwarded':
      return plain(`${who.decider}请${who.supplier}先看看`, to === 'resident' ? '' : e.words)
    case 'EvidenceAsked':
      return plain(`${who.decider}请${who.resident}${e.missing.length === 0 ? '补一点' : e.missing.map(m => MISSING[m]).join('、')}`, e.words)
    case 'EvidenceAdded':
      return plain(`${e.channel ? `${who.decider}替${who.resident}补了（${INTAKE_CHANNELS[e.channel]}）` : `${who.resident}补了`}${addedWords(e, to)}`, e.words, e.photos)
    case 'Rejected':
      return plain(`${who.decider}没同意：${criterionWords(e)}（${REVIEWS[e.review]}）`, e.words)
    case 'Offered':
      return plain(`${who.decider}给的处理：${e.options.map(o => optionWords(to === 'supplier' && e.by.party !== 'supplier' ? { ...o, freight: 0, compensation: 0 } : o) || REMEDIES[o.remedy]).join('，或者')}`, e.words)
    case 'DecisionUndone':
      return plain(`${who.decider}撤回了刚才的决定`)
    case 'OfferAgreed':
      // Nobody answered an offer of all that was asked for.
      if (e.by.party === 'system') return plain(`${who.resident}没有回话，就按${who.resident}要的办：${agreedWords(e, to)}`)
      return onBehalf(e.onBehalf, '同意', `，${agreedWords(e, to)}`) ?? plain(`${who.resident}同意了，${agreedWords(e, to)}`)
    case 'OfferDeclined':
      return onBehalf(e.onBehalf, '不同意', `，${who[looks]}再看看`) ?? plain(`${who.resident}没同意，${who[looks]}再看看`, e.words)
    case 'AnswerDisowned':
      return plain(`${who.resident}说，${DISOWNED[e.what]}不是${who.resident}的意思，不算数`, to === 'supplier' ? '' : e.words)
    case 'Told':
      return plain(e.how === 'opened' || e.how === 'wechat' ? OWN_WAYS[e.how] : `${who.decider}告诉邻居了（${TOLD_BY[e.how]}）`)
    case 'NotTold':
      return plain(`微信说，有一条消息没有送到${who.resident}`)
    case 'Reminded':
      return plain(`提醒了：${CLOCKS[e.clock]}`)
    case 'Escalated':
      return plain(e.takes ? `到时间没有回音，转给${who.operator}定` : `到时间没办好「${CLOCKS[e.clock]}」，告诉了${who.operator}`)
    case 'SupplierMissed':
      return plain(c.decision === 'withOperator' ? `${who.supplier}没有按时回话，${who.operator}来定` : `${who.supplier}没有按时回话，${who.leader}来定`)
    case 'TakenOver':
      return plain(to === 'resident' ? `${who.resident}认领了订单，这件事归${who.resident}看着了` : '邻居认领了订单，看得到这件事了')
    case 'SupplierGranted':
      return plain(agreedWords(e, to) === '' ? `${who.supplier}知道了` : `${who.supplier}同意了，${agreedWords(e, to)}`, to === 'resident' ? '' : e.words)
    case 'SupplierDisputed':
      // What seller and supplier argue about is theirs; the resident needs to know who holds it now.
      return to === 'resident' ? plain(`${who.supplier}回话了，${who[looks]}来定`) : plain(`${who.supplier}有不同意见：${DISPUTES[e.reason]}`, e.words, e.photos)
    case 'RecoveryAdmitted':
      return plain(`${who.bearer}认了 ${yuan(c.claimedFromSupplier)}`, e.words)
    case 'RecoveryDisputed':
      return plain(`${who.bearer}有不同意见：${DISPUTES[e.reason]}`, e.words, e.photos)
    case 'RefundPaid': {
      // What proves many refunds at once shows other households.
      const hidden = to === 'supplier' || (to === 'resident' && e.forMany === true)
      return plain(`${who.decider}已经把 ${yuan(to === 'supplier' ? c.amount : totalDue(c))} 退了（${CHANNELS[e.channel]}）`, hidden || e.reference === '' ? '' : `备注：${e.reference}`, hidden ? [] : e.proof)
    }
    case 'Promised':
      return plain(`${who.leader}说${before(e.until, now)}统一处理`)
    case 'Withdrawn':
      return plain(`${who.resident}撤销了`, to === 'supplier' ? '' : e.words)
    case 'Countered':
      return plain(`${who.resident}想要退 ${yuan(e.refund)}，等${e.to === 'operator' ? who.operator : e.to === 'supplier' ? who.supplier : who.leader}回话`, e.words)
    case 'Appealed':
      return plain(`${e.channel ? `${who.decider}替${who.resident}` : who.resident}请人再看看${e.channel ? `（${INTAKE_CHANNELS[e.channel]}）` : ''}`, e.grounds, e.channel && to === 'supplier' ? [] : e.photos)
    case 'AppealUpheld':
      return plain(`${who.operator}重新看过，同意了${agreedWords(e, to) === '' ? '' : `，${agreedWords(e, to)}`}`, e.words)
    case 'AppealDismissed':
      return plain(`${who.operator}重新看过，还是没同意`, e.words)
    case 'ClaimExtended':
      return plain(`${who.resident}说又有坏的：${claimSaid(e.claim)}，${wishWords(e.wish)}`, e.words, e.photos)
    case 'Referred':
      return plain(`${who.decider}请${who.operator}来定`, to === 'resident' || (to === 'supplier' && e.by.party !== 'supplier') ? '' : e.words)
    case 'Reassigned':
      if (e.from === 'supplier') return plain(`${who.supplier}那边没有人了，转给${e.to === 'operator' ? who.operator : who.leader}${goodsAreBusy(c) ? '办' : '定'}`)
      if (e.to === 'nobody') return plain('现在没有人能看这件事', e.words)
      if (e.why) return plain(e.why === 'cameIn' ? `有人能看了，由${e.to === 'leader' ? who.leader : who.operator}这边接着看` : `换了人看，由${e.to === 'leader' ? who.leader : who.operator}这边接着看`)
      if (e.by.party === 'system') return plain(e.appealEnded ? `${who.operator}不在了，这里没有人能重新看，原来的结果不变` : `${who.operator}不在了，转回给${who.leader}定`)
      return plain(e.to === 'leader' ? `${who.operator}把这件事转给${who.leader}` : `${who.operator}接过来定`, to === 'leader' || to === 'operator' ? e.words : '')
    case 'InvestigationStarted':
      return plain(`${who.operator}在查，${before(e.until, now)}有结果`, e.words)
    case 'InvestigationEnded':
      return plain(`${who.operator}查完了`, e.words)
    case 'Planned':
      return plain(`${who.decider}写了接下来怎么办：${e.steps.map(s => `${before(s.by, now)}${who[s.party]}${s.what}`).join('；')}`)
    case 'Noted':
      return plain(e.internal ? `${who.decider}记了一笔（只有处理的人看得到）` : `${who.decider}说`, e.words)
    case 'Expedited':
      return plain(`${who.resident}催了一下`, e.words)
    case 'ReturnSent':
      return plain(`${who.resident}把东西退回来了（${GOODS_WAYS[e.way]}${e.waybill === '' || to === 'supplier' ? '' : `，单号 ${e.waybill}`}）`, e.words, to === 'supplier' ? [] : e.photos)
    case 'ReturnCalledOff':
      return plain(`${who.resident}先不退了`, e.words)
    case 'ReturnForwarded':
      return plain(`${who.decider}请${who.supplier}收退回来的东西，由${who.supplier}来验`, e.words)
    case 'ReturnReceived':
      // What it came in says where the household lives.
      return plain(`${who.decider}收到退回来的东西了`, e.words, to === 'supplier' && e.by.party !== 'supplier' ? [] : e.photos)
    case 'ReturnPassed':
      return plain(`${who.decider}验过了，没问题`, e.words, e.photos)
    case 'ReturnFailed':
      return plain(`${who.decider}验过了，和说的不一样，${who[looks]}再看看`, e.words, e.photos)
    case 'GivenBack':
      return plain(`${who.decider}把东西还给${who.resident}了（${GOODS_WAYS[e.way]}${e.waybill === '' || to === 'supplier' ? '' : `，单号 ${e.waybill}`}）`, e.words)
    case 'ReplacementSent':
      return plain(`${who.decider}把${sentGoods(c.remedy).it}发出来了（${GOODS_WAYS[e.way]}${e.waybill === '' ? '' : `，单号 ${e.waybill}`}）`, e.words, e.photos)
    case 'ReplacementReceived':
      return plain(`${e.channel ? `${who.decider}替${who.resident}点了收到（${INTAKE_CHANNELS[e.channel]}）` : `${who.resident}收到了`}`, e.words, to === 'supplier' ? [] : e.photos ?? [])
    case 'RefundStarted':
      return plain(`${who.decider}在退了（${CHANNELS[e.channel]}），到账会再告诉${who.resident}`, e.words)
    case 'RefundFailed':
      return plain(e.by.party === 'resident' ? `${who.resident}说没收到钱` : '这次没退成，会再退一次', e.words)
    case 'RefundConfirmed':
      return plain(`${who.resident}收到钱了`)
    case 'LiabilitySplit':
      return plain(`${who.decider}定了谁承担：${shareWords(to === 'supplier' ? ownShare(e.shares) : e.shares, yuan) || '供货商不用承担'}${e.against ? '（供货商没认，先这样记账，不再变）' : e.final ? '（听过双方，不再变）' : ''}`, to === 'supplier' && e.shares.supplier === 0 ? '' : e.words)
    case 'Lapsed':
      return plain(`没等到${who.resident}的回音，先放一放`, '')
    case 'Reopened':
      return plain(`${who.resident}接着说这件事`, e.words)
    case 'Closed':
      return plain('过了时间，收起来了。东西还有问题，可以重新报')
    case 'Rated':
      return plain(`${who.resident}评了：快慢 ${e.speed} 星，结果 ${e.result} 星，态度 ${e.attitude} 星`, e.words)
  }
}

/** By the community's own rule: who has it first; the rule's own words are for those whose rules they are. */
function routed({ route, heldBy = 'leader' }: Extract<CaseEvent, { type: 'Filed' }>, to: Party, who: Record<'leader' | 'supplier' | 'operator', string>): string {
  if (!route) return ''
  return to === 'leader' || to === 'operator' ? `。按规则「${route.words}」先归${who[heldBy]}` : heldBy === 'leader' ? '' : `。先由${who[heldBy]}看`
}

/** What was agreed, as one says it; empty where nothing was asked for. */
function agreedWords(e: { amount: number; remedy?: Remedy | null; freight?: number; compensation?: number; returnFirst?: boolean; kept?: boolean }, to: Party): string {
  const { amount, remedy = amount > 0 ? 'refund' : null, freight, compensation, returnFirst, kept } = e
  // What is given on top is between seller and household.
  const home = kept === false ? ['东西还回去'] : []
  return remedy === null ? home.join('') : [optionWords({ remedy, refund: amount, ...(to === 'supplier' ? {} : { freight, compensation }), returnFirst, kept: kept === true && !['returnRefund', 'exchange', 'repair'].includes(remedy) }) || REMEDIES[remedy], ...home].join('，')
}

function claimSaid(claim: Claim): string {
  return claim.measure === 'weight' ? `${claim.bad} 件分量不够` : 'bad' in claim ? `一共 ${claim.bad} 件` : '更多'
}

/** What others bear is not this supplier's business. */
function ownShare(shares: Shares): Shares {
  return { supplier: shares.supplier, carrier: 0, leader: 0, seller: 0, goodwill: 0 }
}

/** That there is a voice or a video at all is said only to those who may hear or see it. */
function spoken(e: Extract<CaseEvent, { type: 'Filed' }>, to: Party): string {
  return recordedWords(e, to).map(words => `，还${words}`).join('')
}

function recordedWords({ voices = [], videos = [] }: Pick<Evidence, 'voices' | 'videos'>, to: Party): string[] {
  return [...(voices.length > 0 && mayHear(to) ? [voiceWords(voices)] : []), ...(videos.length > 0 && mayWatch(to) ? [videoWords(videos)] : [])]
}

/** What was added, to go on with a sentence: 补了 2 张照片，还说了一段话（12 秒）. */
function addedWords(e: Extract<CaseEvent, { type: 'EvidenceAdded' }>, to: Party): string {
  const { photos, words } = e
  const said = [...(photos.length > 0 ? [` ${photos.length} 张照片`] : []), ...recordedWords(e, to).map((recorded, i) => `${photos.length + i > 0 ? '还' : '，'}${recorded}`)].join('，')
  return said === '' && words !== '' ? '一句话' : said
}

/** Whoever decides where they are the resident too: allowed, and for everybody to see. See docs/decisions/0010. */
function ownCase(c: CaseState, e: CaseEvent): boolean {
  return e.by.party === 'leader' && e.by.personId === c.residentId
}

function names(to: Party, { by }: CaseEvent, { personId, names: called, ofHousehold }: Reader) {
  const another = (to === 'leader' || to === 'operator') && by.party === to && personId !== undefined && by.personId !== personId
  const others = { resident: to === 'supplier' ? '居民' : '邻居', leader: '团长', supplier: '供货商', operator: '平台' }
  const own = to === 'resident' ? (ofHousehold ? '家里人' : '您') : another ? called?.[by.personId] ?? (to === 'leader' ? '一起带团的人' : '同事') : '您'
  const who = to === 'system' ? others : { ...others, [to]: own }
  return {
    ...who,
    /** Who did it. */
    decider: by.party === 'system' ? '系统' : who[by.party],
    /** Who was asked to bear it, as their own answer is told; a carrier's is put down by whoever talked to it. */
    bearer: by.party === 'supplier' ? who.supplier : '快递',
  }
}
