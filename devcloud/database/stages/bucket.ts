import { databaseRequestFailed } from '../../errors'
import { printEjson } from '../../values/ejson'
import { docOf, emptyDoc, isDoc, typeName, type Doc, type Value } from '../../values/value'
import { compileExpression } from '../expressions/compile'
import { compareFound } from '../expressions/comparisons'
import { typeRank } from '../../values/compare'
import { scopeOf, type Stage } from '../pipeline'
import { accumulatedFields, COUNT } from './accumulated-fields'

/** Checks the `groupBy` of a bucket stage: a path or an expression, never a constant. */
export const groupByOf = (value: Value | undefined, stage: string, names: ReadonlySet<string>) => {
  const expression = (typeof value === 'string' && value.startsWith('$')) || (isDoc(value) && Object.keys(value)[0]?.startsWith('$'))
  if (!expression) throw databaseRequestFailed(`The ${stage} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${printEjson(value ?? null)}.`)
  return compileExpression(value as Value, names)
}

/** Checks the `output` of a bucket stage. */
export const outputOf = (value: Value | undefined, stage: string, names: ReadonlySet<string>) => {
  if (value !== undefined && !isDoc(value)) throw databaseRequestFailed(`The ${stage} 'output' field must be an object, but found type: ${typeName(value)}.`)
  return accumulatedFields(value ?? COUNT, names)
}

const boundariesOf = (value: Value | undefined): Value[] => {
  if (!Array.isArray(value)) throw databaseRequestFailed(`The $bucket 'boundaries' field must be an array, but found type: ${typeName(value)}.`)
  if (value.length < 2) throw databaseRequestFailed(`The $bucket 'boundaries' field must have at least 2 values, but found ${value.length} value(s).`)
  const boundaries = value.map(constant)
  boundaries.slice(1).forEach((upper, at) => {
    const lower = boundaries[at] as Value
    if (typeRank(lower) !== typeRank(upper)) throw databaseRequestFailed(`All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(lower)} and ${typeName(upper)}.`)
    if (compareFound(lower, upper) >= 0) throw databaseRequestFailed(`The 'boundaries' option to $bucket must be sorted, but elements ${at} and ${at + 1} are not in sorted order (${printEjson(lower)} is not less than ${printEjson(upper)}).`)
  })
  return boundaries
}

/** Boundaries and the default are values, or expressions that look at nothing. */
const constant = (value: Value): Value => compileExpression(value)({ root: emptyDoc(), bound: undefined }) ?? null

/** `$bucket`: by boundaries, each bucket from one (inclusive) to the next; what is in none is in `default`, or an error. */
export const bucketStage = (spec: Doc, names: ReadonlySet<string>): Stage => {
  for (const key of Object.keys(spec)) if (!['groupBy', 'boundaries', 'default', 'output'].includes(key)) throw databaseRequestFailed(`Unrecognized option to $bucket: ${key}.`)
  if (spec['groupBy'] === undefined || spec['boundaries'] === undefined) throw databaseRequestFailed("$bucket requires 'groupBy' and 'boundaries' to be specified.")
  const valueOf = groupByOf(spec['groupBy'], '$bucket', names)
  const boundaries = boundariesOf(spec['boundaries'])
  const [lowest, highest] = [boundaries[0] as Value, boundaries.at(-1) as Value]
  const rest = spec['default'] === undefined ? undefined : constant(spec['default'])
  if (rest !== undefined && compareFound(rest, lowest) >= 0 && compareFound(rest, highest) < 0) {
    throw databaseRequestFailed("The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.")
  }
  const accumulate = outputOf(spec['output'], '$bucket', names)
  return (docs, context) => {
    const buckets = new Map<Value, Doc[]>()
    for (const doc of docs) {
      const value = valueOf(scopeOf(doc, context))
      const above = boundaries.findIndex((boundary) => compareFound(value, boundary) < 0)
      const id = above > 0 ? boundaries[above - 1] as Value : rest
      if (id === undefined) throw databaseRequestFailed('$switch could not find a matching branch for an input, and no default was specified.')
      const inside = buckets.get(id)
      if (inside) inside.push(doc)
      else buckets.set(id, [doc])
    }
    return [...buckets].sort(([a], [b]) => compareFound(a, b)).map(([id, inside]) => Object.assign(docOf({ _id: id }), accumulate(inside, context)))
  }
}
