import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { CloudError } from '../errors'
import { index, signedIn, temporary, until, writeFiles } from '../testing/fixture'
import { rawRequest, type RawAnswer } from '../testing/raw-request'
import { signedHeaders } from '../testing/signed'
import { decodeApiRequest } from '../wechat/openapi-message'

/** How many inputs; more of them with `FUZZ=20000`. */
const INPUTS = Number(process.env['FUZZ'] ?? 400)
/** So many at a time. */
const BATCH = 20

let place: ReturnType<typeof temporary>
let cloud: ChildProcess
const variables: Record<string, string> = {}
let complaints = ''
let token = ''
let host = ''

/** The cloud in a process of its own, as one starts it: a crash is an exit, a mistake inside it is a line on standard error. */
beforeAll(async () => {
  place = temporary()
  writeFiles(place.path, {
    'cloudbaserc.json': { version: '2.0', envId: 'test-env', functions: [{ name: 'echo', timeout: 10 }] },
    'cloudbase/storage-rules.json': { read: true, write: true },
    'cloudbase/collections/things.json': { permission: 'ADMINONLY', indexes: [index('k', { a: 1 })] },
    'functions/echo/index.js': 'exports.main = (event) => event',
    'people.json': [{ id: 'alice', openid: 'openid-alice', phone: '13800138000' }],
  })
  cloud = spawn(process.execPath, ['scripts/devcloud.mjs', '--root', place.path, '--data', join(place.path, 'data'), '--functions', 'functions', '--no-timers', '--people', join(place.path, 'people.json')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  cloud.stdout?.on('data', (chunk: Buffer) => { said += chunk.toString() })
  cloud.stderr?.on('data', (chunk: Buffer) => { complaints += chunk.toString() })
  await until(() => /^ready$/m.test(said) || cloud.exitCode !== null)
  for (const [, name, value] of said.matchAll(/^(\w+)=(.*)$/gm)) variables[name as string] = value as string
  host = new URL(variables['DEVCLOUD_URL'] as string).host
  token = (await signedIn({ url: variables['DEVCLOUD_URL'] } as Parameters<typeof signedIn>[0], 'alice'))['authorization'] as string
}, 60_000)
afterAll(async () => {
  const ended = new Promise((resolve) => { cloud.once('exit', resolve) })
  cloud.kill('SIGTERM')
  await ended
  place.remove()
})

/** Megabytes that the cloud's process holds. */
const memory = (): number => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${cloud.pid as number}/status`, 'utf8'))?.[1]) / 1024

interface Input { method: string; path: string; headers: Record<string, string>; body: Buffer; signed: boolean }

/** Values that mean something to one part or another, among those that mean nothing. */
const leaf = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom<unknown>(
  '', '{}', '[]', '{"a":', '$LATEST', 'things', 'echo', 'put', 'WHERE', 'DOC', '../../etc/passwd', 'a/b.jpg', 'test-env', '{"a":{"$gt":1}}', '{"$or":[{"a":1},{"a":{"$regularExpression":{"pattern":"(","options":"i"}}}]}',
  '{"$set":{"a":{"$numberLong":"9223372036854775808"}}}', '{"_id":{"$oid":"zz"}}', `${'['.repeat(600)}`, '{"__proto__":{"a":1}}', '\ud800', '\u0000', 1e308, -1, 'x'.repeat(5000),
))
const value = fc.oneof({ maxDepth: 3 }, { weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: fc.array(leaf, { maxLength: 4 }) }, { weight: 1, arbitrary: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$set', '$gt', 'stageKey', 'stageValue', 'fileid', '__proto__', 'length')), leaf, { maxKeys: 4 }) })
const NAMES = ['collectionName', 'query', 'data', 'multi', 'merge', 'upsert', 'order', 'offset', 'limit', 'projection', 'queryType', 'stages', 'function_name', 'request_data', 'qualifier', 'path', 'method', 'file_list', 'fileid_list', 'fileList', 'openId', 'uid', 'apiName', 'requestData', 'wxCloudApiToken', 'envName', 'transactionId']
const ACTIONS = ['database.addCollection', 'database.insertDocument', 'database.getDocument', 'database.calculateDocument', 'database.modifyDocument', 'database.modifyAndReturnDoc', 'database.removeDocument', 'database.aggregateDocuments', 'functions.invokeFunction', 'storage.getUploadMetadata', 'storage.batchGetDownloadUrl', 'storage.batchDeleteFile', 'storage.batchCopyFile', 'storage.getFileAuthority', 'wx.api', 'wx.openApi', 'auth.getUserInfoForAdmin', 'nothing.at.all']

const parameters = fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 7 })
const adminBody = fc.tuple(fc.constantFrom(...ACTIONS), fc.boolean(), parameters).map(([action, inThings, more]) => Buffer.from(JSON.stringify({ action, envName: 'test-env', ...(inThings ? { collectionName: 'things' } : {}), ...more })))
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array))
const form = fc.array(fc.tuple(fc.string(), fc.uint8Array({ maxLength: 60 })), { maxLength: 4 }).map((parts) => Buffer.concat([...parts.map(([name, content]) => Buffer.concat([Buffer.from(`--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')])), Buffer.from('--b--')]))
const PATHS = ['/admin', '/v1/functions/echo', '/v1/storages/get-objects-upload-info', '/v1/storages/get-objects-download-info', '/v1/storages/delete-objects', '/v1/storages/copy-objects', '/auth/v1/signin/anonymously', '/auth/v1/signin/custom', '/auth/v1/token', '/auth/v1/user/me', '/auth/v1/revoke', '/devcloud/signin', '/devcloud/wechat/subscribe', '/devcloud/wechat/subscribe/off', '/devcloud/wechat/moderation', '/devcloud/wechat/phone-code', '/devcloud/wechat/messages', '/devcloud/wechat/media-checks/x', '/storage/upload/a.jpg', '/storage/file/a.jpg']
const address = fc.oneof(fc.constantFrom(...PATHS), fc.tuple(fc.constantFrom(...PATHS), fc.string()).map(([path, more]) => path + more), fc.webPath()).map((path) => path.replace(/[\u0000-\u0020\u007f-\uffff]/g, '_') || '/')
const headers = fc.dictionary(fc.constantFrom('content-type', 'authorization', 'origin', 'x-device-id', 'range', 'last-event-id', 'expect', 'content-encoding'), fc.oneof(fc.string(), fc.constantFrom('application/json', 'multipart/form-data; boundary=b', 'Bearer x', 'TC3-HMAC-SHA256 Credential=a/1/tcb/tc3_request, SignedHeaders=host, Signature=00', 'http://localhost:1', 'gzip', 'bytes=0-')).map((text) => text.replace(/[^\x20-\x7e]/g, '_')), { maxKeys: 3 })
const clientBody = fc.oneof(bytes, form, value.map((content) => Buffer.from(JSON.stringify(content) ?? '')), fc.array(fc.dictionary(fc.constantFrom('objectId', 'cloudObjectId', 'srcPath', 'dstPath', 'signedHeader', 'overwrite'), value), { maxLength: 3 }).map((list) => Buffer.from(JSON.stringify(list))))

const input: fc.Arbitrary<Input> = fc.oneof(
  adminBody.map((body) => ({ method: 'POST', path: '/admin', headers: {}, body, signed: true })),
  fc.record({ method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'), path: address, headers, body: clientBody, signed: fc.constant(false), known: fc.boolean() })
    .map(({ known, headers: sent, ...rest }) => ({ ...rest, headers: known ? { ...sent, authorization: token } : sent })),
)

const send = ({ method, path, headers: sent, body, signed }: Input): Promise<RawAnswer> => {
  const text = body.toString('utf8')
  const all = { host, connection: 'close', ...sent, ...(signed ? signedHeaders(host, text, { secretId: variables['TENCENTCLOUD_SECRETID'] as string, secretKey: variables['TENCENTCLOUD_SECRETKEY'] as string }) : {}), 'content-length': String(body.length) }
  return rawRequest(Number(host.split(':')[1]), [`${method} ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, content]) => `${name}: ${content}\r\n`).join('')}\r\n`, body])
}

/** Every answer is one: a success, or an error with a code that is not "a mistake in here". */
const judge = (given: Input, { status, body }: RawAnswer): void => {
  const about = `${given.method} ${given.path} ${JSON.stringify(given.headers)} ${given.body.toString('utf8').slice(0, 500)} → ${status} ${body.slice(0, 300)}`
  if (status === 0 || (status >= 500 && status !== 501) || body.includes('SYS_ERR')) throw new Error(about)
  if (status >= 400 && !/"code":"[\w-]+"|"error":"\w+"|<Code>/.test(body) && given.method !== 'HEAD') throw new Error(about)
}

test(`${INPUTS} inputs: each is answered, none is a mistake in the cloud, nothing is left`, async () => {
  // One round first: code is compiled and caches are filled, which is not what leaks.
  await fc.assert(fc.asyncProperty(fc.array(input, { minLength: BATCH, maxLength: BATCH }), async (batch) => { for (const one of batch) judge(one, await send(one)) }), { numRuns: 3 })
  const before = memory()
  let sent = 0
  let signed = 0
  let heard = 0
  await fc.assert(fc.asyncProperty(fc.array(input, { minLength: BATCH, maxLength: BATCH }), async (batch) => {
    const answers = await Promise.all(batch.map(send))
    answers.forEach((answer, at) => {
      const given = batch[at] as Input
      judge(given, answer)
      if (given.signed) signed += 1
      if (given.signed && !answer.body.includes('SIGN_PARAM_INVALID')) heard += 1
    })
    sent += batch.length
  }), { numRuns: Math.ceil(INPUTS / BATCH), endOnFailure: true })
  const after = memory()
  process.stdout.write(`fuzz: ${sent} inputs (${heard} behind the signature), crashes ${cloud.exitCode === null && cloud.signalCode === null ? 0 : 1}, memory ${before.toFixed(0)} MB before and ${after.toFixed(0)} MB after\n`)
  // Else only the check of signatures would have been tried.
  expect(heard).toBeGreaterThan(signed * 0.9)
  expect([cloud.exitCode, cloud.signalCode]).toEqual([null, null])
  expect(complaints.split('\n').filter((line) => line.startsWith('devcloud:'))).toEqual([])
  expect(readdirSync(join(place.path, 'data/files')).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(after - before).toBeLessThan(150)
  const answer = await send({ method: 'POST', path: '/v1/functions/echo', headers: { authorization: token }, body: Buffer.from('{"still":"here"}'), signed: false })
  expect(JSON.parse(answer.body)).toMatchObject({ still: 'here' })
}, 1_800_000)

test('bytes that are not HTTP', async () => {
  await fc.assert(fc.asyncProperty(bytes, async (noise) => {
    const { status } = await rawRequest(Number(host.split(':')[1]), [Buffer.concat([Buffer.from([0]), noise, Buffer.from('\r\n\r\n')])])
    return status === 400 || status === 0
  }), { numRuns: 50 })
})

test('what is not protobuf is refused by name', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
    try {
      decodeApiRequest(Buffer.from(noise))
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
    }
  }), { numRuns: Math.max(INPUTS, 2000) })
})
