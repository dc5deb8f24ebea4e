import type { DayHours, ServiceHours } from '../../../../../domain/clock/serviceHours'

export const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** The same hours for one day, given by its number from Monday, or for all. */
export function withDay(hours: ServiceHours, day: number | 'all', to: DayHours): ServiceHours {
  return hours.map((h, i) => (day === 'all' || i === day ? to : h)) as ServiceHours
}
