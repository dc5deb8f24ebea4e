import { refusal, type Refusal } from '../contract/refusal'
import { whoActs } from '../people/whoActs'
import { isAllowed, isBarred, isDesksHazard, isPartysCommand, isToAnswer, type Acting } from './allowed'
import type { Actor, Case, CaseState } from './case'
import type { CaseCommand, CaseCommandType } from './commands'
import { COMMAND_WORDS, mayComeOf } from './commandWords'
import { claimTrouble, refundPreview, type Claim, type Wish } from './claim'
import { publishedWords, type PublishedCriterion } from './criteria'
import type { CaseEvent, CaseFact } from './events'
import { LATEST_PROMISE } from '../clock/policy'
import { addingTrouble, askingTrouble } from './evidence'
import { goodsState, staysHere, waybillTrouble } from './goods'
import { investigationTrouble, noteTrouble, planTrouble } from './handling'
import { splitTrouble, standsAgainst } from './liability'
import { proofMissing, PROOF_WORDS, type IntakeChannel, type OnBehalf } from './onBehalf'
import { canSettle, consentTrouble, needsOffer } from './consent'
import { keptTrouble } from './kept'
import { effectiveAtOf, pendingAt, seenBy } from './effect'
import { MOST_PHOTOS } from './file'
import { ruleFor } from './reasons'
import { decidedWith } from './limit'
import { yuan } from './money'
import { askedFor, counterGoesTo, counterTrouble, grantsWish, isStillOffered, offerFits } from './negotiate'
import { recoverable } from './recoverable'
import { amountTrouble, MOST_COMPENSATION, MOST_FREIGHT, optionTrouble, remedyOf, topTrouble, worthOf, type OfferOption } from './remedy'
import { holderOf, liesWith } from './stage'
import { storyFor } from './story'
import { hideHousehold } from '../people/hideHousehold'
import { isNews, toldTo } from './told'
import { filmed } from './video'

export interface DecideContext {
  now: number
  by: Acting
  /** Drawn by the client; a repeated one changes nothing and answers the same. */
  commandId: string
  /** The version that the person had on the screen. */
  seen: number
  /** How long a decision may be taken back. ms */
  undoWindow: number
  /** Fen that may become due by this person's tap in one case, or be offered; none or null: whatever the case allows. */
  limit?: number | null
  /** How the others of this party are called, by person id. Missing: nobody has a name. */
  names?: Readonly<Record<string, string>>
  /** What the community publishes besides `CRITERIA`, retired ones too. Missing: nothing. */
  criteria?: readonly PublishedCriterion[]
}

export type Decision = { events: CaseEvent[] } | { refusal: Refusal }

