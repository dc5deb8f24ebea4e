import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { SWRConfig } from 'swr'
import type { ChannelsPage } from '../../../domain/contract/calls'
import type { NoticeSettings } from '../../../domain/notice/settings'
import { platform } from '../../cloud/platform'
import MessageSettings from './index'

const NOTHING_SET: ChannelsPage = { robot: { placeName: '梧桐苑', keyEnd: null, gone: false }, email: { works: true, address: null, pending: null, gone: null }, sms: { works: false, address: null, pending: null, gone: null }, latest: [] }
const KEPT: NoticeSettings = { quiet: { from: 1320, to: 480 }, choices: {} }
const LEADER = { isResident: false, leads: [{ communityId: 'c', name: '梧桐苑', waiting: 0, limit: null }], gathers: [], supplies: [], operates: [], credits: {} }

/** What the cloud was asked, by a person who is this. */
function cloud(me: object, answers: Record<string, (input: unknown) => unknown> = {}): { call: string; input: unknown }[] {
  const asked: { call: string; input: unknown }[] = []
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, { call, input }: { call: string; input: unknown }) => {
    asked.push({ call, input })
    const answer = answers[call]
    return answer ? Promise.resolve(answer(input)) : Promise.resolve({ ok: true, data: call === 'whoAmI' ? me : call === 'showNoticeSettings' ? KEPT : call === 'showChannels' ? NOTHING_SET : input })
  }) as typeof platform.callFunction)
  return asked
}
// What one test left changed is no other's.
beforeEach(() => platform.forget('changes/messageSettings'))
const page = async () => {
  const shown = render(<SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}><MessageSettings /></SWRConfig>)
  await act(async () => { await Promise.resolve() })
  return shown
}
const tap = (name: string) => act(async () => { fireEvent.click(screen.getByRole('checkbox', { name })) })
const press = (name: string) => act(async () => { fireEvent.click(screen.getByRole('button', { name })) })
const saved = (asked: { call: string; input: unknown }[]) => asked.filter(a => a.call === 'saveNoticeSettings').map(a => a.input)

test('a leader switches one thing off, changes the night, and it is kept; what is locked says so', async () => {
  const asked = cloud(LEADER)
  await page()
  expect(await screen.findByText('22:00 到第二天 8:00 不发消息，等过了一起告诉您。')).toBeTruthy()
  expect(await screen.findByText('一定会告诉您，不能关')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '记下来' })).toBeNull()
  expect(screen.queryByText('✓ 记下了')).toBeNull()
  await tap('事情有进展，微信消息，已选')
  await press('改时间')
  await act(async () => { fireEvent.click(screen.getByRole('radio', { name: '到 7:00' })) })
  await press('就这样')
  await press('记下来')
  expect(saved(asked)).toEqual([{ ...KEPT, quiet: { from: 1320, to: 420 }, choices: { leader: { progress: { wechat: false } } } }])
  expect(screen.queryByRole('button', { name: '记下来' })).toBeNull()
  expect(screen.getByText('✓ 记下了')).toBeTruthy()
  expect(await screen.findByText('22:00 到第二天 7:00 不发消息，等过了一起告诉您。')).toBeTruthy()
})

test('who leaves before it is kept finds it there again', async () => {
  const asked = cloud(LEADER)
  const first = await page()
  await tap('事情有进展，微信消息，已选')
  first.unmount()
  await page()
  expect(await screen.findByText('上次改的还没存。')).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: '事情有进展，微信消息' })).toBeTruthy()
  await press('记下来')
  expect(saved(asked)).toEqual([{ ...KEPT, choices: { leader: { progress: { wechat: false } } } }])
  expect(screen.queryByText(/上次改的还没存/)).toBeNull()
  expect(platform.read('changes/messageSettings')).toBeNull()
})

test('what is not set up says so, and the way there leads to the group of one\'s own', async () => {
  const asked = cloud(LEADER)
  const gone = jest.spyOn(Taro, 'navigateTo')
  await page()
  expect(await screen.findByText('还没连上：群机器人、电子邮件、短信。连上了才发得到。')).toBeTruthy()
  expect(asked.filter(a => a.call === 'showChannels').map(a => a.input)).toEqual([{ place: { kind: 'community', id: 'c' } }])
  await press('微信收不到时，还发到哪里')
  expect(gone).toHaveBeenCalledWith({ url: '/packages/channels/index?community=c' })
})

test('what was set up and is gone says so, and not that it was never set up', async () => {
  cloud(LEADER, { showChannels: () => ({ ok: true, data: { ...NOTHING_SET, robot: { placeName: '梧桐苑', keyEnd: 'aaaa', gone: true }, email: { ...NOTHING_SET.email, gone: 'c***@qq.com' } } }) })
  await page()
  expect(await screen.findByText('! 群机器人、电子邮件用不了了，对方说没有了。重新连上才发得到。')).toBeTruthy()
  expect(screen.getByText('还没连上：短信。连上了才发得到。')).toBeTruthy()
})

test('what is set up is not missing; of a helper there is no group\'s robot to speak of', async () => {
  const set = { works: true, address: 'c***@qq.com', pending: null, gone: null }
  const asked = cloud({ ...LEADER, leads: [{ ...LEADER.leads[0], limit: 5000 }] }, { showChannels: () => ({ ok: true, data: { ...NOTHING_SET, robot: null, email: set } }) })
  await page()
  expect(await screen.findByText('还没连上：短信。连上了才发得到。')).toBeTruthy()
  expect(asked.filter(a => a.call === 'showChannels').map(a => a.input)).toEqual([{}])
})

test('a neighbour sees no robots, no e-mail; no quiet hours at all can be chosen, and taken back before it is kept', async () => {
  const asked = cloud({ ...LEADER, isResident: true, leads: [] })
  await page()
  expect(await screen.findByText('退款')).toBeTruthy()
  // More kinds than WeChat counts.
  expect(screen.getByText('「有事等我处理」用的是「处理结果」的条数；「先别吃、先别用的提醒」「快到时间了」「邻居问我家的好不好」用的是「事情有进展」的条数。')).toBeTruthy()
  expect(screen.queryByRole('checkbox', { name: /群机器人|短信/ })).toBeNull()
  expect(screen.queryByText(/还发到哪里/)).toBeNull()
  await press('不要免打扰')
  expect(screen.getByText('现在什么时候都会发。')).toBeTruthy()
  await press('不改了')
  expect(screen.getByText('22:00 到第二天 8:00 不发消息，等过了一起告诉您。')).toBeTruthy()
  expect(saved(asked)).toEqual([])
})

test('what the cloud does not take is said, and nothing that was chosen is lost', async () => {
  cloud(LEADER, { saveNoticeSettings: () => ({ ok: false, error: { code: 'ALWAYS_TOLD', field: 'choices.leader.hazard', message: '有危险的提醒不能关，一定会告诉您', again: false } }) })
  await page()
  await tap('事情有进展，微信消息，已选')
  await press('记下来')
  expect(screen.getByText(/有危险的提醒不能关/)).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: '事情有进展，微信消息' })).toBeTruthy()
})

test('offline: says what happened, and that nothing was lost', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  jest.spyOn(platform, 'callFunction').mockRejectedValue(new Error('request:fail'))
  await page()
  expect(await screen.findByText('网络不太好，没打开')).toBeTruthy()
})
