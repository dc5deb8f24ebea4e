import { holderOf, isOpen, openKeyOf, stageOf } from './stage'
import { act, after, ask, examples, filedCase, FILED_AT, HOUR, LATER, LEADER, OPERATOR, reasonable, RESIDENT, SUPPLIER, SYSTEM, type Circumstances } from './exampleCase'
import type { Actor, Case } from './case'
import type { CaseCommand } from './commands'
import { decide } from './decide'
import { withLeft } from './left'
import type { CaseEvent } from './events'
import { deadlinesOf, dueFor } from '../clock/deadlines'
import { UNDO_WINDOW } from '../clock/policy'

const LINE = 'line:order-15:line-1'
const DONE = 'done:0f8fad5b-d9cb-469f-a165-70867728950e'

/** Where a case stands, as people would ask about it. */
const standing = (c: Case) => ({ stage: stageOf(c.state), holder: holderOf(c.state), open: isOpen(c.state), key: openKeyOf(c.state, LATER) })
/** In hours; the seconds in which a decision may be taken back are looked at in undo.test.ts. */
const running = (c: Case) => deadlinesOf(c.state).map(d => [d.clock, d.party, Math.floor((d.dueAt - FILED_AT) / HOUR)])
const lastEvent = (c: Case): CaseEvent | undefined => c.events.at(-1)
const refused = (c: Case, by: Actor, command: CaseCommand, circumstances: Circumstances = {}) => {
  const decision = ask(c, by, command, circumstances)
  return 'refusal' in decision ? [decision.refusal.code, decision.refusal.field] : 'accepted'
}

describe('a case that was just filed', () => {
  const { review } = examples()

  it('waits for the leader, for a day', () => {
    expect(standing(review)).toEqual({ stage: 'waitingLeader', holder: 'leader', open: true, key: LINE })
    expect(running(review)).toEqual([['review', 'leader', 24]])
    expect(dueFor(review.state, 'resident')).toBeNull()
  })
})

describe('the leader settles', () => {
  const { review, withSupplier, nobodySupplies, nothingAsked } = examples()

  it('gives what was asked with one tap, and claims it back from the supplier', () => {
    const settled = act(review, LEADER, { type: 'settle' }, { commandId: 'tap', at: FILED_AT + HOUR })
    expect(lastEvent(settled)).toEqual({ v: 1, type: 'Settled', at: FILED_AT + HOUR, by: LEADER, command: 'tap', amount: 1260, recovery: 1260, effectiveAt: FILED_AT + HOUR + UNDO_WINDOW })
    expect(settled.state).toMatchObject({ decision: 'agreed', money: 'due', amount: 1260, recovery: 'claimed', claimedFromSupplier: 1260, updatedAt: FILED_AT + HOUR })
    expect(standing(settled)).toEqual({ stage: 'refunding', holder: 'leader', open: true, key: LINE })
    expect(running(settled)).toEqual([['refund', 'leader', 25], ['recovery', 'supplier', 25]])
  })

  it('may give more than asked, up to what is left', () => {
    expect(act(review, LEADER, { type: 'settle', amount: 2520 }).state).toMatchObject({ amount: 2520, claimedFromSupplier: 2520 })
    expect(refused(review, LEADER, { type: 'settle', amount: 2521 })).toEqual(['MORE_THAN_PAID', 'command.amount'])
  })

  it('may not give less than asked: that needs the resident\'s word', () => {
    expect(refused(review, LEADER, { type: 'settle', amount: 1259 })).toEqual(['LESS_THAN_ASKED', 'command.amount'])
    expect(refused(review, LEADER, { type: 'settle', amount: 0 })).toEqual(['LESS_THAN_ASKED', 'command.amount'])
  })

  it.each([NaN, Infinity, -Infinity, -1, -2520, 1260.5, 2 ** 53])('refuses %p as an amount', amount => {
    expect(refused(review, LEADER, { type: 'settle', amount })).toEqual(['BAD_AMOUNT', 'command.amount'])
    expect(refused(nothingAsked, LEADER, { type: 'settle', amount })).toEqual(['BAD_AMOUNT', 'command.amount'])
  })

  it('decides alone, also while the supplier is being asked', () => {
    expect(standing(act(withSupplier, LEADER, { type: 'settle' }))).toMatchObject({ stage: 'refunding', holder: 'leader' })
  })

  it('claims nothing back where nobody answers for the product', () => {
    const settled = act(nobodySupplies, LEADER, { type: 'settle' })
    expect(settled.state).toMatchObject({ money: 'due', amount: 1260, recovery: 'none', recoverySince: null, claimedFromSupplier: 0 })
    expect(running(settled)).toEqual([['refund', 'leader', 25]])
  })

  it('takes note where no money was asked for, and nothing is due', () => {
    const noted = act(nothingAsked, LEADER, { type: 'settle' })
    expect(lastEvent(noted)).toMatchObject({ type: 'Settled', amount: 0, recovery: 0 })
    expect(noted.state).toMatchObject({ decision: 'agreed', money: 'none', moneySince: null, recovery: 'none' })
    expect(standing(noted)).toEqual({ stage: 'agreedNoMoney', holder: null, open: false, key: DONE })
    expect(running(noted)).toEqual([])
  })

  it('may give money where none was asked for', () => {
    expect(act(nothingAsked, LEADER, { type: 'settle', amount: 300 }).state).toMatchObject({ money: 'due', amount: 300, claimedFromSupplier: 300 })
  })
})

