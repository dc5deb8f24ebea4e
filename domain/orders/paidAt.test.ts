import fc from 'fast-check'
import { readPaidAt } from './paidAt'

const expected = Date.parse('2026-11-13T10:20:15+08:00')

test.each([
  ['2026-11-13 10:20:15'], ['2026/11/13 10:20:15'], ['2026年11月13日 10:20:15'], ['2026-11-13T10:20:15.000'],
  [new Date('2026-11-13T10:20:15Z')], [new Date('2026-11-13T10:20:14.999Z')], [46339.43072916667],
])('%p is a time in Shanghai', cell => expect(readPaidAt(cell)).toBe(expected))

test('minutes and days alone', () => {
  expect(readPaidAt('2026-1-3 9:05')).toBe(Date.parse('2026-01-03T09:05:00+08:00'))
  expect(readPaidAt('2026-01-03')).toBe(Date.parse('2026-01-03T00:00:00+08:00'))
})

test.each([[''], [null], [undefined], ['--']])('%p is nothing', cell => expect(readPaidAt(cell)).toBeNull())
test.each([['昨天'], ['2026-02-31 10:00:00'], ['2026-11-13 25:00:00'], [12.6], [true], [new Date(NaN)]])('%p is unreadable', cell => expect(readPaidAt(cell)).toBe('UNREADABLE'))

test('every second is read back', () => {
  fc.assert(fc.property(fc.integer({ min: Date.UTC(2010, 0) / 1000, max: Date.UTC(2060, 0) / 1000 }), seconds => {
    const wall = new Date(seconds * 1000 + 8 * 3_600_000)
    expect(readPaidAt(wall.toISOString().slice(0, 19).replace('T', ' '))).toBe(seconds * 1000)
    expect(readPaidAt(wall)).toBe(seconds * 1000)
  }))
})
