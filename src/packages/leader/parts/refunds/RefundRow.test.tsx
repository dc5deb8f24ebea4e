import { render, screen } from '@testing-library/react'
import type { RefundRow as Row } from '../../../../../domain/orders/refundSheet'
import { RefundRow } from './RefundRow'

const row = (over: Partial<Row>): Row => ({ orderId: 'o', joinNumber: '6', buyer: '邻居6', room: '', due: 0, dueAt: null, paid: 0, paidAt: null, state: 'due', difference: 0, cases: [], ...over })

test.each<[string, Partial<Row>, string | null]>([
  ['to be paid', { due: 300 }, null],
  ['perhaps all paid', { due: 300, state: 'perhapsPaid', difference: 300 }, '! 订单表里已经有 ¥3.00 的退款，先看看是不是退过了，别退两次'],
  ['perhaps paid in part, or another twice', { due: 300, paid: 100, state: 'perhapsPaid', difference: 100 }, '! 订单表里多退了 ¥1.00，先看看是这次退过一部分，还是以前多退了，别再多退'],
  ['to be paid, and an earlier payment is missing', { due: 300, paid: 100, state: 'missing', difference: 100 }, '! 以前说退好的，订单表里还少 ¥1.00，看看是不是没退成'],
])('%s', (_what, over, says) => {
  render(<RefundRow row={row(over)} onTick={() => undefined} />)
  expect(screen.getByText('¥3.00')).toBeTruthy()
  if (says === null) expect(screen.queryByText(/^!/)).toBeNull()
  else expect(screen.getByText(says)).toBeTruthy()
})

test('until when it is to be paid, and that it is late; nothing of what is paid', () => {
  const HOUR = 3600_000
  const { container, rerender } = render(<RefundRow row={row({ due: 300, dueAt: Date.now() + 30 * HOUR + 1000 })} onTick={() => undefined} />)
  expect(container.querySelector('.deadline--calm')?.textContent).toMatch(/^请在.+前，还有 30 小时$/)
  rerender(<RefundRow row={row({ due: 300, dueAt: Date.now() - 12 * HOUR - 1000 })} onTick={() => undefined} />)
  expect(container.querySelector('.deadline--late')?.textContent).toBe('! 晚了 12 小时')
  rerender(<RefundRow row={row({ paid: 300, dueAt: Date.now() - 12 * HOUR - 1000, state: 'missing', difference: 300 })} />)
  expect(container.querySelector('.deadline')).toBeNull()
})
