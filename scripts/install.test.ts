import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

let repo: string

/** A repository with these scripts, a lock and an npm that only writes down what it was asked. */
beforeEach(() => {
  repo = mkdtempSync(path.join(os.tmpdir(), 'tuanhou-install-'))
  for (const name of ['install', 'need-node', 'run', 'say', 'stamp']) cpSync(path.join(__dirname, `${name}.mjs`), path.join(repo, 'scripts', `${name}.mjs`))
  put('package.json', { engines: { node: '>=20.9' } })
  lock('1.0.0')
  writeFileSync(path.join(repo, 'npm-cli.js'), `
    const fs = require('node:fs')
    fs.appendFileSync('asked', process.argv.slice(2).join(' ') + '\\n')
    if (fs.existsSync('npm-fails')) process.exit(7)
    fs.mkdirSync('node_modules', { recursive: true })
  `)
})
afterEach(() => rmSync(repo, { recursive: true }))

const put = (file: string, content: unknown) => {
  mkdirSync(path.dirname(path.join(repo, file)), { recursive: true })
  writeFileSync(path.join(repo, file), JSON.stringify(content))
}
const packages = (version: string) => ({ packages: { '': {}, 'node_modules/a': { version }, 'node_modules/other-system': { version: '1.0.0', optional: true } } })
const lock = (version: string) => put('package-lock.json', packages(version))
const asked = () => (existsSync(path.join(repo, 'asked')) ? readFileSync(path.join(repo, 'asked'), 'utf8').trim().split('\n') : [])
const install = () => spawnSync(process.execPath, ['scripts/install.mjs'], {
  cwd: repo, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', npm_execpath: path.join(repo, 'npm-cli.js') },
})

test('installs what the lock says with what builds need, once', () => {
  expect(install().status).toBe(0)
  expect(install().status).toBe(0)
  expect(asked()).toEqual(['install --no-save --include=dev --ignore-scripts --no-fund --no-audit'])
})

test('again when the lock changed', () => {
  install()
  lock('2.0.0')
  install()
  expect(asked()).toHaveLength(2)
})

test('what somebody installed by hand is not installed again when it is just that', () => {
  put('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } })
  install()
  expect(asked()).toEqual([])
})

test('what somebody installed by hand is replaced when it is something else', () => {
  put('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } })
  install()
  expect(asked()).toHaveLength(1)
})

test('a failed installation is said, and tried again next time', () => {
  writeFileSync(path.join(repo, 'npm-fails'), '')
  const failed = install()
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain('ended with code 7')
  rmSync(path.join(repo, 'npm-fails'))
  expect(install().status).toBe(0)
  expect(asked()).toHaveLength(2)
})

test('an older Node stops with one line', () => {
  put('package.json', { engines: { node: '>=99.1' } })
  const stopped = install()
  expect(stopped.status).toBe(1)
  expect(stopped.stderr.trim().split('\n')).toEqual([`✗ this is Node ${process.versions.node}, and Node 99.1 or newer is needed: https://nodejs.org/`])
  expect(asked()).toEqual([])
})