/** Decides a command against a case. Pure: nothing is written here. An empty list of events means: already done. */
export function decide(c: Case, command: CaseCommand, context: DecideContext): Decision {
  if (c.events.some(e => e.command === context.commandId)) return repeated(c, command, context)
  if (!isPartysCommand(context.by.party, command.type)) return { refusal: refusal('NOT_ALLOWED', '您不能做这一步') }
  if (isBarred(c.state, context.by, command.type)) return { refusal: refusal('NOT_ALLOWED', '请换一位来处理') }
  const seen = seenBy(c.state, context.by.party, context.now)
  if (somethingNewWasSaid(c, command, context)) return { refusal: refusal('CASE_CHANGED', `这件事刚刚有了新情况${named(lastUnseen(c, context, event => isNewsFor(command, event)))}请看过以后再决定`, 'seen') }
  if (!isAllowed(c.state, context.by, command.type, context.now)) {
    const trouble = notYet(c, command, context)
    if (trouble) return { refusal: trouble }
    if ((command.type === 'agree' || command.type === 'decline') && wasOffered(seen) && !isToAnswer(seen, context.by)) return { refusal: refusal('NOT_YOURS', '这个办法不是您这边给的，请邻居自己点，或者请平台替他点', 'command.type') }
    if (command.type === 'agree' && wasOffered(seen)) return { refusal: OFFER_OVER }
    if (seen.closedAt != null) return { refusal: refusal('CASE_CLOSED', '这件事过了时间，已经收起来了。东西还有问题，请重新报一件') }
    const declined = command.type === 'settle' && !canSettle(seen) ? consentTrouble(seen, 0) : null
    if (declined) return { refusal: declined }
    if (command.type === 'reject' && seen.decision === 'evidence') return { refusal: refusal('WAITING_EVIDENCE', '正等邻居补照片，补来了再定；过了时间没补，会告诉您', 'command.type') }
    if (command.type === 'reject' && seen.decision === 'lapsed') return { refusal: refusal('OFFER_KEPT', '邻居没回话，说好了办法给他留着，不能改成不同意', 'command.type') }
    if (command.type === 'reject' && isDesksHazard(seen, context.by)) return { refusal: refusal('DESK_DECIDES', '有危险的事，平台在看，由平台来定；您可以先答应邻居', 'command.type') }
    if (command.type === 'forward' && (seen.decision === 'review' || seen.decision === 'withOperator')) return { refusal: nobodySupplies(seen, '这一件请您自己定') }
    if (command.type === 'forwardReturn' && ['awaitingReturn', 'returning', 'received'].includes(goodsState(seen)) && (seen.supplierId === null || seen.supplierGone)) return { refusal: nobodySupplies(seen, '东西请您自己收、自己看') }
    return { refusal: wrongState(command.type, lastUnseen(c, context, () => true)) }
  }
  const fact = command.type === 'undo' ? { type: 'DecisionUndone' as const, of: c.events.length - 1 } : factOf(seen, command, context)
  if ('code' in fact) return { refusal: fact }
  const { party, personId } = context.by
  return { events: [{ v: 1, at: context.now, by: { party, personId }, command: context.commandId, ...fact }] }
}

const OFFER_OVER = refusal('OFFER_OVER', '这个办法的时间过了，请选另一个，或者跟团长说', 'command.option')

/** What was offered is over by its time alone. */
function wasOffered({ decision, lapsedFrom }: CaseState): boolean {
  return decision === 'offered' || (decision === 'lapsed' && lapsedFrom === 'offered')
}

/** Nobody is there whom it could be sent to. */
function nobodySupplies({ supplierId }: CaseState, instead: string): Refusal {
  return supplierId === null ? refusal('NO_SUPPLIER', `报上来的时候还没填谁供货，${instead}；填上以后新报的就能转`)
    : refusal('NO_SUPPLIER', `供货商那边现在没有人在这里回话，${instead}；发个链接请他们进来以后，就能转`)
}

/** A command id belongs to the person who drew it, and to one command of theirs; anybody else's use of it is refused, and so is any other. */
function repeated(c: Case, command: CaseCommand, context: DecideContext): Decision {
  const earlier = c.events.filter(e => e.command === context.commandId)
  if (earlier.some(e => e.by.personId !== context.by.personId)) return { refusal: refusal('NOT_ALLOWED', '您不能做这一步') }
  return earlier.every(e => mayComeOf(e.type, command.type)) ? { events: [] } : { refusal: refusal('COMMAND_ID_USED', '这一步没有记下来，请退出去重新进来，再点一次', 'commandId') }
}

/** Only what this party can see counts: a supplier's quiet answer does not stop a resident's tap. */
function somethingNewWasSaid(c: Case, command: CaseCommand, { seen, by, now }: DecideContext): boolean {
  if (!hasLooked(c, seen)) return true
  return toldTo(c.events, by.party, now).some(({ event, seq }) => seq >= seen && isNewsFor(command, event))
}

/** A plan stops nobody's decision; but it would be replaced, unread, by another. */
function isNewsFor(command: CaseCommand, event: CaseEvent): boolean {
  return isNews(event) || (command.type === 'plan' && event.type === 'Planned')
}

