import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { SWRConfig } from 'swr'
import { platform } from '../../cloud/platform'
import Channels from './index'

const CONTACT = { works: true, address: null, pending: null }
const NOBODY = { isResident: false, leads: [], gathers: [], supplies: [], operates: [], credits: {} }
const led = (limit: number | null) => ({ communityId: 'c', name: '梧桐苑', waiting: 0, limit })
const DESK = { deskId: 'd', name: '邻里平台', communities: 1, capabilities: [], limit: null, waiting: 0 }

/** The page as it is opened without a place. */
async function open(me: object): Promise<void> {
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, { call }: { call: string }) => Promise.resolve({ ok: true, data: call === 'whoAmI' ? { ...NOBODY, ...me } : { robot: null, email: CONTACT, sms: CONTACT, latest: [] } })) as typeof platform.callFunction)
  render(<SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}><Channels /></SWRConfig>)
  await act(async () => { await Promise.resolve() })
}

test('who helps a leader reads that the leader puts the robot there', async () => {
  await open({ leads: [led(5000)] })
  expect(await screen.findByText(/^小区的群机器人由团长来连/)).toBeTruthy()
  expect(screen.queryByText(/^平台的事/)).toBeNull()
  expect(screen.queryByRole('button', { name: /群机器人/ })).toBeNull()
})

test('who is of a desk reads that nothing of it goes to a group', async () => {
  await open({ operates: [DESK] })
  expect(await screen.findByText(/^平台的事不发到群里/)).toBeTruthy()
  expect(screen.queryByText(/由团长来连/)).toBeNull()
})

test('who leads, and supplies, finds the way to each of their robots', async () => {
  const gone = jest.spyOn(Taro, 'navigateTo')
  await open({ leads: [led(null)], supplies: [{ supplierId: 's', name: '老李水果', communityName: '甲', waiting: 0 }] })
  fireEvent.click(await screen.findByRole('button', { name: '「老李水果」的群机器人' }))
  expect(gone).toHaveBeenCalledWith({ url: '/packages/channels/index?supplier=s' })
  expect(screen.getByRole('button', { name: '「梧桐苑」的群机器人' })).toBeTruthy()
  expect(screen.queryByText(/由团长来连|不发到群里/)).toBeNull()
})
