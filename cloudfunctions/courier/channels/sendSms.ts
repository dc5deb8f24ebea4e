import { LONGEST_PARAMETER } from '../../../domain/notice/fallback/sms'
import type { ChannelAnswer } from './channel'
import { postJson } from './postJson'
import { signTc3 } from './signTc3'

/** Tencent's own address [Tencent Cloud: SMS, SendSms]; another one for tests and one's own machine. */
const SMS_URL = process.env['SMS_URL'] ?? 'https://sms.tencentcloudapi.com/'
const VERSION = '2021-01-11'

/** Of the deployment's own account: keys, the application, the signature under the message, and the two templates. */
const setting = (name: string): string => process.env[name] ?? ''
const KEY = { id: setting('SMS_SECRET_ID'), key: setting('SMS_SECRET_KEY') }
const APP_ID = setting('SMS_APP_ID')
const TEMPLATES = { urgent: setting('SMS_URGENT_TEMPLATE'), code: setting('SMS_CODE_TEMPLATE') }

/** An application's and a template's id are numbers: where they are not, there is no such service. */
export const smsWorks = [APP_ID, ...Object.values(TEMPLATES)].every(id => /^\d+$/.test(id)) && KEY.id !== '' && KEY.key !== ''

/** Nothing was sent, and may be after a while [Tencent Cloud: SMS, error codes]. */
const LATER = /^(?:RequestLimitExceeded|LimitExceeded\.(?:DeliveryFrequencyLimit|PhoneNumberThirtySecondLimit|PhoneNumberOneHourLimit)|ResourceUnavailable|FailedOperation\.(?:FailResolvePacket|JsonParseFail))/
/** This number takes none. */
const GONE = /^(?:FailedOperation\.PhoneNumberInBlacklist|InvalidParameterValue\.IncorrectPhoneNumber)/
/** Whether it went out nobody can say. */
const LOST = /^InternalError/

/** Sends one text message by a template, once. Never throws. `phone`: eleven digits of the mainland */
export async function sendSms(phone: string, template: keyof typeof TEMPLATES, parameters: readonly string[], id: string): Promise<ChannelAnswer> {
  if (!smsWorks) return { taken: false, means: 'failed', code: 'notSetUp' }
  if (parameters.some(p => p === '' || p.length > LONGEST_PARAMETER)) return { taken: false, means: 'failed', code: 'badParameter' }
  const url = new URL(SMS_URL)
  const body = JSON.stringify({ PhoneNumberSet: [`+86${phone}`], SmsSdkAppId: APP_ID, SignName: setting('SMS_SIGN'), TemplateId: TEMPLATES[template], TemplateParamSet: parameters, SessionContext: id })
  const signed = { url, service: 'sms', action: 'SendSms', version: VERSION, region: process.env['SMS_REGION'] ?? 'ap-guangzhou', body, at: Math.floor(Date.now() / 1000) }
  const posted = await postJson(url, body, signTc3(signed, KEY))
  if (posted.status === null) return { taken: false, means: posted.begun ? 'lost' : 'later', code: posted.code }
  const code = codeIn(posted.json)
  if (code === 'Ok') return { taken: true }
  if (code === null) return { taken: false, means: 'lost', code: `HTTP ${posted.status}` }
  return { taken: false, means: LOST.test(code) ? 'lost' : LATER.test(code) ? 'later' : GONE.test(code) ? 'gone' : 'failed', code }
}

/** Tencent's word about the request, or about the one number in it. */
function codeIn(json: unknown): string | null {
  const response = (json as { Response?: { Error?: { Code?: unknown }; SendStatusSet?: { Code?: unknown }[] } } | null)?.Response
  const code = response?.Error?.Code ?? response?.SendStatusSet?.[0]?.Code
  return typeof code === 'string' ? code : null
}
