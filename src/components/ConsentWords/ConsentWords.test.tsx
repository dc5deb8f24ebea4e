import { act, fireEvent, render, screen } from '@testing-library/react'
import { SWRConfig } from 'swr'
import { keepOutcome } from '../../cloud/consentOutcome'
import { platform } from '../../cloud/platform'
import { ConsentWords } from './ConsentWords'

test('where messages come there is nothing to say; where they do not, where to look and how to change it', async () => {
  const { container } = render(<ConsentWords />)
  act(() => keepOutcome('allowed'))
  expect(container.textContent).toBe('')
  act(() => keepOutcome('switchedOff'))
  expect(screen.getByText(/您关了微信的通知/)).toBeTruthy()
  const opened = jest.spyOn(platform, 'openMessageSettings')
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: '去打开微信通知' })) })
  expect(opened).toHaveBeenCalledTimes(1)
  expect(container.textContent).toBe('')
})

test('what WeChat itself withholds nobody can switch on', () => {
  render(<ConsentWords />)
  act(() => keepOutcome('withheld'))
  expect(screen.getByText(/不是您的问题/)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('refusing once more is not having switched everything off: what was allowed before still comes', async () => {
  let credits: Record<string, number> = { progress: 5 }
  jest.spyOn(platform, 'callFunction').mockImplementation((() => Promise.resolve({ ok: true, data: { credits } })) as typeof platform.callFunction)
  const shown = () => render(<SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}><ConsentWords /></SWRConfig>)
  const { unmount } = shown()
  act(() => keepOutcome('rejected'))
  expect(await screen.findByText(/这次没有多收，还能收的照样发/)).toBeTruthy()
  expect(screen.queryByText(/您没有让微信给您发消息/)).toBeNull()
  unmount()
  credits = { progress: 0 }
  shown()
  expect(await screen.findByText(/您没有让微信给您发消息/)).toBeTruthy()
})
