import { databaseRequestFailed, notSupported } from '../../errors'
import { docOf, typeName, type Doc, type Value } from '../../values/value'
import { compareFound } from '../expressions/comparisons'
import { isInt32 } from '../expressions/expression'
import { scopeOf, type Stage } from '../pipeline'
import { groupByOf, outputOf } from './bucket'

interface Row { value: Value; doc: Doc }

/** Cuts sorted rows into so many parts of about the same size at most; equal values are never cut apart. */
const cut = (rows: readonly Row[], count: number): Row[][] => {
  const size = Math.max(1, Math.round(rows.length / count))
  const parts: Row[][] = []
  let from = 0
  while (from < rows.length) {
    let to = parts.length === count - 1 ? rows.length : Math.min(rows.length, from + size)
    while (to < rows.length && compareFound((rows[to] as Row).value, (rows[to - 1] as Row).value) === 0) to++
    parts.push(rows.slice(from, to))
    from = to
  }
  return parts
}

/** `$bucketAuto`: buckets of about the same size. `max` is the `min` of the next one, and of the last its greatest value. */
export const bucketAutoStage = (spec: Doc, names: ReadonlySet<string>): Stage => {
  for (const key of Object.keys(spec)) if (!['groupBy', 'buckets', 'output', 'granularity'].includes(key)) throw databaseRequestFailed(`Unrecognized option to $bucketAuto: ${key}.`)
  const { groupBy, buckets: count, output, granularity } = spec
  if (groupBy === undefined || count === undefined) throw databaseRequestFailed("$bucketAuto requires 'groupBy' and 'buckets' to be specified.")
  if (typeof count !== 'number') throw databaseRequestFailed(`The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(count)}.`)
  if (!isInt32(count)) throw databaseRequestFailed(`The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found ${count}.`)
  if (count <= 0) throw databaseRequestFailed(`The $bucketAuto 'buckets' field must be greater than 0, but found: ${count}.`)
  if (granularity !== undefined) throw notSupported('$bucketAuto with granularity')
  const valueOf = groupByOf(groupBy, '$bucketAuto', names)
  const accumulate = outputOf(output, '$bucketAuto', names)
  return (docs, context) => {
    const rows = docs.map((doc): Row => ({ value: valueOf(scopeOf(doc, context)) ?? null, doc })).sort((a, b) => compareFound(a.value, b.value))
    const parts = cut(rows, count)
    return parts.map((part, at) => {
      const min = (part[0] as Row).value
      const max = (parts[at + 1]?.[0] ?? part.at(-1) as Row).value
      return Object.assign(docOf({ _id: docOf({ min, max }) }), accumulate(part.map(({ doc }) => doc), context))
    })
  }
}
