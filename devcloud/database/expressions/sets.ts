import { encodeKey } from '../key'
import { compare } from '../../values/compare'
import { typeName, type Value } from '../../values/value'
import type { Found } from '../path'
import { failed, isNullish, isTruthy, strict, type Operators } from './expression'

const keyOf = (value: Value) => encodeKey(value).toString('latin1')

/** Distinct values under a key that equal values share. */
const setOf = (values: readonly Value[]): Map<string, Value> => {
  const set = new Map<string, Value>()
  for (const value of values) {
    const key = keyOf(value)
    if (!set.has(key)) set.set(key, value)
  }
  return set
}

/** MongoDB leaves the order of its answers open; sorted, they are the same every time. */
const sorted = (set: Map<string, Value>): Value[] => [...set.values()].sort(compare)

const arrayOf = (value: Found, message: string): Value[] => {
  if (!Array.isArray(value)) throw failed(`${message}: ${typeName(value)}`)
  return value
}

const pair = (name: string, first: Found, second: Found): [Value[], Value[]] => [
  arrayOf(first, `both operands of ${name} must be arrays. First argument is of type`),
  arrayOf(second, `both operands of ${name} must be arrays. Second argument is of type`),
]

const elements = (name: string, value: Found): Value[] => {
  if (!Array.isArray(value)) throw failed(`${name}'s argument must be an array, but is ${typeName(value)}`)
  return value
}

const difference = (first: Found, second: Found): Found => {
  if (isNullish(first) || isNullish(second)) return null
  const [from, without] = pair('$setDifference', first, second)
  const taken = setOf(without)
  return [...setOf(from)].flatMap(([key, value]) => (taken.has(key) ? [] : [value]))
}

const intersection = (...values: Found[]): Found => {
  let common: Map<string, Value> | undefined
  for (const value of values) {
    if (isNullish(value)) return null
    const set = setOf(arrayOf(value, 'All operands of $setIntersection must be arrays. One argument is of type'))
    common = common ? new Map([...common].filter(([key]) => set.has(key))) : set
  }
  return sorted(common ?? new Map())
}

const union = (...values: Found[]): Found => {
  const all: Value[] = []
  for (const value of values) {
    if (isNullish(value)) return null
    all.push(...arrayOf(value, 'All operands of $setUnion must be arrays. One argument is of type'))
  }
  return sorted(setOf(all))
}

const same = (...values: Found[]): Found => {
  const [first, ...others] = values.map((value) => setOf(arrayOf(value, 'All operands of $setEquals must be arrays. One argument is of type')))
  return others.every((other) => other.size === first?.size && [...other.keys()].every((key) => first.has(key)))
}

const isSubset = (first: Found, second: Found): Found => {
  const [part, whole] = pair('$setIsSubset', first, second)
  const set = setOf(whole)
  return part.every((value) => set.has(keyOf(value)))
}

/** Arrays as sets: neither order nor repetition counts. */
export const setOperators: Operators = {
  $allElementsTrue: strict('$allElementsTrue', 1, (value) => elements('$allElementsTrue', value).every(isTruthy)),
  $anyElementTrue: strict('$anyElementTrue', 1, (value) => elements('$anyElementTrue', value).some(isTruthy)),
  $setDifference: strict('$setDifference', 2, difference),
  $setEquals: strict('$setEquals', [2, Infinity], same),
  $setIntersection: strict('$setIntersection', [0, Infinity], intersection),
  $setIsSubset: strict('$setIsSubset', 2, isSubset),
  $setUnion: strict('$setUnion', [0, Infinity], union),
}
