import { shanghai } from '../clock/shanghai'
import type { RefundRow, RefundState } from '../orders/refundSheet'
import { asFileName, type SheetCell, type SheetPlan } from './sheet'

const SAYS: Record<RefundState, string> = {
  due: '要退', perhapsPaid: '先核对，订单表里好像退过了', paid: '说退好了，等下次核对', confirmed: '对上了', missing: '订单表里还没有', moreThanPaid: '订单表里多退了',
}

const COLUMNS: SheetPlan['columns'] = [
  { name: '跟团号', width: 10 }, { name: '下单人', width: 16 }, { name: '房号', width: 16 }, { name: '商品', width: 40 },
  { name: '要退（元）', width: 12 }, { name: '已退（元）', width: 12 }, { name: '累计要退（元）', width: 14 }, { name: '核对', width: 26 }, { name: '差额（元）', width: 12 },
]

/** 退款表 as a sheet: what has to be refunded in the other app, a household a line with the running total, and what the newest export says. */
export function refundSheetPlan(of: { groupBuyTitle: string; exportedAt: number | null }, rows: readonly RefundRow[], now: number): SheetPlan {
  const time = (at: number) => shanghai(at).format('YYYY-MM-DD HH:mm')
  const lines = rows.map((row, i): SheetCell[] => [
    row.joinNumber, row.buyer, row.room, row.cases.map(c => c.title).join('；'), { fen: row.due }, { fen: row.paid },
    { fen: sum(rows.slice(0, i + 1), 'due') }, SAYS[row.state], row.difference === 0 ? null : { fen: row.difference },
  ])
  return {
    fileName: asFileName(`退款表 ${of.groupBuyTitle}`), tab: '退款表',
    about: [`退款表：${of.groupBuyTitle}`, `${time(now)} 的情况；${of.exportedAt === null ? '还没有跟订单表核对过' : `跟 ${time(of.exportedAt)} 导入的订单表核对`}`],
    columns: COLUMNS, rows: lines,
    totals: [['一共', `${rows.length} 户`, null, null, { fen: sum(rows, 'due') }, { fen: sum(rows, 'paid') }, null, null, null]],
  }
}

function sum(rows: readonly RefundRow[], of: 'due' | 'paid'): number {
  return rows.reduce((total, row) => total + row[of], 0)
}
