import { databaseRequestFailed, invalidParam, notSupported } from '../errors'
import { parseEjsonDoc, parseEjson, printEjson } from '../values/ejson'
import { emptyDoc, isDoc, type Doc, type Value } from '../values/value'

/** Turns documents into documents. */
export type Stage = (docs: readonly Doc[]) => Doc[]

/** A pipeline: which documents go in, and what becomes of them. */
export interface Pipeline { query: Doc; stages: Stage[] }

/** Reads the SDK's `[{stageKey, stageValue}]`. Of the service's stages these are here: `$match` in front, `$group` that counts, `$limit`. */
export const parsePipeline = (stages: unknown, now: number): Pipeline => {
  if (!Array.isArray(stages)) throw invalidParam('stages must be a list')
  const pipeline: Pipeline = { query: emptyDoc(), stages: [] }
  stages.forEach((stage: unknown, at) => {
    const { stageKey, stageValue } = (typeof stage === 'object' && stage !== null ? stage : {}) as { stageKey?: unknown; stageValue?: unknown }
    if (stageKey === '$match' && at === 0) pipeline.query = parseEjsonDoc(stageValue, now, '$match')
    else if (stageKey === '$group') pipeline.stages.push(groupStage(parseEjsonDoc(stageValue, now, '$group')))
    else if (stageKey === '$limit') pipeline.stages.push(limitStage(parseEjson(String(stageValue), now)))
    else throw notSupported(`the aggregation stage ${String(stageKey)}${stageKey === '$match' ? ' behind another' : ''}`)
  })
  return pipeline
}

const limitStage = (most: Value): Stage => {
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 1) throw databaseRequestFailed('the limit must be positive')
  return (docs) => docs.slice(0, most)
}

/** `{_id: '$field', total: {$sum: 1}}`: one document per value of the field, in the order in which the values are met. */
const groupStage = ({ _id: by, ...sums }: Doc): Stage => {
  if (by === undefined) throw databaseRequestFailed('a group specification must include an _id')
  if (by !== null && (typeof by !== 'string' || !/^\$[^$.]+$/.test(by))) throw notSupported('$group by anything but a field of the document')
  const field = by === null ? null : by.slice(1)
  const steps = Object.entries(sums).map(([name, sum]) => [name, constantOf(sum)] as const)
  return (docs) => {
    const groups = new Map<string, Doc>()
    for (const doc of docs) {
      // A document without the field is one of those where it is null.
      const value = (field === null ? null : doc[field]) ?? null
      const key = printEjson(value)
      const group = groups.get(key) ?? Object.assign(emptyDoc(), { _id: value })
      for (const [name, step] of steps) group[name] = Number(group[name] ?? 0) + step
      groups.set(key, group)
    }
    return [...groups.values()]
  }
}

const constantOf = (accumulator: Value): number => {
  const sum = isDoc(accumulator) && Object.keys(accumulator).length === 1 ? accumulator['$sum'] : undefined
  if (typeof sum !== 'number') throw notSupported('$group with anything but $sum of a number')
  return sum
}
