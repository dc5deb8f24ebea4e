import { clockWords, hoursWords } from '../../domain/clock/hoursWords'
import type { OpenDay } from '../../domain/clock/serviceHours'
import { shanghai } from '../../domain/clock/shanghai'

const DAY = 24 * 3600_000
const MINUTE = 60_000

/** When somebody answers, said now: 今天 8:00–22:00 有人管, or at which day and hour it begins again. '' where nobody says. */
export function serviceWords(days: readonly OpenDay[], now: number): string {
  const today = days.find(d => d.midnight <= now && now < d.midnight + DAY)
  const last = today?.hours.at(-1)
  if (today && last && now < today.midnight + last.to * MINUTE) return `今天 ${hoursWords(today.hours)} 有人管`
  const next = days.find(d => d.midnight > now && d.hours.length > 0)
  if (!next) return ''
  const tomorrow = next.midnight - now <= DAY
  return `现在没人值班，${tomorrow ? '明天' : shanghai(next.midnight).format('M月D日')} ${clockWords(next.hours[0]?.from ?? 0)} 起有人管；您照样可以反映`
}
