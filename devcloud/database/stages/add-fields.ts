import { databaseRequestFailed } from '../../errors'
import { isDoc, type Doc, type Value } from '../../values/value'
import { compileExpression } from '../expressions/compile'
import { checkedFieldPath } from '../expressions/field-path'
import { scopeOf, type Stage } from '../pipeline'
import { plantComputed, withComputed, type ComputedTree } from './computed-fields'

const plant = (tree: ComputedTree, above: readonly string[], name: string, value: Value, names: ReadonlySet<string>): void => {
  if (above.length > 0 && name.includes('.')) throw databaseRequestFailed(`Invalid $addFields :: caused by :: FieldPath field names may not contain '.'.`)
  const path = [...above, ...checkedFieldPath(name)]
  const keys = isDoc(value) ? Object.keys(value) : undefined
  if (keys?.length === 0) throw databaseRequestFailed(`Invalid $addFields :: caused by :: an empty object is not a valid value. Found empty object at path ${path.join('.')}`)
  if (!keys || keys[0]?.startsWith('$')) plantComputed(tree, path, compileExpression(value, names), '$addFields')
  else for (const key of keys) plant(tree, path, key, (value as Doc)[key] as Value, names)
}

/** `$addFields`: numbers and texts are meant as they are; objects add to objects. */
export const addFieldsStage = (spec: Doc, names: ReadonlySet<string>): Stage => {
  const tree: ComputedTree = new Map()
  const fields = Object.keys(spec)
  if (fields.length === 0) throw databaseRequestFailed('Invalid $addFields :: caused by :: specification must have at least one field')
  for (const field of fields) plant(tree, [], field, spec[field] as Value, names)
  return (docs, context) => docs.map((doc) => withComputed(doc, tree, scopeOf(doc, context)))
}
