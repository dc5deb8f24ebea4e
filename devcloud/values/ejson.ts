import { invalidParam, notSupported } from '../errors'
import { nestsDeeper } from './json'
import { emptyDoc, isDoc, ObjectId, Regex, type Doc, type Value } from './value'

/** MongoDB's limit ("Limits: Nested Depth for BSON Documents"). */
export const MAX_DEPTH = 100

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

const INT32 = /^-?\d{1,10}$/
const INT64 = /^-?\d{1,19}$/

const number = (text: Json, pattern: RegExp, kind: string): number => {
  if (typeof text !== 'string' || !pattern.test(text)) throw invalidParam(`invalid ${kind}: ${JSON.stringify(text)}`)
  return Number(text) + 0
}

const double = (text: Json): number => {
  if (typeof text !== 'string') throw invalidParam(`invalid $numberDouble: ${JSON.stringify(text)}`)
  if (text === 'NaN') return NaN
  const value = text === 'Infinity' ? Infinity : text === '-Infinity' ? -Infinity : Number(text)
  if (Number.isNaN(value)) throw invalidParam(`invalid $numberDouble: ${text}`)
  return value + 0
}

const date = (value: Json): Date => {
  const milliseconds = typeof value === 'string' ? Date.parse(value)
    : typeof value === 'number' ? value
      : value !== null && typeof value === 'object' && !Array.isArray(value) ? number(value['$numberLong'] ?? null, INT64, '$date') : NaN
  if (Number.isNaN(milliseconds)) throw invalidParam(`invalid $date: ${JSON.stringify(value)}`)
  return new Date(milliseconds)
}

/** The SDK's own marker for "the time at the server, plus offset milliseconds". */
const serverDate = (value: Json, now: number): Date => {
  const offset = value !== null && typeof value === 'object' && !Array.isArray(value) ? value['offset'] : undefined
  const milliseconds = typeof offset === 'number' ? offset
    : offset !== null && typeof offset === 'object' && !Array.isArray(offset)
      ? revive(offset, now, 0) : 0
  if (typeof milliseconds !== 'number') throw invalidParam(`invalid serverDate: ${JSON.stringify(value)}`)
  return new Date(now + milliseconds)
}

const regex = (value: Json): Regex => {
  const { pattern, options } = (value ?? {}) as JsonObject
  if (typeof pattern !== 'string' || typeof (options ?? '') !== 'string') throw invalidParam(`invalid $regularExpression: ${JSON.stringify(value)}`)
  return new Regex(pattern, (options as string | undefined) ?? '')
}

const unknownKinds = new Set([
  '$binary', '$uuid', '$numberDecimal', '$timestamp', '$symbol', '$code', '$minKey', '$maxKey', '$undefined', '$dbPointer',
])

/** The special kinds are objects whose first key says so; anything else with `$` is left to the query or update. */
const special = (object: JsonObject, now: number): Value | undefined => {
  const key = Object.keys(object)[0]
  if (key === undefined || !key.startsWith('$')) return undefined
  const value = object[key] as Json
  switch (key) {
    case '$numberInt': return number(value, INT32, key)
    case '$numberLong': return number(value, INT64, key)
    case '$numberDouble': return double(value)
    case '$date': return date(value)
    case '$tcb_server_date': return serverDate(value, now)
    case '$regularExpression': return regex(value)
    case '$oid':
      if (typeof value !== 'string' || !/^[0-9a-f]{24}$/i.test(value)) throw invalidParam(`invalid $oid: ${JSON.stringify(value)}`)
      return new ObjectId(value)
  }
  if (unknownKinds.has(key)) throw notSupported(`values of kind ${key}`)
  return undefined
}

const revive = (json: Json, now: number, depth: number): Value => {
  if (depth > MAX_DEPTH) throw invalidParam(`nested deeper than ${MAX_DEPTH} levels`)
  if (typeof json === 'number') return json + 0
  if (json === null || typeof json !== 'object') return json
  if (Array.isArray(json)) return json.map((item) => revive(item, now, depth + 1))
  const value = special(json, now)
  if (value !== undefined) return value
  const doc = emptyDoc()
  for (const field of Object.keys(json)) doc[field] = revive(json[field] as Json, now, depth + 1)
  return doc
}

/**
 * Reads extended JSON, canonical or relaxed.
 * @param text one value
 * @param now what `serverDate` means, in milliseconds
 */
export const parseEjson = (text: string, now: number): Value => {
  // Kinds of values are written as objects of up to two levels.
  if (nestsDeeper(text, MAX_DEPTH + 3)) throw invalidParam(`nested deeper than ${MAX_DEPTH} levels`)
  let json: Json
  try {
    json = JSON.parse(text) as Json
  } catch (error) {
    throw invalidParam(`not JSON: ${(error as Error).message}`)
  }
  return revive(json, now, 0)
}

/** Reads extended JSON that must be an object. @param what named in the error */
export const parseEjsonDoc = (text: unknown, now: number, what: string): Doc => {
  if (typeof text !== 'string') throw invalidParam(`${what} must be an EJSON string`)
  const value = parseEjson(text, now)
  if (!isDoc(value)) throw invalidParam(`${what} must be an object`)
  return value
}

const plain = (value: Value): Json => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof ObjectId) return { $oid: value.hex }
  if (value instanceof Regex) return { $regularExpression: { pattern: value.pattern, options: value.options } }
  if (Array.isArray(value)) return value.map(plain)
  if (!isDoc(value)) return value
  const object = Object.create(null) as JsonObject
  for (const field of Object.keys(value)) object[field] = plain(value[field] as Value)
  return object
}

/** Writes extended JSON: numbers plain where JSON can say them, everything else canonical. The SDKs read both. */
export const printEjson = (value: Value): string => JSON.stringify(plain(value))
