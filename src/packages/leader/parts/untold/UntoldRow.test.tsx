import { fireEvent, render, screen } from '@testing-library/react'
import type { Untold } from '../../../../../domain/contract/calls'
import { groupUntold } from './groupUntold'
import { UntoldRow } from './UntoldRow'

const untold: Untold = { caseId: 'c', seen: 2, groupBuyId: 'g', groupBuyTitle: '草莓团', orderId: 'o', title: '草莓', stage: 'refunding', remedy: 'refund', amount: 5990, buyer: '小林', joinNumber: '12', room: '8号楼1101室', phoneLast4: '3516', bound: false, telling: null, since: 0 }

test('a household is one row with all its news; ticked by one tap, opened alone by another', () => {
  const [household] = groupUntold([untold, { ...untold, caseId: 'd', title: '脐橙', stage: 'rejected', amount: 0 }])[0]?.households ?? []
  if (!household) throw new Error('one household')
  const [onToggle, onAlone] = [jest.fn(), jest.fn()]
  render(<UntoldRow household={household} picked={false} onToggle={onToggle} onAlone={onAlone} />)
  for (const words of ['12号 小林 · 8号楼1101室', '草莓 · 等您退款 ¥59.90', '脐橙 · 没同意', '没来过小程序']) expect(screen.getByText(words)).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: /^12号 小林/ }))
  fireEvent.click(screen.getByRole('button', { name: /^单独告诉12号 小林/ }))
  expect([onToggle.mock.calls.length, onAlone.mock.calls.length]).toEqual([1, 1])
})

test('of whoever is here it says what becomes of the message; of several first what went wrong', () => {
  const bound = { ...untold, bound: true }
  const shown = (...cases: Untold[]) => {
    const [household] = groupUntold(cases)[0]?.households ?? []
    if (!household) throw new Error('one household')
    return render(<UntoldRow household={household} picked={false} onToggle={jest.fn()} onAlone={jest.fn()} />).container.textContent
  }
  expect(shown({ ...bound, telling: { is: 'later', at: Date.UTC(2026, 0, 1) } })).toMatch(/微信消息.*1月1日早上8点发，他还没打开看/)
  expect(shown({ ...bound, telling: { is: 'now' } }, { ...bound, caseId: 'd', telling: { is: 'failed' } })).toContain('! 微信没送到，他也还没打开看')
  expect(shown(bound)).toContain('没打开看')
})
