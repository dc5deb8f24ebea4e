import type { CaseEvent } from '../case/events'
import { replay } from '../case/evolve'
import { filedCase, HOUR, lastAt, LEADER, OPERATOR, RESIDENT, SYSTEM } from '../case/exampleCase'
import { isPassing, isStillSo } from './stillTrue'

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

it('what happened does not pass', () => {
  expect(FILED.events.some(isPassing)).toBe(false)
})
