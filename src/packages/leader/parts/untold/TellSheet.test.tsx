import { fireEvent, render, screen } from '@testing-library/react'
import { TellSheet } from './TellSheet'

test('by which way a leader told them, and none that only a desk has', () => {
  const onTell = jest.fn()
  render(<TellSheet who='他' onClose={jest.fn()} onTell={onTell} />)
  expect(screen.queryByRole('radio', { name: /热线|在线客服|公众号/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '选一下怎么告诉的' }))
  expect(onTell).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('radio', { name: /^当面说了/ }))
  fireEvent.click(screen.getByRole('button', { name: '记下来' }))
  expect(onTell).toHaveBeenCalledWith('onSite')
})
