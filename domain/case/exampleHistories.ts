import fc from 'fast-check'
import { allowedCommands, RULES } from './allowed'
import type { Actor, Case, CaseState, ClaimedLine, Party } from './case'
import { DAMAGE_STEPS, refundPreview, worstOf, type Wish } from './claim'
import type { CaseCommand, CaseCommandType } from './commands'
import { decide, type DecideContext, type Decision } from './decide'
import { LATEST_PROMISE, UNDO_WINDOW } from '../clock/policy'
import { evolve, replay } from './evolve'
import { cameToKnow, wasNotTold } from './knows'
import { fileCase, MOST_PHOTOS, type FilingContext } from './file'
import { firstLook } from './firstLook'
import { actorOf, EVERYBODY, exampleClaim, exampleContext, exampleFiling, exampleLine, FILED_AT, frozen, HOUR, isRefusal, lastAt, LEADER, RESIDENT, SUPPLIER } from './exampleCase'
import { MISSING_CODES } from './evidence'
import { BEARER_CODES, sharesOf, totalDue } from './liability'
import { GOODS_WAY_CODES } from './goods'
import { askedFor } from './negotiate'
import { yuan } from './money'
import { REMEDY_CODES, type OfferOption } from './remedy'
import { stageOf } from './stage'
import { INTAKE_CODES } from './onBehalf'
import { ABOUT_CODES, CHANNEL_CODES, CRITERION_CODES, DISPUTE_CODES, REASON_CODES, REVIEW_CODES, ruleFor } from './reasons'
import { MOST_VOICES } from './voice'

/** For tests only: random cases and random lives of them. */

export const COMMAND_TYPES = Object.keys(RULES) as CaseCommandType[]
export const PARTIES: readonly Party[] = EVERYBODY.map(actor => actor.party)

/** Words as people and their phones write them. */
export const someWords = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', '  ', '坏了\n一大半', '🍓🍓烂了', '“不新鲜”', '<b>x</b>', '还行吧') },
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const somePhotos = (most: number) => fc.uniqueArray(fc.nat(99).map(n => `photo-${n}`), { maxLength: most })
/** From nothing to everything; fast-check's own doubles are nearly all next to nothing. */
export const someShare = fc.integer({ min: 0, max: 1000 }).map(n => n / 1000)
/** Fen that make sense, and fen that nobody should accept. */
const someFen = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(-1, 0.5, NaN, Infinity, -Infinity, Number.MAX_SAFE_INTEGER, 2 ** 53, 1e300))

export const someLine: fc.Arbitrary<ClaimedLine> = fc.record({
  quantity: fc.integer({ min: 1, max: 60 }), paid: fc.integer({ min: 1, max: 1_000_000 }), taken: someShare,
  cost: fc.option(fc.integer({ min: 0, max: 1_500_000 })), arrivedAt: fc.option(fc.integer({ min: FILED_AT - 90 * HOUR, max: FILED_AT })),
}).map(({ quantity, paid, taken, cost, arrivedAt }) => exampleLine({ quantity, paid, left: paid - Math.floor(paid * taken), cost, arrivedAt }))

