import { fireEvent, render, screen } from '@testing-library/react'
import type { IncidentMember } from '../../../../../domain/contract/calls'
import type { CaseCard } from '../../../../../domain/people/caseView'
import { stepWords, withinLimit } from './jointWords'
import { HowMuch } from './HowMuch'
import { Wall } from './Wall'

const claim = { measure: 'pieces' as const, bad: 1, damage: 100 as const }
const member = (n: number, photos: string[], paid = 4990): IncidentMember => ({
  card: { id: `c${n}`, title: '水蜜桃', reason: 'spoiled', claim, quantity: 1, asked: paid, buyer: `邻居${n}`, joinNumber: String(n) } as CaseCard,
  complaint: { asked: paid, paid, left: paid, quantity: 1, claim }, seen: 1, photos, open: true, odd: false,
})

test('who sent no photo stands in a list below the wall, and is ticked off there as well', () => {
  const toggle = jest.fn()
  const members = [member(1, ['a']), ...Array.from({ length: 8 }, (_, i) => member(i + 2, []))]
  const { container } = render(<Wall members={members} chosen={members} crate={[]} links={{ a: '/a.jpg' }} onToggle={toggle} />)
  expect(container.querySelectorAll('.product-tile')).toHaveLength(1)
  expect(screen.getByText('8 户没有照片')).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: /^3号 邻居3，/ }))
  expect(toggle).toHaveBeenCalledWith('c3')
  expect(screen.queryByRole('checkbox', { name: /^9号/ })).toBeNull()
  fireEvent.click(screen.getByRole('link', { name: /再看 2 户没有照片的/ }))
  expect(screen.getByRole('checkbox', { name: /^9号/ })).toBeTruthy()
})

test('the crate stands once above, and is nobody\'s own photo', () => {
  const members = [member(1, ['a']), member(2, []), member(3, [])]
  const { container } = render(<Wall members={members} chosen={members} crate={['crate']} links={{ a: '/a.jpg', crate: '/crate.jpg' }} onToggle={() => undefined} />)
  expect(screen.getByText('到货时拍的整箱')).toBeTruthy()
  const sources = [...container.querySelectorAll('[src]')].map(e => e.getAttribute('src'))
  expect(sources).toEqual(['/crate.jpg', '/a.jpg'])
  expect(screen.getByText('2 户没有自己的照片')).toBeTruthy()
})

test('what is over a helper\'s limit is known before the tap, and not counted in it', () => {
  const members = [member(1, [], 1500), member(2, [], 4990)]
  const { within, over } = withinLimit({ type: 'asAsked' }, members, 2000)
  expect([within, over].map(some => some.map(m => m.card.id))).toEqual([['c1'], ['c2']])
  expect(stepWords({ type: 'asAsked' }, within)).toBe('同意 1 户，退 ¥15.00')
  expect(withinLimit({ type: 'asAsked' }, members, null).over).toEqual([])
  expect(withinLimit({ type: 'share', percent: 40, words: '' }, members, 2000).over).toEqual([])
})

test('more for a piece than was paid for it is said; nothing, and less than a fen, say why not', () => {
  const show = (amount: number) => render(<HowMuch phrases={[]} step={{ type: 'perPiece', amount, words: '' }} members={[member(1, []), member(2, [], 8000)]} onChange={() => undefined} />)
  show(6000)
  expect(screen.getByText('! 其中 1 户一件没付到 ¥60.00，按付的钱退，不会多退。')).toBeTruthy()
  const field = screen.getByRole('textbox', { name: '坏一件退多少' })
  fireEvent.input(field, { target: { value: '12.345' } })
  expect(screen.getByText(/最多写到分/)).toBeTruthy()
  fireEvent.input(field, { target: { value: '0' } })
  expect(screen.getByText('! 至少退 0.01 元')).toBeTruthy()
})
