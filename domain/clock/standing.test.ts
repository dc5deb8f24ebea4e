import fc from 'fast-check'
import { act, examples, FILED_AT, filedCase, HOUR, LEADER, RESIDENT, SUPPLIER } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import { UNDO_WINDOW } from './policy'
import type { Clocks } from './due'
import { promisesOf, runningOf } from './standing'

const usual: Clocks = { policies: [] }
const short = (list: ReturnType<typeof promisesOf>) => list.map(d => `${d.clock} ${d.party} ${d.standing}`)
const of = (c: Parameters<typeof promisesOf>[0], clock: string, now: number) => promisesOf(c, usual, now).filter(d => d.clock === clock)

it('a case that was filed promises a word in five minutes, a look in a day, an end in two hours', () => {
  const promises = promisesOf(filedCase(), usual, FILED_AT)
  expect(promises.map(d => [d.clock, d.party, (d.dueAt ?? 0) - FILED_AT])).toEqual([
    ['review', 'leader', 24 * HOUR], ['respond', 'leader', 300_000], ['resolve', 'leader', 2 * HOUR], ['update', 'leader', 24 * HOUR],
  ])
})

it('settled at once: what was promised was kept, and what comes next is promised', () => {
  const settled = act(filedCase(), LEADER, { type: 'settle' }, { at: FILED_AT + 4 * 60_000 })
  const promises = promisesOf(settled, usual, FILED_AT + HOUR)
  expect(short(promises)).toEqual(['review leader kept', 'respond leader kept', 'resolve leader running', 'update leader kept', 'refund leader running', 'recovery supplier running', 'update leader running', 'tell leader running'])
})

it('broken by how much', () => {
  const settled = act(filedCase(), LEADER, { type: 'settle' }, { at: FILED_AT + 5 * HOUR })
  expect(of(settled, 'respond', FILED_AT + 6 * HOUR)).toMatchObject([{ standing: 'broken', late: 5 * HOUR - 300_000 + UNDO_WINDOW }])
  expect(of(settled, 'resolve', FILED_AT + 6 * HOUR)).toMatchObject([{ standing: 'late', late: 4 * HOUR }])
})

it('late stays late while the resident is asked something, and what they took is not added to it', () => {
  const asked = act(filedCase(), LEADER, { type: 'askEvidence', missing: ['clearer'], words: '看不清' }, { at: FILED_AT + 5 * HOUR })
  const told = act(asked, LEADER, { type: 'tell', how: 'phone' }, { at: FILED_AT + 5 * HOUR })
  const late = { standing: 'late', late: 3 * HOUR, dueAt: FILED_AT + 2 * HOUR }
  expect(of(told, 'resolve', FILED_AT + 5 * HOUR)).toMatchObject([late])
  expect(of(told, 'resolve', FILED_AT + 9 * HOUR)).toMatchObject([{ ...late, pausedBy: 'resident' }])
  const answered = act(told, RESIDENT, { type: 'addEvidence', photos: ['photo-3'], voices: [], words: '这张清楚' }, { at: FILED_AT + 9 * HOUR })
  expect(of(answered, 'resolve', FILED_AT + 9 * HOUR)).toMatchObject([{ ...late, pausedBy: null }])
  expect(of(answered, 'resolve', FILED_AT + 10 * HOUR)).toMatchObject([{ ...late, late: 4 * HOUR }])
})

it('what was late by the time somebody else was asked stays late', () => {
  const asked = act(filedCase(), LEADER, { type: 'forward', words: '请看' }, { at: FILED_AT + 5 * HOUR })
  expect(of(asked, 'resolve', FILED_AT + 6 * HOUR)).toMatchObject([{ standing: 'late', priority: 'complex', dueAt: FILED_AT + 2 * HOUR, late: 4 * HOUR }])
  const inTime = act(filedCase(), LEADER, { type: 'forward', words: '请看' }, { at: FILED_AT + HOUR })
  expect(of(inTime, 'resolve', FILED_AT + 6 * HOUR)).toMatchObject([{ standing: 'running', dueAt: FILED_AT + 24 * HOUR }])
})

