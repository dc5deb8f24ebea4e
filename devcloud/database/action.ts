import { invalidParam } from '../errors'
import { parseEjsonDoc } from '../values/ejson'
import { emptyDoc, type Doc } from '../values/value'
import type { Store } from './store'
import type { Transactions } from './transactions'

/** The parameters of one request of the SDK, still unchecked. */
export type Parameters = Record<string, unknown>

/** What an action works with. */
export interface DatabaseContext {
  store: Store
  transactions: Transactions
  /** How long a write waits for a transaction that holds its document, in milliseconds. */
  writePatience: number
  /** Milliseconds; what `serverDate` means. */
  now: () => number
}

/** One `database.*` action: parameters in, the `data` of the answer out. */
export type DatabaseAction = (parameters: Parameters, context: DatabaseContext) => unknown

/** Counting and aggregating do not happen inside transactions: the SDK sends no id with them. Whoever does would be answered from outside without a word. */
export const refuseTransaction = (parameters: Parameters): void => {
  if (parameters['transactionId'] !== undefined) throw invalidParam('transactionId: this action is not part of a transaction')
}

/**
 * The query of a read. The SDK sends none (or an empty string) for a whole collection.
 * @returns decoded EJSON
 */
export const readQuery = (parameters: Parameters, now: number): Doc => {
  const query = parameters['query']
  if (query === undefined || query === '') return emptyDoc()
  return parseEjsonDoc(query, now, 'query')
}

/** The query of a write: it has to be there. `where({})` says "every document" in so many words. */
export const writeQuery = (parameters: Parameters, now: number): Doc => {
  const query = parameters['query']
  if (query === undefined || query === '') throw invalidParam('a write needs a query: use where({}) for every document')
  return parseEjsonDoc(query, now, 'query')
}

/** @returns a whole number within a range, or the default where the parameter is absent */
export const wholeNumber = (parameters: Parameters, name: string, range: { least: number; most: number; otherwise: number }): number => {
  const value = parameters[name]
  if (value === undefined) return range.otherwise
  if (typeof value !== 'number' || !Number.isInteger(value) || value < range.least || value > range.most) {
    throw invalidParam(`${name} must be a whole number from ${range.least} to ${range.most}`)
  }
  return value
}
