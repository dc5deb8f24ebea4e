import { fireEvent, render, screen } from '@testing-library/react'
import type { CaseView } from '../../../domain/people/caseView'
import type { PromiseSeen } from '../../../domain/people/promisesSeen'
import { Promises } from './Promises'

const HOUR = 3600_000
const NOW = Date.now()
const promise = (over: Partial<PromiseSeen> & Pick<PromiseSeen, 'clock' | 'party'>): PromiseSeen => ({ standing: 'running', from: NOW - HOUR, dueAt: NOW + 3 * HOUR, pausedBy: null, late: 0, endedAt: null, escalates: null, ...over })
const said = (promises: PromiseSeen[], as: CaseView['as'] = 'resident') => {
  const { container, unmount } = render(<Promises view={{ promises, as }} />)
  const text = container.textContent ?? ''
  unmount()
  return text
}

test('what is due is said by whom and until when; nothing promised, nothing there', () => {
  expect(said([promise({ clock: 'review', party: 'leader' })])).toMatch(/^说好的时间团长看：.+前$/)
  expect(said([promise({ clock: 'review', party: 'leader' })], 'leader')).toMatch(/您看：.+前$/)
  expect(said([])).toBe('')
})

test('why something stands still is said: what the resident was asked for, that they do not know yet, that something is found out', () => {
  const evidence = promise({ clock: 'evidence', party: 'resident' })
  const paused = (pausedBy: PromiseSeen['pausedBy'], clock: PromiseSeen['clock'] = 'resolve') => promise({ clock, party: 'leader', standing: 'paused', dueAt: null, pausedBy })
  expect(said([evidence, paused('resident')])).toContain('整件办完：停着，在等您补照片，先不算时间')
  expect(said([promise({ clock: 'offer', party: 'resident' }), paused('resident')])).toContain('在等您点头，先不算时间')
  expect(said([evidence, paused('resident')], 'leader')).toContain('在等邻居补照片，先不算时间')
  expect(said([promise({ clock: 'offer', party: 'resident', standing: 'paused', dueAt: null, pausedBy: 'notTold' })])).toContain('您点头：停着，还没告诉到您，先不算时间')
  expect(said([paused('investigation')])).toContain('停着，平台在查，查完重新算')
})

test('what is late says by how much, with a mark; what happens next only where it does', () => {
  const late = (over: Partial<PromiseSeen>) => promise({ clock: 'review', party: 'leader', standing: 'late', dueAt: NOW - 2 * HOUR - 60_000, late: 2 * HOUR, ...over })
  expect(said([late({})])).toBe('说好的时间! 团长看：已经晚了 2 小时')
  // As the badges and the top of the page say it.
  expect(said([late({ dueAt: NOW - 12 * 60_000 - 30_000 })])).toBe('说好的时间! 团长看：已经晚了 12 分钟')
  expect(said([late({ escalates: { at: NOW - 1, takes: true } })])).toContain('马上会自动请平台接过去')
  expect(said([late({ escalates: { at: NOW + 5 * HOUR, takes: true } })])).toMatch(/还没有，会自动请平台接过去/)
  expect(said([late({ escalates: { at: NOW + 5 * HOUR, takes: false } })], 'leader')).toContain('会提醒平台来看')
  // Who did not answer in time is not told off.
  expect(said([late({ clock: 'receive', party: 'resident' })])).toBe('说好的时间您收货：时间过了')
})

test('the late ones come first, then what is due first, what stands still last', () => {
  const text = said([
    promise({ clock: 'resolve', party: 'leader', standing: 'paused', dueAt: null, pausedBy: 'investigation' }), promise({ clock: 'update', party: 'leader', dueAt: NOW + 9 * HOUR }),
    promise({ clock: 'operator', party: 'operator' }), promise({ clock: 'refund', party: 'leader', standing: 'late', dueAt: NOW - HOUR }),
  ])
  const at = ['把钱退给您', '平台定', '回个话', '整件办完'].map(words => text.indexOf(words))
  expect(at).not.toContain(-1)
  expect(at).toEqual([...at].sort((a, b) => a - b))
})

test('what is over stands behind one tap that a screen reader reads: kept, and by how much not', () => {
  const done = (over: Partial<PromiseSeen> & Pick<PromiseSeen, 'clock' | 'party'>) => promise({ standing: 'kept', endedAt: NOW - HOUR, ...over })
  render(<Promises view={{ as: 'resident', promises: [
    done({ clock: 'respond', party: 'leader' }), done({ clock: 'update', party: 'leader' }), done({ clock: 'update', party: 'leader' }), done({ clock: 'review', party: 'leader', standing: 'broken', late: 72 * HOUR }),
    done({ clock: 'evidence', party: 'resident', standing: 'broken', late: HOUR }), done({ clock: 'operator', party: 'operator', standing: 'dropped' }),
  ] }} />)
  expect(screen.queryByText(/有人回应/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '按时做到 3 次 · 晚了 1 次，点开看' }))
  expect(screen.getByText(/^! 团长看：晚了 3 天（/)).toBeTruthy()
  expect(screen.getByText(/^✓ 有人回应：按时（/)).toBeTruthy()
  expect(screen.getByText('✓ 团长给您回个话：按时，2 次')).toBeTruthy()
  expect(screen.queryByText(/补材料|平台定/)).toBeNull()
})
