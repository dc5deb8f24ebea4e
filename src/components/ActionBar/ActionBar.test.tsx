import { render, screen } from '@testing-library/react'
import { Button } from '../Button/Button'
import { ActionBar } from './ActionBar'

test('holds what the thumb does next, in the order given', () => {
  render(<ActionBar row><Button label='不同意' /><Button label='同意' /></ActionBar>)
  expect(screen.getAllByRole('button').map(button => button.textContent)).toEqual(['不同意', '同意'])
})
