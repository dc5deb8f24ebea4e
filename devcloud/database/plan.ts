import { ObjectId, isDoc, Regex, type Doc, type Value } from '../values/value'
import { encodeKey, afterPrefix, descending } from './key'
import type { IndexDefinition } from './index-keys'
import type { OrderKey } from './order'
import { arrayIndex } from './path'

/** An index with what is known of its entries. `multikey`: some document has an array in an indexed field. */
export interface UsableIndex extends IndexDefinition { multikey: boolean }

/** From (inclusive) to (exclusive; undefined is "to the end"), in the bytes of an index. */
export interface KeyRange { from: Buffer; to: Buffer | undefined }

/** How to find the documents that may satisfy a query. The query decides afterwards; a scan only leaves out what cannot. */
export type Scan =
  | { kind: 'ids'; ids: Value[] }
  | { kind: 'index'; index: UsableIndex; ranges: KeyRange[]; backwards: boolean; ordered: boolean }
  | { kind: 'all' }

/** What a query says for certain about one field: one of these values, or within a range of one type. */
interface Bounds { values?: Value[]; low?: { value: Value; open: boolean }; high?: { value: Value; open: boolean } }

const isScalar = (value: Value): boolean =>
  typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value)) || typeof value === 'boolean' || value instanceof Date || value instanceof ObjectId

/** Null stands for null and missing alike, in the query as in the index. */
const isExact = (value: Value): boolean => value === null || isScalar(value)

const boundsOf = (operand: Value): Bounds[] => {
  if (!isDoc(operand)) return isExact(operand) ? [{ values: [operand] }] : []
  const first = Object.keys(operand)[0]
  if (first === undefined || !first.startsWith('$')) return []
  return Object.keys(operand).flatMap((name): Bounds[] => {
    const value = operand[name] as Value
    switch (name) {
      case '$eq': return isExact(value) ? [{ values: [value] }] : []
      case '$in': return Array.isArray(value) && value.every((item) => isExact(item) && !(item instanceof Regex)) ? [{ values: value }] : []
      case '$gt': case '$gte': return isScalar(value) ? [{ low: { value, open: name === '$gt' } }] : []
      case '$lt': case '$lte': return isScalar(value) ? [{ high: { value, open: name === '$lt' } }] : []
      default: return []
    }
  })
}

interface Known { field: string; bounds: Bounds }

const sameEdge = (a: Bounds['low'], b: Bounds['low']): boolean => (a && b ? a.open === b.open && encodeKey(a.value).equals(encodeKey(b.value)) : a === b)

/** What holds whichever branch of an `$or` does: a range that all of them have, and the values of all of them where each names some. */
const common = (branches: readonly Known[][]): Known[] => (branches[0] ?? []).flatMap(({ field, bounds }): Known[] => {
  if (!bounds.values) return branches.every((branch) => branch.some((other) => other.field === field && sameEdge(other.bounds.low, bounds.low) && sameEdge(other.bounds.high, bounds.high))) ? [{ field, bounds }] : []
  const named = branches.map((branch) => branch.find((other) => other.field === field && other.bounds.values)?.bounds.values)
  if (!named.every((values) => values !== undefined)) return []
  return [{ field, bounds: { values: [...new Map(named.flat().map((value) => [encodeKey(value).toString('latin1'), value])).values()] } }]
})

/** Conditions that every match has to satisfy: the top level, whatever `$and` holds, and what all of `$or` have in common. */
const conjuncts = (query: Doc): Known[] => Object.keys(query).flatMap((key) => {
  const operand = query[key] as Value
  if (key === '$and' && Array.isArray(operand)) return operand.flatMap((part) => (isDoc(part) ? conjuncts(part) : []))
  if (key === '$or' && Array.isArray(operand)) return common(operand.map((part) => (isDoc(part) ? conjuncts(part) : [])))
  if (key.startsWith('$')) return []
  return boundsOf(operand).map((bounds) => ({ field: key, bounds }))
})

const part = (value: Value, direction: 1 | -1): Buffer => (direction === 1 ? encodeKey(value) : descending(encodeKey(value)))

const below = (prefix: Buffer): KeyRange => ({ from: prefix, to: afterPrefix(prefix) })

/** The range of one key after a fixed beginning, within the type of the bound ("type bracketing"). */
const rangeAfter = (prefix: Buffer, { low, high }: Bounds, direction: 1 | -1): KeyRange => {
  const type = Buffer.concat([prefix, part((low ?? high as { value: Value }).value, direction).subarray(0, 1)])
  const whole = below(type)
  const lower = low && Buffer.concat([prefix, part(low.value, direction)])
  const upper = high && Buffer.concat([prefix, part(high.value, direction)])
  // Downwards the upper bound comes first. Open or closed, the edge itself may be read: the query decides.
  const [first, last] = direction === 1 ? [lower, upper] : [upper, lower]
  return { from: first ?? whole.from, to: last ? afterPrefix(last) : whole.to }
}

