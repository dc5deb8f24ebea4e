import { execFileSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startSdk } from '../../devcloud/testing/sdk-process'
import type { Browser, Page } from 'playwright-core'
import { startFixture, type Fixture } from '../../devcloud/testing/fixture'
import { startChrome } from './chrome'

const ROOT = join(__dirname, '../..')

/** The unmodified @cloudbase/js-sdk as a page loads it. */
const bundleSdk = (): string => execFileSync(join(ROOT, 'node_modules/.bin/esbuild'), ['--bundle', '--format=iife', '--platform=browser', '--log-level=error'], {
  cwd: ROOT, input: "import cloudbase from '@cloudbase/js-sdk'; window.cloudbase = cloudbase", encoding: 'utf8', maxBuffer: 64 * 1024 * 1024,
})

let browser: Browser
let fixture: Fixture
let pages: Server
let address = ''
let now = Date.now()

beforeAll(async () => {
  const sdk = bundleSdk()
  pages = createServer((request, response) => {
    response.writeHead(200, { 'content-type': request.url === '/sdk.js' ? 'text/javascript' : 'text/html; charset=utf-8' })
    response.end(request.url === '/sdk.js' ? sdk : '<!doctype html><title>page</title><script src="/sdk.js"></script>')
  })
  await new Promise<void>((resolve) => { pages.listen(0, '127.0.0.1', resolve) })
  // Another origin than the cloud's: the browser asks before it sends anything.
  address = `http://localhost:${(pages.address() as AddressInfo).port}/`
  fixture = await startFixture({
    cloud: { clock: () => now, maxFileBytes: 1000 },
    functions: {
      who: { code: 'exports.main = (event, context) => ({ event, uid: JSON.parse(context.environment).TCB_UUID, custom: JSON.parse(context.environment).TCB_CUSTOM_USER_ID || null, login: JSON.parse(context.environment).LOGINTYPE })' },
      broken: { code: "exports.main = () => { throw new Error('no such thing') }" },
    },
    files: { 'cloudbase/storage-rules.json': { read: 'resource.openid == auth.openid', write: 'resource.openid == auth.openid && /^own\\//.test(resource.path)' } },
  })
  browser = await startChrome()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await fixture.stop()
  await new Promise((resolve) => { pages.close(resolve) })
})

/** A page of a person of its own, with the SDK pointed at the cloud by its own `registerHost`. */
const open = async (): Promise<Page> => {
  const context = await browser.newContext()
  const opened = await context.newPage()
  await point(opened)
  return opened
}

const point = async (opened: Page): Promise<void> => {
  await opened.goto(address)
  await opened.evaluate(`
    window.app = cloudbase.init({ env: 'test-env' })
    app.registerHost('${new URL(fixture.cloud.url).host}', 'http')
    window.auth = app.auth({ persistence: 'local' })
  `)
}
/** Runs the body of an async function in a page; what it throws comes back as `{thrown}`. */
const run = (on: Page, body: string, input?: unknown): Promise<unknown> =>
  on.evaluate(`(async (input) => { try { ${body} } catch (error) { return { thrown: error.code || error.message || JSON.stringify(error) } } })(${JSON.stringify(input)})`)

const signInAnonymously = (on: Page) => run(on, 'const { data, error } = await auth.signInAnonymously(); return { error, id: data.user.id, anonymous: data.user.is_anonymous }') as Promise<{ error: unknown; id: string; anonymous: boolean }>
const callWho = async (on: Page) => (await run(on, "return await app.callFunction({ name: 'who', data: { a: 1 } })")) as { result: { event: unknown; uid: string; custom: string | null; login: string } }



test('an anonymous person of a browser calls functions, and is the same one after a reload', async () => {
  const page = await open()
  expect(await run(page, "return await app.callFunction({ name: 'who' })")).toHaveProperty('thrown')
  const { error, id, anonymous } = await signInAnonymously(page)
  expect({ error, anonymous }).toEqual({ error: null, anonymous: true })
  expect((await callWho(page)).result).toEqual({ event: { a: 1 }, uid: id, custom: null, login: 'ANONYMOUS' })
  expect(await run(page, "return await app.callFunction({ name: 'broken' })")).toEqual({ thrown: 'FUNCTIONS_EXECUTE_FAIL' })
  expect(await run(page, "return await app.callFunction({ name: 'missing' })")).toEqual({ thrown: 'FUNCTION_NOT_FOUND' })
  await point(page)
  expect((await callWho(page)).result.uid).toBe(id)
  expect((await signInAnonymously(await open())).id).not.toBe(id)
})

