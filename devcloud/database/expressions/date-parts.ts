import { printEjson } from '../../values/ejson'
import { isDoc, ObjectId, typeName, type Doc, type Value } from '../../values/value'
import type { Found } from '../path'
import { dayOfWeek, dayOfYear, fromIsoWeek, isoDayOfWeek, isoWeek, isoWeekYear, utc, week, yearOf } from './calendar'
import { failed, isInt32, isNullish, named, type Compiler, type Expression, type Operator, type Operators } from './expression'
import { fromLocal, timeZone, type TimeZone } from './time-zone'

/** @returns milliseconds; an ObjectId carries the second in which it was made */
export const coerceToDate = (value: Found): number => {
  if (value instanceof Date) return value.getTime()
  if (value instanceof ObjectId) return parseInt(value.hex.slice(0, 8), 16) * 1000
  throw failed(`can't convert from BSON type ${typeName(value)} to Date`)
}

/**
 * Evaluates a time zone argument.
 * @returns null where the argument says null, which makes the whole operator null
 */
export const zoneOf = (argument: Value | undefined, { compile }: Compiler): ((scope: Parameters<Expression>[0]) => TimeZone | null) => {
  if (argument === undefined) return () => timeZone('UTC')
  const expression = compile(argument)
  return (scope) => {
    const name = expression(scope)
    if (isNullish(name)) return null
    if (typeof name !== 'string') throw failed(`timezone must evaluate to a string, found ${typeName(name)}`)
    return timeZone(name)
  }
}

const dateArguments = (name: string, argument: Value): Doc | { date: Value; timezone?: Value } => {
  if (Array.isArray(argument)) {
    if (argument.length !== 1) throw failed(`${name} accepts exactly one argument if given an array, but was given ${argument.length}`)
    return { date: argument[0] as Value }
  }
  if (!isDoc(argument) || Object.keys(argument)[0]?.startsWith('$')) return { date: argument }
  for (const key of Object.keys(argument)) if (key !== 'date' && key !== 'timezone') throw failed(`unrecognized option to ${name}: "${key}"`)
  if (argument['date'] === undefined) throw failed(`missing 'date' argument to ${name}, provided: ${printEjson(argument)}`)
  return argument
}

/** One part of a date, as a clock in the time zone shows it. */
const part = (name: string, read: (local: number) => number): Operator => (argument, compiler) => {
  const { date, timezone } = dateArguments(name, argument)
  const at = compiler.compile(date as Value)
  const zone = zoneOf(timezone, compiler)
  return (scope) => {
    const value = at(scope)
    if (isNullish(value)) return null
    const there = zone(scope)
    if (there === null) return null
    const moment = coerceToDate(value)
    return read(moment + there(moment))
  }
}

const NATURAL = ['year', 'month', 'day'] as const
const ISO = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const
const TIME = ['hour', 'minute', 'second', 'millisecond'] as const

const integer = (name: string, value: Found): number => {
  if (typeof value !== 'number' || !isInt32(value)) throw failed(`'${name}' must evaluate to an integer, found ${typeName(value)} with value ${printEjson(value ?? null)}`)
  const year = name === 'year' || name === 'isoWeekYear'
  if (year && (value < 0 || value > 9999)) throw failed(`'${name}' must evaluate to an integer in the range 0 to 9999, found ${value}`)
  // The range that MongoDB 4 carries over.
  if (!year && (value < -32768 || value > 32767)) throw failed(`'${name}' must evaluate to a value in the range [-32768, 32767]; value ${value} is not in range`)
  return value
}

const dateFromParts: Operator = (argument, compiler) => {
  const given = named('$dateFromParts', argument, [], [...NATURAL, ...ISO, ...TIME, 'timezone'])
  const iso = ISO.some((name) => given[name] !== undefined)
  if (iso && NATURAL.some((name) => given[name] !== undefined)) throw failed('$dateFromParts does not allow mixing natural dates with ISO dates')
  const names = [...(iso ? ISO : NATURAL), ...TIME]
  if (given[names[0] as string] === undefined) throw failed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  const expressions = names.map((name) => [name, given[name] === undefined ? undefined : compiler.compile(given[name])] as const)
  const zone = zoneOf(given['timezone'], compiler)
  return (scope) => {
    const numbers: number[] = []
    for (const [name, expression] of expressions) {
      const value = expression ? expression(scope) : (TIME as readonly string[]).includes(name) ? 0 : 1
      if (isNullish(value)) return null
      numbers.push(integer(name, value))
    }
    const there = zone(scope)
    if (there === null) return null
    const [year, second, third, ...time] = numbers as [number, number, number, number, number, number, number]
    const day = iso ? fromIsoWeek(year, second, third) : utc(year, second, third)
    return new Date(fromLocal(day + utc(1970, 1, 1, ...time), there))
  }
}

/** Dates to numbers, and back. */
export const datePartOperators: Operators = {
  $dateFromParts: dateFromParts,
  $dayOfMonth: part('$dayOfMonth', (local) => new Date(local).getUTCDate()),
  $dayOfWeek: part('$dayOfWeek', dayOfWeek),
  $dayOfYear: part('$dayOfYear', dayOfYear),
  $hour: part('$hour', (local) => new Date(local).getUTCHours()),
  $isoDayOfWeek: part('$isoDayOfWeek', isoDayOfWeek),
  $isoWeek: part('$isoWeek', isoWeek),
  $isoWeekYear: part('$isoWeekYear', isoWeekYear),
  $millisecond: part('$millisecond', (local) => new Date(local).getUTCMilliseconds()),
  $minute: part('$minute', (local) => new Date(local).getUTCMinutes()),
  $month: part('$month', (local) => new Date(local).getUTCMonth() + 1),
  $second: part('$second', (local) => new Date(local).getUTCSeconds()),
  $week: part('$week', week),
  $year: part('$year', yearOf),
}
