import fc from 'fast-check'
import { hideHousehold } from './hideHousehold'

const line = { buyer: '明天会更好', receiver: '王秀珍', room: '5号楼602室' }

test.each([
  ['我是王秀珍，坏了', '我是＊＊，坏了'],
  ['明天会更好家的', '＊＊家的'],
  ['放到5号楼602室门口', '放到＊＊门口'],
  ['5号楼602', '＊＊'],
  ['5 号楼 602', '＊＊'],
  ['12栋3单元1504', '＊＊'],
  ['送602室', '送＊＊'],
  ['电话13912345678', '电话****'],
  ['坏了3个，一共5斤，花了59.9', '坏了3个，一共5斤，花了59.9'],
])('%s', (written, shown) => {
  expect(hideHousehold(written, line)).toBe(shown)
})

test('a name of one letter does not blank half a sentence', () => {
  expect(hideHousehold('一点也不新鲜', { ...line, buyer: '一', receiver: '' })).toBe('一点也不新鲜')
})

it('hides a phone also where a nickname is part of its digits, and a nickname that contains a phone', () => {
  expect(hideHousehold('打13800138000', { ...line, buyer: '13' })).toBe('打****')
  expect(hideHousehold('李姐 13800138000说的', { ...line, buyer: '李姐 13800138000' })).toBe('＊＊说的')
  expect(hideHousehold('打139 0013 9000', { ...line, buyer: '13800138000' })).toBe('打****')
})

it('hides the longer of two names that begin alike', () => {
  expect(hideHousehold('我是王秀珍', { ...line, receiver: '王秀', buyer: '王秀珍' })).toBe('我是＊＊')
})

describe('where somebody lives, however it is written', () => {
  it.each([
    '5号楼602室', '5号楼602', '5-602', '5—602', '5 - 602', '５－６０２', '05-602', '5/602', '5.602', '5、602', '5栋602', '五栋602', '五号楼六零二', '五号楼六〇二室', '五幢六零二', '5#602', '5号602', '5楼602', '602', '602室', '６０２', '六零二', '六〇二',
    '5幢2单元602', '5号楼2单元', '5号楼6楼602', '3单元602', '3单元 602 室', '甲单元602', 'A栋301', 'a栋301', 'B座1201', 'B座 1201室', '12栋3单元1504', '12-3-1504', '8-1101', '十二号楼一五零四', '12号楼', '三号楼', '1504室', '一五零四室',
  ])('%j is not readable, wherever it stands', place => {
    for (const [head, tail] of [['', ''], ['我是', '的，坏了2盒'], ['住', '，谢谢'], ['(', ')'], ['坏了1盒 ', ' 南门']] as const) expect(hideHousehold(`${head}${place}${tail}`, line)).toBe(`${head}＊＊${tail}`)
  })

  it('a room with a unit is also known without it', () => {
    const unit = { ...line, room: '12号楼3单元801室' }
    for (const place of ['12-3-801', '12-801', '十二栋三单元801', '12号楼801', '801', '八零一']) expect(hideHousehold(`我${place}的`, unit)).toBe('我＊＊的')
  })

  it('what a supplier could read of a household is gone', () => {
    expect(hideHousehold('我是5-602的，打139.12.34.56.78，五栋602，602，坏了2盒', line)).toBe('我是＊＊的，打****，＊＊，＊＊，坏了2盒')
  })
})

describe('an account behind its name', () => {
  it.each([['微信wxid_abc123', '微信＊＊'], ['微信号：lily_2020，', '微信号：＊＊，'], ['加微信 abc-12345', '加微信 ＊＊'], ['vx:lily2020', 'vx:＊＊'], ['VX Lily2020', 'VX ＊＊'], ['wx＝lily2020', 'wx＝＊＊'], ['加v：lily2020', '加v：＊＊'], ['V信ｌｉｌｙ２０２０', 'V信＊＊'], ['QQ 123456789', 'QQ ＊＊'], ['wxid_8h2k3j4l', '＊＊']])('%s', (written, shown) => {
    expect(hideHousehold(written, line)).toBe(shown)
  })
})

describe('what counts, weighs, costs or dates something stays as it was written', () => {
  it.each([
    '坏了2盒', '坏了两盒', '一共3盒，坏了1盒', '59.90', '¥59.90一盒', '花了602元', '602克', '602 g', '重602.5克', '称了3斤，少了2两', '2斤/盒', '5-6盒', '坏了10-12个', '50-100克', '12.8-15.8元', '2026-11-14', '2026-11-14 10:20', '11月14日', '18:20拿的', '一半坏了', '5盒坏了2盒，29.9一盒', '第一盒', '三分之一', '602个', '六零二克',
    '这座', '一座', '5斤602克', '1602', '6020', '60.2', '微信转了59.9', '微信退我20000元', '没加微信', '5g网', '退我12.50，13.50，14.50', '13.50，15.80，19.90，12.5', '13盒，15盒，17盒，12盒，10盒，1盒', 'A级果', 'B门口', '一门心思',
  ])('%s', words => {
    expect(hideHousehold(words, line)).toBe(words)
  })
})

it('nothing that counts pieces, weight or money is ever changed', () => {
  const amount = fc.tuple(fc.oneof(fc.integer({ min: 0, max: 9999 }).map(String), fc.integer({ min: 0, max: 99999 }).map(fen => (fen / 100).toFixed(2)), fc.constantFrom('一', '两', '三', '十二', '半')), fc.constantFrom('盒', '箱', '个', '斤', '克', '元', '块', 'kg', 'g', '%')).map(([number, unit]) => number + unit)
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('坏了', '少了', '花了', '，', '。', ' ', '退'), amount).map(parts => parts.join('')), { maxLength: 8 }), said => {
    expect(hideHousehold(said.join(''), line)).toBe(said.join(''))
  }), { numRuns: 1000 })
})
