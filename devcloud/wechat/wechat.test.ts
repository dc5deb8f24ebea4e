import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud } from '../cloud'
import { signedIn, startFixture, temporary, writeFiles, type Fixture } from '../testing/fixture'
import type { SentMessage } from './messages'

const ROOT = join(__dirname, '../..')
const TEMPLATE = 'template-1'

/** A function bundled with the unmodified wx-server-sdk, as it would be uploaded. */
const bundleSender = (): string => {
  const place = temporary()
  writeFiles(place.path, {
    'sender.js': `
      const cloud = require(${JSON.stringify(join(ROOT, 'node_modules/wx-server-sdk'))})
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
      exports.main = async ({ send, context }) => {
        if (context) return cloud.getWXContext()
        try {
          return await cloud.openapi.subscribeMessage.send(send)
        } catch ({ errCode, errMsg }) {
          return { errCode, errMsg }
        }
      }
    `,
  })
  execFileSync(join(ROOT, 'node_modules/.bin/esbuild'), [join(place.path, 'sender.js'), '--bundle', '--platform=node', `--outfile=${join(place.path, 'out.js')}`, '--log-level=error'])
  const code = readFileSync(join(place.path, 'out.js'), 'utf8')
  place.remove()
  return code
}

let fixture: Fixture

beforeAll(async () => {
  const code = bundleSender()
  const openapi = { permissions: { openapi: ['subscribeMessage.send'] } }
  fixture = await startFixture({
    functions: { sender: { code, timeout: 10, config: openapi, triggers: [{ name: 'tick', type: 'timer', config: '0 * * * * * *' }] }, sender2: { code, timeout: 10, config: openapi }, forbidden: { code, timeout: 10, config: {} } },
    files: { 'cloudbase/message-templates.json': { [TEMPLATE]: { title: '进展', fields: { thing1: '商品', character_string2: '编号', time3: '时间' } } } },
  })
}, 30_000)
afterAll(() => fixture.stop())
afterEach(() => fixture.cloud.faults.clear())

const data = { thing1: { value: '草莓两盒' }, character_string2: { value: 'A-001' }, time3: { value: '2030年1月2日 09:30' } }
const message = { touser: 'openid-alice', templateId: TEMPLATE, page: 'pages/x?id=1', data, miniprogramState: 'developer' }
const send = (change: object = {}, name = 'sender') => fixture.cloud.invoke(name, { send: { ...message, ...change } }, null) as Promise<{ errCode: number; errMsg: string }>

