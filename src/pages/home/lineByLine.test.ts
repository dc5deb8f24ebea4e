import type { BoughtGroupBuy, BoughtLine } from '../../../domain/contract/calls'
import { groupAgain, lineByLine } from './lineByLine'

const line = (orderId: string): BoughtLine => ({ orderId, lineId: 'l', title: '草莓', spec: '', quantity: 1, paid: 100, openCaseId: null, notClaimable: null, joinNumber: '7', buyer: '王阿姨', warning: null })
const bought = (groupBuyId: string, ...orders: string[]): BoughtGroupBuy => ({ groupBuyId, title: groupBuyId, communityName: '梧桐苑', arrivedAt: null, lines: orders.map(line) })

const all = [bought('周六团', 'a', 'b', 'c'), bought('周三团', 'd')]

test('cut anywhere, what stands together stays under its group-buy', () => {
  const lines = lineByLine(all)
  expect(lines.map(l => l.lines.length)).toEqual([1, 1, 1, 1])
  expect(groupAgain(lines)).toEqual(all)
  expect(groupAgain(lines.slice(0, 2))).toEqual([bought('周六团', 'a', 'b')])
  expect(groupAgain([])).toEqual([])
})

test('what was answered is not changed by it', () => {
  const before = structuredClone(all)
  groupAgain(lineByLine(all))
  expect(all).toEqual(before)
})
