import type { DayHours, OpenTimes } from './serviceHours'

export const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 8:00–12:00、14:00–22:00, or 休息. */
export function hoursWords(hours: DayHours): string {
  return hours.length === 0 ? '休息' : hours.map(({ from, to }) => `${clockWords(from)}–${clockWords(to)}`).join('、')
}

/** Minutes of the day as 8:00. */
export function clockWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Which hours are others, a sentence for days that changed alike: 周一到周五：8:00–22:00 → 9:00–21:00. */
export function hoursChangeWords(before: OpenTimes, after: OpenTimes): string[] {
  const alike = new Map<string, number[]>()
  for (const i of DAYS.keys()) {
    const [was, is] = [before, after].map(({ week }) => hoursWords(week[i] ?? []))
    if (was !== is) alike.set(`${was} → ${is}`, [...alike.get(`${was} → ${is}`) ?? [], i])
  }
  const [was, is] = [before, after].map(({ holiday }) => (holiday ? hoursWords(holiday) : '跟平时一样'))
  return [...[...alike].map(([change, days]) => `${daysWords(days)}：${change}`), ...(was === is ? [] : [`法定节假日：${was} → ${is}`])]
}

/** 每天, 周一到周五, 周六、周日, 周一、周三. */
function daysWords(days: readonly number[]): string {
  if (days.length === DAYS.length) return '每天'
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs.flatMap(run => (run.length > 2 ? [`${DAYS[run[0] ?? 0]}到${DAYS[run.at(-1) ?? 0]}`] : run.map(day => DAYS[day]))).join('、')
}
