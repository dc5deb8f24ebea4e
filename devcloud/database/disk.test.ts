import { closeSync, mkdtempSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { startCloudProcess, type CloudProcess } from '../testing/cloud-process'
import { index, startFixture, temporary, type Fixture } from '../testing/fixture'
import { startSdk, type SdkProcess } from '../testing/sdk-process'
import { parseEjson } from '../values/ejson'
import type { Doc } from '../values/value'
import { matchingRows } from './matching'
import { OpenTransaction } from './open-transaction'
import { Sql } from './sql'
import { Store } from './store'

/** A disk that is full and a file that is damaged, made with what any machine has. */
let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture({ collections: { things: [index('k', { k: 1 })], others: [] } })
  await fixture.cloud.stop()
})
afterAll(() => fixture.stop())
// A test that fails must leave no process behind either.
const running: { clouds: CloudProcess[]; sdks: SdkProcess[] } = { clouds: [], sdks: [] }
afterEach(async () => {
  for (const sdk of running.sdks.splice(0)) sdk.stop()
  await Promise.all(running.clouds.splice(0).map((cloud) => cloud.end('SIGKILL')))
})
const startCloud = async (options: Parameters<typeof startCloudProcess>[0]): Promise<CloudProcess> => {
  const cloud = await startCloudProcess(options)
  running.clouds.push(cloud)
  return cloud
}
const startClient = (cloud: CloudProcess): SdkProcess => {
  const sdk = startSdk(cloud.env)
  running.sdks.push(sdk)
  return sdk
}
const fresh = () => ({ root: fixture.directory, data: mkdtempSync(join(fixture.directory, 'data-')) })

const FILL = `
  const c = db.collection('things')
  const acknowledged = []
  try { for (let at = 0; at < 10000; at++) { await c.add({ _id: at, k: at, text: 'x'.repeat(20000) }); acknowledged.push(at) } } catch (error) {
    const read = (await c.doc(0).get()).data.length
    const transaction = await db.runTransaction(async t => { await t.collection('things').add({ _id: 't1', text: 'x'.repeat(20000) }); await t.collection('others').add({ _id: 't2', text: 'x'.repeat(50000) }) }).then(() => 'worked', e => e.code)
    return { acknowledged, code: error.code, message: error.message, read, transaction }
  }
`

test('a full disk: the write says so, what was acknowledged is there, reading goes on, and so does writing once there is room', async () => {
  const place = fresh()
  const cloud = await startCloud({ ...place, fileLimit: 4 * 1024 })
  const sdk = startClient(cloud)
  const { acknowledged, code, message, read, transaction } = await sdk.run(FILL) as { acknowledged: number[]; code: string; message: string; read: number; transaction: string }
  expect([code, read, transaction]).toEqual(['DATA_FULL', 1, 'DATA_FULL'])
  expect(message).toMatch(/could not be written.*Make room/)
  expect(acknowledged.length).toBeGreaterThan(50)
  expect(cloud.child.exitCode).toBeNull()
  sdk.stop()
  await cloud.end('SIGKILL')
  const roomy = await startCloud(place)
  const reader = startClient(roomy)
  expect(await reader.run(`
    const { data } = await db.collection('things').limit(1000).field({ text: false }).get()
    await db.collection('things').add({ _id: 'again' })
    return [data.map(doc => doc._id).sort((a, b) => a - b), (await db.collection('others').count()).total]
  `)).toEqual([acknowledged, 0])
}, 60_000)

