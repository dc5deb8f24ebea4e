import { fireEvent, render, screen } from '@testing-library/react'
import { Portion } from './Portion'

const show = (of: string[]) => <Portion of={of} first={2} more={left => `还有 ${left} 件`}>{some => <p>{some.join('')}</p>}</Portion>

test('the first ones stand there, the next come by a tap, and at the end nothing is left to tap', () => {
  const { container } = render(show(['甲', '乙', '丙', '丁', '戊']))
  expect(container.textContent).toBe('甲乙还有 3 件')
  fireEvent.click(screen.getByRole('button', { name: '还有 3 件' }))
  expect(container.textContent).toBe('甲乙丙丁还有 1 件')
  fireEvent.click(screen.getByRole('button', { name: '还有 1 件' }))
  expect(container.textContent).toBe('甲乙丙丁戊')
})

test('a short list is whole; one that grows keeps as many in sight', () => {
  const { container, rerender } = render(show(['甲', '乙']))
  expect(container.textContent).toBe('甲乙')
  rerender(show(['新', '甲', '乙']))
  expect(container.textContent).toBe('新甲还有 1 件')
})
