import { giveTo, type Staff } from '../people/whoActs'
import { deadlinesOf, dueFor } from '../clock/deadlines'
import { canAppeal, isAppealsOwn } from './appeal'
import { isLeftOut } from './askAgain'
import type { Actor, CaseState, DecisionState, Party } from './case'
import { refundPreview, worstOf } from './claim'
import type { CaseCommandType } from './commands'
import { pendingAt, seenBy } from './effect'
import { AFTER_CLOSING, canMoveUntil, canReopen } from './close'
import { roundsLeft } from './evidence'
import { goodsState, isNotHandedOver, sentTo, type GoodsState } from './goods'
import { totalDue } from './liability'
import { canSettle, consentTrouble, needsOffer } from './consent'
import { askedFor, countersLeft, counterTrouble, offerFits, offerStands } from './negotiate'
import { canDisown } from './saidFor'
import { holderOf, isOpen, stageOf } from './stage'

/** Who gives a command. `supplierIds`: for whom somebody of a desk acts as well; `staff`: who is there, for what gives a case on. */
export type Acting = Actor & { supplierIds?: readonly string[]; staff?: Staff | null }

/** Who may do what, and when. Anything not written here is refused. */
interface Rule {
  by: readonly Party[]
  when: (c: CaseState, by: Acting, now: number) => boolean
}

const inDecision = (...states: DecisionState[]) => (c: CaseState) => states.includes(c.decision)
const inGoods = (...states: GoodsState[]) => (c: CaseState) => states.includes(goodsState(c))

/** Somebody has to decide, or to add something so that it can be decided. */
const undecided = inDecision('review', 'withSupplier', 'withOperator', 'evidence', 'countered')

/** The supplier is asked before anybody decides, or has to say something to what the resident would take instead. */
const supplierAsked = (c: CaseState) => c.decision === 'withSupplier' || (c.decision === 'countered' && c.offer?.by === 'supplier')
const asked = (c: CaseState, by: Actor) => by.party !== 'supplier' || supplierAsked(c)

/** It waits for a supplier, and nobody acts for them any more. */
const supplierLeft = (c: CaseState) => c.supplierGone === true && holderOf(c) === 'supplier'

/** Somebody is there who can be asked, or sent something. */
const hasSupplier = (c: CaseState) => c.supplierId !== null && c.supplierGone !== true

/** Goods are for whom they were sent to; the leader's side looks all the same where that supplier let the time pass, or is gone. */
const checksReturn = (c: CaseState, { party }: Actor, now: number) => (sentTo(c) === 'leader' ? party !== 'supplier'
  : party === 'supplier' || !hasSupplier(c) || deadlinesOf(c).some(d => d.clock === 'inspect' && d.dueAt <= now))

/** Who answers for what is claimed back: the supplier; for a carrier, who does not come here, whoever talks to them. */
const answersRecovery = (c: CaseState, { party }: Actor) => c.recovery === 'claimed' && (c.recoverFrom === 'carrier' ? party !== 'supplier' : party === 'supplier')

/** For the resident; who puts down what they said does so for what their own side offered, the desk for all. */
export const isToAnswer = (c: CaseState, { party }: Actor) => party !== 'leader' || c.offer?.by === 'leader'

/** A danger that the desk looks at is not sent away by who hands the goods out. */
export const isDesksHazard = (c: CaseState, { party }: Actor) => party === 'leader' && c.class === 'hazard'
  && (c.decision === 'withOperator' || (c.decision === 'countered' && c.offer?.by === 'operator') || (c.decision === 'lapsed' && c.evidenceAsked?.from === 'withOperator'))

/** Somebody who says so every hour is not heard any better. ms */
const BETWEEN_EXPEDITING = 24 * 3600_000

/** Of one appeal. */
const MOST_INVESTIGATIONS = 2

/** Of one case, appeals included: each puts off everything else. */
const MOST_INVESTIGATIONS_IN_ALL = 3

const FINISHED = ['refunded', 'agreedNoMoney', 'replaced', 'rejected', 'dismissed'] as const

