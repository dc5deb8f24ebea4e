import { allowedCommands, isAllowed } from './allowed'
import type { Acting } from './allowed'
import type { Actor, Case } from './case'
import type { CaseCommand } from './commands'
import { act, ALONE, ask, examples, filedCase, HOUR, lastAt, LEADER, OPERATOR, reasonable, RESIDENT, SUPPLIER, unanswered } from './exampleCase'
import { askedFor } from './negotiate'
import type { IntakeChannel } from './onBehalf'
import { silenceOf } from './silence'
import { complaintOf, stepFor } from './together'

/** What counts as the resident's own yes: docs/decisions/0028. */
const all = examples()
const code = (c: Case, by: Acting, command: CaseCommand) => { const d = ask(c, by, command); return 'refusal' in d ? [d.refusal.code, d.refusal.field] : null }
const does = (c: Case, by: Actor, type: CaseCommand['type']) => act(c, by, reasonable(c.state, type, by.party))
const money = (refund: number): CaseCommand => ({ type: 'offer', options: [{ remedy: 'refund', refund }], words: '' })
const lapse = unanswered
const no: CaseCommand = { type: 'decline', words: '不要' }
const reject: CaseCommand = { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' }
const said = (channel: IntakeChannel, words: string, photos: string[] = []) => ({ channel, words, photos })

describe('what somebody else answers for the resident', () => {
  it('is shown by a picture where it was written, told in words where it was spoken; who is not here yet is believed by either', () => {
    const yes = (c: Case, ...proof: Parameters<typeof said>) => code(c, LEADER, { type: 'agree', option: 0, onBehalf: said(...proof) })
    expect(yes(all.offered, 'groupChat', '行')).toEqual(['PROOF_NEEDED', 'command.onBehalf.photos'])
    expect(yes(all.offered, 'phone', ' ')).toEqual(['PROOF_NEEDED', 'command.onBehalf.words'])
    expect([yes(all.offered, 'groupChat', '', ['photo-chat']), yes(all.offered, 'phone', '行')]).toEqual([null, null])
    const notHere = act(all.onBehalf, LEADER, money(300))
    expect([yes(notHere, 'groupChat', '行'), yes(notHere, 'groupChat', '')]).toEqual([null, ['PROOF_NEEDED', 'command.onBehalf.words']])
  })

  it('holds for an appeal and for what came, too', () => {
    expect(code(all.rejected, OPERATOR, { type: 'appeal', grounds: '再看看', photos: [], channel: 'groupChat' })).toEqual(['PROOF_NEEDED', 'command.photos'])
    expect(code(all.rejected, OPERATOR, { type: 'appeal', grounds: '再看看', photos: [], channel: 'hotline' })).toBeNull()
    expect(code(all.replacementSent, LEADER, { type: 'receiveReplacement', words: '', channel: 'onSite' })).toEqual(['PROOF_NEEDED', 'command.words'])
    expect(code(all.replacementSent, LEADER, { type: 'receiveReplacement', words: '收到了', channel: 'chain' })).toEqual(['PROOF_NEEDED', 'command.photos'])
    const received = act(all.replacementSent, LEADER, { type: 'receiveReplacement', words: '', channel: 'chain', photos: ['photo-chat'] })
    expect(received.events.at(-1)).toMatchObject({ type: 'ReplacementReceived', photos: ['photo-chat'] })
    expect(code(all.replacementSent, RESIDENT, { type: 'receiveReplacement', words: '', photos: ['photo-x'] })).toEqual(['NOT_ASKED', 'command.photos'])
  })

  it('is the leader\'s to put down for what their side offered, and nobody\'s who was left out', () => {
    const may = (c: Case, by: Actor) => allowedCommands(c.state, by, lastAt(c) + HOUR).filter(type => type === 'agree' || type === 'decline')
    expect([may(all.offered, LEADER), may(all.offeredBySupplier, LEADER), may(all.offeredBySupplier, OPERATOR)]).toEqual([['agree', 'decline'], [], ['agree', 'decline']])
    const again = filedCase({}, { follows: { caseId: 'x', notBy: [LEADER.personId], heldBy: 'leader' } })
    const offered = act(again, { party: 'leader', personId: 'person-husband' }, money(300))
    expect(code(offered, LEADER, { type: 'decline', words: '不要', onBehalf: said('phone', '不要') })?.[0]).toBe('NOT_ALLOWED')
    expect(may(offered, { party: 'leader', personId: 'person-husband' })).toEqual(['agree', 'decline'])
  })
})

describe('这不是我的意思', () => {
  const back = (c: Case) => does(c, RESIDENT, 'disown')
  const without = ({ state: { told: _known, ...state } }: Case) => ({ ...state, toTell: 0, decisionSince: 0, updatedAt: 0, pending: null })

  it('brings back what stood before a yes or a no, also after it was refused, and nothing of the money', () => {
    expect(without(back(all.agreedOnBehalf))).toEqual(without(all.offered))
    expect(without(back(all.declinedOnBehalf))).toEqual(without(all.offered))
    expect(without(back(does(all.declinedOnBehalf, LEADER, 'reject')))).toEqual(without(all.offered))
    expect(back(all.agreedOnBehalf).state).toMatchObject({ decision: 'offered', money: 'none', amount: 0, recovery: 'none' })
  })

  it('keeps what was said and added meanwhile, and gives the time to answer anew', () => {
    const noted = act(does(all.declinedOnBehalf, RESIDENT, 'addEvidence'), LEADER, { type: 'note', words: '再想想', internal: true })
    const c = back(noted)
    expect([c.state.evidence.length, c.state.notes, c.state.decisionSince]).toEqual([2, { forAll: 0, internal: 1 }, lastAt(c)])
  })

  it('goes back step by step: an offer before a worse one is not lost', () => {
    const twice = act(act(all.declinedOnBehalf, LEADER, money(100)), LEADER, { type: 'decline', words: '', onBehalf: said('phone', '不要') })
    expect(back(twice).state.offer?.options).toEqual([{ remedy: 'refund', refund: 100 }])
    expect(back(back(twice)).state.offer?.options).toEqual(all.offered.state.offer?.options)
  })

  it('brings back what was sent, and an appeal that is not decided, unused', () => {
    const received = does(all.replacementSent, LEADER, 'receiveReplacement')
    expect(back(received).state.goods).toMatchObject({ state: 'replacementSent' })
    const appealed = back(does(all.rejected, OPERATOR, 'appeal'))
    expect(appealed.state).toMatchObject({ decision: 'rejected', rejection: all.rejected.state.rejection })
    expect(appealed.state.appeal ?? null).toBeNull()
    expect(isAllowed(appealed.state, RESIDENT, 'appeal', lastAt(appealed) + HOUR)).toBe(true)
  })

  it('is the resident\'s, of whoever takes the case over, too; not of what they did themselves, nor of what is paid or stood by', () => {
    const may = (c: Case, by: Actor = RESIDENT) => isAllowed(c.state, by, 'disown', lastAt(c) + HOUR)
    const paid = does(all.agreedOnBehalf, LEADER, 'payRefund')
    const paying = does(all.agreedOnBehalf, LEADER, 'startRefund')
    expect([all.offerAgreed, all.declined, paid, paying, all.tookEffect, all.replaced, all.appealed].map(c => may(c))).toEqual(Array(7).fill(false))
    expect([may(all.agreedOnBehalf, LEADER), may(does(paying, LEADER, 'failRefund'))]).toEqual([false, true])
    expect(may(does(all.declinedOnBehalf, LEADER, 'settle'))).toBe(false)
    const notHere = act(act(all.onBehalf, LEADER, money(300)), LEADER, { type: 'agree', option: 0, onBehalf: said('groupChat', '行') })
    expect(may(does(notHere, RESIDENT, 'takeOver'))).toBe(true)
    expect(may(act(does(all.declinedOnBehalf, LEADER, 'offer'), RESIDENT, no))).toBe(false)
  })
})

describe('what the resident wants now', () => {
  const small = act(all.review, LEADER, money(300))
  const asksMore = act(small, RESIDENT, { type: 'counter', refund: 2000, words: '两盒都坏了' })

  it('is what they asked for last, also once something else was offered, declined and refused', () => {
    const offered = act(asksMore, LEADER, money(1260))
    const declined = act(offered, RESIDENT, no)
    expect([offered, declined].map(c => askedFor(c.state))).toEqual([2000, 2000])
    expect(silenceOf(offered.state)).toBe('offerStays')
    expect(silenceOf(act(asksMore, LEADER, money(2000)).state)).toBe('takesEffect')
    expect(code(declined, LEADER, { type: 'settle', amount: 1260 })).toEqual(['LESS_THAN_ASKED', 'command.amount'])
    const upheld = does(does(act(declined, LEADER, reject), RESIDENT, 'appeal'), OPERATOR, 'decideAppeal')
    expect(upheld.state.amount).toBe(2000)
    expect(askedFor(does(declined, RESIDENT, 'extendClaim').state)).toBe(2520)
  })

  it('is not the wish any more, once that was offered and declined', () => {
    const { declined } = all
    expect(code(declined, LEADER, { type: 'settle' })).toEqual(['DECLINED_BEFORE', 'command.type'])
    expect(code(declined, LEADER, { type: 'settle', amount: 1260 })).toEqual(['DECLINED_BEFORE', 'command.type'])
    expect(code(declined, LEADER, { type: 'settle', amount: 1261 })).toBeNull()
    const again = act(declined, LEADER, money(1260))
    expect(silenceOf(again.state)).toBe('offerStays')
    expect(lapse(again).state).toMatchObject({ decision: 'lapsed', money: 'none' })
    expect(stepFor(declined.state, { type: 'asAsked' })).toMatchObject({ type: 'offer' })
    expect(complaintOf(declined.state)).toMatchObject({ declined: true })
  })

  it('nor by a part of it: silence is no yes to the rest', () => {
    const part = act(small, RESIDENT, no)
    expect(silenceOf(act(part, LEADER, money(1260)).state)).toBe('offerStays')
    expect(code(part, LEADER, { type: 'settle' })).toBeNull()
    // Asked for anew, it is.
    expect(silenceOf(act(act(act(part, LEADER, money(400)), RESIDENT, { type: 'counter', refund: 1260, words: '' }), LEADER, money(1260)).state)).toBe('takesEffect')
  })

  it('goods that were declined are only offered, also where an appeal is right', () => {
    const exchange: CaseCommand = { type: 'offer', options: [{ remedy: 'exchange', refund: 0 }], words: '换一盒' }
    const declined = act(act(filedCase({ wish: { kind: 'exchange' } }), LEADER, exchange), RESIDENT, no)
    expect(code(declined, LEADER, { type: 'settle' })).toEqual(['DECLINED_BEFORE', 'command.type'])
    const appealed = does(act(declined, LEADER, reject), RESIDENT, 'appeal')
    expect(code(appealed, OPERATOR, { type: 'decideAppeal', uphold: true, words: '对' })).toEqual(['DECLINED_BEFORE', 'command.uphold'])
    expect(act(appealed, OPERATOR, money(500)).state.decision).toBe('offered')
    const asked = act(declined, LEADER, { type: 'forward', words: '' })
    expect(isAllowed(asked.state, SUPPLIER, 'grantAsAsked', lastAt(asked) + HOUR)).toBe(false)
  })
})

describe('silence gives nothing up', () => {
  const small = act(all.review, LEADER, money(800))

  it('neither an offer nor a return that nobody answered can be refused, nor replaced by less', () => {
    for (const c of [lapse(small), all.returnLapsed, all.returnOff]) {
      expect(code(c, LEADER, reject)).toEqual(['OFFER_KEPT', 'command.type'])
      expect(code(c, LEADER, money(100))).toEqual(['LESS_THAN_OFFERED', 'command.options'])
      expect(code(c, LEADER, money(1260))).toBeNull()
    }
    expect(code(lapse(small), LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 800, until: lastAt(small) + 120 * HOUR }], words: '' })).toEqual(['LESS_THAN_OFFERED', 'command.options'])
  })

  it('while more is asked for nothing is refused; afterwards it may be, as was said', () => {
    expect(code(all.evidenceAsked, LEADER, reject)).toEqual(['WAITING_EVIDENCE', 'command.type'])
    expect(code(lapse(all.evidenceAsked), LEADER, reject)).toBeNull()
  })
})