/** Written so that NaN counts as never having looked. */
function hasLooked(c: Case, seen: number): boolean {
  return seen >= 1 && seen <= c.version
}

/** The newest of what happened since this person looked, as their story tells it; null where nothing did that they may know. */
function lastUnseen(c: Case, { seen, by, now, names }: DecideContext, counts: (event: CaseEvent) => boolean): string | null {
  if (!hasLooked(c, seen)) return null
  const told = toldTo(c.events, by.party, now)
  const lines = storyFor(c.state, c.events, by.party, now, { personId: by.personId, ...(names ? { names } : {}) }).reverse()
  const says = told.flatMap(({ event, seq }, i) => (seq >= seen && counts(event) ? lines[i]?.says ?? [] : [])).at(-1)
  if (says === undefined) return null
  return by.party === 'supplier' ? hideHousehold(says, c.state.line) : says
}

/** What happened meanwhile, where something did; else what is not possible as it stands. */
function wrongState(command: CaseCommandType, meanwhile: string | null): Refusal {
  const now = command === 'tell' ? '邻居已经知道了，不用再告诉' : `现在不能${COMMAND_WORDS[command]}，请看看最新的情况`
  return refusal('WRONG_STATE', meanwhile === null ? now : `这件事已经不在这一步了：${meanwhile}。请看看最新的情况`, 'command.type')
}

/** To go on with a sentence, and to end it. */
function named(says: string | null): string {
  return says === null ? '，' : `：${says}。`
}

/** Why a party whose own decision came last has to wait, or came too late to take it back. */
function notYet(c: Case, command: CaseCommand, { by, now }: DecideContext): Refusal | null {
  const pending = pendingAt(c.state, now)
  if (pending?.by.party === by.party) {
    return command.type === 'undo' ? refusal('NOT_ALLOWED', '谁做的决定，谁才能撤回') : refusal('NOT_YET', '刚才的决定过几秒才生效，请稍等一下再点')
  }
  const last = c.events.at(-1)
  if (command.type !== 'undo' || !last || last.by.personId !== by.personId || effectiveAtOf(last) === last.at) return null
  return refusal('UNDO_TOO_LATE', '已经生效，对方也收到了，撤不回来了')
}

