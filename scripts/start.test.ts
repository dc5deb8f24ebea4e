import { spawnSync } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'

const root = path.resolve(__dirname, '..')
const start = (args: string[], env: Record<string, string>) => spawnSync(process.execPath, ['scripts/start.mjs', ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } })

test('a busy port is said in one line, before anything is built', async () => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { status, stdout, stderr } = start([], { PORT: String(port) })
  await new Promise(resolve => server.close(resolve))
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trim()).toBe(`✗ port ${port} is in use: stop what listens there, or choose another one: PORT=${port + 1} npm start`)
})

test.each(['many', '70000', '-1', '80.5'])('PORT=%s is refused', wrong => {
  const { status, stderr } = start([], { PORT: wrong })
  expect(status).toBe(1)
  expect(stderr).toContain('is no port number')
})

test('a flag that is not known is refused rather than ignored', () => {
  const { status, stderr } = start(['--frehs'], { PORT: '0' })
  expect(status).toBe(1)
  expect(stderr).toContain('--frehs')
})
