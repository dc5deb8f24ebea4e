import { byJoinNumber } from './joinNumber'

test('as people count: numbers by their value, then words, none at the end', () => {
  const sorted = ['', 'J2', '12', '2', '100', 'J15', '7号', ''].map(joinNumber => ({ joinNumber })).sort(byJoinNumber)
  expect(sorted.map(h => h.joinNumber)).toEqual(['2', '7号', '12', '100', 'J15', 'J2', '', ''])
})
