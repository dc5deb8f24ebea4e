import { isDoc, type Value } from '../values/value'

/** What a dotted path leads to in one place of a document; `undefined` is "no such field". */
export type Found = Value | undefined

export const splitPath = (path: string): string[] => path.split('.')

export const arrayIndex = (component: string): number | undefined =>
  /^(0|[1-9]\d{0,8})$/.test(component) ? Number(component) : undefined

/**
 * Everything a path leads to, MongoDB's way: an array on the way stands for its elements that are documents (and, where the
 * component is a number, for that element). An array at the end is yielded whole. Scalars inside an array on the way yield
 * nothing, not even "missing" (MongoDB's `null_query_semantics` tests).
 */
export const find = (value: Found, path: readonly string[], at = 0): Found[] => {
  if (at === path.length) return [value]
  const component = path[at] as string
  if (isDoc(value)) return find(Object.hasOwn(value, component) ? value[component] : undefined, path, at + 1)
  if (!Array.isArray(value)) return [undefined]
  const found: Found[] = []
  const index = arrayIndex(component)
  const inside = index !== undefined && index < value.length
  if (inside) found.push(...find(value[index], path, at + 1))
  for (const element of value) {
    if (!isDoc(element)) continue
    // `a.0` on an array of documents means the first one; only a document that has a field "0" is meant as well.
    if (inside && !Object.hasOwn(element, component)) continue
    found.push(...find(element, path, at))
  }
  return found
}

/** Places with an array in them standing for the array's elements and for the array itself. */
export const expandArrays = (places: readonly Found[]): Found[] =>
  places.flatMap((found): Found[] => (Array.isArray(found) ? [...found, found] : [found]))
