import { render, screen } from '@testing-library/react'
import { platform } from '../../../../cloud/platform'
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

test('who came for the orders is told what comes next, and asked first what a supplier with known costs bears', async () => {
  const supplier = (id: string, asksBasis: boolean) => ({ id, name: `供货商${id}`, people: 0, recoverAt: 'retail', asksBasis })
  jest.spyOn(platform, 'callFunction').mockResolvedValue({ ok: true, data: { groupBuys: [], suppliers: [supplier('一', true), supplier('二', false)], bindingsWaiting: 0 } })
  show(null)
  expect(await screen.findByText('跟「供货商一」按进价还是按零售价算？')).toBeTruthy()
  expect(screen.queryByText(/供货商二/)).toBeNull()
  expect(screen.getByRole('button', { name: '去我的团' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /回退款表/ })).toBeNull()
})