/** A case right after filing, whatever it is about. */
export const someFiledCase: fc.Arbitrary<Case> = fc.record({
  line: someLine, reason: fc.constantFrom(...REASON_CODES), damage: fc.constantFrom(...DAMAGE_STEPS), share: someShare,
  promised: fc.integer({ min: 1, max: 5000 }), wishes: fc.boolean(), wished: someShare,
  photos: somePhotos(MOST_PHOTOS).filter(photos => photos.length > 0), words: someWords, desk: fc.nat(3).map(n => n > 0), remedy: fc.constantFrom<Wish['kind']>('refund', 'refund', 'refund', 'returnRefund', 'exchange', 'redeliver', 'sendPart', 'repair', 'apology'), supplierId: fc.constantFrom('supplier-1', 'supplier-1', null), recoverAt: fc.constantFrom('retail' as const, 'cost' as const),
  voices: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: MOST_VOICES }).map(all => all.map((seconds, i) => ({ id: `voice-${i}`, seconds }))),
  // One in three filed by the leader, for a household that is here or not, with a photo or without.
  onBehalf: fc.option(fc.record({ channel: fc.constantFrom(...INTAKE_CODES), residentId: fc.constantFrom(RESIDENT.personId, null) }), { freq: 2 }), pictured: fc.boolean(),
  about: fc.constantFrom(...ABOUT_CODES), helpers: fc.constantFrom([], ['person-husband']), waybill: fc.constantFrom('SF1234567890', '773000111222'), kind: fc.nat(9),
}).map(({ line, reason, damage, share, promised, wishes, wished, photos, voices, words, supplierId, recoverAt, onBehalf, pictured, about, desk, helpers, waybill, kind }) => {
  const rule = ruleFor(reason)
  const bad = Math.max(1, Math.ceil(line.quantity * share))
  const claim = exampleClaim(reason, { bad, damage, promised, actual: Math.floor(promised * share * 0.99), amount: Math.floor(line.paid * share) })
  const most = Math.min(refundPreview(line, claim), line.left)
  const asked = rule.wishes[kind % rule.wishes.length] ?? 'none'
  const wish: Wish = asked !== 'refund' && asked !== 'returnRefund' ? { kind: asked } : wishes && most > 0 ? { kind: asked, amount: Math.max(1, Math.ceil(most * wished)) } : { kind: 'none' }
  const around = { desk, leaderId: LEADER.personId, helpers, helperLeaders: [], supplierPeople: [SUPPLIER.personId] }
  const look = firstLook('service', about, around)
  const facts = rule.class === 'service' ? { about: look === null || (onBehalf && look.hiddenFrom.includes(LEADER.personId)) ? 'operator' as const : about } : rule.class === 'logistics' ? { logistics: { carrier: '', waybill } } : {}
  const context: FilingContext = exampleContext({ line, supplierId, recoverAt, around, ...(onBehalf ? { by: LEADER, onBehalf } : {}) })
  const filed = fileCase(exampleFiling({ reason, claim, wish, ...facts, ...(onBehalf ? { voices: [] } : { voices }), ...(onBehalf && !pictured ? { photos: [], words: `${words}群里说的` } : { photos, words }) }), context)
  if (isRefusal(filed)) throw new Error(`the generator files badly: ${filed.code} ${filed.field ?? ''}`)
  return frozen(replay([filed]))
})

/** What somebody tries next. `fitting` picks among what is allowed at that moment and fills it in so that most of it is accepted. */
export interface Try {
  fitting: number | null
  /** Fills it in carelessly all the same. */
  careless: boolean
  by: Actor
  type: CaseCommandType
  share: number
  amount: number
  words: string
  photos: string[]
  option: number
  code: number
  seenBack: number
  repeats: boolean
  /** The household opens the case before. */
  opens: boolean
  /** Before that, WeChat takes a message about it, and may say later that it did not arrive. */
  copy: 'sent' | 'failed' | 'both' | null
  /** How long after what happened last. ms */
  wait: number
}

const someTry: fc.Arbitrary<Try> = fc.record({
  fitting: fc.option(fc.nat(1000), { freq: 4 }), careless: fc.nat(4).map(n => n === 0),
  by: fc.oneof(fc.constantFrom(...EVERYBODY), fc.constant<Actor>({ party: 'leader', personId: 'person-husband' }), fc.constant<Actor>({ party: 'operator', personId: 'person-ops-2' })),
  // Too late to take back what one did last: seldom enough to be helped.
  type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...COMMAND_TYPES) }, { weight: 2, arbitrary: fc.constant<CaseCommandType>('undo') }),
  share: someShare, amount: someFen, words: someWords, photos: somePhotos(3),
  option: fc.constantFrom(0, 0, 0, 1, 2, -1, 0.5, NaN), code: fc.nat(100),
  seenBack: fc.constantFrom(0, 0, 0, 0, 0, 1, 2, -1), repeats: fc.boolean().chain(often => (often ? fc.boolean() : fc.constant(false))), opens: fc.boolean(), copy: fc.constantFrom('sent', 'failed', 'both', null, null, null),
  // Minutes and hours, and often within or around the seconds in which a decision may be taken back; now and then weeks, in which everything runs out.
  wait: fc.oneof({ weight: 6, arbitrary: fc.nat(3000).map(minutes => minutes * 60_000) }, { weight: 5, arbitrary: fc.nat(UNDO_WINDOW - 1) }, { weight: 5, arbitrary: fc.constantFrom(0, UNDO_WINDOW - 1, UNDO_WINDOW) }, { weight: 2, arbitrary: fc.integer({ min: 7 * 24, max: 20 * 24 }).map(hours => hours * HOUR) }),
})

