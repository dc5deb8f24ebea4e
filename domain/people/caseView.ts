import type { AgreedTo, CaseState, DecisionState, MoneyState, Offer, Party, RecoveryState, Case } from '../case/case'
import { allowedCommands } from '../case/allowed'
import type { Claim, Wish } from '../case/claim'
import type { CaseCommandType } from '../case/commands'
import type { IntakeChannel } from '../case/onBehalf'
import { criterionWords } from '../case/criteria'
import type { Logistics } from '../case/file'
import type { About, CaseClass, Criterion, DisputeReason, Reason, RecoverFrom } from '../case/reasons'
import { askedFor, countersLeft } from '../case/negotiate'
import type { Missing } from '../case/evidence'
import { ownFirst } from '../case/evidencePhotos'
import { pendingAt, seenBy, versionSeenBy } from '../case/effect'
import { appealUntil, isExcluded } from '../case/appeal'
import { reopenUntil } from '../case/close'
import { sentTo, type GoodsState, type GoodsWay } from '../case/goods'
import { sharesOf, totalDue, type Shares } from '../case/liability'
import type { OfferOption, Remedy } from '../case/remedy'
import { basisOf, recoverable, type RecoveryBasis } from '../case/recoverable'
import { silenceOf, type Silence } from '../case/silence'
import { holderOf, stageOf, type Stage } from '../case/stage'
import { storyFor, type StoryLine } from '../case/story'
import { mayWatch, type Video } from '../case/video'
import { mayHear, type Voice } from '../case/voice'
import { deadlinesOf, whyNoDue, type Deadline, type NoDue } from '../clock/deadlines'
import { NOTHING_BESIDE, soonerThan, type BesideDecision, type Named } from '../clock/listOrder'
import { waitedFor } from '../clock/promisedNow'
import { hideHousehold } from './hideHousehold'
import { promisesSeen, type PromiseSeen } from './promisesSeen'
import type { Viewer } from './relation'
import { needsAnother } from './whoActs'

/**
 * What one party sees of a case: an allow-list, so that a field added to the case is seen by nobody until it is written here.
 * Photos, voices and videos are ids; links are added by the function, for these ids only.
 */
