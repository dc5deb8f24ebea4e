import { invalidOperator, notSupported } from '../errors'
import { equal } from '../values/compare'
import { printEjson } from '../values/ejson'
import { cloneValue, isDoc, typeName, type Doc, type Value } from '../values/value'
import { compilePull } from './matcher'
import { arrayIndex, splitPath } from './path'
import { checkStorable } from './storable'
import { addToSet, pop, pull, pullAll, push } from './updates/array-changes'
import { arithmetic, bit, extreme, rename } from './updates/field-changes'
import { concretePaths, isPositional } from './updates/positional'
import { checkedPath, failed, unset, write, type Apply } from './updates/update-path'

/** What an operator does to one path. */
interface Change { operator: string; operand: Value; path: string[]; apply: Apply }

/**
 * Applies to a document a checked update; the document given is not touched.
 * @param query what found the document, for `$` in a path
 */
export type Updater = (doc: Doc, query?: Doc) => Doc

const unsupportedOperators = new Set(['$currentDate'])

const compileChange = (operator: string, name: string, operand: Value): Apply => {
  const path = checkedPath(name)
  switch (operator) {
    case '$set': case '$setOnInsert':
      checkStorable(operand)
      return (doc) => write(doc, path, cloneValue(operand))
    case '$unset': return (doc) => unset(doc, path)
    case '$inc': case '$mul': return arithmetic(operator, name, path, operand)
    case '$min': checkStorable(operand); return extreme(path, operand, -1)
    case '$max': checkStorable(operand); return extreme(path, operand, 1)
    case '$bit': return bit(name, path, operand)
    case '$rename': return rename(name, path, operand)
    case '$push': return push(name, path, operand)
    case '$addToSet': return addToSet(name, path, operand)
    case '$pop': return pop(name, path, operand)
    case '$pull': return pull(name, path, compilePull(operand))
    case '$pullAll': return pullAll(name, path, operand)
    default:
      if (unsupportedOperators.has(operator)) throw notSupported(`the update operator ${operator}`)
      throw invalidOperator(`Unknown modifier: ${operator}`)
  }
}

/** MongoDB applies changes in the order of their paths, numbers by value ("Update Operators Behavior" in its manual). */
const byPath = (a: Change, b: Change): number => {
  for (let at = 0; at < a.path.length && at < b.path.length; at++) {
    const left = a.path[at] as string
    const right = b.path[at] as string
    if (left === right) continue
    const leftIndex = arrayIndex(left)
    const rightIndex = arrayIndex(right)
    if (leftIndex !== undefined && rightIndex !== undefined) return leftIndex - rightIndex
    return left < right ? -1 : 1
  }
  return a.path.length - b.path.length
}

const overlaps = (a: readonly string[], b: readonly string[]) => {
  const shorter = Math.min(a.length, b.length)
  return a.slice(0, shorter).join('.') === b.slice(0, shorter).join('.')
}

const refuseConflicts = (paths: { path: string[]; name: string }[]): void => {
  paths.forEach((path, at) => {
    const other = paths.slice(at + 1).find((candidate) => overlaps(path.path, candidate.path))
    if (other) throw failed(`Updating the path '${other.name}' would create a conflict at '${path.name}'`)
  })
}

/** Changes whose paths say "the matched element" or "every element", as changes of the elements that this document has. */
const concrete = (changes: Change[], doc: Doc, query: Doc | undefined): Change[] => {
  if (!changes.some(({ path }) => isPositional(path))) return changes
  const made = changes.flatMap((change) => concretePaths(doc, change.path, query).map((path): Change =>
    (isPositional(change.path) ? { ...change, path, apply: compileChange(change.operator, path.join('.'), change.operand) } : change)))
  refuseConflicts(made.map(({ path }) => ({ path, name: path.join('.') })))
  return made.sort(byPath)
}

/**
 * Compiles an update made of operators, with MongoDB's meaning and its refusals. Nothing is touched before all of it is checked.
 * @param update as it arrives on the wire, decoded: `{$set: {…}, $inc: {…}}`
 * @param inserting whether `$setOnInsert` applies
 * @throws DATABASE_INVALID_OPERRATOR, DATABASE_REQUEST_FAILED or DEVCLOUD_NOT_SUPPORTED
 */
export const compileUpdate = (update: Doc, inserting = false): Updater => {
  const operators = Object.keys(update)
  if (operators.length === 0) throw failed('Update document requires atomic operators')
  const changes: Change[] = []
  const touched: { path: string[]; name: string }[] = []
  for (const operator of operators) {
    const fields = update[operator] as Value
    if (!operator.startsWith('$')) throw failed(`Update document requires atomic operators, found the field '${operator}'`)
    if (!isDoc(fields)) throw failed(`Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${printEjson(fields)}}`)
    if (Object.keys(fields).length === 0) throw failed(`'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`)
    for (const name of Object.keys(fields)) {
      const operand = fields[name] as Value
      const apply = compileChange(operator, name, operand)
      const path = splitPath(name)
      touched.push({ path, name })
      if (operator === '$rename') touched.push({ path: splitPath(operand as string), name: operand as string })
      if (operator === '$setOnInsert' && !inserting) continue
      changes.push({ operator, operand, path, apply })
    }
  }
  refuseConflicts(touched)
  changes.sort(byPath)
  return (doc, query) => {
    const after = cloneValue(doc)
    for (const change of concrete(changes, doc, query)) change.apply(after)
    if (!equal(after['_id'], doc['_id'])) throw failed("Performing an update on the path '_id' would modify the immutable field '_id'")
    return after
  }
}
