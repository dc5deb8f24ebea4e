import fc from 'fast-check'
import { act, examples, FILED_AT, HOUR, LEADER, type ExampleName } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import type { Case, CaseState, Party } from '../case/case'
import { replay } from '../case/evolve'
import { effectiveAtOf } from '../case/effect'
import { agendaOf } from './agenda'
import { AFTER_ALL_ELSE, deadlinesOf, dueFor, listedAt, whyNoDue } from './deadlines'
import { USUAL_CLOCKS as usual, type Clocks } from './due'
import { UNDO_WINDOW } from './policy'
import type { ClockName } from './rules'
import { USUAL_HOURS } from './serviceHours'
import { previewChange } from './previewChange'
import { promisesOf } from './standing'

/** What somebody decided runs from when they can no longer take it back. */
const TOLD = UNDO_WINDOW / HOUR

const RUNNING: Record<ExampleName, [clock: string, party: Party, hoursAfterFiling: number][]> = {
  review: [['review', 'leader', 24]],
  nothingAsked: [['review', 'leader', 24]],
  withSupplier: [['supplierFirst', 'supplier', 25]],
  // Nothing runs before the resident knows of it.
  offered: [],
  nobodySupplies: [['review', 'leader', 24]],
  offeredBySupplier: [],
  declined: [['review', 'leader', 26]],
  supplierDisputed: [['review', 'leader', 26]],
  settled: [['refund', 'leader', 25 + TOLD], ['recovery', 'supplier', 25 + TOLD]],
  settledWithoutSupplier: [['refund', 'leader', 25 + TOLD]],
  noted: [],
  offerAgreed: [['refund', 'leader', 26], ['recovery', 'supplier', 26]],
  granted: [['refund', 'leader', 26]],
  admitted: [['refund', 'leader', 25 + TOLD]],
  disputed: [['refund', 'leader', 25 + TOLD]],
  paid: [['recovery', 'supplier', 25 + TOLD]],
  paidAndAdmitted: [],
  rejected: [],
  withOperator: [['operator', 'operator', 25]],
  reassigned: [['review', 'leader', 26]],
  noDesk: [['review', 'leader', 24]],
  refusedWithoutDesk: [],
  appealed: [['appeal', 'operator', 74]],
  upheld: [['refund', 'leader', 27], ['recovery', 'supplier', 27]],
  dismissed: [],
  countered: [['counter', 'leader', 26]],
  counterGranted: [['refund', 'leader', 27 + TOLD], ['recovery', 'supplier', 27 + TOLD]],
  extended: [['review', 'leader', 24]],
  investigating: [['investigation', 'operator', 49]],
  investigated: [['operator', 'operator', 27]],
  planned: [['review', 'leader', 24]],
  remarked: [['review', 'leader', 24]],
  expedited: [['review', 'leader', 24]],
  awaitingReturn: [['bringBack', 'resident', 74]],
  returnOff: [],
  returnLapsed: [],
  returnTakenUp: [['bringBack', 'resident', 76]],
  returnForwarded: [['inspect', 'supplier', 53]],
  returnAtSupplier: [['inspect', 'supplier', 53]],
  closed: [],
  standsAgainst: [['refund', 'leader', 25 + TOLD]],
  supplierGone: [['review', 'leader', 26]],
  returning: [['inspect', 'leader', 51]],
  returned: [['inspect', 'leader', 52]],
  returnPassed: [['refund', 'leader', 29], ['recovery', 'supplier', 29]],
  inspectionFailed: [['review', 'leader', 29]],
  givenBack: [],
  refusedReturn: [['giveBack', 'leader', 78 + TOLD]],
  replacementDue: [['replace', 'leader', 169 + TOLD]],
  replacementSent: [],
  replaced: [],
  paying: [['refund', 'leader', 25 + TOLD], ['recovery', 'supplier', 25 + TOLD]],
  refundFailed: [['recovery', 'supplier', 25 + TOLD], ['refund', 'leader', 27]],
  notArrived: [['recovery', 'supplier', 25 + TOLD], ['refund', 'leader', 27]],
  confirmed: [['recovery', 'supplier', 25 + TOLD]],
  split: [['refund', 'leader', 25 + TOLD], ['recovery', 'supplier', 26]],
  reminded: [], escalated: [['operator', 'operator', 48]], reported: [['refund', 'leader', 25 + TOLD], ['recovery', 'supplier', 25 + TOLD]], supplierMissed: [['review', 'leader', 49]],
  lapsed: [],
  reopened: [['offer', 'resident', 147]],
  rated: [['recovery', 'supplier', 25 + TOLD]],
  tookEffect: [['refund', 'leader', 122], ['recovery', 'supplier', 122]],
  undone: [['review', 'leader', 24]],
  withdrawn: [],
  promised: [['review', 'leader', 10]],
  told: [['refund', 'leader', 25 + TOLD], ['recovery', 'supplier', 25 + TOLD]],
  notTold: [['refund', 'leader', 25 + TOLD], ['recovery', 'supplier', 25 + TOLD]],
  evidenceAsked: [],
  evidenceAskedBySupplier: [],
  evidenceAdded: [['review', 'leader', 26]],
  evidenceAddedForSupplier: [['supplierFirst', 'supplier', 27]],
  onBehalf: [['review', 'leader', 24]],
  takenOver: [['review', 'leader', 24]],
  agreedOnBehalf: [['refund', 'leader', 26], ['recovery', 'supplier', 26]],
  disowned: [['offer', 'resident', 51]],
  declinedOnBehalf: [['review', 'leader', 26]],
}

