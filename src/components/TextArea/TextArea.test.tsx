import { fireEvent, render, screen } from '@testing-library/react'
import { TextArea } from './TextArea'

test('tells what is typed, and how much room is left once it matters', () => {
  const change = jest.fn()
  const { rerender } = render(<TextArea label='想说的话' value='烂了' most={10} onChange={change} />)
  expect(screen.queryByText(/还能写/)).toBeNull()
  fireEvent.change(screen.getByRole('textbox', { name: '想说的话' }), { target: { value: '都烂了' } })
  expect(change).toHaveBeenCalledWith('都烂了')
  rerender(<TextArea label='想说的话' value='一打开就是烂的呀' most={9} onChange={change} />)
  expect(screen.getByText('还能写 1 个字')).toBeTruthy()
})

test('what does not fit is said to be cut', () => {
  const change = jest.fn()
  render(<TextArea label='想说的话' value='' most={9} onChange={change} />)
  fireEvent.change(screen.getByRole('textbox', { name: '想说的话' }), { target: { value: '一打开就是烂的呀，下面也是' } })
  expect(change).toHaveBeenCalledWith('一打开就是烂的呀，')
  expect(screen.getByText('! 太长了，只留下了前 9 个字')).toBeTruthy()
})
