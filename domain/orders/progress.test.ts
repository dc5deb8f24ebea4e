import fc from 'fast-check'
import { act, exampleLine, examples, filedCase, FILED_AT, HOUR, LATER, LEADER, lastAt, RESIDENT } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import { DEFAULT_POLICY } from '../clock/policy'
import { progressOf, progressWords } from './progress'

const NOW = FILED_AT + HOUR
const of = (orderId: string, c = filedCase()) => ({ ...c.state, line: exampleLine({ orderId }) })
const { settled, offered, rejected, withdrawn, paid, withSupplier } = examples()

it('counts households by where their slowest case stands', () => {
  const counts = progressOf([of('a'), of('b', settled), of('c', rejected), of('d', withdrawn), of('e', offered), of('f', paid), of('f', withSupplier)], DEFAULT_POLICY, LATER)
  expect(counts).toMatchObject({ reported: 5, settled: 2, offered: 1, waiting: 2 })
})

it('what can still be taken back has not happened', () => {
  const fresh = act(filedCase(), LEADER, { type: 'settle' }, { at: NOW })
  expect(progressOf([fresh.state], DEFAULT_POLICY, NOW)).toMatchObject({ settled: 0, waiting: 1 })
  expect(progressOf([fresh.state], DEFAULT_POLICY, NOW + HOUR)).toMatchObject({ settled: 1, waiting: 0 })
})

it('until when is the leader\'s promise, where there is one', () => {
  const promised = act(filedCase(), LEADER, { type: 'promise', until: FILED_AT + 10 * HOUR }, { at: NOW })
  expect(progressWords(progressOf([promised.state, of('b', settled)], DEFAULT_POLICY, NOW + HOUR), NOW + HOUR)).toBe('2户反映，1户已处理，其余今晚8点20分前处理')
  expect(progressWords(progressOf([promised.state], DEFAULT_POLICY, lastAt(promised) + 20 * HOUR), lastAt(promised) + 20 * HOUR)).toBe('1户反映，1户正在处理')
  expect(progressWords(progressOf([], DEFAULT_POLICY, NOW), NOW)).toBe('还没有人反映问题')
  expect(progressWords(progressOf([of('a', paid)], DEFAULT_POLICY, LATER), LATER)).toBe('1户反映，都处理好了')
})

it('always adds up, and names nobody', () => {
  fc.assert(fc.property(fc.array(fc.tuple(someHistory, fc.constantFrom('a', 'b', 'c')), { maxLength: 4 }), histories => {
    const counts = progressOf(histories.map(([{ end }, orderId]) => ({ ...end.state, line: { ...end.state.line, orderId } })), DEFAULT_POLICY, LATER)
    expect(counts.settled + counts.offered + counts.waiting).toBe(counts.reported)
    expect(counts.until === null).toBe(counts.waiting === 0)
    const words = JSON.stringify(counts) + progressWords(counts, LATER)
    for (const name of ['王阿姨', RESIDENT.personId, 'order-']) expect(words).not.toContain(name)
  }), { numRuns: 100 })
})