describe('who decides', () => {
  it('a danger that the desk has is not refused by the leader, who may give what is asked', () => {
    const danger = { reason: 'hazard', claim: { measure: 'none' } } as const
    const hazard = filedCase(danger)
    expect([hazard.state.class, hazard.state.decision]).toEqual(['hazard', 'withOperator'])
    expect(code(hazard, LEADER, reject)).toEqual(['DESK_DECIDES', 'command.type'])
    expect(code(hazard, LEADER, { type: 'settle' })).toBeNull()
    expect(code(hazard, OPERATOR, reject)).toBeNull()
    expect(code(filedCase(danger, { around: ALONE }), LEADER, reject)).toBeNull()
  })

  it('who pleads an appeal decides nothing of it', () => {
    const pleaded = does(all.rejected, OPERATOR, 'appeal')
    for (const type of ['settle', 'decideAppeal'] as const) expect(code(pleaded, OPERATOR, reasonable(pleaded.state, type, 'operator'))?.[0]).toBe('NOT_ALLOWED')
    expect(isAllowed(pleaded.state, { party: 'operator', personId: 'person-ops-2' }, 'settle', lastAt(pleaded) + HOUR)).toBe(true)
  })

  it('what a supplier proposed is admitted also where the goods come back first', () => {
    let c = act(all.withSupplier, SUPPLIER, { type: 'offer', options: [{ remedy: 'returnRefund', refund: 1260 }], words: '' })
    for (const [by, type] of [[RESIDENT, 'agree'], [RESIDENT, 'sendReturn'], [LEADER, 'receiveReturn'], [LEADER, 'inspectReturn']] as const) c = does(c, by, type)
    expect(c.state).toMatchObject({ recovery: 'admitted', claimedFromSupplier: 1260, money: 'due' })
    expect(all.returnPassed.state.recovery).toBe('claimed')
  })

  it('a claim that grows is shown as it was at first', () => {
    const more = (photos: string[], words = '') => code(all.review, RESIDENT, { ...reasonable(all.review.state, 'extendClaim') as Extract<CaseCommand, { type: 'extendClaim' }>, photos, words })
    expect([more([], '又坏了'), more(['photo-1'], '又坏了'), more(['photo-new'])]).toEqual([['PHOTO_NEEDED', 'command.photos'], ['PHOTO_NEEDED', 'command.photos'], null])
  })
})
