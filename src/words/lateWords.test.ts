import { lateWords } from './lateWords'

test.each([[60_000, '晚了不到半小时'], [45 * 60_000, '晚了半个多小时'], [3600_000, '晚了 1 小时'], [47.9 * 3600_000, '晚了 47 小时'], [48 * 3600_000, '晚了 2 天']])('%i ms: %s', (late, words) => {
  expect(lateWords(late)).toBe(words)
})
