import { REASON_CODES, REASONS } from '../../../domain/case/reasons'
import type { Draft } from '../../outbox/filingDraft'
import { claimOf, factsOf, missing, mostOf, wishOf } from './filing'

const shown = { line: { orderId: 'o', lineId: 'l', title: '草莓', spec: '2斤/盒', quantity: 2, paid: 11980, openCaseId: null, notClaimable: null, joinNumber: '7', buyer: '王阿姨' }, left: 11980, proven: [], looks: { leader: null, helper: 'leader' as const, supplier: 'leader' as const, operator: 'leader' as const }, openHazardId: null }
const empty: Draft = { caseId: 'c', reason: null, bad: 1, damage: null, promised: '', actual: '', wish: null, part: '', words: '', parts: [{ name: '', model: '', quantity: 1 }], proof: null, noticedAt: null, noticed: null, extent: null, worth: '', carrier: '', waybill: '', about: null }

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

describe('what each reason asks for', () => {
  const wholeParts: Partial<Draft> = { parts: [{ name: ' 螺丝 ', model: null, quantity: 4 }], proof: 'order', noticedAt: 0, noticed: 'opened', extent: 'partly', worth: '5' }

  test.each(REASON_CODES)('%s can be sent once that is filled in, with what it takes as given', reason => {
    const filled: Draft = { ...empty, ...wholeParts, reason, damage: 50, promised: '1000', actual: '800', waybill: 'SF1', about: 'supplier', words: '说一句' }
    expect(missing(filled, shown, REASONS[reason].photos)).toBeNull()
    const wish = wishOf(filled, mostOf(filled, shown) ?? 0)
    expect(wish?.kind).toBe(REASONS[reason].wishes[0])
  })

  test('a danger needs nothing at all', () => {
    expect(missing({ ...empty, reason: 'hazard' }, shown, 0)).toBeNull()
    expect(missing({ ...empty, reason: 'hazard' }, { ...shown, openHazardId: 'c' }, 0)?.code).toBe('LINE_HAS_OPEN_CASE')
    expect(wishOf({ ...empty, reason: 'hazard' }, 11980)).toEqual({ kind: 'refund', amount: 11980 })
  })

  test('whom a complaint is about, and that somebody else is there to look', () => {
    const draft: Draft = { ...empty, reason: 'attitude' }
    expect(missing(draft, shown, 0)?.field).toBe('about')
    expect(missing({ ...draft, about: 'leader' }, shown, 0)?.code).toBe('NOBODY_ELSE')
    expect(missing({ ...draft, about: 'helper' }, shown, 0)).toBeNull()
    expect(factsOf({ ...draft, about: 'helper', waybill: 'SF1' })).toEqual({ about: 'helper' })
  })

  test('the number of the parcel or a photo of it', () => {
    const draft: Draft = { ...empty, reason: 'whereIsIt' }
    expect(missing(draft, shown, 0)?.field).toBe('logistics.waybill')
    expect(missing(draft, shown, 1)).toBeNull()
    expect(missing({ ...draft, waybill: 'SF1' }, shown, 0)).toBeNull()
    expect(factsOf({ ...draft, waybill: ' SF1 ', about: 'leader' })).toEqual({ logistics: { carrier: '', waybill: 'SF1' } })
    expect(missing({ ...empty, reason: 'lost' }, shown, 0)).toBeNull()
  })

  test('a suggestion needs a word, spoken or written', () => {
    const draft: Draft = { ...empty, reason: 'suggestion' }
    expect(missing(draft, shown, 0, 0)?.field).toBe('voices')
    expect(missing(draft, shown, 0, 1)).toBeNull()
    expect(missing({ ...draft, words: '早点送' }, shown, 0, 0)).toBeNull()
  })

  test('missing parts: everything, and a receipt only where one is meant to prove it', () => {
    const draft: Draft = { ...empty, ...wholeParts, reason: 'partMissing' }
    expect(missing({ ...draft, worth: '' }, shown, 0)?.field).toBe('claim.amount')
    expect(missing({ ...draft, proof: 'receipt' }, shown, 0)?.field).toBe('photos')
    expect(missing({ ...draft, proof: 'receipt' }, shown, 1)).toBeNull()
    expect(claimOf(draft)).toEqual({ measure: 'parts', parts: [{ name: '螺丝', model: null, quantity: 4 }], proof: 'order', noticedAt: 0, noticed: 'opened', extent: 'partly', amount: 500 })
    expect(wishOf({ ...draft, wish: 'asComputed' }, mostOf(draft, shown) ?? 0)).toEqual({ kind: 'refund', amount: 500 })
  })

  test('a wish that the reason does not offer is none', () => {
    expect(wishOf({ ...empty, reason: 'attitude', wish: 'asComputed' }, 11980)).toEqual({ kind: 'apology' })
    expect(wishOf({ ...empty, reason: 'notAsDescribed', damage: 50, wish: 'returnRefund' }, 2995)).toEqual({ kind: 'returnRefund', amount: 2995 })
  })
})
