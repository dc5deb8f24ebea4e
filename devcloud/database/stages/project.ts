import { databaseRequestFailed } from '../../errors'
import { printEjson } from '../../values/ejson'
import { emptyDoc, isDoc, type Doc, type Value } from '../../values/value'
import { compileExpression } from '../expressions/compile'
import type { Expression, Scope } from '../expressions/expression'
import { checkedFieldPath } from '../expressions/field-path'
import { scopeOf, type Stage } from '../pipeline'
import { compileProjection } from '../projection'

type Leaf = 'keep' | 'drop' | Expression
interface Choice { path: string[]; leaf: Leaf }

const choicesOf = (spec: Doc, above: readonly string[], names: ReadonlySet<string>): Choice[] => Object.keys(spec).flatMap((name): Choice[] => {
  const value = spec[name] as Value
  if (above.length > 0 && name.includes('.')) throw databaseRequestFailed(`Invalid $project :: caused by :: FieldPath field names may not contain '.'.`)
  const path = [...above, ...checkedFieldPath(name)]
  if (typeof value === 'number' || typeof value === 'boolean') return [{ path, leaf: value ? 'keep' : 'drop' }]
  const keys = isDoc(value) ? Object.keys(value) : undefined
  if (keys?.length === 0) throw databaseRequestFailed(`Invalid $project :: caused by :: an empty object is not a valid value. Found empty object at path ${path.join('.')}`)
  if (!keys || keys[0]?.startsWith('$')) return [{ path, leaf: compileExpression(value, names) }]
  return choicesOf(value as Doc, path, names)
})

/** What is kept and computed on one level. `computes`: here or below. */
interface Level { computes: boolean; fields: Map<string, Level | 'keep' | Expression> }

const isLevel = (field: Level | 'keep' | Expression | undefined): field is Level => typeof field === 'object'

const plant = (level: Level, path: readonly string[], leaf: 'keep' | Expression, whole: string): void => {
  if (leaf !== 'keep') level.computes = true
  const name = path[0] as string
  const present = level.fields.get(name)
  if (present !== undefined && (path.length === 1 || !isLevel(present))) {
    throw databaseRequestFailed(`Invalid $project :: caused by :: specification contains two conflicting paths. Cannot specify both '${whole}' and '${name}'`)
  }
  if (path.length === 1) { level.fields.set(name, leaf); return }
  const below = isLevel(present) ? present : { computes: false, fields: new Map() }
  level.fields.set(name, below)
  plant(below, path.slice(1), leaf, whole)
}

/** Kept fields stay in their order, new ones follow. Where something is computed below a scalar, a document takes its place. */
const projected = (value: Value | undefined, level: Level, scope: Scope): Value | undefined => {
  if (Array.isArray(value)) return value.flatMap((item): Value[] => { const kept = projected(item, level, scope); return kept === undefined ? [] : [kept] })
  if (!isDoc(value) && !level.computes) return undefined
  const made = emptyDoc()
  const source = isDoc(value) ? value : emptyDoc()
  for (const name of Object.keys(source)) {
    const field = level.fields.get(name)
    const kept = field === 'keep' ? source[name] : isLevel(field) ? projected(source[name], field, scope) : undefined
    if (kept !== undefined) made[name] = kept
  }
  for (const [name, field] of level.fields) {
    if (field === 'keep' || (isLevel(field) && (!field.computes || Object.hasOwn(source, name)))) continue
    const computed = isLevel(field) ? projected(undefined, field, scope) : field(scope)
    if (computed !== undefined) made[name] = computed
  }
  return made
}

/** `$project`: fields kept and computed, or fields dropped; `_id` stays unless it is dropped. */
export const projectStage = (spec: Doc, names: ReadonlySet<string>): Stage => {
  if (Object.keys(spec).length === 0) throw databaseRequestFailed('Invalid $project :: caused by :: specification must have at least one field')
  const choices = choicesOf(spec, [], names)
  const others = choices.filter(({ path }) => path.join('.') !== '_id')
  const dropped = others.find(({ leaf }) => leaf === 'drop')
  const id = choices.find(({ path }) => path.join('.') === '_id')?.leaf
  if (dropped && (others.some(({ leaf }) => leaf !== 'drop') || typeof id === 'function')) {
    throw databaseRequestFailed(`Invalid $project :: caused by :: Bad projection specification, cannot exclude fields other than '_id' in an inclusion projection: ${printEjson(spec)}`)
  }
  if (dropped || (id === 'drop' && others.length === 0)) {
    const drop = compileProjection(Object.assign(emptyDoc(), Object.fromEntries(choices.map(({ path, leaf }) => [path.join('.'), leaf === 'drop' ? 0 : 1]))))
    return (docs) => docs.map(drop)
  }
  const level: Level = { computes: false, fields: new Map() }
  if (id === undefined) plant(level, ['_id'], 'keep', '_id')
  for (const { path, leaf } of choices) if (leaf !== 'drop') plant(level, path, leaf, path.join('.'))
  return (docs, context) => docs.map((doc) => projected(doc, level, scopeOf(doc, context)) as Doc)
}
