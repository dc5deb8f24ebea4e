import { fireEvent, render, screen } from '@testing-library/react'
import type { Untold } from '../../../../../domain/contract/calls'
import { UntoldCard } from './UntoldCard'

const untold = (over: Partial<Untold> = {}): Untold => ({ caseId: 'c', seen: 2, groupBuyId: 'g', groupBuyTitle: '草莓团', orderId: 'o', title: '草莓', stage: 'refunding', remedy: 'refund', amount: 5990, buyer: '小林', joinNumber: '12', room: '8号楼1101室', phoneLast4: '3516', bound: false, since: Date.now(), ...over })

test('says who, what and why nobody could tell them, and how they can be told', () => {
  const [onShare, onTold] = [jest.fn(), jest.fn()]
  render(<UntoldCard untold={untold()} onShare={onShare} onTold={onTold} />)
  expect(screen.getByText('12号 小林 · 8号楼1101室')).toBeTruthy()
  expect(screen.getByText('草莓 · 等您退款 ¥59.90')).toBeTruthy()
  expect(screen.getByText('! 这家还没人来过小程序，消息没地方送')).toBeTruthy()
  expect(screen.getByText('手机尾号 3516，打电话请到接龙或团购里按 12 号找')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^把卡片转发给/ }))
  fireEvent.click(screen.getByRole('button', { name: /^已经告诉/ }))
  expect([onShare.mock.calls.length, onTold.mock.calls.length]).toEqual([1, 1])
})

test('who is here but did not look', () => {
  render(<UntoldCard untold={untold({ bound: true, phoneLast4: '' })} onShare={jest.fn()} onTold={jest.fn()} />)
  expect(screen.getByText('! 消息没发成微信，他也还没打开看')).toBeTruthy()
})