export const RULES: Record<CaseCommandType, Rule> = {
  // The leader decides alone, also while others are being asked, and may think better of a refusal.
  settle: { by: ['leader', 'operator'], when: c => (undecided(c) || inDecision('rejected', 'appealed', 'lapsed')(c)) && canSettle(c) },
  forward: { by: ['leader', 'operator'], when: c => inDecision('review', 'withOperator')(c) && hasSupplier(c) },
  // Not while more is asked for, nor what was said to be kept for who does not answer; where what was asked for did not come, it was said that it can be.
  reject: { by: ['leader', 'operator'], when: (c, by) => (inDecision('review', 'withSupplier', 'withOperator', 'countered')(c) || (c.decision === 'lapsed' && c.lapsedFrom === 'evidence')) && !isDesksHazard(c, by) },
  askEvidence: { by: ['leader', 'supplier', 'operator'], when: (c, by) => inDecision('review', 'withSupplier', 'withOperator')(c) && roundsLeft(c) > 0 && asked(c, by) },
  addEvidence: { by: ['resident', 'leader', 'operator'], when: c => undecided(c) || c.decision === 'appealed' },
  // Anew where nobody can agree to what was offered: there is not so much left any more, or its time has passed.
  offer: { by: ['leader', 'supplier', 'operator'], when: (c, by, now) => (undecided(c) || (c.decision === 'lapsed' && by.party !== 'supplier') || (c.decision === 'offered' && !offerFits(c, now)) || (c.decision === 'appealed' && by.party === 'operator' && needsOffer(c))) && asked(c, by) },
  // On behalf only with proof: see `decide`. What was offered stays open when nobody answered.
  agree: { by: ['resident', 'leader', 'operator'], when: (c, by, now) => (c.decision === 'offered' || (c.decision === 'lapsed' && c.lapsedFrom === 'offered')) && offerStands(c, now) && isToAnswer(c, by) },
  decline: { by: ['resident', 'leader', 'operator'], when: (c, by) => c.decision === 'offered' && isToAnswer(c, by) },
  disown: { by: ['resident'], when: canDisown },
  counter: { by: ['resident'], when: (c, _by, now) => c.decision === 'offered' && countersLeft(c) > 0 && counterTrouble(c, c.line.left, now) === null },
  // What was put aside, too: its line is free for something else then.
  withdraw: { by: ['resident'], when: c => undecided(c) || inDecision('offered', 'lapsed')(c) },
  grantAsAsked: { by: ['supplier'], when: c => supplierAsked(c) && consentTrouble(c, askedFor(c)) === null },
  disputeAsAsked: { by: ['supplier'], when: supplierAsked },
  admitRecovery: { by: ['supplier', 'leader', 'operator'], when: answersRecovery },
  disputeRecovery: { by: ['supplier', 'leader', 'operator'], when: answersRecovery },
  startRefund: { by: ['leader', 'operator'], when: c => c.money === 'due' || c.money === 'failed' },
  payRefund: { by: ['leader', 'operator'], when: c => ['due', 'paying', 'failed'].includes(c.money) },
  failRefund: { by: ['leader', 'operator', 'resident'], when: (c, by) => c.money === (by.party === 'resident' ? 'paid' : 'paying') },
  confirmRefund: { by: ['resident'], when: c => c.money === 'paid' },
  // Once per stay: a promise that could be put off again and again would be none.
  promise: { by: ['leader'], when: c => c.decision === 'review' && !c.promise },
  tell: { by: ['leader', 'operator'], when: c => c.toTell != null },
  takeOver: { by: ['resident'], when: c => c.residentId === null },
  // While it can still be taken back; there is nothing else to do then.
  undo: { by: ['leader', 'supplier', 'operator'], when: () => false },
  appeal: { by: ['resident', 'operator'], when: (c, _by, now) => canAppeal(c, now) },
  // Who refused it does not look at it again, nor does who pleads for it.
  decideAppeal: { by: ['operator'], when: (c, by) => c.decision === 'appealed' && !isAppealsOwn(c, by.personId) },
  extendClaim: { by: ['resident'], when: c => inDecision('review', 'withSupplier', 'withOperator', 'evidence')(c) && refundPreview(c.line, worstOf(c.line, c.claim)) > refundPreview(c.line, c.claim) },
  refer: { by: ['leader', 'supplier'], when: (c, by) => c.desk === true && c.about !== 'operator' && inDecision('review', 'withSupplier', 'evidence', 'countered')(c) && asked(c, by) },
  // Of the system where nobody may act any more who has it: see docs/decisions/0021, 0024.
  // What names the leader's side stays with the desk: nobody there may see it.
  reassign: { by: ['operator', 'system'], when: (c, { party, staff }) => (party === 'system' ? supplierLeft(c) || (staff != null && giveTo(c, staff) !== null) : undecided(c) && c.hiddenIn === undefined) },
  // Of an appeal only by who may decide it, and no more often than it takes to find something out: its time begins anew each time.
  investigate: { by: ['operator'], when: (c, by) => !c.investigation && (c.investigations ?? 0) < MOST_INVESTIGATIONS_IN_ALL && (undecided(c) || (c.decision === 'appealed' && !isAppealsOwn(c, by.personId) && (c.appeal?.investigated ?? 0) < MOST_INVESTIGATIONS)) },
  endInvestigation: { by: ['operator'], when: c => !!c.investigation && (undecided(c) || c.decision === 'appealed') },
  plan: { by: ['leader', 'operator'], when: c => isOpen(c) || inDecision('rejected', 'dismissed')(c) },
  note: { by: ['leader', 'operator'], when: () => true },
  expedite: { by: ['resident'], when: (c, _by, now) => isOpen(c) && holderOf(c) !== 'resident' && (c.expeditedAt == null || now - c.expeditedAt >= BETWEEN_EXPEDITING) },
  sendReturn: { by: ['resident'], when: inGoods('awaitingReturn') },
  callOffReturn: { by: ['resident'], when: isNotHandedOver },
  forwardReturn: { by: ['leader', 'operator'], when: c => inGoods('awaitingReturn', 'returning', 'received')(c) && sentTo(c) === 'leader' && hasSupplier(c) },
  receiveReturn: { by: ['leader', 'supplier', 'operator'], when: (c, by, now) => inGoods('awaitingReturn', 'returning')(c) && checksReturn(c, by, now) },
  inspectReturn: { by: ['leader', 'supplier', 'operator'], when: (c, by, now) => inGoods('received')(c) && checksReturn(c, by, now) },
  giveBack: { by: ['leader', 'operator'], when: inGoods('failed') },
  sendReplacement: { by: ['leader', 'supplier', 'operator'], when: inGoods('replacementDue') },
  receiveReplacement: { by: ['resident', 'leader', 'operator'], when: inGoods('replacementSent') },
  // Once whoever it is claimed from was heard and it was settled, it stays.
  splitLiability: { by: ['leader', 'operator'], when: c => c.decision === 'agreed' && totalDue(c) > 0 && c.recovery !== 'settled' && !inGoods('awaitingReturn', 'returning', 'received')(c) },
  close: { by: ['system'], when: (c, _by, now) => { const until = canMoveUntil(c); return until !== null && until < now } },
  lapse: { by: ['system'], when: (c, _by, now) => (inDecision('evidence', 'offered')(c) || inGoods('awaitingReturn')(c)) && (dueFor(c, 'resident')?.dueAt ?? Infinity) <= now },
  reopen: { by: ['resident'], when: (c, _by, now) => canReopen(c, now) },
  rate: { by: ['resident'], when: c => (FINISHED as readonly string[]).includes(stageOf(c)) && !c.rating },
}

