import { useState, type ReactNode } from 'react'
import { fireEvent, render, screen } from '@testing-library/react'
import { PickSome } from './PickSome'

function Asking({ of, at }: { of: readonly string[]; at?: (value: string[]) => void }): ReactNode {
  const [value, setValue] = useState<string[]>([])
  return <PickSome label='哪些商品' choices={of.map(label => ({ value: label, label }))} value={value} onChange={now => { setValue(now); at?.(now) }} />
}

test('several are chosen, and unchosen again', () => {
  const at = jest.fn()
  render(<Asking of={['草莓', '吐司']} at={at} />)
  for (const name of ['草莓', '吐司']) fireEvent.click(screen.getByRole('checkbox', { name }))
  fireEvent.click(screen.getByRole('checkbox', { name: '草莓，已选' }))
  expect(at.mock.calls.map(([value]: [string[]]) => value)).toEqual([['草莓'], ['草莓', '吐司'], ['吐司']])
})

test('of a long list a part stands there, the rest is found by its words, and what is chosen stays in sight', () => {
  render(<Asking of={[...Array.from({ length: 20 }, (_, i) => `青菜${i}`), '草莓']} />)
  expect(screen.getAllByRole('checkbox')).toHaveLength(12)
  expect(screen.getByText('还有 9 样，写几个字找一找')).toBeTruthy()
  fireEvent.change(screen.getByRole('textbox', { name: '找一找哪些商品' }), { target: { value: '草' } })
  fireEvent.click(screen.getByRole('checkbox', { name: '草莓' }))
  fireEvent.change(screen.getByRole('textbox', { name: '找一找哪些商品' }), { target: { value: '没有的' } })
  expect(screen.getAllByRole('checkbox').map(box => box.textContent)).toEqual(['草莓 ✓'])
})
