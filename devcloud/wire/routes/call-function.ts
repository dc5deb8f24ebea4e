import { callerOf } from '../../people/people'
import { sendJsonText } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

/**
 * A client's call. No document names one number: CloudBase's HTTP API says 100 KB for text and 6 MB for the rest
 * (docs.cloudbase.net/error-code/service/EXCEED_MAX_PAYLOAD_SIZE), WeChat advises at most 100 KB for `callFunction`; this stands between.
 */
const MAX_BODY_BYTES = 1024 * 1024

/** `POST /v1/functions/{name}`: the body is the event, the answer is what the handler returns. */
export const callFunction: Route = async ({ request, response, captured: name, world }) => {
  const person = world.people.authenticate(request.headers.authorization)
  const event = await readJsonObject(request, MAX_BODY_BYTES)
  const result = await world.functions.call(name, JSON.stringify(event), { caller: callerOf(person) })
  sendJsonText(response, 200, result)
}
