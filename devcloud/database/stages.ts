import { databaseRequestFailed, invalidOperator, invalidParam, notSupported } from '../errors'
import { parseEjson } from '../values/ejson'
import { docOf, emptyDoc, isDoc, type Doc, type Value } from '../values/value'
import { bindQuery } from './bind-query'
import type { Binding } from './expressions/expression'
import { compileQuery } from './matcher'
import { parseOrder, sortDocs, type OrderKey } from './order'
import type { Pipeline, Stage } from './pipeline'
import { addFieldsStage } from './stages/add-fields'
import { bucketStage } from './stages/bucket'
import { bucketAutoStage } from './stages/bucket-auto'
import { groupStage } from './stages/group'
import { lookupStage } from './stages/lookup'
import { countStage, limitOf, limitStage, sampleStage, skipStage } from './stages/pages'
import { projectStage } from './stages/project'
import { replaceRootStage } from './stages/replace-root'
import { unwindStage } from './stages/unwind'

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
 * What stands in front and only chooses (`$match`, then `$sort`, then `$limit`) is done while reading, as MongoDB does; the rest afterwards.
 * @param names variables of the `$lookup` that the pipeline stands in
 */
export const compilePipeline = (stages: readonly (readonly [key: string, value: Value])[], names: ReadonlySet<string> = new Set()): Pipeline => {
  const pipeline: Pipeline = { query: emptyDoc(), order: [], most: Infinity, stages: [] }
  for (const [key, value] of stages) {
    const choosing = pipeline.stages.length === 0 && pipeline.most === Infinity
    if (key === '$match' && choosing && pipeline.order.length === 0) pipeline.query = both(pipeline.query, queryOf(value, names))
    else if (key === '$sort' && choosing && pipeline.order.length === 0) pipeline.order = orderOf(value)
    else if (key === '$limit' && choosing) pipeline.most = limitOf(value)
    else pipeline.stages.push(compileStage(key, value, names))
  }
  return pipeline
}

/** MongoDB 4 has these as well; the SDK offers them only as raw stages, `$geoNear` aside. */
const unsupported = new Set([
  '$geoNear', '$facet', '$graphLookup', '$redact', '$set', '$unset', '$replaceWith', '$unionWith', '$out', '$merge', '$indexStats', '$collStats', '$currentOp', '$listSessions', '$planCacheStats',
])

const compileStage = (key: string, value: Value, names: ReadonlySet<string>): Stage => {
  switch (key) {
    case '$addFields': return addFieldsStage(specOf(value, key), names)
    case '$bucket': return bucketStage(specOf(value, key), names)
    case '$bucketAuto': return bucketAutoStage(specOf(value, key), names)
    case '$count': return countStage(value)
    case '$group': return groupStage(specOf(value, key), names)
    case '$limit': return limitStage(limitOf(value))
    case '$lookup': return lookupStage(specOf(value, key), names, compilePipeline)
    case '$match': return matchStage(queryOf(value, names))
    case '$project': return projectStage(specOf(value, key), names)
    case '$replaceRoot': return replaceRootStage(specOf(value, key), names)
    case '$sample': return sampleStage(specOf(value, key))
    case '$skip': return skipStage(value)
    case '$sort': return sortStage(orderOf(value))
    case '$sortByCount': return sortByCountStage(value, names)
    case '$unwind': return unwindStage(value)
    default: throw unsupported.has(key) ? notSupported(`the aggregation stage ${key}`) : invalidOperator(`Unrecognized pipeline stage name: '${key}'`)
  }
}

const specOf = (value: Value, stage: string): Doc => {
  if (!isDoc(value)) throw databaseRequestFailed(`${stage} specification stage must be an object`)
  return value
}

const orderOf = (value: Value): OrderKey[] => {
  const order = parseOrder(specOf(value, '$sort'))
  if (order.length === 0) throw databaseRequestFailed('$sort stage must have at least one sort key')
  return order
}

const sortStage = (order: readonly OrderKey[]): Stage => (docs) => sortDocs(docs, order)

/** Checked once with variables of no value, so that mistakes are told where there are no documents too. */
const queryOf = (value: Value, names: ReadonlySet<string>): Doc => {
  if (!isDoc(value)) throw databaseRequestFailed('the match filter must be an expression in an object')
  compileQuery(bindQuery(value, [...names].reduce<Binding | undefined>((outer, name) => ({ name, value: null, outer }), undefined)))
  return value
}

const both = (first: Doc, second: Doc): Doc => (Object.keys(first).length === 0 ? second : docOf({ $and: [first, second] }))

const matchStage = (query: Doc): Stage => (docs, { bound }) => docs.filter(compileQuery(bindQuery(query, bound)))

/** `$sortByCount` is `$group` and `$sort`, so MongoDB's manual. */
const sortByCountStage = (by: Value, names: ReadonlySet<string>): Stage => {
  const path = typeof by === 'string' && by.startsWith('$')
  const expression = isDoc(by) && (Object.keys(by)[0]?.startsWith('$') ?? false)
  if (!path && !expression) throw databaseRequestFailed('the sortByCount field must be defined as a $-prefixed path or an expression inside an object')
  const group = groupStage(docOf({ _id: by, count: docOf({ $sum: 1 }) }), names)
  const sort = sortStage(parseOrder(docOf({ count: -1 })))
  return (docs, context) => sort(group(docs, context), context)
}
