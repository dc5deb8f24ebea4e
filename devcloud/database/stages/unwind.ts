import { databaseRequestFailed } from '../../errors'
import { isDoc, typeName, type Doc, type Value } from '../../values/value'
import { checkedFieldPath } from '../expressions/field-path'
import type { Stage } from '../pipeline'
import { withComputed, type ComputedTree } from './computed-fields'

const failed = (message: string) => databaseRequestFailed(message)

const optionsOf = (spec: Value): { path: Value | undefined; index: Value | undefined; preserve: Value } => {
  if (typeof spec === 'string') return { path: spec, index: undefined, preserve: false }
  if (!isDoc(spec)) throw failed(`expected either a string or an object as specification for $unwind stage, got ${typeName(spec)}`)
  for (const key of Object.keys(spec)) if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(key)) throw failed(`unrecognized option to $unwind stage: ${key}`)
  return { path: spec['path'], index: spec['includeArrayIndex'], preserve: spec['preserveNullAndEmptyArrays'] ?? false }
}

const indexPath = (index: Value | undefined): string[] | undefined => {
  if (index === undefined) return undefined
  if (typeof index !== 'string' || index === '') throw failed(`expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeName(index)}`)
  if (index.startsWith('$')) throw failed(`includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`)
  return checkedFieldPath(index)
}

/** The way leads through documents only. */
const read = (doc: Doc, path: readonly string[]): Value | undefined =>
  path.reduce<Value | undefined>((value, name) => (isDoc(value) && Object.hasOwn(value, name) ? value[name] : undefined), doc)

const put = (doc: Doc, path: readonly string[], value: Value | undefined): Doc => {
  const tree = path.slice(0, -1).reduceRight<ComputedTree>((inner, name) => new Map([[name, inner]]), new Map([[path.at(-1) as string, () => value]]))
  return withComputed(doc, tree, { root: doc, bound: undefined })
}

/** `$unwind`: a document per element of an array. What is no array counts as one element; null, missing and `[]` as none. */
export const unwindStage = (spec: Value): Stage => {
  const { path: given, index, preserve } = optionsOf(spec)
  if (given === undefined) throw failed('no path specified to $unwind stage')
  if (typeof given !== 'string') throw failed(`expected a string as the path for $unwind stage, got ${typeName(given)}`)
  if (!given.startsWith('$')) throw failed(`path option to $unwind stage should be prefixed with a '$': ${given}`)
  if (typeof preserve !== 'boolean') throw failed(`expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserve)}`)
  const path = checkedFieldPath(given.slice(1))
  const at = indexPath(index)
  const numbered = (doc: Doc, position: number | null): Doc => (at ? put(doc, at, position) : doc)
  return (docs) => docs.flatMap((doc): Doc[] => {
    const value = read(doc, path)
    if (Array.isArray(value) && value.length > 0) return value.map((item, position) => numbered(put(doc, path, item), position))
    if (value !== undefined && value !== null && !Array.isArray(value)) return [numbered(doc, null)]
    if (!preserve) return []
    return [numbered(Array.isArray(value) ? put(doc, path, undefined) : doc, null)]
  })
}
