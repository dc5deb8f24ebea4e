import { databaseRequestFailed } from '../../errors'
import { isDoc, typeName, type Doc, type Value } from '../../values/value'
import type { Found } from '../path'

/** A variable of `$let`, `$map`, `$filter`, `$reduce` or a `$lookup`, with those around it. */
export interface Binding { name: string; value: Found; outer: Binding | undefined }

/** What an expression looks at. */
export interface Scope { root: Doc; bound: Binding | undefined }

/** A compiled expression; `undefined` is MongoDB's "missing". */
export type Expression = (scope: Scope) => Found

/** Compiles expressions where the variables `names` are known. */
export interface Compiler { names: ReadonlySet<string>; compile: (value: Value, more?: readonly string[]) => Expression }

/** An operator: its argument as written, to what it computes. */
export type Operator = (argument: Value, compiler: Compiler) => Expression

/** The operators of a family, by name with `$`. */
export type Operators = Readonly<Record<string, Operator>>

/** An error of an expression. Texts are MongoDB 4's, as its source has them. */
export const failed = (message: string) => databaseRequestFailed(message)

/** @returns whether a value is null or missing, which most operators answer with null */
export const isNullish = (value: Found): value is null | undefined => value === undefined || value === null

/** MongoDB's truth: null, missing, false and 0 are false; everything else is true, also '' and NaN. */
export const isTruthy = (value: Found): boolean => !(isNullish(value) || value === false || value === 0)

/** The arguments of an operator: a list, or a single one without its brackets. */
export const listOf = (argument: Value): Value[] => (Array.isArray(argument) ? argument : [argument])

/**
 * An operator that evaluates all its arguments first.
 * @param count how many it takes: exactly, or from … to
 */
export const strict = (name: string, count: number | readonly [least: number, most: number], apply: (...values: Found[]) => Found): Operator => (argument, { compile }) => {
  const parts = listOf(argument)
  const [least, most] = typeof count === 'number' ? [count, count] : count
  if (parts.length < least || parts.length > most) {
    throw failed(least === most ? `Expression ${name} takes exactly ${least} arguments. ${parts.length} were passed in.`
      : `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${parts.length} were passed in.`)
  }
  const expressions = parts.map((part) => compile(part))
  return (scope) => apply(...expressions.map((expression) => expression(scope)))
}

/** The named arguments of an operator: `{input: …, as: …}`. Unknown and missing ones are refused. */
export const named = (name: string, argument: Value, required: readonly string[], optional: readonly string[] = []): Doc => {
  if (!isDoc(argument)) throw failed(`${name} only supports an object as its argument, not ${typeName(argument)}`)
  for (const key of Object.keys(argument)) if (!required.includes(key) && !optional.includes(key)) throw failed(`Unrecognized parameter to ${name}: ${key}`)
  for (const key of required) if (!Object.hasOwn(argument, key)) throw failed(`Missing '${key}' parameter to ${name}`)
  return argument
}

/** @returns whether a number can be a 32-bit integer, which positions in arrays and strings have to be */
export const isInt32 = (value: number): boolean => Number.isInteger(value) && value >= -0x80000000 && value <= 0x7fffffff
