import { _, db } from './database'

/*
 * Several reads in one request: one document, and beside it what other collections have: lists, totals, what it points to. Each is a `lookup`
 * [cloudbase: Aggregate.lookup, by equal fields or with a pipeline of its own; MongoDB runs the latter once]. See docs/decisions/0008.
 */

/** The one document that the others are read beside. */
export interface Anchor<T> {
  collection: string
  query: Record<string, unknown>
  /** Of the document's type; never set. */
  readonly document?: T
}

/** What is read beside it. */
export interface Beside<T> {
  lookup: Record<string, unknown>
  read: (found: unknown[]) => T
}

export type Together<T, P> = { document: T } & { [K in keyof P]: P[K] extends Beside<infer R> ? R : never }

/** What documents have to be like, or one of several such. */
export type Query = Record<string, unknown> | ReturnType<typeof _.or>

/** The first document that matches; the query must name a string `_id`, which is more than enough to be one. */
export function one<T>(collection: string, query: Record<string, unknown> & { _id: string }): Anchor<T> {
  if (typeof query._id !== 'string' || query._id === '') throw new Error(`${collection}: an id is a string, not ${JSON.stringify(query._id)}`)
  return { collection, query: whole(collection, query) }
}

interface PageOptions {
  sort?: Record<string, 1 | -1>
  limit: number
  /** All where not said. */
  fields?: Record<string, boolean>
}

/** Documents that match, in order, so many at most. */
export function page<T>(from: string, query: Record<string, unknown>, { sort, limit, fields }: PageOptions): Beside<T[]> {
  const matching = pipelineOn(from, query)
  const chosen = (sort ? matching.sort(sort) : matching).limit(limit)
  return { lookup: { from, pipeline: (fields ? chosen.project(fields) : chosen).done() }, read: found => found as T[] }
}

/** How many documents match. */
export function total(from: string, query: Record<string, unknown>): Beside<number> {
  return { lookup: { from, pipeline: pipelineOn(from, query).count('total').done() }, read: found => (found as { total: number }[])[0]?.total ?? 0 }
}

/** How many values a field has in the documents that match, or several fields together: households of cases, say. */
export function totalDistinct(from: string, query: Query, field: string, ...more: string[]): Beside<number> {
  const of = more.length === 0 ? `$${field}` : Object.fromEntries([field, ...more].map(f => [f.replaceAll('.', '_'), `$${f}`]))
  return { lookup: { from, pipeline: pipelineOn(from, query).group({ _id: of }).count('total').done() }, read: found => (found as { total: number }[])[0]?.total ?? 0 }
}

/**
 * How many documents there are for each value of a field. A value that no document has is not in the answer.
 * @param most values at most
 */
export function totalsBy(from: string, query: Record<string, unknown>, field: string, most: number): Beside<Map<unknown, number>> {
  const pipeline = pipelineOn(from, query).group({ _id: `$${field}`, total: _.aggregate.sum(1) }).limit(Math.max(1, most)).done()
  return { lookup: { from, pipeline }, read: found => new Map((found as { _id: unknown; total: number }[]).map(({ _id, total: n }) => [_id, n])) }
}

/** Groups by a field that is not null: how many, sums and first values of other fields. `{ asked: sum('$state.wish.amount') }` */
export function groupsBy<T>(from: string, query: Record<string, unknown>, field: string, of: Record<string, unknown>, { sort, limit }: Pick<PageOptions, 'sort' | 'limit'>): Beside<(T & { _id: string; total: number })[]> {
  const matching = pipelineOn(from, { ...query, [field]: _.gt('') })
  const pipeline = (sort ? matching.sort(sort) : matching).group({ _id: `$${field}`, total: _.aggregate.sum(1), ...of }).limit(limit).done()
  return { lookup: { from, pipeline }, read: found => found as (T & { _id: string; total: number })[] }
}

/**
 * The elements of an array field, those that match, grouped by other fields and parts of the element. `by: { communityId: '$communityId' }`
 * @param most groups at most
 */
