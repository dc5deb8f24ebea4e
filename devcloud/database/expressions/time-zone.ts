import { failed } from './expression'

const OFFSET = /^([+-])(\d{2})(?::?(\d{2}))?$/

/** How far a time zone is ahead of UTC at a moment, in milliseconds. */
export type TimeZone = (at: number) => number

const UTC: TimeZone = () => 0

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (name: string): Intl.DateTimeFormat => {
  const known = formats.get(name)
  if (known) return known
  let made: Intl.DateTimeFormat
  try {
    made = new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
      timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short',
    })
  } catch {
    throw failed(`unrecognized time zone identifier: "${name}"`)
  }
  formats.set(name, made)
  return made
}

const named = (name: string): TimeZone => {
  const format = formatOf(name)
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
    const year = parts['era']?.startsWith('B') ? 1 - Number(parts['year']) : Number(parts['year'])
    const local = new Date(0)
    local.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']))
    local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']))
    return local.getTime() - Math.floor(at / 1000) * 1000
  }
}

/**
 * A time zone as MongoDB names it: `Asia/Shanghai` (IANA), `+08:00`, `+0800`, `+08`, `UTC`, `GMT`, `Z`.
 * @throws DATABASE_REQUEST_FAILED where nobody knows it
 */
export const timeZone = (name: string): TimeZone => {
  if (name === 'UTC' || name === 'GMT' || name === 'Z') return UTC
  const offset = OFFSET.exec(name)
  if (offset) {
    const milliseconds = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * 60_000 * (offset[1] === '-' ? -1 : 1)
    return () => milliseconds
  }
  // Names only: the JavaScript engine would take offsets of its own here.
  if (!/^[A-Za-z]/.test(name)) throw failed(`unrecognized time zone identifier: "${name}"`)
  return named(name)
}

/** @returns the moment at which a clock in the zone shows `local` (milliseconds as if it were UTC) */
export const fromLocal = (local: number, zone: TimeZone): number => {
  const guess = local - zone(local)
  // Near a change of the clock the offset at the guess is the right one.
  return local - zone(guess)
}
