import { fireEvent, render, screen } from '@testing-library/react'
import { Timeline } from './Timeline'

test('sentences in the order given, with what was written and photographed', () => {
  const at = Date.now()
  const { container } = render(<Timeline links={{ a: '/a.jpg' }} story={[{ at, says: '团长同意退款', detail: '', photos: [] }, { at: at - 1000, says: '王阿姨反映：坏了', detail: '都是水', photos: ['a'] }]} />)
  expect(container.textContent).toMatch(/团长同意退款.*王阿姨反映：坏了.*“都是水”/)
  expect(screen.getAllByRole('img', { name: /第 1 张照片/ })).toHaveLength(1)
})

test('of a long story the newest five stand there, and all of it by one tap', () => {
  const story = Array.from({ length: 17 }, (_, i) => ({ at: 1000 * (17 - i), says: `第${17 - i}步`, detail: '', photos: [] }))
  const { container } = render(<Timeline links={{}} story={story} />)
  expect(container.textContent).toContain('第13步')
  expect(container.textContent).not.toContain('第12步')
  fireEvent.click(screen.getByRole('button', { name: '更早的 12 条' }))
  expect(container.textContent).toMatch(/第17步.*第1步/)
  expect(screen.queryByRole('button')).toBeNull()
})

test('six steps are not hidden behind a button', () => {
  render(<Timeline links={{}} story={Array.from({ length: 6 }, (_, i) => ({ at: i, says: '同一句话', detail: '', photos: [] }))} />)
  expect(screen.getAllByText('同一句话')).toHaveLength(6)
  expect(screen.queryByRole('button')).toBeNull()
})
