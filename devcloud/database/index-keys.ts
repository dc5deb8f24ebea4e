import { databaseRequestFailed } from '../errors'
import { isDoc, type Doc, type Value } from '../values/value'
import { arrayIndex } from './path'
import { descending, EMPTY_ARRAY_KEY, encodeKey } from './key'
import type { OrderKey } from './order'

/** An index as the deployment files define it. */
export interface IndexDefinition { name: string; keys: OrderKey[]; unique: boolean }

/** The entries of one document in one index; `multikey` if an array was looked into. */
export interface IndexEntries { keys: Buffer[]; multikey: boolean }

type Walk = { value: Value | undefined; rest: readonly string[]; array?: Value[] }

/** Follows a path to its end or to the first array on the way. */
const walk = (value: Value | undefined, path: readonly string[]): Walk => {
  let here = value
  for (let at = 0; at < path.length; at++) {
    if (Array.isArray(here)) return { value: here, rest: path.slice(at), array: here }
    if (!isDoc(here)) return { value: undefined, rest: [] }
    const component = path[at] as string
    here = Object.hasOwn(here, component) ? here[component] : undefined
  }
  return Array.isArray(here) ? { value: here, rest: [], array: here } : { value: here, rest: [] }
}

const EMPTY = Symbol('empty array')
type Part = Value | undefined | typeof EMPTY

/** As MongoDB's BtreeKeyGenerator: the fields of one array move together, two different arrays in one entry are refused. */
const rows = (starts: readonly { value: Value | undefined; path: readonly string[] }[], seen: { multikey: boolean }): Part[][] => {
  const walks = starts.map(({ value, path }) => walk(value, path))
  const array = walks.find((step) => step.array)?.array
  if (!array) return [walks.map((step) => step.value)]
  if (walks.some((step) => step.array && step.array !== array)) throw databaseRequestFailed('cannot index parallel arrays')
  seen.multikey = true
  const elements: (Value | undefined)[] = array.length === 0 ? [undefined] : array
  return elements.flatMap((element) => {
    const fixed = walks.map((step): Part | undefined => {
      if (!step.array) return step.value
      if (step.rest.length === 0) return array.length === 0 ? EMPTY : element
      return undefined
    })
    const open = walks.flatMap((step, at) => (step.array && step.rest.length > 0 ? [at] : []))
    if (open.length === 0) return [fixed]
    const inner = rows(open.map((at) => {
      const rest = (walks[at] as Walk).rest
      const index = arrayIndex(rest[0] as string)
      // `a.0` names an element of the array itself; the same element for every entry.
      if (index !== undefined && index < array.length) return { value: array[index], path: rest.slice(1) }
      return { value: isDoc(element) ? element : undefined, path: rest }
    }), seen)
    return inner.map((parts) => fixed.map((part, at) => (open.includes(at) ? parts[open.indexOf(at)] : part)))
  })
}

/** The bytes of one part of an entry, in the direction of its key. */
export const encodePart = (value: Part, direction: 1 | -1): Buffer => {
  const key = value === EMPTY ? EMPTY_ARRAY_KEY : encodeKey(value)
  return direction === 1 ? key : descending(key)
}

/**
 * The entries of a document: one, or one per element of an array. A missing field counts as null, so that a unique index
 * takes one document without the field and refuses the second.
 */
export const indexEntries = (doc: Doc, index: IndexDefinition): IndexEntries => {
  const seen = { multikey: false }
  const distinct = new Map<string, Buffer>()
  for (const parts of rows(index.keys.map(({ path }) => ({ value: doc, path })), seen)) {
    const key = Buffer.concat(parts.map((part, at) => encodePart(part, (index.keys[at] as OrderKey).direction)))
    distinct.set(key.toString('latin1'), key)
  }
  return { keys: [...distinct.values()], multikey: seen.multikey }
}
