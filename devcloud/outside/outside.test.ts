import { createHash, createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { startOutside, type Outside } from './outside'

let outside: Outside
let now = Date.UTC(2026, 10, 22)
beforeAll(async () => { outside = await startOutside({ now: () => now }) })
afterAll(() => outside.stop())

const KEY = '693a91f6-7abc-4bc4-97a0-0ec2b5f1aaaa'
const post = async (url: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> => (await fetch(url, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers })).json()
const say = (content: string, key = KEY) => post(`${outside.robotUrl}?key=${key}`, { msgtype: 'text', text: { content } })

describe('a robot', () => {
  test('says what fits, twenty times a minute', async () => {
    const key = KEY.replace('aaaa', 'bbbb')
    for (let i = 0; i < 20; i++) expect(await say(`${i}`, key)).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(await say('one more', key)).toMatchObject({ errcode: 45009 })
    now += 60_000
    expect(await say('one more', key)).toMatchObject({ errcode: 0 })
    expect(outside.deliveries.latest(2)).toMatchObject([{ service: 'robot', to: key, text: 'one more' }, { text: '19' }])
  })

  test.each([
    ['is nobody\'s', () => say('x', 'nobody'), 93000], ['says nothing', () => say(''), 44004],
    ['says 2048 bytes', () => say('好'.repeat(682) + 'ab'), 0], ['says 2049', () => say('好'.repeat(683)), 40058],
    ['sends what there is not', () => post(`${outside.robotUrl}?key=${KEY}`, { msgtype: 'voice' }), 40008],
  ])('that %s', async (_what, ask, errcode) => {
    expect(await ask()).toMatchObject({ errcode })
  })

  test('that was taken out of its group', async () => {
    const key = KEY.replace('aaaa', 'cccc')
    outside.robots.remove(key)
    expect(await say('x', key)).toMatchObject({ errcode: 93000 })
  })
})

describe('text messages', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const BODY = { PhoneNumberSet: ['+8613800000000'], SmsSdkAppId: '1400000000', SignName: 'x', TemplateId: '1110001', TemplateParamSet: ['3'] }

  /** Signed by the documentation, with one thing changed. */
  const send = (changed: { id?: string; key?: string; at?: number; body?: object; sent?: string } = {}): Promise<unknown> => {
    const { id = outside.smsAccount.secretId, key = outside.smsAccount.secretKey, at = now / 1000, body = BODY } = changed
    const text = JSON.stringify(body)
    const date = new Date(at * 1000).toISOString().slice(0, 10)
    const canonical = `POST\n/\n\ncontent-type:application/json\nhost:${new URL(outside.smsUrl).host}\n\ncontent-type;host\n${hash(text)}`
    const signing = hmac(hmac(hmac(`TC3${key}`, date), 'sms'), 'tc3_request')
    const signature = hmac(signing, `TC3-HMAC-SHA256\n${at}\n${date}/sms/tc3_request\n${hash(canonical)}`).toString('hex')
    return post(outside.smsUrl, changed.sent ?? text, {
      'content-type': 'application/json', 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11', 'x-tc-timestamp': String(at),
      authorization: `TC3-HMAC-SHA256 Credential=${id}/${date}/sms/tc3_request, SignedHeaders=content-type;host, Signature=${signature}`,
    })
  }

  test('are taken with a right signature', async () => {
    expect(await send()).toMatchObject({ Response: { SendStatusSet: [{ Code: 'Ok', PhoneNumber: '+8613800000000' }] } })
    expect(outside.deliveries.latest(1)).toMatchObject([{ service: 'sms', to: '+8613800000000', title: '1110001', text: '3' }])
  })

  test.each([
    ['another key', { key: 'x' }, 'AuthFailure.SignatureFailure'], ['another account', { id: 'x' }, 'AuthFailure.SecretIdNotFound'], ['an old one', { at: Date.UTC(2026, 10, 21) / 1000 }, 'AuthFailure.SignatureExpire'],
    ['another body than the signed one', { sent: '{}' }, 'AuthFailure.SignatureFailure'], ['an unknown template', { body: { ...BODY, TemplateId: '1' } }, 'FailedOperation.TemplateIncorrectOrUnapproved'],
    ['another application', { body: { ...BODY, SmsSdkAppId: '1' } }, 'InvalidParameterValue.SdkAppIdNotExist'], ['no signature under it', { body: { ...BODY, SignName: '' } }, 'FailedOperation.SignatureIncorrectOrUnapproved'],
  ])('are refused with %s', async (_what, changed, Code) => {
    expect(await send(changed)).toMatchObject({ Response: { Error: { Code } } })
  })

  test('a number that is none', async () => {
    expect(await send({ body: { ...BODY, PhoneNumberSet: ['12345'] } })).toMatchObject({ Response: { SendStatusSet: [{ Code: 'InvalidParameterValue.IncorrectPhoneNumber' }] } })
  })
})

test('whoever asks next can be answered by hand, or not at all', async () => {
  const before = outside.deliveries.attempts('robot')
  outside.deliveries.intercept('robot', () => ({ errcode: 1 }))
  outside.deliveries.intercept('robot', () => null)
  expect(await say('x')).toEqual({ errcode: 1 })
  await expect(say('x')).rejects.toThrow('fetch failed')
  expect(await say('x')).toMatchObject({ errcode: 0 })
  expect(outside.deliveries.attempts('robot') - before).toBe(3)
})

test('a mail is taken as it was written', async () => {
  const { port } = new URL(outside.smtpUrl)
  const socket = connect(Number(port), '127.0.0.1')
  const lines = ['EHLO x', 'MAIL FROM:<a@example.com>', 'RCPT TO:<b@example.com>', 'DATA', 'Subject: =?UTF-8?B?5L2g5aW9?=\r\n\r\nhello\r\n.', 'QUIT']
  let heard = ''
  await new Promise<void>((done, failed) => {
    socket.on('data', (part) => {
      heard += String(part)
      if (/^\d{3} .*\r\n$/m.test(String(part))) socket.write(`${lines.shift() ?? ''}\r\n`)
    })
    socket.once('close', () => done())
    socket.once('error', failed)
  })
  expect(heard).toContain('250 taken')
  expect(outside.deliveries.latest(1)).toMatchObject([{ service: 'mail', to: 'b@example.com', title: '你好', text: 'hello\n' }])
})
