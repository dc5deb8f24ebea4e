import { render } from '@testing-library/react'
import { WhoPays } from './WhoPays'

const cost = { from: 'supplier' as const, rate: { claimed: 1701, refund: 2520 } }
const said = (props: Parameters<typeof WhoPays>[0]) => render(<WhoPays {...props} />).container.textContent

test('what comes on top stays with the seller, the rest is asked of the supplier at what was agreed', () => {
  expect(said({ as: 'leader', basis: cost, option: { remedy: 'refund', refund: 2520, freight: 800 } })).toBe('邻居拿到¥33.20请供货商承担¥17.01您这边承担¥16.19')
})

test('a supplier reads its own part and nobody else\'s; a part nobody knows is not made up', () => {
  expect(said({ as: 'supplier', basis: cost, option: { remedy: 'refund', refund: 2520 } })).toBe('居民拿到¥25.20您承担¥17.01')
  expect(said({ as: 'supplier', basis: { from: 'supplier', rate: null }, option: { remedy: 'refund', refund: 2520 } })).toBe('居民拿到¥25.20您承担多少按进价算，定了再告诉您。')
})

test('goods that travel are said, and a carrier is named', () => {
  expect(said({ as: 'leader', basis: { from: 'carrier', rate: { claimed: 1, refund: 1 } }, option: { remedy: 'returnRefund', refund: 1000 } })).toBe('邻居拿到¥10.00跟快递要¥10.00您这边承担¥0.00东西先拿回来，验过了才退钱。')
})
