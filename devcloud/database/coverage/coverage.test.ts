import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startFixture, type Fixture } from '../../testing/fixture'
import { startSdk, type SdkProcess } from '../../testing/sdk-process'
import { accumulatorExamples, expressionExamples, grouped, looked, stageExamples } from './expression-examples'
import { projectionExamples, queried, queryExamples, updateExamples } from './query-examples'

/** Every operator and stage that the unmodified SDK offers, tried through it; the table of them is devcloud/COVERAGE.md. */
let fixture: Fixture
let sdk: SdkProcess

beforeAll(async () => {
  fixture = await startFixture({ collections: { queried: [], updated: [], looked: [], grouped: [] } })
  sdk = startSdk(fixture.cloud.env)
  await sdk.run("for (const [name, docs] of Object.entries(input)) await db.collection(name).add(docs)", { queried, looked: [looked], grouped })
})
afterAll(async () => { sdk.stop(); await fixture.stop() })

type Examples = Readonly<Record<string, readonly (readonly unknown[])[]>>

const rows = <E extends Examples>(examples: E) => Object.values(examples).flat() as E[string][number][]

/** What the SDK answers, or `not supported` for the loud error. */
const answer = async (body: string): Promise<unknown> => {
  try {
    return await sdk.run(`const $ = _.aggregate\n${body}`)
  } catch (error) {
    if ((error as { code?: unknown }).code === 'DEVCLOUD_NOT_SUPPORTED') return 'not supported'
    throw error
  }
}

test.each(rows(queryExamples))('where(%s)', async (query, found) => {
  expect(await answer(`return (await db.collection('queried').where(${query}).get()).data.map((doc) => doc._id)`)).toEqual(found)
})

test.each(rows(updateExamples))('%j update(%s)', async (before, update, after) => {
  await sdk.run("await db.collection('updated').where({}).remove(); await db.collection('updated').add({ _id: 'x', ...input })", before)
  expect(await answer(`const doc = db.collection('updated').doc('x'); await doc.update(${update}); return (await doc.get()).data[0]`)).toEqual({ _id: 'x', ...after })
})

test.each(rows(projectionExamples))('field(%s)', async (fields, first) => {
  expect(await answer(`return (await db.collection('queried').field(${fields}).limit(1).get()).data[0]`)).toEqual(first)
})

test.each(rows(expressionExamples))('%s', async (expression, value) => {
  const found = await answer(`return (await db.collection('looked').aggregate().project({ _id: 0, v: ${expression} }).end()).data[0]`)
  expect(found).toEqual(value === 'not supported' ? value : { v: value })
})

test.each(rows(accumulatorExamples))('group by %s', async (accumulator, value) => {
  expect(await answer(`return (await db.collection('grouped').aggregate().sort({ _id: 1 }).group({ _id: '$g', v: ${accumulator} }).end()).data[0].v`)).toEqual(value)
})

test.each(rows(stageExamples))('aggregate()%s', async (stages, out) => {
  expect(await answer(`return (await db.collection('grouped').aggregate()${stages}.end()).data`)).toEqual(out)
})

/** What the SDK offers, asked of itself. */
const offered = () => sdk.run(`
  const own = (value) => Object.keys(value).filter((name) => typeof value[name] === 'function').sort()
  const inherited = (value) => Object.getOwnPropertyNames(Object.getPrototypeOf(value)).sort()
  return { command: own(_), expressions: own(_.aggregate), projection: own(_.project), aggregation: inherited(db.collection('x').aggregate()), chained: inherited(_.eq(1)).concat(inherited(Object.getPrototypeOf(_.eq(1)))), groups: Object.keys(_).filter((name) => typeof _[name] === 'object').sort() }
`) as Promise<Record<'command' | 'expressions' | 'projection' | 'aggregation' | 'chained' | 'groups', string[]>>

/** Methods that put together or send, and are no operators. */
const plumbing = { expressions: ['pipeline'], aggregation: ['_pipe', 'constructor', 'done', 'end', 'unwrap'], chained: ['_setFieldName', 'constructor', 'toJSON'] }

const cell = (examples: readonly (readonly unknown[])[]) => {
  const refused = examples.filter((example) => example.includes('not supported'))
  if (refused.length === 0) return 'supported'
  return refused.length === examples.length ? 'loud error' : `supported, but for \`${(refused[0] as readonly unknown[])[0] as string}\`: loud error`
}

const section = (title: string, names: readonly string[], ...examples: Examples[]): string => {
  const lines = names.map((name) => {
    const own = examples.flatMap((table) => table[name] ?? [])
    if (own.length === 0) throw new Error(`${title}: ${name} is offered by the SDK, and there is no example of it`)
    return [`| \`${name}\` | ${cell(own)} |`, cell(own)] as const
  })
  for (const table of examples) for (const name of Object.keys(table)) if (!names.includes(name)) throw new Error(`${title}: the SDK does not offer ${name}`)
  const supported = lines.filter(([, text]) => text !== 'loud error').length
  return `## ${title}: ${supported} of ${names.length}\n\n| | |\n|---|---|\n${lines.map(([line]) => line).join('\n')}\n`
}

test('devcloud/COVERAGE.md says what the SDK offers and what of it is here', async () => {
  const { command, expressions, projection, aggregation, chained, groups } = await offered()
  expect(groups).toEqual(['aggregate', 'project'])
  // A chained command is the same command, joined by `and`.
  expect(chained.filter((name) => !plumbing.chained.includes(name) && !command.includes(name))).toEqual([])
  const accumulators = Object.keys(accumulatorExamples)
  const table = [
    '# What of the SDK\'s query, update and aggregation language is here\n\nMade by `database/coverage/coverage.test.ts`, which asks `@cloudbase/node-sdk` 3.18.3 what it offers and tries all of it through the SDK\n(`COVERAGE=write npx jest devcloud/database/coverage` makes it anew). "loud error" is `DEVCLOUD_NOT_SUPPORTED`.\n',
    section('Queries and updates, `db.command`', command, queryExamples, updateExamples),
    section('Projections, `db.command.project`', projection, projectionExamples),
    section('Stages, `collection.aggregate()`', aggregation.filter((name) => !plumbing.aggregation.includes(name)), stageExamples),
    section('Expressions, `db.command.aggregate`', expressions.filter((name) => !plumbing.expressions.includes(name) && (name in expressionExamples || !accumulators.includes(name))), expressionExamples),
    section('Accumulators of `group`, `db.command.aggregate`', expressions.filter((name) => accumulators.includes(name)), accumulatorExamples),
  ].join('\n')
  const file = join(__dirname, '../../COVERAGE.md')
  if (process.env['COVERAGE'] === 'write') writeFileSync(file, table)
  expect(readFileSync(file, 'utf8')).toBe(table)
})
