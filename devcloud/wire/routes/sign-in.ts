import { sendJson } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

/** `POST /devcloud/signin {id}`: a person of this machine picks themselves and gets a bearer token. Stands for the platform's own sign-in. */
export const signIn: Route = async ({ request, response, world }) => {
  const { id } = await readJsonObject(request, 4096)
  const { token, person } = world.people.signIn(id)
  sendJson(response, 200, { token, id: person.id, platform: person.openid === undefined ? 'web' : 'wechat' })
}
