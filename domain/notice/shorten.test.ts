import fc from 'fast-check'
import { shortGoods, shortName, shortSentence } from './shorten'

test.each([
  ['草莓', 20, '草莓'],
  ['【丹东99草莓】顺丰冷链', 20, '【丹东99草莓】顺丰冷链'],
  ['【丹东99草莓】顺丰冷链，超大果，一盒两斤', 20, '【丹东99草莓】顺丰冷链，超大果…'],
  ['【丹东99草莓】顺丰冷链，超大果，一盒两斤', 8, '丹东99草莓'],
  ['阳光玫瑰葡萄（特级大果，礼盒装，产地云南）', 20, '阳光玫瑰葡萄'],
  ['山东烟台红富士苹果 85mm 以上 5斤装 坏果包赔', 20, '山东烟台红富士苹果 85mm 以上…'],
  ['【预售】【不新鲜包退】【顺丰】云南高原蓝莓125克*12盒', 20, '云南高原蓝莓125克*12盒'],
  ['【预售】【不新鲜包退】【顺丰】云南高原蓝莓125克*12盒', 10, '云南高原蓝莓125…'],
  ['【48小时内发货】烟台红富士苹果脆甜多汁新鲜水果整箱', 20, '烟台红富士苹果脆甜多汁新鲜水果整箱'],
  ['【顺丰包邮丹东99草莓】奶油味大果新鲜当季水果整箱', 14, '顺丰包邮丹东99草莓'],
  ['很长很长很长很长很长很长很长很长很长的商品名', 20, '很长很长很长很长很长很长很长很长很长的…'],
])('goods: %s in %i: %s', (title, longest, short) => {
  expect(shortGoods(title, longest)).toBe(short)
})

test.each([['王阿姨', 8, '王阿姨'], ['阳光花园三期二十栋的王阿姨和李叔叔一家', 10, '阳光花园三期二十栋…'], ['小王', 1, '小王'], ['王阿姨', 0, '王…']])('%s in %i: %s', (name, longest, short) => {
  expect(shortName(name, longest)).toBe(short)
})

test.each([
  ['同意了，退您 ¥12.60', '同意了，退您 ¥12.60'],
  ['平台在查，11月16日上午11点20分前有结果', '平台在查，11月16日上午11点20分…'],
  ['请再拍一张清楚的、说一下坏了几个、拍一下包装上的日期', '请再拍一张清楚的、说一下坏了几个…'],
  ['供货商那边没有人了，东西的事请您来办', '供货商那边没有人了，东西的事请您来办'],
  ['同意了，退款 ¥12.60，另补 ¥3.00 运费', '同意了，退款 ¥12.60，另补…'],
])('%s: %s', (words, short) => {
  const said = shortSentence(words, 20)
  expect(said).toBe(short)
  expect(said.length).toBeLessThanOrEqual(20)
})

const words = fc.string({ unit: fc.constantFrom('草', '莓', '，', '。', ' ', '1', '.', '¥', '【', '】', '（', '）', '🍓', '、'), maxLength: 60 })

test('whatever it is given, it fits, and begins as it did', () => {
  fc.assert(fc.property(words, fc.integer({ min: 4, max: 30 }), (text, longest) => {
    for (const short of [shortSentence(text, longest), shortGoods(text, longest)]) {
      expect(short.length).toBeLessThanOrEqual(longest)
      expect(short).not.toMatch(/\p{Cs}/u)
    }
    const whole = text.replace(/\s+/gu, ' ').trim()
    expect(whole.startsWith(shortSentence(text, longest).replace(/…$/, ''))).toBe(true)
  }), { numRuns: 1000 })
})
