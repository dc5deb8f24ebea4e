import { render, screen } from '@testing-library/react'
import type { CommunityCard } from '../../../domain/contract/calls'
import type { Deadline } from '../../../domain/clock/deadlines'
import { Calls } from './Calls'

const HOUR = 3600_000
const community = { leaderName: '陈姐', leaderPhone: '15400000000', hoursAhead: [], desk: { name: '邻里平台', phone: '15400000001' } } as unknown as CommunityCard
const due = (party: Deadline['party'], left: number): Deadline => ({ clock: 'review', party, from: 0, dueAt: Date.now() + left })
/** The buttons at a place, in order. */
const calls = (at: 'top' | 'end', late: Deadline | null, about: 'leader' | null = null) => {
  const { unmount } = render(<Calls view={{ about, due: late }} community={community} at={at} />)
  const names = screen.queryAllByRole('button').map(button => button.getAttribute('aria-label'))
  unmount()
  return names
}
const LEADER = '打电话给团长，陈姐'
const DESK = '打电话给平台，邻里平台'

test('at the end, while nobody is late', () => {
  for (const one of [null, due('leader', HOUR), due('resident', -HOUR)]) expect([calls('top', one), calls('end', one)]).toEqual([[], [LEADER, DESK]])
})

test('whoever is late stands at the top, and once', () => {
  expect([calls('top', due('leader', -HOUR)), calls('end', due('leader', -HOUR))]).toEqual([[LEADER], [DESK]])
  expect([calls('top', due('operator', -HOUR)), calls('end', due('operator', -HOUR))]).toEqual([[DESK], [LEADER]])
})

test('what is about the leader is never for the leader to hear of', () => {
  expect([calls('top', due('operator', -HOUR), 'leader'), calls('end', due('operator', -HOUR), 'leader')]).toEqual([[DESK], []])
})
