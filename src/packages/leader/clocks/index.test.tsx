import { act, fireEvent, render, screen } from '@testing-library/react'
import { SWRConfig } from 'swr'
import type { ClocksPage, ClocksPreview } from '../../../../domain/contract/calls'
import type { ClockRule } from '../../../../domain/clock/rules'
import { platform } from '../../../cloud/platform'
import Clocks from './index'

const HOUR = 3600_000
const always = (hours: number) => ({ within: hours * HOUR, of: 'always' as const })
const PAGE: ClocksPage = { version: 0, rules: [], mayEdit: true, hasDesk: true, changes: [] }
const PREVIEW: ClocksPreview = { looked: 3, touched: 1, earlier: 0, atOnce: 0, later: 1, unknown: 0, toDesk: 0, rest: 7, most: [{ caseId: 'c1', clock: 'review', party: 'leader', from: 0, was: Date.now() + HOUR, will: Date.now() + 25 * HOUR, title: '草莓', joinNumber: '7' }] }
const LATER: ClockRule = { clock: 'review', allows: always(48), escalateAfter: always(48) }

/** What the cloud was asked; `answers` may be changed while the page stands. */
function cloud(answers: Record<string, unknown>): { call: string; input: unknown }[] {
  const asked: { call: string; input: unknown }[] = []
  const me = { leads: [{ communityId: 'c', communityName: '阳光花园' }], gathers: [], supplies: [], operates: [], credits: {} }
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, { call, input }: { call: string; input: unknown }) => {
    asked.push({ call, input })
    const answer = call === 'whoAmI' ? me : answers[call]
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer && typeof answer === 'object' && 'ok' in answer ? answer : { ok: true, data: answer })
  }) as typeof platform.callFunction)
  return asked
}
const open = async () => {
  const page = render(<SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}><Clocks /></SWRConfig>)
  await act(async () => { await Promise.resolve() })
  return page
}
// What one test left changed is no other's.
beforeEach(() => platform.forget('changes/clocks/c'))
const press = (name: string | RegExp, role = 'button') => act(async () => { fireEvent.click(screen.getByRole(role, { name })) })
const changeReview = async () => {
  await press('团长看，24 小时，照平常，改')
  await press('2 天', 'radio')
  await press('就这样')
}

test('a time is changed by taps, what it would do is shown first, and then it is kept', async () => {
  const asked = cloud({ showClocks: PAGE, previewClocks: PREVIEW, saveClocks: { ...PAGE, version: 1, rules: [LATER], changes: [{ version: 1, from: Date.now(), by: { party: 'leader', name: '李姐' }, words: ['团长看：照平常 → 2 天'] }] } })
  await open()
  await screen.findByText('还没改过，都照平常的来。')
  expect(screen.getByText(/这是邻居的权利，不能改短/)).toBeTruthy()
  expect(screen.getByText(/从那一步开始的时候数起/)).toBeTruthy()
  await changeReview()
  expect(screen.getByRole('button', { name: '团长看，2 天，平常 24 小时，改' })).toBeTruthy()
  await press('看看改了会怎样')
  expect(screen.getByRole('dialog', { name: '改了会怎样' }).textContent).toMatch(/在办的 3 件里，有 1 件的时间会变.*1 个时间会推后.*没有消息另外告诉他们.*7号 草莓，团长看.*还有 7 件没有算进来/)
  expect(asked.map(a => a.call)).not.toContain('saveClocks')
  await act(async () => { fireEvent.click(screen.getAllByRole('button', { name: '就这样定' })[0] as HTMLElement) })
  // The desk does not take over before the leader's own time is over.
  expect(asked.filter(a => a.call === 'saveClocks').map(a => a.input)).toEqual([{ communityId: 'c', rules: [LATER], seen: 0 }])
  expect(screen.getByText('团长看：照平常 → 2 天')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '不改了' })).toBeNull()
  expect(screen.getByText('✓ 定好了')).toBeTruthy()
  // What is changed next is not kept yet.
  await press('全部照平常的来')
  expect(screen.queryByText('✓ 定好了')).toBeNull()
})

