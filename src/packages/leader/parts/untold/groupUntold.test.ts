import type { Untold } from '../../../../../domain/contract/calls'
import { groupUntold } from './groupUntold'

const untold = (caseId: string, groupBuyId: string, joinNumber: string): Untold => ({
  caseId, seen: 1, groupBuyId, groupBuyTitle: `团${groupBuyId}`, orderId: `${groupBuyId}.${joinNumber}`, title: '草莓', stage: 'refunding', remedy: 'refund', amount: 100, buyer: `邻居${joinNumber}`, joinNumber, room: '', phoneLast4: '', bound: false, telling: null, since: 0,
})

test('by group-buy, each household once with all that it does not know, by 跟团号', () => {
  const groups = groupUntold([untold('a', 'g', '12'), untold('b', 'h', '3'), untold('c', 'g', '2'), untold('d', 'g', '12')])
  expect(groups.map(g => [g.groupBuyTitle, g.households.map(h => [h.joinNumber, h.cases.map(c => c.caseId)])])).toEqual([
    ['团g', [['2', ['c']], ['12', ['a', 'd']]]], ['团h', [['3', ['b']]]],
  ])
  expect(groupUntold([])).toEqual([])
})
