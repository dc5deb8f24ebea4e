import { ObjectId, Regex, type Doc, type Value } from './value'

/**
 * MongoDB's order of types ("Comparison/Sort Order" in its manual; the numbers are `canonicalizeBSONType` of its source).
 * An empty array inside an index or a sort counts as `undefined`, below null.
 */
export const typeRank = (value: Value | undefined): number => {
  if (value === undefined || value === null) return 5
  if (typeof value === 'number') return 10
  if (typeof value === 'string') return 15
  if (Array.isArray(value)) return 25
  if (value instanceof ObjectId) return 35
  if (typeof value === 'boolean') return 40
  if (value instanceof Date) return 45
  if (value instanceof Regex) return 50
  return 20
}

const sign = (difference: number) => (difference < 0 ? -1 : difference > 0 ? 1 : 0)

const compareNumbers = (a: number, b: number) => {
  // NaN is below every number and equal to itself.
  if (Number.isNaN(a) || Number.isNaN(b)) return sign(Number(Number.isNaN(b)) - Number(Number.isNaN(a)))
  return sign(a - b) || 0
}

/** Strings are ordered by their UTF-8 bytes, which is not JavaScript's order above U+FFFF. */
const compareStrings = (a: string, b: string) => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))

const compareDocs = (a: Doc, b: Doc): number => {
  const left = Object.keys(a)
  const right = Object.keys(b)
  for (let at = 0; at < left.length && at < right.length; at++) {
    const leftName = left[at] as string
    const rightName = right[at] as string
    const leftValue = a[leftName] as Value
    const rightValue = b[rightName] as Value
    // Field by field: type first, then name, then value.
    const order = sign(typeRank(leftValue) - typeRank(rightValue)) || compareStrings(leftName, rightName) || compare(leftValue, rightValue)
    if (order !== 0) return order
  }
  return sign(left.length - right.length)
}

/**
 * MongoDB's total order over values, types first. Missing and null are equal.
 * @returns −1, 0 or 1
 */
export const compare = (a: Value | undefined, b: Value | undefined): number => {
  const rank = typeRank(a)
  const byType = sign(rank - typeRank(b))
  if (byType !== 0 || a === undefined || a === null || b === undefined || b === null) return byType
  if (typeof a === 'number') return compareNumbers(a, b as number)
  if (typeof a === 'string') return compareStrings(a, b as string)
  if (typeof a === 'boolean') return sign(Number(a) - Number(b))
  if (a instanceof Date) return sign(a.getTime() - (b as Date).getTime())
  if (a instanceof ObjectId) return compareStrings(a.hex, (b as ObjectId).hex)
  if (a instanceof Regex) return compareStrings(a.pattern, (b as Regex).pattern) || compareStrings(a.options, (b as Regex).options)
  if (Array.isArray(a)) {
    const other = b as Value[]
    for (let at = 0; at < a.length && at < other.length; at++) {
      const order = compare(a[at], other[at])
      if (order !== 0) return order
    }
    return sign(a.length - other.length)
  }
  return compareDocs(a, b as Doc)
}

/** @returns whether two values are equal: numbers by value, sub-documents with their fields in the same order */
export const equal = (a: Value | undefined, b: Value | undefined): boolean => compare(a, b) === 0
