import { fireEvent, render, screen } from '@testing-library/react'
import { Field } from './Field'

test('has its label as its name and tells what is typed', () => {
  const change = jest.fn()
  render(<Field label='跟团号' value='' onChange={change} />)
  fireEvent.change(screen.getByRole('textbox', { name: '跟团号' }), { target: { value: '12' } })
  expect(change).toHaveBeenCalledWith('12')
})

test('what is wrong stands in the place of the hint', () => {
  render(<Field label='退多少' value='99' unit='元' hint='最多 ¥12.60' trouble='最多能退 ¥12.60' onChange={() => undefined} />)
  expect(screen.getByText('! 最多能退 ¥12.60')).toBeTruthy()
  expect(screen.queryByText('最多 ¥12.60')).toBeNull()
  expect(screen.getByText('元')).toBeTruthy()
})
