import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)

/** China has had one time zone and no summer time since 1991: an offset is exact, and phones need no time-zone data for it. */
const OFFSET = 8 * 3600_000

/**
 * Business time: what the clock on a wall in Shanghai shows at this instant. For reading and comparing its hands only, it is not the instant itself.
 * Moved by hand, because dayjs's `utcOffset` goes by way of the machine's own zone and stumbles over its summer time.
 */
export function shanghai(at: number): dayjs.Dayjs {
  return dayjs.utc(at + OFFSET)
}

/** The calendar day at this instant, as 2026-11-14. */
export function shanghaiDay(at: number): string {
  return shanghai(at).format('YYYY-MM-DD')
}

/** The first instant of the calendar day that it is at this instant. ms */
export function shanghaiMidnight(at: number): number {
  return shanghai(at).startOf('day').valueOf() - OFFSET
}

/** The instant that is written as 2026-11-14 09:30; null where it is not. ms */
export function fromShanghai(written: string): number | null {
  const at = /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(written) ? dayjs.utc(`${written.replace(' ', 'T')}Z`).valueOf() - OFFSET : NaN
  return Number.isNaN(at) ? null : at
}

const PARTS: [number, string][] = [[5, '凌晨'], [9, '早上'], [12, '上午'], [13, '中午'], [18, '下午'], [24, '晚上']]

/** 今晚9点前, 明天上午10点20分前, 11月16日下午3点前: a promise as people say it, rounded down to the minute. */
export function before(dueAt: number, now: number): string {
  return `${spoken(dueAt, now)}前`
}

/** 今天上午10点20分, 昨天晚上9点, 11月14日下午3点. */
export function spoken(at: number, now: number): string {
  const t = shanghai(at)
  const days = t.startOf('day').diff(shanghai(now).startOf('day'), 'day')
  const part = PARTS.find(([until]) => t.hour() < until)?.[1] ?? ''
  const hour = t.hour() > 12 ? t.hour() - 12 : t.hour()
  const time = `${hour}点${t.minute() === 0 ? '' : `${t.minute()}分`}`
  if (days === 0 && part === '晚上') return `今晚${time}`
  const day = days === 0 ? '今天' : days === 1 ? '明天' : days === -1 ? '昨天' : t.format(t.year() === shanghai(now).year() ? 'M月D日' : 'YYYY年M月D日')
  return `${day}${part}${time}`
}

/** 还有 3 小时, 还有 20 分钟, 晚了 2 小时. */
export function timeLeft(dueAt: number, now: number): string {
  return now > dueAt ? lateBy(now - dueAt) : `还有 ${amount(dueAt - now)}`
}

/** By how much something is or was late, in the same words everywhere. ms */
export function lateBy(late: number): string {
  return `晚了 ${amount(late)}`
}

function amount(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000))
  return minutes < 60 ? `${minutes} 分钟` : minutes < 48 * 60 ? `${Math.floor(minutes / 60)} 小时` : `${Math.floor(minutes / 1440)} 天`
}
