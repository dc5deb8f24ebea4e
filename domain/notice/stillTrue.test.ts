import type { CaseEvent } from '../case/events'
import { replay } from '../case/evolve'
import { filedCase, HOUR, lastAt, LEADER, OPERATOR, RESIDENT, SYSTEM } from '../case/exampleCase'
import { isOfPromise, isPassing, isStillSo, isVerdict, stillRuns, stillStands } from './stillTrue'

type Happened = CaseEvent extends infer E ? E extends CaseEvent ? Omit<E, 'v' | 'at' | 'command'> : never : never
const FILED = filedCase()
const AT = lastAt(FILED)
/** The case after these, one an hour. */
const after = (...events: Happened[]) => replay([...FILED.events, ...events.map((e, i) => ({ v: 1, at: AT + (i + 1) * HOUR, command: `c${i}`, ...e }) as CaseEvent)])
/** Whether what the first of them said is still so, so many hours after filing. */
const isSo = (hours: number, ...events: Happened[]) => {
  const { state, events: all } = after(...events)
  const first = all[FILED.events.length]
  if (!first || !isPassing(first)) throw new Error(`${first?.type} does not pass`)
  return isStillSo(first, state, AT + hours * HOUR)
}
const promised = (hours: number): Happened => ({ by: LEADER, type: 'Promised', until: AT + hours * HOUR })
const LAPSED: Happened = { by: SYSTEM, type: 'Lapsed' }

it('a promise is told until its time, and as long as no other took its place', () => {
  expect([isSo(7, promised(8)), isSo(8, promised(8)), isSo(3, promised(8), promised(9))]).toEqual([true, false, false])
})

it('that nothing came is told until somebody goes on', () => {
  expect([isSo(90, LAPSED), isSo(3, LAPSED, { by: RESIDENT, type: 'Reopened', words: '' }), isSo(3, LAPSED, { by: SYSTEM, type: 'Closed' })]).toEqual([true, false, false])
})

it('that the desk looks into it is told until it has, and not past its time', () => {
  const started: Happened = { by: OPERATOR, type: 'InvestigationStarted', words: '', until: AT + 8 * HOUR }
  expect([isSo(7, started), isSo(8, started), isSo(3, started, { by: OPERATOR, type: 'InvestigationEnded', words: '' })]).toEqual([true, false, false])
})

describe('what was decided', () => {
  const REJECTED: Happened = { by: LEADER, type: 'Rejected', criterion: 'notShown', words: '看不清', review: 'photos' }
  const UPHELD: Happened = { by: OPERATOR, type: 'AppealUpheld', words: '看得出', amount: 100, recovery: 100 }
  const stands = (hours: number, ...events: Happened[]) => {
    const c = after(...events)
    return stillStands(FILED.events.length, c, AT + hours * HOUR)
  }

  it('stands until something else is decided, and once that is in effect', () => {
    const appealed: Happened = { by: RESIDENT, type: 'Appealed', grounds: '看得出', photos: [] }
    expect([stands(1, REJECTED), stands(2, REJECTED, appealed), stands(4, REJECTED, appealed, UPHELD)]).toEqual([true, true, false])
  })

  it('a yes or a no, nothing else', () => {
    expect(FILED.events.some(isVerdict)).toBe(false)
    expect(after(promised(8), REJECTED).events.map(isVerdict)).toEqual([...FILED.events.map(() => false), false, true])
  })
})

it('what happened does not pass', () => {
  expect(FILED.events.some(isPassing)).toBe(false)
})

describe('what the clock said of a promise', () => {
  const since = FILED.state.filedAt
  const reminded = (nth: number, late = false): Happened => ({ by: SYSTEM, type: 'Reminded', clock: 'review', since, nth, party: 'leader', late })
  const escalated: Happened = { by: SYSTEM, type: 'Escalated', clock: 'review', since, takes: false }
  /** Whether what the first of them said is still so after the others. */
  const runs = (...events: Happened[]) => {
    const c = after(...events)
    const said = c.events[FILED.events.length]
    if (!said || !isOfPromise(said)) throw new Error(`${said?.type} is no word about a promise`)
    return stillRuns(said, FILED.events.length, c, AT + 20 * HOUR)
  }
  const NOTED: Happened = { by: LEADER, type: 'Noted', words: '看到了', internal: false }
  const ASKED: Happened = { by: LEADER, type: 'EvidenceAsked', missing: ['clearer'], words: '' }

  it('is so while the promise runs, and not once it was kept', () => {
    expect([runs(reminded(0)), runs(reminded(0), NOTED), runs(reminded(0), ASKED)]).toEqual([true, true, false])
    expect([runs(escalated), runs(escalated, NOTED), runs(escalated, ASKED)]).toEqual([true, true, false])
  })

  it('gives way to what was said of the same promise since, and to nothing else', () => {
    expect([runs(reminded(0), reminded(1)), runs(reminded(0), reminded(0, true)), runs(reminded(0), escalated)]).toEqual([false, false, false])
    const ofAnother: Happened = { by: SYSTEM, type: 'Reminded', clock: 'resolve', since, nth: 0, party: 'leader', late: false }
    expect([runs(reminded(0), ofAnother), runs(ofAnother, reminded(0))]).toEqual([true, true])
    // That something is late stays so though the desk knows; the next of its kind has the word.
    expect([runs(reminded(0, true), escalated), runs(reminded(0, true), reminded(1, true)), runs(escalated, reminded(0, true))]).toEqual([true, false, true])
  })

  it('is so no more where somebody else has it', () => {
    const taken: Happened = { by: SYSTEM, type: 'Escalated', clock: 'review', since, takes: true }
    const resolve: Happened = { by: SYSTEM, type: 'Reminded', clock: 'resolve', since, nth: 0, party: 'leader', late: false }
    expect([runs(reminded(0), taken), runs(resolve, taken)]).toEqual([false, false])
    expect(isOfPromise(after(taken).events.at(-1) as CaseEvent)).toBe(false)
  })
})
