import { fireEvent, render, screen } from '@testing-library/react'
import { sampleWaiting } from '../../pages/gallery/sampleWaiting'
import { putWaiting, waitingNow } from '../../outbox/waiting'
import { WaitingToSend } from './WaitingToSend'

test('what waits says that it goes by itself, and can be taken out', () => {
  const one = sampleWaiting()
  putWaiting(one)
  render(<WaitingToSend one={one} />)
  expect(screen.getByText('还没发出去，有信号会自动再发')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '取消发送，同意，退我 ¥12.60' }))
  expect(waitingNow()).toEqual([])
})

test('what was refused says why until it was read', () => {
  const one = sampleWaiting({ code: 'CASE_CHANGED', message: '这件事刚刚有了新情况' })
  putWaiting(one)
  render(<WaitingToSend one={one} />)
  expect(screen.getByText('! 这件事刚刚有了新情况')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '知道了，同意，退我 ¥12.60没发成' }))
  expect(waitingNow()).toEqual([])
})
