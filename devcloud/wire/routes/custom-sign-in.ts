import { sendJson } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

/** A ticket is a token signed by 2048 bits. */
const MAX_BODY_BYTES = 16 * 1024

/** `POST /auth/v1/signin/custom {provider_id: 'custom', ticket}`: a bearer token for whom a ticket of node-sdk's `createTicket` names. */
export const customSignIn: Route = async ({ request, response, world }) => {
  const { ticket } = await readJsonObject(request, MAX_BODY_BYTES)
  sendJson(response, 200, world.people.visitors.signInAs(world.customLogin.uidOf(ticket)))
}

/** `GET /auth/v1/user/me`: who a token belongs to, as far as the SDK's session reads it. An anonymous person is called `anonymous`. */
export const userMe: Route = ({ request, response, world }) => {
  const person = world.people.authenticate(request.headers.authorization)
  const sub = person.uid ?? person.openid
  sendJson(response, 200, { sub, name: person.anonymous ? 'anonymous' : person.id, created_from: 'devcloud', groups: [] })
}

/** `POST /auth/v1/revoke {token}`, `POST /auth/v1/user/signout`: the token, or the one that asks, is good for nothing any more. */
export const signOut: Route = async ({ request, response, world }) => {
  const { token } = await readJsonObject(request, MAX_BODY_BYTES)
  const bearer = /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? '')?.[1]
  for (const ended of [token, bearer]) if (typeof ended === 'string') world.people.visitors.revoke(ended)
  sendJson(response, 200, {})
}
