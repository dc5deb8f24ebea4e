import type { TogetherResult, TogetherView } from '../../../../../domain/contract/calls'
import { toldWords } from './toldWords'

const NOW = Date.parse('2026-11-21T15:00:00+08:00')
const promised = (caseId: string, orderId: string, here: boolean): TogetherResult => ({ caseId, outcome: 'promised', amount: 0, buyer: '', joinNumber: '', household: { orderId, here }, why: null })
const view = (results: TogetherResult[]): TogetherView => ({ id: 'd', step: { type: 'promise', until: NOW + 6 * 3600_000 }, phase: 'done', total: results.length, done: results.length, busy: false, takesEffect: null, results })

test('counts households, not cases, and says who could not be told', () => {
  const some = view([promised('a', 'o1', true), promised('b', 'o1', true), promised('c', 'o2', true), ...Array.from({ length: 22 }, (_, i) => promised(`d${i}`, `p${i}`, false))])
  expect(toldWords(some, NOW)).toEqual({ says: '✓ 说好了今晚9点前统一处理：2 户已告诉，22 户还没人来过小程序', away: 22 })
  expect(toldWords(view([promised('d', 'p', false)]), NOW)).toEqual({ says: '✓ 说好了今晚9点前统一处理：1 户还没人来过小程序', away: 1 })
})

test('all were told; what was refused is nobody', () => {
  const refused: TogetherResult = { ...promised('b', 'o2', true), outcome: 'refused', why: { code: 'WRONG_STATE', message: '' } }
  expect(toldWords(view([promised('a', 'o1', true), refused]), NOW)).toEqual({ says: '✓ 已经告诉 1 户：今晚9点前统一处理', away: 0 })
})
