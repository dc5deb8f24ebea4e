import type { DayHours, ServiceHours } from '../../../../../domain/clock/serviceHours'

export const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 8:00–22:00, or 休息. */
export function hoursWords(hours: DayHours): string {
  return hours === null ? '休息' : `${clockWords(hours.from)}–${clockWords(hours.to)}`
}

/** Minutes of the day as 8:00. */
export function clockWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** The same hours for one day, given by its number from Monday, or for all. */
export function withDay(hours: ServiceHours, day: number | 'all', to: DayHours): ServiceHours {
  return hours.map((h, i) => (day === 'all' || i === day ? to : h)) as ServiceHours
}