test('a full disk inside one process: the transaction is undone as a whole, and the next one works', () => {
  const place = temporary()
  const sql = new Sql(join(place.path, 'db'))
  try {
    sql.all('PRAGMA journal_mode = WAL')
    const store = new Store(sql)
    store.deploy([{ name: 'c', indexes: [] }])
    const insert = (documents: Pick<Store, 'insert'>, id: string, bytes: number) => documents.insert('c', parseEjson(JSON.stringify({ _id: id, text: 'x'.repeat(bytes) }), 0) as Doc)
    store.transaction(() => insert(store, 'kept', 1000))
    sql.all(`PRAGMA max_page_count = ${(sql.get('PRAGMA page_count')?.['page_count'] as number) + 4}`)
    const full = expect.objectContaining({ code: 'DATA_FULL' }) as Error
    expect(() => store.transaction(() => { insert(store, 'small', 10); insert(store, 'large', 100_000) })).toThrow(full)
    const transaction = new OpenTransaction(store)
    insert(transaction, 'small', 10)
    insert(transaction, 'large', 100_000)
    expect(() => transaction.commit()).toThrow(full)
    const ids = () => matchingRows(store, 'c', {}).map(({ doc }) => doc['_id'])
    expect([ids(), store.locks.busy]).toEqual([['kept'], false])
    sql.all('PRAGMA max_page_count = 100000')
    store.transaction(() => insert(store, 'large', 100_000))
    expect(ids()).toEqual(['kept', 'large'])
  } finally {
    sql.close()
    place.remove()
  }
})

test('a file that is no database: the start says so and what to do', async () => {
  const place = fresh()
  writeFileSync(join(place.data, 'cloud.sqlite'), 'once upon a time '.repeat(1000))
  await expect(startCloudProcess(place)).rejects.toThrow(/ended with 1: .*DATA_DAMAGED .*cloud.sqlite is damaged .*Put back a copy/)
  // Nothing is left open by the start that failed.
  await expect(startCloudProcess(place)).rejects.toThrow(/DATA_DAMAGED/)
})

test('a file that is damaged in the middle: who reads there is told, the cloud stays', async () => {
  const place = fresh()
  const cloud = await startCloud(place)
  const sdk = startClient(cloud)
  await sdk.run("await db.collection('others').add({ _id: 'fine' }); for (let round = 0; round < 8; round++) await db.collection('things').add([...Array(100)].map((_, at) => ({ k: round * 100 + at, text: 'x'.repeat(3000) })))")
  sdk.stop()
  await cloud.end('SIGTERM')
  const file = join(place.data, 'cloud.sqlite')
  // What still stands in the log would heal the damage.
  const sql = new Sql(file)
  sql.all('PRAGMA wal_checkpoint(TRUNCATE)')
  sql.close()
  const { size } = statSync(file)
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(65536, 0xee), 0, undefined, Math.floor(size / 2))
  closeSync(handle)
  const damaged = await startCloud(place)
  const reader = startClient(damaged)
  expect(await reader.run(`
    const all = await db.collection('things').limit(1000).get().then(({ data }) => data.length, error => [error.code, /is damaged.*Put back a copy/.test(error.message)])
    return [all, (await db.collection('others').get()).data]
  `)).toEqual([['DATA_DAMAGED', true], [{ _id: 'fine' }]])
  expect(damaged.child.exitCode).toBeNull()
}, 60_000)

test('a document whose bytes are no text any more: who reads it is told, the others are there, the cloud stays', async () => {
  const place = fresh()
  const cloud = await startCloud(place)
  const sdk = startClient(cloud)
  await sdk.run("await db.collection('things').add([{ _id: 'broken', k: 1 }, { _id: 'fine', k: 2 }])")
  sdk.stop()
  await cloud.end('SIGTERM')
  const sql = new Sql(join(place.data, 'cloud.sqlite'))
  // As a disk that fails would leave it: libsql would abort the process over it.
  sql.run("UPDATE doc SET json = CAST(x'7b22eeeeee227d' AS TEXT) WHERE json LIKE '%broken%'")
  sql.close()
  const damaged = await startCloud(place)
  const reader = startClient(damaged)
  expect(await reader.run(`
    const broken = await db.collection('things').doc('broken').get().then(() => 'read', error => error.code)
    return [broken, (await db.collection('things').where({ k: 2 }).get()).data]
  `)).toEqual(['DATA_DAMAGED', [{ _id: 'fine', k: 2 }]])
  expect(damaged.child.exitCode).toBeNull()
}, 60_000)
