import { fireEvent, render, screen } from '@testing-library/react'
import type { BuyingHousehold } from '../../../../../domain/contract/calls'
import { newBehalf } from '../behalf/behalfDraft'
import type { ChatRow } from './chatDraft'
import { RowCard } from './RowCard'

const HOMES: BuyingHousehold[] = [{ orderId: 'o7', buyer: '王阿姨', joinNumber: '7', room: '5号楼602室', phoneLast4: '6027', bound: true, notClaimable: null, lines: [{ lineId: 'l1', productId: 'p', title: '草莓', spec: '2斤/盒', quantity: 2, paid: 2000, left: 2000, settled: 0, openCaseId: null }] }]
const row = (over: Partial<ChatRow> = {}): ChatRow => ({
  proposal: { who: '王阿姨', said: '草莓坏了1盒', certainty: 'sure', why: [], candidates: [{ orderId: 'o7', lineId: 'l1' }], reason: 'spoiled', pieces: 1, pictures: 0, missing: [] },
  draft: newBehalf({ caseId: 'c', orderId: 'o7', lineId: 'l1', reason: 'spoiled', damage: 100, channel: 'groupChat', words: '草莓坏了1盒' }), accepted: false, result: null, ...over,
})
const show = (over: Partial<ChatRow> = {}) => {
  const [onAccept, onEdit] = [jest.fn(), jest.fn()]
  render(<RowCard row={row(over)} households={HOMES} busy={false} onAccept={onAccept} onEdit={onEdit} />)
  return { onAccept, onEdit }
}

test('says whose words, whose order, what and how much; one tap accepts it, another opens it', () => {
  const { onAccept, onEdit } = show()
  expect(screen.getByText('7号 王阿姨 · 5号楼602室')).toBeTruthy()
  expect(screen.getByText('草莓 · 坏了、烂了 · 2 件里 1 件 · 想退 ¥10.00')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /对，报这件$/ }))
  fireEvent.click(screen.getByRole('button', { name: /^改/ }))
  expect([onAccept.mock.calls.length, onEdit.mock.calls.length]).toEqual([1, 1])
})

test('what is not sure says why, what is missing says so and cannot be said yes to, what was refused says so too', () => {
  const { proposal, draft } = row()
  const { onAccept, onEdit } = show({ proposal: { ...proposal, certainty: 'unsure', why: ['叫这个名字的有 2 家'] }, draft: { ...draft, orderId: null, lineId: null } })
  expect(screen.getByText('! 拿不准：叫这个名字的有 2 家')).toBeTruthy()
  expect(screen.getByText('! 请选是哪一家')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /对，报这件$/ }))
  fireEvent.click(screen.getByRole('button', { name: /^改/ }))
  expect([onAccept.mock.calls.length, onEdit.mock.calls.length]).toEqual([0, 1])
  show({ result: { state: 'refused', why: { code: 'X', message: '这件东西已经有一个问题在处理了' } } })
  expect(screen.getByText('! 没报成：这件东西已经有一个问题在处理了')).toBeTruthy()
})

test('where it was said yes, a second tap takes nothing back: that is a button of its own', () => {
  const { onAccept } = show({ accepted: true })
  fireEvent.click(screen.getByText('✓ 要报'))
  expect(onAccept).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: /，先不报$/ }))
  expect(onAccept).toHaveBeenCalledTimes(1)
})

test('what was filed stays filed', () => {
  show({ result: { state: 'filed' }, accepted: true })
  expect(screen.getByText('✓ 报好了')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
