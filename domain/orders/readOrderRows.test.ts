import fc from 'fast-check'
import { csvRows } from './csvRows'
import { readOrderRows } from './readOrderRows'
import { hash, header, read, row } from './testing'

test('one row, everything it tells', () => {
  const sheet = read([header, row({ 商品: '不锈钢置物架(三层(配件包1))+2\n上海青(500g)+1', 收货人: '刘舒丹[4365]', 联系电话: '138****1234', 退款金额: '1.00' })])
  expect(sheet.orders).toEqual([{
    row: 2, key: '261113-1', orderNumber: '261113-1', groupBuyTitle: '周六果蔬团', joinNumber: '1', buyer: '七七', receiver: '刘舒丹',
    phoneKind: 'masked', phoneLast4: '1234', phoneHash: '', room: '9号楼1504室', pickupPoint: '南门', status: 'paid', total: 1000, refunded: 100,
    paidAt: Date.parse('2026-11-13T10:20:15+08:00'),
    lines: [{ title: '不锈钢置物架', spec: '三层(配件包1)', quantity: 2 }, { title: '上海青', spec: '500g', quantity: 1 }],
  }])
  expect(sheet).toMatchObject({ headerRow: 1, missing: [], refused: [], warnings: [], ignored: [] })
})

test('title rows above, a second header, blank rows and totals below', () => {
  const sheet = read([['11月团购订单', null], [], header, row(), header, [], row({ 订单号: '2' }), ['合计', null, null, null, null, null, '20.00']])
  expect(sheet.headerRow).toBe(3)
  expect(sheet.orders.map(order => order.row)).toEqual([4, 7])
  expect(sheet.ignored).toEqual([{ row: 5, why: 'HEADER_AGAIN' }, { row: 8, why: 'TOTALS' }])
  const sums = header.map(name => name === '订单金额' ? 20 : null)
  expect(read([header, row(), sums]).ignored).toEqual([{ row: 3, why: 'TOTALS' }])
  expect(read([header, sums, row()]).refused).toMatchObject([{ row: 2, code: 'NO_KEY' }])
})

test('a group-buy or a buyer called 合计 is no totals row', () => {
  expect(read([header, row({ 订单号: null, 团购标题: '合计一起买' }), row({ 订单号: '2' })]).orders).toHaveLength(2)
})

test.each([
  [{ 订单号: null, 跟团号: null }, 'NO_KEY', '订单号'],
  [{ 订单号: '2.61113E+17' }, 'KEY_DAMAGED', '订单号'],
  [{ 订单号: 261113480000007919 }, 'KEY_DAMAGED', '订单号'],
  [{ 团购标题: ' ' }, 'NO_GROUP_BUY', '团购标题'],
  [{ 订单金额: '免费' }, 'BAD_AMOUNT', '订单金额'],
  [{ 订单金额: null }, 'BAD_AMOUNT', '订单金额'],
  [{ 退款金额: '很多' }, 'BAD_REFUND', '退款金额'],
  [{ 退款金额: '10.01' }, 'REFUND_OVER_TOTAL', '退款金额'],
  [{ 商品: null }, 'EMPTY_BASKET', '商品'],
  [{ 商品: '草莓' }, 'NO_QUANTITY', '商品'],
  [{ 商品: '草莓+0' }, 'BAD_QUANTITY', '商品'],
  [{ 订单状态: '飞走了' }, 'UNKNOWN_STATUS', '订单状态'],
  [{ 订单状态: null }, 'UNKNOWN_STATUS', '订单状态'],
  [{ 订单状态: 'constructor' }, 'UNKNOWN_STATUS', '订单状态'],
])('%j is refused as %s while the next row goes in', (broken, code, column) => {
  const sheet = read([['标题'], header, row(broken), row({ 订单号: '2' })])
  expect(sheet.refused).toMatchObject([{ row: 3, code, column }])
  expect(sheet.refused[0]?.reason).toMatch(/[一-龥]/)
  expect(sheet.orders.map(order => order.row)).toEqual([4])
})

test('one key twice: different content refuses both, the same content is read once', () => {
  const sheet = read([header, row(), row({ 订单金额: '11.00' }), row({ 订单号: '2' }), row({ 订单号: '2' })])
  expect(sheet.refused).toMatchObject([{ row: 2, code: 'DUPLICATE_KEY' }, { row: 3, code: 'DUPLICATE_KEY' }])
  expect(sheet.orders.map(order => order.row)).toEqual([4])
  expect(sheet.ignored).toEqual([{ row: 5, why: 'SAME_AS_ANOTHER' }])
})

