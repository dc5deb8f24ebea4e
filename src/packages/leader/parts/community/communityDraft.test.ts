import { USUAL_HOURS, type ServiceHours } from '../../../../../domain/clock/serviceHours'
import type { CommunityPage } from '../../../../../domain/contract/calls'
import { onTopOf, saidOf } from './communityDraft'

const page = (community: Partial<CommunityPage['community']>, version: number): CommunityPage => ({
  community: { id: 'c', name: '梧桐苑', leaderName: '陈姐', leaderPhone: '', appealBody: 'none', desk: null, hoursAhead: [], pickupPoints: [], serviceHours: USUAL_HOURS, holidayHours: null, ...community },
  version, orderPoints: [], leading: true, team: [], invitations: [], desk: null,
})
const morning = [{ from: 540, to: 720 }]
const withDays = (days: Record<number, typeof morning>) => USUAL_HOURS.map((day, i) => days[i] ?? day) as ServiceHours

test('what was changed here stays, what another kept meanwhile shows; of a day that both changed one\'s own', () => {
  const seen = saidOf(page({}, 3))
  const draft = { version: 3, seen, said: { ...seen, about: { ...seen.about, leaderName: '陈姐姐' }, hours: withDays({ 0: morning, 6: [] }) } }
  const newest = page({ leaderPhone: '13800000000', leaderName: '陈', pickupPoints: ['东门'], serviceHours: withDays({ 0: [], 5: [] }), holidayHours: [] }, 4)
  expect(onTopOf(newest, draft)).toEqual({
    version: 4, seen: saidOf(newest),
    said: { about: { name: '梧桐苑', leaderName: '陈姐姐', leaderPhone: '13800000000', pickupPoints: ['东门'] }, hours: withDays({ 0: morning, 5: [], 6: [] }), holiday: [] },
  })
})
