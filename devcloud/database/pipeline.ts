import type { Doc } from '../values/value'
import { bindQuery } from './bind-query'
import type { Binding, Scope } from './expressions/expression'
import type { OrderKey } from './order'

/** Reads documents of a collection that match, in order, so many at most. */
export type Read = (collection: string, query: Doc, order: readonly OrderKey[], most: number) => Doc[]

/** What the stages of a pipeline share: how to read other collections, and the variables of the `$lookup` that the pipeline stands in. */
export interface PipelineContext { read: Read; bound: Binding | undefined }

/** Turns documents into documents. */
export type Stage = (docs: readonly Doc[], context: PipelineContext) => Doc[]

/** A pipeline: which documents go in, how many of them in which order, and what becomes of them. */
export interface Pipeline { query: Doc; order: OrderKey[]; most: number; stages: Stage[] }

/** Runs a pipeline on a collection. */
export const runPipeline = (collection: string, { query, order, most, stages }: Pipeline, read: Read, bound?: Binding): Doc[] => {
  const context: PipelineContext = { read, bound }
  return stages.reduce((docs, stage) => stage(docs, context), read(collection, bindQuery(query, bound), order, most))
}

/** What an expression of a stage looks at. */
export const scopeOf = (root: Doc, { bound }: PipelineContext): Scope => ({ root, bound })
