import fc from 'fast-check'
import { act, examples, exampleLine, FILED_AT, filedCase, LATER, LEADER } from '../case/exampleCase'
import { someHistory } from '../case/exampleHistories'
import { bundleOf } from '../case/bundle'
import { deductionSheet } from './deductionSheet'
import { asFileName, type SheetCell } from './sheet'

const OF = { supplierName: '丹东果业', groupBuyTitle: '周六水果团', communityName: '梧桐苑', leaderName: '陈姐' }
const sheet = (cases: readonly { state: Parameters<typeof deductionSheet>[1][number] }[], now = FILED_AT + 40 * 24 * 3600_000) => deductionSheet(OF, cases.map(c => c.state), now)
const fen = (cell: SheetCell | undefined) => (typeof cell === 'object' && cell !== null && 'fen' in cell ? cell.fen : null)

test('a line for each claim, in words that both sides use; totals below', () => {
  const { settled, admitted, disputed, review, rejected } = examples()
  const atCost = act(filedCase({}, { recoverAt: 'cost', line: exampleLine({ cost: 2000 }) }), LEADER, { type: 'settle' })
  const { rows, totals, about, fileName } = sheet([settled, admitted, disputed, review, rejected, atCost])
  expect(rows[0]).toEqual(['0F8FAD5B', '【丹东99草莓】顺丰冷链', '2斤/盒', '2026-11-14', '坏了、烂了', { count: 1 }, '按零售价', { fen: 1260 }, '等供货商回话'])
  expect(rows.map(r => [fen(r[7]), r[6], r[8]])).toEqual([[1260, '按零售价', '等供货商回话'], [1260, '按零售价', '供货商认了'], [1260, '按零售价', '供货商有不同意见'], [1000, '按进价', '等供货商回话']])
  expect(totals.map(t => [t[0], t[1], fen(t[7])])).toEqual([['供货商认了，可以扣', '1 笔', 1260], ['等供货商回话', '2 笔', 2260], ['有不同意见', '1 笔', 1260], ['一共', '4 笔', 4780]])
  expect(about.join()).toContain('还没定的 1 笔不在里面')
  expect(fileName).toBe('扣款单 丹东果业 周六水果团')
})

test('whatever the cases went through: the lines come to what the screens say', () => {
  fc.assert(fc.property(fc.array(someHistory, { maxLength: 5 }), lives => {
    const cases = lives.map(l => l.end)
    const { rows, totals, columns } = sheet(cases, LATER / 2)
    const { sum } = bundleOf(cases.map(c => c.state), LATER / 2)
    expect(rows.reduce((total, r) => total + (fen(r[7]) ?? 0), 0)).toBe(sum.all.fen)
    expect(fen(totals[3]?.[7])).toBe(sum.all.fen)
    for (const row of [...rows, ...totals]) expect(row).toHaveLength(columns.length)
  }), { numRuns: 60 })
})

test('it names no resident, whatever is written in the case', () => {
  const named = exampleLine({ buyer: 'BUYER#', receiver: 'RECEIVER#', joinNumber: 'JOIN#', room: 'ROOM#', pickupPoint: 'PICKUP#', orderId: 'ORDER#', lineId: 'LINE#' })
  const settled = act(filedCase({ words: 'WORDS#' }, { line: named, by: { party: 'resident', personId: 'PERSON#' } }), LEADER, { type: 'settle' })
  expect(JSON.stringify(sheet([act(settled, LEADER, { type: 'payRefund', channel: 'cash', reference: 'REFERENCE#', photos: [] })]))).not.toMatch(/#/)
})

test.each([['a/b\\c:d', 'abcd'], ['..', '表格'], ['  团  购 ', '团 购'], ['x'.repeat(100), 'x'.repeat(60)], ['退\u202e款', '退款']])('%j is a file called %j', (words, name) => {
  expect(asFileName(words)).toBe(name)
})
