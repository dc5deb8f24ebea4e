import { fireEvent, render, screen } from '@testing-library/react'
import { LeaveSheet } from './LeaveSheet'

test('leaving takes a second tap, and there is a way back', () => {
  const [leave, close] = [jest.fn(), jest.fn()]
  render(<LeaveSheet open title='不帮了？' busy={false} said={undefined} onLeave={leave} onClose={close}>想再帮，要团长重新请您。</LeaveSheet>)
  expect(screen.getByText('想再帮，要团长重新请您。')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '接着帮' }))
  expect([leave, close].map(f => f.mock.calls.length)).toEqual([0, 1])
  fireEvent.click(screen.getByRole('button', { name: '不帮了' }))
  expect(leave).toHaveBeenCalledTimes(1)
})
