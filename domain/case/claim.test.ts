import fc from 'fast-check'
import { claimTrouble, DAMAGE_STEPS, refundPreview, type Claim } from './claim'
import { exampleClaim } from './exampleCase'
import { REASON_CODES, type Reason } from './reasons'

const pieces = (bad: number, damage: (typeof DAMAGE_STEPS)[number]): Claim => ({ measure: 'pieces', bad, damage })
const weight = (bad: number, promised: number, actual: number): Claim => ({ measure: 'weight', bad, promised, actual })

describe('the money preview', () => {
  it.each([
    ['one of two boxes, all bad', { quantity: 2, paid: 2520 }, pieces(1, 100), 1260],
    ['both boxes, all bad', { quantity: 2, paid: 2520 }, pieces(2, 100), 2520],
    ['one of two boxes, half bad', { quantity: 2, paid: 2520 }, pieces(1, 50), 630],
    ['a little, of one of three', { quantity: 3, paid: 1000 }, pieces(1, 10), 33],
    ['a third of ten yuan is rounded down', { quantity: 3, paid: 1000 }, pieces(1, 100), 333],
    ['two thirds of ten yuan are rounded up', { quantity: 3, paid: 1000 }, pieces(2, 100), 667],
    ['half a fen is rounded up', { quantity: 2, paid: 1 }, pieces(1, 100), 1],
    ['half a fen above a fen is rounded up', { quantity: 2, paid: 3 }, pieces(1, 100), 2],
    ['less than half a fen is nothing', { quantity: 1, paid: 4 }, pieces(1, 10), 0],
    ['exactly half a fen by damage', { quantity: 1, paid: 5 }, pieces(1, 10), 1],
    ['weighed 800 g of 1000 g', { quantity: 1, paid: 2000 }, weight(1, 1000, 800), 400],
    ['weighed 850 g of 1000 g, one of four bags', { quantity: 4, paid: 3999 }, weight(1, 1000, 850), 150],
    ['nothing in the bag', { quantity: 1, paid: 2000 }, weight(1, 500, 0), 2000],
    ['heavier than promised gives nothing', { quantity: 1, paid: 2000 }, weight(1, 500, 600), 0],
    ['a gift that cost nothing', { quantity: 1, paid: 0 }, pieces(1, 100), 0],
  ])('%s', (_what, line, claim, fen) => {
    expect(refundPreview(line, claim)).toBe(fen)
  })

  // ¥100,000 for at most 400 pieces of at most a tonne: within these every product stays an exact integer.
  const line = fc.record({ quantity: fc.integer({ min: 1, max: 400 }), paid: fc.integer({ min: 0, max: 10_000_000 }) })
  const lineAndClaim = line.chain(bought => fc.record({
    bought: fc.constant(bought),
    claim: fc.oneof(
      fc.record({ measure: fc.constant('pieces' as const), bad: fc.integer({ min: 1, max: bought.quantity }), damage: fc.constantFrom(...DAMAGE_STEPS) }),
      fc.record({ measure: fc.constant('weight' as const), bad: fc.integer({ min: 1, max: bought.quantity }), promised: fc.integer({ min: 1, max: 1_000_000 }), actual: fc.integer({ min: 0, max: 1_000_000 }) }),
    ),
  }))

  it('is between nothing and what was paid, in whole fen', () => {
    fc.assert(fc.property(lineAndClaim, ({ bought, claim }) => {
      const fen = refundPreview(bought, claim)
      expect(Number.isSafeInteger(fen)).toBe(true)
      expect(fen).toBeGreaterThanOrEqual(0)
      expect(fen).toBeLessThanOrEqual(bought.paid)
    }))
  })

  it('equals the exact fraction, rounded half up', () => {
    fc.assert(fc.property(lineAndClaim, ({ bought, claim }) => {
      const [part, whole] = claim.measure === 'pieces'
        ? [BigInt(claim.bad) * BigInt(claim.damage), BigInt(bought.quantity) * 100n]
        : [BigInt(claim.bad) * BigInt(Math.max(0, claim.promised - claim.actual)), BigInt(bought.quantity) * BigInt(claim.promised)]
      const exact = BigInt(bought.paid) * part
      const floor = exact / whole
      const expected = 2n * (exact - floor * whole) >= whole ? floor + 1n : floor
      expect(BigInt(refundPreview(bought, claim))).toBe(expected)
    }), { numRuns: 1000 })
  })

  it('never falls when more is bad, or worse, or lighter', () => {
    fc.assert(fc.property(line, fc.nat(400), fc.nat(400), fc.constantFrom(...DAMAGE_STEPS), fc.constantFrom(...DAMAGE_STEPS), (bought, a, b, c, d) => {
      const [fewer, more] = [Math.min(a, b, bought.quantity), Math.min(Math.max(a, b), bought.quantity)]
      const [better, worse] = c < d ? [c, d] : [d, c]
      expect(refundPreview(bought, pieces(fewer, better))).toBeLessThanOrEqual(refundPreview(bought, pieces(more, better)))
      expect(refundPreview(bought, pieces(more, better))).toBeLessThanOrEqual(refundPreview(bought, pieces(more, worse)))
      expect(refundPreview(bought, weight(fewer, 500, a))).toBeLessThanOrEqual(refundPreview(bought, weight(more, 500, Math.max(0, a - b))))
    }))
  })

  it('of everything, all bad, is what was paid', () => {
    fc.assert(fc.property(line, fc.integer({ min: 1, max: 1_000_000 }), (bought, promised) => {
      expect(refundPreview(bought, pieces(bought.quantity, 100))).toBe(bought.paid)
      expect(refundPreview(bought, weight(bought.quantity, promised, 0))).toBe(bought.paid)
    }))
  })

  it('of its parts is never more than half a fen a part away from that of the whole', () => {
    fc.assert(fc.property(line, bought => {
      const apart = refundPreview(bought, pieces(1, 100)) * bought.quantity
      expect(Math.abs(apart - bought.paid) * 2).toBeLessThanOrEqual(bought.quantity)
    }))
  })
})

