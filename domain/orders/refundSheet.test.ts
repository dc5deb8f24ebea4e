import fc from 'fast-check'
import { examples } from '../case/exampleCase'
import type { CaseState } from '../case/case'
import { dueFor } from '../clock/deadlines'
import type { Order } from './order'
import { exportSays } from './exportSays'
import { lateFirst, refundSheet } from './refundSheet'

const PAID_AT = 1000
const order = (over: Partial<Order> = {}): Order => ({
  _id: 'order-15', communityId: 'c', groupBuyId: 'g', key: 'k', joinNumber: '15', buyer: '王阿姨', receiver: '王秀珍', phoneLast4: '0042', phoneHash: 'h', room: '9号楼1504室', pickupPoint: '东门',
  status: 'paid', total: 5000, refunded: 0, paidAt: 1, lines: [], residents: [], importedAt: 1, ...over,
})
let n = 0
const money = (state: 'due' | 'paid', amount: number, over: { orderId?: string; before?: number; at?: number } = {}): CaseState => {
  const from = examples()[state === 'due' ? 'settled' : 'paid'].state
  n += 1
  return { ...from, id: `case-${n}`, amount, line: { ...from.line, orderId: over.orderId ?? 'order-15', refundedElsewhere: over.before ?? 0 }, payment: from.payment && { ...from.payment, at: over.at ?? PAID_AT } }
}
const only = (orders: Order[], cases: CaseState[], exportedAt: number | null) => refundSheet(orders, cases, exportedAt)[0]

describe('what the newest export says', () => {
  it.each<[string, CaseState[], number, number | null, string, number]>([
    ['to be paid', [money('due', 300)], 0, null, 'due', 0],
    ['to be paid, but the other app already tells as much', [money('due', 300)], 300, 2000, 'perhapsPaid', 300],
    ['to be paid, and what was refunded before the complaint is not it', [money('due', 300, { before: 300 })], 300, 2000, 'due', 0],
    ['one paid, one to be paid, and the export has the first', [money('paid', 200), money('due', 300)], 200, 2000, 'due', 0],
    ['one paid, one to be paid, and the export has the first twice', [money('paid', 200), money('due', 300)], 400, 2000, 'perhapsPaid', 200],
    ['one paid, one to be paid, and the export lacks the first', [money('paid', 200), money('due', 300)], 50, 2000, 'missing', 150],
    ['one paid, one to be paid, and nothing newer', [money('paid', 200), money('due', 300)], 0, 500, 'due', 0],
    ['to be paid, and a part of it is in the export', [money('due', 300)], 299, 2000, 'perhapsPaid', 299],
    ['one paid before the export, which lacks it, and one after', [money('paid', 200), money('paid', 300, { at: 3000 })], 0, 2000, 'missing', 200],
    ['one paid before the export, which has it, and one after', [money('paid', 200), money('paid', 300, { at: 3000 })], 200, 2000, 'paid', 0],
    ['one paid before the export, one after, and the export has both', [money('paid', 200), money('paid', 300, { at: 3000 })], 500, 2000, 'confirmed', 0],
    ['one paid, one to be paid, and the export has both', [money('paid', 200), money('due', 300)], 500, 2000, 'perhapsPaid', 300],
    ['paid, nothing newer', [money('paid', 200)], 0, 500, 'paid', 0],
    ['paid, and there never was an export since', [money('paid', 200)], 0, null, 'paid', 0],
    ['paid, and a newer export has it', [money('paid', 200)], 200, 2000, 'confirmed', 0],
    ['paid, and a newer export does not', [money('paid', 200)], 0, 2000, 'missing', 200],
    ['paid in two parts, and a newer export has one of them', [money('paid', 200), money('paid', 100)], 200, 2000, 'missing', 100],
    ['paid, and the export has it twice', [money('paid', 200)], 400, 2000, 'moreThanPaid', 200],
    ['paid, and before the complaint another refund was made', [money('paid', 200, { before: 50 })], 250, 2000, 'confirmed', 0],
  ])('%s', (_what, cases, refunded, exportedAt, state, difference) => {
    expect(only([order({ refunded })], cases, exportedAt)).toMatchObject({ state, difference })
  })
})

