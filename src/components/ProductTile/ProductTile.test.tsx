import { render } from '@testing-library/react'
import { ProductTile } from './ProductTile'

test.each([['【丹东99草莓】顺丰冷链', '莓'], ['北海道吐司', '司'], ['Olive', 'O'], ['123', '货']])('%s is known by %s', (title, word) => {
  const { container } = render(<ProductTile title={title} />)
  expect(container.textContent).toBe(word)
})

test('a photo says more', () => {
  const { container } = render(<ProductTile title='草莓' photo='/a.jpg' />)
  expect(container.querySelector('img')?.getAttribute('src')).toBe('/a.jpg')
  expect(container.textContent).toBe('')
})
