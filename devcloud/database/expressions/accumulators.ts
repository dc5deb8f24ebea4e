import { notSupported, invalidOperator } from '../../errors'
import { encodeKey } from '../key'
import { compare } from '../../values/compare'
import { typeName, type Value } from '../../values/value'
import type { Found } from '../path'
import { failed, isNullish, type Operator, type Operators } from './expression'
import { mergeObjects } from './objects'

/** Values of one group, one after the other, to one value; `undefined` comes in where an expression finds nothing. */
export type Accumulator = (values: readonly Found[]) => Value

const numbers = (values: readonly Found[]): number[] => values.filter((value): value is number => typeof value === 'number')

/** Kahan's sum, as MongoDB sums doubles: 0.1 ten times is 1. */
const sum = (values: readonly Found[]): number => {
  let total = 0
  let lost = 0
  for (const value of numbers(values)) {
    const next = total + value
    if (Number.isFinite(next)) lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

const average = (values: readonly Found[]): Value => {
  const { length } = numbers(values)
  return length === 0 ? null : sum(values) / length
}

const extreme = (wanted: 1 | -1): Accumulator => (values) => {
  let best: Value = null
  for (const value of values) {
    if (isNullish(value)) continue
    if (best === null || compare(value, best) === wanted) best = value
  }
  return best
}

/** Welford's way, as MongoDB's. `spare`: 0 for a whole population, 1 for a sample of it. */
const deviation = (spare: 0 | 1): Accumulator => (values) => {
  let mean = 0
  let squares = 0
  let count = 0
  for (const value of numbers(values)) {
    count++
    const delta = value - mean
    mean += delta / count
    squares += delta * (value - mean)
  }
  return count - spare <= 0 ? null : Math.sqrt(squares / (count - spare))
}

const distinct: Accumulator = (values) => {
  const set = new Map<string, Value>()
  for (const value of values) if (value !== undefined) set.set(encodeKey(value).toString('latin1'), value)
  return [...set.values()]
}

const accumulators = new Map<string, Accumulator>(Object.entries({
  $addToSet: distinct,
  $avg: average,
  $first: (values: readonly Found[]) => values[0] ?? null,
  $last: (values: readonly Found[]) => values.at(-1) ?? null,
  $max: extreme(1),
  $mergeObjects: (values: readonly Found[]) => mergeObjects(...values),
  $min: extreme(-1),
  $push: (values: readonly Found[]) => values.filter((value): value is Value => value !== undefined),
  $stdDevPop: deviation(0),
  $stdDevSamp: deviation(1),
  $sum: sum,
}))

/** @returns the accumulator of `$group`, `$bucket` or `$bucketAuto` that has this name */
export const accumulatorNamed = (name: string): Accumulator => {
  const accumulator = accumulators.get(name)
  if (accumulator) return accumulator
  throw name === '$accumulator' ? notSupported('the accumulator $accumulator') : invalidOperator(`unknown group operator '${name}'`)
}

/** Outside of groups: over the list of arguments, or over the array that a single argument is. */
const overArguments = (name: string): Operator => (argument, { compile }) => {
  const accumulator = accumulatorNamed(name)
  if (!Array.isArray(argument) || argument.length === 1) {
    const single = compile(Array.isArray(argument) ? argument[0] as Value : argument)
    return (scope) => {
      const value = single(scope)
      return accumulator(Array.isArray(value) ? value : [value])
    }
  }
  const parts = argument.map((part) => compile(part))
  return (scope) => accumulator(parts.map((part) => part(scope)))
}

/** The accumulators that are expressions too. */
export const accumulatingOperators: Operators = Object.fromEntries(['$avg', '$max', '$min', '$stdDevPop', '$stdDevSamp', '$sum'].map((name) => [name, overArguments(name)]))

/** Checks that an accumulator has one argument. */
export const checkUnary = (name: string, argument: Value): void => {
  if (Array.isArray(argument)) throw failed(`The ${name} accumulator is a unary operator, not one of type ${typeName(argument)}`)
}
