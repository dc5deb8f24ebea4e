import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud } from '../cloud'
import { signedIn, startFixture, temporary, until, writeFiles, type Fixture } from '../testing/fixture'

const ROOT = join(__dirname, '../..')
const [ONE, TWO] = ['template-1', 'template-2']

/** A function with both SDKs, unmodified: `api` by wx-server-sdk's protobuf, `json` by node-sdk's JSON. */
const bundleCaller = (): string => {
  const place = temporary()
  writeFiles(place.path, {
    'caller.js': `
      const cloud = require(${JSON.stringify(join(ROOT, 'node_modules/wx-server-sdk'))})
      const tcb = require(${JSON.stringify(join(ROOT, 'node_modules/@cloudbase/node-sdk'))})
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
      const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
      exports.main = async ({ api, json, data }) => {
        try {
          if (json) return (await app.callWxOpenApi({ apiName: json, requestData: data })).result
          const [group, name] = api.split('.')
          return await cloud.openapi[group][name](data)
        } catch ({ errCode, errMsg, code, message }) {
          return { errCode, errMsg, code, message }
        }
      }
    `,
  })
  execFileSync(join(ROOT, 'node_modules/.bin/esbuild'), [join(place.path, 'caller.js'), '--bundle', '--platform=node', `--outfile=${join(place.path, 'out.js')}`, '--log-level=error'])
  const code = readFileSync(join(place.path, 'out.js'), 'utf8')
  place.remove()
  return code
}

const APIS = ['subscribeMessage.send', 'security.msgSecCheck', 'security.mediaCheckAsync', 'phonenumber.getPhoneNumber', 'urllink.generate', 'wxacode.getUnlimited']

let fixture: Fixture
let now = 1_800_000_000_000

beforeAll(async () => {
  fixture = await startFixture({
    functions: {
      caller: { code: bundleCaller(), timeout: 10, config: { permissions: { openapi: APIS } } },
      hasty: { code: bundleCaller(), timeout: 1, config: { permissions: { openapi: APIS } } },
      forbidden: { code: bundleCaller(), timeout: 10, config: {} },
      inbox: { code: "exports.main = (event, context) => { if (event.Event === 'wxa_media_check' && !globalThis.once) { globalThis.once = true; throw new Error('not yet') } console.log('got ' + JSON.stringify({ event, as: JSON.parse(context.environment).WX_OPENID })) }" },
    },
    files: {
      'cloudbase/message-templates.json': { [ONE]: { title: '进展', fields: { thing1: '商品' } }, [TWO]: { title: '结果', fields: { thing1: '商品' } } },
      'cloudbase/message-push.json': Object.fromEntries(['subscribe_msg_popup_event', 'subscribe_msg_change_event', 'subscribe_msg_sent_event', 'wxa_media_check'].map((event) => [event, 'inbox'])),
    },
    cloud: { clock: () => now, mediaVerdictAfter: 'asked', people: [{ id: 'alice', openid: 'openid-alice', phone: '13800138000' }, { id: 'bob', openid: 'openid-bob', phone: '+852 98765432' }, { id: 'web', uid: 'uid-web' }] },
  })
}, 60_000)
afterAll(() => fixture.stop())
afterEach(() => { fixture.cloud.faults.clear(); fixture.cloud.wechat.moderation.set([]) })

type Answer = Record<string, unknown> & { errCode?: number; errcode?: number }
const alice = { openid: 'openid-alice' }
const ask = (api: string, data: object, name = 'caller') => fixture.cloud.invoke(name, { api, data }, alice) as Promise<Answer>
const askJson = (json: string, data: object, name = 'caller') => fixture.cloud.invoke(name, { json, data }, alice) as Promise<Answer>
const post = async (path: string, body: unknown, id?: string, method = 'POST') => {
  const response = await fetch(`${fixture.cloud.url}/devcloud/wechat/${path}`, { method, headers: id === undefined ? {} : await signedIn(fixture.cloud, id), ...(method === 'GET' ? {} : { body: JSON.stringify(body) }) })
  return { status: response.status, body: await response.json() as Record<string, unknown> }
}
const message = (templateId = ONE, touser = 'openid-alice') => ({ touser, templateId, page: 'pages/x', data: { thing1: { value: '草莓' } } })
const accept = (id: string, ...templateIds: string[]) => post('subscribe', { templateIds, answers: Object.fromEntries(templateIds.map((template) => [template, 'accept'])) }, id)

