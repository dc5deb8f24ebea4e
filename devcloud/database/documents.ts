import type { Doc } from '../values/value'
import type { OrderKey } from './order'

/** A document with its row number: rows keep the order in which documents were inserted. */
export interface Row { n: number; doc: Doc }

/** How documents were looked for. `examined` grows while the rows are read. */
export interface Candidates {
  rows: Iterable<Row>
  /** Whether the rows come in the order asked for. */
  ordered: boolean
  plan: { kind: 'ids' | 'index' | 'all'; index?: string; backwards?: boolean; ranges?: number }
  examined: { keys: number; documents: number }
}

/**
 * The documents an action works with: those that are stored, or those that a transaction sees. Reading and writing happen at once,
 * without anything in between.
 */
export interface Documents {
  /** @throws DATABASE_COLLECTION_NOT_EXIST */
  requireCollection(name: unknown): string
  /** Documents that may satisfy a query, few rather than many: the caller still has to match them. */
  candidates(collection: string, query: Doc, order?: readonly OrderKey[]): Candidates
  /** @throws DATABASE_DUPLICATE_WRITE */
  insert(collection: string, doc: Doc): void
  /** @throws DATABASE_DUPLICATE_WRITE */
  replace(collection: string, row: Row, doc: Doc): void
  remove(collection: string, row: Row): void
}
