import { databaseRequestFailed } from '../errors'
import { typeName, type Value } from '../values/value'
import type { Found } from './path'

/** BSON's types by number ("BSON Types" in MongoDB's manual). */
const TYPES: ReadonlyMap<number, string> = new Map([
  [1, 'double'], [2, 'string'], [3, 'object'], [4, 'array'], [5, 'binData'], [6, 'undefined'], [7, 'objectId'], [8, 'bool'], [9, 'date'], [10, 'null'],
  [11, 'regex'], [12, 'dbPointer'], [13, 'javascript'], [14, 'symbol'], [15, 'javascriptWithScope'], [16, 'int'], [17, 'timestamp'], [18, 'long'], [19, 'decimal'],
  [-1, 'minKey'], [127, 'maxKey'],
])
const NAMES = new Set([...TYPES.values(), 'number'])

const typeOf = (operand: Value): string => {
  const name = typeof operand === 'number' ? TYPES.get(operand) : operand
  if (typeof operand === 'number' && name === undefined) throw databaseRequestFailed(`Invalid numerical type code: ${operand}`)
  if (typeof name !== 'string') throw databaseRequestFailed('type must be represented as a number or a string')
  if (!NAMES.has(name)) throw databaseRequestFailed(`Unknown type name alias: ${name}`)
  return name
}

/**
 * `$type`: one of these, by name or number. Numbers here are of one kind; whole ones count as the `int` or `long` that the SDK sends them as.
 */
export const isOfType = (operand: Value): ((found: Found) => boolean) => {
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).map(typeOf))
  if (wanted.size === 0) throw databaseRequestFailed('$type must match at least one type')
  return (found) => found !== undefined && (wanted.has(typeName(found)) || (typeof found === 'number' && wanted.has('number')))
}