interface Got { event: Record<string, unknown>; as: string }
/** What the function got since the lines were last emptied. */
const got = (): Got[] => fixture.lines.filter((line) => line.startsWith('[inbox] got ')).map((line) => JSON.parse(line.slice('[inbox] got '.length)) as Got)
const pushed = async (count: number): Promise<Got[]> => {
  await until(() => got().length >= count)
  await fixture.cloud.wechat.push.idle()
  return got()
}
beforeEach(async () => {
  await fixture.cloud.wechat.push.idle()
  fixture.lines.length = 0
})

describe('text', () => {
  const text = { openid: 'openid-alice', scene: 2, version: 2, content: '草莓坏了' }

  test.each([['pass', 100], ['review', 20003], ['risky', 20001]] as const)('%s', async (suggest, label) => {
    fixture.cloud.wechat.moderation.set([{ word: '不存在', suggest: 'risky' }, { word: '草莓', suggest, label }])
    const { errCode, result, detail } = await ask('security.msgSecCheck', text)
    expect({ errCode, result }).toEqual({ errCode: 0, result: { suggest, label } })
    expect(detail).toEqual(expect.arrayContaining([expect.objectContaining({ strategy: 'keyword', keyword: '草莓' })]))
    expect(await askJson('security.msgSecCheck', text)).toMatchObject({ errcode: 0, result: { suggest, label }, trace_id: expect.any(String) as string })
  })

  test('the worst of several words counts, and what no word is in passes', async () => {
    expect((await post('moderation', { rules: [{ word: '坏', suggest: 'review' }, { word: '草莓', suggest: 'risky', label: 20002 }] }, undefined, 'PUT')).body).toEqual({ rules: [{ word: '坏', suggest: 'review', label: 21000 }, { word: '草莓', suggest: 'risky', label: 20002 }] })
    expect((await ask('security.msgSecCheck', text)).result).toEqual({ suggest: 'risky', label: 20002 })
    expect((await ask('security.msgSecCheck', { ...text, content: '谢谢' })).result).toEqual({ suggest: 'pass', label: 100 })
    expect((await ask('security.msgSecCheck', { ...text, content: '谢谢', title: '坏' })).result).toEqual({ suggest: 'review', label: 21000 })
    for (const rules of [7, [{}], [{ word: 'a', suggest: 'no' }], [{ word: 'a', suggest: 'risky', label: 5 }]]) expect((await post('moderation', { rules }, undefined, 'PUT')).status).toBe(400)
  })

  test.each<[string, object, number]>([
    ['the first version', { version: 1 }, 40097], ['no such scene', { scene: 5 }, 40097], ['a stranger', { openid: 'openid-mallory' }, 40003],
    ['nothing', { content: '' }, 40097], ['too long', { content: '长'.repeat(2501) }, 40097],
  ])('%s is refused', async (_name, change, errCode) => { expect(await ask('security.msgSecCheck', { ...text, ...change })).toMatchObject({ errCode }) })

  test('a person who was not here for two hours is refused', async () => {
    const asTimer = () => fixture.cloud.invoke('caller', { api: 'security.msgSecCheck', data: text }, null) as Promise<Answer>
    await signedIn(fixture.cloud, 'alice')
    await ask('security.msgSecCheck', text)
    now += 2 * 3600_000
    expect(await asTimer()).toMatchObject({ errCode: 0 })
    now += 1
    expect(await asTimer()).toMatchObject({ errCode: 61010 })
  })
})

