import { severalHouseholds } from './severalHouseholds'

const of = (...households: [string, string][]) => ({ lines: households.map(([joinNumber, buyer]) => ({ joinNumber, buyer })) })

test('one household has another number in every group-buy; two are told by name, or by number', () => {
  expect(severalHouseholds([of(['3', '林家'], ['3', '林家']), of(['8', '林家'])])).toBe(false)
  expect(severalHouseholds([of(['3', '林家']), of(['8', '王家'])])).toBe(true)
  expect(severalHouseholds([of(['3', '林家'], ['9', '林家'])])).toBe(true)
  expect(severalHouseholds([])).toBe(false)
})
