import { caseView } from '../people/caseView'
import { allowedCommands, isAllowed } from './allowed'
import type { Actor, Case } from './case'
import { canMoveUntil, REOPEN_WINDOW } from './close'
import type { CaseCommand } from './commands'
import type { CaseEvent } from './events'
import { evolve, replay } from './evolve'
import { act, after, ALONE, ask, examples, FILED_AT, filedCase, HOUR, known, lastAt, LATER, LEADER, OPERATOR, reasonable, RESIDENT, SUPPLIER, SYSTEM, unanswered } from './exampleCase'
import { MOST_INTERNAL_NOTES, MOST_NOTES_FOR_ALL, MOST_PLANS } from './handling'
import { bestOffered, counterTrouble, offerFits } from './negotiate'
import { openKeyOf } from './stage'

/** How a case ends where somebody does nothing, says no again, or is gone. */
const all = examples()
const code = (c: Case, by: Actor, command: CaseCommand, at?: number) => { const d = ask(c, by, command, at === undefined ? {} : { at }); return 'refusal' in d ? d.refusal.code : null }
const does = (c: Case, by: Actor, type: CaseCommand['type']) => act(c, by, reasonable(c.state, type, by.party))
const isFree = ({ state }: Case) => openKeyOf(state, LATER).startsWith('done:')

describe('a return that is not brought', () => {
  it('is put aside with all that was agreed, and comes back whole', () => {
    const { awaitingReturn, returnOff, returnTakenUp } = all
    expect(returnOff.state).toMatchObject({ decision: 'lapsed', lapsedFrom: 'agreed', amount: 0, money: 'none', goods: null, remedy: null, putAside: { amount: 1260, remedy: 'returnRefund' } })
    expect(isFree(returnOff)).toBe(false)
    expect(returnTakenUp.state).toMatchObject({ decision: 'agreed', amount: 1260, remedy: 'returnRefund', putAside: null, goods: { state: 'awaitingReturn', since: lastAt(returnTakenUp) } })
    expect({ ...returnTakenUp.state.goods, since: 0 }).toEqual({ ...awaitingReturn.state.goods, since: 0 })
  })

  it('may be called off as long as it was not handed over', () => {
    const sent = (way: 'door' | 'pickupPoint') => act(all.awaitingReturn, RESIDENT, { type: 'sendReturn', way, waybill: '', words: '', photos: [] })
    const callsOff: CaseCommand = { type: 'callOffReturn', words: '' }
    expect([code(all.awaitingReturn, RESIDENT, callsOff), code(sent('door'), RESIDENT, callsOff), code(sent('pickupPoint'), RESIDENT, callsOff), code(all.returned, RESIDENT, callsOff)]).toEqual([null, null, 'WRONG_STATE', 'WRONG_STATE'])
    expect(code(all.awaitingReturn, LEADER, callsOff)).toBe('NOT_ALLOWED')
  })

  it('taken up where the money is gone, is looked at anew; after seven days, not at all', () => {
    const { returnOff } = all
    const poorer = { ...returnOff, state: { ...returnOff.state, line: { ...returnOff.state.line, left: 1259 } } }
    const decision = ask(poorer, RESIDENT, { type: 'reopen', words: '' })
    expect(decision).toMatchObject({ events: [{ type: 'Reopened' }] })
    expect(after(returnOff, decision).state).toMatchObject({ decision: 'review', amount: 0, money: 'none' })
    expect(code(returnOff, RESIDENT, { type: 'reopen', words: '' }, lastAt(returnOff) + REOPEN_WINDOW)).toBeNull()
    expect(code(returnOff, RESIDENT, { type: 'reopen', words: '' }, lastAt(returnOff) + REOPEN_WINDOW + 1)).toBe('WRONG_STATE')
  })
})