export interface CaseView {
  id: string
  as: Party
  /** Set where a helper leader reads it, who decides and pays nothing. */
  gathered?: true
  version: number
  stage: Stage
  holder: Party | null
  /** When the holder has to act; null when nobody has. */
  due: Deadline | null
  /** As on a card. */
  noDue: NoDue | null
  /** When this party has to act; null when it has not. */
  myDue: Deadline | null
  /** Every promise there was and is, as far as it is this party's business. */
  promises: PromiseSeen[]
  mayDo: CaseCommandType[]
  /** Fen that this person may decide in one case; null where nothing limits them but the case. */
  limit: number | null
  /** This party's own newest decision, while nobody else knows of it; `left` is ms from this answer on, because phones' clocks differ. */
  takesEffect: { at: number; left: number } | null
  title: string
  spec: string
  quantity: number
  groupBuyTitle: string
  arrivedAt: number | null
  class: CaseClass
  reason: Reason
  claim: Claim
  wish: Wish
  words: string
  photos: string[]
  /** What was said; none for whom a voice would tell who the resident is. */
  voices: Voice[]
  /** What was filmed; none for whom it would show who the resident is. */
  videos: Video[]
  /** By which way the neighbour said it, where the leader filed for them; null where they filed themselves. */
  channel: IntakeChannel | null
  /** Whether somebody of the household is here and sees it. */
  bound: boolean
  late: boolean
  /** Somebody else of this resident's household filed it, and acts on it. */
  byHousehold: boolean
  /** Fen asked for. */
  asked: number
  /** Fen due or paid. */
  amount: number
  decision: DecisionState
  money: MoneyState
  /** What the resident is asked to add, by whom; null while nobody waits for it. */
  evidenceAsked: { by: Party; missing: Missing[]; words: string } | null
  offer: Offer | null
  /** `says`: what the criterion said when it was decided; `by`: whose decision it was. */
  rejection: { criterion: Criterion; says: string; words: string; at: number; by: Party; byName: string | null } | null
  /** What the resident would agree to instead, and how often they may still say so. Fen. */
  counter: { refund: number; words: string } | null
  countersLeft: number
  /** Until when somebody else can be asked to look again; null where there is nobody, or it was done. ms */
  appealUntil: number | null
  /** Until when what was put aside can be taken up again; null where nothing was, and where they do not know of it yet. Not the supplier's. ms */
  reopenUntil: number | null
  appeal: { grounds: string; photos: string[]; at: number; decision: { uphold: boolean; words: string } | null } | null
  /** Goods that go back, or come, and by what number one finds them; the number of what the household sent is not the supplier's. */
  goods: { state: GoodsState; by: Party; to: 'leader' | 'supplier'; way: GoodsWay | null; waybill: string } | null
  /** What was agreed; null before, and where nothing was asked for. */
  remedy: Remedy | null
  /** Who said yes to what brings neither money nor goods, and in what words; null otherwise. */
  agreedTo: AgreedTo | null
  /** What was agreed and is not owed while its return is put aside; null where none is. Fen. */
  putAside: { amount: number; freight: number; compensation: number } | null
  /** Nothing can bring it back any more: the household files anew. */
  closed: boolean
  /** Fen on top of `amount`, due or paid with it; between seller and household, so none for suppliers. */
  freight: number
  compensation: number
  refundTrouble: string | null
  investigation: { words: string; until: number } | null
  plan: { what: string; party: Party; by: number }[] | null
  rating: { speed: number; result: number; attitude: number; words: string } | null
  /** When the resident asked to hurry up, as long as they still wait. ms */
  expeditedAt: number | null
  /** Who bears it, as far as it is this party's business; null for the resident, and while nothing is due. Fen. */
  liability: { shares: Partial<Shares>; decided: boolean } | null
  /** The dismissed case that this one goes on from, for those who may see it. */
  follows: string | null
  /** Whether a desk serves the community. */
  desk: boolean
  story: StoryLine[]
  filedAt: number
  /** Only for those who need to know who it is: the household, and the leader. */
  household: { buyer: string; joinNumber: string; room: string; pickupPoint: string } | null
  /** What was paid for the line and is left to give; not the supplier's business. Fen. */
  line: { paid: number; left: number } | null
  /** Between seller and supplier; null for the resident. `expected`: what would be claimed if the household got what it asks for; `standsAgainst`: not admitted, and put down all the same; `whole`: if it got back all that was paid, not the supplier's business. Fen. */
  recovery: { state: RecoveryState; amount: number; basis: RecoveryBasis; expected: number; whole: number | null; since: number | null; standsAgainst: boolean; silenceAdmits: boolean; dispute: { reason: DisputeReason; words: string } | null; supplierSaid: { reason: DisputeReason; words: string } | null } | null
  /** Whether the product has somebody who answers for it; leaders are asked to name one. */
  hasSupplier: boolean
  /** Nobody acts for them here any more; not the resident's business. */
  supplierGone: boolean
  /** Whom it is claimed back from; not the resident's business. */
  recoverFrom: RecoverFrom | null
  /** Of what is on its way; whom it goes to can be found out by it, so never for suppliers. */
  logistics: Logistics | null
  /** Whom a complaint about the service is about; for who handles it and who said it. */
  about: About | null
  /** Whoever it names never sees it. */
  unseenByNamed: boolean
  /** This person had their part in what is looked at again: somebody else decides it. */
  excluded: boolean
  /** For the desk: nobody of it may decide the appeal that waits. */
  needsAnother: boolean
  /** What happens where the resident does not answer; null while nobody waits for them. */
  silence: Silence | null
}

