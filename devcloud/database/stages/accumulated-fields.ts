import { databaseRequestFailed } from '../../errors'
import { docOf, isDoc, type Doc, type Value } from '../../values/value'
import { accumulatorNamed, checkUnary } from '../expressions/accumulators'
import { compileExpression } from '../expressions/compile'
import { scopeOf, type PipelineContext } from '../pipeline'

/** Makes the fields of one group out of its documents. */
export type Accumulate = (docs: readonly Doc[], context: PipelineContext) => Doc

/** The output of `$bucket` and `$bucketAuto` where nothing else is asked for. */
export const COUNT: Doc = docOf({ count: docOf({ $sum: 1 }) })

/** Reads `{total: {$sum: '$n'}}`. */
export const accumulatedFields = (spec: Doc, names: ReadonlySet<string>): Accumulate => {
  const fields = Object.keys(spec).map((field) => {
    const value = spec[field] as Value
    if (field.includes('.')) throw databaseRequestFailed(`The field name '${field}' cannot contain '.'`)
    if (field.startsWith('$')) throw databaseRequestFailed(`The field name '${field}' cannot be an operator name`)
    const [operator, ...others] = isDoc(value) ? Object.keys(value) : []
    if (!isDoc(value) || operator === undefined) throw databaseRequestFailed(`The field '${field}' must be an accumulator object`)
    if (others.length > 0) throw databaseRequestFailed(`The field '${field}' must specify one accumulator`)
    const accumulator = accumulatorNamed(operator)
    const argument = value[operator] as Value
    checkUnary(operator, argument)
    const expression = compileExpression(argument, names)
    return { field, accumulator, expression }
  })
  return (docs, context) => {
    const scopes = docs.map((doc) => scopeOf(doc, context))
    return docOf(Object.fromEntries(fields.map(({ field, accumulator, expression }) => [field, accumulator(scopes.map(expression))])))
  }
}