describe('while the resident is waited for', () => {
  const asked = act(filedCase(), LEADER, { type: 'askEvidence', missing: ['clearer'], words: '看不清' }, { at: FILED_AT + HOUR })
  it('nothing runs before they know of it, then their time runs and everybody else\'s stands still', () => {
    expect(short(runningOf(asked, usual, FILED_AT + 3 * HOUR))).toEqual(['resolve leader late', 'tell leader running', 'evidence resident paused'])
    const told = act(asked, LEADER, { type: 'tell', how: 'phone' }, { at: FILED_AT + 1.5 * HOUR })
    const running = runningOf(told, usual, FILED_AT + 9 * HOUR)
    expect(running.map(d => [d.clock, d.standing, d.pausedBy])).toEqual([['evidence', 'running', null], ['resolve', 'paused', 'resident']])
    // Two days from the phone call; the case began on a Saturday at 10:20.
    expect(running[0]?.dueAt).toBe(FILED_AT + 49.5 * HOUR)
  })

  it('goes on from where it stood', () => {
    const told = act(asked, LEADER, { type: 'tell', how: 'phone' }, { at: FILED_AT + 1.5 * HOUR })
    const answered = act(told, RESIDENT, { type: 'addEvidence', photos: ['photo-3'], voices: [], words: '这张清楚' }, { at: FILED_AT + 4.5 * HOUR })
    expect(of(answered, 'resolve', FILED_AT + 4.6 * HOUR)).toMatchObject([{ standing: 'running', dueAt: FILED_AT + 5 * HOUR, pauses: [{ from: FILED_AT + 1.5 * HOUR, to: FILED_AT + 4.5 * HOUR, why: 'resident' }] }])
    expect(of(answered, 'evidence', FILED_AT + 5 * HOUR)).toMatchObject([{ standing: 'kept' }])
    expect(of(answered, 'review', FILED_AT + 5 * HOUR)).toMatchObject([{ standing: 'kept' }, { standing: 'running', from: FILED_AT + 4.5 * HOUR }])
  })
})

it('an investigation stops the clocks of the decision, and they begin afresh at its end', () => {
  const { investigated } = examples()
  const end = investigated.state.decisionSince
  const promises = promisesOf(investigated, usual, end + 60_000)
  expect(promises.filter(d => d.clock === 'resolve').map(d => d.endedAt)).toEqual([end, null])
  expect(promises.filter(d => d.clock === 'resolve').at(-1)?.from).toBe(end)
  expect(promises.find(d => d.clock === 'investigation')).toMatchObject({ party: 'operator', standing: 'kept' })
})

it('tonight by nine is a word, and the promise by then', () => {
  const until = FILED_AT + 10 * HOUR
  const promised = act(filedCase(), LEADER, { type: 'promise', until }, { at: FILED_AT + 60_000 })
  expect(of(promised, 'respond', FILED_AT + HOUR)).toMatchObject([{ standing: 'kept' }])
  expect(of(promised, 'review', FILED_AT + HOUR)).toMatchObject([{ standing: 'dropped' }, { standing: 'running', dueAt: until }])
})

it('what fell before it counted promised nothing', () => {
  const { undone } = examples()
  expect(short(promisesOf(undone, usual, undone.state.updatedAt + 1)).filter(s => s.startsWith('refund'))).toEqual([])
})

