import { render } from '@testing-library/react'
import { MoneyLines } from './MoneyLines'

test('each part apart, with the sum where there is more than one', () => {
  expect(render(<MoneyLines refund={1260} freight={800} compensation={500} />).container.textContent).toBe('退的钱¥12.60运费¥8.00补偿¥5.00一共¥25.60')
  expect(render(<MoneyLines refund={1260} />).container.textContent).toBe('退的钱¥12.60')
  expect(render(<MoneyLines refund={0} freight={800} />).container.textContent).toBe('运费¥8.00')
})

test('nothing where there is no money', () => {
  expect(render(<MoneyLines refund={0} />).container.textContent).toBe('')
})
