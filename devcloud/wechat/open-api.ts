import { invalidParam, notSupported } from '../errors'
import type { Call } from '../functions/caller'
import type { Faults } from './faults'
import { apiAnswer, apiPicture, apiRefusal, decodeApiRequest } from './openapi-message'
import { drawUnlimitedCode, type CodeAnswer } from './unlimited-code'
import { sendSubscribeMessage, type SendAnswer, type SendContext } from './send-message'

// [wx] `ERR_CODE` of wx-server-sdk 4.0.2.
const NO_PERMISSION = -604101
const ILLEGAL_SOURCE = -604104

export interface OpenApiContext extends SendContext {
  faults: Faults
  /** Whether the function's config.json lists the API under permissions.openapi. */
  permitted: (functionName: string, api: string) => boolean
  kill: (functionName: string) => void
}

const apis = new Map<string, (parameters: Record<string, unknown>, context: SendContext) => SendAnswer | CodeAnswer>([
  ['subscribeMessage.send', sendSubscribeMessage],
  ['wxacode.getUnlimited', drawUnlimitedCode],
])

/** Calls of WeChat's API that are under way to one person: WeChat refuses a second (43108). */
const busy = new WeakMap<OpenApiContext, Set<string>>()

/**
 * `wx.openApi`: what wx-server-sdk's `cloud.openapi.*` sends.
 * @param call the running call of the function, told by its token; undefined if there is none
 * @returns a `CommOpenApiResp`
 */
export const callOpenApi = async (form: Record<string, unknown>, call: Call | undefined, context: OpenApiContext): Promise<Buffer> => {
  const { apiName } = form
  if (typeof apiName !== 'string') throw invalidParam('apiName is missing')
  const api = apis.get(apiName)
  if (!api) throw notSupported(`WeChat's ${apiName}`)
  if (!call) return apiRefusal(ILLEGAL_SOURCE)
  if (!context.permitted(call.functionName, apiName)) return apiRefusal(NO_PERMISSION)
  const parameters = decodeApiRequest(form['requestData'])
  const { delayMs, hold, fail, kill } = context.faults.take()
  // Only messages go to somebody.
  const to = typeof parameters['touser'] === 'string' ? parameters['touser'] : `${apiName} ${Math.random()}`
  const under = busy.get(context) ?? new Set()
  busy.set(context, under)
  if (under.has(to)) return apiAnswer({ errcode: 43108, errmsg: 'concurrent sends to one user' })
  under.add(to)
  try {
    if (kill === 'before') {
      context.kill(call.functionName)
      return apiRefusal(ILLEGAL_SOURCE)
    }
    if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs))
    await hold
    if (fail) return apiAnswer(fail)
    const answer = api(parameters, context)
    if (kill === 'after') context.kill(call.functionName)
    return 'picture' in answer ? apiPicture(answer.picture, answer.contentType) : apiAnswer(answer)
  } finally {
    under.delete(to)
  }
}
