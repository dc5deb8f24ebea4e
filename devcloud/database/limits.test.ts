import { index, startFixture, type Fixture } from '../testing/fixture'
import { startSdk, type SdkProcess } from '../testing/sdk-process'
import { MAX_COLLECTIONS } from './limits'

/** The service's limits and refusals, as the unmodified SDK meets them. */
let fixture: Fixture
let sdk: SdkProcess

beforeAll(async () => {
  fixture = await startFixture({ collections: { things: [index('k', { k: 1 }, true), index('l', { 'l.x': 1 })], many: [index('g', { g: 1, v: -1 })] } })
  sdk = startSdk(fixture.cloud.env)
})
afterAll(async () => { sdk.stop(); await fixture.stop() })
afterEach(() => sdk.run("await db.collection('things').where({}).remove()"))

const failure = async (body: string): Promise<{ code?: string; message?: string }> => {
  try {
    await sdk.run(`const c = db.collection('things'); ${body}`)
    return {}
  } catch (error) {
    return { code: (error as { code?: string }).code ?? '', message: (error as Error).message }
  }
}

test('a get() without a limit is 100 documents, with one it is at most 1000 whatever is asked for', async () => {
  expect(await sdk.run(`
    const c = db.collection('many')
    await c.add([...Array(1100)].map((_, at) => ({ _id: at, g: 1, v: at })))
    const length = async (query) => (await query.get()).data.length
    return [await length(c), await length(c.limit(1000)), await length(c.limit(5000)), await length(c.skip(1050).limit(1000)), (await c.count()).total,
      (await c.where({ g: 1 }).update({ h: 1 })).updated]
  `)).toEqual([100, 1000, 1000, 50, 1100, 1100])
})

const REFUSED: [what: string, body: string, code: string, message: string][] = [
  ['a document over 16 MB', "await c.add({ big: 'x'.repeat(16 * 1024 * 1024) })", 'DATABASE_REQUEST_FAILED', 'is invalid. Size must be between 0 and 16777216(16MB)'],
  ['a document that grows over 16 MB', "await c.add({ _id: 1, big: 'x'.repeat(9 * 1024 * 1024) }); await c.doc(1).update({ more: 'x'.repeat(9 * 1024 * 1024) })", 'DATABASE_REQUEST_FAILED', 'Size must be between'],
  ['an index key over 1024 bytes', "await c.add({ k: 'x'.repeat(1100) })", 'DATABASE_REQUEST_FAILED', 'key too large to index, failing 1103 > 1024 bytes, collection: things index: k'],
  ['an index key over 1024 bytes in an update', "await c.add({ _id: 1, k: 1 }); await c.doc(1).update({ l: [{ x: 1 }, { x: '中'.repeat(400) }] })", 'DATABASE_REQUEST_FAILED', 'key too large to index'],
  ['an index key over 1024 bytes in a transaction', "await db.runTransaction(t => t.collection('things').add({ k: 'x'.repeat(1100) }))", 'DATABASE_REQUEST_FAILED', 'key too large to index'],
  ['101 levels', "let deep = 1; for (let at = 0; at < 101; at++) deep = { deep }; await c.add(deep)", 'INVALID_PARAM', '100 levels'],
  ['a name with $', "await c.add({ $a: 1 })", 'DATABASE_REQUEST_FAILED', "'$a' is not valid for storage"],
  ['a name with a dot', "await c.add({ x: [{ 'a.b': 1 }] })", 'DATABASE_REQUEST_FAILED', "'a.b' is not valid for storage"],
  ['a name with a null byte', "await c.doc('x').set({ 'a\\0': 1 })", 'DATABASE_REQUEST_FAILED', 'null byte'],
  ['a unique key that is taken', "await c.add({ k: 1 }); await c.add({ k: 1 })", 'DATABASE_DUPLICATE_WRITE', 'E11000 duplicate key error collection: things index: k dup key: { k: 1 }'],
  ['an _id that is taken', "await c.add({ _id: 'x', k: 1 }); await c.add({ _id: 'x', k: 2 })", 'DATABASE_DUPLICATE_WRITE', 'index: _id_'],
  ['an _id that cannot be one', "await c.add({ _id: [1] })", 'INVALID_PARAM', '_id must be'],
  ['a collection that is not there', "await db.collection('nope').where({}).remove()", 'DATABASE_COLLECTION_NOT_EXIST', 'Db or Table not exist: nope'],
  ['a collection that is there already', "await db.createCollection('things')", 'DATABASE_COLLECTION_ALREADY_EXIST', 'things'],
  ['a collection with a name that cannot be one', "await db.createCollection('9 lives')", 'INVALID_PARAM', 'collectionName'],
]

test.each(REFUSED)('%s', async (_what, body, code, message) => {
  expect(await failure(body)).toEqual({ code, message: expect.stringContaining(message) as string })
})

test('an environment has at most so many collections', async () => {
  expect(await failure(`for (let at = 0; at < ${MAX_COLLECTIONS - 2}; at++) await db.createCollection('made' + at)`)).toEqual({})
  expect((await failure("await db.createCollection('oneMore')")).code).toBe('DATABASE_COLLECTION_EXCEED_LIMIT')
  expect((await failure("await db.collection('oneMore').get()")).code).toBe('DATABASE_COLLECTION_NOT_EXIST')
})

test('clients have no permission', async () => {
  const response = await fetch(`${fixture.cloud.url}/v1/database/instances/default/databases/default/collections/things/documents`)
  expect([response.status, (await response.json() as { code: string }).code]).toEqual([401, 'DATABASE_PERMISSION_DENIED'])
})
