import fc from 'fast-check'
import { someShare } from './exampleHistories'
import { act, exampleLine, filedCase, LEADER } from './exampleCase'
import { leftOnLine, takenBy, type SettledBefore } from './left'
import type { PaymentChannel } from './reasons'
import { lineKey } from './stage'
import type { Order } from '../orders/order'

const order = (over: Partial<Order> = {}): Order => ({
  _id: 'order-1', communityId: 'c', groupBuyId: 'g', key: 'k', joinNumber: '15', buyer: '王阿姨', receiver: '', phoneLast4: '', phoneHash: '', room: '', pickupPoint: '',
  status: 'paid', total: 3000, refunded: 0, paidAt: null, residents: [], importedAt: 0,
  lines: [
    { id: 'a', productId: 'pa', title: '草莓', spec: '', quantity: 2, paid: 2000 },
    { id: 'b', productId: 'pb', title: '鸡蛋', spec: '', quantity: 1, paid: 1000 },
  ], ...over,
})
const before = (line: string, amount: number, inExport: boolean): SettledBefore => ({ lineKey: lineKey('order-1', line), amount, inExport })

it.each([
  ['nothing happened yet', order(), [], 2000],
  ['some of it is due from an earlier case', order(), [before('a', 500, false)], 1500],
  ['some of it was paid in an earlier case', order(), [before('a', 500, true)], 1500],
  ['all of it was paid', order(), [before('a', 2000, true)], 0],
  ['another line was settled: this one keeps what is its own', order(), [before('b', 1000, true)], 2000],
  ['the export knows of a refund, but not of which line', order({ refunded: 1500 }), [], 1500],
  ['the export already contains what was paid from here', order({ refunded: 500 }), [before('a', 500, true)], 1500],
  ['the export does not contain it yet', order({ refunded: 0 }), [before('b', 1000, true), before('a', 500, true)], 1500],
  ['the export knows of more than was paid from here', order({ refunded: 2600 }), [before('b', 1000, true)], 400],
  ['what is due comes on top of what the export knows', order({ refunded: 2600 }), [before('b', 300, false)], 100],
  ['an order that cost less than its lines: what was paid from here counts, though the export does not know', order({ total: 2500 }), [before('b', 1000, true)], 1500],
  ['everything was refunded elsewhere', order({ refunded: 3000 }), [], 0],
  ['more was refunded than there was: still nothing, not less', order({ refunded: 9000 }), [before('a', 2000, true)], 0],
])('%s', (_what, bought, settled, left) => {
  expect(leftOnLine(bought, 'a', settled)).toBe(left)
})

it('what was paid in cash or by WeChat comes on top of what was refunded elsewhere; what was paid in the other app may be what the export tells of', () => {
  const paidBy = (channel: PaymentChannel) => {
    const settled = act(filedCase({ wish: { kind: 'refund', amount: 1000 } }, { line: exampleLine({ orderId: 'order-1', lineId: 'b', paid: 1000, left: 1000, quantity: 1 }) }), LEADER, { type: 'settle', amount: 1000 })
    return leftOnLine(order({ refunded: 1500 }), 'a', [takenBy(act(settled, LEADER, { type: 'payRefund', channel, reference: '', photos: [] }).state)])
  }
  expect(['cash', 'wechatTransfer', 'otherApp'].map(channel => paidBy(channel as PaymentChannel))).toEqual([500, 500, 1500])
})

it('is nothing on a line that the order does not have', () => {
  expect(leftOnLine(order(), 'z', [])).toBe(0)
})

it('settled to the last fen, case after case, never pays more than was paid, per line and per order', () => {
  const step = fc.record({ line: fc.constantFrom('a', 'b'), share: someShare, paid: fc.boolean(), exportCatchesUp: fc.boolean() })
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), fc.nat(3500), (steps, elsewhere) => {
    let bought = order({ refunded: elsewhere })
    const settled: SettledBefore[] = []
    for (const { line, share, paid, exportCatchesUp } of steps) {
      const left = leftOnLine(bought, line, settled)
      settled.push(before(line, Math.ceil(left * share), paid))
      const paidFromHere = settled.filter(s => s.inExport).reduce((sum, s) => sum + s.amount, 0)
      if (exportCatchesUp) bought = { ...bought, refunded: Math.max(bought.refunded, paidFromHere) }
    }
    const sum = (list: SettledBefore[]) => list.reduce((total, s) => total + s.amount, 0)
    expect(sum(settled)).toBeLessThanOrEqual(bought.total)
    for (const line of bought.lines) expect(sum(settled.filter(s => s.lineKey === lineKey('order-1', line.id)))).toBeLessThanOrEqual(line.paid)
    for (const line of bought.lines) expect(leftOnLine(bought, line.id, settled)).toBeGreaterThanOrEqual(0)
  }))
})
