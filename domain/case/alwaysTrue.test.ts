import fc from 'fast-check'
import { caseView, photosOf } from '../people/caseView'
import { dueFor } from '../clock/deadlines'
import { UNDO_WINDOW } from '../clock/policy'
import { allowedCommands } from './allowed'
import type { Case, Party } from './case'
import { canMoveUntil } from './close'
import type { CaseCommandType } from './commands'
import { decide } from './decide'
import { inEffect } from './effect'
import type { CaseEvent } from './events'
import { evolve, replay } from './evolve'
import { EVERYBODY, HOUR, known, LATER, RESIDENT, SYSTEM } from './exampleCase'
import { someHistory, type History } from './exampleHistories'
import { BEARER_CODES, totalDue } from './liability'
import { MOST_COMPENSATION, MOST_FREIGHT } from './remedy'
import { silenceOf } from './silence'
import { holderOf, openKeyOf } from './stage'

/**
 * What is always true of a case, whatever people try [spec: case, "always true"], by its numbers there. A failure prints who did what. Elsewhere: 1 and 5 for several
 * cases of one order in neverMoreThanPaid.test.ts; 2, 3 and 6 in history.test.ts; 10 for whole documents in cloudfunctions/lib/neverDeleted.test.ts.
 */
const RUNS = 2000
/** Longer than anything waits. ms */
const YEAR = 400 * 24 * HOUR
const always = (check: (history: History) => void) => fc.assert(fc.property(someHistory, check), { numRuns: RUNS })
const everyMoment = (check: (c: Case) => void) => always(({ filed, steps }) => [filed, ...steps.map(s => s.after)].forEach(check))

it('1: freight and compensation are counted apart from the refund, each within its limit', () => {
  everyMoment(({ state }) => {
    expect(state.amount).toBeLessThanOrEqual(state.line.left)
    for (const [fen, most] of [[state.freight ?? 0, MOST_FREIGHT], [state.compensation ?? 0, MOST_COMPENSATION]] as const) {
      expect(Number.isSafeInteger(fen) && fen >= 0 && fen <= most).toBe(true)
    }
  })
})

it('4: who refused it does not decide the appeal, and each refusal is appealed at most once', () => {
  always(({ end: { events } }) => {
    let refusedBy: string | null = null
    let appeals = 0
    for (const [seq, event] of events.entries()) {
      if (event.type === 'Rejected' && inEffect(events, seq, LATER)) [refusedBy, appeals] = [event.by.personId, 0]
      if (event.type === 'Appealed') appeals += 1
      // What somebody else asked for, and the resident did not mean, is still theirs to ask for.
      if (event.type === 'AnswerDisowned' && event.what === 'Appealed') appeals -= 1
      if (event.type === 'AppealUpheld' || event.type === 'AppealDismissed') {
        expect(event.by.party).toBe('operator')
        expect(event.by.personId).not.toBe(refusedBy)
      }
      expect(appeals).toBeLessThanOrEqual(1)
    }
  })
})

/** What decides a case, or brings what was decided further. */
const MOVES: readonly CaseCommandType[] = ['settle', 'reject', 'offer', 'agree', 'decline', 'counter', 'grantAsAsked', 'disputeAsAsked', 'forward', 'refer', 'askEvidence', 'addEvidence', 'extendClaim', 'appeal', 'decideAppeal', 'reopen', 'startRefund', 'payRefund',
  'sendReturn', 'callOffReturn', 'receiveReturn', 'inspectReturn', 'sendReplacement', 'receiveReplacement']
const movesAt = ({ state }: Case, now: number) => [true, false].flatMap(desk => EVERYBODY.flatMap(by => allowedCommands({ ...state, desk }, by, now).filter(type => MOVES.includes(type))))
const isFree = ({ state }: Case) => openKeyOf(state, LATER) === `done:${state.id}`

/** What the clock makes of a case that nobody touches any more. */
function leftToTheClock(untold: Case): Case {
  const c = known(untold)
  const at = Math.max(canMoveUntil(c.state) ?? dueFor(c.state, 'resident')?.dueAt ?? 0, c.state.updatedAt, c.state.pending?.until ?? 0) + 1
  for (const type of ['lapse', 'close'] as const) {
    const decision = decide(c, { type }, { now: at, by: SYSTEM, commandId: `${type} ${c.version}`, seen: c.version, undoWindow: UNDO_WINDOW })
    if ('events' in decision) return leftToTheClock(replay([...c.events, ...decision.events]))
  }
  return c
}

it('5: once the clock has done what it does, a line is free exactly where nothing can bring its case back; and until then somebody can', () => {
  always(({ end }) => {
    const until = canMoveUntil(end.state)
    if (until !== null) {
      expect(isFree(end)).toBe(end.state.payment !== null)
      expect(movesAt(end, Math.max(until, end.state.updatedAt))).not.toEqual([])
    }
    const last = leftToTheClock(end)
    expect(last.events.filter(e => e.type === 'Closed').length).toBeLessThanOrEqual(1)
    // Paid once, the line is free, also where it has to be paid again.
    if (last.state.payment !== null) return expect(isFree(last)).toBe(true)
    expect(movesAt(last, last.state.updatedAt + YEAR).length === 0).toBe(isFree(last))
    expect(leftToTheClock(last)).toBe(last)
  })
})

