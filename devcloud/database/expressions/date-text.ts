import { notSupported } from '../../errors'
import { printEjson } from '../../values/ejson'
import { typeName, type Value } from '../../values/value'
import { formatDate, parseDate, type ReadDate } from './date-format'
import { coerceToDate, zoneOf } from './date-parts'
import { failed, isNullish, named, type Operator, type Operators } from './expression'
import { fromLocal } from './time-zone'

const WITH_ZONE = '%Y-%m-%dT%H:%M:%S.%LZ'
const WITHOUT_ZONE = '%Y-%m-%dT%H:%M:%S.%L'

const dateToString: Operator = (argument, compiler) => {
  const given = named('$dateToString', argument, ['date'], ['format', 'timezone', 'onNull'])
  const date = compiler.compile(given['date'] as Value)
  const format = given['format'] === undefined ? undefined : compiler.compile(given['format'])
  const zone = zoneOf(given['timezone'], compiler)
  const onNull = compiler.compile(given['onNull'] ?? null)
  return (scope) => {
    const at = date(scope)
    const pattern = format?.(scope)
    if (format && isNullish(pattern)) return null
    if (format && typeof pattern !== 'string') throw failed(`$dateToString requires that 'format' be a string, found: ${typeName(pattern)} with value ${printEjson(pattern as Value)}`)
    const there = zone(scope)
    if (there === null) return null
    if (isNullish(at)) return onNull(scope)
    const moment = coerceToDate(at)
    const offset = there(moment)
    const standard = given['timezone'] === undefined || offset === 0 ? WITH_ZONE : WITHOUT_ZONE
    return formatDate((pattern as string | undefined) ?? standard, moment + offset, offset)
  }
}

/** Dates as ISO 8601 writes them, with a space for the T if need be; zone optional. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

/** Words that MongoDB's parser would make a date of, relative to now or by names. */
const WORDS = /now|today|tomorrow|yesterday|midnight|noon|ago|next|last|previous|this|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i

const parseIso = (text: string): ReadDate | undefined => {
  const match = ISO.exec(text.trim())
  if (!match) {
    // MongoDB reads many more spellings: rather refused than called no date.
    if (/\d/.test(text) || WORDS.test(text)) throw notSupported(`$dateFromString of "${text}" without a format (ISO 8601 only)`)
    return undefined
  }
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', zone] = match
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3)
  return parseDate(zone === undefined ? WITHOUT_ZONE : '%Y-%m-%dT%H:%M:%S.%L%z', `${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}${zone?.toUpperCase() ?? ''}`)
}

const dateFromString: Operator = (argument, compiler) => {
  const given = named('$dateFromString', argument, ['dateString'], ['format', 'timezone', 'onError', 'onNull'])
  const source = compiler.compile(given['dateString'] as Value)
  const format = given['format'] === undefined ? undefined : compiler.compile(given['format'])
  const zone = zoneOf(given['timezone'], compiler)
  const onNull = compiler.compile(given['onNull'] ?? null)
  const onError = given['onError'] === undefined ? undefined : compiler.compile(given['onError'])
  return (scope) => {
    const text = source(scope)
    const pattern = format?.(scope)
    if (isNullish(text)) return onNull(scope)
    if (format && isNullish(pattern)) return null
    if (format && typeof pattern !== 'string') throw failed(`$dateFromString requires that 'format' be a string, found: ${typeName(pattern)} with value ${printEjson(pattern as Value)}`)
    const there = zone(scope)
    if (there === null) return null
    const refuse = (message: string) => {
      if (onError) return onError(scope)
      throw failed(message)
    }
    if (typeof text !== 'string') return refuse(`$dateFromString requires that 'dateString' be a string, found: ${typeName(text)} with value ${printEjson(text)}`)
    const read = typeof pattern === 'string' ? parseDate(pattern, text) : parseIso(text)
    if (!read) return refuse(`Error parsing date string '${text}'`)
    if (read.offset === undefined) return new Date(fromLocal(read.local, there))
    if (given['timezone'] !== undefined) return refuse(`you cannot pass in a date/time string with time zone information ('${text}') together with a timezone argument`)
    return new Date(read.local - read.offset)
  }
}

/** Dates to text, and back. */
export const dateTextOperators: Operators = { $dateToString: dateToString, $dateFromString: dateFromString }
