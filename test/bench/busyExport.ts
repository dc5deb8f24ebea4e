/**
 * A leader's export with as many orders as it takes, in the form that 快团团 has. Numbers begin with 154, which is given to nobody.
 */
const HEADER = ['订单号', '团购标题', '跟团号', '下单人', '支付时间', '商品', '订单金额', '退款金额', '订单状态', '自提点', '收货人', '联系电话', '详细地址']
const TITLE = '十一月果蔬团'

/** A household and how many orders of two lines each it placed. */
export interface Household { name: string; last4: string; joinNumber: number; orders: number }

/** @returns the CSV; a household's first order has its `joinNumber`, the others the numbers after it */
export function busyExport(households: readonly Household[]): Buffer {
  const rows = households.flatMap(h => Array.from({ length: h.orders }, (_, i) => rowOf(h, i)))
  return csv([HEADER, ...rows])
}

/** Prices, and who answers for the goods. */
export function busyProducts(supplier: string): Buffer {
  return csv([['团购标题', '商品', '规格', '单价', '供货商', '配送'], [TITLE, '丹东草莓', '2斤/盒', '59.90', supplier, '自提'], [TITLE, '赣南脐橙', '5斤/箱', '32.80', supplier, '自提']])
}

function rowOf({ name, last4, joinNumber }: Household, at: number): string[] {
  const number = joinNumber + at
  return [
    `BENCH-${number}`, TITLE, String(number), name, `2026-11-20 ${two(8 + (at % 12))}:${two(at % 60)}:00`, '丹东草莓(2斤/盒)+1\n赣南脐橙(5斤/箱)+1',
    '92.70', '0.00', '已发货', '南门自提柜', name, `1540000${last4}`, '梧桐苑5号楼602室',
  ]
}

function csv(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
