import { act, fireEvent, render, screen } from '@testing-library/react'
import { SWRConfig } from 'swr'
import { USUAL_HOURS, type ServiceHours } from '../../../../domain/clock/serviceHours'
import type { ClocksPreview, CommunityPage } from '../../../../domain/contract/calls'
import { platform } from '../../../cloud/platform'
import Community from './index'

const PAGE: CommunityPage = {
  community: { id: 'c', name: '阳光花园', leaderName: '李姐', leaderPhone: '', appealBody: 'none', desk: null, hoursAhead: [], pickupPoints: [], serviceHours: USUAL_HOURS, holidayHours: null },
  version: 2, orderPoints: [], leading: true, team: [], invitations: [], desk: null,
}
const PREVIEW: ClocksPreview = { looked: 3, touched: 1, earlier: 0, atOnce: 0, later: 1, unknown: 0, toDesk: 0, rest: 0, most: [{ caseId: 'c1', clock: 'review', party: 'leader', from: 0, was: Date.now(), will: Date.now() + 86_400_000, title: '草莓', joinNumber: '7' }] }
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

test('what other hours would do is shown before they are kept; what is no hour is kept at once', async () => {
  const answers: Record<string, unknown> = { showCommunity: PAGE, previewClocks: PREVIEW, editCommunity: { ok: false, error: { code: 'BAD_INPUT', field: 'leaderPhone', message: '手机号不对', again: false } } }
  const asked = cloud(answers)
  await open()
  await restOnSunday()
  expect(screen.queryByRole('button', { name: '记下来' })).toBeNull()
  await press('看看改了会怎样')
  expect(screen.getByRole('dialog', { name: '改了会怎样' }).textContent).toMatch(/在办的 3 件里，有 1 件的时间会变.*1 个时间会推后.*7号 草莓，团长看/)
  expect(asked.filter(a => a.call === 'previewClocks').map(a => a.input)).toEqual([{ communityId: 'c', hours: { serviceHours: with_({ 6: [] }), holidayHours: null } }])
  expect(asked.map(a => a.call)).not.toContain('editCommunity')
  await pressOne('就这样定')
  // What is wrong with a field below is said on top of it, too.
  expect(screen.getByRole('dialog', { name: '改了会怎样' }).textContent).toContain('手机号不对')
  answers['editCommunity'] = pageWith(with_({ 6: [] }), 3)
  await pressOne('就这样定')
  expect(screen.queryByRole('dialog', { name: '改了会怎样' })).toBeNull()
  expect(screen.getByText('✓ 记下了')).toBeTruthy()
  fireEvent.input(screen.getByRole('textbox', { name: '邻居怎么称呼您' }), { target: { value: '李姐姐' } })
  await press('记下来')
  expect(asked.filter(a => a.call === 'previewClocks')).toHaveLength(1)
  expect(asked.filter(a => a.call === 'editCommunity').at(-1)?.input).toMatchObject({ leaderName: '李姐姐', seen: 3 })
})

test('others changed the hours meanwhile: that is said, theirs are shown, and what was changed here is on top of them', async () => {
  const mine = with_({ 6: [] })
  const answers: Record<string, unknown> = { showCommunity: PAGE, previewClocks: PREVIEW, editCommunity: { ok: false, error: { code: 'CHANGED_MEANWHILE', field: 'seen', message: '李姐改过了。请看看最新的再改', again: false } } }
  const asked = cloud(answers)
  await open()
  await restOnSunday()
  fireEvent.input(screen.getByRole('textbox', { name: '邻居怎么称呼您' }), { target: { value: '李姐姐' } })
  await press('看看改了会怎样')
  await pressOne('就这样定')
  expect(asked.filter(a => a.call === 'editCommunity').map(a => a.input)).toMatchObject([{ serviceHours: mine, seen: 2 }])
  expect(screen.getAllByText(/李姐改过了/).length).toBeGreaterThan(0)
  const both = with_({ 0: [], 6: [] })
  Object.assign(answers, { showCommunity: pageWith(with_({ 0: [] }), 3), editCommunity: pageWith(both, 4) })
  await pressOne('看最新的，留着我改的')
  expect(screen.getByRole('button', { name: '周一，休息，改' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '周日，休息，改' })).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '邻居怎么称呼您' }).value).toBe('李姐姐')
  await press('看看改了会怎样')
  await pressOne('就这样定')
  expect(asked.filter(a => a.call === 'editCommunity').at(-1)?.input).toMatchObject({ leaderName: '李姐姐', serviceHours: both, seen: 3 })
  expect(screen.getByText('✓ 记下了')).toBeTruthy()
})

test('who leaves before it is kept finds it there again, hours and what was typed, and may still throw it away', async () => {
  const asked = cloud({ showCommunity: PAGE, previewClocks: PREVIEW, editCommunity: pageWith(with_({ 6: [] }), 3) })
  const first = await open()
  await restOnSunday()
  fireEvent.input(screen.getByRole('textbox', { name: '邻居怎么称呼您' }), { target: { value: '李姐姐' } })
  expect(screen.queryByText(/上次改的还没存/)).toBeNull()
  first.unmount()
  const second = await open()
  expect(screen.getByText('上次改的还没存。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '周日，休息，改' })).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '邻居怎么称呼您' }).value).toBe('李姐姐')
  await press('看看改了会怎样')
  await pressOne('就这样定')
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
