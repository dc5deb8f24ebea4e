import { mkdirSync, readdirSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { startCloud } from '../cloud'
import { signedIn, startFixture, until, type Fixture } from '../testing/fixture'
import { rawRequest } from '../testing/raw-request'
import { signedHeaders } from '../testing/signed'

let fixture: Fixture
let host = ''
let port = 0

beforeAll(async () => {
  fixture = await startFixture({
    collections: { things: [] },
    functions: { echo: { code: 'exports.main = (event) => event' } },
    cloud: { maxFileBytes: 1000, patience: { headMs: 300, requestMs: 600 } },
  })
  port = fixture.cloud.port
  host = `127.0.0.1:${port}`
})
afterAll(() => fixture.stop())

const key = () => ({ secretId: fixture.cloud.env['TENCENTCLOUD_SECRETID'] as string, secretKey: fixture.cloud.env['TENCENTCLOUD_SECRETKEY'] as string })
const headLines = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')
const codeOf = ({ body }: { body: string }) => (JSON.parse(body) as { code?: string }).code

/** A request with exactly these headers. */
const send = (method: string, path: string, headers: Record<string, string>, body: string | Buffer = '') =>
  rawRequest(port, [`${method} ${path} HTTP/1.1\r\n${headLines({ host, connection: 'close', ...headers, 'content-length': String(Buffer.byteLength(body)) })}\r\n`, body])
const admin = async (body: string, change: Record<string, string> = {}) => send('POST', '/admin', { ...signedHeaders(host, body, key()), ...change }, body)
const action = (name: string, parameters: object) => admin(JSON.stringify({ action: name, envName: 'test-env', ...parameters }))

test('the signature of this test is the SDK\'s', async () => {
  const answer = await action('database.calculateDocument', { collectionName: 'things', query: '{}' })
  expect(JSON.parse(answer.body)).toMatchObject({ data: { total: 0 } })
})

describe('the wire of the SDK', () => {
  test.each<[string, string, string]>([
    ['no JSON', '{"action":', 'INVALID_PARAM'], ['a list', '[]', 'INVALID_PARAM'], ['nothing', '', 'INVALID_PARAM'], ['no action', '{}', 'INVALID_PARAM'],
    ['deep nesting', `{"action":"database.getDocument","x":${'['.repeat(501)}${']'.repeat(501)}}`, 'INVALID_PARAM'],
  ])('%s', async (_name, body, code) => { expect(codeOf(await admin(body))).toBe(code) })

  test('millions of brackets cost nothing', async () => {
    const before = process.memoryUsage().rss
    expect(codeOf(await send('POST', '/admin', { 'content-type': 'application/json' }, '['.repeat(20_000_000)))).toBe('INVALID_PARAM')
    // A parser takes more than 800 MB for them.
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })

  test('a signature that is wrong, changed or for something else', async () => {
    const body = JSON.stringify({ action: 'database.addCollection', envName: 'test-env', collectionName: 'stolen' })
    const headers = signedHeaders(host, body, key())
    const signature = headers['authorization'] as string
    for (const authorization of ['', 'Bearer x', signature.replace(/.{4}$/, '0000'), signature.replace(/Credential=\w+/, 'Credential=AKIDx'), signature.replace('SignedHeaders=content-type;host', 'SignedHeaders=content-type')]) {
      expect(codeOf(await admin(body, { authorization }))).toBe('SIGN_PARAM_INVALID')
    }
    expect(codeOf(await send('POST', '/admin', headers, body.replace('stolen', 'another')))).toBe('SIGN_PARAM_INVALID')
    expect(codeOf(await send('POST', '/admin', signedHeaders(host, body, { ...key(), secretKey: 'guessed' }), body))).toBe('SIGN_PARAM_INVALID')
    expect(codeOf(await action('database.calculateDocument', { collectionName: 'stolen', query: '{}' }))).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })

  test.each<[string, object, string]>([
    ['nothing', {}, 'INVALID_ACTION'], ['database.dropEverything', {}, 'INVALID_ACTION'], ['storage.', {}, 'INVALID_ACTION'], ['__proto__.x', {}, 'INVALID_ACTION'], ['database.constructor', {}, 'INVALID_ACTION'],
    ['database.getDocument', { collectionName: 'things', query: '{"a":' }, 'INVALID_PARAM'],
    ['database.getDocument', { collectionName: 'things', query: '{"a":{"$numberLong":"x"}}' }, 'INVALID_PARAM'],
    ['database.getDocument', { collectionName: 'things', query: '{"a":{"$date":[]}}' }, 'INVALID_PARAM'],
    ['database.getDocument', { collectionName: 'things', query: 7 }, 'INVALID_PARAM'],
    ['database.insertDocument', { collectionName: 'things', data: [`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`] }, 'INVALID_PARAM'],
    ['functions.invokeFunction', { function_name: '../echo', request_data: '{}' }, 'FUNCTION_NOT_FOUND'],
    ['functions.invokeFunction', { function_name: 'echo', request_data: '{' }, 'INVALID_PARAM'],
    ['functions.invokeFunction', { function_name: 'echo', request_data: `${'['.repeat(501)}${']'.repeat(501)}` }, 'INVALID_PARAM'],
    ['functions.invokeFunction', { function_name: 'echo', request_data: '{}', wxCloudApiToken: 'guessed' }, 'INVALID_CREDENTIALS'],
    ['storage.getUploadMetadata', { path: '../../etc/passwd', method: 'put' }, 'INVALID_PARAM'],
    ['storage.batchDeleteFile', { fileid_list: [{}] }, 'SUCCESS'],
    ['wx.openApi', { apiName: 'subscribeMessage.send', requestData: 'x' }, 'CODE'],
    ['wx.api', { apiName: 5 }, 'INVALID_PARAM'],
  ])('%s, case %#', async (name, parameters, code) => {
    const answer = await action(name, parameters)
    if (code === 'SUCCESS') expect(JSON.parse(answer.body)).toMatchObject({ data: { delete_list: [{ code: 'INVALID_PARAM' }] } })
    else if (code !== 'CODE') expect(codeOf(answer)).toBe(code)
    expect(answer.status).toBe(200)
    expect(answer.body).not.toContain('SYS_ERR')
  })

  test('a wrong content type, and forms that are none', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/jsonp', '']) expect(codeOf(await admin('{}', { 'content-type': type }))).toBe('INVALID_PARAM')
    const form = 'multipart/form-data; boundary=b'
    for (const body of ['', '--b', '--b\r\n', '--b\r\ncontent-disposition: form-data\r\n\r\nx\r\n--b--', '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n2\r\n--b--', `${'--b\r\n'.repeat(200_000)}\r\n\r\n`]) {
      expect(codeOf(await send('POST', '/admin', { 'content-type': form }, body))).toBe('INVALID_PARAM')
    }
    expect(codeOf(await send('POST', '/admin', { 'content-type': 'multipart/form-data' }, 'x'))).toBe('INVALID_PARAM')
  })

  test('a body that is too large is not read', async () => {
    const answer = await rawRequest(port, [`POST /admin HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: 999999999\r\n\r\n{`])
    expect(codeOf(answer)).toBe('EXCEED_REQUEST_SIZE_LIMIT')
    const chunked = await rawRequest(port, [`POST /v1/functions/echo HTTP/1.1\r\n${headLines({ host, ...await signedIn(fixture.cloud, 'alice') })}transfer-encoding: chunked\r\nconnection: close\r\n\r\n`, ...Array<string>(20).fill(`10000\r\n${'x'.repeat(0x10000)}\r\n`)])
    expect(codeOf(chunked)).toBe('EXCEED_REQUEST_SIZE_LIMIT')
  })
})

