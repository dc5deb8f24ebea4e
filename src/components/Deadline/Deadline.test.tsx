import { render, screen } from '@testing-library/react'
import { AlsoDue, Deadline } from './Deadline'

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

test('another promise by its name, with what is left or how late it is', () => {
  const { container, rerender } = render(<AlsoDue dueAt={Date.now() + 12 * 60_000 + 1000} what='您先回一声' />)
  expect(container.textContent).toBe('您先回一声：还有 12 分钟')
  expect(container.querySelector('.deadline--soon')).not.toBeNull()
  rerender(<AlsoDue dueAt={Date.now() - 2 * HOUR - 1000} what='整件办完' />)
  expect(container.textContent).toBe('! 整件办完：晚了 2 小时')
  expect(container.querySelector('.deadline--late')).not.toBeNull()
  rerender(<AlsoDue dueAt={Date.now() + 20 * HOUR + 1000} what='整件办完' />)
  expect(container.querySelector('.deadline--calm')).not.toBeNull()
})
