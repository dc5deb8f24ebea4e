import type { DayHours, ServiceHours } from '../../domain/clock/serviceHours'
import { shanghai } from '../../domain/clock/shanghai'

/** 8:00–22:00, or 休息. */
export function hoursWords(hours: DayHours): string {
  return hours === null ? '休息' : `${clockWords(hours.from)}–${clockWords(hours.to)}`
}

/** Minutes of the day as 8:00. */
export function clockWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

const WEEK = 7

/** When somebody answers, said now: 今天 8:00–22:00 有人管, or which day and hour it begins again. '' where nobody ever does. */
export function serviceWords(hours: ServiceHours, now: number): string {
  const t = shanghai(now)
  const minute = t.hour() * 60 + t.minute()
  // dayjs counts from Sunday, the hours from Monday.
  const today = (t.day() + WEEK - 1) % WEEK
  const open = hours[today]
  if (open && minute < open.to) return `今天 ${hoursWords(open)} 有人管`
  for (let ahead = 1; ahead <= WEEK; ahead++) {
    const next = hours[(today + ahead) % WEEK]
    if (next) return `现在没人值班，${ahead === 1 ? '明天' : t.add(ahead, 'day').format('M月D日')} ${clockWords(next.from)} 起有人管；您照样可以反映`
  }
  return ''
}
