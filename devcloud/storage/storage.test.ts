import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { signedIn, startFixture, until, type Fixture } from '../testing/fixture'
import { startSdk, type SdkProcess } from '../testing/sdk-process'

let fixture: Fixture
let sdk: SdkProcess
let now = Date.now()

beforeAll(async () => {
  fixture = await startFixture({ cloud: { clock: () => now, maxFileBytes: 1000 } })
  sdk = startSdk(fixture.cloud.env)
})
afterAll(async () => { sdk.stop(); await fixture.stop() })

const upload = (cloudPath: string, text: string) =>
  sdk.run('return (await app.uploadFile({ cloudPath: input.cloudPath, fileContent: Buffer.from(input.text) })).fileID', { cloudPath, text }) as Promise<string>
const link = async (fileID: string, maxAge = 60) =>
  ((await sdk.run('return (await app.getTempFileURL({ fileList: [input] })).fileList', { fileID, maxAge })) as { tempFileURL: string; code: string }[])[0]
const blobs = () => readdirSync(join(fixture.options.data, 'files'))

test('the SDK puts, reads, links and deletes', async () => {
  const fileID = await upload('a/b.jpg', 'one')
  expect(fileID).toMatch(/^cloud:\/\/test-env\.[\w-]+\/a\/b\.jpg$/)
  expect(await upload('a/b.jpg', 'two')).toBe(fileID)
  expect(blobs()).toHaveLength(1)
  expect(await sdk.run('return (await app.downloadFile({ fileID: input })).fileContent.toString()', fileID)).toBe('two')
  const response = await fetch((await link(fileID))?.tempFileURL as string)
  expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options'), response.headers.get('content-disposition'), await response.text()])
    .toEqual([200, 'image/jpeg', 'nosniff', null, 'two'])
  expect(await sdk.run('return (await app.deleteFile({ fileList: [input, input] })).fileList.map(file => file.code)', fileID)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST'])
  expect((await link(fileID))?.code).toBe('STORAGE_FILE_NONEXIST')
  expect(blobs()).toEqual([])
})

test('Chinese names, and files that a page must not show', async () => {
  const fileID = await upload('导出/订单 1.svg', '<svg/>')
  expect(await sdk.run('return (await app.downloadFile({ fileID: input })).fileContent.toString()', fileID)).toBe('<svg/>')
  const response = await fetch((await link(fileID))?.tempFileURL as string)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-disposition')).toContain('attachment')
})

test('a link expires, and is good for its own file only', async () => {
  const one = (await link(await upload('one.png', '1')))?.tempFileURL as string
  await upload('two.png', '2')
  expect((await fetch(one.replace('one.png', 'two.png'))).status).toBe(403)
  expect((await fetch(one.replace(/t=\d+/, 't=9999999999'))).status).toBe(403)
  expect((await fetch(one, { method: 'HEAD' })).headers.get('content-length')).toBe('1')
  now += 61_000
  expect((await fetch(one)).status).toBe(403)
  expect((await fetch(one.split('?')[0] as string)).status).toBe(403)
})

test.each(['/a', 'a//b', 'a/../b', '..', 'a/', 'x'.repeat(851), 'a?b', 'a%2fb', 'a\\b', 'a\nb', 'a\ud800b'])('the path %j is refused', async (path) => {
  await expect(upload(path, 'x')).rejects.toMatchObject({ code: 'INVALID_PARAM' })
})

test('a file that is too large is refused and leaves nothing', async () => {
  const before = blobs().length
  await expect(upload('large.bin', 'x'.repeat(1001))).rejects.toMatchObject({ code: 'STORAGE_REQUEST_FAIL' })
  expect(blobs()).toHaveLength(before)
})

describe('a client', () => {
  const ask = async (headers: Record<string, string>, ...paths: string[]) => {
    const response = await fetch(`${fixture.cloud.url}/v1/storages/get-objects-upload-info`, { method: 'POST', headers, body: JSON.stringify(paths.map((objectId) => ({ objectId }))) })
    return { status: response.status, body: await response.json() as { uploadUrl: string; authorization: string; cloudObjectId: string; code?: string }[] }
  }

  test('puts files where the rule lets it', async () => {
    const headers = await signedIn(fixture.cloud, 'alice')
    const { body } = await ask(headers, 'incoming/x/1.jpg', 'photos/1.jpg', 'incoming/../1.jpg')
    expect(body.map(({ code }) => code)).toEqual([undefined, 'STORAGE_EXCEED_AUTHORITY', 'INVALID_PARAM'])
    const [permit] = body as [typeof body[0]]
    const put = await fetch(permit.uploadUrl, { method: 'PUT', headers: { authorization: permit.authorization }, body: 'bytes' })
    expect(put.status).toBe(200)
    expect(await sdk.run('return (await app.downloadFile({ fileID: input })).fileContent.toString()', permit.cloudObjectId)).toBe('bytes')
    // The permit is for this path, and does not last.
    expect((await fetch(permit.uploadUrl.replace('1.jpg', '2.jpg'), { method: 'PUT', headers: { authorization: permit.authorization }, body: 'x' })).status).toBe(403)
    expect((await fetch(permit.uploadUrl, { method: 'PUT', body: 'x' })).status).toBe(403)
    now += 16 * 60_000
    expect((await fetch(permit.uploadUrl, { method: 'PUT', headers: { authorization: permit.authorization }, body: 'x' })).status).toBe(403)
  })

  test('must be signed in', async () => {
    expect((await ask({}, 'incoming/x')).status).toBe(401)
  })

  test('gets links and deletes as far as the rules let it', async () => {
    const headers = await signedIn(fixture.cloud, 'alice')
    const post = async (name: string, body: unknown) => (await fetch(`${fixture.cloud.url}/v1/storages/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<Record<string, unknown>[]>
    const [mine, photo] = [await upload('incoming/mine.jpg', 'mine'), await upload('photos/p.jpg', 'photo')]
    // Reading is closed in this fixture, writing is open below incoming/.
    expect(await post('get-objects-download-info', [{ cloudObjectId: mine }])).toEqual([{ cloudObjectId: mine, code: 'STORAGE_EXCEED_AUTHORITY', message: expect.any(String) as string }])
    expect(await post('delete-objects', [{ cloudObjectId: photo }, { cloudObjectId: mine }, { cloudObjectId: mine }, { cloudObjectId: 'x' }])).toMatchObject([{ code: 'STORAGE_EXCEED_AUTHORITY' }, { cloudObjectId: mine }, { code: 'STORAGE_FILE_NONEXIST' }, { code: 'INVALID_PARAM' }])
    expect(await post('copy-objects', [{ srcPath: 'photos/p.jpg', dstPath: 'incoming/p.jpg' }])).toMatchObject([{ code: 'STORAGE_EXCEED_AUTHORITY' }])
    for (const body of [[], {}, [7], [null], Array(51).fill({})]) expect(await post('delete-objects', body)).toMatchObject({ code: 'INVALID_PARAM' })
  })

  test('puts as many bytes as it announced', async () => {
    const headers = await signedIn(fixture.cloud, 'alice')
    const announce = async (length: string) => {
      const response = await fetch(`${fixture.cloud.url}/v1/storages/get-objects-upload-info`, { method: 'POST', headers, body: JSON.stringify([{ objectId: 'incoming/n.jpg', signedHeader: { 'Content-Length': [length] } }]) })
      return (await response.json() as { uploadUrl: string; authorization: string; code?: string }[])[0]
    }
    expect((await announce('1001'))?.code).toBe('EntityTooLarge')
    expect((await announce('-1'))?.code).toBe('INVALID_PARAM')
    const permit = await announce('3') as { uploadUrl: string; authorization: string }
    const put = async (body: string) => (await fetch(permit.uploadUrl, { method: 'PUT', headers: { authorization: permit.authorization }, body })).status
    expect([await put('four'), await put('abc')]).toEqual([403, 200])
  })
})

describe('copying', () => {
  const copy = (fileList: unknown[]) => sdk.run('return (await app.copyFile({ fileList: input })).fileList', fileList)

  test('each file has its own answer', async () => {
    await upload('from/a.txt', 'new')
    await upload('there/a.txt', 'old')
    expect(await copy([
      { srcPath: 'from/a.txt', dstPath: 'to/a.txt' }, { srcPath: 'from/none.txt', dstPath: 'to/none.txt' }, { srcPath: 'from/a.txt', dstPath: '../a.txt' },
      { srcPath: 'from/a.txt', dstPath: 'there/a.txt', overwrite: false },
    ])).toMatchObject([{ code: 'SUCCESS', fileId: expect.stringContaining('/to/a.txt') as string }, { code: 'STORAGE_FILE_NONEXIST' }, { code: 'INVALID_PARAM' }, { code: 'STORAGE_FILE_EXIST' }])
    const text = (path: string) => sdk.run('const id = (await app.copyFile({ fileList: [{ srcPath: input, dstPath: "read/" + input }] })).fileList[0].fileId; return (await app.downloadFile({ fileID: id })).fileContent.toString()', path)
    expect([await text('to/a.txt'), await text('there/a.txt')]).toEqual(['new', 'old'])
    expect(await copy([{ srcPath: 'from/a.txt', dstPath: 'there/a.txt', removeOriginal: true }])).toMatchObject([{ code: 'SUCCESS' }])
    expect(await text('there/a.txt')).toBe('new')
    expect(await copy([{ srcPath: 'from/a.txt', dstPath: 'to/a.txt' }])).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }])
  })
})

test('a function asks what its caller may do', async () => {
  const node = JSON.stringify(join(__dirname, '../../node_modules/@cloudbase/node-sdk'))
  const asked = await startFixture({
    functions: { ask: { timeout: 10, code: `const tcb = require(${node}); const app = tcb.init({ env: process.env.TCB_ENV }); exports.main = async ({ fileList }) => { try { return (await app.getFileAuthority({ fileList })).data } catch (error) { return error.code } }` } },
    files: { 'cloudbase/storage-rules.json': { read: true, write: 'auth != null && /^incoming\\//.test(resource.path)' } },
  })
  try {
    const ask = (fileList: unknown) => asked.cloud.invoke('ask', { fileList }, { openid: 'openid-alice' })
    expect(await ask([{ path: 'a.jpg', type: 'READ' }, { path: 'a.jpg', type: 'WRITE' }, { path: 'incoming/a.jpg', type: 'READWRITE' }, { path: '../a', type: 'READ' }])).toMatchObject([
      { path: 'a.jpg', read: true }, { path: 'a.jpg', write: false }, { path: 'incoming/a.jpg', read: true, write: true }, { path: '../a', read: false, code: 'INVALID_PARAM' },
    ])
  } finally {
    await asked.stop()
  }
})

test('the service takes 50 files in one call', async () => {
  const ids = Array.from({ length: 51 }, (_, n) => `cloud://x/${n}`)
  for (const call of ['getTempFileURL', 'deleteFile']) await expect(sdk.run('return app[input.call]({ fileList: input.ids })', { call, ids })).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  expect(await sdk.run('return (await app.deleteFile({ fileList: input })).fileList.length', ids.slice(1))).toBe(50)
})

test('an upload that breaks off leaves nothing, and what was there stays', async () => {
  const fileID = await upload('whole.bin', 'whole')
  const before = blobs()
  const { url, authorization } = await sdk.run("return (await app.getUploadMetadata({ cloudPath: 'whole.bin' })).data") as { url: string; authorization: string }
  const { port, pathname } = new URL(url)
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(`PUT ${pathname} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: ${authorization}\r\ncontent-length: 900\r\n\r\n${'x'.repeat(400)}`)
  await until(() => blobs().length === before.length + 1)
  socket.destroy()
  await until(() => blobs().length === before.length)
  expect(blobs()).toEqual(before)
  expect(await sdk.run('return (await app.downloadFile({ fileID: input })).fileContent.toString()', fileID)).toBe('whole')
})
