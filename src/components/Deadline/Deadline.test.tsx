import { render, screen } from '@testing-library/react'
import { Deadline } from './Deadline'

const HOUR = 3600_000

test('who and until when; soon also how long; late with a mark, never by colour alone', () => {
  const { container, rerender } = render(<Deadline due={{ dueAt: Date.now() + 48 * HOUR }} who='团长' />)
  expect(container.textContent).toMatch(/^团长.+前$/)
  rerender(<Deadline left due={{ dueAt: Date.now() + 40 * HOUR + 60_000 }} who='团长' />)
  expect(container.textContent).toMatch(/^团长.+前，还有 40 小时$/)
  rerender(<Deadline due={{ dueAt: Date.now() + 2 * HOUR }} who='团长' />)
  expect(container.textContent).toMatch(/^团长.+前，.+/)
  rerender(<Deadline due={{ dueAt: Date.now() - 2 * HOUR }} who='团长' />)
  expect(screen.getByText(/^! 团长/)).toBeTruthy()
  rerender(<Deadline due={{ dueAt: Date.now() - 2 * HOUR - 1000 }} who='请在' />)
  expect(screen.getByText('! 晚了 2 小时')).toBeTruthy()
  rerender(<Deadline due={{ dueAt: Date.now() - 2 * HOUR - 1000 }} who='最早一笔请在' />)
  expect(screen.getByText('! 最早一笔晚了 2 小时')).toBeTruthy()
})
