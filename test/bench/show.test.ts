import { percentile } from './atOnce'
import type { Figure } from './figure'
import { asJson, asTable } from './show'

const figures: Figure[] = [
  { name: 'roundTrips.file', value: 5, unit: 'requests', yardstick: { value: 6, of: 'budget' } },
  { name: 'throughput.sdk.add', value: 1234, unit: 'per second', yardstick: null },
]

test('programs get an object a line', () => {
  expect(asJson(figures).split('\n').map(line => JSON.parse(line) as unknown)).toEqual([
    { name: 'roundTrips.file', value: 5, unit: 'requests', yardstick: 6, ratio: 0.833 },
    { name: 'throughput.sdk.add', value: 1234, unit: 'per second', yardstick: null, ratio: null },
  ])
})

test('people get a table whose columns stand under each other', () => {
  const [head = '', first = '', second = ''] = asTable(figures).split('\n')
  expect(first.indexOf('requests')).toBe(head.indexOf('unit'))
  expect(second.indexOf('per second')).toBe(head.indexOf('unit'))
  expect(first).toContain('0.833×')
  expect(second).toContain('1,234')
})

test('the 95th of 100', () => {
  expect(percentile(Array.from({ length: 100 }, (_, i) => 100 - i), 0.95)).toBe(95)
  expect(percentile([7], 0.95)).toBe(7)
})