/** The case as this person, acting for this party, may see it now. */
export function caseView(whole: Case, viewer: Viewer, now: number): CaseView {
  const { state, events, version } = whole
  const { party } = viewer
  const c = seenBy(state, party, now)
  const own = pendingAt(c, now)
  const supplier = party === 'supplier'
  // By the number of what the household sent one finds where it lives.
  const numbers = events.flatMap(e => (e.type === 'ReturnSent' && e.waybill !== '' ? [e.waybill] : [])).concat(c.logistics?.waybill || [])
  const words = (text: string) => (supplier ? numbers.reduce((hidden, number) => hidden.replaceAll(number, '＊＊'), hideHousehold(text, c.line)) : text)
  const deadlines = deadlinesOf(c)
  const holder = holderOf(c)
  const first = c.evidence[0]
  return {
    id: c.id, as: party, version: versionSeenBy(state, version, party, now),
    stage: stageOf(c), holder,
    due: heldUntil(c, deadlines), noDue: noDueSeen(c, holder, party),
    myDue: deadlines.find(d => d.party === party) ?? null,
    promises: promisesSeen(whole, party, now),
    mayDo: allowedCommands(c, viewer, now), limit: viewer.limit ?? null, takesEffect: own && { at: own.until, left: own.until - now },
    title: c.line.title, spec: c.line.spec, quantity: c.line.quantity, groupBuyTitle: c.line.groupBuyTitle, arrivedAt: c.line.arrivedAt,
    class: c.class, reason: c.reason, claim: claimSeen(c.claim, words), wish: c.wish,
    words: words(first?.words ?? ''), photos: photosFor(c, party), voices: mayHear(party) ? voicesOf(c) : [], videos: mayWatch(party) ? videosOf(c) : [], channel: c.channel ?? null, bound: c.residentId !== null, late: c.late, byHousehold: false,
    asked: askedFor(c), amount: c.amount, decision: c.decision, money: c.money,
    evidenceAsked: c.evidenceAsked ? { by: c.evidenceAsked.by, missing: c.evidenceAsked.missing, words: words(c.evidenceAsked.words) } : null,
    offer: c.offer && { by: c.offer.by, at: c.offer.at, options: c.offer.options.map(o => optionSeen(supplier ? { ...o, freight: 0, compensation: 0 } : o, words)), words: words(c.offer.words) },
    rejection: c.rejection && { criterion: c.rejection.criterion, says: criterionWords(c.rejection), words: words(c.rejection.words), at: c.rejection.at, by: c.rejection.by?.party ?? 'leader', byName: c.rejection.by ? viewer.names?.[c.rejection.by.personId] ?? null : null },
    counter: c.counter && inTalks(c) ? { refund: c.counter.refund, words: words(c.counter.words) } : null, countersLeft: countersLeft(c),
    appealUntil: appealUntil(c, now), reopenUntil: supplier || c.closedAt != null ? null : reopenUntil(c),
    appeal: c.appeal ? { grounds: words(c.appeal.grounds), photos: supplier && (c.appeal.channel || isOfWaybills(c)) ? [] : [...c.appeal.photos], at: c.appeal.at, decision: c.appealDecision ? { uphold: c.appealDecision.uphold, words: words(c.appealDecision.words) } : null } : null,
    goods: c.goods ? { state: c.goods.state, by: c.goods.by, to: sentTo(c), way: c.goods.way, waybill: supplier && !sentToHousehold(c.goods.state) ? '' : c.goods.waybill } : null,
    remedy: remedySeen(c), agreedTo: agreedToSeen(c, words), freight: supplier ? 0 : c.freight ?? 0, compensation: supplier ? 0 : c.compensation ?? 0,
    putAside: c.decision === 'lapsed' && c.lapsedFrom === 'agreed' && c.putAside ? { amount: c.putAside.amount, freight: supplier ? 0 : c.putAside.freight, compensation: supplier ? 0 : c.putAside.compensation } : null, closed: c.closedAt != null,
    refundTrouble: supplier ? null : c.refundTrouble?.words ?? null,
    investigation: c.investigation ? { words: words(c.investigation.words), until: c.investigation.until } : null,
    plan: c.plan?.steps.map(s => ({ what: words(s.what), party: s.party, by: s.by })) ?? null,
    rating: supplier || !c.rating ? null : { speed: c.rating.speed, result: c.rating.result, attitude: c.rating.attitude, words: c.rating.words },
    expeditedAt: holder === null ? null : c.expeditedAt ?? null,
    liability: party === 'resident' || c.decision !== 'agreed' || totalDue(c) === 0 ? null : { shares: supplier ? { supplier: sharesOf(c).supplier } : { ...sharesOf(c) }, decided: c.liability != null },
    recoverFrom: party === 'resident' ? null : claimedElsewhere(c, party) ? 'nobody' : c.recoverFrom ?? 'supplier',
    follows: supplier ? null : c.follows?.caseId ?? null, desk: c.desk ?? false,
    story: storyFor(state, events, party, now, viewer).map(line => ({ ...line, says: endsWithNumber(line.says) ? line.says : words(line.says), detail: words(line.detail) })),
    filedAt: c.filedAt,
    household: supplier ? null : { buyer: c.line.buyer, joinNumber: c.line.joinNumber, room: c.line.room, pickupPoint: c.line.pickupPoint },
    line: supplier ? null : { paid: c.line.paid, left: c.line.left },
    recovery: party === 'resident' ? null : {
      ...claimOn(c, party), whole: supplier ? null : recoverable(c, c.line.paid), since: c.recoverySince, silenceAdmits: c.silenceAdmits === true && !claimedElsewhere(c, party), standsAgainst: c.standsAgainst === true && !claimedElsewhere(c, party),
      dispute: c.dispute && !claimedElsewhere(c, party) ? { reason: c.dispute.reason, words: words(c.dispute.words) } : null,
      supplierSaid: c.supplierSaid && { reason: c.supplierSaid.reason, words: words(c.supplierSaid.words) },
    },
    hasSupplier: c.supplierId !== null, supplierGone: party !== 'resident' && c.supplierGone === true,
    logistics: supplier || !c.logistics ? null : { carrier: c.logistics.carrier, waybill: c.logistics.waybill }, about: supplier ? null : c.about ?? null, unseenByNamed: !supplier && (c.hiddenFrom ?? []).length > 0,
    excluded: isExcluded(c, viewer.personId), needsAnother: party === 'operator' && needsAnother(c, viewer.appealDeciders ?? [], viewer.onSide ?? []), silence: silenceOf(c),
  }
}

