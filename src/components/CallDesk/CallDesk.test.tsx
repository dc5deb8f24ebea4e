import { fireEvent, render, screen } from '@testing-library/react'
import { platform } from '../../cloud/platform'
import { CallDesk } from './CallDesk'

test('says which platform, and calls the number it left', () => {
  const call = jest.spyOn(platform, 'call')
  const { container } = render(<CallDesk desk={{ name: '邻里平台', phone: '15400000001' }} />)
  expect(container.textContent).toContain('平台：邻里平台，电话 15400000001')
  fireEvent.click(screen.getByRole('button', { name: '打电话给平台，邻里平台' }))
  expect(call).toHaveBeenCalledWith('15400000001')
})

test('without a number the name alone, without a platform nothing', () => {
  const { container, rerender } = render(<CallDesk desk={{ name: '邻里平台', phone: '' }} />)
  expect(container.textContent).toBe('平台：邻里平台')
  expect(screen.queryByRole('button')).toBeNull()
  rerender(<CallDesk desk={null} />)
  expect(container.textContent).toBe('')
})