describe('the client wire', () => {
  test('headers that are there twice', async () => {
    for (const [name, value] of [['host', host], ['authorization', 'Bearer x'], ['content-type', 'text/plain'], ['origin', 'http://localhost']] as const) {
      const answer = await rawRequest(port, [`POST /v1/functions/echo HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer a\r\ncontent-type: application/json\r\norigin: http://127.0.0.1\r\n${name}: ${value}\r\ncontent-length: 0\r\n\r\n`])
      // A second Host does not even become a request.
      expect([answer.status, codeOf(answer)]).toEqual([400, 'INVALID_PARAM'])
    }
    expect((await rawRequest(port, [`POST /v1/functions/echo HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 0\r\ncontent-length: 5\r\n\r\n`])).status).toBe(400)
  })

  test('bodies that are no JSON object', async () => {
    const headers = await signedIn(fixture.cloud, 'alice')
    for (const body of ['{', '[]', '"x"', '7', `${'['.repeat(501)}${']'.repeat(501)}`, '\u0000', '{"a":1}{"b":2}']) expect(codeOf(await send('POST', '/v1/functions/echo', headers, body))).toBe('INVALID_PARAM')
    for (const type of ['multipart/form-data; boundary=b', 'application/x-www-form-urlencoded']) expect(codeOf(await send('POST', '/v1/functions/echo', { ...headers, 'content-type': type }, '{}'))).toBe('INVALID_PARAM')
    expect((await send('POST', '/v1/functions/echo', { ...headers, 'content-type': 'text/plain' }, '{"__proto__":{"a":1},"constructor":2}')).body).toContain('"constructor":2')
    expect(({} as { a?: number }).a).toBeUndefined()
  })

  test.each(['//', '/%', '/v1/functions/%zz', 'http://[', '/\\..\\..\\etc/passwd', '/storage/file/../../secrets.json', '/storage/file/%2e%2e%2f%2e%2e%2fsecrets.json', '/storage/file/..%2fsecrets.json', '/storage/file/a%00b', '/storage/upload/x', '/v1/functions/..%2f..%2fx', '/devcloud/wechat/links/..%2fx', '*'])('the address %s', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const { status, body } = await send(method, path, {})
      expect(status === 204 || (status >= 400 && status < 500) || status === 501).toBe(true)
      expect(body).not.toMatch(/secretKey|root:/)
    }
  })

  test('what is not HTTP, and heads without end', async () => {
    expect(codeOf(await rawRequest(port, ['\u0016\u0003\u0001 hello\r\n\r\n']))).toBe('INVALID_PARAM')
    expect(await rawRequest(port, [`GET / HTTP/1.1\r\nhost: ${host}\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`])).toMatchObject({ status: 431 })
  })
})

