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
