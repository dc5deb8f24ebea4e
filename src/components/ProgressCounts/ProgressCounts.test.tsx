import { render, screen } from '@testing-library/react'
import { ProgressCounts } from './ProgressCounts'

test('says how many reported, how many are decided, how many have their money, and until when the rest are', () => {
  render(<ProgressCounts title='草莓' counts={{ reported: 23, decided: 20, refunded: 6, unpaid: 14, offered: 0, waiting: 3, until: [{ at: Date.now() + 60_000, households: 3 }] }} />)
  for (const words of ['草莓', '23', '户反映', '20', '户已定', '6', '户已退', '3', '户在处理']) expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getByText(/^23户反映，20户已定，6户已退，其余3户.+前处理$/)).toBeTruthy()
})

test('no money is owed to anybody: no nought of refunds', () => {
  render(<ProgressCounts title='草莓' counts={{ reported: 2, decided: 1, refunded: 0, unpaid: 0, offered: 1, waiting: 0, until: [] }} />)
  expect(screen.queryByText('户已退')).toBeNull()
  expect(screen.getByText('2户反映，1户已定，1户等邻居点头')).toBeTruthy()
})

test('nobody reported anything: no row of noughts', () => {
  render(<ProgressCounts title='草莓' counts={{ reported: 0, decided: 0, refunded: 0, unpaid: 0, offered: 0, waiting: 0, until: [] }} />)
  expect(screen.getByText('还没有人反映问题')).toBeTruthy()
  expect(screen.queryByText('户反映')).toBeNull()
})
