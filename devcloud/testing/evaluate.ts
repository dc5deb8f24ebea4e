import { compileExpression } from '../database/expressions/compile'
import { parseEjson, printEjson } from '../values/ejson'
import type { Doc, Value } from '../values/value'

const decoded = (value: unknown): Value => parseEjson(JSON.stringify(value), 0)

/**
 * Evaluates an expression of an aggregation.
 * @returns the value as EJSON has it, parsed; undefined if it is missing
 */
export const evaluate = (expression: unknown, document: unknown = {}): unknown => {
  const value = compileExpression(decoded(expression))({ root: decoded(document) as Doc, bound: undefined })
  return value === undefined ? undefined : JSON.parse(printEjson(value))
}

/** A date as EJSON writes it. @param text ISO 8601, in UTC */
export const date = (text: string) => ({ $date: { $numberLong: String(Date.parse(text)) } })