describe('the leader asks the supplier first', () => {
  const { review, nobodySupplies } = examples()

  it('hands the case to the supplier for a day', () => {
    const forwarded = act(review, LEADER, { type: 'forward', words: '请看' })
    expect(lastEvent(forwarded)).toMatchObject({ type: 'Forwarded', words: '请看', by: LEADER })
    expect(standing(forwarded)).toEqual({ stage: 'waitingSupplier', holder: 'supplier', open: true, key: LINE })
    expect(running(forwarded)).toEqual([['supplierFirst', 'supplier', 25]])
    expect(forwarded.state.money).toBe('none')
  })

  it('cannot where nobody supplies the product, and is told why', () => {
    expect(refused(nobodySupplies, LEADER, { type: 'forward', words: '' })).toEqual(['NO_SUPPLIER', undefined])
  })

  it('may ask again after the supplier has answered; the old answer is put away', () => {
    const again = act(examples().supplierDisputed, LEADER, { type: 'forward', words: '再看看' })
    expect(again.state).toMatchObject({ decision: 'withSupplier', supplierSaid: null })
  })
})

describe('the leader rejects', () => {
  const { review, withSupplier } = examples()
  const reject = (words: string): CaseCommand => ({ type: 'reject', criterion: 'kept', words, review: 'call' })

  it('with a published criterion, own words, and how it was looked at', () => {
    const rejected = act(review, LEADER, reject('放了三天了'), { at: FILED_AT + 2 * HOUR })
    expect(lastEvent(rejected)).toMatchObject({ type: 'Rejected', criterion: 'kept', words: '放了三天了', review: 'call' })
    expect(rejected.state.rejection).toEqual({ criterion: 'kept', criterionWords: '拿回家以后存放造成的', words: '放了三天了', review: 'call', at: FILED_AT + 2 * HOUR + UNDO_WINDOW, by: LEADER })
    expect(rejected.state).toMatchObject({ money: 'none', amount: 0, recovery: 'none' })
  })

  it('ends the case, but keeps the line: it may yet be looked at again', () => {
    expect(standing(act(review, LEADER, reject('放了三天了')))).toEqual({ stage: 'rejected', holder: null, open: false, key: LINE })
  })

  it('also while the supplier is being asked', () => {
    expect(stageOf(act(withSupplier, LEADER, reject('看过实物了')).state)).toBe('rejected')
  })

  it.each(['', ' ', '\n\t', '　'])('not without words of one\'s own (%j)', words => {
    expect(refused(review, LEADER, reject(words))).toEqual(['WORDS_NEEDED', 'command.words'])
  })
})

