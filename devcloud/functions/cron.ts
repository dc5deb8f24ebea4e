import { Cron } from 'croner'

/** Timers run in UTC+8 whatever the machine says. Source: docs.cloudbase.net, timer triggers; developers.weixin.qq.com, 定时触发器. */
const ZONE = 'Asia/Shanghai'

/** What each field takes. Source: cloud.tencent.com/document/product/583/9708; `? L W #` are not in CloudBase's shorter list, but SCF runs the timers. */
const FIELDS: readonly { name: string; pattern: RegExp }[] = [
  { name: 'second', pattern: /^[\d*,/-]+$/ },
  { name: 'minute', pattern: /^[\d*,/-]+$/ },
  { name: 'hour', pattern: /^[\d*,/-]+$/ },
  { name: 'day', pattern: /^[\d*,/?LW-]+$/ },
  { name: 'month', pattern: /^[\dA-Z*,/-]+$/ },
  { name: 'weekday', pattern: /^[\dA-Z*,/?#-]+$/ },
  { name: 'year', pattern: /^[\d*,/-]+$/ },
]

const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number)

/** What the library would take and the documents do not: other signs, a 7th weekday, years beyond their range, steps from nowhere. */
const complaint = (fields: readonly string[]): string | undefined => {
  if (fields.length !== 7) return 'it must have seven fields: second minute hour day month weekday year'
  for (const [at, { name, pattern }] of FIELDS.entries()) {
    const field = fields[at] as string
    if (!pattern.test(field) || /(^|,)\//.test(field)) return `the ${name} cannot be ${field}`
  }
  const [, , , , , weekday, year] = fields as [string, string, string, string, string, string, string]
  if (numbers(weekday.replace(/\/\d+|#\d+/g, '')).some((day) => day > 6)) return `the weekday is 0 (SUN) to 6 (SAT), not ${weekday}`
  if (numbers(year.replace(/\/\d+/g, '')).some((value) => value < 1970 || value > 2099)) return `the year is 1970 to 2099, not ${year}`
  return undefined
}

/**
 * Reads a timer's cron expression. Day and weekday together mean either (both documents say so), which is the library's own reading;
 * `1/10` (from 1 on, every tenth) is what it calls sloppy.
 * @throws Error saying what is wrong with it
 */
export const readCron = (expression: string): Cron => {
  const fields = expression.trim().split(/\s+/)
  const wrong = complaint(fields)
  if (wrong !== undefined) throw new Error(wrong)
  return new Cron(fields.join(' '), { timezone: ZONE, mode: '7-part', sloppyRanges: true, paused: true })
}

/** @returns the first date after a time, in milliseconds; undefined if there is none any more */
export const nextDate = (cron: Cron, after: number): number | undefined => cron.nextRun(new Date(after))?.getTime()

/** How many dates are counted one by one: a timer of every second has 31 million in a year. */
const COUNTED = 1000

/** The dates from one that is due until now: the last of them, and how many there were (`COUNTED` stands for that many or more). */
export const passedDates = (cron: Cron, due: number, now: number): { last: number; count: number } => {
  let last = due
  for (let count = 1; count < COUNTED; count++) {
    const next = nextDate(cron, last)
    if (next === undefined || next > now) return { last, count }
    last = next
  }
  // The library looks for dates before a time; now itself counts here.
  return { last: cron.previousRuns(1, new Date(Math.floor(now / 1000) * 1000 + 1000))[0]?.getTime() ?? last, count: COUNTED }
}
