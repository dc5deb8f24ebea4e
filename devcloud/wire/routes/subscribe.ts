import { randomUUID } from 'node:crypto'
import { subscribe as record, switchOff } from '../../wechat/subscribe'
import { sendJson } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

/** `POST /devcloud/wechat/subscribe`: what `wx.requestSubscribeMessage` reports once the page has asked the person. */
export const subscribe: Route = async ({ request, response, world }) => {
  const person = world.people.authenticate(request.headers.authorization)
  const answer = record(person, await readJsonObject(request, 64 * 1024), world.openApi)
  if ('errCode' in answer) sendJson(response, 400, { ...answer, code: 'SUBSCRIBE_MESSAGE_FAIL', message: answer.errMsg, requestId: randomUUID() })
  else sendJson(response, 200, answer)
}

/** `POST /devcloud/wechat/subscribe/off {templateIds}`: the person refuses messages in WeChat's own list of them. */
export const subscribeOff: Route = async ({ request, response, world }) => {
  switchOff(world.people.authenticate(request.headers.authorization), await readJsonObject(request, 64 * 1024), world.openApi)
  sendJson(response, 200, {})
}
