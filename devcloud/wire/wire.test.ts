import { spawn } from 'node:child_process'
import { request } from 'node:http'
import { startFixture, until, type Fixture } from '../testing/fixture'
import { startSdk } from '../testing/sdk-process'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture({
    functions: { pid: { code: 'exports.main = () => process.pid' } },
    files: { 'people.json': [{ id: 'alice', openid: 'openid-alice' }] },
    cloud: { mount: (asked, response) => { if (asked.url !== '/page') return false; response.end('a page'); return true } },
  })
})
afterAll(() => fixture.stop())

const status = (host: string, path: string) => new Promise<number>((resolve, reject) => {
  request(fixture.cloud.url + path, { headers: { host } }, (response) => { response.resume(); resolve(response.statusCode ?? 0) }).on('error', reject).end()
})

test('only this machine\'s own names are answered', async () => {
  expect(await status('127.0.0.1:1', '/page')).toBe(200)
  expect(await status('localhost', '/page')).toBe(200)
  expect(await status('evil.example', '/page')).toBe(403)
  expect(await status('127.0.0.1.evil.example', '/page')).toBe(403)
})

test('pages in front get what is not the cloud\'s own', async () => {
  expect(await (await fetch(`${fixture.cloud.url}/page`)).text()).toBe('a page')
  expect((await fetch(`${fixture.cloud.url}/other`)).status).toBe(404)
  expect((await fetch(`${fixture.cloud.url}/v1/nothing`)).status).toBe(404)
})

test('whoever watches the SDK is told of every request before it is carried out', async () => {
  const seen: string[] = []
  let passed = 0
  const watched = await startFixture({
    collections: { things: [] },
    cloud: { watchSdk: async (action) => { seen.push(action); await new Promise(setImmediate); passed += 1 } },
  })
  const sdk = startSdk(watched.cloud.env)
  try {
    await sdk.run("await db.collection('things').add({ _id: 'a' }); await db.collection('things').where({}).count()")
    expect(seen).toEqual(['database.insertDocument', 'database.calculateDocument'])
    expect(passed).toBe(2)
  } finally {
    sdk.stop()
    await watched.stop()
  }
})

const alive = (pid: number) => { try { return process.kill(pid, 0) } catch { return false } }

test.each<['SIGTERM' | 'SIGKILL', number | null]>([['SIGTERM', 0], ['SIGKILL', null]])('%s leaves no process behind', async (signal, code) => {
  const main = spawn(process.execPath, ['scripts/devcloud.mjs', '--root', fixture.directory, '--data', `${fixture.directory}/${signal}`, '--functions', 'functions', '--no-timers', '--people', `${fixture.directory}/people.json`], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  main.stdout.on('data', (chunk: Buffer) => { text += chunk.toString() })
  await until(() => /^ready$/m.test(text) || main.exitCode !== null)
  const url = /^DEVCLOUD_URL=(.*)$/m.exec(text)?.[1] as string
  const { token } = await (await fetch(`${url}/devcloud/signin`, { method: 'POST', body: '{"id":"alice"}' })).json() as { token: string }
  const pid = await (await fetch(`${url}/v1/functions/pid`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })).json() as number
  expect(alive(pid)).toBe(true)
  const ended = new Promise((resolve) => main.once('exit', resolve))
  main.kill(signal)
  expect(await ended).toBe(code)
  await until(() => !alive(pid))
})
