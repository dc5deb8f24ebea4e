import { invalidParam } from '../../errors'
import { sendJson } from '../answer'
import type { Route } from '../route'

/** `GET /devcloud/wechat/messages?limit=50`: what was sent, newest first. For whoever sits at this machine. */
export const messages: Route = ({ response, url, world }) => {
  const limit = Number(url.searchParams.get('limit') ?? 50)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw invalidParam('limit must be a whole number from 1 to 500')
  sendJson(response, 200, { messages: world.messages.latest(limit) })
}
