import { sweepCost } from './sweepCost'

test('a minute of clock and courier asks and reads as much among many cases as among few', async () => {
  const few = await sweepCost(200)
  const many = await sweepCost(5000)
  expect({ idle: many.idle, due: many.due }).toEqual({ idle: few.idle, due: few.due })
  // Something was done, and counted.
  expect(few.due.clock.documents).toBeGreaterThanOrEqual(10)
  expect(few.due.courier.requests).toBeGreaterThan(20)
  expect(few.idle.clock.documents).toBeLessThan(10)
}, 120_000)
