import { act, fireEvent, render, screen } from '@testing-library/react'
import { SWRConfig } from 'swr'
import { USUAL_HOURS, type ServiceHours } from '../../../../domain/clock/serviceHours'
import type { CommunityPage } from '../../../../domain/contract/calls'
import { platform } from '../../../cloud/platform'
import Community from './index'

const PAGE: CommunityPage = {
  community: { id: 'c', name: '阳光花园', leaderName: '李姐', leaderPhone: '', appealBody: 'none', desk: null, hoursAhead: [], pickupPoints: [], serviceHours: USUAL_HOURS, holidayHours: null },
  version: 2, orderPoints: [], leading: true, team: [], invitations: [], desk: null,
}
const with_ = (days: Record<number, { from: number; to: number }[]>) => USUAL_HOURS.map((day, i) => days[i] ?? day) as ServiceHours
const pageWith = (serviceHours: ServiceHours, version: number): CommunityPage => ({ ...PAGE, version, community: { ...PAGE.community, serviceHours } })

/** What the cloud was asked; `answers` may be changed while the page stands. */
function cloud(answers: Record<string, unknown>): { call: string; input: unknown }[] {
  const asked: { call: string; input: unknown }[] = []
  const me = { leads: [{ communityId: 'c', communityName: '阳光花园' }], gathers: [], supplies: [], operates: [], credits: {} }
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, { call, input }: { call: string; input: unknown }) => {
    asked.push({ call, input })
    const answer = call === 'whoAmI' ? me : answers[call]
    return Promise.resolve(answer && typeof answer === 'object' && 'ok' in answer ? answer : { ok: true, data: answer })
  }) as typeof platform.callFunction)
  return asked
}
const open = async () => {
  const page = render(<SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}><Community /></SWRConfig>)
  await act(async () => { await Promise.resolve() })
  await screen.findByText('几点到几点有人管')
  return page
}
// What one test left changed is no other's.
beforeEach(() => platform.forget('changes/community/c'))
const press = (name: string | RegExp, role = 'button') => act(async () => { fireEvent.click(screen.getByRole(role, { name })) })
/** Of a button that may stand on the page and on a sheet. */
const pressOne = (name: string) => act(async () => { fireEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement) })
const restOnSunday = async () => {
  await press('周日，8:00–22:00，改')
  await press('这一天休息')
  await press('就这样')
}

test('a break parts the day around noon', async () => {
  cloud({ showCommunity: PAGE })
  await open()
  await press('周一，8:00–22:00，改')
  await press('中间休息，再加一段')
  await press('就这样')
  expect(screen.getByRole('button', { name: '周一，8:00–12:00、14:00–22:00，改' })).toBeTruthy()
})

test('others changed the hours meanwhile: that is said, theirs are shown, and what was changed here is on top of them', async () => {
  const mine = with_({ 6: [] })
  const answers: Record<string, unknown> = { showCommunity: PAGE, editCommunity: { ok: false, error: { code: 'CHANGED_MEANWHILE', field: 'seen', message: '李姐改过了。请看看最新的再改', again: false } } }
  const asked = cloud(answers)
  await open()
  await restOnSunday()
  fireEvent.input(screen.getByRole('textbox', { name: '邻居怎么称呼您' }), { target: { value: '李姐姐' } })
  await pressOne('记下来')
  expect(asked.filter(a => a.call === 'editCommunity').map(a => a.input)).toMatchObject([{ serviceHours: mine, seen: 2 }])
  expect(screen.getAllByText(/李姐改过了/).length).toBeGreaterThan(0)
  const both = with_({ 0: [], 6: [] })
  Object.assign(answers, { showCommunity: pageWith(with_({ 0: [] }), 3), editCommunity: pageWith(both, 4) })
  await pressOne('看最新的，留着我改的')
  expect(screen.getByRole('button', { name: '周一，休息，改' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '周日，休息，改' })).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '邻居怎么称呼您' }).value).toBe('李姐姐')
  await pressOne('记下来')
  expect(asked.filter(a => a.call === 'editCommunity').at(-1)?.input).toMatchObject({ leaderName: '李姐姐', serviceHours: both, seen: 3 })
  expect(screen.getByText('✓ 记下了')).toBeTruthy()
})

test('who leaves before it is kept finds it there again, hours and what was typed, and may still throw it away', async () => {
  const asked = cloud({ showCommunity: PAGE, editCommunity: pageWith(with_({ 6: [] }), 3) })
  const first = await open()
  await restOnSunday()
  fireEvent.input(screen.getByRole('textbox', { name: '邻居怎么称呼您' }), { target: { value: '李姐姐' } })
  expect(screen.queryByText(/上次改的还没存/)).toBeNull()
  first.unmount()
  const second = await open()
  expect(screen.getByText('上次改的还没存。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '周日，休息，改' })).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '邻居怎么称呼您' }).value).toBe('李姐姐')
  await pressOne('记下来')
  expect(asked.filter(a => a.call === 'editCommunity').map(a => a.input)).toMatchObject([{ leaderName: '李姐姐', serviceHours: with_({ 6: [] }), seen: 2 }])
  second.unmount()
  // Saved, it is left over no more; nor thrown away.
  const third = await open()
  expect(screen.queryByText(/上次改的还没存/)).toBeNull()
  await restOnSunday()
  await press('不改了')
  expect(screen.getByRole('button', { name: '周日，8:00–22:00，改' })).toBeTruthy()
  third.unmount()
  await open()
  expect(screen.queryByRole('button', { name: '不改了' })).toBeNull()
})

test('who only helps has nothing of it, whatever they changed when they led', async () => {
  platform.write('changes/community/c', JSON.stringify({ version: 0, seen: {}, said: {} }))
  cloud({ showCommunity: { ...PAGE, leading: false } })
  render(<SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}><Community /></SWRConfig>)
  expect(await screen.findByText(/您在帮团长李姐/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /记下来|不改了/ })).toBeNull()
})