/** Whether this party may give this command at all, in any state. */
export function isPartysCommand(party: Party, command: CaseCommandType): boolean {
  return RULES[command].by.includes(party)
}

/**
 * Whether this person may give this command now. While a decision is pending, its party waits: nothing is paid on what may yet be taken back,
 * and only whoever gave it takes it back. All others go by what they see.
 */
export function isAllowed(c: CaseState, by: Acting, command: CaseCommandType, now: number): boolean {
  const pending = pendingAt(c, now)
  if (pending?.by.party === by.party) return command === 'undo' && pending.by.personId === by.personId
  // Changes nothing that anybody decided, so it waits rather than letting a decision fall.
  if (pending && (WAITING.includes(command) || by.party === 'system')) return false
  if (c.closedAt != null && !AFTER_CLOSING.includes(command)) return false
  if (isBarred(c, by, command) || isOwnMatter(c, by, command)) return false
  return isPartysCommand(by.party, command) && RULES[command].when(seenBy(c, by.party, now), by, now)
}

/** Somebody of the desk whose own complaint it is leaves it to a colleague; a leader's own case is everybody's to see (docs/decisions/0010). */
function isOwnMatter(c: CaseState, by: Acting, command: CaseCommandType): boolean {
  return by.party === 'operator' && by.personId === c.residentId && [...DECIDING, 'splitLiability', 'payRefund', 'investigate'].includes(command)
}

/** Who decided the case that this one goes on from does not decide this one. */
export function isBarred(c: CaseState, by: Acting, command: CaseCommandType): boolean {
  // Of a complaint about the desk that very desk decides nothing, nor does it take it over.
  if (by.party === 'operator' && c.about === 'operator' && OF_THE_DESK.includes(command)) return true
  if (isBothSides(c, by) && [...DECIDING, 'splitLiability', 'investigate'].includes(command)) return true
  // Who pleads decides nothing of it.
  if (c.decision === 'appealed' && c.appeal?.by === by.personId && DECIDING.includes(command)) return true
  return isLeftOut(c, by.personId) && ((by.party !== 'resident' && ANSWERING.includes(command)) || [...DECIDING, 'grantAsAsked'].includes(command) || (command === 'investigate' && c.decision === 'appealed'))
}

/** Somebody of the desk who acts for the supplier as well: what comes before the desk is between others. */
function isBothSides(c: CaseState, { party, supplierIds = [] }: Acting): boolean {
  return party === 'operator' && c.supplierId !== null && supplierIds.includes(c.supplierId)
}

const DECIDING: readonly CaseCommandType[] = ['settle', 'reject', 'offer', 'decideAppeal']

const OF_THE_DESK: readonly CaseCommandType[] = [...DECIDING, 'splitLiability', 'investigate', 'reassign', 'agree', 'decline', 'appeal']
/** What the resident says, where somebody else puts it down. */
const ANSWERING: readonly CaseCommandType[] = ['agree', 'decline', 'receiveReplacement']

const WAITING: readonly CaseCommandType[] = ['takeOver', 'note', 'plan', 'expedite', 'tell']

/** Everything this person may do now; screens show exactly these. */
export function allowedCommands(c: CaseState, by: Acting, now: number): CaseCommandType[] {
  return (Object.keys(RULES) as CaseCommandType[]).filter(command => isAllowed(c, by, command, now))
}
