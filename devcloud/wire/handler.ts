import type { IncomingMessage, ServerResponse } from 'node:http'
import { actionForbidden, CloudError, invalidParam, notSupported } from '../errors'
import { inspect } from '../inspect/inspect'
import { handleAdmin } from './admin'
import { sendError } from './answer'
import { guard, preflight } from './guard'
import { isFromHere } from './reach'
import type { Route } from './route'
import { anonymous, refreshToken } from './routes/anonymous'
import { callFunction } from './routes/call-function'
import { copyObjects, deleteObjects, downloadInfo } from './routes/client-objects'
import { customSignIn, signOut, userMe } from './routes/custom-sign-in'
import { download } from './routes/download'
import { breakOff, faults } from './routes/faults'
import { explainQuery } from './routes/explain-query'
import { messageStream } from './routes/message-stream'
import { messages } from './routes/messages'
import { mediaChecks, mediaVerdict, moderation } from './routes/moderation'
import { noDatabase } from './routes/no-database'
import { signIn } from './routes/sign-in'
import { moveTime, time } from './routes/time'
import { phoneCode } from './routes/phone-code'
import { subscribe, subscribeOff } from './routes/subscribe'
import { upload } from './routes/upload'
import { urlLink } from './routes/url-link'
import { wechatFaults } from './routes/wechat-faults'
import { uploadInfo } from './routes/upload-info'
import type { World } from './world'

/** Somebody else's pages, for addresses that are not the cloud's. @returns whether it has answered, or will */
export type Mount = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>

const unsupported = (what: string): Route => () => { throw notSupported(what) }

const routes: { methods: readonly string[]; pattern: RegExp; route: Route }[] = [
  { methods: ['POST'], pattern: /^\/v1\/functions\/([\w-]+)$/, route: callFunction },
  { methods: ['POST'], pattern: /^\/v1\/storages\/get-objects-upload-info$/, route: uploadInfo },
  { methods: ['POST'], pattern: /^\/v1\/storages\/get-objects-download-info$/, route: downloadInfo },
  { methods: ['POST'], pattern: /^\/v1\/storages\/delete-objects$/, route: deleteObjects },
  { methods: ['POST'], pattern: /^\/v1\/storages\/copy-objects$/, route: copyObjects },
  { methods: ['POST'], pattern: /^\/v1\/storages\/([\w-]+)$/, route: unsupported('this storage call of clients') },
  { methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'], pattern: /^\/v1\/(?:databases?|model|sql|rdb)(?:\/.*)?$/, route: noDatabase },
  { methods: ['POST'], pattern: /^\/auth\/v1\/signin\/anonymously$/, route: anonymous },
  { methods: ['POST'], pattern: /^\/auth\/v1\/token$/, route: refreshToken },
  { methods: ['POST'], pattern: /^\/auth\/v1\/signin\/custom$/, route: customSignIn },
  { methods: ['GET'], pattern: /^\/auth\/v1\/user\/me$/, route: userMe },
  { methods: ['POST'], pattern: /^\/auth\/v1\/(?:revoke|user\/signout)$/, route: signOut },
  { methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], pattern: /^\/auth\/(.*)$/, route: unsupported('this way of signing in') },
  { methods: ['PUT'], pattern: /^\/storage\/upload\/(.+)$/, route: upload },
  { methods: ['GET', 'HEAD'], pattern: /^\/storage\/file\/(.+)$/, route: download },
  { methods: ['POST'], pattern: /^\/devcloud\/signin$/, route: signIn },
  { methods: ['GET', 'POST'], pattern: /^\/devcloud(?:\/(page\.\w+|inspect\/[\w-]+)?)?$/, route: inspect },
  { methods: ['GET', 'PUT', 'DELETE'], pattern: /^\/devcloud\/faults$/, route: faults },
  { methods: ['GET'], pattern: /^\/devcloud\/database\/explain$/, route: explainQuery },
  { methods: ['GET'], pattern: /^\/devcloud\/time$/, route: time },
  { methods: ['POST'], pattern: /^\/devcloud\/time$/, route: moveTime },
  { methods: ['POST'], pattern: /^\/devcloud\/wechat\/subscribe$/, route: subscribe },
  { methods: ['POST'], pattern: /^\/devcloud\/wechat\/subscribe\/off$/, route: subscribeOff },
  { methods: ['POST'], pattern: /^\/devcloud\/wechat\/phone-code$/, route: phoneCode },
  { methods: ['GET'], pattern: /^\/devcloud\/wechat\/links\/([\w-]+)$/, route: urlLink },
  { methods: ['GET', 'POST', 'DELETE'], pattern: /^\/devcloud\/wechat\/faults$/, route: wechatFaults },
  { methods: ['DELETE'], pattern: /^\/devcloud\/wechat\/faults\/([\w-]+)$/, route: wechatFaults },
  { methods: ['GET', 'PUT'], pattern: /^\/devcloud\/wechat\/moderation$/, route: moderation },
  { methods: ['GET'], pattern: /^\/devcloud\/wechat\/media-checks$/, route: mediaChecks },
  { methods: ['POST'], pattern: /^\/devcloud\/wechat\/media-checks\/([\w-]+)$/, route: mediaVerdict },
  { methods: ['GET'], pattern: /^\/devcloud\/wechat\/messages$/, route: messages },
  { methods: ['GET'], pattern: /^\/devcloud\/wechat\/messages\/stream$/, route: messageStream },
]

