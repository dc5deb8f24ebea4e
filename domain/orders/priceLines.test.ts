import fc from 'fast-check'
import { learnPrices } from './learnPrices'
import { priceLines, shareOut } from './priceLines'

const line = (quantity: number, price: number | null) => ({ quantity, price })

test('list prices that add up are what was paid', () => {
  expect(priceLines([line(2, 5990), line(1, 650)], 12630)).toEqual({ paid: [11980, 650], how: 'list', withoutPrice: [] })
})
test('a coupon is shared out in proportion', () => {
  expect(priceLines([line(1, 5990), line(3, 1280), line(1, 650)], 9980)).toEqual({ paid: [5704, 3657, 619], how: 'allocated', withoutPrice: [] })
})
test('a single line cost the total, price or no price', () => {
  expect(priceLines([line(3, null)], 100)).toEqual({ paid: [100], how: 'single', withoutPrice: [] })
})
test('a line without a price takes what the others leave, and is marked', () => {
  expect(priceLines([line(1, 5990), line(2, null)], 8000)).toEqual({ paid: [5990, 2010], how: 'guessed', withoutPrice: [1] })
})
test('where the others leave nothing, it counts as the average of the known ones', () => {
  expect(priceLines([line(1, 1000), line(1, null)], 800)).toEqual({ paid: [400, 400], how: 'guessed', withoutPrice: [1] })
})
test('no prices at all: by pieces, all marked', () => {
  expect(priceLines([line(1, null), line(2, null)], 1000)).toEqual({ paid: [333, 667], how: 'guessed', withoutPrice: [0, 1] })
})
test('everything free of charge by the list, but something was paid', () => {
  expect(priceLines([line(1, 0), line(1, 0)], 3)).toEqual({ paid: [2, 1], how: 'allocated', withoutPrice: [] })
})

const lines = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9999 }), price: fc.option(fc.integer({ min: 0, max: 999_999_999 })) }), { minLength: 1, maxLength: 12 })
const total = fc.oneof(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 50 }))

test('whatever the prices: integers, never negative, adding up to the total', () => {
  fc.assert(fc.property(lines, total, (each, sum) => {
    const { paid, withoutPrice, how } = priceLines(each, sum)
    expect(paid).toHaveLength(each.length)
    expect(paid.every(amount => Number.isSafeInteger(amount) && amount >= 0)).toBe(true)
    expect(paid.reduce((a, b) => a + b, 0)).toBe(sum)
    expect(withoutPrice.length > 0).toBe(how === 'guessed')
    expect(withoutPrice.every(index => each[index]?.price === null)).toBe(true)
  }), { numRuns: 500 })
})

test('no share is off by a fen or more', () => {
  fc.assert(fc.property(total, fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 }), (sum, weights) => {
    const all = weights.reduce((a, b) => a + b, 0)
    fc.pre(all > 0)
    shareOut(sum, weights).forEach((share, index) => expect(Math.abs(share - sum * (weights[index] ?? 0) / all)).toBeLessThan(1.0001))
  }))
})

test('prices learnt from orders of a single product, where they agree', () => {
  const order = (productId: string, quantity: number, sum: number) => ({ total: sum, lines: [{ productId, quantity }] })
  expect([...learnPrices([
    order('a', 2, 500), order('a', 1, 250), order('b', 1, 100), order('b', 1, 90), order('c', 3, 100),
    { total: 100, lines: [{ productId: 'd', quantity: 1 }, { productId: 'a', quantity: 1 }] },
  ])]).toEqual([['a', 250]])
})
