/**
 * Writes the demo community's files: orders.xlsx (快团团, one row per order), orders-newer.xlsx (the same export some days later) and
 * products.csv. The same bytes every time: `node stage/demo/make-exports.mjs [folder]`.
 * Everybody in here is invented. The phone numbers begin with 154, which no Chinese carrier gives to people.
 */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import writeExcelFile from 'write-excel-file/node'

const fruit = '11.21 周六果蔬团'
const bread = '11.22 周日面包团'

/** Short name → group-buy, title, spec, yuan in fen, supplier, delivery. */
const products = {
  草莓: [fruit, '【丹东99草莓】顺丰冷链', '2斤/盒', 5990, '丹东果业', '自提'],
  脐橙: [fruit, '【赣南脐橙】甜过初恋', '5斤/箱', 3280, '丹东果业', '自提'],
  上海青: [fruit, '有机上海青', '500g', 650, '绿源蔬菜', '自提'],
  番茄: [fruit, '本地小番茄（当日采摘）', '盒装(约1斤)', 1280, '绿源蔬菜', '自提'],
  // Nobody has named who supplies this one: the leader is asked.
  土豆: [fruit, '崇明小土豆+小葱组合', '3斤', 1590, '', '自提'],
  吐司: [bread, '北海道吐司', '整条450g', 1880, '麦香烘焙', '自提'],
  可颂: [bread, '海盐可颂', '4个/袋', 2200, '麦香烘焙', '自提'],
  蛋黄酥: [bread, '【预售】蛋黄酥礼盒', '6枚装', 4580, '麦香烘焙', '快递'],
}

const gate = '梧桐苑南门自提柜'
const hall = '梧桐苑3号楼架空层'

/**
 * Group-buy, 跟团号, 下单人, 收货人, last four digits, room, pick-up point, basket, status, and what differs from the rule:
 * off (coupon, fen), refunded (fen), note, masked; newer: what the later export says of the order.
 */
const orders = [
  [fruit, 1, '明天会更好', '冯春燕', '2318', '1号楼502室', gate, '草莓1 上海青2', '已发货'],
  [fruit, 2, '静待花开', '魏子萱', '7745', '1号楼1103室', gate, '草莓2', '已发货', { newer: { status: '已收货' } }],
  [fruit, 3, '豆豆外婆', '周桂芳', '0936', '2号楼301室', hall, '脐橙1 上海青1', '已发货', { newer: { status: '已收货' } }],
  [fruit, 4, 'Lily妈妈', '陈淑敏', '5512', '2号楼804室', hall, '草莓2 番茄1', '已发货', { newer: { status: '已收货' } }],
  [fruit, 5, '慢慢', '孔文静', '8067', '3号楼201室', hall, '番茄2 土豆1', '已发货'],
  [fruit, 6, '一只柚子', '秦浩宇', '3429', '3号楼1402室', hall, '草莓1 脐橙1 番茄1', '已发货', { newer: { status: '已收货' } }],
  [fruit, 7, '王阿姨', '王秀珍', '6027', '5号楼602室', gate, '草莓2 上海青1 脐橙1', '已发货', { newer: { status: '已收货', refunded: 5990 } }],
  [fruit, 8, '老张头', '张德福', '1190', '5号楼101室', gate, '脐橙2', '已发货', { newer: { status: '已收货' } }],
  [fruit, 9, '七七', '朱子琪', '4783', '5号楼1801室', gate, '草莓1', '已发货'],
  [fruit, 10, '南瓜饼', '华晓楠', '9254', '6号楼703室', gate, '脐橙1 番茄1', '已取消'],
  [fruit, 11, '阳光灿烂', '蒋海波', '2871', '6号楼1204室', gate, '草莓3', '已发货', { newer: { status: '已退款', refunded: 17970 } }],
  [fruit, 12, '小林', '林晓彤', '3516', '8号楼1101室', gate, '草莓1 番茄2', '已发货', { newer: { status: '已收货' } }],
  [fruit, 13, '五栋阿姨', '曹嘉敏', '7408', '5号楼404室', gate, '脐橙3 上海青1', '已退款', { refunded: 10490 }],
  [fruit, 14, '不吃香菜', '王嘉宁', '0639', '8号楼1702室', gate, '草莓1 上海青2', '已发货', { note: '要熟一点的' }],
  [fruit, 15, '五栋阿姨', '曹秀兰', '8842', '5号楼1902室', gate, '草莓1 上海青1', '已发货', { masked: '3307' }],
  [fruit, 16, '小熊软糖', '吴雨欣', '6195', '9号楼604室', hall, '草莓1 番茄3 上海青1', '已发货', { off: 500 }],
  [fruit, 17, '向日葵🌻', '姜丽娟', '1352', '9号楼1301室', hall, '土豆2 上海青1', '已发货'],
  [fruit, 18, '静待花开', '吴美华', '4620', '10号楼1604室', hall, '草莓1 脐橙1', '已发货', { newer: { status: '已收货' } }],
  [fruit, 19, 'Mr. Wu', '吴海峰', '5907', '10号楼903室', hall, '上海青3', '待支付', { newer: { status: '已支付' } }],
  [fruit, 20, '阳光灿烂', '孙雨晴', '2263', '11号楼503室', gate, '草莓2 土豆1', '已支付', { newer: { status: '已发货' } }],
  [fruit, 21, '爱吃橙子的猫', '沈思琪', '7031', '11号楼1504室', gate, '脐橙2 草莓1', '已发货', { note: '放门口' }],
  [fruit, 22, '老张头', '李建华', '3874', '12号楼801室', gate, '草莓1 番茄1 土豆1', '已发货'],
  [bread, 1, '七七', '朱子琪', '4783', '5号楼1801室', gate, '吐司2 可颂1', '已发货'],
  [bread, 2, 'Mr. Wu', '周文涛', '8519', '2号楼1102室', hall, '可颂2', '已收货'],
  [bread, 3, '王阿姨', '王秀珍', '6027', '5号楼602室', gate, '吐司1 蛋黄酥1', '已发货'],
  [bread, 4, '南瓜饼', '姜玉梅', '6746', '3号楼704室', hall, '吐司3 蛋黄酥1', '已支付', { newer: { status: '已发货' } }],
  [bread, 5, '慢慢', '何淑贞', '0185', '10号楼703室', hall, '蛋黄酥2', '已退款', { refunded: 9160 }],
  [bread, 6, '明天会更好', '冯春燕', '2318', '1号楼502室', gate, '吐司1', '已收货'],
  [bread, 7, '豆豆外婆', '蒋一帆', '9473', '4号楼1502室', hall, '可颂1 吐司1', '已发货'],
  [bread, 8, 'Lily妈妈', '沈思婷', '1628', '3号楼403室', hall, '蛋黄酥1', '已收货', { note: '电话联系，别敲门' }],
  [bread, 9, '小林', '林晓彤', '3516', '8号楼1101室', gate, '可颂2 吐司1', '已发货'],
  [bread, 10, '一只柚子', '张建民', '5390', '4号楼1203室', hall, '吐司2', '已取消'],
  [bread, 11, '不吃香菜', '李丽萍', '7962', '7号楼1801室', gate, '可颂1 蛋黄酥2', '已发货'],
  [bread, 12, '小熊软糖', '吴晓云', '2047', '10号楼603室', hall, '吐司1 可颂1', '已发货'],
  [bread, 13, '爱吃橙子的猫', '华俊豪', '4151', '12号楼1904室', gate, '蛋黄酥1', '已发货'],
  [bread, 14, '向日葵🌻', '钱国栋', '8308', '8号楼1404室', gate, '吐司1 蛋黄酥1', '已发货'],
  // Joined after the first export.
  [bread, 15, '新邻居', '赵明远', '6684', '7号楼902室', gate, '可颂2', '已支付', { onlyNewer: true }],
]

