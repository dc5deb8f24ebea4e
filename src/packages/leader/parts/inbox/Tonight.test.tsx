import { fireEvent, render, screen } from '@testing-library/react'
import type { TogetherResult, TogetherView } from '../../../../../domain/contract/calls'
import { platform } from '../../../../cloud/platform'
import { Tonight } from './Tonight'

const result = (orderId: string, here: boolean): TogetherResult => ({ caseId: orderId, outcome: 'promised', amount: 0, buyer: '', joinNumber: '', household: { orderId, here }, why: null })

test('what came of it says who was told and who could not be, and a new late report has its button beside it', async () => {
  const results = [result('a', true), result('b', true), result('c', false)]
  const view: TogetherView = { id: 'd', step: { type: 'promise', until: Date.now() + 3 * 3600_000 }, phase: 'done', total: 3, done: 3, busy: false, takesEffect: null, results }
  jest.spyOn(platform, 'callFunction').mockResolvedValue({ ok: true, data: view })
  const before = { unpromised: 3, hours: [] }
  const { rerender } = render(<Tonight communityId='c' inbox={before} />)
  fireEvent.click(screen.getByRole('button', { name: /^告诉 3 户：.*前统一处理$/ }))
  expect(await screen.findByText(/^✓ 说好了.*前统一处理：2 户已告诉，1 户还没人来过小程序$/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '发卡片给他们' })).toBeTruthy()
  // The number from before the tap is not offered again.
  expect(screen.queryByRole('button', { name: /^告诉/ })).toBeNull()
  rerender(<Tonight communityId='c' inbox={{ unpromised: 1, hours: [] }} />)
  expect(screen.getByText(/2 户已告诉/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /^告诉 1 户：/ })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '知道了' }))
  expect(screen.queryByText(/2 户已告诉/)).toBeNull()
})
