import { sampleView } from '../gallery/sampleCase'
import { agreeWords } from './agreeWords'
import { silenceWords } from './Offers'
import { othersOf } from './Others'

const offered = (...options: NonNullable<ReturnType<typeof sampleView>['offer']>['options']) => ({ ...sampleView(0), offer: { by: 'leader' as const, at: 0, words: '', options } })

test('silence is told as it is', () => {
  expect(silenceWords({ ...offered({ remedy: 'refund', refund: 1260 }), silence: 'takesEffect' })).toContain('就按它办')
  expect(silenceWords(offered({ remedy: 'refund', refund: 1259 }))).toBe('不点不算同意。到时间没点，办法还留着，随时可以点。')
  expect(silenceWords(offered({ remedy: 'refund', refund: 500, until: 1 }, { remedy: 'apology', refund: 0 }))).toContain('没写时间的办法还留着')
  expect(silenceWords(offered({ remedy: 'refund', refund: 500, until: 1 }))).toContain('也不算放弃。办法过了写的时间就点不了了')
})

test('the yes says what one gets, all of it', () => {
  expect(agreeWords({ remedy: 'refund', refund: 1260 })).toBe('同意，退我 ¥12.60')
  expect(agreeWords({ remedy: 'refund', refund: 1000, freight: 200, compensation: 60 })).toBe('同意，退我 ¥12.60')
  expect(agreeWords({ remedy: 'returnRefund', refund: 1260 })).toBe('同意退货，退我 ¥12.60')
  expect(agreeWords({ remedy: 'exchange', refund: 0 })).toBe('同意换货')
  expect(agreeWords({ remedy: 'redeliver', refund: 0, compensation: 500 })).toBe('同意补发，另给 ¥5.00')
})

test('everything else that may be done, and not the next step again', () => {
  expect(othersOf({ stage: 'waitingEvidence', mayDo: ['addEvidence', 'withdraw'] })).toEqual(['withdraw'])
  expect(othersOf({ stage: 'waitingLeader', mayDo: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'] })).toEqual(['extendClaim', 'addEvidence', 'expedite', 'withdraw'])
  expect(othersOf({ stage: 'refunded', mayDo: ['confirmRefund', 'failRefund', 'rate'] })).toEqual(['failRefund', 'rate'])
  expect(othersOf({ stage: 'lapsed', mayDo: ['agree', 'reopen'] })).toEqual(['reopen'])
  expect(othersOf({ stage: 'lapsed', mayDo: ['reopen'] })).toEqual([])
})