describe('a line', () => {
  it.each(['rejected', 'refusedWithoutDesk', 'returnOff', 'returnLapsed'] as const)('of %s is freed by the clock right after seven days, and only once', name => {
    // Nothing is over for who does not know of it.
    if (all[name].state.toTell != null) expect(canMoveUntil(all[name].state)).toBeNull()
    const c = known(all[name])
    const until = canMoveUntil(c.state) ?? 0
    // They know of what they did themselves.
    expect(until - (name === 'returnOff' ? c.state.decisionSince : lastAt(c))).toBe(7 * 24 * HOUR)
    expect([code(c, SYSTEM, { type: 'close' }, until), isFree(c)]).toEqual(['WRONG_STATE', false])
    const closed = act(c, SYSTEM, { type: 'close' }, { at: until + 1 })
    expect([isFree(closed), canMoveUntil(closed.state), replay(closed.events)]).toEqual([true, null, closed])
    expect(code(closed, SYSTEM, { type: 'close' }, LATER)).toBe('CASE_CLOSED')
    for (const by of [RESIDENT, LEADER, SUPPLIER, OPERATOR]) for (const type of allowedCommands(closed.state, by, LATER)) expect(['note', 'tell', 'rate']).toContain(type)
  })

  it('is kept where a yes to what was offered is still possible: to the latest time that was named, or for good', () => {
    const offered = (until?: number) => {
      const c = act(filedCase(), LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 300, ...(until === undefined ? {} : { until }) }], words: '' })
      return known(unanswered(c))
    }
    const long = offered(FILED_AT + 30 * 24 * HOUR)
    expect([canMoveUntil(offered().state), canMoveUntil(long.state)]).toEqual([null, FILED_AT + 30 * 24 * HOUR])
    expect([code(long, RESIDENT, { type: 'agree', option: 0 }, FILED_AT + 30 * 24 * HOUR), code(long, RESIDENT, { type: 'agree', option: 0 }, FILED_AT + 30 * 24 * HOUR + 1)]).toEqual([null, 'OFFER_OVER'])
    expect(isFree(act(offered(), RESIDENT, { type: 'withdraw', words: '' }))).toBe(true)
  })

  it('that has to wait for goods to go home is kept until they did', () => {
    expect(canMoveUntil(all.refusedReturn.state)).toBeNull()
    expect(canMoveUntil(all.givenBack.state)).toBeNull()
    expect(canMoveUntil(known(all.givenBack).state)).toBe(lastAt(all.givenBack) + 7 * 24 * HOUR)
  })
})

describe('an offer whose time has passed', () => {
  const until = FILED_AT + 5 * HOUR
  const c = act(filedCase(), LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 2000, until }], words: '' })
  it('neither bounds what is asked for instead, nor stands in the way of a new one', () => {
    expect([bestOffered(c.state, until), bestOffered(c.state, until + 1)]).toEqual([2000, 0])
    expect([counterTrouble(c.state, 1500, until)?.code, counterTrouble(c.state, 1500, until + 1)]).toEqual(['NOT_MORE', null])
    expect([offerFits(c.state, until), offerFits(c.state, until + 1)]).toEqual([true, false])
    expect([isAllowed(c.state, LEADER, 'offer', until), isAllowed(c.state, LEADER, 'offer', until + 1)]).toEqual([false, true])
  })
  it('cannot be agreed to, and is said to be over', () => {
    expect([code(c, RESIDENT, { type: 'agree', option: 0 }, until), code(c, RESIDENT, { type: 'agree', option: 0 }, until + 1)]).toEqual([null, 'OFFER_OVER'])
  })
})