function factOf(c: CaseState, command: Exclude<CaseCommand, { type: 'undo' }>, { now, by, undoWindow, limit = null, criteria = [] }: DecideContext): CaseFact | Refusal {
  const effectiveAt = now + undoWindow
  const { staff = null } = by
  switch (command.type) {
    case 'settle': {
      const asked = Math.min(askedFor(c), c.line.left)
      const option = asWished(c, command, asked)
      const trouble = amountTrouble(c, option.refund, 'command.amount') ?? topTrouble(option.freight ?? 0, MOST_FREIGHT, '运费', 'command.freight') ?? topTrouble(option.compensation ?? 0, MOST_COMPENSATION, '补偿', 'command.compensation')
      if (trouble) return trouble
      if (overLimit(decidedWith(c, option), limit)) return tooMuchForOne(limit, by, 'command.amount')
      if (option.refund < askedFor(c)) return command.amount === undefined ? refusal('MORE_THAN_PAID', '这件东西现在退不了这么多了，请用「换个办法」让邻居点头', 'command.amount') : refusal('LESS_THAN_ASKED', '少于邻居要的钱，请用「换个办法」让邻居点头', 'command.amount')
      return consentTrouble(c, option.refund) ?? { type: 'Settled', ...agreedFact(c, option), effectiveAt }
    }
    case 'forward':
      return { type: 'Forwarded', words: command.words }
    case 'askEvidence':
      return askingTrouble(command.missing, command.words) ?? { type: 'EvidenceAsked', missing: command.missing, words: command.words }
    case 'addEvidence':
      return addingTrouble(c, command) ?? sentTrouble(by, command.channel) ?? { type: 'EvidenceAdded', photos: command.photos, voices: command.voices, ...filmed(command.videos), words: command.words, ...(command.channel ? { channel: command.channel } : {}) }
    case 'reject':
      if (command.words.trim() === '') return refusal('WORDS_NEEDED', '请用自己的话说一句为什么', 'command.words')
      return rejected(command, { now, criteria }, effectiveAt)
    case 'offer': {
      if (command.options.length === 0) return refusal('OPTION_NEEDED', '请至少给一个办法', 'command.options')
      for (const [i, option] of command.options.entries()) {
        const trouble = optionTrouble(c, option, `command.options.${i}`, effectiveAt)
        if (trouble) return trouble
        if (option.kept && goodsState(c) !== 'failed') return refusal('NOTHING_HERE', '东西不在这边，不用说还不还', `command.options.${i}.kept`)
        // What lies on top is the seller's money.
        if (by.party === 'supplier' && worthOf(option) > option.refund) return refusal('NOT_YOURS', '运费和补偿由团长来给，您可以写在话里', `command.options.${i}.${option.freight ? 'freight' : 'compensation'}`)
        if (overLimit(decidedWith(c, option), limit)) return tooMuchForOne(limit, by, `command.options.${i}.refund`)
      }
      return keptTrouble(c, command.options, now) ?? { type: 'Offered', options: command.options, words: command.words, effectiveAt }
    }
    case 'agree': {
      const option = c.offer?.options[command.option]
      if (!option) return refusal('NO_SUCH_OPTION', '没有这个办法，请重新选', 'command.option')
      const trouble = proofTrouble(c, by, command.onBehalf)
        ?? (isStillOffered(option, now) ? null : OFFER_OVER)
        ?? noLongerThere(c, option.refund, by, now)
      if (trouble) return trouble
      // Who proposed it does not matter: it is this tap that makes the money due. A neighbour's own yes has no limit.
      if (by.party !== 'resident' && overLimit(decidedWith(c, option), limit)) return tooMuchForOne(limit, by, 'command.option')
      return { type: 'OfferAgreed', option: command.option, ...agreedFact(c, option), ...proven(command) }
    }
    case 'decline':
      return proofTrouble(c, by, command.onBehalf) ?? { type: 'OfferDeclined', words: command.words, ...proven(command) }
    case 'disown':
      if (!c.saidFor) throw new Error(`case ${c.id}: disown was allowed where nothing was said`)
      return { type: 'AnswerDisowned', what: c.saidFor.what, words: command.words }
    case 'tell':
      return { type: 'Told', how: command.how }
    case 'takeOver':
      return { type: 'TakenOver', residentId: by.personId }
    case 'withdraw':
      return { type: 'Withdrawn', words: command.words }
    case 'grantAsAsked': {
      const amount = askedFor(c)
      if (amount > c.line.left) return refusal('MORE_THAN_PAID', '这件东西现在退不了这么多了，请给一个少一点的办法，或者回话让团长来定', 'command.type')
      return consentTrouble(c, amount) ?? { type: 'SupplierGranted', ...agreedFact(c, asWished(c, {}, amount)), words: command.words }
    }
    case 'disputeAsAsked':
      return explained(command.reason, command.words) ?? photosTrouble(command.photos) ?? { type: 'SupplierDisputed', reason: command.reason, words: command.words, photos: command.photos }
    case 'admitRecovery':
      return { type: 'RecoveryAdmitted', words: command.words }
    case 'disputeRecovery':
      return explained(command.reason, command.words) ?? photosTrouble(command.photos) ?? { type: 'RecoveryDisputed', reason: command.reason, words: command.words, photos: command.photos }
    case 'counter':
      return counterTrouble(c, command.refund, now) ?? { type: 'Countered', refund: command.refund, words: command.words, to: counterGoesTo(c) }
    case 'appeal':
      if (command.grounds.trim() === '') return refusal('WORDS_NEEDED', '请说一句为什么想再看看', 'command.grounds')
      return photosTrouble(command.photos) ?? sentTrouble(by, command.channel) ?? shownTrouble(c, { channel: command.channel, words: command.grounds, photos: command.photos }, 'grounds') ?? { type: 'Appealed', grounds: command.grounds, photos: command.photos, ...(command.channel ? { channel: command.channel } : {}) }
    case 'decideAppeal': {
      if (command.words.trim() === '') return refusal('WORDS_NEEDED', '请用自己的话说一句为什么', 'command.words')
      if (!command.uphold) return { type: 'AppealDismissed', words: command.words }
      // An order that was refunded elsewhere meanwhile: nothing is left to carry out.
      if (askedFor(c) > 0 && c.line.left === 0) return refusal('MORE_THAN_PAID', '这件东西的钱后来都退过了，没有可以再退的；请写明情况，选「还是没同意」', 'command.uphold')
      if (needsOffer(c)) return refusal('DECLINED_BEFORE', '这样的办法邻居刚才没同意，请给一个别的办法让邻居点头', 'command.uphold')
      const option = upheldOption(c)
      return overLimit(decidedWith(c, option), limit) ? tooMuchForOne(limit, by, 'command.uphold') : { type: 'AppealUpheld', words: command.words, ...agreedFact(c, option) }
    }
    case 'extendClaim': {
      const grown = extended(c, command.claim)
      return 'code' in grown ? grown : photosTrouble(command.photos) ?? grownTrouble(c, command) ?? { type: 'ClaimExtended', ...grown, photos: command.photos, words: command.words }
    }
    case 'refer':
      if (staff && whoActs({ ...c, decision: 'withOperator' }, 'operator', staff).length === 0) return refusal('NOBODY_THERE', '平台那边现在没有能看这件的人', 'command.type')
      return said(command.words, '请写一句为什么请平台定') ?? { type: 'Referred', words: command.words }
    case 'reassign':
      if (by.party === 'system') return holderOf(c) === 'supplier' && command.to !== 'nobody' ? { type: 'Reassigned', to: command.to, words: command.words, from: 'supplier' } : givenOn(c, command)
      if (command.to === 'nobody') return refusal('NOT_ALLOWED', '您不能做这一步', 'command.to')
      if (command.to === 'leader' && staff && whoActs(c, 'leader', staff).length === 0) return refusal('NOBODY_THERE', '团长那边没有能看这件的人：要么说的就是他们，要么上次就是他们定的', 'command.to')
      if (command.to === liesWith(c)) return refusal('THERE_ALREADY', '已经在那里了', 'command.to')
      return said(command.words, '请写一句为什么转过去') ?? { type: 'Reassigned', to: command.to, words: command.words }
    case 'investigate':
      return investigationTrouble(command.words, command.until, now) ?? { type: 'InvestigationStarted', words: command.words, until: command.until }
    case 'endInvestigation':
      return said(command.words, '请写一句查到了什么') ?? { type: 'InvestigationEnded', words: command.words }
    case 'plan':
      return planTrouble(command.steps, c.plans ?? 0, now) ?? { type: 'Planned', steps: command.steps }
    case 'note':
      return noteTrouble(command, c.notes) ?? { type: 'Noted', words: command.words, internal: command.internal }
    case 'expedite':
      return { type: 'Expedited', words: command.words }
    case 'sendReturn':
      if (command.way === 'nextDelivery') return refusal('BAD_WAY', '送货的车不带退货，请放自提点、寄快递，或者约上门拿', 'command.way')
      return waybillTrouble(command.way, command.waybill) ?? photosTrouble(command.photos) ?? { type: 'ReturnSent', way: command.way, waybill: command.waybill, words: command.words, photos: command.photos }
    case 'callOffReturn':
      return { type: 'ReturnCalledOff', words: command.words }
    case 'forwardReturn':
      return said(command.words, '请写清楚东西退到供货商哪里，邻居看得到') ?? { type: 'ReturnForwarded', words: command.words }
    case 'receiveReturn':
      return photosTrouble(command.photos) ?? { type: 'ReturnReceived', words: command.words, photos: command.photos }
    case 'inspectReturn':
      if (!command.passed && command.photos.length === 0 && command.words.trim() === '') return refusal('WORDS_NEEDED', '没通过的话，请写一句哪里不对，或者拍一张', 'command.words')
      return photosTrouble(command.photos) ?? (command.passed ? { type: 'ReturnPassed', words: command.words, photos: command.photos, recovery: recoverable(c, c.amount), ...(c.goods?.by === 'supplier' ? { admitted: true as const } : {}) } : { type: 'ReturnFailed', words: command.words, photos: command.photos })
    case 'giveBack':
      return waybillTrouble(command.way, command.waybill) ?? { type: 'GivenBack', way: command.way, waybill: command.waybill, words: command.words }
    case 'sendReplacement':
      return waybillTrouble(command.way, command.waybill) ?? photosTrouble(command.photos) ?? { type: 'ReplacementSent', way: command.way, waybill: command.waybill, words: command.words, photos: command.photos }
    case 'receiveReplacement': {
      const { channel, words, photos = [] } = command
      if (by.party === 'resident' && photos.length > 0) return refusal('NOT_ASKED', '您自己点收到，不用放照片', 'command.photos')
      return sentTrouble(by, channel) ?? photosTrouble(photos) ?? shownTrouble(c, { channel, words, photos }, 'words') ?? { type: 'ReplacementReceived', words, ...(channel ? { channel } : {}), ...(photos.length > 0 ? { photos } : {}) }
    }
    case 'startRefund':
      return { type: 'RefundStarted', channel: command.channel, words: command.words }
    case 'failRefund':
      return said(command.words, by.party === 'resident' ? '请说一句怎么没收到' : '请写一句为什么没退成') ?? { type: 'RefundFailed', words: command.words }
    case 'confirmRefund':
      return { type: 'RefundConfirmed' }
    case 'splitLiability':
      return splitTrouble(c, command.shares) ?? splitFact(c, command, by)
    case 'lapse': {
      // The wish was the consent: an offer of all of it needs no yes. Anything less stays open, and nothing is given up.
      const granted = c.decision === 'offered' ? grantsWish(c) : null
      const option = granted === null ? undefined : c.offer?.options[granted]
      return option && granted !== null ? { type: 'OfferAgreed', option: granted, ...agreedFact(c, option) } : { type: 'Lapsed' }
    }
    case 'close':
      return { type: 'Closed' }
    case 'reopen':
      // What was agreed takes its money again, as far as it is still there.
      return { type: 'Reopened', words: command.words, ...(c.putAside && c.lapsedFrom === 'agreed' && c.putAside.amount <= c.line.left ? { amount: c.putAside.amount } : {}) }
    case 'rate':
      for (const part of ['speed', 'result', 'attitude'] as const) if (![1, 2, 3, 4, 5].includes(command[part])) return refusal('BAD_RATING', '请点一到五颗星', `command.${part}`)
      return { type: 'Rated', speed: command.speed, result: command.result, attitude: command.attitude, words: command.words }
    case 'promise':
      return promiseTrouble(command.until, now) ?? { type: 'Promised', until: command.until }
    case 'payRefund':
      return photosTrouble(command.photos) ?? { type: 'RefundPaid', channel: command.channel, reference: command.reference, proof: command.photos, ...(command.forMany ? { forMany: true as const } : {}) }
  }
}

