import { cameToKnow, wasNotTold } from './knows'
import type { Acting } from './allowed'
import type { Refusal } from '../contract/refusal'
import type { Actor, Case, CaseState, ClaimedLine, Party } from './case'
import { worstOf } from './claim'
import type { CaseCommand, CaseCommandType } from './commands'
import { decide, type Decision } from './decide'
import { refundPreview, type Claim, type DamageStep, type Wish } from './claim'
import type { CaseEvent, CaseEventType, CaseFact } from './events'
import { UNDO_WINDOW } from '../clock/policy'
import { replay } from './evolve'
import { sharesOf } from './liability'
import { liesWith } from './stage'
import { settlesFrom } from './consent'
import { keptFor } from './kept'
import { askedFor } from './negotiate'
import { fileCase, type Filing, type FilingContext } from './file'
import type { Around } from './firstLook'
import { REASONS, ruleFor, type Reason } from './reasons'

/** For tests only: a crushed box of strawberries, the people around it, and short ways to say what they do. */

export const HOUR = 3600_000
/** When everything that was decided is in effect. */
export const LATER = Number.MAX_SAFE_INTEGER
/** Saturday 14 November 2026, 10:20 in Shanghai. */
export const FILED_AT = Date.UTC(2026, 10, 14, 2, 20)

export const RESIDENT: Actor = { party: 'resident', personId: 'person-wang' }
export const LEADER: Actor = { party: 'leader', personId: 'person-li' }
export const SUPPLIER: Actor = { party: 'supplier', personId: 'person-guo' }
export const OPERATOR: Actor = { party: 'operator', personId: 'person-ops' }
export const SYSTEM: Actor = { party: 'system', personId: 'person-clock' }
export const EVERYBODY: readonly Actor[] = [RESIDENT, LEADER, SUPPLIER, OPERATOR, SYSTEM]

export function actorOf(party: Party): Actor {
  const found = EVERYBODY.find(actor => actor.party === party)
  if (!found) throw new Error(`nobody acts for ${party}`)
  return found
}

/** Two boxes for ¥25.20, bought by 王阿姨. */
export function exampleLine(over: Partial<ClaimedLine> = {}): ClaimedLine {
  return {
    orderId: 'order-15', lineId: 'line-1', productId: 'product-strawberry', title: '【丹东99草莓】顺丰冷链', spec: '2斤/盒', quantity: 2, paid: 2520, left: 2520,
    buyer: '王阿姨', receiver: '王秀珍', joinNumber: 'J15', room: '9号楼1504室', pickupPoint: '东门驿站', groupBuyTitle: '周六水果团', arrivedAt: FILED_AT - HOUR, ...over,
  }
}

/** One of two boxes all bad: ¥12.60 asked. */
export function exampleFiling(over: Partial<Filing> = {}): Filing {
  return {
    caseId: '0f8fad5b-d9cb-469f-a165-70867728950e', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 },
    wish: { kind: 'refund', amount: 1260 }, photos: ['photo-1', 'photo-2'], voices: [], words: '一盒都压烂了', ...over,
  }
}

/** A leader by themselves: no helper, no desk. */
export const ALONE: Around = { desk: false, leaderId: LEADER.personId, helpers: [], helperLeaders: [], supplierPeople: [SUPPLIER.personId] }

/** A claim as this reason measures it. */
export function exampleClaim(reason: Reason, { bad = 1, damage = 100, promised = 1000, actual = 0, amount = 500 }: { bad?: number; damage?: DamageStep; promised?: number; actual?: number; amount?: number } = {}): Claim {
  switch (REASONS[reason].measure) {
    case 'none': return { measure: 'none' }
    case 'parts': return { measure: 'parts', parts: [{ name: '桌腿螺丝', model: 'M6', quantity: 4 }, { name: '垫片', model: null, quantity: 2 }], proof: 'order', noticedAt: FILED_AT - HOUR, noticed: 'opened', extent: 'partly', amount }
    case 'weight': return { measure: 'weight', bad, promised, actual }
    case 'count': return { measure: 'pieces', bad, damage: 100 }
    case 'pieces': return { measure: 'pieces', bad, damage }
  }
}

