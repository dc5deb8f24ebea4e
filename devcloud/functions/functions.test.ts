import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signedIn, startFixture, until, type Fixture } from '../testing/fixture'
import { startSdk } from '../testing/sdk-process'

const SDK = JSON.stringify(join(__dirname, '../../node_modules/@cloudbase/node-sdk'))

/** Says who it was called by, in every way that a function can ask. */
const WHO = `
  const tcb = require(${SDK})
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
  exports.main = async (event, context) => {
    const parsed = tcb.parseContext(context)
    const before = process.env.LEFT_BEHIND
    process.env.LEFT_BEHIND = 'yes'
    if (event.deeper) return (await app.callFunction({ name: 'inner', data: { a: 1 } })).result
    return {
      event, before: before ?? null, variable: process.env.VARIABLE ?? null, environment: (parsed.environment ?? parsed.environ).WX_OPENID ?? null,
      user: app.auth().getUserInfo(), trigger: process.env.TRIGGER_SRC ?? null, function: context.function_name,
      known: Object.keys(process.env).filter(name => /OPENID|UUID|LOGINTYPE/.test(name)),
    }
  }
`

let fixture: Fixture

beforeAll(async () => {
  fixture = await startFixture({
    // Set in the console, over what was deployed.
    cloud: { variables: { variables: { CHANGED: 'console', ADDED: 'console' } } },
    functions: {
      variables: { code: 'exports.main = () => [process.env.CHANGED, process.env.KEPT, process.env.ADDED]', envVariables: { CHANGED: 'deployed', KEPT: 'deployed' } },
      who: { code: WHO, timeout: 10, envVariables: { VARIABLE: 'set' }, triggers: [{ name: 'tick', type: 'timer', config: '0 * * * * * *' }] },
      inner: { code: WHO, timeout: 10 },
      slow: { code: 'exports.main = () => new Promise(() => {})', timeout: 1 },
      crash: { code: 'let calls = 0; exports.main = (event) => { calls++; if (event.die) process.exit(3); return { calls, pid: process.pid } }' },
      thrower: { code: 'exports.main = () => { throw new TypeError("no such thing") }' },
      broken: { code: 'this is not JavaScript' },
      silent: { code: 'exports.main = () => {}' },
      large: { code: 'exports.main = (event) => "x".repeat(event.size)' },
      hungry: { code: 'exports.main = () => { const kept = []; for (;;) kept.push(new Array(1e5).fill({}).map(() => ({})) ) }', memorySize: 64, timeout: 20 },
      noisy: { code: 'exports.main = () => { console.log("said %s", "this"); console.error("and that") }' },
      self: { code: `const app = require(${SDK}).init({ env: process.env.TCB_ENV }); exports.main = () => app.callFunction({ name: 'self' })`, timeout: 10 },
      changing: { code: 'exports.main = () => 1' },
    },
  })
})
afterAll(() => fixture.stop())

const invoke = (name: string, event: object = {}, caller: Parameters<Fixture['cloud']['invoke']>[2] = null) => fixture.cloud.invoke(name, event, caller)

test('a person of WeChat, one of the web, and nobody; no call sees the one before', async () => {
  const nobody = { openId: '', appId: '', uid: '', customUserId: '', isAnonymous: false }
  expect(await invoke('who', {}, { openid: 'one' })).toEqual({
    event: { userInfo: { appId: 'wx0000000000000000', openId: 'one' } }, before: null, variable: 'set', environment: 'one',
    user: { ...nobody, openId: 'one', appId: 'wx0000000000000000' }, trigger: null, function: 'who', known: ['WX_OPENID'],
  })
  expect(await invoke('who', {}, { uid: 'u1' })).toMatchObject({ event: {}, before: null, environment: null, user: { ...nobody, uid: 'u1' }, known: ['TCB_UUID', 'LOGINTYPE'] })
  expect(await invoke('who')).toMatchObject({ before: null, environment: null, user: nobody, known: [] })
})