/** A step of a history: what was tried on what, and what came of it. */
export interface Step {
  before: Case
  command: CaseCommand
  context: DecideContext
  decision: Decision
  after: Case
}

export interface History {
  filed: Case
  steps: Step[]
  end: Case
  /** Who did what, a line each: how a counterexample is printed. */
  [fc.toStringMethod]?: () => string
}

export const someHistory: fc.Arbitrary<History> = fc.tuple(someFiledCase, fc.array(someTry, { maxLength: 18, size: 'max' })).map(([filed, tries]) => play(filed, tries))

/** Lets people try one thing after another; what is accepted is appended the way the cloud appends it. */
function play(filed: Case, tries: readonly Try[]): History {
  const steps: Step[] = []
  let c = filed
  for (const [n, tried] of tries.entries()) {
    c = copied(c, tried, `notice-${n}`)
    if (tried.opens) c = opened(c)
    const now = lastAt(c) + tried.wait
    const { by, command } = commandOf(c, tried, now)
    const context: DecideContext = {
      now, by, undoWindow: UNDO_WINDOW,
      commandId: tried.repeats ? (c.events.at(-1)?.command ?? '') : `command-${n}`,
      seen: c.version - tried.seenBack,
    }
    const decision = frozen(decide(c, command, context))
    const next = frozen(append(c, decision))
    steps.push({ before: c, command, context, decision, after: next })
    c = next
  }
  return { filed, steps, end: c, [fc.toStringMethod]: () => whoDidWhat(filed, steps) }
}

/** What WeChat took about it, and what it says did not arrive: the newest copy, or one before. */
function copied(c: Case, { copy, code }: Try, notice: string): Case {
  const at = Math.max(lastAt(c), c.state.pending?.until ?? 0)
  const sent = copy !== null && copy !== 'failed' && c.state.residentId !== null ? cameToKnow(c.state, 'wechat', at, at, notice) : null
  const told = sent ? frozen(append(c, { events: [sent] })) : c
  const copies = told.events.flatMap(e => (e.type === 'Told' && e.copy !== undefined ? [e.copy] : []))
  const failed = copy !== null && copy !== 'sent' ? wasNotTold(told.state, copies[copies.length - 1 - code % copies.length] ?? '', at) : null
  return failed ? frozen(append(told, { events: [failed] })) : told
}

/** A household that is here looks at what came of it, as soon as that can no longer be taken back. */
function opened(c: Case): Case {
  const seenAt = Math.max(lastAt(c), c.state.pending?.until ?? 0)
  const event = c.state.residentId === null ? null : cameToKnow(c.state, 'opened', seenAt, seenAt)
  return event ? frozen(append(c, { events: [event] })) : c
}

/** A history as one reads it: who did what, how long after what came before, and what came of it. */
export function whoDidWhat(filed: Case, steps: readonly Step[]): string {
  const { state } = filed
  const first = `filed by ${filed.events[0]?.by.party ?? 'nobody'}: ${state.reason}, ${state.line.quantity} for ${yuan(state.line.paid)}, ${yuan(state.line.left)} left, wants ${JSON.stringify(state.wish)}${state.supplierId ? '' : ', nobody supplies it'}${state.desk ? ', a desk serves' : ''} → ${stageOf(state)}`
  return ['', first, ...steps.map(stepWords), ''].join('\n')
}

function stepWords({ before, command, context, decision, after }: Step): string {
  const { type, ...filling } = command
  const what = Object.keys(filling).length > 0 ? ` ${JSON.stringify(filling)}` : ''
  const came = 'refusal' in decision ? `refused, ${decision.refusal.code}` : decision.events.length === 0 ? 'was done already' : `${stageOf(after.state)}${totalDue(after.state) > 0 ? `, ${yuan(totalDue(after.state))}` : ''}`
  const since = (context.now - lastAt(before)) / 1000
  return `after ${since < 60 ? `${since} s` : `${Math.round(since / 6) / 10} min`} ${context.by.party} (${context.by.personId}) ${type}${what} → ${came}`
}

