import { render, screen } from '@testing-library/react'
import { Timeline } from './Timeline'

test('sentences in the order given, with what was written and photographed', () => {
  const at = Date.now()
  const { container } = render(<Timeline links={{ a: '/a.jpg' }} story={[{ at, says: '团长同意退款', detail: '', photos: [] }, { at: at - 1000, says: '王阿姨反映：坏了', detail: '都是水', photos: ['a'] }]} />)
  expect(container.textContent).toMatch(/团长同意退款.*王阿姨反映：坏了.*“都是水”/)
  expect(screen.getAllByRole('img', { name: /第 1 张照片/ })).toHaveLength(1)
})
