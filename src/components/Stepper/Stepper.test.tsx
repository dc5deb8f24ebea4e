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

test('many are typed: taken as they are written, never beyond the ends, and said why', () => {
  const change = jest.fn()
  render(<Stepper label='水蜜桃坏了' value={0} least={0} most={30} onChange={change} />)
  const field = screen.getByRole('textbox', { name: '水蜜桃坏了几件' })
  fireEvent.change(field, { target: { value: '23' } })
  expect(change).toHaveBeenLastCalledWith(23)
  expect(screen.queryByText(/最多/)).toBeNull()
  fireEvent.change(field, { target: { value: '230' } })
  expect(change).toHaveBeenLastCalledWith(30)
  expect(screen.getByText('! 最多 30 件')).toBeTruthy()
})

test('a few are counted by taps alone', () => {
  render(<Stepper label='坏了几件' value={1} most={3} onChange={() => undefined} />)
  expect(screen.queryByRole('textbox')).toBeNull()
})
