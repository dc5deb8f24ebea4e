import { compare } from '../../values/compare'
import { printEjson } from '../../values/ejson'
import { cloneValue, isDoc, typeName, type Doc, type Value } from '../../values/value'
import { isPositional } from './positional'
import { checkedPath, failed, nameOf, read, unset, write, type Apply } from './update-path'

export const arithmetic = (operator: '$inc' | '$mul', name: string, path: string[], operand: Value) => {
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

export const extreme = (path: string[], operand: Value, wanted: -1 | 1) => (doc: Doc) => {
  const before = read(doc, path)
  if (before === undefined || compare(operand, before) === wanted) write(doc, path, cloneValue(operand))
}

export const rename = (name: string, path: string[], operand: Value) => {
  if (typeof operand !== 'string' || operand === '') throw failed(`The 'to' field for $rename must be a string: ${name}: ${printEjson(operand)}`)
  const to = checkedPath(operand)
  if (isPositional(path)) throw failed(`The source field for $rename may not be dynamic: ${name}`)
  if (isPositional(to)) throw failed(`The destination field for $rename may not be dynamic: ${operand}`)
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

const bits: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = { and: (a, b) => a & b, or: (a, b) => a | b, xor: (a, b) => a ^ b }

/** `$bit`: `{and: 5}`, `{or: …}`, `{xor: …}`, one after the other; a missing field is 0. */
export const bit = (name: string, path: string[], operand: Value): Apply => {
  if (!isDoc(operand)) throw failed(`The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`)
  const steps = Object.keys(operand).map((kind) => {
    const value = operand[kind] as Value
    const step = Object.hasOwn(bits, kind) ? bits[kind] : undefined
    if (!step) throw failed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${kind}' which is an unknown operator: ${printEjson(operand)}`)
    if (typeof value !== 'number' || !Number.isInteger(value)) throw failed(`The $bit modifier field must be an Integer(32/64 bit); a '${typeName(value)}' is not supported here: ${printEjson(operand)}`)
    return (before: bigint) => step(before, BigInt(value))
  })
  if (steps.length === 0) throw failed(`You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`)
  return (doc) => {
    const before = read(doc, path) ?? 0
    if (read(doc, path) === null || typeof before !== 'number' || !Number.isInteger(before)) {
      throw failed(`Cannot apply $bit to a value of non-integral type.${nameOf(doc)} has the field ${name} of non-integer type ${typeName(read(doc, path))}`)
    }
    write(doc, path, Number(steps.reduce((value, step) => step(value), BigInt(before))))
  }
}