/** A filing for this reason that lacks nothing, with what it takes as given. */
export function filingFor(reason: Reason, line: ClaimedLine = exampleLine()): Filing {
  const rule = ruleFor(reason)
  const claim = exampleClaim(reason)
  const [kind = 'none'] = rule.wishes
  const wish: Wish = kind === 'refund' || kind === 'returnRefund' ? { kind, amount: Math.min(refundPreview(line, claim), line.left) } : { kind }
  return exampleFiling({
    reason, claim, wish, photos: Array.from({ length: rule.photos }, (_, i) => `photo-${i}`),
    ...(rule.class === 'service' ? { about: 'supplier' as const } : {}), ...(rule.class === 'logistics' ? { logistics: { carrier: '顺丰', waybill: 'SF1234567890' } } : {}),
  })
}

export function exampleContext(over: Partial<FilingContext> = {}): FilingContext {
  return {
    now: FILED_AT, by: RESIDENT, commandId: 'filing', communityId: 'community-1', groupBuyId: 'groupbuy-1', supplierId: 'supplier-1',
    line: exampleLine(), around: { ...ALONE, desk: true }, policy: 1, ...over,
  }
}

export function isRefusal(answer: CaseEvent | Refusal): answer is Refusal {
  return 'code' in answer
}

/** A case as it stands right after it was filed. Throws where filing is refused. */
export function filedCase(filing: Partial<Filing> = {}, context: Partial<FilingContext> = {}): Case {
  const answer = fileCase(exampleFiling(filing), exampleContext(context))
  if (isRefusal(answer)) throw new Error(`refused to file: ${answer.code}`)
  return replay([answer])
}

export interface Circumstances {
  at?: number
  commandId?: string
  seen?: number
  names?: Readonly<Record<string, string>>
}

/** When the newest thing happened. */
export function lastAt(c: Case): number {
  return c.events.at(-1)?.at ?? c.state.updatedAt
}

/** Asks for a decision; by default on the newest version, with a fresh command id, an hour after the last event: decisions are in effect then. */
export function ask(c: Case, by: Acting, command: CaseCommand, { at, commandId, seen, names = {} }: Circumstances = {}): Decision {
  return decide(c, command, { now: at ?? lastAt(c) + HOUR, by, commandId: commandId ?? `command-${c.version}`, seen: seen ?? c.version, undoWindow: UNDO_WINDOW, names })
}

/** The case with what was decided appended; a refusal or a repetition leaves it as it is. */
export function after(c: Case, decision: Decision): Case {
  return 'events' in decision && decision.events.length > 0 ? replay([...c.events, ...decision.events]) : c
}

/** Does it. Throws where it is refused. */
export function act(c: Case, by: Acting, command: CaseCommand, circumstances: Circumstances = {}): Case {
  const decision = ask(c, by, command, circumstances)
  if ('refusal' in decision) throw new Error(`${by.party} was refused ${command.type}: ${decision.refusal.code}`)
  return after(c, decision)
}