describe('pictures', () => {
  const picture = { openid: 'openid-alice', scene: 2, version: 2, mediaType: 2, mediaUrl: 'https://example.com/blood.jpg' }

  test('the verdict comes later, as an event; a function that fails gets it again', async () => {
    const { errCode, traceId } = await ask('security.mediaCheckAsync', picture)
    expect(errCode).toBe(0)
    expect((await post('media-checks', undefined, undefined, 'GET')).body).toEqual({ waiting: [{ traceId, openid: 'openid-alice', mediaUrl: picture.mediaUrl, mediaType: 2, scene: 2 }] })
    fixture.cloud.wechat.moderation.set([{ word: 'blood', suggest: 'risky', label: 21000 }])
    expect((await post(`media-checks/${String(traceId)}`, {})).status).toBe(200)
    const [{ event, as }] = await pushed(1) as [Got]
    expect(as).toBe('openid-alice')
    expect(event).toEqual({
      ToUserName: expect.stringMatching(/^gh_/) as string, FromUserName: 'openid-alice', CreateTime: Math.floor(now / 1000), MsgType: 'event', Event: 'wxa_media_check',
      appid: 'wx0000000000000000', trace_id: traceId, version: 2, errcode: 0, errmsg: 'ok', result: { suggest: 'risky', label: 21000 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'risky', label: 21000, prob: 90 }], userInfo: { appId: 'wx0000000000000000', openId: 'openid-alice' },
    })
    expect(fixture.lines.some((line) => line.includes('attempt 1 of 3'))).toBe(true)
    expect((await post(`media-checks/${String(traceId)}`, {})).status).toBe(404)
  })

  test('a verdict is said by whoever asks for it', async () => {
    const { trace_id: traceId } = await askJson('security.mediaCheckAsync', { openid: 'openid-alice', scene: 1, version: 2, media_type: 2, media_url: 'https://example.com/a.jpg' })
    expect((await post(`media-checks/${String(traceId)}`, { suggest: 'review', label: 20002 })).status).toBe(200)
    expect((await pushed(1))[0]?.event['result']).toEqual({ suggest: 'review', label: 20002 })
  })

  test('without being asked, the verdict comes by itself, also after a restart', async () => {
    await ask('security.mediaCheckAsync', picture)
    await fixture.cloud.stop()
    fixture.cloud = await startCloud({ ...fixture.options, mediaVerdictAfter: 0 })
    expect((await pushed(1))[0]?.event['Event']).toBe('wxa_media_check')
    await ask('security.mediaCheckAsync', picture)
    await pushed(2)
    expect(fixture.cloud.wechat.mediaChecks.waiting()).toEqual([])
  })

  test.each<[string, object, number]>([['a video', { mediaType: 3 }, 40097], ['no address', { mediaUrl: 'cloud://x' }, 40097], ['a stranger', { openid: 'x' }, 40003]])('%s is refused', async (_name, change, errCode) => {
    expect(await ask('security.mediaCheckAsync', { ...picture, ...change })).toMatchObject({ errCode })
  })
})

