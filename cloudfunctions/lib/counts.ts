import { _, db } from './database'

/**
 * How many documents there are for each value of a field, in one request however many values there are. A value that no document has is
 * not in the answer.
 * @param most values at most. Said outright: nobody promises that all groups come back otherwise.
 */
export async function countBy(collection: string, query: Record<string, unknown>, field: string, most: number): Promise<Map<unknown, number>> {
  if (Object.values(query).includes(undefined)) throw new Error(`${collection}: a count needs its whole condition`)
  const { data } = await db.collection(collection).aggregate().match(query).group({ _id: `$${field}`, total: _.aggregate.sum(1) }).limit(most).end() as { data: { _id: unknown; total: number }[] }
  return new Map(data.map(({ _id, total }) => [_id, total]))
}
