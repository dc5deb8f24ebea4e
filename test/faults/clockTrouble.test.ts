import { clockTrouble, HOUR, type OwedByClock } from './minutes'
import type { CaseRecord } from './records'

/** The reckoning of the clock itself: each thing that can go wrong it names. */

const done = (type: string, at: number) => ({ type, at, by: { party: 'system', personId: 'clock' }, command: `${type}:${at}` })
const cases = (...events: ReturnType<typeof done>[]): CaseRecord[] => [{ _id: 'case-1', communityId: 'community-1', residentId: 'wang', supplierId: null, version: 1, noticesDueAt: null, events }]
const owed: OwedByClock[] = [{ caseId: 'case-1', type: 'Lapsed', from: 48 * HOUR, slack: HOUR }]
const swept = [{ from: 47 * HOUR, to: 47 * HOUR + 5 }, { from: 48.5 * HOUR, to: 48.5 * HOUR + 5 }, { from: 50 * HOUR, to: 50 * HOUR + 5 }]

test.each([
  ['in time', cases(done('Lapsed', 48.5 * HOUR)), []],
  ['by the first run after', cases(done('Lapsed', 50 * HOUR + 4)), []],
  ['twice', cases(done('Lapsed', 50 * HOUR), done('Lapsed', 50 * HOUR)), ['case case-1: Lapsed 2 times']],
  ['not at all', cases(), ['case case-1: Lapsed did not come']],
  ['too early', cases(done('Lapsed', 47 * HOUR)), [`case case-1: Lapsed came ${HOUR} ms too early`]],
  ['a run too late', cases(done('Lapsed', 60 * HOUR)), [`case case-1: Lapsed came ${10 * HOUR - 5} ms too late`]],
  ['and something else', cases(done('Lapsed', 48.5 * HOUR), done('Closed', 49 * HOUR)), ['case case-1: Closed, which nobody owed']],
])('%s', (_what, records, trouble) => { expect(clockTrouble(records, owed, swept)).toEqual(trouble) })

test('what no run came after is not missed', () => { expect(clockTrouble(cases(), owed, swept.slice(0, 2))).toEqual([]) })

const reminded = (at: number, nth: number) => ({ ...done('Reminded', at), clock: 'evidence', nth, late: false })
const twoReminders: OwedByClock[] = [0, 1].map(nth => ({ caseId: 'case-1', type: 'Reminded', says: { clock: 'evidence', nth }, from: (47 + nth) * HOUR, slack: 0, ...(nth === 0 ? { until: 48 * HOUR } : {}) }))

test.each([
  ['both', [reminded(47 * HOUR, 0), reminded(48.5 * HOUR, 1)], []],
  ['one twice', [reminded(47 * HOUR, 0), reminded(47 * HOUR, 0), reminded(48.5 * HOUR, 1)], ['case case-1: Reminded evidence 0 2 times']],
  ['the last is missing', [reminded(47 * HOUR, 0)], ['case case-1: Reminded evidence 1 did not come']],
  ['the first when it was the turn of the second', [reminded(48.5 * HOUR, 0), reminded(48.5 * HOUR, 1)], [`case case-1: Reminded evidence 0 came ${1.5 * HOUR - 5} ms too late`]],
  ['a third', [reminded(47 * HOUR, 0), reminded(48.5 * HOUR, 1), reminded(50 * HOUR, 2)], ['case case-1: Reminded, which nobody owed']],
])('reminders: %s', (_what, events, trouble) => { expect(clockTrouble(cases(...events), twoReminders, swept)).toEqual(trouble) })

test('what was missed for hours gives way to the next', () => { expect(clockTrouble(cases(reminded(48.5 * HOUR, 1)), twoReminders, swept.slice(1))).toEqual([]) })