test('somebody else was first: what they changed is said, and nothing of one\'s own is lost', async () => {
  const answers: Record<string, unknown> = { showClocks: PAGE, previewClocks: PREVIEW, saveClocks: { ok: false, error: { code: 'CHANGED_MEANWHILE', field: 'seen', message: '小许改过了：退款：照平常 → 12 小时。请看看最新的再改', again: false } } }
  const asked = cloud(answers)
  await open()
  await changeReview()
  await press('看看改了会怎样')
  await act(async () => { fireEvent.click(screen.getAllByRole('button', { name: '就这样定' })[0] as HTMLElement) })
  expect(screen.getAllByText(/小许改过了/).length).toBeGreaterThan(0)
  const theirs: ClockRule = { clock: 'refund', allows: always(12) }
  Object.assign(answers, { showClocks: { ...PAGE, version: 1, rules: [theirs] }, saveClocks: { ...PAGE, version: 2, rules: [theirs, LATER] } })
  await act(async () => { fireEvent.click(screen.getAllByRole('button', { name: '看最新的，留着我改的' })[0] as HTMLElement) })
  expect(screen.getByRole('button', { name: '退款，12 小时，平常 24 小时，改' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '团长看，2 天，平常 24 小时，改' })).toBeTruthy()
  await press('看看改了会怎样')
  await act(async () => { fireEvent.click(screen.getAllByRole('button', { name: '就这样定' })[0] as HTMLElement) })
  expect(asked.filter(a => a.call === 'saveClocks').at(-1)?.input).toEqual({ communityId: 'c', rules: [theirs, LATER], seen: 1 })
})

test('who leaves before it is kept finds it there again, and may still throw it away', async () => {
  const asked = cloud({ showClocks: PAGE, previewClocks: PREVIEW, saveClocks: { ...PAGE, version: 1, rules: [LATER] } })
  const first = await open()
  await changeReview()
  expect(screen.queryByText(/上次改的还没存/)).toBeNull()
  first.unmount()
  const second = await open()
  expect(await screen.findByText('上次改的还没存。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '团长看，2 天，平常 24 小时，改' })).toBeTruthy()
  await press('看看改了会怎样')
  await act(async () => { fireEvent.click(screen.getAllByRole('button', { name: '就这样定' })[0] as HTMLElement) })
  expect(asked.filter(a => a.call === 'saveClocks').map(a => a.input)).toEqual([{ communityId: 'c', rules: [LATER], seen: 0 }])
  second.unmount()
  // Saved, it is left over no more.
  const third = await open()
  expect(screen.queryByText(/上次改的还没存/)).toBeNull()
  await changeReview()
  third.unmount()
  const fourth = await open()
  await press('不改了')
  fourth.unmount()
  await open()
  expect(screen.getByRole('button', { name: '团长看，24 小时，照平常，改' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '不改了' })).toBeNull()
})

test('an exception for some cases in a second step; a danger only sooner; back to usual', async () => {
  cloud({ showClocks: PAGE })
  await open()
  await press('团长看，24 小时，照平常，改')
  await press('给某一类事另定时间')
  await press('安全问题', 'radio')
  await press('选时间')
  expect(screen.queryByRole('radio', { name: '2 天' })).toBeNull()
  await press('2 小时', 'radio')
  await press('回到平常的')
  expect(screen.getByRole('button', { name: '安全问题：2 小时（自己定的）' })).toBeTruthy()
  await press('就这样')
  expect(screen.getByRole('button', { name: '团长看，24 小时，照平常，另定了 1 类，改' })).toBeTruthy()
  await press('全部照平常的来')
  expect(screen.getByRole('button', { name: '团长看，24 小时，照平常，改' })).toBeTruthy()
})

test('who may only look has nothing to tap; what did not come says so', async () => {
  // They might have, when they were here before.
  platform.write('changes/clocks/c', JSON.stringify({ seen: PAGE, rules: [] }))
  cloud({ showClocks: { ...PAGE, mayEdit: false, rules: [LATER] } })
  await open()
  expect(await screen.findByText(/要改请找团长/)).toBeTruthy()
  expect(screen.getByText('平常 24 小时')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /改$|不改了/ })).toBeNull()
})

test('without a signal it can be asked for again', async () => {
  cloud({ showClocks: new Error('no signal') })
  await open()
  expect(await screen.findByRole('button', { name: /再试|重试/ })).toBeTruthy()
})
