import { fireEvent, render, screen } from '@testing-library/react'
import type { WarnedRow } from '../../../../../domain/contract/calls'
import { CallRow } from './CallRow'

const row = (over: Partial<WarnedRow> = {}): WarnedRow => ({ id: 'h', orderId: 'o', buyer: '小林', joinNumber: '12', room: '8号楼1101室', phoneLast4: '3516', groupBuyTitle: '草莓团', state: 'notReached', how: '没来过小程序，要打电话或上门', told: false, tried: false, by: '', ...over })

test('who does not know: how to find the number, and one tap to tick it off', () => {
  const onMark = jest.fn()
  render(<CallRow row={row()} how='phone' closed={false} busy={false} trouble={null} onMark={onMark} />)
  expect(screen.getByText('! 没来过小程序，要打电话或上门')).toBeTruthy()
  expect(screen.getByText('手机尾号 3516，打电话请到接龙或团购里按 12 号找')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '告诉12号 小林 · 8号楼1101室了' }))
  fireEvent.click(screen.getByRole('button', { name: '12号 小林 · 8号楼1101室没找到人' }))
  expect(onMark.mock.calls).toEqual([[{ outcome: 'reached', how: 'phone' }], [{ outcome: 'unreachable', how: 'phone' }]])
})

test('ticked off: who put it down, and the way back', () => {
  const onMark = jest.fn()
  render(<CallRow row={row({ state: 'reached', how: '打电话说了', told: true, by: '张叔' })} how='phone' closed={false} busy={false} trouble='没有信号' onMark={onMark} />)
  expect(screen.getByText('✓ 打电话说了（张叔记的）')).toBeTruthy()
  expect(screen.getByText('! 没有信号')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /记错了$/ }))
  expect(onMark.mock.calls).toEqual([[{ outcome: 'takenBack' }]])
})

test('over: to be read only', () => {
  render(<CallRow row={row()} how='phone' closed busy={false} trouble={null} onMark={jest.fn()} />)
  expect(screen.queryAllByRole('button')).toEqual([])
})
