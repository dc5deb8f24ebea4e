import { notSupported } from '../../errors'
import { docOf, emptyDoc, isDoc, type Doc, type Value } from '../../values/value'
import { compileQuery } from '../matcher'
import { failed, read } from './update-path'

/** Conditions that all have to hold, one field each. */
const conjuncts = (query: Doc): { field: string; condition: Doc }[] => Object.keys(query).flatMap((key) => {
  const operand = query[key] as Value
  if (key === '$and' && Array.isArray(operand)) return operand.flatMap((part) => (isDoc(part) ? conjuncts(part) : []))
  if (key === '$or' || key === '$nor') throw notSupported(`the positional operator behind a query with ${key}`)
  return key.startsWith('$') ? [] : [{ field: key, condition: docOf({ [key]: operand }) }]
})

/** A document with nothing but one value at a path. */
const only = (path: readonly string[], value: Value): Doc => path.reduceRight<Value>((inner, name) => docOf({ [name]: inner }), value) as Doc

/**
 * Which element `$` means: the first of the array that satisfies what the query says about this array. Where the query says several things,
 * MongoDB leaves it open which of them counts; here it is the last.
 */
const matchedIndex = (doc: Doc, array: readonly string[], items: readonly Value[], query: Doc): number => {
  const name = array.join('.')
  const about = conjuncts(query).filter(({ field }) => field === name || field.startsWith(`${name}.`))
  for (const { condition } of about.reverse()) {
    const match = compileQuery(condition)
    // An array without elements satisfies what is said of what is not there; no element of it is meant.
    if (match(only(array, []))) continue
    const index = items.findIndex((item) => match(only(array, [item])))
    if (index >= 0) return index
  }
  throw failed('The positional operator did not find the match needed from the query.')
}

/** @returns whether a path names elements by `$` or `$[]` */
export const isPositional = (path: readonly string[]): boolean => path.includes('$') || path.includes('$[]')

/**
 * The paths that `a.$.b` and `a.$[].b` mean in one document: the element that the query matched, and every element.
 * @param query the query that found the document
 */
export const concretePaths = (doc: Doc, path: readonly string[], query: Doc = emptyDoc()): string[][] => {
  const at = path.findIndex((component) => component === '$' || component === '$[]')
  if (at < 0) return [[...path]]
  const above = path.slice(0, at)
  const items = read(doc, above)
  if (path[at] === '$') {
    if (!Array.isArray(items)) throw failed('The positional operator did not find the match needed from the query.')
    return concretePaths(doc, [...above, String(matchedIndex(doc, above, items, query)), ...path.slice(at + 1)], query)
  }
  if (items === undefined) throw failed(`The path '${above.join('.')}' must exist in the document in order to apply array updates.`)
  if (!Array.isArray(items)) throw failed(`Cannot apply array updates to non-array element ${above.join('.')}`)
  return items.flatMap((_, index) => concretePaths(doc, [...above, String(index), ...path.slice(at + 1)], query))
}
