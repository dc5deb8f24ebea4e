import { fireEvent, render, screen } from '@testing-library/react'
import type { Board as Read, BoardRow } from '../../../domain/contract/calls'
import { waitsWords } from '../../words/boardWords'
import { Board } from './Board'

const HOUR = 3600_000
const row = (over: Partial<BoardRow> = {}): BoardRow => ({ caseId: 'c1', communityId: 'a', joinNumber: '7', title: '丹东99草莓', groupBuyTitle: '周六果蔬团', clock: 'resolve', party: 'leader', dueAt: Date.now() - 2 * HOUR, ...over })
const group = { soon: 0, late: 0, kept: 0, broken: 0 }
const quiet: Read = {
  within: 4 * HOUR, soon: { rows: [], total: 0 }, late: { rows: [], total: 0 }, communities: [{ id: 'a', name: '梧桐苑', leaderName: '陈姐', ...group }], suppliers: [],
  attainment: [{ target: 'firstResponse', kept: 0, broken: 0 }, { target: 'ordinary', kept: 11, broken: 1 }, { target: 'complex', kept: 2, broken: 0 }, { target: 'courier', kept: 0, broken: 0 }], satisfaction: { rated: 0, satisfied: 0 },
  shares: { returned: { count: 0, of: 0 }, complained: { count: 1, of: 300 }, complainedOfReturn: { count: 0, of: 300 }, lost: { count: 1, of: 99 } },
}
const two = [{ id: 'a', name: '梧桐苑', leaderName: '陈姐', ...group }, { id: 'b', name: '海棠苑', leaderName: '周姐', soon: 0, late: 2, kept: 11, broken: 1 }]
const nothing = () => undefined

test('nothing late: it says so, and nothing is red', () => {
  const { container } = render(<Board board={quiet} as='leader' only={{}} onOnly={nothing} more={nothing} busy={false} onOpen={nothing} />)
  expect(screen.getByText('没有，都还在时间里。')).toBeTruthy()
  expect(container.querySelector('.card--red')).toBeNull()
  expect(screen.queryByText('按小区')).toBeNull()
  expect(container.textContent).toContain('12 件做到 11 件，91%')
  expect(container.textContent).toContain('30 天里没有这样的事')
  for (const words of ['退货的（要 5% 以内）30 天里没有订单', '投诉的（要 1% 以内）300 单里 1 单，0.4%', '因为退货投诉的（要 1% 以内）300 单里没有', '投诉后不再来买的（要 1% 以内）! 99 户里 1 户，1.1%']) expect(container.textContent).toContain(words)
})

test('late: red, with a mark and in words, whose it is, and a tap opens the case', () => {
  const open = jest.fn()
  const late = row()
  const { container } = render(<Board board={{ ...quiet, late: { rows: [late], total: 3 } }} as='operator' only={{}} onOnly={nothing} more={nothing} busy={false} onOpen={open} />)
  expect(screen.getByText('! 已经晚了，3 件')).toBeTruthy()
  expect(container.querySelector('.card--red')?.textContent).toContain('7号 丹东99草莓等团长把整件办完! 晚了 2 小时')
  fireEvent.click(screen.getByRole('link', { name: '7号，丹东99草莓，等团长把整件办完' }))
  expect(open).toHaveBeenCalledWith(late)
})

test('about to break: soonest as it came, with what is left; to who reads it it says 您', () => {
  const { container } = render(<Board board={{ ...quiet, soon: { rows: [row({ clock: 'respond', dueAt: Date.now() + HOUR + 1000 })], total: 1 } }} as='leader' only={{}} onOnly={nothing} more={nothing} busy={false} onOpen={nothing} />)
  expect(screen.getByText('4 小时内到时间，1 件')).toBeTruthy()
  expect(container.textContent).toMatch(/等您先回一声.+还有 1 小时/)
  expect(container.querySelector('.card--red')).toBeNull()
})

test('by community, the worst first, and by supplier: a tap lists theirs, and there is a way back', () => {
  const choose = jest.fn()
  const board = { ...quiet, communities: two, suppliers: [{ id: 's', name: '丹东果业', soon: 1, late: 0, kept: 0, broken: 0 }] }
  const { rerender } = render(<Board board={board} as='operator' only={{}} onOnly={choose} more={nothing} busy={false} onOpen={nothing} />)
  const names = screen.getAllByRole('radio').map(r => r.getAttribute('aria-label'))
  expect(names).toEqual(['海棠苑 · 周姐，晚了 2 件，30 天里 12 次做到 11 次', '梧桐苑 · 陈姐，没有要到时间的，30 天里没有办完的', '丹东果业，快到时间 1 件，30 天里没有办完的'])
  fireEvent.click(screen.getByRole('radio', { name: /^海棠苑/ }))
  expect(choose).toHaveBeenCalledWith({ communityId: 'b' })
  fireEvent.click(screen.getByRole('radio', { name: /^丹东果业/ }))
  expect(choose).toHaveBeenLastCalledWith({ supplierId: 's' })
  rerender(<Board board={board} as='operator' only={{ communityId: 'b' }} onOnly={choose} more={nothing} busy={false} onOpen={nothing} />)
  expect(screen.getByText(/^只看：海棠苑/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '看全部' }))
  expect(choose).toHaveBeenLastCalledWith({})
})

test('what does not stand on the page: how many they are, the next of them by a tap, and honestly none where no more is shown', () => {
  const more = jest.fn()
  const board = { ...quiet, late: { rows: [row()], total: 50 }, soon: { rows: [row()], total: 3 } }
  const { container, rerender } = render(<Board board={board} as='operator' only={{}} onOnly={nothing} more={more} busy={false} onOpen={nothing} />)
  fireEvent.click(screen.getByRole('button', { name: '再看 30 件（还有 49 件）' }))
  fireEvent.click(screen.getByRole('button', { name: '再看 2 件' }))
  expect(more).toHaveBeenCalledTimes(2)
  rerender(<Board board={board} as='operator' only={{}} onOnly={nothing} more={null} busy={false} onOpen={nothing} />)
  expect(container.textContent).toContain('还有 49 件，办了上面的就会出来')
})

test('of one supplier nothing is said that counts whole communities', () => {
  const board = { ...quiet, suppliers: [{ id: 's', name: '丹东果业', soon: 1, late: 0, kept: 0, broken: 0 }] }
  render(<Board board={board} as='leader' only={{ supplierId: 's' }} onOnly={nothing} more={nothing} busy={false} onOpen={nothing} />)
  expect(screen.queryByText('最近 30 天，说到做到')).toBeNull()
  expect(screen.getByText(/^只看：丹东果业/)).toBeTruthy()
})

test('who has to do what, in one short line', () => {
  const waits = (clock: BoardRow['clock'], party: BoardRow['party'], as: 'leader' | 'operator' = 'leader') => waitsWords({ clock, party }, as)
  expect([waits('recovery', 'supplier'), waits('respond', 'leader'), waits('update', 'operator'), waits('resolve', 'leader', 'operator'), waits('recovery', 'leader')])
    .toEqual(['等供货商说认不认', '等您先回一声', '等平台给邻居回个话', '等团长把整件办完', '等您问到快递的答复'])
})
