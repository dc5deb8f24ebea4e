import { render, screen } from '@testing-library/react'
import type { ToRefund } from '../../../../../domain/contract/calls'
import { RefundsCard } from './RefundsCard'

const HOUR = 3600_000
const refunds = (over: Partial<ToRefund>): ToRefund => ({ groupBuyId: 'g', groupBuyTitle: '草莓团', cases: 2, fen: 200, dueAt: null, sooner: null, ...over })

test('until when the first of them is to be paid, also for who is read to; late in red and said so', () => {
  const { container, rerender } = render(<RefundsCard refunds={refunds({ dueAt: Date.now() + 30 * HOUR + 1000 })} onTap={() => undefined} />)
  expect(container.querySelector('.deadline--calm')?.textContent).toMatch(/^最早一笔请在.+前，还有 30 小时$/)
  rerender(<RefundsCard refunds={refunds({ dueAt: Date.now() - 12 * HOUR - 1000, sooner: { clock: 'tell', party: 'leader', dueAt: Date.now() - 13 * HOUR - 1000 } })} onTap={() => undefined} />)
  expect([...container.querySelectorAll('.deadline--late')].map(e => e.textContent)).toEqual(['! 您告诉到邻居：晚了 13 小时', '! 最早一笔晚了 12 小时'])
  expect(screen.getByRole('button', { name: /2 笔等您退款，一共 ¥2.00，! 最早一笔晚了 12 小时，去退款表/ })).toBeTruthy()
  rerender(<RefundsCard refunds={refunds({})} onTap={() => undefined} />)
  expect(container.querySelector('.deadline')).toBeNull()
})
