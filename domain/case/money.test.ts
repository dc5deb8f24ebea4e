import fc from 'fast-check'
import { yuan } from './money'

it.each([[0, '¥0.00'], [1, '¥0.01'], [10, '¥0.10'], [99, '¥0.99'], [100, '¥1.00'], [1260, '¥12.60'], [123456789, '¥1234567.89'], [-1, '-¥0.01'], [-1260, '-¥12.60']])('%i fen are %s', (fen, words) => {
  expect(yuan(fen)).toBe(words)
})

it('can be read back to the fen', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), fen => {
    const [, sign, whole, cents] = /^(-?)¥(\d+)\.(\d\d)$/.exec(yuan(fen)) ?? []
    expect(BigInt(whole ?? '') * 100n + BigInt(cents ?? '')).toBe(BigInt(Math.abs(fen)))
    expect(sign === '-').toBe(fen < 0)
  }))
})
