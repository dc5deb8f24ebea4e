import type { DayHours, ServiceHours } from '../../../../../domain/clock/serviceHours'

/** The same hours for one day, given by its number from Monday, or for all. */
export function withDay(hours: ServiceHours, day: number | 'all', to: DayHours): ServiceHours {
  return hours.map((h, i) => (day === 'all' || i === day ? to : h)) as ServiceHours
}
