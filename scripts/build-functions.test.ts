import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '..')
const build = () => execFileSync(process.execPath, ['scripts/build-functions.mjs'], { cwd: root, encoding: 'utf8' })
const { functions } = JSON.parse(readFileSync(path.join(root, 'cloudbaserc.json'), 'utf8')) as { functions: { name: string }[] }

let elsewhere: string

beforeAll(() => {
  build()
  elsewhere = mkdtempSync(path.join(os.tmpdir(), 'tuanhou-functions-'))
})
afterAll(() => rmSync(elsewhere, { recursive: true }))

test.each(functions.map(({ name }) => name))('%s is all there: it loads where no package is installed', name => {
  const folder = path.join(elsewhere, name)
  cpSync(path.join(root, 'dist/functions', name), folder, { recursive: true })
  expect(readdirSync(folder).sort()).toEqual(['config.json', 'index.js'])
  const kind = execFileSync(process.execPath, ['-p', "typeof require('./index.js').main"], { cwd: folder, encoding: 'utf8' })
  expect(kind.trim()).toBe('function')
})

test('nothing is built twice of the same sources', () => {
  expect(build()).toContain('built already')
})