/** An appeal without a desk ends as it was: the leader's side refused it. */
function givenOn(c: CaseState, { to, words, why }: Extract<CaseCommand, { type: 'reassign' }>): CaseFact {
  const rest = { words, ...(why ? { why } : {}), desk: c.desk === true }
  return c.decision === 'appealed' ? { type: 'Reassigned', to: 'leader', appealEnded: true, ...rest } : { type: 'Reassigned', to, ...rest }
}

/** Carried out as asked, as far as there is still money to give back. */
function upheldOption(c: CaseState): OfferOption & { nothing?: boolean } {
  return asWished(c, {}, Math.min(askedFor(c), c.line.left))
}

/** The resident's own wish, as the way out: what was asked for, with what comes on top. */
function asWished(c: CaseState, more: { amount?: number | undefined; freight?: number | undefined; compensation?: number | undefined; returnFirst?: boolean | undefined }, asked: number): OfferOption & { nothing?: boolean } {
  const remedy = c.counter ? 'refund' : remedyOf(c.wish)
  const refund = more.amount ?? asked
  return { remedy: remedy ?? 'refund', refund, freight: more.freight ?? 0, compensation: more.compensation ?? 0, returnFirst: more.returnFirst ?? false, nothing: remedy === null && refund === 0 }
}

