import fc from 'fast-check'
import { readFen } from './money'

test.each([
  ['1,234.50', 123450], ['¥12.6', 1260], ['￥12.60', 1260], ['12元', 1200], [' 0.07 ', 7], ['129', 12900], ['１２．５', 1250], ['12.', 1200], ['12.600', 1260],
  [12.6, 1260], [119.8, 11980], [0.1 + 0.2, 30], [0, 0], [1.005e2, 10050], ['-0.00', 0], ['007.1', 710],
])('%p is %p fen', (cell, fen) => expect(readFen(cell)).toBe(fen))

test.each([
  ['', 'EMPTY'], [null, 'EMPTY'], [undefined, 'EMPTY'], ['免费', 'NOT_MONEY'], ['1,23.5', 'NOT_MONEY'], ['12.5.1', 'NOT_MONEY'], ['.', 'NOT_MONEY'], [true, 'NOT_MONEY'],
  ['-3.00', 'NEGATIVE'], ['¥-3', 'NEGATIVE'], [-0.01, 'NEGATIVE'], ['12.605', 'TOO_PRECISE'], [12.605, 'TOO_PRECISE'], ['13836057668', 'TOO_LARGE'], [13836057668, 'TOO_LARGE'], [NaN, 'NOT_MONEY'],
])('%p is refused as %s', (cell, problem) => expect(readFen(cell)).toBe(problem))

test('every amount is read back to the fen, as text, with thousands, and as a number cell', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), fen => {
    const whole = String(Math.floor(fen / 100))
    const cents = String(fen % 100).padStart(2, '0')
    expect(readFen(`${whole}.${cents}`)).toBe(fen)
    expect(readFen(`¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`)).toBe(fen)
    expect(readFen(Number(`${whole}.${cents}`))).toBe(fen)
  }))
})