export function groupsWithin<B, T>(from: string, query: Record<string, unknown>, field: string, matching: Record<string, unknown>, by: { [K in keyof B]: string }, of: { [K in keyof T]: unknown }, most: number): Beside<(T & { _id: B })[]> {
  const pipeline = pipelineOn(from, query).unwind(`$${field}`).match(matching).group({ _id: by, ...of }).limit(most).done()
  return { lookup: { from, pipeline }, read: found => found as (T & { _id: B })[] }
}

/** The documents whose ids a field of the anchor names; a path through an array names several. */
export function pointedTo<T>(from: string, localField: string): Beside<T[]> {
  return { lookup: { from, localField, foreignField: '_id' }, read: found => found as T[] }
}

/** The same for one id, and some fields only of what it names. Where the field is missing it looks for '': by what is missing no index finds, and everything would be read. */
export function partOf<T>(from: string, localField: string, fields: Record<string, boolean>): Beside<T[]> {
  const pipeline = _.aggregate.pipeline().match(_.expr(_.aggregate.eq(['$_id', '$$wanted']))).project(fields).done()
  return { lookup: { from, let: { wanted: _.aggregate.ifNull([`$${localField}`, '']) }, pipeline }, read: found => found as T[] }
}

/** Of documents that name the anchor's id in a field, some fields only. */
export function partsNaming<T>(from: string, foreignField: string, fields: Record<string, boolean>): Beside<T[]> {
  const pipeline = _.aggregate.pipeline().match(_.expr(_.aggregate.eq([`$${foreignField}`, '$$wanted']))).project(fields).done()
  return { lookup: { from, let: { wanted: '$_id' }, pipeline }, read: found => found as T[] }
}

/** Documents that name the anchor's id in a field. */
export function pointingAt<T>(from: string, foreignField: string): Beside<T[]> {
  return { lookup: { from, localField: '_id', foreignField }, read: found => found as T[] }
}

/** Documents that have the same value in a field as the anchor; the anchor among them, where it is of the same collection. */
export function sharing<T>(from: string, field: string): Beside<T[]> {
  return { lookup: { from, localField: field, foreignField: field }, read: found => found as T[] }
}

/** What belongs to that which is read beside the anchor, under a name before this one. */
export function of<T>(name: string, beside: Beside<T>): Beside<T> {
  const { localField } = beside.lookup
  if (typeof localField !== 'string') throw new Error(`only what is joined by a field can be read of ${name}`)
  return { ...beside, lookup: { ...beside.lookup, localField: `${fieldOf(name)}.${localField}` } }
}

/**
 * What is named first is read first: of two documents that change one after the other, the later one is never read older than the earlier.
 * @returns null when there is no such document: then nothing else was read either
 */
export async function readTogether<T, P extends Record<string, Beside<unknown>>>({ collection, query }: Anchor<T>, beside: P): Promise<Together<T, P> | null> {
  return (await readEach<T, P>(collection, query, 1, beside))[0] ?? null
}

/** The same for several documents at once, `most` at most, each with what belongs to it; in order, where one is named. */
export async function readEach<T, P extends Record<string, Beside<unknown>>>(collection: string, query: Record<string, unknown>, most: number, beside: P, sort?: Record<string, 1 | -1>): Promise<Together<T, P>[]> {
  const names = Object.keys(beside)
  const matching = db.collection(collection).aggregate().match(whole(collection, query))
  const asked = names.reduce((so, name) => so.lookup({ ...beside[name]?.lookup, as: fieldOf(name) }), (sort ? matching.sort(sort) : matching).limit(most))
  const { data } = await asked.end() as { data: Record<string, unknown>[] }
  return data.map(found => {
    const document = Object.fromEntries(Object.entries(found).filter(([field]) => !names.some(name => field === fieldOf(name))))
    const read = names.map(name => [name, beside[name]?.read(found[fieldOf(name)] as unknown[])])
    return { ...Object.fromEntries(read), document } as Together<T, P>
  })
}

/** No document of ours has such a field. */
function fieldOf(name: string): string {
  return `beside_${name}`
}

function pipelineOn(from: string, query: Query) {
  return _.aggregate.pipeline().match(whole(from, query))
}

/** A key that is undefined vanishes from a query. */
function whole<Q extends Query>(collection: string, query: Q): Q {
  if (Object.values(query).includes(undefined)) throw new Error(`${collection}: a query needs its whole condition`)
  return query
}
