import { readModerationRules, readVerdict } from '../../wechat/moderation'
import { sendJson } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

/** `GET /devcloud/wechat/moderation`, `PUT {rules: [{word, suggest, label?}]}`: what WeChat's moderation says here. For whoever sits at this machine. */
export const moderation: Route = async ({ request, response, world }) => {
  const { moderation: rules } = world.openApi
  if (request.method === 'PUT') rules.set(readModerationRules((await readJsonObject(request, 64 * 1024))['rules']))
  sendJson(response, 200, { rules: rules.list() })
}

/** `GET /devcloud/wechat/media-checks`: pictures whose verdict is due. */
export const mediaChecks: Route = ({ response, world }) => sendJson(response, 200, { waiting: world.openApi.mediaChecks.waiting() })

/** `POST /devcloud/wechat/media-checks/{traceId} {suggest?, label?}`: the verdict is pushed now; by the rules, if none is said. */
export const mediaVerdict: Route = async ({ request, response, captured: traceId, world }) => {
  const body = await readJsonObject(request, 4096)
  world.openApi.mediaChecks.conclude(traceId, body['suggest'] === undefined ? undefined : readVerdict(body))
  sendJson(response, 200, {})
}