describe('phone numbers', () => {
  const draw = async (id: string) => (await post('phone-code', {}, id)).body['code'] as string

  test('a code is good once', async () => {
    const code = await draw('alice')
    expect(await ask('phonenumber.getPhoneNumber', { code })).toMatchObject({ errCode: 0, phoneInfo: { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' } })
    expect(await ask('phonenumber.getPhoneNumber', { code })).toMatchObject({ errCode: 40029 })
    expect(await askJson('phonenumber.getPhoneNumber', { code: await draw('bob') })).toMatchObject({ errcode: 0, phone_info: { phoneNumber: '+85298765432', purePhoneNumber: '98765432', countryCode: '852' } })
  })

  test('and for five minutes', async () => {
    const [first, second] = [await draw('alice'), await draw('alice')]
    now += 5 * 60_000 - 1
    expect(await ask('phonenumber.getPhoneNumber', { code: first })).toMatchObject({ errCode: 0 })
    now += 1
    expect(await ask('phonenumber.getPhoneNumber', { code: second })).toMatchObject({ errCode: 40029 })
    expect((await post('phone-code', {}, 'web')).status).toBe(403)
    expect((await post('phone-code', {})).status).toBe(401)
  })
})

describe('links', () => {
  test('open where they were made for, until they expire', async () => {
    const { errCode, urlLink } = await ask('urllink.generate', { path: 'pages/x', query: 'a=1', expireType: 1, expireInterval: 2 })
    expect(errCode).toBe(0)
    expect(await (await fetch(urlLink as string)).json()).toEqual({ path: 'pages/x', query: 'a=1', envVersion: 'release', until: now + 2 * 86_400_000 })
    now += 2 * 86_400_000
    expect((await fetch(urlLink as string)).status).toBe(404)
    expect(await askJson('urllink.generate', { path: 'pages/y' })).toMatchObject({ errcode: 0, url_link: expect.stringContaining(fixture.cloud.url) as string })
  })

  test.each<[object, number]>([[{ path: 'pages/x?a=1' }, 40165], [{ query: 'x'.repeat(1025) }, 40212], [{ expireType: 1, expireInterval: 31 }, 85401], [{ expireTime: 5 }, 85401], [{ envVersion: 'x' }, 40097]])('%j is refused', async (data, errCode) => {
    expect(await ask('urllink.generate', data)).toMatchObject({ errCode })
  })
})

test('what a person does with messages is pushed: an object for one, a list for several', async () => {
  await accept('bob', ONE)
  await post('subscribe', { templateIds: [ONE, TWO], answers: { [ONE]: 'accept', [TWO]: 'ban' } }, 'bob')
  expect(await ask('subscribeMessage.send', message(ONE, 'openid-bob'))).toMatchObject({ errCode: 0 })
  expect((await post('subscribe/off', { templateIds: [ONE] }, 'bob')).status).toBe(200)
  expect(await ask('subscribeMessage.send', message(ONE, 'openid-bob'))).toMatchObject({ errCode: 43101 })
  const events = await pushed(4)
  expect(events.map(({ event }) => [event['FromUserName'], event['Event'], event['List']])).toEqual(expect.arrayContaining([
    ['openid-bob', 'subscribe_msg_popup_event', { TemplateId: ONE, SubscribeStatusString: 'accept', PopupScene: '0' }],
    ['openid-bob', 'subscribe_msg_popup_event', [{ TemplateId: ONE, SubscribeStatusString: 'accept', PopupScene: '0' }, { TemplateId: TWO, SubscribeStatusString: 'reject', PopupScene: '0' }]],
    ['openid-bob', 'subscribe_msg_sent_event', { TemplateId: ONE, MsgID: expect.stringMatching(/^\d+$/) as string, ErrorCode: '0', ErrorStatus: 'success' }],
    ['openid-bob', 'subscribe_msg_change_event', { TemplateId: ONE, SubscribeStatusString: 'reject' }],
  ]))
  expect(events).toHaveLength(4)
})

test('both ways in need the permission, and a picture goes by one only', async () => {
  expect(await ask('urllink.generate', {}, 'forbidden')).toMatchObject({ errCode: -604101 })
  expect(await askJson('urllink.generate', {}, 'forbidden')).toMatchObject({ code: '-604101' })
  expect(await ask('wxacode.get', {})).toMatchObject({ errMsg: expect.stringContaining("devcloud does not support WeChat's wxacode.get") as string })
  expect(await askJson('wxacode.get', {})).toMatchObject({ code: 'DEVCLOUD_NOT_SUPPORTED' })
  expect(await askJson('wxacode.getUnlimited', { scene: 'a' })).toMatchObject({ code: 'DEVCLOUD_NOT_SUPPORTED' })
})

describe('faults', () => {
  const send = (templateId = ONE, touser = 'openid-alice', name = 'caller') => ask('subscribeMessage.send', message(templateId, touser), name)
  const sendJson = (templateId = ONE) => askJson('subscribeMessage.send', { touser: 'openid-alice', template_id: templateId, data: { thing1: { value: '草莓' } } })

  test.each([43101, 43107, 43108, 45168, 47003, 41030, 40037, 40003, 40001, 40014, -1])('%d is switched on for a person and a template, both ways in, and off', async (errcode) => {
    await accept('alice', ONE, TWO)
    await accept('alice', ONE)
    await accept('bob', ONE)
    const before = fixture.cloud.credits('openid-alice', ONE)
    const { body: { id } } = await post('faults', { errcode, openid: 'openid-alice', templateId: ONE, times: null })
    expect([(await send()).errCode, (await sendJson()).errcode, (await send()).errCode]).toEqual([errcode, errcode, errcode])
    expect(fixture.cloud.credits('openid-alice', ONE)).toBe(before)
    expect([(await send(TWO)).errCode, (await send(ONE, 'openid-bob')).errCode]).toEqual([0, 0])
    expect((await post('faults', undefined, undefined, 'GET')).body).toMatchObject({ faults: [{ id, errcode, times: null, templateId: ONE, openid: 'openid-alice' }], refusals: expect.arrayContaining([{ errcode, errmsg: expect.any(String) as string }]) as unknown })
    expect((await post(`faults/${String(id)}`, undefined, undefined, 'DELETE')).status).toBe(200)
    expect([(await send()).errCode, (await sendJson()).errcode]).toEqual([0, 0])
  })

  test('so many times, and only for its API', async () => {
    await accept('alice', ONE)
    fixture.cloud.faults.add({ api: 'subscribeMessage.send', times: 2, fail: { errcode: -1, errmsg: 'busy' } })
    expect((await ask('urllink.generate', {})).errCode).toBe(0)
    expect([(await send()).errCode, (await send()).errCode, (await send()).errCode]).toEqual([-1, -1, 0])
    expect(fixture.cloud.faults.list()).toEqual([])
  })

  test('an answer that is lost: the message is there, the function does not hear of it', async () => {
    await accept('alice', ONE, TWO)
    for (const [templateId, call] of [[ONE, send], [TWO, sendJson]] as const) {
      const before = fixture.cloud.messages(500).length
      fixture.cloud.faults.add({ lost: true })
      const answer = await call(templateId)
      expect(answer.errCode ?? answer['code']).toBeDefined()
      expect(answer.errCode).not.toBe(0)
      expect(answer.errcode).toBeUndefined()
      expect(fixture.cloud.messages(500)).toHaveLength(before + 1)
    }
  })

  test('no answer at all: the function runs out of its time, and nothing stays behind', async () => {
    await accept('alice', ONE)
    fixture.cloud.faults.add({ never: true })
    await expect(send(ONE, 'openid-alice', 'hasty')).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
    // Else this would be a second message at the same time.
    await until(async () => (await send()).errCode === 0)
  })

  test('a slow answer is an answer', async () => {
    await accept('alice', ONE)
    fixture.cloud.faults.add({ delayMs: 30 })
    expect((await send()).errCode).toBe(0)
    // A caller who gives up does not keep the wait, nor the person, busy.
    fixture.cloud.faults.add({ delayMs: 600_000, fail: { errcode: -1, errmsg: 'busy' } })
    await expect(send(ONE, 'openid-alice', 'hasty')).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
    await until(async () => (await send()).errCode === 43101)
  })

  test.each([{}, { errcode: 0 }, { errcode: 'x' }, { times: 0, never: true }, { kill: 'now' }, { lost: 1 }, { errmsg: 'x', never: true }, { openId: 'x', never: true }, { delayMs: -1 }, { openid: 5, never: true }])('%j is no fault', async (body) => {
    expect(await post('faults', body)).toMatchObject({ status: 400, body: { code: 'INVALID_PARAM' } })
  })
})