/** When whoever the household waits for has to act; what is claimed back is between others. */
function heldUntil(c: CaseState, deadlines: readonly Deadline[]): Deadline | null {
  const party = waitedFor(c)
  // Nobody keeps a promise of a desk that is gone.
  if (party === 'operator' && !c.desk) return null
  return deadlines.find(d => d.party === party && d.clock !== 'recovery') ?? null
}

/** Why it is due at no time that anybody knows, for whoever has the case or reads it. Whether the household was told is not a supplier's business. */
function noDueSeen(c: CaseState, holder: Party | null, party: Party): NoDue | null {
  return (holder && (party !== 'supplier' || holder === 'supplier') ? whyNoDue(c, holder) : null) ?? whyNoDue(c, party)
}

/** What comes late or not at all is shown by its waybill, which says where somebody lives: those photos are for no supplier. */
function isOfWaybills(c: Pick<CaseState, 'class'>): boolean {
  return c.class === 'logistics'
}

function photosFor(c: CaseState, party: Party): string[] {
  return party === 'supplier' && isOfWaybills(c) ? [] : ownFirst(c)
}

/** While somebody has to answer what the resident would take instead; later on it is what is asked for. */
function inTalks({ decision }: CaseState): boolean {
  return ['review', 'withSupplier', 'withOperator', 'countered', 'evidence'].includes(decision)
}

/** Cases from before remedies were written down gave money, or nothing. */
function remedySeen(c: CaseState): Remedy | null {
  return c.remedy ?? (c.decision === 'agreed' && c.amount > 0 ? 'refund' : null)
}

/** Where money or goods come of it, those say what was agreed. */
function agreedToSeen(c: CaseState, words: (text: string) => string): AgreedTo | null {
  return stageOf(c) === 'agreedNoMoney' && c.agreedTo ? { by: c.agreedTo.by, words: words(c.agreedTo.words) } : null
}

/** Claimed from a carrier, or from nobody: then it is not this supplier's business. */
function claimedElsewhere(c: CaseState, party: Party): boolean {
  return party === 'supplier' && (c.recoverFrom === 'carrier' || c.recoverFrom === 'nobody')
}

function claimOn(c: CaseState, party: Party): NonNullable<CaseCard['recovery']> {
  if (claimedElsewhere(c, party)) return { state: 'none', amount: 0, basis: basisOf(c), expected: 0 }
  return { state: c.recovery, amount: c.claimedFromSupplier, basis: basisOf(c), expected: recoverable(c, askedFor(c)) }
}

/** A parcel's number is no account of the household's; nobody's own words stand beside it. */
function endsWithNumber(says: string): boolean {
  return /^[^，]*，单号 [A-Za-z0-9-]{6,40}）$/.test(says)
}

/** Numbers of parcels to the household; what the household sent says where it lives. */
function sentToHousehold(state: GoodsState): boolean {
  return state === 'replacementSent' || state === 'replacementReceived'
}

function optionSeen(o: OfferOption, words: (text: string) => string): OfferOption {
  return { remedy: o.remedy, refund: o.refund, freight: o.freight ?? 0, compensation: o.compensation ?? 0, returnFirst: o.returnFirst ?? false, ...(o.kept ? { kept: true } : {}), words: words(o.words ?? ''), ...(o.until === undefined ? {} : { until: o.until }) }
}

