import { databaseRequestFailed, invalidOperator, notSupported } from '../errors'
import { compare, equal, typeRank } from '../values/compare'
import { isDoc, Regex, type Doc, type Value } from '../values/value'
import { expandArrays, find, splitPath, type Found } from './path'
import { toRegExp } from './regular-expression'

/** Says whether a document satisfies a query. */
export type Matcher = (doc: Doc) => boolean

/** A test of one place; `undefined` is a missing field. */
type Test = (found: Found) => boolean

/** A test of all the places a path leads to. `expand`: an array in such a place stands for its elements too. */
type FieldTest = (places: readonly Found[], expand: boolean) => boolean

const any = (test: Test): FieldTest => (places, expand) => (expand ? expandArrays(places) : places).some(test)

const not = (test: FieldTest): FieldTest => (places, expand) => !test(places, expand)

const all = (tests: FieldTest[]): FieldTest => (places, expand) => tests.every((test) => test(places, expand))

const badValue = (message: string) => databaseRequestFailed(message)

const equals = (operand: Value): Test => {
  if (operand === null) return (found) => found === undefined || found === null
  if (operand instanceof Regex) {
    const pattern = toRegExp(operand)
    return (found) => (typeof found === 'string' ? pattern.test(found) : found instanceof Regex && equal(found, operand))
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

const list = (name: string, operand: Value): Value[] => {
  if (!Array.isArray(operand)) throw badValue(`${name} needs an array`)
  return operand
}

const isOperatorDoc = (value: Value): value is Doc => isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? false)

const within = (name: string, operand: Value): Test => {
  const tests = list(name, operand).map((item) => {
    if (isOperatorDoc(item)) throw badValue(`cannot nest $ under ${name}`)
    return equals(item)
  })
  return (found) => tests.some((test) => test(found))
}

const hasAll = (operand: Value): FieldTest => {
  const items = list('$all', operand)
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

const remainder = (operand: Value): Test => {
  const [divisor, rest] = list('$mod', operand)
  if ((operand as Value[]).length !== 2 || typeof divisor !== 'number' || typeof rest !== 'number') throw badValue('malformed mod, needs to be [divisor, remainder]')
  const by = Math.trunc(divisor)
  if (!Number.isFinite(by) || by === 0) throw badValue('divisor cannot be 0')
  const expected = Math.trunc(rest)
  return (found) => typeof found === 'number' && Number.isFinite(found) && Math.trunc(found) % by === expected
}

/** An element satisfies everything at once: either operators on the element itself, or a query on an element that is a document. */
const elementMatches = (operand: Value): FieldTest => {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object')
  const first = Object.keys(operand)[0] ?? ''
  const onValue = first.startsWith('$') && !['$and', '$or', '$nor'].includes(first)
  const element: Test = onValue ? compileElement(operand) : onDocs(compileQuery(operand))
  return (places) => places.some((found) => Array.isArray(found) && found.some(element))
}

const onDocs = (match: Matcher): Test => (found) => isDoc(found) && match(found)

/** Operators applied to one array element: the element is the only place, and an array in it is not looked into. */
const compileElement = (operators: Doc): Test => {
  const test = compileOperators(operators)
  return (found) => test([found], false)
}

/** Operators that are a test of one place, and whether their answer is turned round. */
const simpleTest = (name: string, operand: Value): { test: Test; negated: boolean } | undefined => {
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
    default: return undefined
  }
}

const truthy = (value: Value) => !(value === null || value === false || value === 0)

const unsupportedOperators = new Set([
  '$type', '$where', '$expr', '$jsonSchema', '$text', '$near', '$nearSphere', '$geoNear', '$geoWithin', '$geoIntersects',
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
 * Compiles the condition of `$pull`: operators on the element, a query on elements that are documents, or equality.
 * @returns says whether an element is to be pulled
 */
export const compilePull = (condition: Value): ((element: Value) => boolean) => {
  if (!isDoc(condition)) return equals(condition)
  const first = Object.keys(condition)[0] ?? ''
  if (first.startsWith('$') && !['$and', '$or', '$nor'].includes(first)) return compileElement(condition)
  return onDocs(compileQuery(condition))
}
