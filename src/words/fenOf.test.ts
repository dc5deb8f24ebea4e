import { fenOf } from './fenOf'

test.each([['12.6', 1260], ['12.60', 1260], ['0.05', 5], ['100', 10000], [' 3 ', 300], ['0.29', 29]])('%s is %i fen', (yuan, fen) => {
  expect(fenOf(yuan)).toBe(fen)
})

test.each(['', '.5', '1.234', '-1', '1e3', '一块', '12.', '1234567'])('%p is no amount', yuan => {
  expect(fenOf(yuan)).toBeNull()
})
