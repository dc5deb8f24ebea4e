import { fireEvent, render, screen } from '@testing-library/react'
import { Sheet } from './Sheet'

test('closed it is not there; open it asks, and can be closed', () => {
  const close = jest.fn()
  const { rerender } = render(<Sheet open={false} title='哪里不合适？' onClose={close}>您说</Sheet>)
  expect(screen.queryByRole('dialog')).toBeNull()
  rerender(<Sheet open title='哪里不合适？' onClose={close} bar={<p>告诉团长</p>}>您说</Sheet>)
  expect(screen.getByRole('dialog', { name: '哪里不合适？' }).textContent).toContain('告诉团长')
  fireEvent.click(screen.getByRole('button', { name: '关上' }))
  expect(close).toHaveBeenCalledTimes(1)
})
