/** The values a document can hold, as they live in memory. Numbers are doubles: the JavaScript SDKs know no other kind. */

/** An ObjectId: 24 hexadecimal digits. */
export class ObjectId {
  readonly hex: string
  constructor(hex: string) { this.hex = hex.toLowerCase() }
}

/** A regular expression as data: in a query it matches strings, in a document it is stored. */
export class Regex {
  readonly pattern: string
  readonly options: string
  constructor(pattern: string, options: string) { this.pattern = pattern; this.options = options }
}

export type Value = null | boolean | number | string | Date | ObjectId | Regex | Value[] | Doc

/** A document or sub-document. Made by `emptyDoc`, without a prototype, so that no field name is special. */
export interface Doc { [field: string]: Value }

/** @returns a document without fields and without a prototype */
export const emptyDoc = (): Doc => Object.create(null) as Doc

/** @returns a document with these fields, in their order */
export const docOf = (fields: Readonly<Record<string, Value>>): Doc => Object.assign(emptyDoc(), fields)

/** @returns whether a value is a (sub-)document, rather than a scalar, an array or one of the special kinds */
export const isDoc = (value: Value | undefined): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value) &&
  !(value instanceof Date) && !(value instanceof ObjectId) && !(value instanceof Regex)

/** A copy that shares nothing mutable with the original. */
export const cloneValue = <V extends Value>(value: V): V => {
  if (Array.isArray(value)) return value.map(cloneValue) as V
  if (!isDoc(value)) return value
  const copy = emptyDoc()
  for (const field of Object.keys(value)) copy[field] = cloneValue(value[field] as Value)
  return copy as V
}

/** MongoDB's name of a value's type, as its error messages say it. */
export const typeName = (value: Value | undefined): string => {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof ObjectId) return 'objectId'
  if (value instanceof Regex) return 'regex'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'object') return 'object'
  if (typeof value === 'string') return 'string'
  if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 63) return 'double'
  return value === (value | 0) ? 'int' : 'long'
}
