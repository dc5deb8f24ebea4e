import fc from 'fast-check'
import { fitField } from './limits'

it.each([
  ['thing1', '草莓', '草莓'],
  ['thing1', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['thing1', '一二三四五六七八九十一二三四五六七八九十多', '一二三四五六七八九十一二三四五六七八九…'],
  ['thing3', '坏了\n一半\r\n\t烂', '坏了 一半 烂'],
  ['thing3', 'a\u2028b\u0085c\u0000d', 'a b c d'],
  ['thing3', '', '-'], ['thing3', ' \n ', '-'], ['thing3', '\u200b\u200b', '-'], ['thing3', '\u{e0001}', '-'],
  ['thing3', '🍓', '🍓'],
  // An emoji counts as two, and is never cut in half.
  ['thing3', '🍓'.repeat(10), '🍓'.repeat(10)],
  ['thing3', '🍓'.repeat(11), `${'🍓'.repeat(9)}…`],
  ['thing3', `一${'🍓'.repeat(10)}`, `一${'🍓'.repeat(9)}…`],
  ['thing3', '家'.repeat(16) + '👨\u200d👩\u200d👧好好', `${'家'.repeat(16)}👨…`],
  ['thing3', '坏\ud83d了', '坏了'],
  ['phrase17', '待处理', '待处理'], ['phrase17', '一二三四五六', '一二三四五'], ['phrase17', '已退款!', '已退款'], ['phrase17', 'ok 👌', '无'], ['phrase17', '', '无'],
  ['character_string2', '0F8FAD5B', '0F8FAD5B'], ['character_string2', '编号 A-1\n', 'A-1'], ['character_string2', 'x'.repeat(40), 'x'.repeat(32)], ['character_string2', '编号', '-'],
  ['name1', '一二三四五六七八九十十', '一二三四五六七八九…'],
  ['time3', '2026-11-14 21:00', '2026-11-14 21:00'], ['amount1', '¥12.60', '¥12.60'], ['amount1', '', '-'],
])('%s of %j is %j', (field, value, fitted) => {
  expect(fitField(field, value)).toBe(fitted)
})

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.integer({ min: 0, max: 0xffff })).map(units => String.fromCharCode(...units)))

it('whatever it is given, a field is within WeChat\'s limits, and fitting it again changes nothing', () => {
  fc.assert(fc.property(anyText, text => {
    const thing = fitField('thing1', text)
    expect(thing.length).toBeGreaterThan(0)
    expect(thing.length).toBeLessThanOrEqual(20)
    expect(thing).toBe(thing.trim())
    expect(thing).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u)
    expect(fitField('phrase1', text)).toMatch(/^\p{Script=Han}{1,5}$/u)
    expect(fitField('character_string1', text)).toMatch(/^[ -~]{1,32}$/)
    for (const field of ['thing1', 'phrase1', 'character_string1']) expect(fitField(field, fitField(field, text))).toBe(fitField(field, text))
  }), { numRuns: 500 })
})
