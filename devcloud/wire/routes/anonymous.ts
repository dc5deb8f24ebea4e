import { sendJson } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

const MAX_BODY_BYTES = 4096

/**
 * `POST /auth/v1/signin/anonymously` with the header `x-device-id` [doc: docs.cloudbase.net/http-api/auth/auth-sign-in-anonymously]:
 * a bearer token for the person of this device, the same person each time.
 */
export const anonymous: Route = async ({ request, response, url, world }) => {
  await readJsonObject(request, MAX_BODY_BYTES)
  const client = url.searchParams.get('client_id')
  if (client !== null && client !== world.envId) return refuse(response, 'invalid_client', 'client_id is not this environment')
  const device = request.headers['x-device-id']
  if (typeof device !== 'string' || !/^[\w-]{8,128}$/.test(device)) return refuse(response, 'invalid_argument', 'x-device-id is missing or not 8 to 128 of letters, digits, - and _')
  sendJson(response, 200, world.people.visitors.signIn(device))
}

/** `POST /auth/v1/token {grant_type: 'refresh_token', refresh_token, client_id?}` [doc: docs.cloudbase.net/http-api/auth]: new tokens for an old one. */
export const refreshToken: Route = async ({ request, response, world }) => {
  const { grant_type: grant, refresh_token: token, client_id: client } = await readJsonObject(request, MAX_BODY_BYTES)
  if (client !== undefined && client !== world.envId) return refuse(response, 'invalid_client', 'client_id is not this environment')
  if (grant !== 'refresh_token' || typeof token !== 'string') return refuse(response, 'invalid_argument', 'devcloud grants for refresh_token only')
  const answer = world.people.visitors.refresh(token)
  if (!answer) return refuse(response, 'invalid_grant', 'this refresh token was not issued here, was used, or has expired')
  sendJson(response, 200, answer)
}

/** The authorization wire has its own words for what went wrong [seen: @cloudbase/oauth reads error and error_description]. */
function refuse(response: Parameters<typeof sendJson>[0], error: string, description: string): void {
  sendJson(response, 400, { error, error_description: description })
}