/** Every command, filled in so that nothing but party and state can stand against it. */
export function reasonable(c: CaseState, type: CaseCommandType, party: Party = 'resident'): CaseCommand {
  const refund = Math.max(1, Math.min(askedFor(c), c.line.left))
  const proof = party === 'leader' || party === 'operator' ? { onBehalf: { channel: 'phone' as const, words: '电话里说行', photos: ['photo-chat'] } } : {}
  switch (type) {
    case 'settle': return c.wishDeclined == null ? { type } : { type, amount: settlesFrom(c) }
    case 'undo': case 'takeOver': return { type }
    case 'tell': return { type, how: 'phone' }
    case 'promise': return { type, until: c.updatedAt + 10 * HOUR }
    case 'forward': return { type, words: '请看一下这一箱' }
    case 'askEvidence': return { type, missing: ['clearer', 'count'], words: '看不清坏了多少' }
    case 'addEvidence': return { type, photos: ['photo-more'], voices: [], words: '这是底下的', ...(party === 'resident' ? {} : { channel: 'groupChat' as const }) }
    case 'reject': return { type, criterion: 'notShown', words: '照片里看不清，麻烦再看看', review: 'photos' }
    // No less than what is kept for who did not answer.
    case 'offer': return { type, options: [{ remedy: 'refund', refund }, ...keptFor(c, 0).map(({ until: _until, returnFirst, ...o }) => ({ ...o, ...(o.remedy === 'exchange' || o.remedy === 'repair' ? { returnFirst } : {}) }))], words: '先退这些' }
    case 'agree': {
      // What can be taken longest.
      const ends = (c.offer?.options ?? []).map(o => o.until ?? Infinity)
      return { type, option: Math.max(0, ends.indexOf(Math.max(...ends))), ...proof }
    }
    case 'decline': return { type, words: '不够', ...proof }
    case 'withdraw': return { type, words: '找到了' }
    case 'grantAsAsked': return { type, words: '认' }
    case 'disputeAsAsked': return { type, reason: 'oldPhoto', words: '不是这一批', photos: ['photo-supplier'] }
    case 'admitRecovery': return { type, words: '认' }
    case 'disputeRecovery': return { type, reason: 'costNotRetail', words: '按进价', photos: ['photo-invoice'] }
    case 'payRefund': return { type, channel: 'otherApp', reference: '接龙里退的', photos: ['photo-receipt'] }
    // A little more than the best that was offered, where there is so much.
    case 'counter': return { type, refund: Math.min(c.line.left, 1 + Math.max(0, ...(c.offer?.options ?? []).map(o => o.refund))), words: '坏了不止这些' }
    case 'appeal': return { type, grounds: '照片里明明看得出', photos: ['photo-appeal'], ...(party === 'resident' ? {} : { channel: 'phone' as const }) }
    case 'decideAppeal': return { type, uphold: askedFor(c) === 0 || c.line.left > 0, words: '看得出是坏的' }
    case 'extendClaim': return { type, claim: worstOf(c.line, c.claim), photos: ['photo-second'], words: '第二盒也坏了' }
    case 'refer': return { type, words: '说不拢' }
    case 'reassign': return { type, to: liesWith(c) === 'operator' ? 'leader' : 'operator', words: '这样更合适' }
    case 'investigate': return { type, words: '查冷链记录', until: c.updatedAt + 48 * HOUR }
    case 'endInvestigation': return { type, words: '路上断了冷' }
    case 'plan': return { type, steps: [{ what: '给供货商打电话', party: 'leader', by: c.updatedAt + 30 * HOUR }] }
    case 'note': return { type, words: '他家老人在家', internal: true }
    case 'expedite': return { type, words: '' }
    case 'sendReturn': return { type, way: 'courier', waybill: 'SF1234567890', words: '', photos: ['photo-parcel'] }
    case 'disown': return { type, words: '我没说过' }
    case 'callOffReturn': return { type, words: '算了，留着吃' }
    case 'forwardReturn': return { type, words: '交给周三送货的车' }
    case 'receiveReturn': return { type, words: '', photos: ['photo-came'] }
    case 'inspectReturn': return { type, passed: true, words: '确实坏了', photos: ['photo-inspected'] }
    case 'giveBack': return { type, way: 'pickupPoint', waybill: '', words: '' }
    case 'sendReplacement': return { type, way: 'nextDelivery', waybill: '', words: '周三的车', photos: [] }
    case 'receiveReplacement': return { type, words: '这盒好的', ...(party === 'resident' ? {} : { channel: 'onSite' as const }) }
    case 'startRefund': return { type, channel: 'otherApp', words: '要等一天' }
    case 'failRefund': return { type, words: '没到账' }
    case 'confirmRefund': case 'lapse': case 'close': return { type }
    case 'splitLiability': return { type, shares: sharesOf(c), words: '按说好的' }
    case 'reopen': return { type, words: '刚看到' }
    case 'rate': return { type, speed: 5, result: 4, attitude: 5, words: '挺快' }
  }
}

/** The household knows of everything, once none of it can be taken back. */
export function known(c: Case): Case {
  const at = Math.max(lastAt(c), c.state.pending?.until ?? 0)
  const event = cameToKnow(c.state, 'wechat', at, at)
  return event ? after(c, { events: [event] }) : c
}

/** WeChat took a message about the newest of it, so much later. */
export function toldByCopy(c: Case, notice = 'notice-1', later = HOUR): Case {
  const at = Math.max(lastAt(c) + later, c.state.pending?.until ?? 0)
  const event = cameToKnow(c.state, 'wechat', at, at, notice)
  return event ? after(c, { events: [event] }) : c
}