/** What is agreed with an option, and what is claimed back for it. */
function agreedFact(c: CaseState, option: OfferOption & { nothing?: boolean }) {
  const { remedy, refund, freight = 0, compensation = 0, returnFirst = false } = option
  return {
    amount: refund, recovery: recoverable(c, refund),
    // As before there was anything else, where there is nothing else.
    ...(remedy === 'refund' ? {} : { remedy }), ...(option.nothing ? { remedy: null } : {}), ...(freight > 0 ? { freight } : {}), ...(compensation > 0 ? { compensation } : {}), ...(returnFirst ? { returnFirst } : {}),
    ...(goodsState(c) === 'failed' ? { kept: staysHere({ remedy: option.nothing ? null : remedy, kept: option.kept }) } : {}),
  }
}

/** Where the desk heard both it stands; so it does where the supplier said no as often as one may. */
function splitFact(c: CaseState, { shares, words }: Extract<CaseCommand, { type: 'splitLiability' }>, { party }: Actor): CaseFact {
  const against = party === 'leader' && standsAgainst(c, shares)
  return { type: 'LiabilitySplit', shares, words, final: against || (party === 'operator' && c.recovery === 'disputed'), ...(against ? { against: true as const } : {}) }
}

/** More of the same line is bad: never less than was said before. */
function extended(c: CaseState, claim: Claim): { claim: Claim; wish: Wish } | Refusal {
  const trouble = claimTrouble(c.line, c.reason, claim)
  if (trouble) return { ...trouble, ...(trouble.field ? { field: `command.${trouble.field}` } : {}) }
  const more = refundPreview(c.line, claim)
  if (more <= refundPreview(c.line, c.claim)) return refusal('NOT_MORE', '没有比原来说的多', 'command.claim')
  return { claim, wish: 'amount' in c.wish ? { ...c.wish, amount: Math.max(c.wish.amount, Math.min(more, c.line.left)) } : c.wish }
}

