import tcb from '@cloudbase/node-sdk'

/** The environment this function is deployed in; on one's own machine the SDK's own variables point at it. */
export const app = tcb.init({ env: process.env['TCB_ENV'] ?? tcb.SYMBOL_CURRENT_ENV })
export const db = app.database()
export const _ = db.command

/** The service's limit for one read from a function [cloudbase: default 100, max 1000]. */
export const MOST_DOCUMENTS = 1000

/** One document by id. @returns null when there is none. */
export async function findById<T>(collection: string, id: string): Promise<T | null> {
  // A key that is undefined vanishes from a query, and an object would be an operator.
  if (typeof id !== 'string' || id === '') throw new Error(`${collection}: an id is a string, not ${JSON.stringify(id)}`)
  const { data } = await db.collection(collection).where({ _id: id }).limit(1).get()
  return (data[0] as T | undefined) ?? null
}

/** Inserts a document with an id of ours. @returns false when a unique key is taken; nothing is written then. */
export async function insertOnce<T extends { _id: string }>(collection: string, document: T): Promise<boolean> {
  try {
    await db.collection(collection).add(document)
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** The service says E11000 as MongoDB does; the code's name is not documented, so both are looked at. */
export function isDuplicate(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message } = error as { code?: unknown; message?: unknown }
  return code === 'DATABASE_DUPLICATE_WRITE' || (typeof message === 'string' && message.includes('E11000'))
}

/** Changes the one document that matches. @returns whether there was one. `query` must name a string `_id`. */
export async function updateOne(collection: string, query: { _id: string; [field: string]: unknown }, change: object): Promise<boolean> {
  if (typeof query._id !== 'string' || Object.values(query).includes(undefined)) throw new Error(`${collection}: an update needs its whole condition`)
  const { updated } = await db.collection(collection).where(query).options({ multiple: false }).update(change)
  return updated === 1
}