test('a token that is over is refreshed by the SDK; after signing out it is good for nothing', async () => {
  const page = await open()
  const { id } = await signInAnonymously(page)
  now += 3 * 3600_000
  await run(page, 'await auth.refreshTokenForce()')
  expect((await callWho(page)).result.uid).toBe(id)
  const token = await run(page, 'return (await auth.getAccessToken()).accessToken') as string
  const withIt = () => fetch(`${fixture.cloud.url}/v1/functions/who`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  expect((await withIt()).status).toBe(200)
  await run(page, 'await auth.signOut()')
  expect((await withIt()).status).toBe(401)
})

test('a ticket of node-sdk signs in whom it names', async () => {
  // node-sdk stamps its tickets by the machine's clock.
  now = Date.now()
  const sdk = startSdk(fixture.cloud.env)
  const ticketFor = (uid: string) => sdk.run("return tcb.init({ env: process.env.TCB_ENV, credentials: input.key }).auth().createTicket(input.uid)", { uid, key: fixture.cloud.customLoginKey() }) as Promise<string>
  try {
    const page = await open()
    const signIn = (ticket: string) => run(page, 'const { data, error } = await auth.signInWithCustomTicket(async () => input); return { id: data.user && data.user.id, anonymous: data.user && data.user.is_anonymous, error: error && error.message }', ticket)
    const ticket = await ticketFor('desk-4711')
    expect(await signIn(ticket)).toEqual({ id: 'desk-4711', anonymous: false, error: null })
    expect((await callWho(page)).result).toEqual({ event: { a: 1 }, uid: 'desk-4711', custom: 'desk-4711', login: 'CUSTOM' })
    expect(await signIn(`${ticket.slice(0, -8)}AAAAAAAA`)).toMatchObject({ error: expect.stringContaining('signature') as string })
    expect(await signIn('made up')).toMatchObject({ error: expect.stringContaining('key of this environment') as string })
    now += 11 * 60_000
    expect(await signIn(ticket)).toMatchObject({ error: expect.stringContaining('expired') as string })
  } finally {
    sdk.stop()
  }
})

test('files: put, link, copy, delete, as far as the rules let the person', async () => {
  const [mine, others] = [await open(), await open()]
  await signInAnonymously(mine)
  await signInAnonymously(others)
  const { fileID } = await run(mine, "return await app.uploadFile({ cloudPath: 'own/文件 1.txt', filePath: new File(['hello'], 'a.txt', { type: 'text/plain' }) })") as { fileID: string }
  expect(fileID).toMatch(/^cloud:\/\/test-env\..*\/own\/文件 1\.txt$/)
  const read = 'const { fileList: [file] } = await app.getTempFileURL({ fileList: [input] }); return { code: file.code, text: file.tempFileURL && await (await fetch(file.tempFileURL)).text() }'
  expect(await run(mine, read, fileID)).toEqual({ code: 'SUCCESS', text: 'hello' })
  expect(await run(mine, 'return (await app.getFileInfo({ fileList: [input] })).fileList[0].size', fileID)).toBe(5)
  // What is another person's, and where nobody may write.
  expect(await run(others, read, fileID)).toEqual({ code: 'STORAGE_EXCEED_AUTHORITY' })
  expect(await run(others, "return await app.uploadFile({ cloudPath: 'own/文件 1.txt', filePath: new File(['x'], 'a.txt') })")).toEqual({ thrown: expect.stringContaining('STORAGE_EXCEED_AUTHORITY') as string })
  expect(await run(mine, "return await app.uploadFile({ cloudPath: 'theirs/a.txt', filePath: new File(['x'], 'a.txt') })")).toEqual({ thrown: expect.stringContaining('STORAGE_EXCEED_AUTHORITY') as string })
  expect(await run(mine, "return await app.uploadFile({ cloudPath: 'own/large.bin', filePath: new File([new Uint8Array(1001)], 'a.bin') })")).toEqual({ thrown: expect.stringContaining('EntityTooLarge') as string })
  expect(await run(others, 'return (await app.deleteFile({ fileList: [input] })).fileList', fileID)).toMatchObject([{ fileID, code: 'STORAGE_EXCEED_AUTHORITY' }])
  expect(await run(mine, "return (await app.copyFile({ fileList: [{ srcPath: 'own/文件 1.txt', dstPath: 'own/2.txt' }, { srcPath: 'own/文件 1.txt', dstPath: 'theirs/2.txt' }] })).fileList.map(file => file.code)")).toEqual(['SUCCESS', 'STORAGE_EXCEED_AUTHORITY'])
  expect(await run(mine, 'return (await app.deleteFile({ fileList: [input, input] })).fileList.map(file => file.code)', fileID)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST'])
  expect(await run(mine, read, fileID)).toEqual({ code: 'STORAGE_FILE_NONEXIST' })
})

test('the database is closed to clients, in words', async () => {
  const page = await open()
  await signInAnonymously(page)
  const response = await page.request.post(`${fixture.cloud.url}/v1/databases/query`)
  expect(await response.json()).toMatchObject({ code: 'DATABASE_PERMISSION_DENIED' })
})