it.each(Object.keys(RUNNING) as ExampleName[])('%s: what runs, for whom, until when', name => {
  expect(deadlinesOf(examples()[name].state).map(d => [d.clock, d.party, d.dueAt - FILED_AT])).toEqual(RUNNING[name].map(([clock, party, hours]) => [clock, party, Math.round(hours * HOUR)]))
})

it('what is due first comes first', () => {
  const { settled } = examples()
  const within = (clock: ClockName, hours: number): CaseState => ({ ...settled.state, clocks: { policies: [{ version: 1, from: 0, open: { week: USUAL_HOURS }, rules: [{ clock, allows: { within: hours * HOUR, of: 'always' } }] }] } })
  expect(deadlinesOf(within('recovery', 1)).map(d => d.clock)).toEqual(['recovery', 'refund'])
  expect(deadlinesOf(within('refund', 1)).map(d => d.clock)).toEqual(['refund', 'recovery'])
})

it('a wait on the resident runs from the moment they knew', () => {
  const { offered } = examples()
  const told = act(offered, LEADER, { type: 'tell', how: 'phone' }, { at: FILED_AT + 5 * HOUR })
  expect(deadlinesOf(told.state)).toMatchObject([{ clock: 'offer', party: 'resident', dueAt: FILED_AT + 53 * HOUR }])
})

it('a party sees its own next act and nobody else\'s', () => {
  const { settled } = examples()
  expect(dueFor(settled.state, 'leader')?.clock).toBe('refund')
  expect(dueFor(settled.state, 'supplier')?.clock).toBe('recovery')
  expect(dueFor(settled.state, 'resident')).toBeNull()
})

it('each is as the whole history tells it, due at the same time', () => {
  fc.assert(fc.property(someHistory, fc.integer({ min: 1, max: 100 }), ({ end }, hours) => {
    const clocks: Clocks = { policies: [{ version: 1, from: 0, open: { week: USUAL_HOURS }, rules: [{ clock: 'review', allows: { within: hours * HOUR, of: 'serviceHours' } }, { clock: 'refund', allows: { workingDays: hours % 9 + 1 } }] }] }
    const now = Math.max(end.state.updatedAt, end.state.pending?.until ?? 0)
    const running = deadlinesOf({ ...end.state, clocks })
    const told = promisesOf(end, clocks, now).filter(p => p.endedAt === null && p.dueAt !== null)
    for (const d of running) {
      expect(told.find(p => p.clock === d.clock)).toMatchObject({ party: d.party, from: d.from, dueAt: d.dueAt })
      expect(end.events.map(effectiveAtOf)).toContain(d.from)
    }
    expect(running.map(d => d.dueAt)).toEqual(running.map(d => d.dueAt).sort((a, b) => a - b))
  }), { numRuns: 300 })
})