describe('an offer', () => {
  const { review, withSupplier, offered, offeredBySupplier } = examples()
  const offer = (...refunds: number[]): CaseCommand => ({ type: 'offer', options: refunds.map(refund => ({ remedy: 'refund', refund })), words: '您看行吗' })

  it('by the leader waits for the resident, for two days', () => {
    const c = act(review, LEADER, offer(800, 1000))
    expect(lastEvent(c)).toMatchObject({ type: 'Offered', options: [{ remedy: 'refund', refund: 800 }, { remedy: 'refund', refund: 1000 }], words: '您看行吗' })
    expect(c.state.offer).toMatchObject({ by: 'leader', words: '您看行吗' })
    expect(standing(c)).toEqual({ stage: 'offered', holder: 'resident', open: true, key: LINE })
    // From when they know of it.
    expect(running(c)).toEqual([])
    expect(running(act(c, LEADER, { type: 'tell', how: 'phone' }))).toEqual([['offer', 'resident', 50]])
    expect(c.state.amount).toBe(0)
  })

  it('may come from the supplier while asked, and only then', () => {
    expect(act(withSupplier, SUPPLIER, offer(800)).state.offer?.by).toBe('supplier')
    expect(refused(review, SUPPLIER, offer(800))).toEqual(['WRONG_STATE', 'command.type'])
  })

  it('is at least one fen and at most what is left, option by option', () => {
    expect(act(review, LEADER, offer(1, 2520)).state.offer?.options).toHaveLength(2)
    expect(refused(review, LEADER, offer())).toEqual(['OPTION_NEEDED', 'command.options'])
    expect(refused(review, LEADER, offer(0))).toEqual(['BAD_AMOUNT', 'command.options.0.refund'])
    expect(refused(review, LEADER, offer(800, 2521))).toEqual(['MORE_THAN_PAID', 'command.options.1.refund'])
    expect(refused(withSupplier, SUPPLIER, offer(9999))).toEqual(['MORE_THAN_PAID', 'command.options.0.refund'])
  })

  it.each([NaN, Infinity, -Infinity, -1, 0.5, 2 ** 53])('refuses %p as a refund', refund => {
    expect(refused(review, LEADER, offer(100, refund))).toEqual(['BAD_AMOUNT', 'command.options.1.refund'])
  })

  it('that the resident agrees to becomes money due, claimed back from the supplier', () => {
    const c = act(act(review, LEADER, offer(800, 1000)), RESIDENT, { type: 'agree', option: 1 })
    expect(lastEvent(c)).toMatchObject({ type: 'OfferAgreed', option: 1, amount: 1000, recovery: 1000, by: RESIDENT })
    expect(c.state).toMatchObject({ decision: 'agreed', money: 'due', amount: 1000, recovery: 'claimed', claimedFromSupplier: 1000 })
    expect(standing(c)).toMatchObject({ stage: 'refunding', holder: 'leader' })
    expect(running(c)).toEqual([['refund', 'leader', 26], ['recovery', 'supplier', 26]])
  })

  it('agreed to for the neighbour is within the limit of whoever taps, whoever proposed it; a neighbour\'s own yes has none', () => {
    const onBehalf = { channel: 'phone' as const, words: '行', photos: [] }
    for (const [from, puts, who] of [[act(review, LEADER, offer(800, 1000)), LEADER, '请团长定'], [act(withSupplier, SUPPLIER, offer(800, 1000)), OPERATOR, '请有更高额度的同事定']] as const) {
      const answer = (by: Actor, option: number, limit: number | null) => decide(from, { type: 'agree', option, ...(by === puts ? { onBehalf } : {}) }, { now: from.state.updatedAt + HOUR, by, commandId: 'yes', seen: from.version, undoWindow: UNDO_WINDOW, limit })
      expect(answer(puts, 1, 999)).toMatchObject({ refusal: { code: 'OVER_LIMIT', field: 'command.option', message: `超过您能定的金额（¥9.99），${who}` } })
      for (const decision of [answer(puts, 0, 999), answer(puts, 1, 1000), answer(puts, 1, null), answer(RESIDENT, 1, 999)]) expect(decision).toMatchObject({ events: [{ type: 'OfferAgreed' }] })
    }
  })

  it('that there is not enough left for any more: refused, with what can be done, and the leader may offer anew', () => {
    const from = act(review, LEADER, offer(1000, 800))
    const now = (left: number): Case => ({ ...from, state: withLeft(from.state, left) })
    const says = (left: number, by: Actor, option: number) => {
      const decision = ask(now(left), by, { type: 'agree', option, ...(by === LEADER ? { onBehalf: { channel: 'phone', words: '行', photos: [] } } : {}) })
      return 'refusal' in decision ? [decision.refusal.code, decision.refusal.message] : 'accepted'
    }
    expect(says(900, RESIDENT, 0)).toEqual(['MORE_THAN_PAID', '这个办法现在退不了这么多了，请选另一个办法'])
    expect(says(900, RESIDENT, 1)).toBe('accepted')
    expect(says(700, RESIDENT, 1)).toEqual(['MORE_THAN_PAID', '这一单后来退过别的钱，只剩 ¥7.00 能退。请点「不同意」，团长会重新给您一个办法'])
    expect(says(0, LEADER, 1)).toEqual(['MORE_THAN_PAID', '这一单后来退过别的钱，没有钱能退了，请跟邻居说一声'])
    for (const [left, answer] of [[900, ['WRONG_STATE', 'command.type']], [700, 'accepted'], [0, ['MORE_THAN_PAID', 'command.options.0.refund']]] as const) expect(refused(now(left), LEADER, offer(Math.max(1, left)))).toEqual(answer)
  })

  it.each([1, 2, -1, 0.5, NaN, Infinity])('has no option %p', option => {
    expect(refused(offered, RESIDENT, { type: 'agree', option })).toEqual(['NO_SUCH_OPTION', 'command.option'])
  })

  it('that the resident declines goes back to the leader, who has a day again', () => {
    for (const from of [offered, offeredBySupplier]) {
      const c = act(from, RESIDENT, { type: 'decline', words: '太少' })
      expect(lastEvent(c)).toMatchObject({ type: 'OfferDeclined', words: '太少' })
      expect(standing(c)).toMatchObject({ stage: 'waitingLeader', holder: 'leader' })
      expect(deadlinesOf(c.state)).toEqual([{ clock: 'review', party: 'leader', from: c.state.updatedAt, dueAt: c.state.updatedAt + 24 * HOUR }])
      expect(refused(c, RESIDENT, { type: 'agree', option: 0 })).toEqual(['WRONG_STATE', 'command.type'])
    }
  })
})