/** Addresses of the cloud itself; everything below them is answered here, if only by an error. */
const OWN = /^\/(?:admin|v1|auth|storage|devcloud)(?:\/|$)/

/** What the phones of people ask for; everything else below /devcloud is for whoever sits at the machine, also where the cloud listens to others. */
const FOR_PHONES = /^\/devcloud\/(?:signin|wechat\/(?:subscribe(?:\/off)?|phone-code|links\/[\w-]+))$/

/** What a phone without a network does not reach. */
const isForClients = (path: string): boolean => !path.startsWith('/devcloud/') || FOR_PHONES.test(path)

const notFound = (request: IncomingMessage) => new CloudError('NOT_FOUND', `nothing at ${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`, 404)

const own = async (request: IncomingMessage, response: ServerResponse, url: URL, world: World): Promise<void> => {
  if (url.pathname === '/admin') {
    // Functions run here, and nothing makes a signature stale: what is overheard in a network could be sent again.
    if (!isFromHere(request)) throw actionForbidden('this wire is for this machine only')
    return handleAdmin(request, response, world)
  }
  if (world.faults.switches.offline && isForClients(url.pathname)) return breakOff(request)
  if (request.method === 'OPTIONS') return preflight(request, response)
  for (const { methods, pattern, route } of routes) {
    const match = pattern.exec(url.pathname)
    if (!match || !methods.includes(request.method ?? '')) continue
    if (url.pathname.startsWith('/devcloud/') && !FOR_PHONES.test(url.pathname) && !isFromHere(request)) throw actionForbidden('this is for whoever sits at the machine')
    if (/^\/(?:v1\/storages|storage\/file)\//.test(url.pathname)) world.faults.needStorage()
    return route({ request, response, url, captured: match[1] ?? '', world })
  }
  throw notFound(request)
}

/** @throws INVALID_PARAM for what is no address, and for a % in it that stands for nothing */
const addressOf = (text: string): URL => {
  try {
    const url = new URL(text, 'http://127.0.0.1')
    decodeURIComponent(url.pathname)
    return url
  } catch (error) {
    throw invalidParam(`the address: ${(error as Error).message}`)
  }
}

/** Everything that arrives at the cloud's port. */
export const requestHandler = (world: World, mount: Mount | undefined) => (request: IncomingMessage, response: ServerResponse): void => {
  const answer = async (): Promise<void> => {
    guard(request, response, world.reach)
    const url = addressOf(request.url ?? '/')
    if (OWN.test(url.pathname)) return own(request, response, url, world)
    if (mount && await mount(request, response)) return
    throw notFound(request)
  }
  answer().catch((error: unknown) => sendError(request, response, error))
}
