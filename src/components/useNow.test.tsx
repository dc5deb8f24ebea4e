import { act, render } from '@testing-library/react'
import { heardCloudTime } from '../cloud/cloudTime'
import { Deadline } from './Deadline/Deadline'

const MINUTE = 60_000

test('how much time is left goes by the cloud\'s clock, and is put right where it stands already', () => {
  const here = Date.now()
  const { container } = render(<Deadline due={{ dueAt: here + 30 * MINUTE + 30_000 }} who='请在' />)
  expect(container.textContent).toContain('还有 30 分钟')
  // This phone is 20 minutes behind.
  act(() => heardCloudTime(here + 20 * MINUTE, here, here))
  expect(container.textContent).toContain('还有 10 分钟')
  act(() => heardCloudTime(here + 40 * MINUTE, here, here))
  expect(container.textContent).toBe('! 晚了 9 分钟')
})
