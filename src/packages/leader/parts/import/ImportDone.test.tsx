import { render, screen } from '@testing-library/react'
import { ImportDone } from './ImportDone'

const show = (refundsOf: string | null) => render(
  <ImportDone result={{ ordersAdded: 0, ordersChanged: 3, ordersUnchanged: 20, groupBuys: [{ id: 'g1', title: '周五水果团' }] }} communityId='c' refundsOf={refundsOf} onAnother={() => undefined} />,
)

test('who came from the refund sheet goes back to it, and is told when it was another group-buy\'s export', () => {
  const { unmount } = show('g1')
  expect(screen.getByRole('button', { name: '回退款表看核对结果' })).toBeTruthy()
  expect(screen.queryByText(/已到货|没有那个团/)).toBeNull()
  unmount()
  show('g2')
  expect(screen.getByText(/没有那个团的订单/)).toBeTruthy()
})

test('who came for the orders is told what comes next', () => {
  show(null)
  expect(screen.getByRole('button', { name: '去我的团' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /回退款表/ })).toBeNull()
})
