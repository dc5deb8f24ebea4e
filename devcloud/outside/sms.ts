import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Deliveries } from './deliveries'

/** An account of Tencent Cloud, and what it may send with. */
export interface SmsAccount { secretId: string; secretKey: string; appId: string; templates: readonly string[] }

export type SmsAnswer = { Response: { RequestId: string } & ({ Error: { Code: string; Message: string } } | { SendStatusSet: { SerialNo: string; PhoneNumber: string; Fee: number; SessionContext: string; Code: string; Message: string; IsoCode: string }[] }) }

/** Seconds. Source: cloud.tencent.com, SMS error codes, AuthFailure.SignatureExpire. */
const SIGNATURE_LIVES = 300

const REQUEST_ID = '00000000-0000-4000-8000-000000000000'
const refused = (Code: string, Message: string): SmsAnswer => ({ Response: { Error: { Code, Message }, RequestId: REQUEST_ID } })

/** @returns why the signature is not right; null when it is. Source: cloud.tencent.com, signature method v3 (TC3-HMAC-SHA256) */
const signatureTrouble = ({ secretId, secretKey }: SmsAccount, headers: IncomingHttpHeaders, body: string, now: number): string | null => {
  const parts = /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/(\w+)\/tc3_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '')
  if (!parts) return 'AuthFailure.InvalidAuthorization'
  const [, id, date = '', service = '', names = '', signature = ''] = parts
  if (id !== secretId) return 'AuthFailure.SecretIdNotFound'
  const timestamp = Number(headers['x-tc-timestamp'])
  if (!(Math.abs(now / 1000 - timestamp) <= SIGNATURE_LIVES) || new Date(timestamp * 1000).toISOString().slice(0, 10) !== date) return 'AuthFailure.SignatureExpire'
  const signed = names.split(';')
  if (!signed.includes('content-type') || !signed.includes('host')) return 'AuthFailure.SignatureFailure'
  const canonicalHeaders = signed.map((name) => `${name}:${String(headers[name] ?? '').trim().toLowerCase()}\n`).join('')
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const canonical = ['POST', '/', '', canonicalHeaders, names, sha(body)].join('\n')
  const toSign = ['TC3-HMAC-SHA256', String(timestamp), `${date}/${service}/tc3_request`, sha(canonical)].join('\n')
  const right = hmac(hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request'), toSign)
  return timingSafeEqual(right, Buffer.from(signature, 'hex')) ? null : 'AuthFailure.SignatureFailure'
}

/** Tencent Cloud's SendSms, version 2021-01-11, for numbers of the mainland. */
export const takeSms = (account: SmsAccount, deliveries: Deliveries, headers: IncomingHttpHeaders, body: string, now: number): SmsAnswer => {
  const trouble = signatureTrouble(account, headers, body, now)
  if (trouble) return refused(trouble, 'the signature is not right')
  if (headers['x-tc-action'] !== 'SendSms' || headers['x-tc-version'] !== '2021-01-11') return refused('InvalidAction', 'only SendSms of 2021-01-11')
  const { PhoneNumberSet: numbers, SmsSdkAppId: appId, TemplateId: template, TemplateParamSet: parameters, SignName: sign, SessionContext: session } = JSON.parse(body) as Record<string, unknown>
  if (!Array.isArray(numbers) || numbers.length === 0 || numbers.length > 200) return refused('InvalidParameterValue', 'PhoneNumberSet')
  if (appId !== account.appId) return refused('InvalidParameterValue.SdkAppIdNotExist', 'SmsSdkAppId')
  if (typeof sign !== 'string' || sign === '') return refused('FailedOperation.SignatureIncorrectOrUnapproved', 'SignName')
  if (typeof template !== 'string' || !account.templates.includes(template)) return refused('FailedOperation.TemplateIncorrectOrUnapproved', 'TemplateId')
  const words = Array.isArray(parameters) ? parameters.map(String) : []
  return { Response: { RequestId: REQUEST_ID, SendStatusSet: numbers.map(String).map((number) => {
    const good = /^\+861[3-9]\d{9}$/.test(number)
    if (good) deliveries.add({ service: 'sms', to: number, id: String(session ?? ''), title: template, text: words.join('|'), at: now })
    return { SerialNo: good ? '1' : '', PhoneNumber: number, Fee: good ? 1 : 0, SessionContext: String(session ?? ''), Code: good ? 'Ok' : 'InvalidParameterValue.IncorrectPhoneNumber', Message: good ? 'send success' : 'incorrect phone number', IsoCode: 'CN' }
  }) } }
}
