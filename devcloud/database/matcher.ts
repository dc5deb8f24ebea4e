import { invalidOperator, notSupported } from '../errors'
import { docOf, isDoc, Regex, type Doc, type Value } from '../values/value'
import { compileExpression } from './expressions/compile'
import { isTruthy } from './expressions/expression'
import { expandArrays, find, splitPath, type Found } from './path'
import { badValue, equals, isOperatorDoc, listOperand, simpleTest, type Test } from './value-tests'

/** Says whether a document satisfies a query. */
export type Matcher = (doc: Doc) => boolean

/** A test of all the places a path leads to. `expand`: an array in such a place stands for its elements too. */
type FieldTest = (places: readonly Found[], expand: boolean) => boolean

const any = (test: Test): FieldTest => (places, expand) => (expand ? expandArrays(places) : places).some(test)

const not = (test: FieldTest): FieldTest => (places, expand) => !test(places, expand)

const all = (tests: FieldTest[]): FieldTest => (places, expand) => tests.every((test) => test(places, expand))

const hasAll = (operand: Value): FieldTest => {
  const items = listOperand('$all', operand)
  if (items.length === 0) return () => false
  return all(items.map((item) => {
    if (!isOperatorDoc(item)) return any(equals(item))
    const elemMatch = Object.keys(item).length === 1 ? item['$elemMatch'] : undefined
    if (elemMatch === undefined) throw badValue('no $ expressions in $all')
    return elementMatches(elemMatch)
  }))
}

const wholeNumber = (name: string, operand: Value): number => {
  if (typeof operand !== 'number' || !Number.isInteger(operand)) throw badValue(`${name} must be a whole number`)
  return operand
}

const hasSize = (operand: Value): FieldTest => {
  const size = wholeNumber('$size', operand)
  if (size < 0) throw badValue('$size may not be negative')
  return (places) => places.some((found) => Array.isArray(found) && found.length === size)
}

/** An element satisfies everything at once: either operators on the element itself, or a query on an element that is a document. */
const elementMatches = (operand: Value): FieldTest => {
  const element = compileElementMatch(operand)
  return (places) => places.some((found) => Array.isArray(found) && found.some(element))
}

/** @returns whether the operators of a condition are about an element itself, rather than about fields inside */
const isAboutElement = (operand: Doc): boolean => {
  const first = Object.keys(operand)[0] ?? ''
  return first.startsWith('$') && !['$and', '$or', '$nor'].includes(first)
}

/** Compiles the condition of `$elemMatch`, in a query as in a projection. */
export const compileElementMatch = (operand: Value): Test => {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object')
  if (operand['$expr'] !== undefined) throw badValue('$expr can only be applied to the top-level document')
  return isAboutElement(operand) ? compileElement(operand) : onElements(compileQuery(operand))
}

const onDocs = (match: Matcher): Test => (found) => isDoc(found) && match(found)

/** An array among the elements is, to `$elemMatch`, a document whose fields are 0, 1, … */
const onElements = (match: Matcher): Test => (found) =>
  (Array.isArray(found) ? match(docOf(Object.fromEntries(found.entries()))) : isDoc(found) && match(found))

/** Operators applied to one array element: the element is the only place, and an array in it is not looked into. */
const compileElement = (operators: Doc): Test => {
  const test = compileOperators(operators)
  return (found) => test([found], false)
}

const truthy = (value: Value) => !(value === null || value === false || value === 0)

const unsupportedOperators = new Set([
  '$where', '$jsonSchema', '$text', '$near', '$nearSphere', '$geoNear', '$geoWithin', '$geoIntersects',
  '$bitsAllSet', '$bitsAnySet', '$bitsAllClear', '$bitsAnyClear', '$comment',
])

const unknownOperator = (name: string) =>
  unsupportedOperators.has(name) ? notSupported(`the query operator ${name}`) : invalidOperator(`unknown operator: ${name}`)

