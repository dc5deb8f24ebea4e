import { typeName } from '../../values/value'
import type { Found } from '../path'
import { failed, isInt32, isNullish, strict, type Operator, type Operators } from './expression'

/** One number in, one number out. */
const ofNumber = (name: string, apply: (value: number) => number): Operator => strict(name, 1, (value) => {
  if (isNullish(value)) return null
  if (typeof value !== 'number') throw failed(`${name} only supports numeric types, not ${typeName(value)}`)
  return apply(value) + 0
})

const within = (accept: (value: number) => boolean, message: string, apply: (value: number) => number) => (value: number): number => {
  if (!accept(value) && !Number.isNaN(value)) throw failed(`${message}, but is ${value}`)
  return apply(value)
}

const positive = (value: number) => value > 0

const truncate = (value: number, place: number): number => {
  if (!Number.isFinite(value) || place >= 20) return value
  if (place === 0) return Math.trunc(value) + 0
  // Through the decimal text: 2.3 × 100 is 229.99…, and would lose a digit.
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${Math.trunc(Number(`${digits}e${Number(exponent) + place}`))}e${-place}`) + 0
}

const add = (...values: Found[]): Found => {
  let sum = 0
  let date = false
  for (const value of values) {
    if (isNullish(value)) return null
    if (value instanceof Date) {
      if (date) throw failed('only one date allowed in an $add expression')
      date = true
      sum += value.getTime()
    } else if (typeof value === 'number') sum += value
    else throw failed(`$add only supports numeric or date types, not ${typeName(value)}`)
  }
  return date ? new Date(Math.round(sum)) : sum
}

const subtract = (from: Found, what: Found): Found => {
  if (typeof from === 'number' && typeof what === 'number') return from - what + 0
  if (isNullish(from) || isNullish(what)) return null
  if (from instanceof Date) {
    if (what instanceof Date) return from.getTime() - what.getTime()
    if (typeof what === 'number') return new Date(from.getTime() - Math.trunc(what))
    throw failed(`cant $subtract a ${typeName(what)} from a Date`)
  }
  throw failed(`cant $subtract a ${typeName(what)} from a ${typeName(from)}`)
}

const multiply = (...values: Found[]): Found => {
  let product = 1
  for (const value of values) {
    if (isNullish(value)) return null
    if (typeof value !== 'number') throw failed(`$multiply only supports numeric types, not ${typeName(value)}`)
    product *= value
  }
  return product + 0
}

const quotient = (name: '$divide' | '$mod', apply: (a: number, b: number) => number) => (a: Found, b: Found): Found => {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) throw failed(`can't ${name} by zero`)
    return apply(a, b) + 0
  }
  if (isNullish(a) || isNullish(b)) return null
  throw failed(`${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`)
}

const pow = (base: Found, exponent: Found): Found => {
  if (isNullish(base) || isNullish(exponent)) return null
  if (typeof base !== 'number') throw failed(`$pow's base must be numeric, not ${typeName(base)}`)
  if (typeof exponent !== 'number') throw failed(`$pow's exponent must be numeric, not ${typeName(exponent)}`)
  if (base === 0 && exponent < 0) throw failed('$pow cannot take a base of 0 and a negative exponent')
  return base ** exponent
}

const log = (value: Found, base: Found): Found => {
  if (isNullish(value) || isNullish(base)) return null
  if (typeof value !== 'number') throw failed(`$log's argument must be numeric, not ${typeName(value)}`)
  if (typeof base !== 'number') throw failed(`$log's base must be numeric, not ${typeName(base)}`)
  if (value <= 0) throw failed(`$log's argument must be a positive number, but is ${value}`)
  if (base <= 0 || base === 1) throw failed(`$log's base must be a positive number not equal to 1, but is ${base}`)
  // Where JavaScript has the base itself it is exact, and a quotient of logarithms is not.
  if (base === 10) return Math.log10(value)
  if (base === 2) return Math.log2(value)
  return Math.log(value) / Math.log(base)
}

const trunc = (value: Found, ...places: Found[]): Found => {
  const place = places.length === 0 ? 0 : places[0]
  if (isNullish(value) || isNullish(place)) return null
  if (typeof value !== 'number') throw failed(`$trunc only supports numeric types, not ${typeName(value)}`)
  if (typeof place !== 'number' || !isInt32(place)) throw failed('precision argument to  $trunc must be a integral value')
  if (place < -20 || place > 100) throw failed(`cannot apply $trunc with precision value ${place} value must be in [-20, 100]`)
  return truncate(value, place)
}

/** Numbers. Null and missing make null. */
export const arithmeticOperators: Operators = {
  $abs: ofNumber('$abs', Math.abs),
  $add: strict('$add', [0, Infinity], add),
  $ceil: ofNumber('$ceil', Math.ceil),
  $divide: strict('$divide', 2, quotient('$divide', (a, b) => a / b)),
  $exp: ofNumber('$exp', Math.exp),
  $floor: ofNumber('$floor', Math.floor),
  $ln: ofNumber('$ln', within(positive, "$ln's argument must be a positive number", Math.log)),
  $log: strict('$log', 2, log),
  $log10: ofNumber('$log10', within(positive, "$log10's argument must be a positive number", Math.log10)),
  $mod: strict('$mod', 2, quotient('$mod', (a, b) => a % b)),
  $multiply: strict('$multiply', [0, Infinity], multiply),
  $pow: strict('$pow', 2, pow),
  $sqrt: ofNumber('$sqrt', within((value) => value >= 0, "$sqrt's argument must be greater than or equal to 0", Math.sqrt)),
  $subtract: strict('$subtract', 2, subtract),
  $trunc: strict('$trunc', [1, 2], trunc),
}
