import { fireEvent, render, screen } from '@testing-library/react'
import { Stars } from './Stars'

test('each star says what it stands for; the tapped one is the one that is chosen', () => {
  const onChange = jest.fn()
  const { rerender, container } = render(<Stars label='快慢' value={null} onChange={onChange} />)
  expect(container.textContent).toBe('快慢☆☆☆☆☆')
  fireEvent.click(screen.getByRole('radio', { name: '快慢，4 星' }))
  expect(onChange).toHaveBeenCalledWith(4)
  rerender(<Stars label='快慢' value={4} onChange={onChange} />)
  expect(container.textContent).toBe('快慢：4 星★★★★☆')
  expect(screen.getByRole('radio', { name: '快慢，4 星，已选' }).getAttribute('aria-checked')).toBe('true')
})
