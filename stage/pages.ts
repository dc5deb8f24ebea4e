import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { phonePolicy, stagePolicy } from './contentPolicy'
import { Folder } from './folder'
import { people } from './people'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.map': 'application/json; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon', '.woff2': 'font/woff2',
}
/** Named after what is in it: js/app.0a1b2c3d.js never changes. */
const HASHED = /\.[0-9a-f]{8,}\.[a-z0-9]+$/

export interface PagesOptions {
  /** The repository's root. */
  root: string
  /** The cloud's address. */
  cloud: string
  /** The group-buys whose cards lie in the chat. */
  groupBuys: () => Promise<unknown>
}

/** Answers a request that is for a page; false leaves it to the cloud. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** The stage and its phones: `/`, `/stage/…`, `/phone/<name>/`, `/h5/` for a browser of nobody in particular, `/h5/…`. */
export function createPages({ root, cloud, groupBuys }: PagesOptions): Pages {
  const stage = new Folder(path.join(root, 'dist/stage/page'))
  const h5 = new Folder(path.join(root, 'dist/h5'))

  return async (request, response) => {
    const address = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const page = route(address)
    if (!page) return false
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'text/plain; charset=utf-8', 'only to be looked at', { allow: 'GET, HEAD' })
    return page(response)
  }

  function route(address: string): ((response: ServerResponse) => Promise<boolean>) | undefined {
    if (address === '/') return response => sendHtml(response, stage.find('index.html'), () => stagePolicy)
    if (address === '/favicon.ico') return response => answer(response, 204, 'image/x-icon', '')
    if (address === '/stage/group-buys') return async response => answer(response, 200, 'application/json; charset=utf-8', JSON.stringify(await groupBuys()))
    if (address.startsWith('/stage/')) return response => sendFile(response, stage.find(address.slice('/stage/'.length)))
    // The build as a deployment serves it: for anybody, signed in by the cloud without being asked who they are.
    if (address === '/h5') return response => answer(response, 308, 'text/plain; charset=utf-8', '', { location: '/h5/' })
    if (address === '/h5/') return response => sendHtml(response, h5.find('index.html'), html => phonePolicy(html, cloud))
    if (address.startsWith('/h5/')) return response => sendFile(response, h5.find(address.slice('/h5/'.length)))
    const phone = /^\/phone\/([\w-]+)(\/?)$/.exec(address)
    if (!phone || !people.some(person => person.id === phone[1])) return address.startsWith('/phone/') ? nobody : undefined
    if (phone[2] === '') return response => answer(response, 308, 'text/plain; charset=utf-8', '', { location: `${address}/` })
    return response => sendHtml(response, h5.find('index.html'), html => phonePolicy(html, cloud))
  }
}

function nobody(response: ServerResponse): Promise<boolean> {
  return answer(response, 404, 'text/plain; charset=utf-8', '这里没有这个人的手机，请从首页打开。')
}

async function sendHtml(response: ServerResponse, file: string | undefined, policy: (html: string) => string): Promise<boolean> {
  if (!file) return notBuilt(response)
  const html = await readFile(file, 'utf8')
  return answer(response, 200, 'text/html; charset=utf-8', html, { 'content-security-policy': policy(html) })
}

async function sendFile(response: ServerResponse, file: string | undefined): Promise<boolean> {
  if (!file) return answer(response, 404, 'text/plain; charset=utf-8', 'no such file')
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
  const forever: Record<string, string> = HASHED.test(file) ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}
  return answer(response, 200, type, await readFile(file), forever)
}

function notBuilt(response: ServerResponse): Promise<boolean> {
  return answer(response, 503, 'text/plain; charset=utf-8', 'not built: run npm start')
}

function answer(response: ServerResponse, status: number, type: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<boolean> {
  response.writeHead(status, {
    'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', ...headers,
  })
  // A HEAD request gets no body from Node, whatever is given here.
  return new Promise(resolve => response.end(status === 204 ? undefined : body, () => resolve(true)))
}
