import { printEjson } from '../../values/ejson'
import { typeName } from '../../values/value'
import type { Found } from '../path'
import { failed, isInt32 } from './expression'

const position = (name: string, value: Found, which: 'starting' | 'ending'): number => {
  if (typeof value !== 'number' || !isInt32(value)) {
    throw failed(`${name} requires an integral ${which} index, found a value of type: ${typeName(value)}, with value: "${printEjson(value ?? null)}"`)
  }
  if (value < 0) throw failed(`${name} requires a nonnegative ${which} index, found: ${value}`)
  return value
}

/**
 * Where to look, for `$indexOfArray`, `$indexOfBytes` and `$indexOfCP`.
 * @param given start and end, where they are given: what is given may not be missing
 * @returns from (inclusive) to (exclusive), inside `length`
 */
export const positionRange = (name: string, given: readonly Found[], length: number): [from: number, to: number] => {
  const from = given.length > 0 ? position(name, given[0], 'starting') : 0
  const to = given.length > 1 ? position(name, given[1], 'ending') : length
  return [Math.min(from, length), Math.min(to, length)]
}
