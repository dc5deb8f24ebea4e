import { typeName } from '../../values/value'
import type { Found } from '../path'
import { failed, isInt32, strict, type Operators } from './expression'
import { coerceToString } from './strings'

/** A byte of UTF-8 that does not begin a character. */
const continues = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80

const ofBytes = (name: string) => (value: Found, start: Found, count: Found): Found => {
  const bytes = Buffer.from(coerceToString(value))
  if (typeof start !== 'number') throw failed(`${name}: starting index must be a numeric type (is BSON type ${typeName(start)})`)
  if (typeof count !== 'number') throw failed(`${name}: length must be a numeric type (is BSON type ${typeName(count)})`)
  const from = Math.trunc(start)
  if (from < 0) throw failed(`${name}:  starting index must be non-negative (got: ${from})`)
  const length = Math.trunc(count)
  // A negative length means the rest.
  const to = length < 0 ? bytes.length : Math.min(bytes.length, from + length)
  if (continues(bytes[from])) throw failed(`${name}:  Invalid range, starting index is a UTF-8 continuation byte.`)
  if (from < to && continues(bytes[to])) throw failed(`${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`)
  return bytes.subarray(from, Math.max(from, to)).toString()
}

const ofCodePoints = (value: Found, start: Found, count: Found): Found => {
  const text = coerceToString(value)
  if (typeof start !== 'number') throw failed(`$substrCP: starting index must be a numeric type (is BSON type ${typeName(start)})`)
  if (!isInt32(start)) throw failed(`$substrCP: starting index cannot be represented as a 32-bit integral value: ${start}`)
  if (typeof count !== 'number') throw failed(`$substrCP: length must be a numeric type (is BSON type ${typeName(count)})`)
  if (!isInt32(count)) throw failed(`$substrCP: length cannot be represented as a 32-bit integral value: ${count}`)
  if (start < 0) throw failed('$substrCP: the starting index must be nonnegative integer.')
  if (count < 0) throw failed('$substrCP: length must be a nonnegative integer.')
  return [...text].slice(start, start + count).join('')
}

/** Parts of strings. `$substr` is the old name of `$substrBytes`. */
export const substringOperators: Operators = {
  $substr: strict('$substr', 3, ofBytes('$substrBytes')),
  $substrBytes: strict('$substrBytes', 3, ofBytes('$substrBytes')),
  $substrCP: strict('$substrCP', 3, ofCodePoints),
}
