import { keepCounts, openCounts } from './countDraft'

test('what was counted is there again, with the photos that arrived; recorded, it is forgotten', () => {
  const count = { arrived: 60, damaged: 23, photos: ['a'], sending: 2, bearer: 'supplier' as const }
  keepCounts('g1', new Map([['p1', count]]))
  expect([...openCounts('g1')]).toEqual([['p1', { ...count, sending: 0 }]])
  expect(openCounts('g2').size).toBe(0)
  keepCounts('g1', new Map())
  expect(openCounts('g1').size).toBe(0)
})
