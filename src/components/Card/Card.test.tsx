import { render, screen } from '@testing-library/react'
import { Card } from './Card'

test('its title stands before its content', () => {
  const { container } = render(<Card title='哪里不对' tone='amber'>坏了</Card>)
  expect(container.textContent).toBe('哪里不对坏了')
  expect(screen.getByText('哪里不对')).toBeTruthy()
})
