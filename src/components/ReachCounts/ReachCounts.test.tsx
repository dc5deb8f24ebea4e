import { render, screen } from '@testing-library/react'
import { ReachCounts } from './ReachCounts'

test('each part in words, with its number; a part of nobody takes no place in the bar', () => {
  const { container } = render(<ReachCounts counts={{ households: 201, reached: 3, sent: 0, notReached: 198 }} />)
  for (const words of ['一共 201 户买过', '✓ 知道了', '3 户', '! 还没通知到', '198 户', '0 户']) expect(screen.getByText(words)).toBeTruthy()
  expect(container.querySelectorAll('.reach__part')).toHaveLength(2)
})

test('nobody bought it', () => {
  render(<ReachCounts counts={{ households: 0, reached: 0, sent: 0, notReached: 0 }} />)
  expect(screen.getByText('没有住户买过这一样')).toBeTruthy()
})
