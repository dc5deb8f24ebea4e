import { databaseRequestFailed } from '../errors'
import { compare, equal, typeRank } from '../values/compare'
import { Regex, isDoc, type Doc, type Value } from '../values/value'
import { boundedMatch } from './bounded-match'
import type { Found } from './path'
import { toRegExp } from './regular-expression'
import { isOfType } from './type-test'

/** A test of one place; `undefined` is a missing field. */
export type Test = (found: Found) => boolean

/** A query that MongoDB refuses (its BadValue). */
export const badValue = (message: string) => databaseRequestFailed(message)

/** Equality, or a match where the operand is a regular expression. */
export const equals = (operand: Value): Test => {
  if (operand === null) return (found) => found === undefined || found === null
  if (operand instanceof Regex) {
    const matches = boundedMatch(toRegExp(operand))
    return (found) => (typeof found === 'string' ? matches(found) : found instanceof Regex && equal(found, operand))
  }
  return (found) => found !== undefined && equal(found, operand)
}

/** Comparison looks only at values of the operand's own type ("type bracketing"); null is equal to null and to missing. */
const compares = (name: string, operand: Value, accept: (order: number) => boolean): Test => {
  if (operand instanceof Regex) throw badValue(`Can't have RegEx as arg to predicate over field with ${name}.`)
  const acceptsEqual = accept(0)
  if (operand === null) return (found) => acceptsEqual && (found === undefined || found === null)
  if (typeof operand === 'number' && Number.isNaN(operand)) return (found) => acceptsEqual && typeof found === 'number' && Number.isNaN(found)
  const rank = typeRank(operand)
  return (found) => found !== undefined && typeRank(found) === rank &&
    !(typeof found === 'number' && Number.isNaN(found)) && accept(compare(found, operand))
}

/** An operand that has to be a list. */
export const listOperand = (name: string, operand: Value): Value[] => {
  if (!Array.isArray(operand)) throw badValue(`${name} needs an array`)
  return operand
}

/** @returns whether an object in a query is made of operators */
export const isOperatorDoc = (value: Value): value is Doc => isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? false)

const within = (name: string, operand: Value): Test => {
  const tests = listOperand(name, operand).map((item) => {
    if (isOperatorDoc(item)) throw badValue(`cannot nest $ under ${name}`)
    return equals(item)
  })
  return (found) => tests.some((test) => test(found))
}

const remainder = (operand: Value): Test => {
  const [divisor, rest] = listOperand('$mod', operand)
  if ((operand as Value[]).length !== 2 || typeof divisor !== 'number' || typeof rest !== 'number') throw badValue('malformed mod, needs to be [divisor, remainder]')
  const by = Math.trunc(divisor)
  if (!Number.isFinite(by) || by === 0) throw badValue('divisor cannot be 0')
  const expected = Math.trunc(rest)
  return (found) => typeof found === 'number' && Number.isFinite(found) && Math.trunc(found) % by === expected
}

/** Operators that are a test of one place, and whether their answer is turned round. */
export const simpleTest = (name: string, operand: Value): { test: Test; negated: boolean } | undefined => {
  switch (name) {
    case '$eq': return { test: equals(operand), negated: false }
    case '$ne':
      if (operand instanceof Regex) throw badValue("Can't have regex as arg to $ne.")
      return { test: equals(operand), negated: true }
    case '$gt': return { test: compares(name, operand, (order) => order > 0), negated: false }
    case '$gte': return { test: compares(name, operand, (order) => order >= 0), negated: false }
    case '$lt': return { test: compares(name, operand, (order) => order < 0), negated: false }
    case '$lte': return { test: compares(name, operand, (order) => order <= 0), negated: false }
    case '$in': return { test: within(name, operand), negated: false }
    case '$nin': return { test: within(name, operand), negated: true }
    case '$mod': return { test: remainder(operand), negated: false }
    case '$type': return { test: isOfType(operand), negated: false }
    default: return undefined
  }
}