describe('the supplier answers when asked first', () => {
  const { withSupplier } = examples()

  it('grants the wish: the resident has the money, and nothing is left to claim', () => {
    const c = act(withSupplier, SUPPLIER, { type: 'grantAsAsked', words: '认' })
    expect(lastEvent(c)).toMatchObject({ type: 'SupplierGranted', amount: 1260, recovery: 1260, words: '认' })
    expect(c.state).toMatchObject({ decision: 'agreed', money: 'due', amount: 1260, recovery: 'admitted', claimedFromSupplier: 1260 })
    expect(standing(c)).toMatchObject({ stage: 'refunding', holder: 'leader' })
    expect(running(c)).toEqual([['refund', 'leader', 26]])
  })

  it('grants a wish for nothing: then there is nothing to admit either', () => {
    const c = act(act(filedCase({ wish: { kind: 'none' } }), LEADER, { type: 'forward', words: '' }), SUPPLIER, { type: 'grantAsAsked', words: '' })
    expect(c.state).toMatchObject({ decision: 'agreed', money: 'none', amount: 0, recovery: 'none', recoverySince: null, claimedFromSupplier: 0 })
    expect(standing(c)).toMatchObject({ stage: 'agreedNoMoney', holder: null, key: DONE })
  })

  it('disputes: the leader decides', () => {
    const c = act(withSupplier, SUPPLIER, { type: 'disputeAsAsked', reason: 'oldPhoto', words: '', photos: ['p'] })
    expect(lastEvent(c)).toMatchObject({ type: 'SupplierDisputed', reason: 'oldPhoto', words: '', photos: ['p'] })
    expect(c.state.supplierSaid).toEqual({ reason: 'oldPhoto', words: '', photos: ['p'], at: c.state.updatedAt })
    expect(standing(c)).toMatchObject({ stage: 'waitingLeader', holder: 'leader' })
    expect(running(c)).toEqual([['review', 'leader', 26]])
  })

  it('has to say what 其他 means', () => {
    expect(refused(withSupplier, SUPPLIER, { type: 'disputeAsAsked', reason: 'other', words: '  ', photos: [] })).toEqual(['WORDS_NEEDED', 'command.words'])
    expect(refused(withSupplier, SUPPLIER, { type: 'disputeAsAsked', reason: 'other', words: '雨天', photos: [] })).toBe('accepted')
  })
})

