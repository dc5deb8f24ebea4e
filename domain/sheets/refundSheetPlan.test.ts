import type { RefundRow } from '../orders/refundSheet'
import { refundSheetPlan } from './refundSheetPlan'

const row = (over: Partial<RefundRow>): RefundRow => ({ orderId: 'o', joinNumber: '3', buyer: '王阿姨', room: '9号楼1504室', due: 0, dueAt: null, paid: 0, paidAt: null, state: 'due', difference: 0, cases: [{ caseId: 'c', title: '草莓', amount: 1, money: 'due' }], ...over })

it('a household a line, with the running total and what the export says', () => {
  const { rows, totals, about, columns, fileName } = refundSheetPlan({ groupBuyTitle: '周六果蔬团', exportedAt: Date.UTC(2026, 10, 22, 2) }, [
    row({ due: 1260 }), row({ joinNumber: '7', buyer: '=1+1', due: 300, state: 'perhapsPaid', difference: 300 }), row({ joinNumber: '9', paid: 500, state: 'missing', difference: 500 }),
  ], Date.UTC(2026, 10, 22, 4))
  expect(rows.map(r => [r[0], r[4], r[5], r[6], r[7], r[8]])).toEqual([
    ['3', { fen: 1260 }, { fen: 0 }, { fen: 1260 }, '要退', null],
    ['7', { fen: 300 }, { fen: 0 }, { fen: 1560 }, '先核对，订单表里好像退过了', { fen: 300 }],
    ['9', { fen: 0 }, { fen: 500 }, { fen: 1560 }, '订单表里还没有', { fen: 500 }],
  ])
  expect(totals).toEqual([['一共', '3 户', null, null, { fen: 1560 }, { fen: 500 }, null, null, null]])
  for (const line of [...rows, ...totals]) expect(line).toHaveLength(columns.length)
  expect(about[1]).toBe('2026-11-22 12:00 的情况；跟 2026-11-22 10:00 导入的订单表核对')
  expect(fileName).toBe('退款表 周六果蔬团')
})