describe('exportSays', () => {
  it.each<[string, CaseState[], number, number | null, string]>([
    ['there is none', [money('paid', 200)], 0, null, 'none'],
    ['nothing was paid that it could tell of', [money('due', 300)], 0, 500, 'nothingPaid'],
    ['it is older than what was paid', [money('paid', 200)], 0, 500, 'older'],
    ['it is newer, and lacks a refund', [money('paid', 200)], 0, 2000, 'checked'],
    ['it is newer, and has it', [money('paid', 200)], 200, 2000, 'checked'],
  ])('%s', (_what, cases, refunded, exportedAt, says) => {
    expect(exportSays(refundSheet([order({ refunded })], cases, exportedAt), exportedAt)).toBe(says)
  })
})

it('one row per household\'s order, in the order of 跟团号, with what to copy', () => {
  const orders = [order({ _id: 'b', joinNumber: '12' }), order({ _id: 'a', joinNumber: '3' }), order({ _id: 'x', joinNumber: '' }), order({ _id: 'nothing', joinNumber: '1' })]
  const rows = refundSheet(orders, [money('due', 100, { orderId: 'b' }), money('due', 50, { orderId: 'b' }), money('due', 70, { orderId: 'a' }), money('due', 1, { orderId: 'x' })], null)
  expect(rows.map(r => [r.joinNumber, r.due, r.cases.length])).toEqual([['3', 70, 1], ['12', 150, 2], ['', 1, 1]])
})

it('sums are those of the cases, whatever the export says', () => {
  fc.assert(fc.property(fc.array(fc.record({ due: fc.boolean(), amount: fc.integer({ min: 1, max: 5000 }), before: fc.nat(500) }), { minLength: 1, maxLength: 6 }), fc.nat(20_000), fc.option(fc.nat(2000)), (cases, refunded, exportedAt) => {
    const states = cases.map(c => money(c.due ? 'due' : 'paid', c.amount, { before: c.before }))
    const [row] = refundSheet([order({ refunded })], states, exportedAt)
    expect((row?.due ?? 0) + (row?.paid ?? 0)).toBe(cases.reduce((sum, c) => sum + c.amount, 0))
    expect(row?.difference).toBeGreaterThanOrEqual(0)
    expect(row?.difference === 0).toBe(['due', 'paid', 'confirmed'].includes(row?.state ?? ''))
  }))
})

it('whoever refunds what is due and heeds the warning refunds nobody twice and forgets nobody: the difference is what the export is off by', () => {
  fc.assert(fc.property(fc.nat(3000), fc.nat(3000), fc.nat(9000), (due, paid, told) => {
    const [row] = refundSheet([order({ refunded: told })], [...(due > 0 ? [money('due', due)] : []), ...(paid > 0 ? [money('paid', paid)] : [])], PAID_AT + 1)
    if (!row) return
    expect(row.difference).toBe(Math.abs(told - paid))
    expect(row.state).toBe(told > paid ? (due > 0 ? 'perhapsPaid' : 'moreThanPaid') : told < paid ? 'missing' : due > 0 ? 'due' : 'confirmed')
  }))
})

it('says until when the first of it is to be paid, as the case itself does; what is paid has none', () => {
  const earlier = money('due', 300)
  const later = { ...money('due', 200), moneySince: (earlier.moneySince ?? 0) + 3600_000 }
  const due = dueFor(earlier, 'leader')
  expect(due).toMatchObject({ clock: 'refund' })
  expect(only([order()], [later, earlier, money('paid', 100)], null)).toMatchObject({ due: 500, dueAt: due?.dueAt })
  expect(only([order()], [money('paid', 100)], null)).toMatchObject({ due: 0, dueAt: null })
})

it('late ones come first, the longest late before the others; the rest stays as it was', () => {
  const rows = ([['1', null], ['2', 300], ['3', 100], ['4', 50], ['5', 200]] as const).map(([joinNumber, dueAt]) => ({ joinNumber, dueAt }))
  expect(lateFirst(rows, 100).map(r => r.joinNumber)).toEqual(['4', '3', '1', '2', '5'])
  expect(lateFirst(rows, 10).map(r => r.joinNumber)).toEqual(['1', '2', '3', '4', '5'])
})
