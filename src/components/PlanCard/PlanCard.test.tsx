import { render } from '@testing-library/react'
import { PlanCard } from './PlanCard'

test('who does what until when; what is late says so, and where nothing is planned nothing stands', () => {
  const plan = [{ what: '问冷链记录', party: 'operator' as const, by: Date.now() - 3600_000 }, { what: '给居民回话', party: 'leader' as const, by: Date.now() + 3600_000 }]
  const { container, rerender } = render(<PlanCard as='leader' plan={plan} />)
  expect(container.textContent).toMatch(/1\. 问冷链记录平台，.*前! 说好的时间过了2\. 给居民回话您，.*前$/)
  rerender(<PlanCard as='leader' plan={null} />)
  expect(container.textContent).toBe('')
})