describe('a decision that falls within its seconds moves no promise', () => {
  const evidence = { type: 'addEvidence' as const, photos: ['photo-3'], voices: [], words: '这张清楚' }
  it('a no that never came to count: the whole runs on from filing', () => {
    const refused = act(filedCase(), LEADER, { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' }, { at: FILED_AT + 1.5 * HOUR })
    const fell = act(refused, RESIDENT, evidence, { at: FILED_AT + 1.5 * HOUR + UNDO_WINDOW / 2 })
    expect(of(fell, 'resolve', FILED_AT + 3 * HOUR)).toMatchObject([{ standing: 'late', from: FILED_AT, dueAt: FILED_AT + 2 * HOUR }])
  })

  it('a yes that never came to count: the whole runs from the appeal, and nobody is late', () => {
    const refused = act(filedCase(), LEADER, { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' }, { at: FILED_AT + 60_000 })
    const yes = act(refused, LEADER, { type: 'settle' }, { at: FILED_AT + 26 * HOUR })
    const appealed = FILED_AT + 26 * HOUR + UNDO_WINDOW / 2
    const fell = act(yes, RESIDENT, { type: 'appeal', grounds: '看得出', photos: [] }, { at: appealed })
    expect(of(fell, 'resolve', appealed)).toMatchObject([{ standing: 'kept' }, { standing: 'running', from: appealed }])
  })
})

describe('a word is given by somebody else than the neighbour', () => {
  const noted = act(filedCase(), LEADER, { type: 'note', words: '看到了', internal: false }, { at: FILED_AT + 60_000 })
  const due = FILED_AT + 60_000 + 24 * HOUR

  it('what they add or hurry keeps no promise of one, and takes back none that is late', () => {
    const hurried = act(noted, RESIDENT, { type: 'expedite', words: '' }, { at: FILED_AT + 28 * HOUR })
    expect(of(hurried, 'update', FILED_AT + 29 * HOUR)).toMatchObject([{ standing: 'kept' }, { standing: 'late', dueAt: due }])
    const added = act(noted, RESIDENT, { type: 'addEvidence', photos: ['photo-3'], voices: [], words: '' }, { at: FILED_AT + 23 * HOUR })
    expect(of(added, 'update', FILED_AT + 23 * HOUR)).toMatchObject([{ standing: 'kept' }, { standing: 'running', dueAt: due }])
  })

  it('what they answer makes it somebody\'s again to give one, a day from then', () => {
    const asked = act(filedCase(), LEADER, { type: 'askEvidence', missing: ['clearer'], words: '看不清' }, { at: FILED_AT + HOUR })
    const told = act(asked, LEADER, { type: 'tell', how: 'phone' }, { at: FILED_AT + HOUR })
    const answered = act(told, RESIDENT, { type: 'addEvidence', photos: ['photo-3'], voices: [], words: '' }, { at: FILED_AT + 30 * HOUR })
    expect(runningOf(answered, usual, FILED_AT + 31 * HOUR).find(d => d.clock === 'update')).toMatchObject({ standing: 'running', dueAt: FILED_AT + 54 * HOUR })
  })
})

it('what a desk that is gone had still to bring to its end is the leader\'s', () => {
  const { withOperator } = examples()
  const now = withOperator.state.updatedAt + HOUR
  const whose = (desk: boolean) => runningOf({ ...withOperator, state: { ...withOperator.state, desk } }, usual, now).filter(d => d.clock === 'resolve').map(d => d.party)
  expect([whose(true), whose(false)]).toEqual([['operator'], ['leader']])
})

it('a supplier who answers in time, or not', () => {
  const asked = act(filedCase(), LEADER, { type: 'forward', words: '请看' }, { at: FILED_AT + HOUR })
  const answered = (hours: number) => act(asked, SUPPLIER, { type: 'disputeAsAsked', reason: 'oldPhoto', words: '不是这一批', photos: ['p'] }, { at: FILED_AT + hours * HOUR })
  expect(of(answered(20), 'supplierFirst', FILED_AT + 40 * HOUR)).toMatchObject([{ standing: 'kept' }])
  expect(of(answered(26), 'supplierFirst', FILED_AT + 40 * HOUR)).toMatchObject([{ standing: 'broken', late: HOUR }])
})

it('a year that nobody announced: the promise says so, nothing breaks', () => {
  const nobody = (clocks: Clocks): Clocks => ({ ...clocks, calendar: () => null })
  const parts = filedCase({ reason: 'partMissing', claim: { measure: 'parts', parts: [{ name: '桌腿螺丝', model: 'M6', quantity: 4 }], proof: 'order', noticedAt: FILED_AT - HOUR, noticed: 'opened', extent: 'partly', amount: 500 }, wish: { kind: 'sendPart' }, photos: [] })
  expect(promisesOf(parts, nobody(usual), FILED_AT + HOUR).map(d => `${d.clock} ${d.standing}`)).toContain('resolve unknown')
  expect(promisesOf(parts, usual, FILED_AT + HOUR).map(d => `${d.clock} ${d.standing}`)).toContain('resolve running')
})

describe('always', () => {
  it('every promise ends after it begins, its pauses lie in it, and an open case has a due time, a stated pause or nobody to wait for', () => {
    fc.assert(fc.property(someHistory, ({ end }) => {
      const now = end.state.updatedAt + 2 * HOUR
      const promises = promisesOf(end, usual, now)
      for (const d of promises) {
        expect(d.endedAt === null || d.endedAt >= d.from).toBe(true)
        for (const p of d.pauses) expect(p.from >= d.from && (p.to === null ? d.endedAt === null : p.to >= p.from)).toBe(true)
        // Late stays late, whatever it waits for since.
        expect(d.standing === 'paused' || (d.standing === 'late' && d.pausedBy !== null)).toBe(d.endedAt === null && d.pausedBy !== null)
        expect(d.dueAt === null).toBe(d.standing === 'paused' || d.standing === 'unknown')
        expect(d.late > 0).toBe(d.standing === 'late' || d.standing === 'broken')
      }
      // One of a kind at a time.
      const open = promises.filter(d => d.endedAt === null).map(d => d.clock)
      expect(new Set(open).size).toBe(open.length)
    }), { numRuns: 300 })
  })

  it('what was kept or broken stays so, whenever one looks', () => {
    fc.assert(fc.property(someHistory, fc.integer({ min: 1, max: 2000 }), ({ end }, hours) => {
      const now = end.state.updatedAt + HOUR
      const over = (at: number) => promisesOf(end, usual, at).filter(d => d.endedAt !== null)
      expect(over(now + hours * HOUR)).toEqual(over(now))
    }), { numRuns: 200 })
  })
})