/** More of the same line is shown as the first was. */
function grownTrouble(c: CaseState, { photos, words }: { photos: readonly string[]; words: string }): Refusal | null {
  const known = c.evidence.flatMap(e => e.photos)
  const fresh = photos.filter(photo => !known.includes(photo)).length
  if (ruleFor(c.reason).photos > 0) return fresh > 0 ? null : refusal('PHOTO_NEEDED', '请拍一张又发现坏的', 'command.photos')
  return fresh > 0 ? null : said(words, '请说一句又发现了什么')
}

function said(words: string, says: string): Refusal | null {
  return words.trim() === '' ? refusal('WORDS_NEEDED', says, 'command.words') : null
}

/** An offer keeps no money: others may have been decided since, and an export may know of refunds made elsewhere. */
function noLongerThere(c: CaseState, refund: number, { party }: Actor, now: number): Refusal | null {
  if (refund <= c.line.left) return null
  const none = c.line.left === 0
  const left = none ? '没有钱能退了' : `只剩 ${yuan(c.line.left)} 能退`
  const says = party !== 'resident' ? `这一单后来退过别的钱，${left}，请${none ? '跟邻居说一声' : '重新给邻居一个办法'}`
    : offerFits(c, now) ? '这个办法现在退不了这么多了，请选另一个办法'
    : `这一单后来退过别的钱，${left}。请点「不同意」，团长会${none ? '再看看' : '重新给您一个办法'}`
  return refusal('MORE_THAN_PAID', says, 'command.option')
}

