import fc from 'fast-check'
import { maskPhones } from './maskPhones'

describe('a phone number in words', () => {
  it.each([
    '13800138000', '138 0013 8000', '138-0013-8000', '138  0013  8000', '138–0013–8000', '138—0013—8000', '138.0013.8000', '138，0013，8000', '138_0013_8000', '138/0013/8000',
    '1 3 8 0 0 1 3 8 0 0 0', '138 00 13 80 00', '1380 0138 000', '13800 138000', '138\n0013\n8000', '138\u00a00013\u20038000', '1\u200b3\u200b8\u200b0\u200b0\u200b1\u200b3\u200b8\u200b0\u200b0\u200b0',
    '１３８００１３８０００', '１３８ ００１３ ８０００', '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', '①③⑧⓪⓪①③⑧⓪⓪⓪', '一三八零零一三八零零零', '幺三八〇〇幺三八〇〇〇',
    '+8613800138000', '+86 138 0013 8000', '＋８６１３８００１３８０００', '(+86)13800138000', '（+86）138-0013-8000', '8613800138000', '86-13800138000', '008613800138000', '0086 138 0013 8000',
    '19912345678', '16612345678', '17012345678',
    '01062345678', '010-62345678', '010 6234 5678', '(010)62345678', '（010）6234-5678', '(021)62345678', '021.6234.5678', '0571-87654321', '05718765432', '0351 1234567', '021-62 34 56 78', '+86 10 6234 5678', '+86-571-87654321', '00862162345678',
  ])('%j is not readable, wherever it stands', phone => {
    for (const [head, tail] of [['', ''], ['电话', '，谢谢'], ['打我：', '！'], ['3栋 ', ' 南门'], ['tel=', 'abc'], ['坏了3个，', '\n快点']] as const) {
      expect(maskPhones(`${head}${phone}${tail}`)).toBe(`${head}****${tail}`)
    }
  })

  it.each(['1504 13800138000', '15栋1504 138 0013 8000', '第三13800138000', '9号楼13800138000转4365', '138 0013 8000 2单元', '010-62345678 2单元', '1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣'])('is found among house numbers: %s', words => {
    expect(maskPhones(words)).not.toMatch(/138|8000|3.?.?8/)
    expect(maskPhones(words)).toContain('****')
  })

  it.each([
    '139【1234】5678', '139(1234)5678', '139（1234）5678', '139：1234：5678', '139.12.34.56.78', '139，12，34，56，78', '139+1234+5678', '139a1234a5678', '139打1234头5678', '139[1234]5678', '1/3/9/1/2/3/4/5/6/7/8', '1、3、9、1、2、3、4、5、6、7、8', '139…1234…5678', '139🍓1234🍓5678', '139一二三四5678', '一三九，一二三四，五六七八', '壹叁玖壹贰叁肆伍陆柒捌', '+86139【1234】5678', '1️⃣3️⃣9️⃣-1️⃣2️⃣3️⃣4️⃣-5️⃣6️⃣7️⃣8️⃣',
  ])('%j is found through what was put between its digits', phone => {
    expect(readable(`打${phone}谢谢`)).toBe('')
  })

  it('is found as often as it stands there', () => {
    expect(maskPhones('13800138000或者139 0013 9000,010-62345678 13700137000')).toBe('****或者****,**** ****')
  })
})

describe('other words', () => {
  it.each([
    '', '坏了，烂了！', '一三五七九号', '三盒里有两盒坏了', '2026-11-14 10:20', '2026年11月14日', '9号楼1504室', '¥12.60', '重 1000 克，只有 850.5 克', '订单 4200001234202611140000000001', '单号 138001380001', '运单 1380013800012345', '01062345678901',
    '200,000 件', '1380013800', '12345678901', '10086', '12315', '“新鲜”（甜）～', '坏了\n\n全坏', '🍓👨‍👩‍👧 1️⃣盒', 'ＡＢＣ１２３', '½盒',
  ])('%j stay as they were written', words => {
    expect(maskPhones(words)).toBe(words)
  })
})

