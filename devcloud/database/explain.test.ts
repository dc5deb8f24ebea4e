import { index, startFixture, type Fixture } from '../testing/fixture'
import { startSdk, type SdkProcess } from '../testing/sdk-process'

let fixture: Fixture
let sdk: SdkProcess

beforeAll(async () => {
  fixture = await startFixture({ collections: { things: [index('k', { k: 1 }, true), index('gv', { g: 1, v: -1 }), index('tags', { tags: 1 })] } })
  sdk = startSdk(fixture.cloud.env)
  await sdk.run("await db.collection('things').add([...Array(1000)].map((_, at) => ({ _id: 'i' + at, k: at, g: at % 10, v: at, z: at % 7, tags: ['t' + at % 3, 'x'] })))")
})
afterAll(async () => { sdk.stop(); await fixture.stop() })

const ask = async (parameters: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }> => {
  const search = new URLSearchParams(Object.entries({ collection: 'things', ...parameters }).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]))
  const response = await fetch(`${fixture.cloud.url}/devcloud/database/explain?${search.toString()}`)
  return { status: response.status, body: await response.json() as Record<string, unknown> }
}

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['one of a unique index', { query: { k: 5 } }, { plan: 'index', index: 'k', direction: 'forwards', ranges: 1, keysExamined: 1, documentsExamined: 1, returned: 1, sortedInMemory: false }],
  ['by id', { query: { _id: { $in: ['i1', 'i2', 'none'] } } }, { plan: 'ids', ranges: 3, keysExamined: 3, documentsExamined: 2, returned: 2, sortedInMemory: false }],
  ['a stretch', { query: { k: { $gte: 10, $lt: 20 } } }, { plan: 'index', index: 'k', direction: 'forwards', ranges: 1, keysExamined: 11, documentsExamined: 11, returned: 10, sortedInMemory: false }],
  ['the first of an order that the index has', { query: { g: 3 }, order: { v: -1 }, limit: 5 }, { plan: 'index', index: 'gv', direction: 'forwards', ranges: 1, keysExamined: 5, documentsExamined: 5, returned: 5, sortedInMemory: false }],
  ['the same, the other way round, further on', { query: { g: 3 }, order: { v: 1 }, skip: 10, limit: 5 }, { plan: 'index', index: 'gv', direction: 'backwards', ranges: 1, keysExamined: 15, documentsExamined: 15, returned: 5, sortedInMemory: false }],
  ['an order without a question', { order: { k: -1 }, limit: 3 }, { plan: 'index', index: 'k', direction: 'backwards', ranges: 1, keysExamined: 3, documentsExamined: 3, returned: 3, sortedInMemory: false }],
  ['an order that no index has', { query: { g: 3 }, order: { z: 1 }, limit: 5 }, { plan: 'index', index: 'gv', direction: 'forwards', ranges: 1, keysExamined: 100, documentsExamined: 100, returned: 5, sortedInMemory: true }],
  ['several values, then an order', { query: { g: { $in: [1, 2] } }, order: { v: -1 }, limit: 5 }, { plan: 'index', index: 'gv', direction: 'forwards', ranges: 2, keysExamined: 200, documentsExamined: 200, returned: 5, sortedInMemory: true }],
  ['a condition that no index has', { query: { z: 3 }, limit: 1000 }, { plan: 'all', keysExamined: 0, documentsExamined: 1000, returned: 143, sortedInMemory: false }],
  ['a condition the index knows nothing of', { query: { k: { $lt: 50 }, z: 3 } }, { plan: 'index', index: 'k', direction: 'forwards', ranges: 1, keysExamined: 51, documentsExamined: 51, returned: 7, sortedInMemory: false }],
  ['elements of arrays', { query: { tags: { $in: ['t1', 'x'] } }, limit: 1000 }, { plan: 'index', index: 'tags', direction: 'forwards', ranges: 2, keysExamined: 1333, documentsExamined: 1000, returned: 1000, sortedInMemory: false }],
])('%s', async (_what, parameters, expected) => {
  const { status, body } = await ask(parameters)
  expect(status).toBe(200)
  expect(body).toEqual({ ...expected, milliseconds: expect.any(Number) as number })
})

test('a question that cannot be asked', async () => {
  expect((await ask({ collection: 'nope' })).body['code']).toBe('DATABASE_COLLECTION_NOT_EXIST')
  expect((await ask({ query: '{' })).body['code']).toBe('INVALID_PARAM')
  expect((await ask({ limit: 1001 })).body['code']).toBe('INVALID_PARAM')
})
