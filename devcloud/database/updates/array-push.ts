import { databaseRequestFailed } from '../../errors'
import { compare } from '../../values/compare'
import { printEjson } from '../../values/ejson'
import { cloneValue, isDoc, typeName, type Doc, type Value } from '../../values/value'
import { find, splitPath } from '../path'
import { checkStorable } from '../storable'

const whole = (name: string, value: Value): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw databaseRequestFailed(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`)
  return value
}

const direction = (value: Value): number => {
  if (value !== 1 && value !== -1) throw databaseRequestFailed('The $sort element value must be either 1 or -1')
  return value
}

const sorter = (sort: Value): ((a: Value, b: Value) => number) => {
  if (!isDoc(sort)) {
    const sign = direction(sort)
    return (a, b) => sign * compare(a, b)
  }
  const keys = Object.keys(sort).map((field) => ({ path: splitPath(field), sign: direction(sort[field] as Value) }))
  if (keys.length === 0) throw databaseRequestFailed('The $sort pattern is empty when it should be a set of fields.')
  return (a, b) => {
    for (const { path, sign } of keys) {
      const order = sign * compare(isDoc(a) ? find(a, path)[0] : undefined, isDoc(b) ? find(b, path)[0] : undefined)
      if (order !== 0) return order
    }
    return 0
  }
}

const modifiers = (operand: Doc) => {
  const each = operand['$each'] as Value
  if (!Array.isArray(each)) throw databaseRequestFailed(`The argument to $each in $push must be an array but it was of type: ${typeName(each)}`)
  let position: number | undefined
  let slice: number | undefined
  let sort: ((a: Value, b: Value) => number) | undefined
  for (const name of Object.keys(operand)) {
    const value = operand[name] as Value
    if (name === '$position') position = whole(name, value)
    else if (name === '$slice') slice = whole(name, value)
    else if (name === '$sort') sort = sorter(value)
    else if (name !== '$each') throw databaseRequestFailed(`Unrecognized clause in $push: ${name}: ${printEjson(value)}`)
  }
  return { each, position, slice, sort }
}

/**
 * `$push`, plain or with `$each`, `$position`, `$sort` and `$slice`: inserted, then sorted, then sliced, as MongoDB does.
 * @returns makes a new array out of the one before
 */
export const applyPush = (operand: Value): ((before: readonly Value[]) => Value[]) => {
  checkModifiers(operand)
  if (!isDoc(operand) || !Object.hasOwn(operand, '$each')) return (before) => [...before, cloneValue(operand)]
  const { each, position, slice, sort } = modifiers(operand)
  return (before) => {
    const after = [...before]
    // A negative position counts from the end; one beyond either end is that end.
    const at = position === undefined ? after.length : position < 0 ? Math.max(0, after.length + position) : Math.min(position, after.length)
    after.splice(at, 0, ...each.map(cloneValue))
    if (sort) after.sort(sort)
    if (slice === undefined) return after
    return slice >= 0 ? after.slice(0, slice) : after.slice(slice)
  }
}

const checkModifiers = (operand: Value): void => {
  if (isDoc(operand) && Object.hasOwn(operand, '$each')) checkStorable(operand['$each'] as Value)
  else checkStorable(operand)
}
