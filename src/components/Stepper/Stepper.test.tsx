import { fireEvent, render, screen } from '@testing-library/react'
import { Stepper } from './Stepper'

test('counts up and down, and stops at both ends', () => {
  const change = jest.fn()
  const { rerender } = render(<Stepper label='坏了几件' value={1} most={2} onChange={change} />)
  fireEvent.click(screen.getByRole('button', { name: '坏了几件，少一件' }))
  expect(change).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '坏了几件，多一件' }))
  expect(change).toHaveBeenLastCalledWith(2)
  rerender(<Stepper label='坏了几件' value={2} most={2} onChange={change} />)
  fireEvent.click(screen.getByRole('button', { name: '坏了几件，多一件' }))
  expect(change).toHaveBeenCalledTimes(1)
})