describe('goods that come back', () => {
  it('are received and looked at by the leader\'s side, unless they were sent on', () => {
    const checks = (c: Case, by: Actor, at = lastAt(c) + HOUR) => (['receiveReturn', 'inspectReturn'] as const).filter(type => isAllowed(c.state, by, type, at))
    const { returning, returned, returnForwarded, returnAtSupplier } = all
    expect([returning, returned, returnForwarded, returnAtSupplier].map(c => [LEADER, OPERATOR, SUPPLIER].map(by => checks(c, by).join()))).toEqual([
      ['receiveReturn', 'receiveReturn', ''], ['inspectReturn', 'inspectReturn', ''], ['', '', 'receiveReturn'], ['', '', 'inspectReturn'],
    ])
    // Two days without a word, and the leader may look all the same.
    expect([checks(returnAtSupplier, LEADER, lastAt(returnAtSupplier) + 48 * HOUR - 1), checks(returnAtSupplier, LEADER, lastAt(returnAtSupplier) + 48 * HOUR)]).toEqual([[], ['inspectReturn']])
    expect(code(returnForwarded, LEADER, { type: 'forwardReturn', words: '再转' })).toBe('WRONG_STATE')
  })

  it('are sent to nobody who is not there', () => {
    const gone = { ...all.returned, state: { ...all.returned.state, supplierGone: true } }
    expect(code(gone, LEADER, { type: 'forwardReturn', words: '放门口' })).toBe('NO_SUPPLIER')
    expect(code(all.returned, LEADER, { type: 'forwardReturn', words: ' ' })).toBe('WORDS_NEEDED')
  })

  it('that were split before anybody looked at them, as was once possible, are claimed by that split', () => {
    const { returned } = all
    const split = { v: 1, at: lastAt(returned) + 1, by: LEADER, command: 'split then', type: 'LiabilitySplit', shares: { supplier: 500, carrier: 0, leader: 0, seller: 760, goodwill: 0 }, words: '', final: false } satisfies CaseEvent
    const passed = { v: 1, at: lastAt(returned) + 2, by: LEADER, command: 'passed then', type: 'ReturnPassed', words: '', photos: [], recovery: 1260 } satisfies CaseEvent
    expect(evolve(evolve(returned.state, split), passed)).toMatchObject({ claimedFromSupplier: 500, liability: { supplier: 500 }, recovery: 'claimed', money: 'due' })
  })
})

describe('a supplier who is gone', () => {
  const gone = (c: Case): Case => ({ ...c, state: { ...c.state, supplierGone: true } })
  const back: CaseCommand = { type: 'reassign', to: 'leader', words: '没有人了' }
  it('is asked nothing', () => {
    expect(code(gone(all.review), LEADER, { type: 'forward', words: '' })).toBe('NO_SUPPLIER')
    expect(code(gone(all.withOperator), OPERATOR, { type: 'forward', words: '' })).toBe('NO_SUPPLIER')
    expect(allowedCommands(gone(all.review).state, LEADER, LATER)).not.toContain('forward')
  })
  it('hands on what waits for them by the system, and nothing else', () => {
    expect([code(gone(all.withSupplier), SYSTEM, back), code(all.withSupplier, SYSTEM, back), code(gone(all.review), SYSTEM, back), code(gone(all.settled), SYSTEM, back)]).toEqual([null, 'WRONG_STATE', 'WRONG_STATE', 'WRONG_STATE'])
    const asked = act(all.withOperator, OPERATOR, { type: 'forward', words: '' })
    expect(after(asked, ask(gone(asked), SYSTEM, { ...back, to: 'operator' })).state).toMatchObject({ decision: 'withOperator' })
  })
  it('leaves goods, sent or to send, to the leader', () => {
    const sends = act(act(filedCase({ wish: { kind: 'exchange' } }), LEADER, { type: 'forward', words: '' }), SUPPLIER, { type: 'grantAsAsked', words: '' })
    expect(after(sends, ask(gone(sends), SYSTEM, back)).state).toMatchObject({ decision: 'agreed', goods: { state: 'replacementDue', by: 'leader' } })
    expect(after(all.returnAtSupplier, ask(gone(all.returnAtSupplier), SYSTEM, back)).state).toMatchObject({ decision: 'agreed', goods: { state: 'returning', to: 'leader' } })
  })
  it('is shown so to those who decide, and to nobody else', () => {
    const seen = (by: Actor) => caseView(gone(all.settled), by, LATER).supplierGone
    expect([seen(LEADER), seen(OPERATOR), seen(RESIDENT)]).toEqual([true, true, false])
  })
})

