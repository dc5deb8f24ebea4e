import { fireEvent, render, screen } from '@testing-library/react'
import { act, examples, HOUR, lastAt, LEADER, OPERATOR, type ExampleName } from '../../../../../domain/case/exampleCase'
import type { Case } from '../../../../../domain/case/case'
import { caseView } from '../../../../../domain/people/caseView'
import { WhoBears } from './WhoBears'

const ALL = examples()
const show = (c: Case, onSplit = jest.fn()) => render(<WhoBears view={caseView(c, LEADER, lastAt(c) + HOUR)} communityId='c' onSplit={onSplit} />)
const said = (name: ExampleName) => show(ALL[name]).container.textContent

test('while nobody split it, it says how it lies; split, that it was decided', () => {
  expect(said('settled')).toMatch(/供货商¥12\.60还没分过，先这样算。供货商承担 ¥12\.60（按零售价），已经告诉他了，等他认。/)
  expect(said('split')).toMatch(/供货商¥8\.60善意补偿¥4\.00已经定了这样分。供货商承担 ¥8\.60，已经告诉他了，等他认。/)
})

test('a dispute can be split anew, in one tap from here', () => {
  const onSplit = jest.fn()
  show(ALL.disputed, onSplit)
  fireEvent.click(screen.getByRole('button', { name: '商量好了，重新分' }))
  expect(onSplit).toHaveBeenCalled()
})

test('what was settled by who heard both stays, and is said to', () => {
  const settled = act(ALL.disputed, OPERATOR, { type: 'splitLiability', shares: { supplier: 1000, carrier: 0, leader: 0, seller: 260, goodwill: 0 }, words: '听过双方' })
  show(settled)
  expect(screen.getByText(/^✓ 听过双方，定了，不再变：供货商承担 ¥10\.00$/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /分/ })).toBeNull()
})

test('a carrier does not come here: who talks to it is told what to do', () => {
  const carrier = act(ALL.settled, LEADER, { type: 'splitLiability', shares: { supplier: 0, carrier: 1260, leader: 0, seller: 0, goodwill: 0 }, words: '' })
  expect(show(carrier).container.textContent).toMatch(/快递承担 ¥12\.60，等您跟他们说。.*「快递回话了」/)
})

test('without anybody who supplies it, the way to name them', () => {
  expect(said('settledWithoutSupplier')).toMatch(/卖家¥12\.60.*没有填供货商/)
})
