import { invalidParam } from '../errors'

/**
 * The little of Protocol Buffers that WeChat's wire needs: whole numbers and byte strings.
 * Messages as in wx-server-sdk 4.0.2 `src/protobuf/openapi.js`.
 */

/** Field number → its values in order. */
export type Message = Map<number, (number | Buffer)[]>

const readVarint = (bytes: Buffer, at: number): { value: number; next: number } => {
  let value = 0n
  for (let shift = 0n, next = at; next < bytes.length && shift < 70n; shift += 7n) {
    const byte = bytes[next++] as number
    value |= BigInt(byte & 0x7f) << shift
    if (byte < 0x80) return { value: Number(BigInt.asIntN(64, value)), next }
  }
  throw invalidParam('requestData is not protobuf')
}

/** @throws INVALID_PARAM for anything else */
export const decodeMessage = (bytes: Buffer): Message => {
  const message: Message = new Map()
  let at = 0
  while (at < bytes.length) {
    const tag = readVarint(bytes, at)
    const number = tag.value >> 3
    let value: number | Buffer
    if ((tag.value & 7) === 0) {
      const read = readVarint(bytes, tag.next)
      value = read.value
      at = read.next
    } else if ((tag.value & 7) === 2) {
      const length = readVarint(bytes, tag.next)
      at = length.next + length.value
      if (length.value < 0 || at > bytes.length) throw invalidParam('requestData is not protobuf')
      value = bytes.subarray(length.next, at)
    } else throw invalidParam('requestData is not protobuf')
    message.set(number, [...message.get(number) ?? [], value])
  }
  return message
}

const varint = (value: number): Buffer => {
  let rest = BigInt.asUintN(64, BigInt(value))
  const bytes: number[] = []
  do {
    const byte = Number(rest & 0x7fn)
    rest >>= 7n
    bytes.push(rest > 0n ? byte | 0x80 : byte)
  } while (rest > 0n)
  return Buffer.from(bytes)
}

/** @param fields number and value, in order; text goes as UTF-8 */
export const encodeMessage = (fields: readonly [number, number | string | Buffer][]): Buffer => Buffer.concat(fields.flatMap(([number, value]) => {
  if (typeof value === 'number') return [varint(number << 3), varint(value)]
  const bytes = Buffer.from(value)
  return [varint((number << 3) | 2), varint(bytes.length), bytes]
}))
