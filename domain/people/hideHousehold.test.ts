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
    '这座', '一座', '5斤602克', '1602', '6020', '60.2', '微信转了59.9', '微信退我20000元', '没加微信', '5g网', '退我12.50，13.50，14.50', '13.50，15.80，19.90，12.5', '13盒，15盒，17盒，12盒，10盒，1盒', '路上压坏了5盒', '一路颠坏了88个', '5号到的', '村里5号到货', '3000-4000元', '5000 6000 克', '2026-1114', '支付宝退我20000元', '抖音上买的', '重 5000-6000g', 'A级果', 'B门口', '一门心思',
  ])('%s', words => {
    expect(hideHousehold(words, line)).toBe(words)
  })
})

describe('who somebody is, by a number or an address', () => {
  it.each([
    ['身份证320102196001011234', '身份证＊＊'], ['身份证号：32010219600101123X，', '身份证号：＊＊，'], ['320102 19600101 1234', '＊＊'], ['３２０１０２１９６００１０１１２３４', '＊＊'], ['320102600101123', '＊＊'],
    ['邮箱wangxiuying@163.com', '邮箱＊＊'], ['QQ邮箱123456789@qq.com', 'QQ邮箱＊＊'], ['写 wang.xy@mail.example.cn 给我', '写 ＊＊ 给我'], ['13800138000@139.com', '＊＊'],
    ['住梧桐路88弄12号502', '住＊＊'], ['88弄12号502', '＊＊'], ['在中山北路1234号，', '在＊＊，'], ['东风村12号', '＊＊'], ['东风村3组', '＊＊'], ['解放大街５号', '＊＊'], ['槐树巷七号', '＊＊'], ['送到长安街88号2单元502室', '送到＊＊'],
    ['支付宝wangxy1960', '支付宝＊＊'], ['抖音号wxy1960', '抖音号＊＊'], ['快手：wxy_1960', '快手：＊＊'], ['小红书号 wxy1960', '小红书号 ＊＊'], ['QQ号123456789', 'QQ号＊＊'], ['微信号wxy_1960abc', '微信号＊＊'],
    ['座机6234 5678', '座机＊＊'], ['座机：6234-5678', '座机：＊＊'], ['打6234 5678找我', '打＊＊找我'], ['电话是 623 4567', '电话是 ＊＊'],
  ])('%s', (written, shown) => {
    expect(hideHousehold(written, line)).toBe(shown)
  })

  it('a card of whatever district, day and dress cannot be read', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    const card = fc.tuple(fc.integer({ min: 110000, max: 659999 }), fc.integer({ min: 1920, max: 2019 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 100, max: 999 }), fc.constantFrom('0', '7', 'X', 'x'))
      .map(([district, year, month, day, order, check]) => `${district}${year}${two(month)}${two(day)}${order}${check}`)
    fc.assert(fc.property(card, fc.constantFrom('', '我是', '身份证 ', '坏了3盒，'), fc.constantFrom('', '，', '的', '！'), fc.boolean(), (number, head, tail, wide) => {
      const written = wide ? number.replace(/[0-9]/g, d => String.fromCodePoint(0xff10 + Number(d))) : number
      expect(hideHousehold(head + written + tail, line)).toBe(`${head}＊＊${tail}`)
    }), { numRuns: 500 })
  })

  it('a house in a street or a lane cannot be read, whatever its numbers', () => {
    const number = fc.integer({ min: 1, max: 999 }).map(String)
    fc.assert(fc.property(fc.constantFrom('梧桐', '中山北', '人民'), fc.constantFrom('路', '街', '大道', '巷', '村'), number, number, fc.integer({ min: 101, max: 3999 }).map(String), fc.boolean(), (name, kind, lane, house, door, withLane) => {
      const masked = hideHousehold(`住在${name}${kind}${withLane ? `${lane}弄${house}号${door}室` : `${house}号${door}室`}，坏了2盒`, line)
      expect(masked).toBe('住在＊＊，坏了2盒')
    }), { numRuns: 500 })
  })
})

it('the number of a parcel, of an order or of a batch stays as it was written', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 17 }).map(ds => `7${ds.join('')}`)
  fc.assert(fc.property(fc.constantFrom('单号', '运单', '快递单号：', '订单号 '), digits, (called, number) => {
    expect(hideHousehold(called + number, line)).toBe(called + number)
  }), { numRuns: 500 })
  for (const words of ['SF1234567890123', '运单YT8800112233445', '4200001234202611140000000001', '批号20261114001']) expect(hideHousehold(words, line)).toBe(words)
})

it('nothing that counts pieces, weight or money is ever changed', () => {
  const amount = fc.tuple(fc.oneof(fc.integer({ min: 0, max: 9999 }).map(String), fc.integer({ min: 0, max: 99999 }).map(fen => (fen / 100).toFixed(2)), fc.constantFrom('一', '两', '三', '十二', '半')), fc.constantFrom('盒', '箱', '个', '斤', '克', '元', '块', 'kg', 'g', '%')).map(([number, unit]) => number + unit)
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('坏了', '少了', '花了', '，', '。', ' ', '退'), amount).map(parts => parts.join('')), { maxLength: 8 }), said => {
    expect(hideHousehold(said.join(''), line)).toBe(said.join(''))
  }), { numRuns: 1000 })
})
