import type { Cell } from './cell'

/** China has one time zone and, since 1991, no daylight saving. */
const shanghaiOffset = 8 * 3_600_000

/**
 * When an order was paid, in ms since the epoch. Exports write Asia/Shanghai wall-clock time: `2026-11-13 10:20:15`, a date cell
 * (wall clock in its UTC fields, up to a millisecond off), or the bare serial number of a date cell whose format was lost.
 * @returns null for an empty cell, 'UNREADABLE' for anything else.
 */
export function readPaidAt(cell: Cell | undefined): number | null | 'UNREADABLE' {
  if (cell === null || cell === undefined) return null
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? 'UNREADABLE' : wholeSeconds(cell.getTime()) - shanghaiOffset
  if (typeof cell === 'number') {
    // Serial days since 1899-12-30; the years 2009 to 2064, so that no other number passes for a date.
    return cell > 40_000 && cell < 60_000 ? wholeSeconds((cell - 25_569) * 86_400_000) - shanghaiOffset : 'UNREADABLE'
  }
  if (typeof cell === 'boolean') return 'UNREADABLE'
  const text = cell.normalize('NFKC').trim()
  if (text === '' || text === '-' || text === '--') return null
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?$/.exec(text)
  if (!match) return 'UNREADABLE'
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(part => Number(part ?? 0))
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // 31 February must not become 3 March.
  const same = wall.getUTCFullYear() === year && wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day
    && wall.getUTCHours() === hour && wall.getUTCMinutes() === minute && wall.getUTCSeconds() === second
  return same ? wall.getTime() - shanghaiOffset : 'UNREADABLE'
}

function wholeSeconds(ms: number): number {
  return Math.round(ms / 1000) * 1000
}
