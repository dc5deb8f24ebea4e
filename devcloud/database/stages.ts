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
 * Of the service's stages these are here: `$match` in front, `$sort`, `$limit`, `$project` that keeps or drops fields, `$group` that counts, sums and takes the first,
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

/** `{_id: '$field', total: {$sum: 1}, title: {$first: '$title'}}`: one document per value of the field, in the order in which the values are met. */
const groupStage = ({ _id: by, ...accumulators }: Doc): Stage => {
  if (by === undefined) throw databaseRequestFailed('a group specification must include an _id')
  if (by !== null && !isField(by)) throw notSupported('$group by anything but a field of the document')
  // A document without the field is one of those where it is null.
  const keyOf = by === null ? () => null : reader(by)
  const steps = Object.entries(accumulators).map(([name, accumulator]) => [name, accumulatorOf(accumulator)] as const)
  return (docs) => {
    const groups = new Map<string, Doc>()
    for (const doc of docs) {
      const value = keyOf(doc)
      const key = printEjson(value)
      const known = groups.get(key)
      const group = known ?? Object.assign(emptyDoc(), { _id: value })
      for (const [name, step] of steps) group[name] = step(known?.[name], doc)
      groups.set(key, group)
    }
    return [...groups.values()]
  }
}

type Accumulate = (so: Value | undefined, doc: Doc) => Value

const accumulatorOf = (accumulator: Value): Accumulate => {
  const [[operator, of] = ['', null], ...others] = isDoc(accumulator) ? Object.entries(accumulator) : []
  if (others.length === 0 && operator === '$first' && isField(of)) {
    const read = reader(of)
    return (so, doc) => (so === undefined ? read(doc) : so)
  }
  if (others.length === 0 && operator === '$sum' && (typeof of === 'number' || isField(of))) {
    const read = typeof of === 'number' ? () => of : reader(of)
    return (so, doc) => {
      const value = read(doc)
      // What is no number counts nothing.
      return (typeof so === 'number' ? so : 0) + (typeof value === 'number' ? value : 0)
    }
  }
  throw notSupported('$group with anything but $sum of a number or a field, or $first of a field')
}

const isField = (value: Value): value is string => typeof value === 'string' && /^\$[^$.]+(\.[^$.]+)*$/.test(value)

/** Reads `$a.b`; null where there is nothing. Arrays on the way are not gone into. */
const reader = (field: string) => {
  const path = field.slice(1).split('.')
  return (doc: Doc): Value => path.reduce<Value>((value, name) => (isDoc(value) ? value[name] ?? null : null), doc)
}
