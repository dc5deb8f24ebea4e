import type { IncomingMessage, ServerResponse } from 'node:http'
import { actionForbidden } from '../errors'

const LOCAL_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/i
const LOCAL_ORIGIN = /^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/i

/**
 * Keeps strangers' pages out: a name that was made to point here (DNS rebinding) is not this machine, and no page of another
 * origin may ask. Pages of this machine may, with the bearer token they hold; there are no cookies to steal.
 * @throws ACTION_FORBIDDEN
 */
export const guard = (request: IncomingMessage, response: ServerResponse): void => {
  if (!LOCAL_HOST.test(request.headers.host ?? '')) throw actionForbidden('devcloud answers to 127.0.0.1 and localhost only')
  const { origin } = request.headers
  if (origin === undefined) return
  if (!LOCAL_ORIGIN.test(origin)) throw actionForbidden('devcloud answers to pages of this machine only')
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('vary', 'Origin')
}

/** Answers a browser's question whether it may ask. */
export const preflight = (request: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
    'access-control-max-age': '600',
  })
  response.end()
}