describe('a split that the supplier does not admit', () => {
  const shares = (supplier: number) => ({ type: 'splitLiability' as const, shares: { supplier, carrier: 0, leader: 0, seller: 1260 - supplier, goodwill: 0 }, words: '' })
  const rounds = (desk: boolean) => {
    let c = act(filedCase({}, desk ? {} : { around: ALONE }), LEADER, reasonable(filedCase().state, 'settle'))
    for (let n = 1; n < 9; n++) {
      c = act(does(c, SUPPLIER, 'disputeRecovery'), LEADER, shares(900 - n))
      if (c.state.recovery === 'settled') return { n, c }
    }
    throw new Error('never settled')
  }
  it.each([[false, 2], [true, 3]])('stands as the leader\'s entry after so many times (a desk: %s)', (desk, n) => {
    const end = rounds(desk)
    expect([end.n, end.c.state.standsAgainst, end.c.state.claimedFromSupplier]).toEqual([n, true, 900 - n])
    expect(end.c.events.at(-1)).toMatchObject({ type: 'LiabilitySplit', final: true, against: true })
    expect(end.c.state.dispute).not.toBeNull()
    expect(code(end.c, SUPPLIER, reasonable(end.c.state, 'disputeRecovery'))).toBe('WRONG_STATE')
  })
  it('is over at once where nothing is left for the supplier, and is no entry against them', () => {
    const c = act(does(does(filedCase({}, { around: ALONE }), LEADER, 'settle'), SUPPLIER, 'disputeRecovery'), LEADER, shares(0))
    expect([c.state.recovery, c.state.standsAgainst]).toEqual(['settled', undefined])
  })
})

describe('bounds', () => {
  const times = (c: Case, most: number, command: CaseCommand) => Array.from({ length: most }).reduce<Case>(so => act(so, LEADER, command, { at: lastAt(so) + 1 }), c)
  const plan: CaseCommand = { type: 'plan', steps: [{ what: '打电话', party: 'leader', by: FILED_AT + 30 * HOUR }] }
  it('of plans, of notes for all and of those among who handle it, each by itself', () => {
    expect(ask(times(filedCase(), MOST_PLANS, plan), LEADER, plan)).toMatchObject({ refusal: { code: 'TOO_MANY_PLANS', field: 'command.steps' } })
    const note = (internal: boolean): CaseCommand => ({ type: 'note', words: '说一句', internal })
    const said = times(filedCase(), MOST_NOTES_FOR_ALL, note(false))
    expect(ask(said, LEADER, note(false))).toMatchObject({ refusal: { code: 'TOO_MANY_NOTES', field: 'command.words' } })
    expect(code(said, LEADER, note(true))).toBeNull()
    expect(code(times(said, MOST_INTERNAL_NOTES, note(true)), LEADER, note(true))).toBe('TOO_MANY_NOTES')
  })
})

it('what is there already is said so, and nothing else is', () => {
  const to = (name: keyof typeof all, where: 'leader' | 'operator') => code(all[name], OPERATOR, { type: 'reassign', to: where, words: '您来' })
  expect([to('review', 'leader'), to('withSupplier', 'leader'), to('evidenceAsked', 'leader'), to('evidenceAskedBySupplier', 'leader'), to('withOperator', 'leader')]).toEqual(['THERE_ALREADY', null, 'THERE_ALREADY', null, null])
  expect([to('review', 'operator'), to('withSupplier', 'operator'), to('evidenceAsked', 'operator'), to('withOperator', 'operator')]).toEqual([null, null, null, 'THERE_ALREADY'])
})
