import { nextStepOf } from './nextStep'

test('what waits for the resident is the one step; a photo only while it was asked for', () => {
  expect(nextStepOf({ stage: 'waitingLeader', mayDo: ['addEvidence', 'withdraw', 'expedite'] })).toBeNull()
  expect(nextStepOf({ stage: 'waitingEvidence', mayDo: ['addEvidence', 'withdraw'] })).toBe('addEvidence')
  expect(nextStepOf({ stage: 'offered', mayDo: ['decline', 'counter', 'agree', 'withdraw'] })).toBe('agree')
  expect(nextStepOf({ stage: 'lapsed', mayDo: ['agree', 'reopen'] })).toBe('agree')
  expect(nextStepOf({ stage: 'lapsed', mayDo: ['reopen'] })).toBe('reopen')
  // The goods come before the money.
  expect(nextStepOf({ stage: 'replacementSent', mayDo: ['confirmRefund', 'receiveReplacement', 'failRefund'] })).toBe('receiveReplacement')
  expect(nextStepOf({ stage: 'refunded', mayDo: ['confirmRefund', 'failRefund', 'rate'] })).toBe('confirmRefund')
  // For the others of the household there is nothing to do.
  expect(nextStepOf({ stage: 'offered', mayDo: [] })).toBeNull()
})
