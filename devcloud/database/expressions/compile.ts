import { invalidOperator, notSupported } from '../../errors'
import { printEjson } from '../../values/ejson'
import { emptyDoc, isDoc, type Doc, type Value } from '../../values/value'
import { accumulatingOperators } from './accumulators'
import { arithmeticOperators } from './arithmetic'
import { arrayOperators } from './arrays'
import { arrayWalkOperators } from './array-walks'
import { comparisonOperators } from './comparisons'
import { conditionalOperators } from './conditionals'
import { datePartOperators } from './date-parts'
import { dateTextOperators } from './date-text'
import { failed, type Compiler, type Expression, type Operator, type Operators } from './expression'
import { compileFieldPath } from './field-path'
import { objectOperators } from './objects'
import { setOperators } from './sets'
import { stringOperators } from './strings'
import { substringOperators } from './substrings'

const operators = new Map<string, Operator>(Object.entries({
  ...accumulatingOperators, ...arithmeticOperators, ...arrayOperators, ...arrayWalkOperators, ...comparisonOperators, ...conditionalOperators,
  ...datePartOperators, ...dateTextOperators, ...objectOperators, ...setOperators, ...stringOperators, ...substringOperators,
} satisfies Operators))

/** MongoDB 4 has these; the SDK's `db.command.aggregate` offers `$meta` of them. */
const unsupported = new Set([
  '$meta', '$convert', '$toBool', '$toDate', '$toDecimal', '$toDouble', '$toInt', '$toLong', '$toObjectId', '$toString', '$type', '$trim', '$ltrim', '$rtrim',
  '$dateToParts', '$round', '$regexFind', '$regexFindAll', '$regexMatch', '$replaceOne', '$replaceAll', '$sin', '$cos', '$tan', '$asin', '$acos', '$atan', '$atan2',
  '$asinh', '$acosh', '$atanh', '$degreesToRadians', '$radiansToDegrees', '$function', '$accumulator', '$first', '$last', '$isNumber', '$binarySize', '$bsonSize', '$rand',
])

const compileOperator = (doc: Doc, compiler: Compiler): Expression => {
  const [name = '', ...others] = Object.keys(doc)
  if (others.length > 0) throw failed(`An object representing an expression must have exactly one field: ${printEjson(doc)}`)
  const operator = operators.get(name)
  if (operator) return operator(doc[name] as Value, compiler)
  throw unsupported.has(name) ? notSupported(`the expression ${name}`) : invalidOperator(`Unrecognized expression '${name}'`)
}

const compileObject = (doc: Doc, { compile }: Compiler): Expression => {
  const fields = Object.keys(doc).map((name) => {
    if (name.startsWith('$')) throw failed(`FieldPath field names may not start with '$'.`)
    if (name.includes('.')) throw failed("FieldPath field names may not contain '.'.")
    return [name, compile(doc[name] as Value)] as const
  })
  return (scope) => {
    const made = emptyDoc()
    for (const [name, expression] of fields) {
      const value = expression(scope)
      if (value !== undefined) made[name] = value
    }
    return made
  }
}

/**
 * Compiles an expression of an aggregation with MongoDB 4's meaning.
 * @param value as it arrives on the wire, decoded
 * @param names variables that are known there
 * @throws DATABASE_INVALID_OPERRATOR, DATABASE_REQUEST_FAILED or DEVCLOUD_NOT_SUPPORTED, also where no document is looked at
 */
export const compileExpression = (value: Value, names: ReadonlySet<string> = new Set()): Expression => {
  const compiler: Compiler = { names, compile: (part, more = []) => compileExpression(part, more.length === 0 ? names : new Set([...names, ...more])) }
  if (typeof value === 'string' && value.startsWith('$')) return compileFieldPath(value, names)
  if (Array.isArray(value)) {
    const items = value.map((item) => compiler.compile(item))
    return (scope) => items.map((item) => item(scope) ?? null)
  }
  if (!isDoc(value)) return () => value
  return Object.keys(value)[0]?.startsWith('$') ? compileOperator(value, compiler) : compileObject(value, compiler)
}
