import { Faults } from './faults'
import { signedIn, startFixture, until, type Fixture } from './testing/fixture'
import { startSdk, type SdkProcess } from './testing/sdk-process'

let fixture: Fixture
let sdk: SdkProcess
const arrived: string[] = []
beforeAll(async () => {
  fixture = await startFixture({
    functions: {
      notes: { code: "exports.main = ({ n }) => { console.log('ran', n); return process.pid }" },
      other: { code: 'exports.main = () => 1' },
    },
    collections: { things: [] },
    cloud: { watchSdk: (action) => { arrived.push(action) } },
    files: { 'cloudbase/storage-rules.json': { read: true, write: true } },
  })
  sdk = startSdk(fixture.cloud.env)
})
afterAll(async () => {
  sdk.stop()
  await fixture.stop()
})
let stopSlow = () => undefined as void
afterEach(() => {
  stopSlow()
  fixture.cloud.faults.clear()
})

const crash = expect.objectContaining({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('killed by SIGKILL in the middle of a call') as string }) as Error

test('with latency a request of the SDK is carried out only after it', async () => {
  const ids = () => sdk.run("return (await db.collection('things').get()).data.map(({ _id }) => _id)")
  // Longer than the SDK waits by itself.
  fixture.cloud.faults.set({ sdkLatencyMs: 60_000 })
  const slow = startSdk(fixture.cloud.env)
  stopSlow = () => slow.stop()
  const late = slow.run("await db.collection('things').add({ _id: 'late' })").catch((error: unknown) => (error as Error).message)
  await until(() => arrived.includes('database.insertDocument'))
  fixture.cloud.faults.set({ sdkLatencyMs: 0 })
  await sdk.run("await db.collection('things').add({ _id: 'now' })")
  expect(await ids()).toEqual(['now'])
  stopSlow()
  expect(await late).toBe('the SDK process ended')
  // What was on its way arrives, though nobody waits for the answer.
  await until(async () => (await ids() as string[]).includes('late'))
  fixture.cloud.faults.set({ sdkLatencyMs: 20 })
  expect(await ids()).toEqual(['now', 'late'])
})

test('storage that fails says so to the SDK, to uploads and to links, and is as it was afterwards', async () => {
  const upload = (path: string) => sdk.run("return (await app.uploadFile({ cloudPath: input, fileContent: Buffer.from('a') })).fileID", path)
  const fileID = await upload('a.txt')
  const link = (await sdk.run('return (await app.getTempFileURL({ fileList: [input] })).fileList[0].tempFileURL', fileID)) as string
  const permit = await sdk.run("return (await app.getUploadMetadata({ cloudPath: 'b.txt' })).data") as { url: string; authorization: string }
  fixture.cloud.faults.set({ storageFails: true })
  await expect(upload('b.txt')).rejects.toMatchObject({ code: 'STORAGE_REQUEST_FAIL' })
  await expect(sdk.run('return await app.getTempFileURL({ fileList: [input] })', fileID)).rejects.toMatchObject({ code: 'STORAGE_REQUEST_FAIL' })
  expect((await fetch(link)).status).toBe(503)
  const put = await fetch(permit.url, { method: 'PUT', headers: { authorization: permit.authorization }, body: 'b' })
  expect([put.status, await put.text()]).toEqual([503, expect.stringContaining('<Code>STORAGE_REQUEST_FAIL</Code>')])
  expect((await fetch(`${fixture.cloud.url}/v1/storages/get-objects-upload-info`, { method: 'POST', headers: await signedIn(fixture.cloud, 'alice'), body: '[{"objectId":"c.txt"}]' })).status).toBe(503)
  expect(await sdk.run("return (await db.collection('things').count()).total")).toEqual(expect.any(Number))
  fixture.cloud.faults.set({ storageFails: false })
  expect(await (await fetch(link)).text()).toBe('a')
})

test('clients that are offline get no answer, while functions and whoever sits at the machine go on', async () => {
  const headers = await signedIn(fixture.cloud, 'alice')
  const call = () => fetch(`${fixture.cloud.url}/v1/functions/other`, { method: 'POST', headers })
  expect(await (await call()).json()).toBe(1)
  fixture.cloud.faults.set({ offline: true })
  await expect(call()).rejects.toThrow('fetch failed')
  await expect(signedIn(fixture.cloud, 'alice')).rejects.toThrow('fetch failed')
  expect(await sdk.run("return (await app.callFunction({ name: 'other' })).result")).toBe(1)
  expect((await fetch(`${fixture.cloud.url}/devcloud/time`)).status).toBe(200)
  fixture.cloud.faults.clear()
  expect(await (await call()).json()).toBe(1)
})

test('a function that is to crash loses its process before its handler has the call, so many times', async () => {
  const ran = () => fixture.cloud.logs({ function: 'notes' }).flatMap(({ lines }) => lines.filter(({ text }) => text.startsWith('ran')))
  const call = (n: number) => sdk.run("return (await app.callFunction({ name: 'notes', data: { n: input } })).result", n)
  const first = await call(0)
  fixture.cloud.faults.set({ crashes: { notes: 2 } })
  await expect(call(1)).rejects.toEqual(crash)
  expect(fixture.cloud.faults.switches.crashes).toEqual({ notes: 1 })
  expect(await sdk.run("return (await app.callFunction({ name: 'other' })).result")).toBe(1)
  await expect(call(2)).rejects.toEqual(crash)
  expect(fixture.cloud.faults.switches.crashes).toEqual({})
  expect(await call(3)).not.toBe(first)
  expect(ran().map(({ text }) => text)).toEqual(['ran 3', 'ran 0'])
  fixture.cloud.faults.set({ crashes: { notes: null } })
  await expect(call(4)).rejects.toEqual(crash)
  await expect(call(5)).rejects.toEqual(crash)
})

test('the switches over the wire', async () => {
  const address = `${fixture.cloud.url}/devcloud/faults`
  const put = async (body: unknown) => { const answer = await fetch(address, { method: 'PUT', body: JSON.stringify(body) }); return [answer.status, await answer.json()] }
  expect(await put({ storageFails: true, sdkLatencyMs: 5 })).toEqual([200, { sdkLatencyMs: 5, storageFails: true, offline: false, crashes: {} }])
  fixture.cloud.faults.nextWechatCall({ never: true })
  expect(await (await fetch(`${fixture.cloud.url}/devcloud/wechat/faults`, { method: 'DELETE' })).json()).toEqual({})
  expect([fixture.cloud.faults.list().length, fixture.cloud.faults.switches.storageFails]).toEqual([0, true])
  fixture.cloud.faults.nextWechatCall({ never: true })
  expect(await (await fetch(address, { method: 'DELETE' })).json()).toEqual({ sdkLatencyMs: 0, storageFails: false, offline: false, crashes: {} })
  expect(fixture.cloud.faults.list()).toEqual([])
  expect((await fetch(address, { headers: { origin: 'https://evil.example' } })).status).toBe(403)
})

test.each([{ sdkLatency: 1 }, { sdkLatencyMs: -1 }, { sdkLatencyMs: '5' }, { offline: 1 }, { crashes: [] }, { crashes: { f: 1.5 } }, { crashes: null }])('%j is no switch', (change) => {
  const faults = new Faults()
  expect(() => faults.set(change as never)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM' }) as Error)
  expect(faults.switches).toEqual({ sdkLatencyMs: 0, storageFails: false, offline: false, crashes: {} })
})