const subscribe = async (id: string, body: unknown) => {
  const response = await fetch(`${fixture.cloud.url}/devcloud/wechat/subscribe`, { method: 'POST', headers: await signedIn(fixture.cloud, id), body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() as Record<string, unknown> }
}
const accept = (id = 'alice') => subscribe(id, { templateIds: [TEMPLATE], answers: { [TEMPLATE]: 'accept' } })
const credits = () => fixture.cloud.credits('openid-alice', TEMPLATE)

test('each acceptance is good for one message', async () => {
  expect(await send()).toMatchObject({ errCode: 43101 })
  expect(await accept()).toEqual({ status: 200, body: { errMsg: 'requestSubscribeMessage:ok', [TEMPLATE]: 'accept' } })
  await accept()
  await subscribe('alice', { templateIds: [TEMPLATE], answers: { [TEMPLATE]: 'reject' } })
  expect(credits()).toBe(2)
  expect(await send()).toMatchObject({ errCode: 0 })
  expect(await fixture.cloud.fireTimer('sender')).toMatchObject({ errCode: expect.any(Number) as number })
  expect(await send()).toMatchObject({ errCode: 0 })
  expect(await send()).toMatchObject({ errCode: 43101 })
  expect(fixture.cloud.messages(1)).toMatchObject([{
    openid: 'openid-alice', personId: 'alice', templateId: TEMPLATE, title: '进展', data, page: 'pages/x?id=1', miniprogramState: 'developer',
    fields: [{ name: 'thing1', label: '商品', value: '草莓两盒' }, { name: 'character_string2', label: '编号', value: 'A-001' }, { name: 'time3', label: '时间', value: '2030年1月2日 09:30' }],
  }])
})

test.each<[string, object, number, string]>([
  ['an unknown person', { touser: 'openid-mallory' }, 40003, ''],
  ['an unknown template', { templateId: 'x' }, 40037, ''],
  ['a missing field', { data: { ...data, thing1: undefined } }, 47003, 'thing1'],
  ['an empty field', { data: { ...data, thing1: { value: '' } } }, 47003, 'thing1'],
  ['a long thing', { data: { ...data, thing1: { value: '长'.repeat(21) } } }, 47003, 'thing1'],
  ['a line break', { data: { ...data, thing1: { value: 'a\nb' } } }, 47003, 'thing1'],
  ['Chinese in a character_string', { data: { ...data, character_string2: { value: '编号' } } }, 47003, 'character_string2'],
  ['no time', { data: { ...data, time3: { value: '明天' } } }, 47003, 'time3'],
  ['an unknown field', { data: { ...data, thing9: { value: 'x' } } }, 47003, 'thing9'],
])('%s is refused and costs nothing', async (_name, change, errCode, names) => {
  await accept()
  const before = credits()
  const answer = await send(change)
  expect(answer).toMatchObject({ errCode })
  expect(answer.errMsg).toContain(names)
  expect(credits()).toBe(before)
})

test('config.json must permit it', async () => {
  expect(await send({}, 'forbidden')).toMatchObject({ errCode: -604101 })
})

test('getWXContext knows the caller', async () => {
  expect(await fixture.cloud.invoke('sender', { context: true }, { openid: 'openid-bob' })).toMatchObject({ OPENID: 'openid-bob', APPID: 'wx0000000000000000', ENV: 'test-env' })
})

test.each<[string, unknown, number]>([
  ['none', { templateIds: [], answers: {} }, 10001],
  ['too many', { templateIds: Array(6).fill(TEMPLATE), answers: {} }, 20003],
  ['an unknown one', { templateIds: ['x'], answers: { x: 'accept' } }, 20001],
])('asking for %s fails', async (_name, body, errCode) => {
  expect(await subscribe('alice', body)).toMatchObject({ status: 400, body: { errCode, errMsg: expect.stringContaining('requestSubscribeMessage:fail') as string } })
})

test('a person of the web cannot subscribe', async () => {
  expect((await accept('web')).status).toBe(403)
})

describe('faults', () => {
  test('WeChat answers with an error', async () => {
    await accept()
    const before = credits()
    fixture.cloud.faults.nextWechatCall({ fail: { errcode: -1, errmsg: 'system busy' } })
    expect(await send()).toMatchObject({ errCode: -1 })
    expect(credits()).toBe(before)
  })

  test('WeChat takes one message to a person at a time', async () => {
    await accept()
    let release = () => {}
    fixture.cloud.faults.nextWechatCall({ hold: new Promise<void>((resolve) => { release = resolve }) })
    const both = [send(), send({}, 'sender2')]
    expect(await Promise.race(both)).toMatchObject({ errCode: 43108 })
    release()
    expect((await Promise.all(both)).map(({ errCode }) => errCode).sort()).toEqual([0, 43108])
  })

  test.each<['before' | 'after', number]>([['before', 0], ['after', 1]])('the function is killed %s WeChat takes the message', async (kill, sent) => {
    await accept()
    const before = credits()
    fixture.cloud.faults.nextWechatCall({ kill })
    await expect(send()).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('SIGKILL') as string })
    expect(before - credits()).toBe(sent)
    await accept()
    expect(await send()).toMatchObject({ errCode: 0 })
  })
})

test('messages are listed, streamed, resumed, and survive a restart', async () => {
  const listed = async (): Promise<SentMessage[]> => (await (await fetch(`${fixture.cloud.url}/devcloud/wechat/messages?limit=2`)).json() as { messages: SentMessage[] }).messages
  const read = async (headers: Record<string, string>, expected: number, act: () => Promise<unknown> = async () => {}) => {
    const abort = new AbortController()
    const response = await fetch(`${fixture.cloud.url}/devcloud/wechat/messages/stream`, { headers, signal: abort.signal })
    await act()
    let text = ''
    const decoder = new TextDecoder()
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    while ([...text.matchAll(/^data: /gm)].length < expected) text += decoder.decode((await reader.read()).value)
    abort.abort()
    return [...text.matchAll(/^id: (\d+)$/gm)].map((line) => Number(line[1]))
  }
  const [last] = await listed() as [SentMessage]
  await accept()
  await accept()
  expect(await read({}, 2, async () => { await send(); await send() })).toEqual([last.id + 1, last.id + 2])
  expect(await read({ 'last-event-id': String(last.id) }, 2)).toEqual([last.id + 1, last.id + 2])
  expect((await listed()).map(({ id }) => id)).toEqual([last.id + 2, last.id + 1])
  const headers = await signedIn(fixture.cloud, 'alice')
  await accept()
  const left = credits()
  await fixture.cloud.stop()
  fixture.cloud = await startCloud(fixture.options)
  expect((await listed()).map(({ id }) => id)).toEqual([last.id + 2, last.id + 1])
  expect(credits()).toBe(left)
  // Phones stay signed in.
  expect((await fetch(`${fixture.cloud.url}/v1/functions/sender`, { method: 'POST', headers, body: '{"context":true}' })).status).toBe(200)
})
