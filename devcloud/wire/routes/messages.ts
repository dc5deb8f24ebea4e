import { invalidParam } from '../../errors'
import { sendJson } from '../answer'
import type { Route } from '../route'

/**
 * `GET /devcloud/wechat/messages?limit=50`: what was sent, newest first; with `&after=` those after that message's id, oldest first, to page through all of
 * them. For whoever sits at this machine.
 */
export const messages: Route = ({ response, url, world }) => {
  const limit = Number(url.searchParams.get('limit') ?? 50)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw invalidParam('limit must be a whole number from 1 to 500')
  const after = url.searchParams.get('after')
  if (after !== null && !/^\d{1,15}$/.test(after)) throw invalidParam('after must be the id of a message, or 0')
  sendJson(response, 200, { messages: after === null ? world.messages.latest(limit) : world.messages.after(Number(after), limit) })
}
