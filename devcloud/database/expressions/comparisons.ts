import { compare } from '../../values/compare'
import type { Found } from '../path'
import { isTruthy, listOf, strict, type Operator, type Operators } from './expression'

/** MongoDB's order of values in expressions: as everywhere, but missing is below null and not equal to it. */
export const compareFound = (a: Found, b: Found): number =>
  (a === undefined || b === undefined ? Number(b === undefined) - Number(a === undefined) : compare(a, b))

const test = (name: string, accept: (order: number) => boolean): Operator => strict(name, 2, (a, b) => accept(compareFound(a, b)))

/** `$and` and `$or` stop at the first part that decides. */
const connective = (decisive: boolean): Operator => (argument, { compile }) => {
  const parts = listOf(argument).map((part) => compile(part))
  return (scope) => (parts.some((part) => isTruthy(part(scope)) === decisive) ? decisive : !decisive)
}

/** Comparisons of values of any type, and logic. */
export const comparisonOperators: Operators = {
  $cmp: strict('$cmp', 2, compareFound),
  $eq: test('$eq', (order) => order === 0),
  $ne: test('$ne', (order) => order !== 0),
  $gt: test('$gt', (order) => order > 0),
  $gte: test('$gte', (order) => order >= 0),
  $lt: test('$lt', (order) => order < 0),
  $lte: test('$lte', (order) => order <= 0),
  $and: connective(false),
  $or: connective(true),
  $not: strict('$not', 1, (value) => !isTruthy(value)),
}
