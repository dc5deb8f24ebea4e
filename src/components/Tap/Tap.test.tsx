import { fireEvent, render, screen } from '@testing-library/react'
import { Tap } from './Tap'

test('by finger and by keyboard, under its spoken name', () => {
  const tap = jest.fn()
  render(<Tap label='看更早的消息' onTap={tap}>更早</Tap>)
  const target = screen.getByRole('button', { name: '看更早的消息' })
  fireEvent.click(target)
  fireEvent.keyDown(target, { key: 'Enter' })
  expect(tap).toHaveBeenCalledTimes(2)
  expect(target.getAttribute('tabindex')).toBe('0')
})

test('disabled it does nothing and is not stepped on', () => {
  const tap = jest.fn()
  render(<Tap label='多一件' role='radio' disabled onTap={tap}>+</Tap>)
  const target = screen.getByRole('radio', { name: '多一件' })
  fireEvent.click(target)
  fireEvent.keyDown(target, { key: 'Enter' })
  expect(tap).not.toHaveBeenCalled()
  expect(target.getAttribute('tabindex')).toBeNull()
})