describe('slow clients', () => {
  test('a head that does not come', async () => {
    const answer = await rawRequest(port, [`GET /page HTTP/1.1\r\nhost: ${host}\r\n`])
    expect([answer.status, codeOf(answer)]).toEqual([408, 'REQUEST_TIMEOUT'])
  })

  test('a body that does not come, also of a file: nothing is left of it', async () => {
    const headers = await signedIn(fixture.cloud, 'alice')
    const answer = await rawRequest(port, [`POST /v1/functions/echo HTTP/1.1\r\n${headLines({ host, ...headers })}content-length: 100\r\n\r\n{"a":`])
    expect([answer.status, codeOf(answer)]).toEqual([408, 'REQUEST_TIMEOUT'])
    const [permit] = await (await fetch(`${fixture.cloud.url}/v1/storages/get-objects-upload-info`, { method: 'POST', headers, body: '[{"objectId":"incoming/slow.jpg"}]' })).json() as { authorization: string }[]
    await rawRequest(port, [`PUT /storage/upload/incoming/slow.jpg HTTP/1.1\r\n${headLines({ host, authorization: permit?.authorization ?? '' })}content-length: 100\r\n\r\nhalf`])
    await until(() => readdirSync(join(fixture.options.data, 'files')).length === 0)
  })
})

test('beyond this machine only if it is told so, and then not for everything', async () => {
  await expect(startCloud({ ...fixture.options, data: join(fixture.directory, 'other'), host: 'example.com' })).rejects.toMatchObject({ code: 'BAD_DEPLOYMENT' })
  const address = Object.values(networkInterfaces()).flatMap((list) => list ?? []).find(({ family, internal }) => family === 'IPv4' && !internal)?.address
  // A machine without a network has nothing beyond itself.
  if (address === undefined) return
  await expect(rawRequest(port, [''], address)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  mkdirSync(join(fixture.directory, 'open'))
  const open = await startCloud({ ...fixture.options, data: join(fixture.directory, 'open'), host: '0.0.0.0' })
  try {
    const ask = (name: string) => rawRequest(open.port, [`POST /devcloud/signin HTTP/1.1\r\nhost: ${name}:${open.port}\r\nconnection: close\r\ncontent-length: 14\r\n\r\n{"id":"alice"}`], address)
    expect([(await ask(address)).status, (await ask('evil.example')).status]).toEqual([200, 403])
  } finally {
    await open.stop()
  }
})