/** And says, so much later, that it did not arrive. */
export function notArrived(c: Case, notice = 'notice-1', later = 60_000): Case {
  const at = Math.max(lastAt(c) + later, c.state.pending?.until ?? 0)
  const event = wasNotTold(c.state, notice, at)
  return event ? after(c, { events: [event] }) : c
}

/** They were told an hour later, and did not answer for four days. */
export function unanswered(c: Case): Case {
  const told = c.state.toTell == null ? c : act(c, LEADER, { type: 'tell', how: 'phone' })
  return act(told, SYSTEM, { type: 'lapse' }, { at: lastAt(told) + 96 * HOUR })
}

/** What the clock does, a day later. */
function byItself(c: Case, fact: CaseFact): Case {
  return replay([...c.events, { v: 1, at: lastAt(c) + 24 * HOUR, by: SYSTEM, command: `clock-${c.version}`, ...fact }])
}

/** Cases in every state that people can bring one to, by name. */
export function examples(): Record<ExampleName, Case> {
  const does = (c: Case, by: Actor, type: CaseCommandType) => act(c, by, reasonable(c.state, type, by.party))
  const review = filedCase()
  const nothingAsked = filedCase({ wish: { kind: 'none' } })
  const withSupplier = does(review, LEADER, 'forward')
  const offered = does(review, LEADER, 'offer')
  const settled = does(review, LEADER, 'settle')
  const evidenceAsked = does(review, LEADER, 'askEvidence')
  const evidenceAskedBySupplier = does(withSupplier, SUPPLIER, 'askEvidence')
  const onBehalf = filedCase({ photos: [], words: '群里说坏了一盒' }, { by: LEADER, onBehalf: { channel: 'groupChat', residentId: null } })
  const nobodySupplies = filedCase({}, { supplierId: null })
  const withOperator = does(review, LEADER, 'refer')
  const rejected = does(review, LEADER, 'reject')
  const appealed = does(rejected, RESIDENT, 'appeal')
  const small = act(review, LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 300 }], words: '先退这些' })
  const countered = does(small, RESIDENT, 'counter')
  const investigating = does(withOperator, OPERATOR, 'investigate')
  const awaitingReturn = does(act(review, LEADER, { type: 'offer', options: [{ remedy: 'returnRefund', refund: 1260 }], words: '拿回来看看' }), RESIDENT, 'agree')
  const returning = does(awaitingReturn, RESIDENT, 'sendReturn')
  const returned = does(returning, LEADER, 'receiveReturn')
  const inspectionFailed = act(returned, LEADER, { type: 'inspectReturn', passed: false, words: '是好的', photos: ['photo-inspected'] })
  const replacementDue = does(filedCase({ wish: { kind: 'redeliver' } }), LEADER, 'settle')
  const replacementSent = does(replacementDue, LEADER, 'sendReplacement')
  const paid = does(settled, LEADER, 'payRefund')
  const paying = does(settled, LEADER, 'startRefund')
  const returnOff = does(awaitingReturn, RESIDENT, 'callOffReturn')
  const share = (shares: Partial<ReturnType<typeof sharesOf>>): CaseCommand => ({ type: 'splitLiability', shares: { supplier: 0, carrier: 0, leader: 0, seller: 0, goodwill: 0, ...shares }, words: '按说好的' })
  const alone = does(does(filedCase({}, { around: ALONE }), LEADER, 'settle'), SUPPLIER, 'disputeRecovery')
  const splitAgain = does(act(alone, LEADER, share({ supplier: 1000, seller: 260 })), SUPPLIER, 'disputeRecovery')
  const lapsed = unanswered(small)
  return {
    review, nothingAsked, withSupplier, offered, nobodySupplies,
    offeredBySupplier: does(withSupplier, SUPPLIER, 'offer'),
    declined: does(offered, RESIDENT, 'decline'),
    supplierDisputed: does(withSupplier, SUPPLIER, 'disputeAsAsked'),
    settled,
    settledWithoutSupplier: does(nobodySupplies, LEADER, 'settle'),
    noted: does(nothingAsked, LEADER, 'settle'),
    offerAgreed: does(offered, RESIDENT, 'agree'),
    granted: does(withSupplier, SUPPLIER, 'grantAsAsked'),
    admitted: does(settled, SUPPLIER, 'admitRecovery'),
    disputed: does(settled, SUPPLIER, 'disputeRecovery'),
    paid, paidAndAdmitted: does(paid, SUPPLIER, 'admitRecovery'), rejected,
    withOperator, reassigned: does(withOperator, OPERATOR, 'reassign'), noDesk: filedCase({}, { around: ALONE }), refusedWithoutDesk: does(filedCase({}, { around: ALONE }), LEADER, 'reject'),
    appealed, upheld: does(appealed, OPERATOR, 'decideAppeal'), dismissed: act(appealed, OPERATOR, { type: 'decideAppeal', uphold: false, words: '看不出是坏的' }),
    countered, counterGranted: does(countered, LEADER, 'settle'), extended: does(review, RESIDENT, 'extendClaim'),
    investigating, investigated: does(investigating, OPERATOR, 'endInvestigation'), planned: does(review, LEADER, 'plan'), remarked: does(review, LEADER, 'note'), expedited: does(review, RESIDENT, 'expedite'),
    awaitingReturn, returning, returned, returnPassed: does(returned, LEADER, 'inspectReturn'), inspectionFailed, givenBack: does(does(inspectionFailed, LEADER, 'reject'), LEADER, 'giveBack'), refusedReturn: does(inspectionFailed, LEADER, 'reject'),
    replacementDue, replacementSent, replaced: does(replacementSent, RESIDENT, 'receiveReplacement'),
    paying, refundFailed: does(paying, LEADER, 'failRefund'), notArrived: does(paid, RESIDENT, 'failRefund'), confirmed: does(paid, RESIDENT, 'confirmRefund'),
    returnOff, returnLapsed: unanswered(awaitingReturn), returnTakenUp: does(returnOff, RESIDENT, 'reopen'),
    returnForwarded: does(returned, LEADER, 'forwardReturn'), returnAtSupplier: does(does(returning, LEADER, 'forwardReturn'), SUPPLIER, 'receiveReturn'),
    closed: act(known(rejected), SYSTEM, { type: 'close' }, { at: lastAt(rejected) + 8 * 24 * HOUR }), standsAgainst: act(splitAgain, LEADER, share({ supplier: 800, seller: 460 })),
    supplierGone: after(withSupplier, ask({ ...withSupplier, state: { ...withSupplier.state, supplierGone: true } }, SYSTEM, { type: 'reassign', to: 'leader', words: '供货商那边没有人了' })),
    split: act(settled, LEADER, { type: 'splitLiability', shares: { supplier: 860, carrier: 0, leader: 0, seller: 0, goodwill: 400 }, words: '一人一点' }),
    reminded: byItself(evidenceAsked, { type: 'Reminded', clock: 'evidence', since: evidenceAsked.state.decisionSince, nth: 0, party: 'resident', late: false }),
    escalated: byItself(review, { type: 'Escalated', clock: 'review', since: FILED_AT, takes: true }), reported: byItself(settled, { type: 'Escalated', clock: 'refund', since: settled.state.moneySince ?? 0, takes: false }),
    supplierMissed: byItself(withSupplier, { type: 'SupplierMissed' }),
    lapsed, reopened: does(lapsed, RESIDENT, 'reopen'), rated: does(paid, RESIDENT, 'rate'),
    tookEffect: unanswered(offered),
    undone: act(settled, LEADER, { type: 'undo' }, { at: lastAt(settled) + UNDO_WINDOW / 2 }),
    withdrawn: does(review, RESIDENT, 'withdraw'),
    promised: does(review, LEADER, 'promise'),
    told: does(settled, LEADER, 'tell'), notTold: notArrived(toldByCopy(settled)),
    evidenceAsked, evidenceAskedBySupplier, evidenceAdded: does(evidenceAsked, RESIDENT, 'addEvidence'), evidenceAddedForSupplier: does(evidenceAskedBySupplier, LEADER, 'addEvidence'),
    onBehalf, takenOver: does(onBehalf, RESIDENT, 'takeOver'),
    disowned: does(does(offered, LEADER, 'agree'), RESIDENT, 'disown'),
    agreedOnBehalf: does(offered, LEADER, 'agree'), declinedOnBehalf: does(offered, LEADER, 'decline'),
  }
}

