import { databaseRequestFailed, notSupported } from '../errors'
import { emptyDoc, isDoc, type Doc, type Value } from '../values/value'
import { compileElementMatch } from './matcher'
import { splitPath } from './path'

/** Chooses the fields of a document. */
export type Projection = (doc: Doc) => Doc

interface Tree { [component: string]: Tree | true }

const plant = (tree: Tree, path: readonly string[], name: string): void => {
  const [first, ...rest] = path as [string, ...string[]]
  const present = tree[first]
  if (rest.length === 0) {
    if (present !== undefined) throw databaseRequestFailed(`Path collision at ${name}`)
    tree[first] = true
  } else {
    if (present === true) throw databaseRequestFailed(`Path collision at ${name}`)
    plant((tree[first] ??= emptyTree()) as Tree, rest, name)
  }
}

const emptyTree = (): Tree => Object.create(null) as Tree

/** Keeps what the tree names. Inside an array every document is projected and every scalar dropped. */
const include = (value: Value, tree: Tree): Value | undefined => {
  if (Array.isArray(value)) return value.flatMap((item): Value[] => { const kept = include(item, tree); return kept === undefined ? [] : [kept] })
  if (!isDoc(value)) return undefined
  const kept = emptyDoc()
  for (const field of Object.keys(value)) {
    const branch = tree[field]
    if (branch === undefined) continue
    const inner = branch === true ? value[field] as Value : include(value[field] as Value, branch)
    if (inner !== undefined) kept[field] = inner
  }
  return kept
}

/** Drops what the tree names. */
const exclude = (value: Value, tree: Tree): Value => {
  if (Array.isArray(value)) return value.map((item) => exclude(item, tree))
  if (!isDoc(value)) return value
  const kept = emptyDoc()
  for (const field of Object.keys(value)) {
    const branch = tree[field]
    if (branch === true) continue
    kept[field] = branch === undefined ? value[field] as Value : exclude(value[field] as Value, branch)
  }
  return kept
}

type ArrayCut = (items: Value[]) => Value[] | undefined

const slice = (operand: Value): ArrayCut => {
  const [skip, limit] = Array.isArray(operand) ? operand : [undefined, operand]
  if (typeof limit !== 'number' || (skip !== undefined && typeof skip !== 'number')) throw databaseRequestFailed('$slice only supports numbers and [skip, limit] arrays')
  if (skip === undefined) return (items) => (limit >= 0 ? items.slice(0, limit) : items.slice(limit))
  if (limit <= 0) throw databaseRequestFailed('$slice limit must be positive')
  return (items) => {
    const start = skip < 0 ? Math.max(0, items.length + skip) : skip
    return items.slice(start, start + limit)
  }
}

const elemMatch = (operand: Value): ArrayCut => {
  if (!isDoc(operand)) throw databaseRequestFailed('elemMatch: Invalid argument, object required')
  const match = compileElementMatch(operand)
  return (items) => {
    const first = items.find((item) => match(item))
    return first === undefined ? undefined : [first]
  }
}

const arrayCut = (operators: Doc): ArrayCut => {
  const [name, ...others] = Object.keys(operators)
  if (others.length === 0 && name === '$slice') return slice(operators[name] as Value)
  if (others.length === 0 && name === '$elemMatch') return elemMatch(operators[name] as Value)
  throw notSupported(`the projection ${name}`)
}

const cutAt = (doc: Doc, field: string, cut: ArrayCut): void => {
  const items = doc[field]
  if (!Array.isArray(items)) return
  const kept = cut(items)
  if (kept === undefined) delete doc[field]
  else doc[field] = kept
}

/**
 * Compiles a projection: fields kept or fields dropped (never both, `_id` aside), `$slice` and `$elemMatch` on top-level arrays.
 * @param projection `{name: 1, 'a.b': 1}` as it arrives on the wire, decoded
 */
export const compileProjection = (projection: Doc): Projection => {
  const tree = emptyTree()
  const cuts: { field: string; cut: ArrayCut }[] = []
  let mode: 'include' | 'exclude' | undefined
  let keepId: boolean | undefined
  for (const field of Object.keys(projection)) {
    const wanted = projection[field] as Value
    if (field.endsWith('.$') || field.includes('.$.')) throw notSupported('the positional projection')
    if (isDoc(wanted)) {
      if (field.includes('.')) throw notSupported(`a projection operator on the nested field ${field}`)
      cuts.push({ field, cut: arrayCut(wanted) })
      // $elemMatch names a field to keep; $slice keeps everything else as it is.
      if (Object.hasOwn(wanted, '$elemMatch')) { mode ??= 'include'; if (mode === 'include') plant(tree, [field], field) }
      else if (mode === 'include') plant(tree, [field], field)
      continue
    }
    if (wanted !== 0 && wanted !== 1 && typeof wanted !== 'boolean') throw notSupported(`the projection ${field}: ${String(wanted)}`)
    const keep = wanted === 1 || wanted === true
    if (field === '_id') { keepId = keep; continue }
    const asked = keep ? 'include' : 'exclude'
    if (mode !== undefined && mode !== asked) throw databaseRequestFailed(`Cannot do ${keep ? 'inclusion' : 'exclusion'} on field ${field} in ${mode === 'include' ? 'inclusion' : 'exclusion'} projection`)
    mode = asked
    plant(tree, splitPath(field), field)
  }
  mode ??= keepId === true ? 'include' : 'exclude'
  if (mode === 'include' ? keepId !== false : keepId === false) tree['_id'] = true
  if (mode === 'include') for (const { field } of cuts) tree[field] ??= true
  return (doc) => {
    const kept = (mode === 'include' ? include(doc, tree) : exclude(doc, tree)) as Doc
    for (const { field, cut } of cuts) cutAt(kept, field, cut)
    return kept
  }
}