function overLimit(amount: number, limit: number | null): limit is number {
  // Written so that NaN is over every limit.
  return limit !== null && !(amount <= limit)
}

/** Says who can: a helper's leader; at a desk a colleague who may decide more. */
function tooMuchForOne(limit: number, { party }: Actor, field: string): Refusal {
  return refusal('OVER_LIMIT', `超过您能定的金额（${yuan(limit)}），${party === 'operator' ? '请有更高额度的同事定' : '请团长定'}`, field)
}

function promiseTrouble(until: number, now: number): Refusal | null {
  const trouble = (says: string) => refusal('BAD_PROMISE', says, 'command.until')
  if (!Number.isSafeInteger(until) || until <= now) return trouble('说好的时间已经过了，请重新选')
  return until - now > LATEST_PROMISE ? trouble('最晚只能说到明天') : null
}

/** Somebody else's yes or no counts only with the way it came and something that shows it. */
function proofTrouble(c: CaseState, { party }: Actor, onBehalf: OnBehalf | undefined): Refusal | null {
  if (party === 'resident') return onBehalf ? refusal('NOT_ALLOWED', '您自己点就行，不用写怎么说的', 'command.onBehalf') : null
  if (!onBehalf) return refusal('PROOF_NEEDED', `替邻居点，${PROOF_WORDS.words}`, 'command.onBehalf')
  const missing = proofMissing(c.residentId !== null, onBehalf)
  return missing ? refusal('PROOF_NEEDED', PROOF_WORDS[missing], `command.onBehalf.${missing}`) : photosTrouble(onBehalf.photos, 'command.onBehalf.photos')
}

/** The same, where the way it came stands beside the words; `wordsAt`: where those stand. */
function shownTrouble(c: CaseState, { channel, words, photos }: { channel: IntakeChannel | undefined; words: string; photos: string[] }, wordsAt: string): Refusal | null {
  const missing = channel ? proofMissing(c.residentId !== null, { channel, words, photos }) : null
  return missing ? refusal('PROOF_NEEDED', PROOF_WORDS[missing], `command.${missing === 'words' ? wordsAt : missing}`) : null
}

/** What a neighbour sent elsewhere counts with the way it came. */
function sentTrouble({ party }: Actor, channel: IntakeChannel | undefined): Refusal | null {
  if (party === 'resident') return channel ? refusal('NOT_ALLOWED', '您自己补就行，不用选怎么说的', 'command.channel') : null
  return channel ? null : refusal('CHANNEL_NEEDED', '请选邻居是怎么发给您的', 'command.channel')
}

function proven({ onBehalf }: { onBehalf?: OnBehalf | undefined }): { onBehalf?: OnBehalf } {
  return onBehalf ? { onBehalf } : {}
}

function photosTrouble(photos: readonly string[], field = 'command.photos'): Refusal | null {
  if (photos.length > MOST_PHOTOS) return refusal('TOO_MANY_PHOTOS', `最多 ${MOST_PHOTOS} 张照片`, field)
  return new Set(photos).size === photos.length ? null : refusal('SAME_PHOTO_TWICE', '有一张照片放了两次', field)
}

function rejected({ criterion, words, review }: Extract<CaseCommand, { type: 'reject' }>, { now, criteria }: { now: number; criteria: readonly PublishedCriterion[] }, effectiveAt: number): CaseFact | Refusal {
  const says = publishedWords(criterion, criteria, now)
  return says === null ? refusal('BAD_CRITERION', '这个原因没有公布，请另选一个', 'command.criterion') : { type: 'Rejected', criterion, criterionWords: says, words, review, effectiveAt }
}

function explained(reason: string, words: string): Refusal | null {
  return reason === 'other' && words.trim() === '' ? refusal('WORDS_NEEDED', '选「其他」时请写明原因', 'command.words') : null
}
