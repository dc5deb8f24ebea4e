import { fireEvent, render, screen } from '@testing-library/react'
import { Timeline } from './Timeline'

test('sentences in the order given, with what was written and photographed', () => {
  const at = Date.now()
  const { container } = render(<Timeline links={{ a: '/a.jpg' }} story={[{ at, says: '团长同意退款', detail: '', photos: [] }, { at: at - 1000, says: '王阿姨反映：坏了', detail: '都是水', photos: ['a'] }]} />)
  expect(container.textContent).toMatch(/团长同意退款.*王阿姨反映：坏了.*“都是水”/)
  expect(screen.getAllByRole('img', { name: /第 1 张照片/ })).toHaveLength(1)
})

test('of a long story the newest five and how it began, and the middle by a tap', () => {
  const story = Array.from({ length: 12 }, (_, i) => ({ at: 12 - i, says: `第${12 - i}步`, detail: '', photos: [] }))
  const { container } = render(<Timeline links={{}} story={story} />)
  expect(container.textContent).toMatch(/第12步.*第8步.*中间还有 6 条.*第1步/)
  expect(container.textContent).not.toMatch(/第7步|第2步/)
  fireEvent.click(screen.getByRole('button', { name: '中间还有 6 条，点开看' }))
  expect(container.textContent).toMatch(/第8步.*第7步.*第2步.*第1步/)
  expect(screen.queryByRole('button')).toBeNull()
})