export type ExampleName =
  | 'review' | 'nothingAsked' | 'withSupplier' | 'offered' | 'nobodySupplies' | 'offeredBySupplier' | 'declined' | 'supplierDisputed' | 'settled'
  | 'settledWithoutSupplier' | 'noted' | 'offerAgreed' | 'granted' | 'admitted' | 'disputed' | 'paid' | 'paidAndAdmitted' | 'rejected' | 'undone' | 'withdrawn' | 'promised'
  | 'withOperator' | 'reassigned' | 'noDesk' | 'refusedWithoutDesk' | 'appealed' | 'upheld' | 'dismissed' | 'countered' | 'counterGranted' | 'extended' | 'investigating' | 'investigated' | 'planned' | 'remarked' | 'expedited'
  | 'awaitingReturn' | 'returning' | 'returned' | 'returnPassed' | 'inspectionFailed' | 'givenBack' | 'refusedReturn' | 'replacementDue' | 'replacementSent' | 'replaced'
  | 'returnOff' | 'returnLapsed' | 'returnTakenUp' | 'returnForwarded' | 'returnAtSupplier' | 'closed' | 'standsAgainst' | 'supplierGone'
  | 'paying' | 'refundFailed' | 'notArrived' | 'confirmed' | 'split' | 'lapsed' | 'reopened' | 'rated' | 'tookEffect' | 'reminded' | 'escalated' | 'reported' | 'supplierMissed'
  | 'evidenceAsked' | 'evidenceAskedBySupplier' | 'evidenceAdded' | 'evidenceAddedForSupplier' | 'told' | 'notTold' | 'onBehalf' | 'takenOver' | 'agreedOnBehalf' | 'declinedOnBehalf' | 'disowned'