it('7: who bears it sums to what the household gets, and the resident is never among them', () => {
  everyMoment(c => {
    const { state } = c
    if (!state.liability) return
    expect(BEARER_CODES.reduce((sum, who) => sum + (state.liability?.[who] ?? 0), 0)).toBe(totalDue(state))
    expect(Object.keys(state.liability).sort()).toEqual([...BEARER_CODES].sort())
    expect(state.liability).not.toHaveProperty('resident')
    expect(caseView(c, RESIDENT, LATER)).toMatchObject({ liability: null, recovery: null })
  })
})

const PHONE = '13912345678'
/** Written wherever anybody wrote anything. */
const TELLING = ` 王秀珍 ${PHONE} 9号楼1504室`
const INTERNAL = '只给处理的人看'
const WAYBILL = 'SF9999888877'

/** The same history with everything in its words that must not get out. */
function telling(events: readonly CaseEvent[]): Case {
  return replay(events.map(e => {
    const said = { ...e, ...('words' in e ? { words: e.type === 'Noted' && e.internal ? INTERNAL : `${e.words}${TELLING}` } : {}), ...('grounds' in e ? { grounds: `${e.grounds}${TELLING}` } : {}) } as CaseEvent
    return said.type === 'ReturnSent' ? { ...said, waybill: WAYBILL, photos: ['photo-waybill'] } : said
  }))
}

it('8: residents never see internal notes; suppliers never who the resident is, nor by what number or picture the return can be followed', () => {
  always(({ end }) => {
    const c = telling(end.events)
    const view = (party: Party) => caseView(c, { party, personId: `person-${party}` }, LATER)
    const [resident, supplier] = [JSON.stringify(view('resident')), JSON.stringify(view('supplier'))]
    expect(resident).not.toContain(INTERNAL)
    expect(supplier).not.toContain(INTERNAL)
    // A moment, or money, may happen to have a room's number among its digits.
    const shown = supplier.replace(/\b\d{13}\b/g, '')
    const { buyer, receiver, room, joinNumber, pickupPoint } = c.state.line
    for (const secret of [buyer, receiver, room, `"${joinNumber}"`, pickupPoint, PHONE, WAYBILL, 'person-', 'voice-', ...(c.state.logistics?.waybill ? [c.state.logistics.waybill] : [])]) expect(shown).not.toContain(secret)
    expect(shown).not.toMatch(/(?<![\d.])1504(?!\d)/)
    for (const party of ['resident', 'leader', 'operator'] as const) expect(JSON.stringify(view(party))).not.toContain('person-')
    expect(photosOf(view('supplier'))).not.toContain('photo-waybill')
  })
})

it('9: wherever the resident is waited for, it is said what silence will do; then just that happens, and nothing is given up', () => {
  everyMoment(c => {
    const { state } = c
    const waited = holderOf(state) === 'resident'
    expect(silenceOf(state) !== null).toBe(waited)
    if (!waited) return
    const due = dueFor(state, 'resident')
    // Before they know of it, nothing passes: that is why it stands still.
    if (!due) return expect(state.toTell).toEqual(expect.any(Number))
    const now = Math.max(due.dueAt, (state.pending?.until ?? 0) + UNDO_WINDOW)
    const clock = decide(c, { type: 'lapse' }, { now, by: SYSTEM, commandId: 'the clock', seen: c.version, undoWindow: UNDO_WINDOW })
    const said = silenceOf(state)
    const [event] = 'events' in clock ? clock.events : []
    expect(event?.type ?? null).toBe(said === 'takesEffect' ? 'OfferAgreed' : said === 'nothing' ? null : 'Lapsed')
    if (!event) return
    const after = evolve(state, event)
    if (said === 'takesEffect') return expect(after.amount).toBeGreaterThanOrEqual('amount' in state.wish ? state.wish.amount : 0)
    if (said === 'returnWaits') expect(after.putAside).toMatchObject({ amount: state.amount, freight: state.freight ?? 0, compensation: state.compensation ?? 0, remedy: state.remedy })
    expect([after.offer, after.line, after.wish, after.money]).toEqual([state.offer, state.line, state.wish, state.money])
    expect(allowedCommands(after, RESIDENT, now)).toEqual(expect.arrayContaining(said === 'offerStays' ? ['reopen', 'agree'] : ['reopen']))
  })
})

it('10: nothing anybody does takes a case away, or what was filed with it', () => {
  always(({ filed, steps }) => {
    const [first] = filed.events
    for (const { after } of steps) {
      expect(after.events[0]).toBe(first)
      expect(after.state).toMatchObject({ id: filed.state.id, filedAt: filed.state.filedAt, line: { orderId: filed.state.line.orderId, lineId: filed.state.line.lineId, paid: filed.state.line.paid } })
    }
  })
})
