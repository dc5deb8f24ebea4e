import { docOf, emptyDoc, isDoc, ObjectId, type Doc, type Value } from '../values/value'
import type { Binding } from './expressions/expression'

const inScope = (expression: Value, bound: Binding): Value => {
  const vars = emptyDoc()
  for (let binding: Binding | undefined = bound; binding; binding = binding.outer) {
    // The innermost of two with one name is the one that is seen.
    vars[binding.name] ??= binding.value === undefined ? '$$REMOVE' : docOf({ $literal: binding.value })
  }
  return docOf({ $let: docOf({ vars, in: expression }) })
}

const isScalar = (value: Value | undefined): value is Value =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && !Number.isNaN(value)) || value instanceof Date || value instanceof ObjectId

const isPath = (value: Value | undefined): value is string => typeof value === 'string' && /^\$[^$]/.test(value)

/**
 * Plain conditions that follow from `$eq` between a field and a variable: an index can serve them, an expression it cannot.
 * For a scalar, a query finds at least what the expression accepts; the expression still decides.
 */
const equalities = (expression: Value, bound: Binding): Doc[] => {
  if (!isDoc(expression)) return []
  const { $and: parts, $eq: sides } = expression
  if (Array.isArray(parts)) return parts.flatMap((part) => equalities(part, bound))
  if (!Array.isArray(sides) || sides.length !== 2) return []
  const path = sides.find(isPath)
  const name = sides.find((side): side is string => typeof side === 'string' && /^\$\$[^.]+$/.test(side))?.slice(2)
  if (path === undefined || name === undefined) return []
  let binding: Binding | undefined = bound
  while (binding && binding.name !== name) binding = binding.outer
  return isScalar(binding?.value) ? [docOf({ [path.slice(1)]: binding.value })] : []
}

/**
 * Puts the values of a `$lookup`'s variables into a query, for the `$expr` in it.
 * @param bound the variables; undefined where there are none
 */
export const bindQuery = (query: Doc, bound: Binding | undefined): Doc => {
  if (!bound) return query
  const parts: Doc[] = []
  const made = docOf(Object.fromEntries(Object.keys(query).map((key): [string, Value] => {
    const operand = query[key] as Value
    if ((key === '$and' || key === '$or' || key === '$nor') && Array.isArray(operand)) return [key, operand.map((part) => (isDoc(part) ? bindQuery(part, bound) : part))]
    if (key !== '$expr') return [key, operand]
    parts.push(...equalities(operand, bound))
    return [key, inScope(operand, bound)]
  })))
  return parts.length === 0 ? made : docOf({ $and: [made, ...parts] })
}
