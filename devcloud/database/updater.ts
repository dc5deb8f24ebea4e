import { databaseRequestFailed, invalidOperator, notSupported } from '../errors'
import { compare, equal } from '../values/compare'
import { printEjson } from '../values/ejson'
import { cloneValue, emptyDoc, isDoc, typeName, type Doc, type Value } from '../values/value'
import { applyPush } from './array-push'
import { compilePull } from './matcher'
import { arrayIndex, splitPath } from './path'
import { checkStorable } from './storable'

/** One operator on one field, checked and ready to be applied to any document. */
interface Change { path: string[]; apply: (doc: Doc) => void }

/** Applies to a document a checked update; the document given is not touched. */
export type Updater = (doc: Doc) => Doc

const failed = (message: string) => databaseRequestFailed(message)

const field = (doc: Doc, name: string): Value | undefined => (Object.hasOwn(doc, name) ? doc[name] : undefined)

const child = (holder: Value, component: string): Value | undefined => {
  if (isDoc(holder)) return field(holder, component)
  const index = Array.isArray(holder) ? arrayIndex(component) : undefined
  return index === undefined ? undefined : (holder as Value[])[index]
}

/** @returns the value at a path, or undefined where the way does not exist */
const read = (doc: Doc, path: readonly string[]): Value | undefined => {
  let value: Value | undefined = doc
  for (const component of path) {
    if (value === undefined) return undefined
    value = child(value, component)
  }
  return value
}

/** MongoDB's own limit on how far beyond its end an array may be set (`kMaxPaddingAllowed`). */
const MAX_PADDING = 1_500_000

const put = (holder: Value, component: string, value: Value, doc: Doc, above: string): void => {
  if (isDoc(holder)) {
    holder[component] = value
    return
  }
  const index = Array.isArray(holder) ? arrayIndex(component) : undefined
  if (!Array.isArray(holder) || index === undefined) {
    throw failed(`Cannot create field '${component}' in element {${above}: ${printEjson(holder)}} of document {_id: ${printEjson(doc['_id'] ?? null)}}`)
  }
  if (index - holder.length > MAX_PADDING) throw failed(`array index ${index} is too far beyond the end of '${above}'`)
  while (holder.length < index) holder.push(null)
  holder[index] = value
}

/** Sets a path, creating sub-documents on the way; a scalar or null on the way is an error, as in MongoDB. */
const write = (doc: Doc, path: readonly string[], value: Value): void => {
  let holder: Value = doc
  path.forEach((component, at) => {
    const above = at === 0 ? '' : path[at - 1] as string
    if (at === path.length - 1) return put(holder, component, value, doc, above)
    let next = child(holder, component)
    if (next === undefined) {
      next = emptyDoc()
      put(holder, component, next, doc, above)
    }
    holder = next
  })
}

/** Removes a path: a field goes, an array element becomes null. A way that does not exist is no error. */
const unset = (doc: Doc, path: readonly string[]): void => {
  const holder = path.length === 1 ? doc : read(doc, path.slice(0, -1))
  const last = path[path.length - 1] as string
  if (isDoc(holder)) delete holder[last]
  else if (Array.isArray(holder)) {
    const index = arrayIndex(last)
    if (index !== undefined && index < holder.length) holder[index] = null
  }
}

const nameOf = (doc: Doc) => `{_id: ${printEjson(doc['_id'] ?? null)}}`

const arithmetic = (operator: '$inc' | '$mul', name: string, path: string[], operand: Value) => {
  const verb = operator === '$inc' ? 'increment' : 'multiply'
  if (typeof operand !== 'number') throw failed(`Cannot ${verb} with non-numeric argument: {${name}: ${printEjson(operand)}}`)
  return (doc: Doc) => {
    const before = read(doc, path)
    if (before !== undefined && typeof before !== 'number') {
      throw failed(`Cannot apply ${operator} to a value of non-numeric type. ${nameOf(doc)} has the field '${name}' of non-numeric type ${typeName(before)}`)
    }
    write(doc, path, operator === '$inc' ? (before ?? 0) + operand : (before ?? 0) * operand + 0)
  }
}

const extreme = (path: string[], operand: Value, wanted: -1 | 1) => (doc: Doc) => {
  const before = read(doc, path)
  if (before === undefined || compare(operand, before) === wanted) write(doc, path, cloneValue(operand))
}

const arrayAt = (doc: Doc, name: string, path: string[], message: (type: string) => string): Value[] | undefined => {
  const value = read(doc, path)
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw failed(`${message(typeName(value))} in document ${nameOf(doc)}, field '${name}'`)
  return value
}

