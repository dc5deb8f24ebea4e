import { equal } from '../../values/compare'
import { printEjson } from '../../values/ejson'
import { cloneValue, isDoc, typeName, type Doc, type Value } from '../../values/value'
import { applyPush } from './array-push'
import { checkStorable } from '../storable'
import { failed, nameOf, read, write } from './update-path'

const arrayAt = (doc: Doc, name: string, path: string[], message: (type: string) => string): Value[] | undefined => {
  const value = read(doc, path)
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw failed(`${message(typeName(value))} in document ${nameOf(doc)}, field '${name}'`)
  return value
}

export const push = (name: string, path: string[], operand: Value) => {
  const apply = applyPush(operand)
  return (doc: Doc) => {
    const before = arrayAt(doc, name, path, (type) => `The field '${name}' must be an array but is of type ${type}`)
    write(doc, path, apply(before ?? []))
  }
}

export const addToSet = (name: string, path: string[], operand: Value) => {
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

export const pop = (name: string, path: string[], operand: Value) => {
  if (operand !== 1 && operand !== -1) throw failed(`$pop expects 1 or -1, found: ${printEjson(operand)}`)
  return (doc: Doc) => {
    const before = arrayAt(doc, name, path, (type) => `Path '${name}' contains an element of non-array type '${type}'`)
    if (before) write(doc, path, operand === 1 ? before.slice(0, -1) : before.slice(1))
  }
}

export const pull = (name: string, path: string[], remove: (element: Value) => boolean) => (doc: Doc) => {
  const before = arrayAt(doc, name, path, (type) => `Cannot apply $pull to a non-array value of type ${type}`)
  if (before) write(doc, path, before.filter((element) => !remove(element)))
}

export const pullAll = (name: string, path: string[], operand: Value) => {
  if (!Array.isArray(operand)) throw failed(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  return pull(name, path, (element) => operand.some((item) => equal(item, element)))
}
