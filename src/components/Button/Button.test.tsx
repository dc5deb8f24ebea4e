import { fireEvent, render, screen } from '@testing-library/react'
import { Button } from './Button'

test('a tap does it once, and so do Enter and Space', () => {
  const tap = jest.fn()
  render(<Button label='发给团长' onTap={tap} />)
  const button = screen.getByRole('button', { name: '发给团长' })
  fireEvent.click(button)
  fireEvent.keyDown(button, { key: 'Enter' })
  fireEvent.keyDown(button, { key: ' ' })
  fireEvent.keyDown(button, { key: 'a' })
  expect(tap).toHaveBeenCalledTimes(3)
})

test.each([{ disabled: true }, { busy: true }])('%o: says so and does nothing', state => {
  const tap = jest.fn()
  render(<Button label='发给团长' onTap={tap} {...state} />)
  const button = screen.getByRole('button')
  fireEvent.click(button)
  fireEvent.keyDown(button, { key: 'Enter' })
  expect(tap).not.toHaveBeenCalled()
  expect(button.getAttribute('aria-disabled')).toBe('true')
})

test('busy shows its own words; a screen reader may hear more than is written', () => {
  render(<><Button label='发' busy busyLabel='正在发…' /><Button label='换' spokenLabel='换一个原因' /></>)
  expect(screen.getByText('正在发…')).toBeTruthy()
  expect(screen.getByRole('button', { name: '换一个原因' }).textContent).toBe('换')
})
