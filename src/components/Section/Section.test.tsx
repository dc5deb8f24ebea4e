import { render } from '@testing-library/react'
import { Section } from './Section'

test('a heading, what stands beside it, what belongs under it', () => {
  const { container } = render(<Section title='经过' aside={<b>3 条</b>}>昨天</Section>)
  expect(container.textContent).toBe('经过3 条昨天')
})