test('without 订单号 the key is 团购标题 and 跟团号', () => {
  const sheet = read([header, row({ 订单号: null }), row({ 订单号: null, 团购标题: '周日面包团' }), row({ 订单号: null, 跟团号: 2 })])
  expect(new Set(sheet.orders.map(order => order.key)).size).toBe(3)
})

test('what is beside the point is warned about, without repeating a phone', () => {
  const sheet = read([[...header, '商品种类数'], [...row({ 支付时间: '昨天', 联系电话: '1383605766' }), '3']])
  expect(sheet.orders).toMatchObject([{ paidAt: null, phoneLast4: '', phoneHash: '' }])
  expect(sheet.warnings.map(warning => warning.code)).toEqual(['PAID_AT_UNREADABLE', 'PHONE_UNREADABLE', 'KINDS_MISMATCH'])
  expect(JSON.stringify(sheet)).not.toContain('1383605766')
})

test('missing columns: refused where the order cannot be understood, told where it can', () => {
  const without = (...names: string[]) => [header, row()].map(cells => cells.filter((_, index) => !names.includes(String(header[index]))))
  expect(readOrderRows(without('商品', '订单金额'), { hash })).toMatchObject({ ok: false, code: 'MISSING_COLUMNS', columns: ['商品', '订单金额'] })
  expect(readOrderRows(without('订单号', '跟团号'), { hash })).toMatchObject({ ok: false, code: 'MISSING_COLUMNS', columns: ['订单号'] })
  expect(readOrderRows(without('团购标题'), { hash })).toMatchObject({ ok: false, code: 'MISSING_COLUMNS', columns: ['团购标题'] })
  expect(read(without('团购标题'), { groupBuyTitle: '周六果蔬团' }).orders).toMatchObject([{ groupBuyTitle: '周六果蔬团' }])
  expect(read(without('联系电话', '退款金额')).missing.map(column => column.name)).toEqual(['联系电话', '退款金额'])
})

test('other sheets are told apart', () => {
  expect(readOrderRows([], { hash })).toMatchObject({ ok: false, code: 'EMPTY' })
  expect(readOrderRows([header], { hash })).toMatchObject({ ok: false, code: 'EMPTY' })
  expect(readOrderRows([['你好'], ['再见']], { hash })).toMatchObject({ ok: false, code: 'NO_HEADER' })
  expect(readOrderRows([['跟团号', '商品', '规格', '数量', '收货人', '联系电话'], [1, '草莓', '2斤', 1, '冯', '138']], { hash })).toMatchObject({ ok: false, code: 'OTHER_EXPORT' })
})

test('the same from CSV text, baskets with line breaks included', () => {
  const quote = (cell: unknown) => `"${String(cell ?? '').replace(/"/g, '""')}"`
  const cells = [header, row({ 商品: '草莓(2斤)+1\n脐橙+2' })]
  expect(read(csvRows('\uFEFF' + cells.map(each => each.map(quote).join(',')).join('\r\n') + '\r\n') ?? []).orders).toEqual(read(cells).orders)
})

test('whatever the cells, each written row under the header is accounted for once, and nothing is thrown', () => {
  const cell = fc.oneof(fc.constant(null), fc.string(), fc.double(), fc.boolean(), fc.date({ noInvalidDate: false }), fc.constantFrom('草莓+1', '10.00', '已支付', '合计', '2026-11-13'))
  fc.assert(fc.property(fc.array(fc.oneof(fc.array(cell, { maxLength: 15 }), fc.constant(row()), fc.constant(row({ 订单金额: '3' })))), rows => {
    const sheet = readOrderRows([header, ...rows], { hash })
    if (!sheet.ok) return expect(sheet.code).toBe('EMPTY')
    const told = [...sheet.orders, ...sheet.refused, ...sheet.ignored].map(each => each.row)
    expect(new Set(told).size).toBe(told.length)
    const written = rows.flatMap((each, index) => each.some(value => value !== null && String(value instanceof Date ? 'date' : value).replace(/[\uFEFF\u200B]/g, '').trim() !== '') ? [index + 2] : [])
    expect(told.sort((a, b) => a - b)).toEqual(written)
  }))
})
