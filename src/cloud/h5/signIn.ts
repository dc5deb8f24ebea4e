import { personName } from './person'
import { forgetVisitorToken, visitorToken } from './visitor'

/** Of a phone on the stage, in memory only: a closed page is signed out, and frames of one origin cannot read each other's. */
let signedIn: Promise<string> | null = null

/** @returns the bearer token of whoever this page belongs to, signing in when it has none. */
export function token(): Promise<string> {
  if (personName === null) return visitor()
  signedIn ??= signIn().catch((trouble: unknown) => {
    signedIn = null
    throw trouble
  })
  return signedIn
}

/** The cloud no longer knows this token (it was started anew): the next call signs in again. */
export function forgetToken(): void {
  signedIn = null
  if (personName === null) forgetVisitorToken()
}

/** One way in at a time: two calls at once would use up one refresh token twice. */
function visitor(): Promise<string> {
  signedIn ??= visitorToken().finally(() => { signedIn = null })
  return signedIn
}

async function signIn(): Promise<string> {
  const response = await fetch('/devcloud/signin', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ id: decodeURIComponent(personName ?? '') }),
  })
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`)
  const answer = await response.json() as { token?: unknown }
  if (typeof answer.token !== 'string') throw new Error('sign-in answered no token')
  return answer.token
}
