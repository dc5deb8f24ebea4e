import { databaseRequestFailed, invalidParam, notSupported } from '../errors'
import { parseEjson, printEjson } from '../values/ejson'
import { emptyDoc, isDoc, type Doc, type Value } from '../values/value'
import { lookupStage } from './lookup'
import { parseOrder, sortDocs } from './order'
import type { Pipeline, Stage } from './pipeline'
import { compileProjection } from './projection'

/** Reads the SDK's `[{stageKey, stageValue}]`; see `compilePipeline`. */
export const parsePipeline = (stages: unknown, now: number): Pipeline => {
  if (!Array.isArray(stages)) throw invalidParam('stages must be a list')
  return compilePipeline(stages.map((stage: unknown) => {
    const { stageKey, stageValue } = (typeof stage === 'object' && stage !== null ? stage : {}) as { stageKey?: unknown; stageValue?: unknown }
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string') throw invalidParam('a stage has a stageKey and a stageValue')
    return [stageKey, parseEjson(stageValue, now)]
  }))
}

/**
 * Of the service's stages these are here: `$match` in front, `$sort`, `$limit`, `$project` that keeps or drops fields, `$group` that counts,
 * `$count`, `$lookup`. What stands right behind `$match` and only chooses (`$sort`, then `$limit`) is done while reading, as MongoDB does.
 */
export const compilePipeline = (stages: readonly (readonly [key: string, value: Value])[]): Pipeline => {
  const pipeline: Pipeline = { query: emptyDoc(), order: [], most: Infinity, stages: [] }
  stages.forEach(([key, value], at) => {
    const choosing = pipeline.stages.length === 0 && pipeline.most === Infinity
    if (key === '$match' && at === 0) pipeline.query = docOf(value, key)
    else if (key === '$sort' && choosing && pipeline.order.length === 0) pipeline.order = parseOrder(docOf(value, key))
    else if (key === '$limit' && choosing) pipeline.most = limitOf(value)
    else pipeline.stages.push(compileStage(key, value))
  })
  return pipeline
}

const compileStage = (key: string, value: Value): Stage => {
  switch (key) {
    case '$group': return groupStage(docOf(value, key))
    case '$sort': return sortStage(docOf(value, key))
    case '$limit': return limitStage(limitOf(value))
    case '$project': return projectStage(docOf(value, key))
    case '$count': return countStage(value)
    case '$lookup': return lookupStage(docOf(value, key), compilePipeline)
    case '$match': throw notSupported('the aggregation stage $match behind another')
    default: throw notSupported(`the aggregation stage ${key}`)
  }
}

const docOf = (value: Value, what: string): Doc => {
  if (!isDoc(value)) throw invalidParam(`${what} must be an object`)
  return value
}

const limitOf = (most: Value): number => {
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 1) throw databaseRequestFailed('the limit must be positive')
  return most
}

const limitStage = (most: number): Stage => (docs) => docs.slice(0, most)

const sortStage = (by: Doc): Stage => {
  const order = parseOrder(by)
  return (docs) => sortDocs(docs, order)
}

/** Fields kept or fields dropped, `_id` aside; what computes something is not here. */
const projectStage = (fields: Doc): Stage => {
  if (Object.keys(fields).length === 0) throw databaseRequestFailed('Invalid $project :: caused by :: projection specification must have at least one field')
  if (Object.values(fields).some(isDoc)) throw notSupported('$project with anything but fields to keep or to drop')
  const project = compileProjection(fields)
  return (docs) => docs.map(project)
}

/** MongoDB answers nothing at all where there is nothing to count. */
const countStage = (name: Value): Stage => {
  if (typeof name !== 'string' || !/^[^$.\0]+$/.test(name)) throw databaseRequestFailed('the count field must be a non-empty string without $ and .')
  return (docs) => (docs.length === 0 ? [] : [Object.assign(emptyDoc(), { [name]: docs.length })])
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
