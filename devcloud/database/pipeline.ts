import type { Doc } from '../values/value'
import type { OrderKey } from './order'

/** Reads documents of a collection that match, in order, so many at most. */
export type Read = (collection: string, query: Doc, order: readonly OrderKey[], most: number) => Doc[]

/** Turns documents into documents; `read` is for what other collections have to add. */
export type Stage = (docs: readonly Doc[], read: Read) => Doc[]

/** A pipeline: which documents go in, how many of them in which order, and what becomes of them. */
export interface Pipeline { query: Doc; order: OrderKey[]; most: number; stages: Stage[] }

/** Runs a pipeline on a collection. */
export const runPipeline = (collection: string, { query, order, most, stages }: Pipeline, read: Read): Doc[] =>
  stages.reduce((docs, stage) => stage(docs, read), read(collection, query, order, most))