describe('the supplier answers for the recovery', () => {
  const { settled, paid, settledWithoutSupplier } = examples()

  it('admits, before or after the resident is paid; the resident notices nothing', () => {
    for (const from of [settled, paid]) {
      const c = act(from, SUPPLIER, { type: 'admitRecovery', words: '认' })
      expect(lastEvent(c)).toMatchObject({ type: 'RecoveryAdmitted', words: '认' })
      expect(c.state).toMatchObject({ recovery: 'admitted', recoverySince: c.state.updatedAt, amount: 1260, money: from.state.money })
      expect(standing(c)).toEqual(standing(from))
    }
  })

  it('disputes, with a reason and evidence', () => {
    const c = act(settled, SUPPLIER, { type: 'disputeRecovery', reason: 'costNotRetail', words: '进价 9 块', photos: ['bill'] })
    expect(c.state.recovery).toBe('disputed')
    expect(c.state.dispute).toEqual({ reason: 'costNotRetail', words: '进价 9 块', photos: ['bill'], at: c.state.updatedAt })
    expect(c.state).toMatchObject({ money: 'due', amount: 1260 })
    expect(refused(settled, SUPPLIER, { type: 'disputeRecovery', reason: 'other', words: '', photos: [] })).toEqual(['WORDS_NEEDED', 'command.words'])
  })

  it('answers once', () => {
    const c = act(settled, SUPPLIER, { type: 'admitRecovery', words: '' })
    expect(refused(c, SUPPLIER, { type: 'disputeRecovery', reason: 'oldPhoto', words: '', photos: [] })).toEqual(['WRONG_STATE', 'command.type'])
  })

  it('is not asked where nobody answers for the product', () => {
    expect(refused(settledWithoutSupplier, SUPPLIER, { type: 'admitRecovery', words: '' })).toEqual(['WRONG_STATE', 'command.type'])
  })
})

describe('the refund', () => {
  const { settled, paid, review } = examples()

  it('is paid where money is due, and said where, with proof', () => {
    const c = act(settled, LEADER, { type: 'payRefund', channel: 'cash', reference: '当面', photos: ['receipt'] })
    expect(lastEvent(c)).toMatchObject({ type: 'RefundPaid', channel: 'cash', reference: '当面', proof: ['receipt'] })
    expect(c.state.payment).toEqual({ channel: 'cash', reference: '当面', proof: ['receipt'], at: c.state.updatedAt })
    expect(standing(c)).toEqual({ stage: 'refunded', holder: null, open: false, key: DONE })
    expect(running(c)).toEqual([['recovery', 'supplier', 25]])
  })

  it('is paid once, and never before it is due', () => {
    const pay: CaseCommand = { type: 'payRefund', channel: 'cash', reference: '', photos: [] }
    expect(refused(paid, LEADER, pay)).toEqual(['WRONG_STATE', 'command.type'])
    expect(refused(review, LEADER, pay)).toEqual(['WRONG_STATE', 'command.type'])
  })
})

describe('the resident withdraws', () => {
  it.each(['review', 'withSupplier', 'offered', 'declined'] as const)('from %s, and the line is free again', name => {
    const c = act(examples()[name], RESIDENT, { type: 'withdraw', words: '找到了' })
    expect(lastEvent(c)).toMatchObject({ type: 'Withdrawn', words: '找到了' })
    expect(standing(c)).toEqual({ stage: 'withdrawn', holder: null, open: false, key: DONE })
    expect(running(c)).toEqual([])
  })

  it('not once it was agreed', () => {
    expect(refused(examples().settled, RESIDENT, { type: 'withdraw', words: '' })).toEqual(['WRONG_STATE', 'command.type'])
  })
})

describe('the wrong party', () => {
  it.each([
    [RESIDENT, 'settle'], [SUPPLIER, 'settle'], [SYSTEM, 'settle'], [OPERATOR, 'promise'], [LEADER, 'decideAppeal'], [SUPPLIER, 'splitLiability'], [RESIDENT, 'note'], [LEADER, 'lapse'], [OPERATOR, 'rate'],
    [RESIDENT, 'reject'], [SUPPLIER, 'forward'], [RESIDENT, 'offer'], [SUPPLIER, 'agree'], [SUPPLIER, 'decline'], [LEADER, 'takeOver'], [LEADER, 'withdraw'],
    [LEADER, 'grantAsAsked'], [RESIDENT, 'disputeAsAsked'], [RESIDENT, 'disputeRecovery'], [RESIDENT, 'payRefund'], [SUPPLIER, 'payRefund'],
  ] as const)('%j may not %s, in any state', (by, type) => {
    for (const c of Object.values(examples())) expect(refused(c, by, reasonable(c.state, type))).toEqual(['NOT_ALLOWED', undefined])
  })
})

