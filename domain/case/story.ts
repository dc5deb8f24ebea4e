import type { CaseState, Party } from './case'
import { effectiveAtOf, inEffect, seenBy } from './effect'
import type { CaseEvent, CaseEventType } from './events'
import { before } from '../clock/shanghai'
import { criterionWords } from './criteria'
import { yuan } from './money'
import { INTAKE_CHANNELS, TOLD_BY, type OnBehalf } from './onBehalf'
import { MISSING } from './evidence'
import { toldTo } from './told'
import { CHANNELS, DISPUTES, REASONS, REVIEWS } from './reasons'
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
}

/** The history as this party may know it at this moment, newest first. Others than who decided read when a decision took effect. */
export function storyFor(c: CaseState, events: readonly CaseEvent[], party: Party, now: number, reader: Reader = {}): StoryLine[] {
  const seen = seenBy(c, party, now)
  return toldTo(events, party, now).filter(({ event }) => !reader.without?.includes(event.type)).map(({ event, seq }) => {
    const told = line(seen, event, party, reader)
    const fell = seq < events.length - 1 && !inEffect(events, seq, now)
    return { ...told, at: event.by.party === party ? event.at : effectiveAtOf(event), says: `${told.says}${ownCase(seen, event) ? '（自己的单）' : ''}${fell ? '（没有生效）' : ''}` }
  }).reverse()
}

function line(c: CaseState, e: CaseEvent, to: Party, reader: Reader): Omit<StoryLine, 'at'> {
  const who = names(to, e, reader)
  const plain = (says: string, detail = '', photos: string[] = []) => ({ says, detail, photos })
  /** The leader put down what the neighbour said; how that is shown is not the supplier's. */
  const onBehalf = (said: OnBehalf | undefined, what: string, then: string) => said && to !== 'supplier'
    ? plain(`${who.leader}替${who.resident}点了${what}（${INTAKE_CHANNELS[said.channel]}）${then}`, said.words, said.photos)
    : null
  switch (e.type) {
    case 'Filed':
      return plain(`${e.channel ? `${who.leader}替${who.resident}报的（${INTAKE_CHANNELS[e.channel]}）` : `${who.resident}反映`}：${REASONS[e.reason].says}，${wishWords(e.wish)}${e.proven ? '（到货清点时已经看到）' : ''}${spoken(e, to)}${e.promisedUntil === undefined || to === 'supplier' ? '' : `。${who.leader}说过${before(e.promisedUntil, e.at)}统一处理`}`, e.words)
    case 'Settled':
      return plain(e.amount > 0 ? `${who.leader}同意了，退 ${yuan(e.amount)}` : `${who.leader}知道了，会盯着这件事`)
    case 'Forwarded':
      return plain(`${who.leader}请${who.supplier}先看看`, to === 'resident' ? '' : e.words)
    case 'EvidenceAsked':
      return plain(`${e.by.party === 'supplier' ? who.supplier : who.leader}请${who.resident}${e.missing.length === 0 ? '补一点' : e.missing.map(m => MISSING[m]).join('、')}`, e.words)
    case 'EvidenceAdded':
      return plain(`${e.channel ? `${who.leader}替${who.resident}补了（${INTAKE_CHANNELS[e.channel]}）` : `${who.resident}补了`}${addedWords(e, to)}`, e.words, e.photos)
    case 'Rejected':
      return plain(`${who.leader}没同意：${criterionWords(e)}（${REVIEWS[e.review]}）`, e.words)
    case 'Offered':
      return plain(`${e.by.party === 'supplier' ? who.supplier : who.leader}给的处理：${e.options.map(o => `退 ${yuan(o.refund)}`).join('，或者')}`, e.words)
    case 'DecisionUndone':
      return plain(`${e.by.party === 'supplier' ? who.supplier : who.leader}撤回了刚才的决定`)
    case 'OfferAgreed':
      return onBehalf(e.onBehalf, '同意', `，退 ${yuan(e.amount)}`) ?? plain(`${who.resident}同意了，退 ${yuan(e.amount)}`)
    case 'OfferDeclined':
      return onBehalf(e.onBehalf, '不同意', `，${who.leader}再看看`) ?? plain(`${who.resident}没同意，${who.leader}再看看`, e.words)
    case 'Told':
      return plain(`${who.leader}告诉邻居了（${TOLD_BY[e.how]}）`)
    case 'TakenOver':
      return plain(to === 'resident' ? `${who.resident}认领了订单，这件事归${who.resident}看着了` : '邻居认领了订单，看得到这件事了')
    case 'SupplierGranted':
      return plain(e.amount > 0 ? `${who.supplier}同意了，退 ${yuan(e.amount)}` : `${who.supplier}知道了`, to === 'resident' ? '' : e.words)
    case 'SupplierDisputed':
      // What seller and supplier argue about is theirs; the resident needs to know who holds it now.
      return to === 'resident' ? plain(`${who.supplier}回话了，${who.leader}来定`) : plain(`${who.supplier}有不同意见：${DISPUTES[e.reason]}`, e.words, e.photos)
    case 'RecoveryAdmitted':
      return plain(`${who.supplier}认了 ${yuan(c.claimedFromSupplier)}`, e.words)
    case 'RecoveryDisputed':
      return plain(`${who.supplier}有不同意见：${DISPUTES[e.reason]}`, e.words, e.photos)
    case 'RefundPaid': {
      // What proves many refunds at once shows other households.
      const hidden = to === 'supplier' || (to === 'resident' && e.forMany === true)
      return plain(`${who.leader}已经把 ${yuan(c.amount)} 退了（${CHANNELS[e.channel]}）`, hidden || e.reference === '' ? '' : `备注：${e.reference}`, hidden ? [] : e.proof)
    }
    case 'Promised':
      return plain(`${who.leader}说${before(e.until, e.at)}统一处理`)
    case 'Withdrawn':
      return plain(`${who.resident}撤销了`, to === 'supplier' ? '' : e.words)
  }
}

/** That there is a voice at all is said only to those who may hear it. */
function spoken({ voices = [] }: Extract<CaseEvent, { type: 'Filed' }>, to: Party): string {
  return voices.length === 0 || !mayHear(to) ? '' : `，还${voiceWords(voices)}`
}

/** What was added, to go on with a sentence: 补了 2 张照片，还说了一段话（12 秒）. */
function addedWords({ photos, voices, words }: Extract<CaseEvent, { type: 'EvidenceAdded' }>, to: Party): string {
  const said = [...(photos.length > 0 ? [` ${photos.length} 张照片`] : []), ...(voices.length > 0 && mayHear(to) ? [`${photos.length > 0 ? '还' : '，'}${voiceWords(voices)}`] : [])].join('，')
  return said === '' && words !== '' ? '一句话' : said
}

/** Whoever decides where they are the resident too: allowed, and for everybody to see. See docs/decisions/0010. */
function ownCase(c: CaseState, e: CaseEvent): boolean {
  return e.by.party === 'leader' && e.by.personId === c.residentId
}

function names(to: Party, { by }: CaseEvent, { personId, names: called, ofHousehold }: Reader) {
  const another = to === 'leader' && by.party === 'leader' && personId !== undefined && by.personId !== personId

  return {
    resident: to === 'resident' ? (ofHousehold ? '家里人' : '您') : to === 'supplier' ? '居民' : '邻居',
    leader: another ? called?.[by.personId] ?? '一起带团的人' : to === 'leader' ? '您' : '团长',
    supplier: to === 'supplier' ? '您' : '供货商',
  }
}
