import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, invalidParam, notSupported } from '../errors'
import { handleAdmin } from './admin'
import { sendError } from './answer'
import { guard, preflight } from './guard'
import type { Route } from './route'
import { anonymous, refreshToken } from './routes/anonymous'
import { callFunction } from './routes/call-function'
import { download } from './routes/download'
import { explainQuery } from './routes/explain-query'
import { messageStream } from './routes/message-stream'
import { messages } from './routes/messages'
import { noDatabase } from './routes/no-database'
import { signIn } from './routes/sign-in'
import { subscribe } from './routes/subscribe'
import { moveTime, time } from './routes/time'
import { upload } from './routes/upload'
import { uploadInfo } from './routes/upload-info'
import type { World } from './world'

/** Somebody else's pages, for addresses that are not the cloud's. @returns whether it has answered, or will */
export type Mount = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>

const unsupported = (what: string): Route => () => { throw notSupported(what) }

const routes: { methods: readonly string[]; pattern: RegExp; route: Route }[] = [
  { methods: ['POST'], pattern: /^\/v1\/functions\/([\w-]+)$/, route: callFunction },
  { methods: ['POST'], pattern: /^\/v1\/storages\/get-objects-upload-info$/, route: uploadInfo },
  { methods: ['POST'], pattern: /^\/v1\/storages\/([\w-]+)$/, route: unsupported('this storage call of clients: a function hands out links') },
  { methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'], pattern: /^\/v1\/(?:databases?|model|sql|rdb)(?:\/.*)?$/, route: noDatabase },
  { methods: ['POST'], pattern: /^\/auth\/v1\/signin\/anonymously$/, route: anonymous },
  { methods: ['POST'], pattern: /^\/auth\/v1\/token$/, route: refreshToken },
  { methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], pattern: /^\/auth\/(.*)$/, route: unsupported('this way of signing in') },
  { methods: ['PUT'], pattern: /^\/storage\/upload\/(.+)$/, route: upload },
  { methods: ['GET', 'HEAD'], pattern: /^\/storage\/file\/(.+)$/, route: download },
  { methods: ['POST'], pattern: /^\/devcloud\/signin$/, route: signIn },
  { methods: ['GET'], pattern: /^\/devcloud\/database\/explain$/, route: explainQuery },
  { methods: ['GET'], pattern: /^\/devcloud\/time$/, route: time },
  { methods: ['POST'], pattern: /^\/devcloud\/time$/, route: moveTime },
  { methods: ['POST'], pattern: /^\/devcloud\/wechat\/subscribe$/, route: subscribe },
  { methods: ['GET'], pattern: /^\/devcloud\/wechat\/messages$/, route: messages },
  { methods: ['GET'], pattern: /^\/devcloud\/wechat\/messages\/stream$/, route: messageStream },
]

/** Addresses of the cloud itself; everything below them is answered here, if only by an error. */
const OWN = /^\/(?:admin|v1|auth|storage|devcloud)(?:\/|$)/

const notFound = (request: IncomingMessage) => new CloudError('NOT_FOUND', `nothing at ${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`, 404)

const own = async (request: IncomingMessage, response: ServerResponse, url: URL, world: World): Promise<void> => {
  if (url.pathname === '/admin') return handleAdmin(request, response, world)
  if (request.method === 'OPTIONS') return preflight(request, response)
  for (const { methods, pattern, route } of routes) {
    const match = pattern.exec(url.pathname)
    if (match && methods.includes(request.method ?? '')) return route({ request, response, url, captured: match[1] ?? '', world })
  }
  throw notFound(request)
}

/** @throws INVALID_PARAM for an address with a % that stands for nothing */
const checkEscapes = (url: URL): void => {
  try {
    decodeURIComponent(url.pathname)
  } catch (error) {
    throw invalidParam(`the address: ${(error as Error).message}`)
  }
}

/** Everything that arrives at the cloud's port. */
export const requestHandler = (world: World, mount: Mount | undefined) => (request: IncomingMessage, response: ServerResponse): void => {
  const answer = async (): Promise<void> => {
    guard(request, response)
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    checkEscapes(url)
    if (OWN.test(url.pathname)) return own(request, response, url, world)
    if (mount && await mount(request, response)) return
    throw notFound(request)
  }
  answer().catch((error: unknown) => sendError(request, response, error))
}
