import { fireEvent, render, screen } from '@testing-library/react'
import type { Untold } from '../../../../../domain/contract/calls'
import type { Telling } from '../../../../../domain/notice/telling'
import { UntoldCard } from './UntoldCard'

const untold = (over: Partial<Untold> = {}): Untold => ({ caseId: 'c', seen: 2, groupBuyId: 'g', groupBuyTitle: '草莓团', orderId: 'o', title: '草莓', stage: 'refunding', remedy: 'refund', amount: 5990, buyer: '小林', joinNumber: '12', room: '8号楼1101室', phoneLast4: '3516', bound: false, telling: null, since: Date.now(), ...over })

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

test.each<[Telling, string, 'amber' | 'soft']>([
  [{ is: 'none' }, '! 消息没发成微信，他也还没打开看', 'amber'],
  [{ is: 'failed' }, '! 微信没送到，他也还没打开看', 'amber'],
  [{ is: 'unsure' }, '! 微信没说送到，他也还没打开看', 'amber'],
  [{ is: 'noCredit' }, '! 他允许的微信提醒用完了，他也还没打开看', 'amber'],
  [{ is: 'now' }, '正在用微信告诉他，他还没打开看', 'soft'],
  [{ is: 'later', at: Date.UTC(2026, 0, 1) }, '微信消息2026年1月1日早上8点发，他还没打开看', 'soft'],
])('who is here but did not look: %j', (telling, says, tone) => {
  // Said without the year only in that year.
  jest.useFakeTimers({ now: Date.UTC(2027, 5, 1) })
  render(<UntoldCard untold={untold({ bound: true, phoneLast4: '', telling })} onShare={jest.fn()} onTold={jest.fn()} />)
  expect(screen.getByText(says).className).toBe(tone)
  jest.useRealTimers()
})