const push = (name: string, path: string[], operand: Value) => {
  const apply = applyPush(operand)
  return (doc: Doc) => {
    const before = arrayAt(doc, name, path, (type) => `The field '${name}' must be an array but is of type ${type}`)
    write(doc, path, apply(before ?? []))
  }
}

const addToSet = (name: string, path: string[], operand: Value) => {
  let items = [operand]
  if (isDoc(operand) && Object.keys(operand)[0] === '$each') {
    const each = operand['$each'] as Value
    if (!Array.isArray(each)) throw failed(`The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`)
    if (Object.keys(operand).length > 1) throw failed(`Found unexpected fields after $each in $addToSet: ${printEjson(operand)}`)
    items = each
  }
  checkStorable(items)
  return (doc: Doc) => {
    const before = arrayAt(doc, name, path, (type) => `Cannot apply $addToSet to non-array field. Field named '${name}' has non-array type ${type}`)
    const after = [...before ?? []]
    for (const item of items) if (!after.some((present) => equal(present, item))) after.push(cloneValue(item))
    write(doc, path, after)
  }
}

const pop = (name: string, path: string[], operand: Value) => {
  if (operand !== 1 && operand !== -1) throw failed(`$pop expects 1 or -1, found: ${printEjson(operand)}`)
  return (doc: Doc) => {
    const before = arrayAt(doc, name, path, (type) => `Path '${name}' contains an element of non-array type '${type}'`)
    if (before) write(doc, path, operand === 1 ? before.slice(0, -1) : before.slice(1))
  }
}

const pull = (name: string, path: string[], remove: (element: Value) => boolean) => (doc: Doc) => {
  const before = arrayAt(doc, name, path, (type) => `Cannot apply $pull to a non-array value of type ${type}`)
  if (before) write(doc, path, before.filter((element) => !remove(element)))
}

const pullAll = (name: string, path: string[], operand: Value) => {
  if (!Array.isArray(operand)) throw failed(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  return pull(name, path, (element) => operand.some((item) => equal(item, element)))
}

const rename = (name: string, path: string[], operand: Value) => {
  if (typeof operand !== 'string' || operand === '') throw failed(`The 'to' field for $rename must be a string: ${name}: ${printEjson(operand)}`)
  const to = checkedPath(operand)
  if (operand === name || operand.startsWith(`${name}.`) || name.startsWith(`${operand}.`)) {
    throw failed(`The source and target field for $rename must not be on the same path: ${name}: ${printEjson(operand)}`)
  }
  const throughArray = (doc: Doc, way: string[]) => way.some((_, at) => Array.isArray(read(doc, way.slice(0, at))))
  return (doc: Doc) => {
    const value = read(doc, path)
    if (value === undefined) return
    if (throughArray(doc, path) || throughArray(doc, to)) throw failed(`The source and target field of $rename cannot be inside an array: ${name}`)
    unset(doc, path)
    write(doc, to, value)
  }
}

const checkedPath = (name: string): string[] => {
  const path = splitPath(name)
  for (const component of path) {
    if (component === '') throw failed(`The update path '${name}' contains an empty field name, which is not allowed.`)
    if (component.startsWith('$')) {
      if (component === '$' || component.startsWith('$[')) throw notSupported(`the positional operator in '${name}'`)
      throw failed(`The dollar ($) prefixed field '${component}' in '${name}' is not valid for storage.`)
    }
  }
  return path
}

const unsupportedOperators = new Set(['$bit', '$currentDate'])

const compileChange = (operator: string, name: string, operand: Value): Change['apply'] => {
  const path = checkedPath(name)
  switch (operator) {
    case '$set': case '$setOnInsert':
      checkStorable(operand)
      return (doc) => write(doc, path, cloneValue(operand))
    case '$unset': return (doc) => unset(doc, path)
    case '$inc': case '$mul': return arithmetic(operator, name, path, operand)
    case '$min': checkStorable(operand); return extreme(path, operand, -1)
    case '$max': checkStorable(operand); return extreme(path, operand, 1)
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
      changes.push({ path, apply })
    }
  }
  refuseConflicts(touched)
  changes.sort(byPath)
  return (doc) => {
    const after = cloneValue(doc)
    for (const change of changes) change.apply(after)
    if (!equal(after['_id'], doc['_id'])) throw failed("Performing an update on the path '_id' would modify the immutable field '_id'")
    return after
  }
}
