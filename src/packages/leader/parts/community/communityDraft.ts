import type { DayHours, ServiceHours } from '../../../../../domain/clock/serviceHours'
import type { CommunityPage } from '../../../../../domain/contract/calls'
import type { AboutCommunity } from './CommunityFields'

/** What the leader says of the community. */
export interface Said {
  about: AboutCommunity
  hours: ServiceHours
  /** On public holidays; null: as on any other day. */
  holiday: DayHours | null
}

/** What was changed and is not kept yet, with what was looked at then. `version`: of the hours. */
export interface CommunityDraft { version: number; seen: Said; said: Said }

export function saidOf({ community }: CommunityPage): Said {
  const { name, leaderName, leaderPhone, pickupPoints, serviceHours, holidayHours } = community
  return { about: { name, leaderName, leaderPhone, pickupPoints: pickupPoints.length === 0 ? [''] : pickupPoints }, hours: serviceHours, holiday: holidayHours }
}

/** Whether the hours are others than those that were looked at. */
export function hasOtherHours({ seen, said }: CommunityDraft): boolean {
  return JSON.stringify([seen.hours, seen.holiday]) !== JSON.stringify([said.hours, said.holiday])
}

/** What was changed, field by field and day by day, on top of what another kept meanwhile. */
export function onTopOf(newest: CommunityPage, { seen, said }: CommunityDraft): CommunityDraft {
  const theirs = saidOf(newest)
  const { about, hours, holiday } = theirs
  return {
    version: newest.version, seen: theirs,
    said: {
      about: {
        name: own(about.name, seen.about.name, said.about.name), leaderName: own(about.leaderName, seen.about.leaderName, said.about.leaderName),
        leaderPhone: own(about.leaderPhone, seen.about.leaderPhone, said.about.leaderPhone), pickupPoints: own(about.pickupPoints, seen.about.pickupPoints, said.about.pickupPoints),
      },
      hours: hours.map((day, i) => own(day, seen.hours[i], said.hours[i] ?? day)) as ServiceHours, holiday: own(holiday, seen.holiday, said.holiday),
    },
  }
}

function own<T>(theirs: T, seen: T | undefined, mine: T): T {
  return JSON.stringify(seen) === JSON.stringify(mine) ? theirs : mine
}
