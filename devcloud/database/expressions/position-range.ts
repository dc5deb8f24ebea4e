import { printEjson } from '../../values/ejson'
import { typeName } from '../../values/value'
import type { Found } from '../path'
import { failed, isInt32 } from './expression'

const position = (name: string, value: Found, which: 'starting' | 'ending', otherwise: number): number => {
  if (value === undefined) return otherwise
  if (typeof value !== 'number' || !isInt32(value)) {
    throw failed(`${name} requires an integral ${which} index, found a value of type: ${typeName(value)}, with value: "${printEjson(value)}"`)
  }
  if (value < 0) throw failed(`${name} requires a nonnegative ${which} index, found: ${value}`)
  return value
}

/**
 * Where to look, for `$indexOfArray`, `$indexOfBytes` and `$indexOfCP`.
 * @returns from (inclusive) to (exclusive), inside `length`
 */
export const positionRange = (name: string, start: Found, end: Found, length: number): [from: number, to: number] => {
  const from = position(name, start, 'starting', 0)
  const to = position(name, end, 'ending', length)
  return [Math.min(from, length), Math.min(to, length)]
}
