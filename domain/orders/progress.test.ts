import fc from 'fast-check'
import { act, exampleLine, examples, filedCase, FILED_AT, HOUR, LATER, LEADER, lastAt, RESIDENT } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import { progressOf, type ProgressCounts } from './progress'
import { progressWords } from './progressWords'

const NOW = FILED_AT + HOUR
const of = (orderId: string, c = filedCase()) => ({ ...c.state, line: exampleLine({ orderId }) })
const { settled, offered, rejected, withdrawn, paid, withSupplier } = examples()
const promised = act(filedCase(), LEADER, { type: 'promise', until: FILED_AT + 10 * HOUR }, { at: NOW })
const counted = (over: Partial<ProgressCounts>): ProgressCounts => ({ reported: 0, decided: 0, refunded: 0, unpaid: 0, offered: 0, waiting: 0, until: [], ...over })

it('counts households by where their slowest case stands', () => {
  const counts = progressOf([of('a'), of('b', settled), of('c', rejected), of('d', withdrawn), of('e', offered), of('f', paid), of('f', withSupplier)], LATER)
  expect(counts).toMatchObject({ reported: 5, decided: 2, refunded: 1, unpaid: 1, offered: 1, waiting: 2 })
})

it('who is asked for a photo still waits; who was paid and reports more was paid all the same', () => {
  expect(progressOf([of('a', examples().evidenceAsked), of('b', paid), of('b')], LATER)).toMatchObject({ reported: 2, decided: 0, refunded: 1, waiting: 2 })
})

it('decided is not refunded: a household has its money when all of it is paid', () => {
  expect(progressOf([of('a', settled), of('b', paid), of('c', paid), of('c', settled), of('d', rejected), of('d', paid)], LATER)).toMatchObject({ reported: 4, decided: 4, refunded: 2, unpaid: 2 })
})

it('what can still be taken back has not happened', () => {
  const fresh = act(filedCase(), LEADER, { type: 'settle' }, { at: NOW })
  expect(progressOf([fresh.state], NOW)).toMatchObject({ decided: 0, waiting: 1 })
  expect(progressOf([fresh.state], NOW + HOUR)).toMatchObject({ decided: 1, waiting: 0 })
})

it('until when is the leader\'s promise, where there is one', () => {
  expect(progressWords(progressOf([promised.state, of('b', paid)], NOW + HOUR), NOW + HOUR)).toBe('2户反映，1户已定，1户已退，其余1户今晚8点20分前处理')
  expect(progressWords(progressOf([promised.state], NOW + HOUR), NOW + HOUR)).toBe('1户反映，今晚8点20分前处理')
  expect(progressWords(progressOf([promised.state], lastAt(promised) + 20 * HOUR), lastAt(promised) + 20 * HOUR)).toBe('1户反映，1户正在处理')
  expect(progressWords(progressOf([], NOW), NOW)).toBe('还没有人反映问题')
})

it('a late report does not put off what was promised to the others; those without a promise are one group', () => {
  const late = (orderId: string, minutes: number) => of(orderId, filedCase({}, { now: NOW + minutes * 60_000 }))
  const counts = progressOf([of('a', promised), of('b', promised), of('s', settled), late('c', 1), late('d', 26)], NOW + HOUR)
  expect(counts.until).toEqual([{ at: FILED_AT + 10 * HOUR, households: 2 }, { at: NOW + 26 * 60_000 + 24 * HOUR, households: 2 }])
  expect(progressWords(counts, NOW + HOUR)).toBe('5户反映，1户已定，1户等退款，其余2户今晚8点20分前，2户明天上午11点46分前处理')
})

it('says what is decided, what is paid, what is over time', () => {
  const at = NOW + HOUR
  expect(progressWords(counted({ reported: 23, decided: 23, refunded: 20 }), NOW)).toBe('23户反映，都处理好了')
  expect(progressWords(counted({ reported: 23, decided: 23, refunded: 6, unpaid: 14 }), NOW)).toBe('23户反映，都定了，6户已退，14户等退款')
  expect(progressWords(counted({ reported: 23, decided: 20, unpaid: 20, waiting: 3, until: [{ at, households: 3 }] }), NOW)).toBe('23户反映，20户已定，20户等退款，其余3户今天中午12点20分前处理')
  expect(progressWords(counted({ reported: 6, waiting: 6, until: [{ at: NOW - 1, households: 5 }, { at, households: 1 }] }), NOW)).toBe('6户反映，5户正在处理，1户今天中午12点20分前处理')
})

it('always adds up, and names nobody', () => {
  fc.assert(fc.property(fc.array(fc.tuple(someHistory, fc.constantFrom('a', 'b', 'c')), { maxLength: 4 }), histories => {
    const counts = progressOf(histories.map(([{ end }, orderId]) => ({ ...end.state, line: { ...end.state.line, orderId } })), LATER)
    expect(counts.decided + counts.offered + counts.waiting).toBe(counts.reported)
    expect(counts.refunded + counts.unpaid).toBeLessThanOrEqual(counts.reported)
    expect(counts.unpaid).toBeLessThanOrEqual(counts.decided)
    // Who has not been told what they are asked for is waited for without a time.
    expect(counts.until.reduce((sum, u) => sum + u.households, 0)).toBeLessThanOrEqual(counts.waiting)
    const words = JSON.stringify(counts) + progressWords(counts, LATER)
    for (const name of ['王阿姨', RESIDENT.personId, 'order-']) expect(words).not.toContain(name)
  }), { numRuns: 100 })
})
