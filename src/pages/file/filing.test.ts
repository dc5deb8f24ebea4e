import type { Draft } from '../../outbox/filingDraft'
import { claimOf, missing, mostOf, wishOf } from './filing'

const shown = { line: { orderId: 'o', lineId: 'l', title: '草莓', spec: '2斤/盒', quantity: 2, paid: 11980, openCaseId: null, notClaimable: null, joinNumber: '7', buyer: '王阿姨' }, left: 11980, proven: [] }
const empty: Draft = { caseId: 'c', reason: null, bad: 1, damage: null, promised: '', actual: '', wish: 'asComputed', part: '', words: '' }

test('the first thing missing is said first, until nothing is', () => {
  expect(missing(empty, shown, 0)?.field).toBe('photos')
  expect(missing(empty, shown, 1)?.field).toBe('reason')
  expect(missing({ ...empty, reason: 'spoiled' }, shown, 1)?.field).toBe('claim')
  expect(missing({ ...empty, reason: 'spoiled', damage: 50 }, shown, 1)).toBeNull()
  expect(missing({ ...empty, reason: 'missing' }, shown, 1)).toBeNull()
})

test('weights are asked for and checked as the cloud does', () => {
  const draft: Draft = { ...empty, reason: 'underweight', promised: '1000', actual: '1000' }
  expect(missing({ ...draft, actual: '' }, shown, 1)?.field).toBe('claim')
  expect(missing(draft, shown, 1)?.code).toBe('NOT_SHORT')
  expect(mostOf({ ...draft, actual: '800' }, shown)).toBe(1198)
})

test('the preview is never more than is left', () => {
  const draft: Draft = { ...empty, reason: 'spoiled', damage: 100, bad: 2 }
  expect(mostOf(draft, shown)).toBe(11980)
  expect(mostOf(draft, { ...shown, left: 500 })).toBe(500)
  expect(wishOf(draft, 0)).toEqual({ kind: 'none' })
})

test('a smaller amount is taken as typed, a larger one is refused before it is sent', () => {
  const draft: Draft = { ...empty, reason: 'spoiled', damage: 50, wish: 'part' }
  expect(missing(draft, shown, 1)?.field).toBe('wish.amount')
  expect(missing({ ...draft, part: '29.96' }, shown, 1)?.code).toBe('MORE_THAN_PREVIEW')
  expect(missing({ ...draft, part: '10' }, shown, 1)).toBeNull()
  expect(wishOf({ ...draft, part: '10' }, 2995)).toEqual({ kind: 'refund', amount: 1000 })
})

test('counting needs no damage: what is short is short', () => {
  expect(claimOf({ ...empty, reason: 'wrongGoods', bad: 2 })).toEqual({ measure: 'pieces', bad: 2, damage: 100 })
})

test('what the arrival check has found needs no photo, everything else does', () => {
  const counted = { ...shown, proven: ['spoiled' as const] }
  expect(missing(empty, counted, 0)?.field).toBe('reason')
  expect(missing({ ...empty, reason: 'spoiled', damage: 50 }, counted, 0)).toBeNull()
  expect(missing({ ...empty, reason: 'foreignObject', damage: 50 }, counted, 0)?.field).toBe('photos')
})