test('variables set in the console stand over those deployed', async () => {
  expect(await invoke('variables')).toEqual(['console', 'deployed', 'console'])
})

test('a timer is nobody', async () => {
  await invoke('who', {}, { openid: 'one' })
  expect(await fixture.cloud.fireTimer('who')).toMatchObject({
    event: { Type: 'Timer', TriggerName: 'tick', Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string, Message: '' },
    trigger: 'timer', environment: null, known: [],
  })
  await expect(fixture.cloud.fireTimer('who', 'another')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
})

test('identity goes from function to function', async () => {
  expect(await invoke('who', { deeper: true }, { openid: 'one' })).toMatchObject({ function: 'inner', environment: 'one', event: { a: 1 } })
  expect(await invoke('who', { deeper: true })).toMatchObject({ function: 'inner', environment: null })
})

test('a token of no running call is refused', async () => {
  const sdk = startSdk({ ...fixture.cloud.env, WX_CONTEXT_KEYS: 'WX_API_TOKEN', WX_API_TOKEN: 'guessed' })
  await expect(sdk.run("return await app.callFunction({ name: 'who' })")).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
  sdk.stop()
})

test('another process calls a function as nobody', async () => {
  const sdk = startSdk(fixture.cloud.env)
  expect(await sdk.run("return (await app.callFunction({ name: 'who', data: { openid: 'forged', WX_OPENID: 'forged' } })).result")).toMatchObject({ environment: null })
  await expect(sdk.run("return await app.callFunction({ name: 'nothing' })")).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  sdk.stop()
})

test('a call that takes too long is ended, and the next one works', async () => {
  await expect(invoke('slow')).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message: 'Invoking task timed out after 1 seconds' })
  await expect(invoke('slow')).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
})

test('a crash is answered; the next call has a new process', async () => {
  const first = await invoke('crash') as { calls: number; pid: number }
  expect((await invoke('crash') as { calls: number }).calls).toBe(2)
  const [died, after] = await Promise.allSettled([invoke('crash', { die: true }), invoke('crash')])
  expect(died).toMatchObject({ status: 'rejected', reason: { code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('exited with code 3') as string } })
  expect(after).toMatchObject({ status: 'fulfilled', value: { calls: 1 } })
  expect((await invoke('crash') as { pid: number }).pid).not.toBe(first.pid)
})

test('what is thrown is told', async () => {
  await expect(invoke('thrower')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('TypeError: no such thing') as string })
  await expect(invoke('broken')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('SyntaxError') as string })
})

test('nothing returned is null; memory and payload have limits', async () => {
  expect(await invoke('silent')).toBeNull()
  expect(await invoke('large', { size: 1000 })).toHaveLength(1000)
  await expect(invoke('large', { size: 6 * 1024 * 1024 })).rejects.toMatchObject({ code: 'EXCEED_REQUEST_SIZE_LIMIT' })
  await expect(invoke('large', { size: 1, padding: 'x'.repeat(6 * 1024 * 1024) })).rejects.toMatchObject({ code: 'EXCEED_REQUEST_SIZE_LIMIT' })
  await expect(invoke('hungry')).rejects.toMatchObject({ code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message: expect.stringContaining('64 MB') as string })
}, 30_000)

test('what a function writes is kept', async () => {
  await invoke('noisy')
  await until(() => fixture.lines.includes('[noisy] said this') && fixture.lines.includes('[noisy] and that'))
})

test('a function cannot wait for itself', async () => {
  await expect(invoke('self')).rejects.toMatchObject({ message: expect.stringContaining('self → self → self → self → self: all 4 instances of self wait') as string })
})

test('a new bundle is taken at the next call', async () => {
  expect(await invoke('changing')).toBe(1)
  writeFileSync(join(fixture.directory, 'functions/changing/index.js'), 'exports.main = () => "changed"')
  expect(await invoke('changing')).toBe('changed')
})