const operatorTest = (name: string, operand: Value, siblings: Doc): FieldTest => {
  const simple = simpleTest(name, operand)
  if (simple) return simple.negated ? not(any(simple.test)) : any(simple.test)
  switch (name) {
    case '$exists': {
      const wanted = truthy(operand)
      return (places) => places.some((found) => found !== undefined) === wanted
    }
    case '$all': return hasAll(operand)
    case '$elemMatch': return elementMatches(operand)
    case '$size': return hasSize(operand)
    case '$regex': {
      const options = siblings['$options'] ?? (operand instanceof Regex ? operand.options : '')
      const pattern = operand instanceof Regex ? operand.pattern : operand
      if (typeof pattern !== 'string' || typeof options !== 'string') throw badValue('$regex has to be a string')
      return any(equals(new Regex(pattern, options)))
    }
    case '$options':
      if (siblings['$regex'] === undefined) throw badValue('$options needs a $regex')
      return () => true
    case '$not': {
      if (operand instanceof Regex) return not(any(equals(operand)))
      if (!isDoc(operand)) throw badValue('$not needs a regex or a document')
      if (Object.keys(operand).length === 0) throw badValue('$not cannot be empty')
      if (!isOperatorDoc(operand)) throw invalidOperator(`unknown operator: ${Object.keys(operand)[0]}`)
      return not(compileOperators(operand))
    }
    default: throw unknownOperator(name)
  }
}

const compileOperators = (operators: Doc): FieldTest => all(Object.keys(operators).map((name) => {
  if (!name.startsWith('$')) throw invalidOperator(`unknown operator: ${name}`)
  return operatorTest(name, operators[name] as Value, operators)
}))

const branches = (name: string, operand: Value): Matcher[] => {
  if (!Array.isArray(operand)) throw badValue(`${name} must be an array`)
  if (operand.length === 0) throw badValue('$and/$or/$nor must be a nonempty array')
  return operand.map((branch) => {
    if (!isDoc(branch)) throw badValue('$or/$and/$nor entries need to be full objects')
    return compileQuery(branch)
  })
}

const compileTopLevel = (name: string, operand: Value): Matcher => {
  switch (name) {
    case '$and': { const parts = branches(name, operand); return (doc) => parts.every((part) => part(doc)) }
    case '$or': { const parts = branches(name, operand); return (doc) => parts.some((part) => part(doc)) }
    case '$nor': { const parts = branches(name, operand); return (doc) => !parts.some((part) => part(doc)) }
    case '$expr': {
      const expression = compileExpression(operand)
      return (doc) => isTruthy(expression({ root: doc, bound: undefined }))
    }
    default: throw unsupportedOperators.has(name) ? notSupported(`the query operator ${name}`) : invalidOperator(`unknown top level operator: ${name}`)
  }
}

const compileField = (field: string, operand: Value): Matcher => {
  const path = splitPath(field)
  const test = isOperatorDoc(operand) ? compileOperators(operand) : any(equals(operand))
  return (doc) => test(find(doc, path), true)
}

/**
 * Compiles a query with MongoDB's meaning. Whatever is not understood is refused now, even where no document is looked at.
 * @param query as it arrives on the wire, decoded
 * @throws DATABASE_INVALID_OPERRATOR, DATABASE_REQUEST_FAILED or DEVCLOUD_NOT_SUPPORTED, naming the operator
 */
export const compileQuery = (query: Doc): Matcher => {
  const tests = Object.keys(query).map((key) =>
    key.startsWith('$') ? compileTopLevel(key, query[key] as Value) : compileField(key, query[key] as Value))
  return (doc) => tests.every((test) => test(doc))
}

/**
 * Compiles the condition of `$pull`: operators on the element, which go into an array as in any query; a query on elements that are
 * documents; or equality.
 * @returns says whether an element is to be pulled
 */
export const compilePull = (condition: Value): ((element: Value) => boolean) => {
  if (isDoc(condition)) {
    if (!isAboutElement(condition)) return onDocs(compileQuery(condition))
    const test = compileOperators(condition)
    return (element) => test([element], true)
  }
  if (!(condition instanceof Regex)) return equals(condition)
  const test = any(equals(condition))
  return (element) => test([element], true)
}
