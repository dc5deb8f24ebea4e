import { act, fireEvent, render, screen } from '@testing-library/react'
import { templateId } from '../../../domain/notice/templates'
import { platform } from '../../cloud/platform'
import { MessagesLeft } from './MessagesLeft'

const PROGRESS = templateId('progress')
const TO_HANDLE = templateId('toHandle')

test('how many are left of each kind of this role, honestly; one tap asks for those of this role, at most three', async () => {
  let left = 0
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, { call }: { call: string }) => {
    if (call === 'recordConsent') left = 1
    return Promise.resolve({ ok: true, data: call === 'whoAmI' ? { credits: { [PROGRESS]: 2, [TO_HANDLE]: left } } : { credits: {} } })
  }) as typeof platform.callFunction)
  const asked: string[][] = []
  Object.assign(platform, { askMessages: (ids: string[]) => {
    asked.push(ids)
    return Promise.resolve({ answers: Object.fromEntries(ids.map(id => [id, 'accept'])), switchedOff: false })
  } })
  render(<MessagesLeft role='leader' />)
  expect(await screen.findByText('微信里还能收：有事等我处理 0 条，快到时间了 0 条，事情有进展 2 条')).toBeTruthy()
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: '多收一条' })) })
  expect(asked).toEqual([[TO_HANDLE, templateId('reminder'), PROGRESS]])
  expect(await screen.findByText('微信里还能收：有事等我处理 1 条，快到时间了 0 条，事情有进展 2 条')).toBeTruthy()
})
