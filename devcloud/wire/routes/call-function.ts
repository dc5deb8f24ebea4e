import { callerOf } from '../../people/people'
import { sendJsonText } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

/** A client's call. WeChat's own limit for `callFunction` is smaller (facts: keep it under 256 KB), the service's larger. */
const MAX_BODY_BYTES = 1024 * 1024

/** `POST /v1/functions/{name}`: the body is the event, the answer is what the handler returns. */
export const callFunction: Route = async ({ request, response, captured: name, world }) => {
  const person = world.people.authenticate(request.headers.authorization)
  const event = await readJsonObject(request, MAX_BODY_BYTES)
  const result = await world.functions.call(name, JSON.stringify(event), { caller: callerOf(person) })
  sendJsonText(response, 200, result)
}
