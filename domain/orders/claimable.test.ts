import { isClaimable, whyNotClaimable } from './claimable'

test.each([
  ['paid', 1000, 0, true], ['paid', 1000, 999, true], ['paid', 0, 0, true], ['paid', 1000, 1000, false],
  ['unpaid', 1000, 0, false], ['cancelled', 1000, 0, false], ['refunded', 1000, 1000, false], ['refunded', 1000, 0, false],
] as const)('%s, %d fen, %d refunded: %s', (status, total, refunded, claimable) => {
  expect(isClaimable({ status, total, refunded })).toBe(claimable)
  expect(whyNotClaimable({ status, total, refunded }) === null).toBe(claimable)
})
