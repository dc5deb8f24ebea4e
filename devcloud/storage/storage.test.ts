import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { signedIn, startFixture, type Fixture } from '../testing/fixture'
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

test.each(['/a', 'a//b', 'a/../b', '..', 'a/', 'x'.repeat(851), 'a?b', 'a%2fb', 'a\\b', 'a\nb'])('the path %j is refused', async (path) => {
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

  test('gets no links and no deletion by itself', async () => {
    const response = await fetch(`${fixture.cloud.url}/v1/storages/delete-objects`, { method: 'POST', headers: await signedIn(fixture.cloud, 'alice'), body: '[]' })
    expect(response.status).toBe(501)
  })
})
