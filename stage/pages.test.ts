import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createPages } from './pages'

const inline = 'console.log(1)'
let root: string
let server: Server

beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'tuanhou-pages-'))
  const put = (file: string, content: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), content)
  }
  put('secret.txt', 'secret')
  put('dist/stage/page/index.html', '<!doctype html><title>stage</title>')
  put('dist/stage/page/page.js', '1')
  put('dist/h5/index.html', `<script>${inline}</script><script src="/h5/js/app.0123abcd.js"></script>`)
  put('dist/h5/js/app.0123abcd.js', '2')
  symlinkSync(path.join(root, 'secret.txt'), path.join(root, 'dist/h5/linked.txt'))
  const pages = createPages({ root, cloud: 'http://127.0.0.1:1', groupBuys: async () => [{ id: 'g1' }] })
  server = createServer((req, res) => void pages(req, res).then(taken => taken || res.writeHead(418).end()))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  await new Promise(resolve => server.close(resolve))
  rmSync(root, { recursive: true })
})

/** Not fetch: it would tidy up the paths that are the point here. */
function get(raw: string, method = 'GET'): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ host: '127.0.0.1', port, path: raw, method }, response => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => { body += part })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    }).on('error', reject).end()
  })
}

test('the stage, a phone, their files', async () => {
  expect(await get('/')).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
  expect(await get('/?resident=lin')).toMatchObject({ status: 200 })
  expect(await get('/stage/page.js')).toMatchObject({ status: 200, body: '1', headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' } })
  expect(await get('/phone/wang/')).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' } })
  expect(await get('/h5/js/app.0123abcd.js?x=1')).toMatchObject({ status: 200, body: '2', headers: { 'cache-control': 'public, max-age=31536000, immutable' } })
  expect(await get('/stage/group-buys')).toMatchObject({ status: 200, body: '[{"id":"g1"}]' })
})

test('a browser of nobody in particular opens the build as a deployment serves it', async () => {
  expect(await get('/h5/')).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } })
  expect((await get('/h5/')).headers['content-security-policy']).toContain("frame-ancestors 'self'")
  expect(await get('/h5')).toMatchObject({ status: 308, headers: { location: '/h5/' } })
})

test('an inline script runs only as it is in the html', async () => {
  const { headers } = await get('/phone/wang/')
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[\w+/=]{44}';/)
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
})

test('a phone without its slash is sent to it; nobody has none', async () => {
  expect(await get('/phone/wang')).toMatchObject({ status: 308, headers: { location: '/phone/wang/' } })
  expect(await get('/phone/nobody/')).toMatchObject({ status: 404 })
  expect(await get('/phone/../')).toMatchObject({ status: 404 })
})

test.each([
  '/h5/../../secret.txt', '/h5/..%2f..%2fsecret.txt', '/h5/%2e%2e/%2e%2e/secret.txt', '/h5//etc/passwd', '/h5/..\\..\\secret.txt',
  '/h5/js/../../../secret.txt', '/h5/linked.txt', '/h5/js', '/h5/js/', '/stage/../../h5/index.html', '/h5/%00', '/stage/__proto__',
])('%s leads nowhere', async raw => {
  const { status, body } = await get(raw)
  expect(status).toBe(404)
  expect(body).not.toContain('secret')
})

test('only to be looked at; everything else is the cloud\'s', async () => {
  expect(await get('/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  expect(await get('/', 'HEAD')).toMatchObject({ status: 200, body: '' })
  expect(await get('/v1/functions/api', 'POST')).toMatchObject({ status: 418 })
})

test('a file that a build has just made is found', async () => {
  expect(await get('/h5/js/later.0123abcd.js')).toMatchObject({ status: 404 })
  writeFileSync(path.join(root, 'dist/h5/js/later.0123abcd.js'), '3')
  expect(await get('/h5/js/later.0123abcd.js')).toMatchObject({ status: 200, body: '3' })
})