/** What parts are called is somebody's own words. */
function claimSeen(claim: Claim, words: (text: string) => string): Claim {
  return claim.measure === 'parts' ? { ...claim, parts: claim.parts.map(({ name, model, quantity }) => ({ name: words(name), model: model && words(model), quantity })) } : claim
}

function voicesOf(c: CaseState): Voice[] {
  return c.evidence.flatMap(e => e.voices ?? []).map(({ id, seconds }) => ({ id, seconds }))
}

function videosOf(c: CaseState): Video[] {
  return c.evidence.flatMap(e => e.videos ?? []).map(({ id, seconds }) => ({ id, seconds }))
}

/** Every photo of the case this party may open: those of its view, and no others. */
export function photosOf(view: CaseView): string[] {
  return [...new Set([...view.photos, ...(view.appeal?.photos ?? []), ...view.story.flatMap(line => line.photos)])]
}

/** A case in a list. */
export interface CaseCard {
  id: string
  as: Party
  /** As in a case's view. */
  gathered?: true
  stage: Stage
  holder: Party | null
  due: Deadline | null
  /** Why nobody can say until when it is due; null where somebody can, and where it is the household's and the reader a supplier. */
  noDue: NoDue | null
  /** Set when this party is the one to act. */
  myDue: Deadline | null
  /** What puts it where it is in a list by time left, where that is not `myDue` or `due`; for leaders and the desk, null for all others. */
  sooner: Named | null
  title: string
  spec: string
  groupBuyTitle: string
  reason: Reason
  claim: Claim
  quantity: number
  asked: number
  amount: number
  /** As in a case's view: what comes is called by it. */
  remedy: Remedy | null
  agreedTo: AgreedTo | null
  late: boolean
  /** By which way the neighbour said it, where the leader filed for them. */
  channel: IntakeChannel | null
  /** The household's first photo, else the crate's of the arrival check; an id, or null. */
  photo: string | null
  filedAt: number
  /** What it belongs to between leader and supplier; null for residents, and where nobody supplies it. */
  bundle: { supplierId: string; groupBuyId: string } | null
  /** How neighbours name the household; null for suppliers. */
  buyer: string | null
  joinNumber: string | null
  /** `expected`: what would be claimed if the household got what it asks for. Fen; null for residents. */
  recovery: { state: RecoveryState; amount: number; basis: RecoveryBasis; expected: number } | null
}

/** A case in a list, as this party may see it now. Needs no history: what only that tells is `beside`, worked out when the case was written. */
export function caseCard(state: CaseState, party: Party, now: number, beside: BesideDecision = NOTHING_BESIDE): CaseCard {
  const c = seenBy(state, party, now)
  const deadlines = deadlinesOf(c)
  const holder = holderOf(c)
  const supplier = party === 'supplier'
  const [due, myDue] = [heldUntil(c, deadlines), deadlines.find(d => d.party === party) ?? null]
  const whose = waitedFor(c)
  // Worked out as the case will be: for whom it is not yet so, it says nothing; nor does it of a desk that is gone.
  const tells = c === state && (party === 'leader' || party === 'operator') && !(whose === 'operator' && !c.desk)
  return {
    id: c.id, as: party, stage: stageOf(c), holder, due, myDue,
    noDue: noDueSeen(c, holder, party),
    sooner: tells && whose ? soonerThan((myDue ?? due)?.dueAt ?? null, beside, whose, now) : null,
    title: c.line.title, spec: c.line.spec, groupBuyTitle: c.line.groupBuyTitle,
    reason: c.reason, claim: claimSeen(c.claim, text => (supplier ? hideHousehold(text, c.line) : text)), quantity: c.line.quantity, asked: askedFor(c), amount: c.amount, remedy: remedySeen(c), agreedTo: agreedToSeen(c, text => (supplier ? hideHousehold(text, c.line) : text)), late: c.late,
    channel: c.channel ?? null, photo: photosFor(c, party)[0] ?? null, filedAt: c.filedAt,
    bundle: party === 'resident' || c.supplierId === null ? null : { supplierId: c.supplierId, groupBuyId: c.groupBuyId },
    buyer: supplier ? null : c.line.buyer, joinNumber: supplier ? null : c.line.joinNumber,
    recovery: party === 'resident' ? null : claimOn(c, party),
  }
}
