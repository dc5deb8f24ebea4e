import { typeRank } from '../values/compare'
import { ObjectId, Regex, type Doc, type Value } from '../values/value'

/**
 * Values as bytes whose order (`memcmp`) is MongoDB's order of the values, so that an ordinary B-tree serves as a MongoDB index:
 * a byte for the type, then the value. Strings and lists end with a mark smaller than anything that can follow.
 */

/** What an empty array counts as inside an index: MongoDB's `undefined`, the lowest of all. */
export const EMPTY_ARRAY_KEY = Buffer.from([0])

const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  if (Number.isNaN(value)) return bytes // below −Infinity
  bytes.writeDoubleBE(value + 0)
  // Positive: set the sign bit. Negative: turn every bit, so that the larger magnitude comes first.
  if ((bytes[0] as number) & 0x80) for (let at = 0; at < 8; at++) bytes[at] = ~(bytes[at] as number) & 0xff
  else bytes[0] = (bytes[0] as number) | 0x80
  return bytes
}

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value)
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.from([0, 0])])
  const escaped: number[] = []
  for (const byte of bytes) escaped.push(...(byte === 0 ? [0, 0xff] : [byte]))
  return Buffer.from([...escaped, 0, 0])
}

const END = Buffer.from([0])

const body = (value: Value): Buffer => {
  if (typeof value === 'number') return double(value)
  if (typeof value === 'string') return text(value)
  if (typeof value === 'boolean') return Buffer.from([Number(value)])
  if (value === null) return Buffer.alloc(0)
  if (value instanceof Date) return double(value.getTime())
  if (value instanceof ObjectId) return Buffer.from(value.hex, 'hex')
  if (value instanceof Regex) return Buffer.concat([text(value.pattern), text(value.options)])
  if (Array.isArray(value)) return Buffer.concat([...value.map(encodeKey), END])
  const doc: Doc = value
  const fields = Object.keys(doc).flatMap((name) => {
    const item = doc[name] as Value
    return [Buffer.from([typeRank(item)]), text(name), encodeKey(item)]
  })
  return Buffer.concat([...fields, END])
}

/** @returns the bytes of one value; missing is null */
export const encodeKey = (value: Value | undefined): Buffer =>
  Buffer.concat([Buffer.from([typeRank(value)]), body(value ?? null)])

/** Turns every bit: the same values in the opposite order. */
export const descending = (key: Buffer): Buffer => Buffer.from(key.map((byte) => ~byte & 0xff))

/** The smallest bytes above everything that begins with `prefix`; undefined if there are none. */
export const afterPrefix = (prefix: Buffer): Buffer | undefined => {
  for (let at = prefix.length - 1; at >= 0; at--) {
    const byte = prefix[at] as number
    if (byte < 0xff) return Buffer.concat([prefix.subarray(0, at), Buffer.from([byte + 1])])
  }
  return undefined
}
