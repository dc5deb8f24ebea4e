import { index, signedIn, startFixture, type Fixture } from '../testing/fixture'
import { startSdk, type SdkProcess } from '../testing/sdk-process'
import { PAGE_HEADER } from './same-page'
import { SCRIPT } from './page/script'

let fixture: Fixture
let sdk: SdkProcess
beforeAll(async () => {
  fixture = await startFixture({
    functions: {
      hello: { code: "exports.main = (event) => { console.log('hello', event.name); return event.name }", envVariables: { KEY: 'a-key-that-nobody-sees' }, triggers: [{ name: 'daily', type: 'timer', config: '0 0 9 * * * *' }] },
      other: { code: 'exports.main = () => 1' },
    },
    collections: { things: [index('byN', { n: 1 })] },
    cloud: { clock: () => Date.UTC(2026, 0, 1) },
  })
  sdk = startSdk(fixture.cloud.env)
  await sdk.run("for (let n = 0; n < 5; n++) await db.collection('things').add({ _id: 't' + n, n, at: new Date(n) })")
  await sdk.run("await app.uploadFile({ cloudPath: 'pictures/a.png', fileContent: Buffer.from([1, 2, 3]) })")
})
afterAll(async () => {
  sdk.stop()
  await fixture.stop()
})

const page = { [PAGE_HEADER]: '1' }
const ask = (path: string, init: RequestInit = {}) => fetch(`${fixture.cloud.url}/devcloud/${path}`, init)
const read = async (path: string) => await (await ask(path)).json() as Record<string, unknown>

test('the page is its own three files and may load nothing else', async () => {
  const shown = await ask('')
  expect(shown.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
  const text = await shown.text()
  expect([...text.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1])).toEqual(['data:,', '/devcloud/page.css', '/devcloud/page.js'])
  expect((await ask('page.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(() => new Function(SCRIPT)).not.toThrow()
  expect((await fetch(`${fixture.cloud.url}/devcloud`, { redirect: 'manual' })).headers.get('location')).toBe('/devcloud/')
  expect((await ask('inspect/nothing')).status).toBe(404)
})

test('collections, documents, how they were found', async () => {
  expect(await read('inspect/collections')).toEqual({ collections: [{ name: 'things', documents: 5, indexes: [{ name: 'byN', unique: false, multikey: false, keys: [{ field: 'n', direction: 1 }] }] }] })
  const query = new URLSearchParams({ collection: 'things', query: '{"n": {"$gte": 2}}', order: '{"n": -1}', limit: '2' })
  const found = await read(`inspect/documents?${query.toString()}`)
  expect(found).toMatchObject({ total: 3, counted: true, explain: { plan: 'index', index: 'byN', direction: 'backwards', returned: 2 } })
  expect((found['documents'] as string[]).map((text) => JSON.parse(text) as unknown)).toEqual([{ _id: 't4', n: 4, at: { $date: { $numberLong: '4' } } }, { _id: 't3', n: 3, at: { $date: { $numberLong: '3' } } }])
  expect(await read('inspect/documents?collection=things&query={')).toMatchObject({ code: 'INVALID_PARAM' })
  expect(await read('inspect/documents?collection=things&limit=1001')).toMatchObject({ code: 'INVALID_PARAM' })
  expect(await read('inspect/documents?collection=none')).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
})

test('calls say who called, whether the process was cold, and what was written', async () => {
  await fixture.cloud.invoke('hello', { name: 'a' }, { openid: 'openid-alice' })
  await sdk.run("await app.callFunction({ name: 'hello', data: { name: 'b' } })")
  const { calls } = await read('inspect/calls?function=hello') as { calls: { requestId: string }[] }
  expect(calls).toMatchObject([{ who: 'nobody', cold: false }, { who: 'alice', id: 'openid-alice', cold: true }])
  const first = calls[1]?.requestId ?? ''
  expect(JSON.stringify(await read(`inspect/calls?requestId=${first}`))).toContain('hello a')
  const { functions } = await read('inspect/functions')
  expect(functions).toMatchObject([{ name: 'hello', instances: [{}] }, { name: 'other', instances: [] }])
})

test('timers fire when told, processes end when told', async () => {
  expect(await read('inspect/state')).toMatchObject({ timersOn: false, timers: [{ functionName: 'hello', name: 'daily', next: Date.UTC(2026, 0, 1, 1) }] })
  const told = await ask('inspect/fire-timer', { method: 'POST', headers: page, body: JSON.stringify({ function: 'hello', trigger: 'daily' }) })
  expect([told.status, await told.json()]).toEqual([200, { returned: null }])
  expect((await read('inspect/calls?limit=1'))['calls']).toMatchObject([{ who: 'a timer', timer: true }])
  expect(await (await ask('inspect/kill-function', { method: 'POST', headers: page, body: '{"function":"hello"}' })).json()).toEqual({ killed: 1 })
  expect(fixture.cloud.logs({ limit: 1 })[0]?.error).toBeUndefined()
})

test('files', async () => {
  expect(await read('inspect/files?prefix=pic')).toEqual({ files: 1, bytes: 3, list: [{ path: 'pictures/a.png', size: 3, type: 'image/png' }] })
  expect(await read('inspect/files?prefix=other')).toMatchObject({ list: [] })
  const file = await ask('inspect/file?path=pictures/a.png')
  expect([file.headers.get('content-type'), new Uint8Array(await file.arrayBuffer())]).toEqual(['image/png', new Uint8Array([1, 2, 3])])
  expect((await ask('inspect/file?path=../secrets.json')).status).toBe(404)
})

test.each([
  ['another page of this machine', { origin: 'http://127.0.0.1:1' }], ['a page of the network', { origin: 'https://evil.example' }], ['a page without an origin', { origin: 'null' }],
  ['a picture in another page', { 'sec-fetch-site': 'same-site' }], ['a foreign name for this machine', { 'sec-fetch-site': 'cross-site' }],
])('%s is not told anything, and changes nothing', async (_who, headers) => {
  expect((await ask('inspect/state', { headers })).status).toBe(403)
  expect((await ask('inspect/file?path=pictures/a.png', { headers })).status).toBe(403)
  expect((await ask('inspect/kill-function', { method: 'POST', headers: { ...page, ...headers }, body: '{"function":"hello"}' })).status).toBe(403)
})

test('what changes something needs the page\'s own header', async () => {
  const plain = await ask('inspect/fire-timer', { method: 'POST', body: '{"function":"hello","trigger":"daily"}' })
  expect([plain.status, await plain.json()]).toEqual([403, expect.objectContaining({ code: 'ACTION_FORBIDDEN' })])
  expect((await ask('inspect/fire-timer')).status).toBe(404)
})

test('secrets stay where they are', async () => {
  const { authorization } = await signedIn(fixture.cloud, 'alice')
  const all = JSON.stringify(await Promise.all(['state', 'collections', 'functions', 'calls', 'wechat', 'files'].map((name) => read(`inspect/${name}`))))
  const { TENCENTCLOUD_SECRETID: id = '', TENCENTCLOUD_SECRETKEY: key = '' } = fixture.cloud.env
  expect(all).toContain('hello')
  for (const secret of [id, key, authorization?.slice('Bearer '.length) ?? '', 'a-key-that-nobody-sees']) expect(all.includes(secret)).toBe(false)
})
