import { fireEvent, render, screen } from '@testing-library/react'
import { Members } from './Members'

const members = [{ id: 'm1', name: '老李', me: true }, { id: 'm2', name: '小周', me: false }]

test('who asks is let in or not, by name; removing is there only for who may', () => {
  const [answered, removed] = [jest.fn(), jest.fn()]
  const { rerender } = render(<Members members={members} asking={[{ id: 'r1', name: '张叔' }]} busy={false} onAnswer={answered} />)
  fireEvent.click(screen.getByRole('button', { name: '同意张叔加入' }))
  fireEvent.click(screen.getByRole('button', { name: '不同意张叔加入' }))
  expect(answered.mock.calls).toEqual([['r1', true], ['r1', false]])
  expect(screen.queryByRole('button', { name: '移出小周' })).toBeNull()
  rerender(<Members members={members} asking={[]} busy={false} onAnswer={answered} onRemove={removed} />)
  fireEvent.click(screen.getByRole('button', { name: '移出小周' }))
  expect(removed).toHaveBeenCalledWith(members[1])
})

test('nobody yet', () => {
  expect(render(<Members members={[]} asking={[]} busy={false} onAnswer={() => undefined} />).container.textContent).toContain('还没有人接')
})
