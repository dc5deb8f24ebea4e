import { render, screen } from '@testing-library/react'
import { Progress } from './Progress'

test('says how far it is, and fills as far', () => {
  const { container } = render(<Progress done={20} of={80} says='正在处理 20/80 件' />)
  expect(screen.getByText('正在处理 20/80 件')).toBeTruthy()
  expect(container.querySelector('.progress__fill')?.getAttribute('style')).toContain('25%')
})
