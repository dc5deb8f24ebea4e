import { CloudError, invalidParam, notSupported } from '../errors'
import type { Call } from '../functions/caller'
import { parseJsonObject } from '../values/json'
import { wait } from '../wait'
import type { EventPush } from './event-push'
import type { Faults } from './faults'
import type { MediaChecks } from './media-checks'
import type { Moderation } from './moderation'
import { apiAnswer, apiPicture, apiRefusal, decodeApiRequest } from './openapi-message'
import type { PhoneCodes } from './phone-codes'
import { refusal, type WechatAnswer } from './refusals'
import { sendSubscribeMessage, type SendContext } from './send-message'
import { checkText } from './text-check'
import { drawUnlimitedCode, type CodeAnswer } from './unlimited-code'
import type { UrlLinks } from './url-links'

// [wx] `ERR_CODE` of wx-server-sdk 4.0.2.
const NO_PERMISSION = -604101
const ILLEGAL_SOURCE = -604104

export interface OpenApiContext extends SendContext {
  faults: Faults
  moderation: Moderation
  mediaChecks: MediaChecks
  phoneCodes: PhoneCodes
  urlLinks: UrlLinks
  push: EventPush
  /** Whether the function's config.json lists the API under permissions.openapi. */
  permitted: (functionName: string, api: string) => boolean
  kill: (functionName: string) => void
}

type Api = (parameters: Record<string, unknown>, context: OpenApiContext) => WechatAnswer | CodeAnswer

const apis = new Map<string, Api>([
  ['subscribeMessage.send', sendSubscribeMessage],
  ['wxacode.getUnlimited', drawUnlimitedCode],
  ['security.msgSecCheck', checkText],
  ['security.mediaCheckAsync', (parameters, { mediaChecks }) => mediaChecks.begin(parameters)],
  ['phonenumber.getPhoneNumber', (parameters, { phoneCodes }) => phoneCodes.exchange(parameters)],
  ['urllink.generate', (parameters, { urlLinks }) => urlLinks.generate(parameters)],
])

/** WeChat's APIs that this cloud has. */
export const API_NAMES: readonly string[] = [...apis.keys()]

/** Calls of WeChat's API that are under way to one person: WeChat refuses a second (43108). */
const busy = new WeakMap<OpenApiContext, Set<string>>()

/** A call by one of the two wires. */
export interface ApiCall {
  apiName: string
  parameters: () => Record<string, unknown>
  /** The running call of the function, told by its token; undefined if there is none. */
  call: Call | undefined
  /** Settles when whoever asked is gone. */
  gone: Promise<void>
}

/** What came of it: WeChat's answer, a picture, a refusal before WeChat was asked (−6041xx), or nothing that reaches the caller. */
type Outcome = { answer: WechatAnswer } | CodeAnswer | { refusedBefore: number } | 'lost'

const isPicture = (answer: WechatAnswer | CodeAnswer): answer is CodeAnswer => 'picture' in answer

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const run = async ({ apiName, parameters: read, call, gone }: ApiCall, context: OpenApiContext): Promise<Outcome> => {
  const api = apis.get(apiName)
  if (!api) throw notSupported(`WeChat's ${apiName}`)
  if (!call) return { refusedBefore: ILLEGAL_SOURCE }
  if (!context.permitted(call.functionName, apiName)) return { refusedBefore: NO_PERMISSION }
  const parameters = read()
  const touser = text(parameters['touser'])
  const { delayMs, hold, never, fail, lost, kill } = context.faults.take({ api: apiName, openid: touser ?? text(parameters['openid']), templateId: text(parameters['template_id']) })
  const under = busy.get(context) ?? new Set()
  busy.set(context, under)
  // Only messages go to somebody.
  if (touser !== undefined && under.has(touser)) return { answer: refusal(43108) }
  if (touser !== undefined) under.add(touser)
  try {
    if (kill === 'before') {
      context.kill(call.functionName)
      return { refusedBefore: ILLEGAL_SOURCE }
    }
    if (delayMs !== undefined) await wait(delayMs, gone)
    if (hold) await hold
    if (never) {
      await gone
      return 'lost'
    }
    if (fail) return { answer: fail }
    const answer = api(parameters, context)
    if (kill === 'after') context.kill(call.functionName)
    if (lost) return 'lost'
    return isPicture(answer) ? answer : { answer }
  } finally {
    if (touser !== undefined) under.delete(touser)
  }
}

/**
 * `wx.openApi`: what wx-server-sdk's `cloud.openapi.*` sends.
 * @returns a `CommOpenApiResp`; undefined for an answer that is lost on the way
 */
export const callOpenApi = async (form: Record<string, unknown>, call: Call | undefined, gone: Promise<void>, context: OpenApiContext): Promise<Buffer | undefined> => {
  const { apiName } = form
  if (typeof apiName !== 'string') throw invalidParam('apiName is missing')
  const outcome = await run({ apiName, call, gone, parameters: () => decodeApiRequest(form['requestData']) }, context)
  if (outcome === 'lost') return undefined
  if ('refusedBefore' in outcome) return apiRefusal(outcome.refusedBefore)
  return 'picture' in outcome ? apiPicture(outcome.picture, outcome.contentType) : apiAnswer(outcome.answer)
}

const jsonParameters = (requestData: unknown): Record<string, unknown> => {
  if (requestData === undefined || requestData === '') return {}
  if (typeof requestData !== 'string') throw invalidParam('requestData must be JSON text')
  return parseJsonObject(requestData, 'requestData')
}

/**
 * `wx.api`: what node-sdk's `callWxOpenApi` sends. Parameters have WeChat's own names (`template_id`): nothing on the way translates them.
 * @returns the `data` of the answer: WeChat's JSON as text, also where WeChat refuses; undefined for an answer that is lost on the way
 * @throws a code of −6041xx for a call that never reached WeChat
 */
export const callJsonApi = async (body: Record<string, unknown>, call: Call | undefined, gone: Promise<void>, context: OpenApiContext): Promise<{ responseData: string } | undefined> => {
  const { apiName } = body
  if (typeof apiName !== 'string') throw invalidParam('apiName is missing')
  const outcome = await run({ apiName, call, gone, parameters: () => jsonParameters(body['requestData']) }, context)
  if (outcome === 'lost') return undefined
  if ('refusedBefore' in outcome) throw new CloudError(String(outcome.refusedBefore), `${apiName}: ${outcome.refusedBefore === NO_PERMISSION ? 'function has no permission to call this API' : 'not called by a function'}`, 403)
  if ('picture' in outcome) throw notSupported(`${apiName} by wx.api: a picture is not JSON, call it by wx.openApi`)
  return { responseData: JSON.stringify(outcome.answer) }
}
