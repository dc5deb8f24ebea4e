import { act, fireEvent, render, screen } from '@testing-library/react'
import { SWRConfig } from 'swr'
import type { Input, NoticeCard } from '../../../domain/contract/calls'
import { platform } from '../../cloud/platform'
import Messages from './index'

const notice = (n: number): NoticeCard => ({ id: `n${n}`, as: 'leader', caseId: 'c1', title: `第 ${n} 条`, body: '草莓', dueAt: null, page: 'pages/case/index?id=c1', at: n * 60_000, read: false, copy: 'none' })

test('older ones come by a tap, and only what is on the screen is read', async () => {
  const all = [5, 4, 3, 2, 1].map(notice)
  const read: string[][] = []
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, { call, input }: { call: string; input: Input<'listNotices'> & Input<'readNotices'> }) => {
    if (call === 'readNotices') read.push(input.ids)
    const from = input.after ? all.findIndex(n => n.id === input.after?.id) + 1 : 0
    const page = all.slice(from, from + 3)
    const last = from + 3 < all.length ? page.at(-1) : undefined
    return Promise.resolve({ ok: true, data: call === 'listNotices' ? { notices: page, unread: 5, next: last ? { at: last.at, id: last.id } : null } : call === 'readNotices' ? { unread: 0 } : null })
  }) as typeof platform.callFunction)
  render(<Messages />)
  expect(await screen.findByText('第 3 条')).toBeTruthy()
  expect([screen.queryByText('第 2 条'), read]).toEqual([null, [['n5', 'n4', 'n3']]])
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: '看更早的' })) })
  expect(await screen.findByText('第 1 条')).toBeTruthy()
  expect(screen.getAllByText(/^第 \d 条$/).map(n => n.textContent)).toEqual(['第 5 条', '第 4 条', '第 3 条', '第 2 条', '第 1 条'])
  expect([screen.queryByRole('button', { name: '看更早的' }), read]).toEqual([null, [['n5', 'n4', 'n3'], ['n2', 'n1']]])
})

test('until when something is to be done stands beside it as it is now, and nothing where nobody waits any more', async () => {
  const HOUR = 3600_000
  const now = Date.now()
  const notices = [{ ...notice(3), dueAt: now - 2 * HOUR - 60_000 }, { ...notice(2), dueAt: now + 2 * HOUR + 60_000 }, notice(1)]
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, { call }: { call: string }) => Promise.resolve({ ok: true, data: call === 'listNotices' ? { notices, unread: 0, next: null } : call === 'readNotices' ? { unread: 0 } : null })) as typeof platform.callFunction)
  render(<SWRConfig value={{ provider: () => new Map() }}><Messages /></SWRConfig>)
  expect(await screen.findByText('! 晚了 2 小时')).toBeTruthy()
  expect(screen.getByText(/^请在.+前，还有 2 小时$/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /第 2 条，草莓，请在.+前，还有 2 小时$/ })).toBeTruthy()
  expect(screen.getByRole('button', { name: '新消息，第 1 条，草莓' })).toBeTruthy()
  expect(screen.getAllByText(/^请在|^! 晚了/)).toHaveLength(2)
})