describe('a claim that cannot stand', () => {
  const line = { quantity: 3, paid: 3000 }
  const trouble = (reason: Reason, claim: Claim) => {
    const found = claimTrouble(line, reason, claim)
    return found && [found.code, found.field]
  }

  it.each([0, -1, NaN, Infinity, -Infinity, 0.5, 1.5, 2 ** 53])('%p pieces bad', bad => {
    expect(trouble('spoiled', pieces(bad, 100))).toEqual(['BAD_QUANTITY', 'claim.bad'])
    expect(trouble('underweight', weight(bad, 500, 400))).toEqual(['BAD_QUANTITY', 'claim.bad'])
  })

  it('more pieces than were bought; the message says how many were', () => {
    expect(trouble('spoiled', pieces(3, 10))).toBeNull()
    expect(trouble('spoiled', pieces(4, 10))).toEqual(['MORE_THAN_BOUGHT', 'claim.bad'])
    expect(trouble('underweight', weight(4, 500, 400))).toEqual(['MORE_THAN_BOUGHT', 'claim.bad'])
    expect(claimTrouble(line, 'spoiled', pieces(4, 10))?.message).toBe('您这单只买了 3 件，不能填 4 件')
  })

  it.each(REASON_CODES)('%s measured the wrong way', reason => {
    const right = exampleClaim(reason)
    expect(trouble(reason, right)).toBeNull()
    for (const wrong of [pieces(1, 100), weight(1, 500, 400), exampleClaim('late'), exampleClaim('partMissing')]) {
      if (wrong.measure !== right.measure) expect(trouble(reason, wrong)).toEqual(['WRONG_MEASURE', 'claim.measure'])
    }
  })

  it.each([
    ['promised nothing', 0, 0, 'BAD_WEIGHT', 'claim.promised'],
    ['promised less than nothing', -500, 400, 'BAD_WEIGHT', 'claim.promised'],
    ['promised no number', NaN, 400, 'BAD_WEIGHT', 'claim.promised'],
    ['promised half a gram', 500.5, 400, 'BAD_WEIGHT', 'claim.promised'],
    ['promised more than a tonne', 1_000_001, 400, 'BAD_WEIGHT', 'claim.promised'],
    ['weighs less than nothing', 500, -1, 'BAD_WEIGHT', 'claim.actual'],
    ['weighs no number', 500, NaN, 'BAD_WEIGHT', 'claim.actual'],
    ['weighs half a gram', 500, 0.5, 'BAD_WEIGHT', 'claim.actual'],
    ['weighs infinitely much', 500, Infinity, 'BAD_WEIGHT', 'claim.actual'],
    ['weighs what was promised', 500, 500, 'NOT_SHORT', 'claim.actual'],
    ['weighs more than promised', 500, 501, 'NOT_SHORT', 'claim.actual'],
  ])('%s', (_what, promised, actual, code, field) => {
    expect(trouble('underweight', weight(1, promised, actual))).toEqual([code, field])
  })

  it('but a gram short is a claim, and so is a tonne', () => {
    expect(trouble('underweight', weight(1, 500, 499))).toBeNull()
    expect(trouble('underweight', weight(3, 1_000_000, 0))).toBeNull()
  })
})

it('what is missing or wrong is so as a whole', () => {
  const line = { quantity: 2, paid: 1000 }
  expect(claimTrouble(line, 'missing', { measure: 'pieces', bad: 1, damage: 50 })).toMatchObject({ code: 'WRONG_MEASURE', field: 'claim.damage' })
  expect(claimTrouble(line, 'missing', { measure: 'pieces', bad: 1, damage: 100 })).toBeNull()
})
