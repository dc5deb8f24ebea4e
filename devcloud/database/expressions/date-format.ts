import { dayOfWeek, dayOfYear, fromIsoWeek, isoDayOfWeek, isoWeek, isoWeekYear, utc, week, yearOf } from './calendar'
import { failed } from './expression'

const digits = (count: number, read: (local: number) => number) => (local: number) => String(read(local)).padStart(count, '0')

const offsetText = (offset: number): string => {
  const minutes = Math.abs(Math.trunc(offset / 60_000))
  return `${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`
}

/** What `%` and a letter write; the second argument is how far the clock is ahead of UTC. */
const writers: Readonly<Record<string, (local: number, offset: number) => string>> = {
  '%': () => '%',
  d: digits(2, (local) => new Date(local).getUTCDate()),
  G: digits(4, isoWeekYear),
  H: digits(2, (local) => new Date(local).getUTCHours()),
  j: digits(3, dayOfYear),
  L: digits(3, (local) => new Date(local).getUTCMilliseconds()),
  m: digits(2, (local) => new Date(local).getUTCMonth() + 1),
  M: digits(2, (local) => new Date(local).getUTCMinutes()),
  S: digits(2, (local) => new Date(local).getUTCSeconds()),
  u: digits(1, isoDayOfWeek),
  U: digits(2, week),
  V: digits(2, isoWeek),
  w: digits(1, dayOfWeek),
  Y: digits(4, yearOf),
  z: (_, offset) => offsetText(offset),
  Z: (_, offset) => String(Math.trunc(offset / 60_000)),
}

type Piece = { text: string } | { letter: string }

const piecesOf = (format: string, known: Readonly<Record<string, unknown>>): Piece[] => {
  const pieces: Piece[] = []
  for (let at = 0; at < format.length; at++) {
    const character = format[at] as string
    if (character !== '%') { pieces.push({ text: character }); continue }
    const letter = format[++at]
    if (letter === undefined) throw failed("Unmatched '%' at end of format string")
    if (!Object.hasOwn(known, letter)) throw failed(`Invalid format character '%${letter}' in format string`)
    pieces.push(letter === '%' ? { text: '%' } : { letter })
  }
  return pieces
}

/** Writes a date as `%Y-%m-%d` and the like say. @param local milliseconds as the clock shows them, `offset` ahead of UTC */
export const formatDate = (format: string, local: number, offset: number): string => {
  if (yearOf(local) < 0 || yearOf(local) > 9999) throw failed(`$dateToString is only defined on year 0-9999, tried to use year ${yearOf(local)}`)
  return piecesOf(format, writers).map((piece) => ('text' in piece ? piece.text : (writers[piece.letter] as (local: number, offset: number) => string)(local, offset))).join('')
}

/** What `%` and a letter read. */
const readers: Readonly<Record<string, string>> = {
  '%': '', d: '\\d{1,2}', G: '\\d{4}', H: '\\d{1,2}', L: '\\d{1,3}', m: '\\d{1,2}', M: '\\d{1,2}', S: '\\d{1,2}', u: '[1-7]', V: '\\d{1,2}', Y: '\\d{4}',
  z: '(?:Z|[+-]\\d{2}:?\\d{2})', Z: '[+-]\\d{1,4}',
}

/** A date read from text: what the clock shows, and how far that clock is ahead of UTC if the text says so (milliseconds). */
export interface ReadDate { local: number; offset: number | undefined }

const offsetOf = (parts: ReadonlyMap<string, string>): number | undefined => {
  const minutes = parts.get('Z')
  if (minutes !== undefined) return Number(minutes) * 60_000
  const zone = parts.get('z')
  if (zone === undefined) return undefined
  if (zone === 'Z') return 0
  return (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000 * (zone.startsWith('-') ? -1 : 1)
}

/**
 * Reads a date as a format says.
 * @returns undefined if the text is not of this form, or no date
 */
export const parseDate = (format: string, text: string): ReadDate | undefined => {
  const letters: string[] = []
  const pattern = piecesOf(format, readers).map((piece) => {
    if ('text' in piece) return piece.text.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
    letters.push(piece.letter)
    return `(${readers[piece.letter]})`
  }).join('')
  const match = new RegExp(`^${pattern}$`).exec(text)
  if (!match) return undefined
  const parts = new Map(letters.map((letter, at) => [letter, match[at + 1] as string]))
  const number = (letter: string, otherwise: number) => Number(parts.get(letter) ?? otherwise)
  const [hour, minute, second] = [number('H', 0), number('M', 0), number('S', 0)]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  let day: number
  if (parts.has('Y')) {
    day = utc(number('Y', 0), number('m', 1), number('d', 1))
    const back = new Date(day)
    if (back.getUTCMonth() + 1 !== number('m', 1) || back.getUTCDate() !== number('d', 1)) return undefined
  } else if (parts.has('G')) day = fromIsoWeek(number('G', 0), number('V', 1), number('u', 1))
  else return undefined
  return { local: day + utc(1970, 1, 1, hour, minute, second, number('L', 0)), offset: offsetOf(parts) }
}
