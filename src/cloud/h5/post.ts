import { GATEWAY } from './gateway'
import { forgetToken, token } from './signIn'

/** Posts JSON to the cloud as the person signed in. Signs in once more when the cloud no longer knows the token. */
export async function post(path: string, body: unknown): Promise<unknown> {
  const first = await send(path, body)
  const response = first.status === 401 ? (forgetToken(), await send(path, body)) : first
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${(await response.text()).slice(0, 300)}`)
  const text = await response.text()
  return text === '' ? null : JSON.parse(text) as unknown
}

async function send(path: string, body: unknown): Promise<Response> {
  return fetch(`${GATEWAY}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await token()}` },
    body: JSON.stringify(body),
  })
}
