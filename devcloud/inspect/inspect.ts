import type { ServerResponse } from 'node:http'
import { CloudError, invalidParam } from '../errors'
import { sendJson } from '../wire/answer'
import { readJsonObject } from '../wire/body'
import type { Route } from '../wire/route'
import type { World } from '../wire/world'
import { listCollections, readDocuments } from './database'
import { listFiles, sendFile } from './files'
import { listCalls, listFunctions } from './functions'
import { PAGE } from './page/html'
import { SCRIPT } from './page/script'
import { STYLE } from './page/style'
import { needSamePage } from './same-page'
import { readState } from './state'
import { readWechat } from './wechat'

/** Nothing but the page's own two files, and nobody may put it into a frame. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const pages = new Map([
  ['', { type: 'text/html', text: PAGE }],
  ['page.css', { type: 'text/css', text: STYLE }],
  ['page.js', { type: 'text/javascript', text: SCRIPT }],
])

const sendPage = (response: ServerResponse, { type, text }: { type: string; text: string }): void => {
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`, 'content-length': Buffer.byteLength(text), 'cache-control': 'no-store',
    'content-security-policy': POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin',
  })
  response.end(text)
}

const reads = new Map<string, (world: World, query: URLSearchParams) => unknown>([
  ['state', readState],
  ['collections', listCollections],
  ['documents', readDocuments],
  ['functions', listFunctions],
  ['calls', listCalls],
  ['wechat', readWechat],
  ['files', listFiles],
])

const text = (body: Record<string, unknown>, name: string): string => {
  const value = body[name]
  if (typeof value !== 'string' || value === '') throw invalidParam(`${name} must be a non-empty string`)
  return value
}

const deeds = new Map<string, (world: World, body: Record<string, unknown>) => unknown>([
  ['fire-timer', async ({ timers }, body) => ({ returned: await timers.fire(text(body, 'function'), text(body, 'trigger')) ?? null })],
  ['kill-function', ({ functions }, body) => {
    const name = text(body, 'function')
    const killed = functions.pids(name).length
    functions.kill(name)
    return { killed }
  }],
])

/**
 * `GET /devcloud/`: a page to look inside, for whoever sits at this machine; what it asks for is below `/devcloud/inspect/`, for itself only.
 * It shows documents, logs and files. Of secrets (keys, tokens, variables of functions) it is told nothing.
 */
export const inspect: Route = async ({ request, response, url, captured, world }) => {
  if (url.pathname === '/devcloud') {
    response.writeHead(308, { location: '/devcloud/', 'content-length': 0 })
    response.end()
    return
  }
  const page = pages.get(captured)
  if (page) return sendPage(response, page)
  const name = captured.replace(/^inspect\//, '')
  needSamePage(request)
  if (request.method === 'GET' && name === 'file') return sendFile(world, url.searchParams, response)
  const read = request.method === 'GET' ? reads.get(name) : undefined
  if (read) return sendJson(response, 200, read(world, url.searchParams))
  const deed = request.method === 'POST' ? deeds.get(name) : undefined
  if (!deed) throw new CloudError('NOT_FOUND', `nothing at ${request.method ?? ''} ${url.pathname}`, 404)
  sendJson(response, 200, await deed(world, await readJsonObject(request, 4096)))
}
