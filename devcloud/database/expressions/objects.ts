import { printEjson } from '../../values/ejson'
import { emptyDoc, isDoc, typeName, type Doc } from '../../values/value'
import type { Found } from '../path'
import { failed, isNullish, strict, type Operators } from './expression'

/** Later fields win; null and missing add nothing. */
export const mergeObjects = (...objects: Found[]): Doc => {
  const merged = emptyDoc()
  for (const object of objects) {
    if (isNullish(object)) continue
    if (!isDoc(object)) throw failed(`$mergeObjects requires object inputs, but input ${printEjson(object)} is of type ${typeName(object)}`)
    Object.assign(merged, object)
  }
  return merged
}

/** Objects. */
export const objectOperators: Operators = { $mergeObjects: strict('$mergeObjects', [0, Infinity], mergeObjects) }
