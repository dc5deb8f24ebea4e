import { replay } from '../case/evolve'
import { act, filedCase, FILED_AT, HOUR, LEADER, SYSTEM } from '../case/exampleCase'
import { fromShanghai } from '../clock/shanghai'
import { messageOf } from './bundles'
import type { Notice } from './notice'
import { untilNow } from './owed'
import { earliestDue, withDue } from './withDue'

const notice = (id: string, caseId: string, template: Notice['template'] = 'toHandle'): Notice => ({
  _id: id, personId: 'p', as: 'operator', caseId, title: '请您来定', body: '', page: 'packages/operator/desk/index', at: FILED_AT, readAt: null, kind: 'toHandle', template,
  data: { thing1: '请您来定', character_string2: caseId, phrase17: '待处理', time3: '2026-11-14 10:20' }, copy: 'due', copyAt: FILED_AT, copyError: '', tries: 0,
})
const at = (time: string) => fromShanghai(time) ?? NaN

it('of several cases the earliest time that is known is said, not when a message without one was written', () => {
  const all = [withDue(notice('1', 'a'), at('2026-11-20 09:00')), withDue(notice('2', 'b'), null), withDue(notice('3', 'c'), at('2026-11-19 21:00'))]
  expect(earliestDue(all)).toEqual({ time3: '2026-11-19 21:00' })
  const [lead, ...others] = all
  expect(messageOf({ lead: lead!, others }).data['time3']).toBe('2026-11-19 21:00')
  expect(messageOf({ lead: withDue(notice('4', 'a'), at('2026-11-18 12:00')), others: [withDue(notice('5', 'a'), at('2026-11-20 12:00'))] }).data['time3']).toBe('2026-11-18 12:00')
})

it('where nobody can say, WeChat gets a time all the same; what has no such field stays as it is', () => {
  expect(withDue(notice('1', 'a'), null)).toMatchObject({ dueAt: null, data: { time3: '2026-11-14 10:20' } })
  expect(earliestDue([withDue(notice('1', 'a'), null)])).toEqual({ time3: '2026-11-14 10:20' })
  const progress = notice('1', 'a', 'progress')
  expect([withDue(progress, 5), earliestDue([progress])]).toEqual([progress, {}])
})

it('what was given on because its time was over says when that was', () => {
  const settled = act(filedCase(), LEADER, { type: 'settle' })
  const late = { v: 1 as const, at: FILED_AT + 60 * HOUR, by: SYSTEM, command: 'clock', type: 'Escalated' as const, clock: 'refund' as const, since: FILED_AT + HOUR, takes: false }
  const c = replay([...settled.events, late])
  expect(untilNow(c, late, 'operator', late.at)).toEqual(untilNow(c, { ...late, type: 'Reminded', nth: 0, party: 'leader', late: true }, 'leader', late.at))
  expect(untilNow(c, late, 'operator', late.at).due).toMatchObject({ clock: 'refund' })
  expect(untilNow(c, settled.events[1]!, 'operator', late.at).due).toBeNull()
})
