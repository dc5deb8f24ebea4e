import { render, screen } from '@testing-library/react'
import { Money } from './Money'

test('fen as people write them', () => {
  render(<Money fen={1260} size='big' />)
  expect(screen.getByText('¥12.60')).toBeTruthy()
})