const header = ['订单号', '团购标题', '跟团号', '下单人', '团员备注', '支付时间', '团长备注', '商品', '订单金额', '退款金额', '订单状态', '自提点', '收货人', '联系电话', '详细地址']
const widths = [24, 20, 8, 14, 18, 21, 10, 44, 10, 10, 10, 22, 14, 15, 34]

const yuan = fen => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
const two = number => String(number).padStart(2, '0')

function rowOf(order, index, newer) {
  const [title, joinNumber, buyer, receiver, last4, room, pickupPoint, basket, status, { off = 0, note = null, masked, refunded = 0, newer: later = {} } = {}] = order
  const items = basket.split(' ').map(item => /^(.+?)(\d+)$/.exec(item)).map(([, name, count]) => ({ product: products[name], count: Number(count) }))
  const total = items.reduce((sum, { product, count }) => sum + product[3] * count, -off)
  const now = { status, refunded, ...(newer ? later : {}) }
  const date = title === fruit ? '20' : '21'
  const paidAt = now.status === '待支付' ? null : `2026-11-${date} ${two(8 + (index * 5) % 13)}:${two((index * 17) % 60)}:${two((index * 29) % 60)}`
  return [
    `2611${date}-49${String(7_919 * (index + 3)).padStart(10, '0')}`, title, joinNumber, buyer, note, paidAt, null,
    items.map(({ product, count }) => `${product[1]}(${product[2]})+${count}`).join('\n'),
    yuan(total), yuan(now.refunded), now.status, pickupPoint, masked ? `${receiver}[${masked}]` : receiver,
    masked ? `154****${last4}` : `1540000${last4}`, `上海市闵行区梧桐苑${room}`,
  ]
}

function sheetOf(newer) {
  const rows = orders.map((order, index) => (order[9]?.onlyNewer && !newer ? null : rowOf(order, index, newer))).filter(Boolean)
  return [header.map(value => ({ value, fontWeight: 'bold' })), ...rows.map(row => row.map(value => (value === null ? null : { value, wrap: true })))]
}

/** The zip inside carries the time of writing in each file's header; set to 1980-01-01, the earliest a zip can say, so that the bytes stay the same. */
function withoutTimes(buffer) {
  const date = 0x0021
  const end = buffer.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = buffer.readUInt32LE(end + 16)
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const local = buffer.readUInt32LE(at + 42)
    for (const time of [at + 12, local + 10]) {
      buffer.writeUInt16LE(0, time)
      buffer.writeUInt16LE(date, time + 2)
    }
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return buffer
}

async function writeOrders(file, newer) {
  const buffer = await writeExcelFile(sheetOf(newer), { sheet: '订单', columns: widths.map(width => ({ width })) }).toBuffer()
  await writeFile(file, withoutTimes(Buffer.from(buffer)))
}

const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url)))
await writeOrders(path.join(folder, 'orders.xlsx'), false)
await writeOrders(path.join(folder, 'orders-newer.xlsx'), true)
const list = Object.values(products).map(([title, name, spec, fen, supplier, delivery]) => [title, name, spec, yuan(fen), supplier, delivery])
await writeFile(path.join(folder, 'products.csv'), '\uFEFF' + [['团购标题', '商品', '规格', '单价', '供货商', '配送'], ...list].map(row => row.join(',')).join('\r\n') + '\r\n')
