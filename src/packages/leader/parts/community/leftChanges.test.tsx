import { act, fireEvent, render, screen } from '@testing-library/react'
import { SWRConfig } from 'swr'
import { DEFAULT_REPLIES } from '../../../../../domain/replies/defaultReplies'
import { platform } from '../../../../cloud/platform'
import Routes from '../../routes/index'
import Replies from '../../replies/index'

const ME = { leads: [{ communityId: 'c', communityName: '阳光花园' }], gathers: [], supplies: [], operates: [], credits: {} }
const ROUTES = { version: 3, rules: [], hasDesk: true, suppliers: [], products: [], mayEdit: true }

beforeEach(() => {
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, { call }: { call: string }) => Promise.resolve({
    ok: true, data: call === 'whoAmI' ? ME : call === 'showReplies' ? { version: 3, replies: DEFAULT_REPLIES, criteria: [], mayEdit: true } : ROUTES,
  })) as typeof platform.callFunction)
})

test.each([
  ['sentences', <Replies key='replies' />, 'changes/replies/c', { version: 3, replies: [] }],
  ['rules', <Routes key='routes' />, 'changes/routes/c', { version: 3, rules: [] }],
])('%s that were changed and not kept are there again', async (_what, page, key, changed) => {
  platform.write(key, JSON.stringify(changed))
  render(<SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>{page}</SWRConfig>)
  expect(await screen.findByText('上次改的还没存。')).toBeTruthy()
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: '不改了' })) })
  expect(platform.read(key)).toBeNull()
  expect(screen.queryByText(/上次改的还没存/)).toBeNull()
})