/** The examples after which an event of each type is the last one. */
export const LAST_EVENT: Record<CaseEventType, ExampleName> = {
  Filed: 'review', Settled: 'settled', Forwarded: 'withSupplier', EvidenceAsked: 'evidenceAsked', EvidenceAdded: 'evidenceAdded', Rejected: 'rejected', Offered: 'offered', OfferAgreed: 'offerAgreed', OfferDeclined: 'declined',
  DecisionUndone: 'undone', SupplierGranted: 'granted', SupplierDisputed: 'supplierDisputed', RecoveryAdmitted: 'admitted', RecoveryDisputed: 'disputed', RefundPaid: 'paid', Withdrawn: 'withdrawn', Promised: 'promised', TakenOver: 'takenOver', Told: 'told', NotTold: 'notTold',
  Countered: 'countered', Appealed: 'appealed', AppealUpheld: 'upheld', AppealDismissed: 'dismissed', ClaimExtended: 'extended', Referred: 'withOperator', Reassigned: 'reassigned',
  InvestigationStarted: 'investigating', InvestigationEnded: 'investigated', Planned: 'planned', Noted: 'remarked', Expedited: 'expedited',
  AnswerDisowned: 'disowned', ReturnCalledOff: 'returnOff', ReturnForwarded: 'returnForwarded', Closed: 'closed',
  ReturnSent: 'returning', ReturnReceived: 'returned', ReturnPassed: 'returnPassed', ReturnFailed: 'inspectionFailed', GivenBack: 'givenBack', ReplacementSent: 'replacementSent', ReplacementReceived: 'replaced',
  RefundStarted: 'paying', RefundFailed: 'refundFailed', RefundConfirmed: 'confirmed', LiabilitySplit: 'split', Lapsed: 'lapsed', Reopened: 'reopened', Rated: 'rated',
  Reminded: 'reminded', Escalated: 'escalated', SupplierMissed: 'supplierMissed',
}

/** Makes a thing unchangeable all the way down: whoever tries to change it throws. */
export function frozen<T>(thing: T): T {
  if (typeof thing === 'object' && thing !== null && !Object.isFrozen(thing)) {
    Object.freeze(thing)
    for (const part of Object.values(thing)) frozen(part)
  }
  return thing
}
