import { databaseRequestFailed } from '../../errors'
import { docOf, type Doc, type Value } from '../../values/value'
import { compileExpression } from '../expressions/compile'
import { encodeKey } from '../key'
import { scopeOf, type Stage } from '../pipeline'
import { accumulatedFields } from './accumulated-fields'

/** `$group`: one document per value of `_id`, in the order in which the values are met; missing is one with null. */
export const groupStage = ({ _id: by, ...output }: Doc, names: ReadonlySet<string>): Stage => {
  if (by === undefined) throw databaseRequestFailed('a group specification must include an _id')
  const keyOf = compileExpression(by, names)
  const accumulate = accumulatedFields(output, names)
  return (docs, context) => {
    const groups = new Map<string, { value: Value; docs: Doc[] }>()
    for (const doc of docs) {
      const value = keyOf(scopeOf(doc, context)) ?? null
      const key = encodeKey(value).toString('latin1')
      const group = groups.get(key)
      if (group) group.docs.push(doc)
      else groups.set(key, { value, docs: [doc] })
    }
    return [...groups.values()].map((group) => Object.assign(docOf({ _id: group.value }), accumulate(group.docs, context)))
  }
}