/** Every combination of the values of the leading keys, at most this many ranges. */
const MAX_RANGES = 1000

interface Choice { index: UsableIndex; ranges: KeyRange[]; score: number; equalities: Set<string>; singles: boolean }

const choose = (index: UsableIndex, known: Map<string, Bounds[]>): Choice => {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  const equalities = new Set<string>()
  let singles = true
  let score = 0
  for (const { field, path, direction } of index.keys) {
    // `a.0` may mean an element or a field named "0"; the index knows one of them.
    if (path.some((component) => arrayIndex(component) !== undefined)) break
    const all = known.get(field) ?? []
    const exact = all.find((bounds) => bounds.values)
    if (exact?.values && prefixes.length * exact.values.length <= MAX_RANGES) {
      const values = exact.values
      if (values.length !== 1) singles = false
      const keys = new Map(values.map((value) => { const key = part(value, direction); return [key.toString('latin1'), key] }))
      const sorted = [...keys.values()].sort(Buffer.compare)
      prefixes = prefixes.flatMap((prefix) => sorted.map((key) => Buffer.concat([prefix, key])))
      equalities.add(field)
      score += 2
      // Two conditions on one array may be satisfied by two of its elements: only the first key is certain.
      if (index.multikey) break
      continue
    }
    const low = all.find((bounds) => bounds.low)
    const high = all.find((bounds) => bounds.high && (!low?.low || sameType(bounds.high.value, low.low.value)))
    if (low || high) {
      const bounds: Bounds = { ...(low?.low ? { low: low.low } : {}), ...(high?.high && !(index.multikey && low) ? { high: high.high } : {}) }
      return { index, ranges: prefixes.map((prefix) => rangeAfter(prefix, bounds, direction)), score: score + 1, equalities, singles }
    }
    break
  }
  return { index, ranges: prefixes.map((prefix) => (prefix.length === 0 ? { from: Buffer.alloc(0), to: undefined } : below(prefix))), score, equalities, singles }
}

const sameType = (a: Value, b: Value) => encodeKey(a)[0] === encodeKey(b)[0]

/** @returns whether the index yields the order asked for, and if so in which direction it has to be walked */
const orderOf = ({ index, equalities, singles }: Choice, order: readonly OrderKey[]): 'forwards' | 'backwards' | undefined => {
  // An array is sorted by one of its elements, which a walk over all of them does not tell.
  if (order.length === 0 || index.multikey || !singles) return undefined
  // A field that has one value does not order anything.
  const wanted = order.filter(({ field }) => !equalities.has(field))
  const offered = index.keys.filter(({ field }) => !equalities.has(field))
  if (wanted.length > offered.length) return undefined
  const signs = wanted.map((key, at) => {
    const offer = offered[at] as OrderKey
    return offer.field === key.field ? offer.direction * key.direction : 0
  })
  if (signs.every((sign) => sign === 1)) return 'forwards'
  return signs.every((sign) => sign === -1) ? 'backwards' : undefined
}

/**
 * Chooses how to look: by `_id`, by the index with the most known fields, by an index that yields the order, or at everything.
 * @param query decoded; unknown operators are simply of no help
 */
export const plan = (query: Doc, order: readonly OrderKey[], indexes: readonly UsableIndex[]): Scan => {
  const known = new Map<string, Bounds[]>()
  for (const { field, bounds } of conjuncts(query)) known.set(field, [...known.get(field) ?? [], bounds])
  const ids = known.get('_id')?.find((bounds) => bounds.values)?.values
  if (ids) return { kind: 'ids', ids }
  let best: { choice: Choice; direction: 'forwards' | 'backwards' | undefined; score: number } | undefined
  for (const index of indexes) {
    const choice = choose(index, known)
    const direction = orderOf(choice, order)
    // Known fields first; among equals, the index that saves the sorting.
    const score = choice.score * 2 + (direction ? 1 : 0)
    if (score > 0 && (!best || score > best.score)) best = { choice, direction, score }
  }
  if (!best) return { kind: 'all' }
  return {
    kind: 'index', index: best.choice.index, ranges: best.choice.ranges,
    backwards: best.direction === 'backwards', ordered: order.length > 0 ? best.direction !== undefined : false,
  }
}
