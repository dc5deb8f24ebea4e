import { render, screen } from '@testing-library/react'
import { UntoldCount } from './UntoldCount'

test('who does not know yet is a row to tap; where everybody does there is none', () => {
  const { rerender, container } = render(<UntoldCount communityId='c' cases={3} />)
  expect(screen.getByRole('button', { name: '3 件还没告诉到邻居，去告诉' })).toBeTruthy()
  rerender(<UntoldCount communityId='c' cases={0} />)
  expect(container.textContent).toBe('')
})
