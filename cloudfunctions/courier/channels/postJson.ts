import { PATIENCE } from '../../../domain/notice/fallback/robotTurns'

/** An answer in JSON; or none: then `begun` says whether the service may have got it all the same. */
export type Posted = { status: number; json: unknown } | { status: null; begun: boolean; code: string }

/** Nobody was there to take it. */
const NOBODY_THERE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

/** One request, never followed elsewhere and never repeated. Never throws, and says nothing of the address, which may hold a key. */
export async function postJson(url: URL, body: string, headers: Readonly<Record<string, string>>): Promise<Posted> {
  try {
    const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
    const text = await response.text()
    return { status: response.status, json: jsonIn(text) }
  } catch (error) {
    const code = codeOf(error)
    return { status: null, begun: !NOBODY_THERE.includes(code), code }
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}

function codeOf(error: unknown): string {
  const { name, cause } = error as { name?: unknown; cause?: unknown }
  const code = typeof cause === 'object' && cause !== null ? (cause as { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown'
}