/** The digits that can still be read, in any dress. */
const readable = (words: string) => [...maskPhones(words)].map(letter => { const at = '零一二三四五六七八九'.indexOf(letter); return at < 0 ? letter.normalize('NFKC') : String(at) }).join('').replace(/\D/g, '')
/** The most digits of a number, in their order, that stand in what can be read. */
function inOrder(phone: string, read: string): number {
  let most = new Array<number>(read.length + 1).fill(0)
  for (const digit of phone) {
    const next = [0]
    for (let i = 0; i < read.length; i++) next.push(read.charAt(i) === digit ? (most[i] ?? 0) + 1 : Math.max(most[i + 1] ?? 0, next[i] ?? 0))
    most = next
  }
  return most.at(-1) ?? 0
}

it('whatever is put between the digits of a mobile number, fewer than seven of them can be read in their order', () => {
  const mobile = fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })).map(([head, rest]) => head + rest.join(''))
  const between = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom(' ', '-', '—', '.', '。', '，', '、', '：', '/', '+', '_', '~', '【', '】', '(', ')', '（', '）', '[', ']', '「', '|', '…', '打', '电话', '再', 'a', 'xx', '🍓', '\n', '\u200b', '  ', ' - '), fc.string({ unit: 'grapheme', maxLength: 3 }).filter(text => !/^\s*(?:k?g|m?l|cm)|[\p{N}零〇一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖参貳陸參盒箱袋包瓶份件个颗只条斤克公元块毛角月日号楼栋幢座年点时室¥￥$%*＊]/iu.test(text.normalize('NFKC').replace(/[\p{M}\p{Cf}]/gu, '')) && [...text.normalize('NFKC')].length <= 6))
  const dress = fc.constantFrom((d: string) => d, (d: string) => String.fromCodePoint(0xff10 + Number(d)), (d: string) => '零一二三四五六七八九'.charAt(Number(d)), (d: string) => '零壹贰叁肆伍陆柒捌玖'.charAt(Number(d)), (d: string) => `${d}\ufe0f\u20e3`)
  fc.assert(fc.property(mobile, fc.array(between, { minLength: 10, maxLength: 10 }), dress, fc.constantFrom('', '打', '坏了3盒，', '5号楼 ', '12.8元，'), (phone, gaps, dressed, head) => {
    const written = [...phone].map((digit, i) => dressed(digit) + (gaps[i] ?? '')).join('')
    expect(inOrder(phone, readable(`${head}${written}谢谢`))).toBeLessThan(7)
  }), { numRuns: 2000 })
})

const digits = (n: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map(ds => ds.join(''))
const somePhone = fc.oneof(
  fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9)).map(parts => parts.join('')),
  fc.tuple(fc.constantFrom('010', '021', '0571'), fc.integer({ min: 2, max: 8 }).map(String), digits(7)).map(parts => parts.join('')),
)
const fullWidth = (text: string) => text.replace(/\d/g, d => String.fromCodePoint(0xff10 + Number(d)))

it('however it is dressed, none of its last eight digits can be read in a row', () => {
  fc.assert(fc.property(somePhone, fc.constantFrom('', ' ', '-', '  ', '\u3000', '—'), fc.nat(10), fc.boolean(), fc.constantFrom('', '电话', '坏了一半，', 'x '), (phone, gap, every, wide, head) => {
    const spaced = [...phone].map((d, i) => (i > 0 && (every < 3 ? i === 3 || i === 7 : i % every === 0) ? gap + d : d)).join('')
    const masked = maskPhones(`${head}${wide ? fullWidth(spaced) : spaced}谢谢`)
    expect(masked.normalize('NFKC').replace(/\D/g, '')).toBe('')
    expect(masked).toBe(`${head}****谢谢`)
  }), { numRuns: 500 })
})

it('reading it twice hides nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('1', '3', '8', '0', ' ', '-', '坏', '８', '一', '+'), maxLength: 60 }), words => {
    expect(maskPhones(maskPhones(words))).toBe(maskPhones(words))
  }))
})
