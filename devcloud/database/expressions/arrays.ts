import { printEjson } from '../../values/ejson'
import { emptyDoc, isDoc, typeName, type Doc, type Value } from '../../values/value'
import type { Found } from '../path'
import { compareFound } from './comparisons'
import { failed, isInt32, isNullish, strict, type Operators } from './expression'
import { positionRange } from './position-range'

const elementAt = (array: Found, position: Found): Found => {
  if (isNullish(array) || isNullish(position)) return null
  if (!Array.isArray(array)) throw failed(`$arrayElemAt's first argument must be an array, but is ${typeName(array)}`)
  if (typeof position !== 'number') throw failed(`$arrayElemAt's second argument must be a numeric value, but is ${typeName(position)}`)
  if (!isInt32(position)) throw failed(`$arrayElemAt's second argument must be representable as a 32-bit integer: ${position}`)
  return array.at(position)
}

/** One entry of `$arrayToObject`: `[key, value]` or `{k, v}`. */
const entryOf = (item: Value): [key: string, value: Value] => {
  if (Array.isArray(item)) {
    const [key, value] = item
    if (item.length !== 2) throw failed(`$arrayToObject requires an array of size 2 arrays,found array of size: ${item.length}`)
    if (typeof key !== 'string') throw failed(`$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(key)}`)
    return [key, value as Value]
  }
  if (!isDoc(item)) throw failed(`Unrecognised input type format for $arrayToObject: ${typeName(item)}`)
  const { k, v } = item
  if (Object.keys(item).length !== 2) throw failed(`$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${Object.keys(item).length}`)
  if (k === undefined || v === undefined) throw failed(`$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys from: ${printEjson(item)}`)
  if (typeof k !== 'string') throw failed(`$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeName(k)}`)
  return [k, v]
}

const toObject = (array: Found): Found => {
  if (isNullish(array)) return null
  if (!Array.isArray(array)) throw failed(`$arrayToObject requires an array input, found: ${typeName(array)}`)
  const made = emptyDoc()
  for (const item of array) {
    const kind = Array.isArray(item)
    if (kind !== Array.isArray(array[0]) && (kind || isDoc(item))) {
      throw failed(`$arrayToObject requires a consistent input format. Elements must${kind ? '' : ' all be arrays or'} all be objects. ${kind ? 'Object' : 'Array'} was detected, now found: ${typeName(item)}`)
    }
    const [key, value] = entryOf(item)
    made[key] = value
  }
  return made
}

const concat = (...arrays: Found[]): Found => {
  const all: Value[] = []
  for (const array of arrays) {
    if (isNullish(array)) return null
    if (!Array.isArray(array)) throw failed(`$concatArrays only supports arrays, not ${typeName(array)}`)
    all.push(...array)
  }
  return all
}

const isIn = (value: Found, array: Found): Found => {
  if (!Array.isArray(array)) throw failed(`$in requires an array as a second argument, found: ${typeName(array)}`)
  return array.some((item) => compareFound(item, value) === 0)
}

const indexOf = (array: Found, value: Found, ...range: Found[]): Found => {
  if (isNullish(array)) return null
  if (!Array.isArray(array)) throw failed(`$indexOfArray requires an array as a first argument, found: ${typeName(array)}`)
  const [from, to] = positionRange('$indexOfArray', range, array.length)
  const at = array.slice(from, to).findIndex((item) => compareFound(item, value) === 0)
  return at < 0 ? -1 : from + at
}

const bound = (value: Found, what: string): number => {
  if (typeof value !== 'number') throw failed(`$range requires a numeric ${what} value, found value of type:${typeName(value)}`)
  if (!isInt32(value)) throw failed(`$range requires ${what === 'ending' ? 'an' : 'a'} ${what} value that can be represented as a 32-bit integer, found value: ${value}`)
  return value
}

const range = (start: Found, end: Found, ...step: Found[]): Found => {
  const from = bound(start, 'starting')
  const to = bound(end, 'ending')
  const by = step.length === 0 ? 1 : bound(step[0], 'step')
  if (by === 0) throw failed('$range requires a non-zero step value')
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / by)) }, (_, at) => from + at * by)
}

const whole = (value: Found, which: 'Second' | 'Third'): number => {
  if (typeof value !== 'number') throw failed(`${which} argument to $slice must be numeric, but is of type: ${typeName(value)}`)
  if (!isInt32(value)) throw failed(`${which} argument to $slice can't be represented as a 32-bit integer: ${value}`)
  return value
}

function slice(...[array, second, ...third]: Found[]): Found {
  if (isNullish(array) || isNullish(second)) return null
  if (!Array.isArray(array)) throw failed(`First argument to $slice must be an array, but is of type: ${typeName(array)}`)
  const position = whole(second, 'Second')
  if (third.length === 0) return position >= 0 ? array.slice(0, position) : array.slice(position)
  if (isNullish(third[0])) return null
  const count = whole(third[0], 'Third')
  if (count <= 0) throw failed(`Third argument to $slice must be positive: ${count}`)
  const start = position >= 0 ? position : Math.max(0, array.length + position)
  return array.slice(start, start + count)
}

const sizeOf = (array: Found): Found => {
  if (!Array.isArray(array)) throw failed(`The argument to $size must be an array, but was of type: ${typeName(array)}`)
  return array.length
}

const reverse = (array: Found): Found => {
  if (isNullish(array)) return null
  if (!Array.isArray(array)) throw failed(`The argument to $reverseArray must be an array, but was of type: ${typeName(array)}`)
  return [...array].reverse()
}

const entries = (object: Found): Found => {
  if (isNullish(object)) return null
  if (!isDoc(object)) throw failed(`$objectToArray requires a document input, found: ${typeName(object)}`)
  return Object.keys(object).map((k): Doc => Object.assign(emptyDoc(), { k, v: object[k] as Value }))
}

/** Arrays, without a variable of their own. */
export const arrayOperators: Operators = {
  $arrayElemAt: strict('$arrayElemAt', 2, elementAt),
  $arrayToObject: strict('$arrayToObject', 1, toObject),
  $concatArrays: strict('$concatArrays', [0, Infinity], concat),
  $in: strict('$in', 2, isIn),
  $indexOfArray: strict('$indexOfArray', [2, 4], indexOf),
  $isArray: strict('$isArray', 1, (value) => Array.isArray(value)),
  $objectToArray: strict('$objectToArray', 1, entries),
  $range: strict('$range', [2, 3], range),
  $reverseArray: strict('$reverseArray', 1, reverse),
  $size: strict('$size', 1, sizeOf),
  $slice: strict('$slice', [2, 3], slice),
}
