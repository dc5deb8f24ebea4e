import { databaseRequestFailed, notSupported } from '../../errors'
import { printEjson } from '../../values/ejson'
import { emptyDoc, isDoc, type Doc, type Value } from '../../values/value'
import { arrayIndex, splitPath } from '../path'

/** One operator on one field, checked and ready to be applied to any document. */
export type Apply = (doc: Doc) => void

/** An update that MongoDB refuses. Texts are those of its source. */
export const failed = (message: string) => databaseRequestFailed(message)

const field = (doc: Doc, name: string): Value | undefined => (Object.hasOwn(doc, name) ? doc[name] : undefined)

const child = (holder: Value, component: string): Value | undefined => {
  if (isDoc(holder)) return field(holder, component)
  const index = Array.isArray(holder) ? arrayIndex(component) : undefined
  return index === undefined ? undefined : (holder as Value[])[index]
}

/** @returns the value at a path, or undefined where the way does not exist */
export const read = (doc: Doc, path: readonly string[]): Value | undefined => {
  let value: Value | undefined = doc
  for (const component of path) {
    if (value === undefined) return undefined
    value = child(value, component)
  }
  return value
}

/** MongoDB's own limit on how far beyond its end an array may be set (`kMaxPaddingAllowed`). */
const MAX_PADDING = 1_500_000

const put = (holder: Value, component: string, value: Value, doc: Doc, above: string): void => {
  if (isDoc(holder)) {
    holder[component] = value
    return
  }
  const index = Array.isArray(holder) ? arrayIndex(component) : undefined
  if (!Array.isArray(holder) || index === undefined) {
    throw failed(`Cannot create field '${component}' in element {${above}: ${printEjson(holder)}} of document {_id: ${printEjson(doc['_id'] ?? null)}}`)
  }
  if (index - holder.length > MAX_PADDING) throw failed(`array index ${index} is too far beyond the end of '${above}'`)
  while (holder.length < index) holder.push(null)
  holder[index] = value
}

/** Sets a path, creating sub-documents on the way; a scalar or null on the way is an error, as in MongoDB. */
export const write = (doc: Doc, path: readonly string[], value: Value): void => {
  let holder: Value = doc
  path.forEach((component, at) => {
    const above = at === 0 ? '' : path[at - 1] as string
    if (at === path.length - 1) return put(holder, component, value, doc, above)
    let next = child(holder, component)
    if (next === undefined) {
      next = emptyDoc()
      put(holder, component, next, doc, above)
    }
    holder = next
  })
}

/** Removes a path: a field goes, an array element becomes null. A way that does not exist is no error. */
export const unset = (doc: Doc, path: readonly string[]): void => {
  const holder = path.length === 1 ? doc : read(doc, path.slice(0, -1))
  const last = path[path.length - 1] as string
  if (isDoc(holder)) delete holder[last]
  else if (Array.isArray(holder)) {
    const index = arrayIndex(last)
    if (index !== undefined && index < holder.length) holder[index] = null
  }
}

/** How an error names a document. */
export const nameOf = (doc: Doc) => `{_id: ${printEjson(doc['_id'] ?? null)}}`

/** The path of an update, refused where MongoDB refuses it. */
export const checkedPath = (name: string): string[] => {
  const path = splitPath(name)
  for (const [at, component] of path.entries()) {
    if (component === '') throw failed(`The update path '${name}' contains an empty field name, which is not allowed.`)
    if (component.startsWith('$')) {
      if (at > 0 && (component === '$' || component === '$[]')) continue
      if (component.startsWith('$[') && component !== '$[]') throw notSupported(`the positional operator in '${name}'`)
      if (component === '$' || component === '$[]') throw failed(`Cannot have positional (i.e. '$') element in the first position in path '${name}'`)
      throw failed(`The dollar ($) prefixed field '${component}' in '${name}' is not valid for storage.`)
    }
  }
  return path
}
