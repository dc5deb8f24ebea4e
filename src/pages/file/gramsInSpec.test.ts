import { gramsInSpec } from './gramsInSpec'

test.each([['2斤/盒', 1000], ['整条450g', 450], ['2.5斤', 1250], ['1kg装', 1000], ['盒装(约1斤)', 500], ['5公斤/箱', 5000]])('%s promises %i g', (spec, grams) => {
  expect(gramsInSpec(spec)).toBe(grams)
})

test.each(['', '6枚装', '4个/袋', '大号'])('%p promises no weight', spec => {
  expect(gramsInSpec(spec)).toBeNull()
})
