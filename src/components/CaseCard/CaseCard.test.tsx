import { fireEvent, render, screen } from '@testing-library/react'
import type { CaseCard as Shown } from '../../../domain/people/caseView'
import { CaseCard } from './CaseCard'

const HOUR = 3600_000
function card(over: Partial<Shown> = {}): Shown {
  const due = { clock: 'review' as const, party: 'leader' as const, from: Date.now(), dueAt: Date.now() + 2 * HOUR }
  return {
    id: 'one', as: 'leader', stage: 'waitingLeader', holder: 'leader', due, noDue: null, myDue: due, sooner: null, title: '草莓', spec: '', groupBuyTitle: '周六团', reason: 'spoiled',
    claim: { measure: 'pieces', bad: 1, damage: 100 }, quantity: 2, asked: 1260, amount: 0, remedy: null, agreedTo: null, late: false, channel: null, photo: null, filedAt: Date.now(), buyer: '王阿姨', joinNumber: '15', bundle: null, recovery: null, ...over,
  }
}

test('says what it is, whose, how much and whose turn; a tap opens it', () => {
  const open = jest.fn()
  render(<CaseCard card={card()} onTap={open} />)
  const whole = screen.getByRole('button', { name: '草莓，15号 王阿姨，等您看' })
  for (const words of ['15号 王阿姨', '坏了、烂了', '¥12.60', '请在']) expect(whole.textContent).toContain(words)
  fireEvent.click(whole)
  expect(open).toHaveBeenCalledTimes(1)
})

test('a supplier reads neither who it is nor the resident\'s sum, but its own part', () => {
  const { container } = render(<CaseCard card={card({ as: 'supplier', buyer: null, joinNumber: null, recovery: { state: 'claimed', amount: 800, basis: 'cost', expected: 800 } })} onTap={() => undefined} />)
  expect(container.textContent).toContain('¥8.00')
  expect(container.textContent).toContain('按进价')
  expect(container.textContent).not.toContain('王阿姨')
})

test('nothing that came to nothing has a sum for the supplier', () => {
  const { container } = render(<CaseCard card={card({ as: 'supplier', stage: 'withdrawn', holder: null, due: null, myDue: null, recovery: { state: 'none', amount: 0, basis: 'retail', expected: 800 } })} onTap={() => undefined} />)
  expect(container.textContent).not.toContain('¥')
})

test('how much time is left is said to the leader however much it is, how late it is, and why nothing goes by', () => {
  const until = (ms: number) => ({ clock: 'review' as const, party: 'leader' as const, from: 0, dueAt: Date.now() + ms })
  const shown = (over: Partial<Shown>) => {
    const { container, unmount } = render(<CaseCard card={card(over)} onTap={() => undefined} />)
    const text = container.textContent ?? ''
    unmount()
    return text
  }
  expect(shown({ due: until(30 * HOUR + 60_000), myDue: until(30 * HOUR + 60_000) })).toContain('还有 30 小时')
  expect(shown({ due: until(-3 * HOUR), myDue: until(-3 * HOUR) })).toContain('! 晚了 3 小时')
  expect(shown({ stage: 'waitingEvidence', holder: 'resident', due: null, noDue: 'notTold', myDue: null })).toContain('还没告诉到邻居，先不算时间')
  expect(shown({ as: 'supplier', due: null, noDue: 'unannounced', myDue: null })).toContain('放假安排还没公布')
})

test('what comes before the decision is said by its name, above it', () => {
  const { container, rerender } = render(<CaseCard card={card({ sooner: { clock: 'respond', party: 'leader', dueAt: Date.now() - 2 * HOUR - 1000 } })} onTap={() => undefined} />)
  expect(container.textContent).toMatch(/! 您先回一声：晚了 2 小时请在/)
  rerender(<CaseCard card={card({ sooner: { clock: 'update', party: 'supplier', dueAt: Date.now() + HOUR + 1000 } })} onTap={() => undefined} />)
  expect(container.textContent).toContain('供货商给邻居回个话：还有 1 小时')
})

test('that it came late is said to those who decide', () => {
  const { container, rerender } = render(<CaseCard card={card({ late: true })} onTap={() => undefined} />)
  expect(container.textContent).toContain('超过 48 小时才反映')
  rerender(<CaseCard card={card({ late: true, as: 'resident' })} onTap={() => undefined} />)
  expect(container.textContent).not.toContain('超过 48 小时')
})

test('the desk reads by which way it came, whatever way that was', () => {
  const { container, rerender } = render(<CaseCard card={card({ as: 'operator', channel: 'hotline' })} onTap={() => undefined} />)
  expect(container.textContent).toContain('15号 王阿姨')
  expect(container.textContent).toContain('打热线说的')
  rerender(<CaseCard card={card({ as: 'operator' })} onTap={() => undefined} />)
  expect(container.textContent).toContain('小程序报的')
})