describe('what is claimed back goes by who bears it', () => {
  const { settled } = examples()
  const of = (recoverFrom: 'carrier' | 'supplier', caseClass = settled.state.class) => replay(settled.events.map(e => (e.type === 'Filed' ? { ...e, recoverFrom, class: caseClass } : e)))
  const due = (c: Case) => {
    const now = c.state.updatedAt + UNDO_WINDOW
    const [said] = promisesOf(c, usual, now).filter(d => d.clock === 'recovery').map(d => ({ party: d.party, hours: ((d.dueAt ?? 0) - d.from) / HOUR }))
    const [listed] = deadlinesOf(c.state).filter(d => d.clock === 'recovery').map(d => ({ party: d.party, hours: (d.dueAt - d.from) / HOUR }))
    expect(listed).toEqual(said)
    return { ...said, chased: agendaOf(c, usual, now).some(a => a.clock === 'recovery' && a.does === 'nudge') }
  }

  it('a carrier has an hour, whatever the parcel held, and is chased', () => {
    expect(due(of('carrier'))).toEqual({ party: 'leader', hours: 1, chased: true })
    expect(due(of('carrier', 'logistics'))).toEqual({ party: 'leader', hours: 1, chased: true })
  })

  it('a supplier has a day, though a parcel was what went wrong', () => {
    expect(due(of('supplier'))).toEqual({ party: 'supplier', hours: 24, chased: false })
    expect(due(of('supplier', 'logistics'))).toEqual({ party: 'supplier', hours: 24, chased: false })
  })
})

describe('where nobody can say until when', () => {
  const { withSupplier, evidenceAsked, settled } = examples()
  const nobody: Clocks = { policies: [{ version: 0, from: 0, rules: [], open: { week: USUAL_HOURS, holiday: [] } }], calendar: () => null }
  const at = (c: Case, clocks: Clocks): CaseState => ({ ...c.state, clocks })

  it('what waits is listed behind everything else, and why is said', () => {
    expect([dueFor(at(withSupplier, nobody), 'supplier'), whyNoDue(at(withSupplier, nobody), 'supplier'), listedAt(at(withSupplier, nobody), 'supplier')]).toEqual([null, 'unannounced', AFTER_ALL_ELSE])
    expect([whyNoDue(at(withSupplier, usual), 'supplier'), listedAt(at(withSupplier, usual), 'supplier')]).toEqual([null, FILED_AT + 25 * HOUR])
    expect([whyNoDue(at(settled, nobody), 'resident'), listedAt(at(settled, nobody), 'resident')]).toEqual([null, null])
  })

  it('a resident who was not told is not due, calendar or not', () => {
    for (const clocks of [nobody, usual]) expect([whyNoDue(at(evidenceAsked, clocks), 'resident'), listedAt(at(evidenceAsked, clocks), 'resident')]).toEqual(['notTold', null])
  })

  it('a change can be looked at', () => {
    const after: Clocks = { ...nobody, policies: [...nobody.policies, { version: 1, from: FILED_AT + HOUR, rules: [{ clock: 'review', allows: { within: 3 * HOUR, of: 'always' } }], open: { week: USUAL_HOURS, holiday: [] } }] }
    expect(previewChange([withSupplier], nobody, after, FILED_AT + HOUR)).toMatchObject({ looked: 1, touched: 0, unknown: 0, most: [] })
  })
})
