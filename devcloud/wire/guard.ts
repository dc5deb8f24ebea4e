import type { IncomingMessage, ServerResponse } from 'node:http'
import { actionForbidden, invalidParam } from '../errors'
import type { Reach } from './reach'

const HOST = /^([\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i
const ORIGIN = /^https?:\/\/([\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/** Headers that decide something: sent twice, one reader takes the first and another the last. */
const SINGLE = ['host', 'authorization', 'content-type', 'content-length', 'origin', 'x-timestamp', 'x-device-id']

/**
 * Keeps strangers' pages out: a name that was made to point here (DNS rebinding) is not this machine, and no page of another
 * origin may ask. Pages of this machine may, with the bearer token they hold; there are no cookies to steal.
 * @throws ACTION_FORBIDDEN, and INVALID_PARAM for a header that is there twice
 */
export const guard = (request: IncomingMessage, response: ServerResponse, { names, open }: Reach): void => {
  const { headersDistinct, headers: { host = '', origin } } = request
  const twice = SINGLE.find((name) => (headersDistinct[name]?.length ?? 0) > 1)
  if (twice !== undefined) throw invalidParam(`the header ${twice} is there twice`)
  const name = HOST.exec(host)?.[1]
  if (name === undefined || !names.has(name.toLowerCase())) throw actionForbidden(`devcloud answers to 127.0.0.1 and localhost only${open ? ', and to the address it was told to listen on' : ''}`)
  if (origin === undefined) return
  const from = ORIGIN.exec(origin)?.[1]
  if (from === undefined || !names.has(from.toLowerCase())) throw actionForbidden('devcloud answers to pages of this machine only')
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