describe('over the client wire', () => {
  const call = async (name: string, headers: Record<string, string>, body: unknown = {}) => {
    const response = await fetch(`${fixture.cloud.url}/v1/functions/${name}`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
    return { status: response.status, body: await response.json() as Record<string, unknown>, cors: response.headers.get('access-control-allow-origin') }
  }

  test('only the token says who calls', async () => {
    const headers = { ...await signedIn(fixture.cloud, 'alice'), 'x-wx-openid': 'openid-bob', cookie: 'openid=openid-bob' }
    expect(await call('who', headers, { openid: 'openid-bob', userInfo: { openId: 'openid-bob' }, WX_OPENID: 'openid-bob' }))
      .toMatchObject({ status: 200, body: { environment: 'openid-alice', user: { openId: 'openid-alice' }, event: { userInfo: { openId: 'openid-alice' } } } })
    expect((await call('who', await signedIn(fixture.cloud, 'web'))).body).toMatchObject({ user: { uid: 'uid-web', openId: '' } })
  })

  test.each<[string, Record<string, string>, unknown, number, string]>([
    ['who', {}, {}, 401, 'MISSING_CREDENTIALS'],
    ['who', { authorization: 'Bearer forged' }, {}, 401, 'INVALID_CREDENTIALS'],
    ['who', { authorization: 'alice' }, {}, 401, 'MISSING_CREDENTIALS'],
    ['nothing', { as: 'alice' }, {}, 404, 'FUNCTION_NOT_FOUND'],
    ['thrower', { as: 'alice' }, {}, 500, 'FUNCTIONS_EXECUTE_FAIL'],
    ['slow', { as: 'alice' }, {}, 504, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'],
    ['hungry', { as: 'alice' }, {}, 500, 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
    ['who', { as: 'alice' }, '{', 400, 'INVALID_PARAM'],
    ['who', { as: 'alice' }, [1], 400, 'INVALID_PARAM'],
    ['who', { as: 'alice' }, { text: 'x'.repeat(1024 * 1024) }, 413, 'EXCEED_REQUEST_SIZE_LIMIT'],
    ['who', { as: 'alice', origin: 'https://evil.example' }, {}, 403, 'ACTION_FORBIDDEN'],
    ['who', { as: 'alice', origin: 'null' }, {}, 403, 'ACTION_FORBIDDEN'],
  ])('%s with %j: %s', async (name, { as, ...headers }, body, status, code) => {
    const all = { ...headers, ...(as === undefined ? {} : await signedIn(fixture.cloud, as)) }
    expect(await call(name, all, body)).toMatchObject({ status, body: { code, message: expect.any(String) as string, requestId: expect.any(String) as string } })
  })

  test('a page of this machine may call; the database is closed; the SDK wire is not for pages', async () => {
    const headers = { ...await signedIn(fixture.cloud, 'alice'), origin: 'http://localhost:10086' }
    expect(await call('silent', headers)).toMatchObject({ status: 200, cors: 'http://localhost:10086' })
    const preflight = await fetch(`${fixture.cloud.url}/v1/functions/who`, { method: 'OPTIONS', headers: { origin: 'http://127.0.0.1:1', 'access-control-request-headers': 'authorization' } })
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'authorization'])
    const database = await fetch(`${fixture.cloud.url}/v1/database/instances/x`, { method: 'POST', headers })
    expect(await database.json()).toMatchObject({ code: 'DATABASE_PERMISSION_DENIED' })
    const admin = await fetch(`${fixture.cloud.url}/admin`, { method: 'POST', headers, body: '{"action":"database.getDocument"}' })
    expect(await admin.json()).toMatchObject({ code: 'ACTION_FORBIDDEN' })
    const unsigned = await fetch(`${fixture.cloud.url}/admin`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"action":"database.getDocument"}' })
    expect(await unsigned.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  })

  test('nobody unknown signs in', async () => {
    const response = await fetch(`${fixture.cloud.url}/devcloud/signin`, { method: 'POST', body: '{"id":"mallory"}' })
    expect(response.status).toBe(401)
  })
})
