import fc from 'fast-check'
import { allTaken, takeTurn, TURNS, WINDOW } from './robotTurns'

it('however often it is asked, and whenever, WeCom never counts more than 20 in a minute, though each may be under way as long as it is waited for', () => {
  const asked = fc.array(fc.record({ after: fc.integer({ min: 0, max: 5_000 }), underWay: fc.integer({ min: 0, max: WINDOW - 60_000 - 1 }) }), { minLength: 30, maxLength: 200 })
  fc.assert(fc.property(asked, all => {
    let now = 1_000_000
    let taken: number[] = []
    const arrived: number[] = []
    for (const { after, underWay } of all) {
      now += after
      const turn = takeTurn(taken, now)
      if ('freeAt' in turn) expect(turn.freeAt).toBeGreaterThan(now)
      else {
        taken = turn.taken
        arrived.push(now + underWay)
      }
    }
    for (const at of arrived) expect(arrived.filter(other => other >= at && other < at + 60_000).length).toBeLessThanOrEqual(TURNS)
  }))
})

it('the next turn is free as soon as the oldest of twenty is out of sight, and not before', () => {
  const taken = Array.from({ length: TURNS }, (_, i) => 1000 + i)
  const turn = takeTurn(taken, 2000)
  expect(turn).toEqual({ freeAt: 1000 + WINDOW })
  expect(takeTurn(taken, 1000 + WINDOW - 1)).toEqual({ freeAt: 1000 + WINDOW })
  expect('taken' in takeTurn(taken, 1000 + WINDOW)).toBe(true)
})

it('what is no longer counted is forgotten; where WeCom says that it was too much, all are taken', () => {
  expect(takeTurn([1, 2, 3], WINDOW + 10)).toEqual({ taken: [WINDOW + 10] })
  expect(takeTurn(allTaken(500), 600)).toEqual({ freeAt: 500 + WINDOW })
})
