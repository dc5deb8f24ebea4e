import { typeName } from '../../values/value'
import type { Found } from '../path'
import { failed, isNullish, strict, type Operator, type Operators } from './expression'
import { positionRange } from './position-range'

/** What MongoDB takes for a string in `$toLower`, `$substr` and their like: null is '', numbers and dates as they are written. */
export const coerceToString = (value: Found): string => {
  if (isNullish(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw failed(`can't convert from BSON type ${typeName(value)} to String`)
}

/** Only A–Z: MongoDB knows no other letters here. */
const lower = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
const upper = (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())

const concat = (...values: Found[]): Found => {
  let text = ''
  for (const value of values) {
    if (isNullish(value)) return null
    if (typeof value !== 'string') throw failed(`$concat only supports strings, not ${typeName(value)}`)
    text += value
  }
  return text
}

/** Positions are counted in the units that `unitsOf` cuts a string into. */
const indexOf = (name: string, unitsOf: (text: string) => readonly (string | number)[]): Operator => strict(name, [2, 4], (text, part, ...range) => {
  if (isNullish(text)) return null
  if (typeof text !== 'string') throw failed(`${name} requires a string as the first argument, found: ${typeName(text)}`)
  if (typeof part !== 'string') throw failed(`${name} requires a string as the second argument, found: ${typeName(part)}`)
  const units = unitsOf(text)
  const wanted = unitsOf(part)
  const [from, to] = positionRange(name, range, units.length)
  if (typeof range[0] === 'number' && range[0] > units.length) return -1
  for (let at = from; at + wanted.length <= to; at++) if (wanted.every((unit, offset) => units[at + offset] === unit)) return at
  return -1
})

const split = (text: Found, separator: Found): Found => {
  if (isNullish(text) || isNullish(separator)) return null
  if (typeof text !== 'string') throw failed(`$split requires an expression that evaluates to a string as a first argument, found: ${typeName(text)}`)
  if (typeof separator !== 'string') throw failed(`$split requires an expression that evaluates to a string as a second argument, found: ${typeName(separator)}`)
  if (separator === '') throw failed('$split requires a non-empty separator')
  return text.split(separator)
}

const length = (name: string, count: (text: string) => number): Operator => strict(name, 1, (text) => {
  if (typeof text !== 'string') throw failed(`${name} requires a string argument, found: ${typeName(text)}`)
  return count(text)
})

const caseCompare = (a: Found, b: Found): Found =>
  Math.sign(Buffer.compare(Buffer.from(upper(coerceToString(a))), Buffer.from(upper(coerceToString(b)))))

/** Strings. CP: code points; bytes are those of UTF-8. */
export const stringOperators: Operators = {
  $concat: strict('$concat', [0, Infinity], concat),
  $indexOfBytes: indexOf('$indexOfBytes', (text) => [...Buffer.from(text)]),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text]),
  $split: strict('$split', 2, split),
  $strLenBytes: length('$strLenBytes', (text) => Buffer.byteLength(text)),
  $strLenCP: length('$strLenCP', (text) => [...text].length),
  $strcasecmp: strict('$strcasecmp', 2, caseCompare),
  $toLower: strict('$toLower', 1, (value) => lower(coerceToString(value))),
  $toUpper: strict('$toUpper', 1, (value) => upper(coerceToString(value))),
}
