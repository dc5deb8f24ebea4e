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