describe('the wrong state', () => {
  it('is answered in words that fit whoever asked', () => {
    const decision = ask(examples().withdrawn, LEADER, { type: 'settle' })
    expect(decision).toEqual({ refusal: { code: 'WRONG_STATE', message: '现在不能直接同意，请看看最新的情况', field: 'command.type' } })
  })
})

describe('a screen that is behind', () => {
  const { review, settled, withSupplier, admitted, paid } = examples()

  it('stops a decision on what the person has not read', () => {
    expect(refused(withSupplier, RESIDENT, { type: 'withdraw', words: '' }, { seen: 1 })).toEqual(['CASE_CHANGED', 'seen'])
    expect(refused(withSupplier, LEADER, { type: 'settle' }, { seen: 1 })).toEqual(['CASE_CHANGED', 'seen'])
  })

  it('stops before the state is looked at: first read, then decide', () => {
    expect(refused(settled, LEADER, { type: 'settle' }, { seen: 1 })).toEqual(['CASE_CHANGED', 'seen'])
  })

  it('does not stop a person whom the news does not concern', () => {
    // The supplier's quiet answer about the recovery is no news to the resident; here nothing waits for the resident any more.
    expect(refused(admitted, RESIDENT, { type: 'withdraw', words: '' }, { seen: 2 })).toEqual(['WRONG_STATE', 'command.type'])
    expect(refused(admitted, LEADER, { type: 'payRefund', channel: 'cash', reference: '', photos: [] }, { seen: 2 })).toEqual(['CASE_CHANGED', 'seen'])
  })

  it('lets the supplier answer after the payment only when the payment was seen', () => {
    expect(refused(paid, SUPPLIER, { type: 'admitRecovery', words: '' }, { seen: 2 })).toEqual(['CASE_CHANGED', 'seen'])
    expect(refused(paid, SUPPLIER, { type: 'admitRecovery', words: '' }, { seen: 3 })).toBe('accepted')
  })

  it.each([0, -1, 2, 99, NaN, -Infinity, Infinity])('cannot have seen version %p of one', seen => {
    expect(refused(review, LEADER, { type: 'settle' }, { seen })).toEqual(['CASE_CHANGED', 'seen'])
  })
})

describe('the same command again', () => {
  const { review } = examples()
  const settled = act(review, LEADER, { type: 'settle' }, { commandId: 'tap' })

  it('changes nothing and is no error, however stale the screen and whatever it says now', () => {
    for (const seen of [1, 2, 99]) expect(ask(settled, LEADER, { type: 'settle' }, { commandId: 'tap', seen })).toEqual({ events: [] })
    expect(ask(settled, LEADER, { type: 'settle', amount: NaN }, { commandId: 'tap' })).toEqual({ events: [] })
    expect(after(settled, ask(settled, LEADER, { type: 'settle' }, { commandId: 'tap' }))).toBe(settled)
  })

  it('stays so after other things have happened', () => {
    const paid = act(settled, LEADER, { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
    expect(ask(paid, LEADER, { type: 'settle' }, { commandId: 'tap' })).toEqual({ events: [] })
  })

  it('is nobody else\'s to repeat, not even for the same party', () => {
    const husband: Actor = { party: 'leader', personId: 'person-husband' }
    expect(refused(settled, husband, { type: 'payRefund', channel: 'cash', reference: '', photos: [] }, { commandId: 'tap' })).toEqual(['NOT_ALLOWED', undefined])
    expect(refused(settled, SUPPLIER, { type: 'admitRecovery', words: '' }, { commandId: 'tap' })).toEqual(['NOT_ALLOWED', undefined])
  })

  it('may not borrow the id that the case was filed with', () => {
    expect(refused(review, LEADER, { type: 'settle' }, { commandId: 'filing' })).toEqual(['NOT_ALLOWED', undefined])
    expect(refused(review, RESIDENT, { type: 'withdraw', words: '' }, { commandId: 'filing' })).toEqual(['COMMAND_ID_USED', 'commandId'])
  })

  it('is the same command only: another one under its id is refused, and nothing is written', () => {
    expect(refused(settled, LEADER, { type: 'payRefund', channel: 'cash', reference: '', photos: [] }, { commandId: 'tap' })).toEqual(['COMMAND_ID_USED', 'commandId'])
  })
})
