import fc from 'fast-check'
import { act, examples, FILED_AT, filedCase, HOUR, LEADER, OPERATOR, SUPPLIER } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import { firstOfEach, firstToBreak, outcomesOf, percentKept, sumOf } from './attainment'
import { USUAL_CLOCKS, type Clocks } from './due'
import { UNDO_WINDOW } from './policy'
import { promisesOf } from './standing'
import { USUAL_HOURS } from './serviceHours'

const minute = 60_000

it('a case settled after an hour: the word came late, the look did not', () => {
  const settled = act(filedCase(), LEADER, { type: 'settle' }, { at: FILED_AT + HOUR })
  const outcomes = outcomesOf(promisesOf(settled, USUAL_CLOCKS, FILED_AT + 2 * HOUR))
  expect(outcomes.map(o => [o.clock, o.party, o.late])).toEqual([['review', 'leader', 0], ['respond', 'leader', 55 * minute + UNDO_WINDOW], ['update', 'leader', 0]])
  expect(outcomes.every(o => o.endedAt === FILED_AT + HOUR + UNDO_WINDOW && o.priority === 'usual')).toBe(true)
})

it('what breaks first, and whose it is; what only the resident has to do breaks nothing', () => {
  expect(firstToBreak(promisesOf(filedCase(), USUAL_CLOCKS, FILED_AT))).toEqual({ clock: 'respond', party: 'leader', dueAt: FILED_AT + 5 * minute })
  const asked = act(filedCase(), LEADER, { type: 'forward', words: '请看' }, { at: FILED_AT + minute })
  expect(firstToBreak(promisesOf(asked, USUAL_CLOCKS, FILED_AT + 2 * minute))).toMatchObject({ clock: 'resolve', party: 'supplier' })
  const withdrawn = act(filedCase(), { party: 'resident', personId: filedCase().state.residentId ?? '' }, { type: 'withdraw', words: '' }, { at: FILED_AT + minute })
  expect(firstToBreak(promisesOf(withdrawn, USUAL_CLOCKS, FILED_AT + HOUR))).toBeNull()
})

it('what is late and stands still breaks on the board, and is nobody\'s to be nudged about until it runs again', () => {
  const found = act(act(filedCase(), LEADER, { type: 'note', words: '在看', internal: false }, { at: FILED_AT + minute }), OPERATOR, { type: 'investigate', words: '查冷链', until: FILED_AT + 9 * HOUR }, { at: FILED_AT + 3 * HOUR })
  const [running, standing] = [FILED_AT + 3 * HOUR - 1, FILED_AT + 4 * HOUR].map(now => promisesOf({ ...found, events: found.events.filter(e => e.at <= now) }, USUAL_CLOCKS, now))
  expect(firstOfEach(running ?? [])).toEqual({ leader: FILED_AT + 2 * HOUR, operator: null })
  expect(firstToBreak(standing ?? [])).toMatchObject({ clock: 'resolve', party: 'leader', dueAt: FILED_AT + 2 * HOUR })
  // What they have to keep now is to tell the neighbour, within a day.
  expect(firstOfEach(standing ?? []).leader).toBeGreaterThan(FILED_AT + 20 * HOUR)
  expect(firstOfEach(standing ?? []).operator).toBe(FILED_AT + 9 * HOUR)
})

it('a promise that went to somebody else was neither kept nor broken', () => {
  const promised = act(filedCase(), LEADER, { type: 'promise', until: FILED_AT + 10 * HOUR }, { at: FILED_AT + minute })
  expect(outcomesOf(promisesOf(promised, USUAL_CLOCKS, FILED_AT + HOUR)).map(o => o.clock)).toEqual(['respond', 'update'])
})

it('what was put aside because nobody answered is not done: that it would be done in time is neither kept nor broken', () => {
  const { lapsed } = examples()
  const end = lapsed.events.at(-1)?.at ?? 0
  expect(lapsed.events.at(-1)?.type).toBe('Lapsed')
  const resolve = promisesOf(lapsed, USUAL_CLOCKS, end + HOUR).filter(p => p.clock === 'resolve')
  expect(resolve.map(p => p.standing)).toEqual(['dropped'])
  expect(outcomesOf(promisesOf(lapsed, USUAL_CLOCKS, end + HOUR)).map(o => o.clock)).not.toContain('resolve')
})

it.each([[0, 0, null], [1, 0, 100], [0, 3, 0], [999, 1, 99], [2, 1, 66]])('%d kept and %d broken are %p per cent', (kept, broken, percent) => {
  expect(percentKept({ kept, broken })).toBe(percent)
})

it('counts add up', () => {
  expect(sumOf([{ kept: 1, broken: 2 }, { kept: 3, broken: 0 }])).toEqual({ kept: 4, broken: 2 })
  expect(sumOf([])).toEqual({ kept: 0, broken: 0 })
})

it('a supplier who answered late broke it, whatever came of the answer', () => {
  const asked = act(filedCase(), LEADER, { type: 'forward', words: '请看' }, { at: FILED_AT + HOUR })
  const answered = act(asked, SUPPLIER, { type: 'disputeAsAsked', reason: 'oldPhoto', words: '不是这一批', photos: ['p'] }, { at: FILED_AT + 26 * HOUR })
  expect(outcomesOf(promisesOf(answered, USUAL_CLOCKS, FILED_AT + 40 * HOUR)).filter(o => o.party === 'supplier')).toMatchObject([{ clock: 'supplierFirst', late: HOUR }, { clock: 'update', late: HOUR }])
})

describe('always', () => {
  it('kept and broken are all that ended, but what was dropped; what runs is in neither', () => {
    fc.assert(fc.property(someHistory, ({ end }) => {
      const promises = promisesOf(end, USUAL_CLOCKS, end.state.updatedAt + HOUR)
      const outcomes = outcomesOf(promises)
      const [kept, broken] = [outcomes.filter(o => o.late === 0), outcomes.filter(o => o.late > 0)]
      expect(kept.length + broken.length).toBe(promises.filter(p => p.endedAt !== null && p.standing !== 'dropped').length)
      expect(broken).toHaveLength(promises.filter(p => p.standing === 'broken').length)
      expect((firstToBreak(promises) === null)).toBe(!promises.some(p => p.endedAt === null && p.dueAt !== null && p.party !== 'resident'))
    }), { numRuns: 200 })
  })

  it('a change of policy changes nothing of what ended before', () => {
    fc.assert(fc.property(someHistory, fc.integer({ min: 1, max: 600 }), fc.boolean(), ({ end }, minutes, shut) => {
      const usual = { version: 1, from: 0, rules: [], open: { week: USUAL_HOURS } }
      const changedAt = end.state.updatedAt + UNDO_WINDOW + 1
      const strict = { version: 2, from: changedAt, open: shut ? { week: USUAL_HOURS.map(() => [{ from: 600, to: 660 }]) as unknown as typeof USUAL_HOURS } : usual.open, rules: (['respond', 'review', 'resolve', 'update', 'refund'] as const).map(clock => ({ clock, allows: { within: minutes * minute, of: 'always' as const } })) }
      const by = (clocks: Clocks) => outcomesOf(promisesOf(end, clocks, changedAt + 100 * HOUR))
      expect(by({ policies: [usual, strict] })).toEqual(by({ policies: [usual] }))
    }), { numRuns: 200 })
  })
})
