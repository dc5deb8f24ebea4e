import { _, db } from '../lib/database'

/** Documents by id; what is not there is not in it. */
export async function byIds<T extends { _id: string }>(collection: string, ids: readonly string[]): Promise<Map<string, T>> {
  const wanted = [...new Set(ids)].filter(id => id !== '')
  if (wanted.length === 0) return new Map()
  const { data } = await db.collection(collection).where({ _id: _.in(wanted) }).limit(wanted.length).get()
  return new Map((data as T[]).map(document => [document._id, document]))
}