function append(c: Case, decision: Decision): Case {
  if ('refusal' in decision) return c
  const state = decision.events.reduce((s, e) => evolve(s, e), c.state)
  return { state, events: [...c.events, ...decision.events], version: c.version + decision.events.length }
}

const CHATTER: readonly CaseCommandType[] = ['note', 'plan', 'expedite', 'tell', 'addEvidence', 'rate', 'promise', 'investigate', 'reassign', 'splitLiability', 'withdraw']

const GOODS_STEPS: readonly CaseCommandType[] = ['sendReturn', 'receiveReturn', 'inspectReturn', 'giveBack', 'sendReplacement', 'receiveReplacement', 'reopen', 'forwardReturn']

function commandOf(c: Case, tried: Try, now: number): { by: Actor; command: CaseCommand } {
  const open = PARTIES.flatMap(party => allowedCommands(c.state, actorOf(party), now).map(type => ({ by: actorOf(party), type })))
  // Mostly what brings a case on; what is only said about it would crowd everything else out.
  const moving = tried.share < 0.8 ? open.filter(({ type }) => !CHATTER.includes(type)) : open
  // What has come this far is brought to its end now and then.
  const goods = tried.share < 0.4 ? open.filter(({ type }) => GOODS_STEPS.includes(type)) : []
  const among = goods.length > 0 ? goods : moving.length > 0 ? moving : open
  const chosen = tried.fitting === null ? undefined : among[tried.fitting % among.length]
  return chosen ? { by: chosen.by, command: filledIn(c, chosen.type, chosen.by.party, tried, !tried.careless, now) } : { by: tried.by, command: filledIn(c, tried.type, tried.by.party, tried, false, now) }
}

