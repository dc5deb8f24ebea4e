import { fireEvent, render, screen } from '@testing-library/react'
import { RejectSheet } from './RejectSheet'

test('a reason, how it was looked at, and words that can be changed; nothing goes before all three are there', () => {
  const send = jest.fn()
  render(<RejectSheet open hasPhotos={false} busy={false} said={null} onClose={() => undefined} onSend={send} />)
  fireEvent.click(screen.getByRole('button', { name: '先选一个原因' }))
  expect(send).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('radio', { name: /照片里看不出/ }))
  fireEvent.click(screen.getByRole('button', { name: '选一下怎么看的' }))
  expect(send).not.toHaveBeenCalled()
  fireEvent.click(screen.getAllByRole('radio')[0] as HTMLElement)
  fireEvent.click(screen.getByRole('button', { name: '告诉邻居，没同意' }))
  expect(send).toHaveBeenCalledWith(expect.objectContaining({ type: 'reject', criterion: 'notShown', words: expect.stringContaining('照片') as string }))
})
