import { render, screen } from '@testing-library/react'
import { ProgressCounts } from './ProgressCounts'

test('says how many reported, how many are settled, and until when the rest are', () => {
  render(<ProgressCounts title='草莓' counts={{ reported: 23, settled: 20, offered: 0, waiting: 3, until: Date.now() + 60_000 }} />)
  for (const words of ['草莓', '23', '户反映', '20', '户已处理', '3', '户在处理']) expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getByText(/^23户反映，20户已处理，其余.+前处理$/)).toBeTruthy()
})

test('nobody reported anything: no row of noughts', () => {
  render(<ProgressCounts title='草莓' counts={{ reported: 0, settled: 0, offered: 0, waiting: 0, until: null }} />)
  expect(screen.getByText('还没有人反映问题')).toBeTruthy()
  expect(screen.queryByText('户反映')).toBeNull()
})
