import { fireEvent, render, screen } from '@testing-library/react'
import { Words } from './Words'

test('a sentence is used by a tap, and marked where it is used', () => {
  const change = jest.fn()
  render(<Words label='说一句' value='您看行吗？' phrases={['您看行吗？', '实在不好意思']} onChange={change} />)
  expect(screen.getByText('✓ 您看行吗？')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '用这句：实在不好意思' }))
  expect(change).toHaveBeenCalledWith('实在不好意思')
})
