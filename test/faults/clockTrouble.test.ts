import { clockTrouble, HOUR, type OwedByClock } from './minutes'
import type { CaseRecord } from './records'

/** The reckoning of the clock itself: each thing that can go wrong it names. */

const done = (type: string, at: number) => ({ type, at, by: { party: 'system', personId: 'clock' }, command: `${type}:${at}` })
const cases = (...events: ReturnType<typeof done>[]): CaseRecord[] => [{ _id: 'case-1', residentId: 'wang', supplierId: null, version: 1, noticesDueAt: null, events }]
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
