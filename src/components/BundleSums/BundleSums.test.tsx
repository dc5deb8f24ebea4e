import { render } from '@testing-library/react'
import type { BundleSum } from '../../../domain/case/bundle'
import { BundleSums } from './BundleSums'

const none = { cases: 0, fen: 0 }
const sum: BundleSum = { all: { cases: 5, fen: 12_300 }, claimed: { cases: 2, fen: 8000 }, admitted: { cases: 1, fen: 4300 }, disputed: none, undecided: { cases: 2, fen: 900 }, repaid: { cases: 1, fen: 4300 } }

test('leader and supplier read the same numbers, in words of their own', () => {
  const read = (as: 'leader' | 'supplier') => render(<BundleSums sum={sum} as={as} />).container.textContent ?? ''
  const [leader, supplier] = [read('leader'), read('supplier')]
  const numbers = (text: string) => text.match(/[\d.]+/g)
  expect(numbers(leader)).toEqual(numbers(supplier))
  for (const words of ['要您承担', '¥123.00', '等您回话', '2 笔', '¥80.00', '您认了', '团长已经先退给居民 1 笔']) expect(supplier).toContain(words)
  for (const words of ['要供货商承担', '等他回话', '您已经先退给居民 1 笔']) expect(leader).toContain(words)
  expect(supplier).not.toContain('没认')
})