function filledIn({ state }: Case, type: CaseCommandType, party: Party, t: Try, fits: boolean, now: number): CaseCommand {
  const pick = <T>(codes: readonly [T, ...T[]]) => codes[t.code % codes.length] ?? codes[0]
  const asked = askedFor(state)
  const amount = fits ? asked + Math.floor((state.line.left - asked) * t.share) : t.amount
  const refund = fits ? Math.max(1, Math.ceil(state.line.left * t.share)) : t.amount
  const words = fits ? `${t.words}好的` : t.words
  const proof = (party === 'leader' || party === 'operator') === (fits || t.code % 3 > 0) ? { onBehalf: { channel: pick(INTAKE_CODES), words, photos: t.photos } } : {}
  const said = () => ((party !== 'resident') === (fits || t.code % 3 > 0) ? { channel: pick(INTAKE_CODES) } : {})
  const travels = () => { const way = pick(GOODS_WAY_CODES); return { way, waybill: (way === 'courier') === fits ? 'ZT5550001111' : '' } }
  switch (type) {
    case 'settle': return t.code % 2 === 0 && fits ? { type } : { type, amount }
    case 'undo': case 'takeOver': return { type }
    case 'promise': return { type, until: fits ? now + 1 + Math.floor(LATEST_PROMISE * t.share) : t.amount }
    case 'tell': return { type, how: pick(INTAKE_CODES) }
    case 'forward': return { type, words }
    case 'askEvidence': return { type, missing: t.photos.length === 0 && !fits ? [] : [pick(MISSING_CODES)], words }
    case 'addEvidence': return { type, photos: t.photos, voices: [], words, ...said() }
    case 'reject': return { type, criterion: pick(CRITERION_CODES), words, review: pick(REVIEW_CODES) }
    case 'offer': return { type, options: Array.from({ length: fits ? 1 + (t.code % 3) : t.code % 4 }, (_, i) => someOption(t, refund, i, fits, now)), words }
    case 'agree': return { type, option: fits ? t.code % (state.offer?.options.length ?? 1) : t.option, ...proof }
    case 'decline': return { type, words, ...proof }
    case 'withdraw': case 'grantAsAsked': case 'admitRecovery': return { type, words }
    case 'disputeAsAsked': case 'disputeRecovery': return { type, reason: pick(DISPUTE_CODES), words, photos: t.photos }
    case 'payRefund': return { type, channel: pick(CHANNEL_CODES), reference: words, photos: t.photos }
    case 'counter': return { type, refund: fits ? Math.min(state.line.left, 1 + Math.max(0, ...(state.offer?.options ?? []).map(o => o.refund)) + Math.floor(t.share * 100)) : t.amount, words }
    case 'appeal': return { type, grounds: words, photos: t.photos, ...said() }
    case 'decideAppeal': return { type, uphold: t.code % 2 === 0, words }
    case 'extendClaim': return { type, claim: { ...worstOf(state.line, state.claim), ...(fits ? {} : { bad: t.amount }) }, photos: t.photos, words }
    case 'refer': case 'endInvestigation': case 'expedite': case 'failRefund': case 'reopen': return { type, words }
    case 'reassign': return { type, to: (state.decision === 'withOperator') === fits ? 'leader' : 'operator', words }
    case 'investigate': return { type, words, until: fits ? now + 1 + Math.floor(48 * HOUR * t.share) : t.amount }
    case 'plan': return { type, steps: Array.from({ length: fits ? 1 + (t.code % 3) : t.code % 12 }, () => ({ what: words.trim() === '' ? '' : '打电话', party: 'leader', by: fits ? now + HOUR : t.amount })) }
    case 'note': return { type, words, internal: t.code % 2 === 0 }
    case 'sendReturn': { const going = travels(); return { type, ...going, ...(fits && going.way === 'nextDelivery' ? { way: 'pickupPoint' as const } : {}), words, photos: t.photos } }
    case 'sendReplacement': return { type, ...travels(), words, photos: t.photos }
    case 'receiveReturn': return { type, words, photos: t.photos }
    case 'callOffReturn': case 'forwardReturn': case 'disown': return { type, words }
    case 'inspectReturn': return { type, passed: t.code % 2 === 0, words, photos: t.photos }
    case 'giveBack': return { type, ...travels(), words }
    case 'receiveReplacement': return { type, words, ...said(), ...(party === 'resident' ? {} : { photos: t.photos }) }
    case 'startRefund': return { type, channel: pick(CHANNEL_CODES), words }
    case 'confirmRefund': case 'lapse': case 'close': return { type }
    case 'splitLiability': return { type, shares: fits ? someShares(state, t) : { ...sharesOf(state), goodwill: t.amount }, words }
    case 'rate': return { type, speed: fits ? 1 + (t.code % 5) : t.amount, result: 3, attitude: 4, words }
  }
}

/** Money and other ways out, with what comes on top. */
function someOption(t: Try, refund: number, i: number, fits: boolean, now: number): OfferOption {
  const remedy = i > 0 || t.code % 4 === 0 ? REMEDY_CODES[(t.code + i) % REMEDY_CODES.length] ?? 'refund' : 'refund'
  const top = t.code % 5 === 0 ? { freight: fits ? Math.floor(t.share * 1000) : t.amount, compensation: Math.floor(t.share * 2000) } : {}
  return { remedy, refund, ...top, ...((remedy === 'exchange' || remedy === 'repair') && t.code % 2 === 0 ? { returnFirst: true } : {}), ...((t.code + i) % 3 === 0 ? { until: fits ? now + HOUR + UNDO_WINDOW + Math.floor(t.share * 96 * HOUR) : t.amount } : {}), words: t.words.trim() === '' ? '' : '一张券' }
}

/** All of it, laid on one or two. */
function someShares(state: CaseState, t: Try): ReturnType<typeof sharesOf> {
  const none = { supplier: 0, carrier: 0, leader: 0, seller: 0, goodwill: 0 }
  const part = Math.floor(totalDue(state) * t.share)
  const able = BEARER_CODES.filter(who => who !== 'supplier' || state.supplierId !== null)
  const who = able[t.code % able.length] ?? 'seller'
  return who === 'goodwill' ? { ...none, goodwill: totalDue(state) } : { ...none, [who]: part, goodwill: totalDue(state) - part }
}
