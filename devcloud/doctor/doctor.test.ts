import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { startCloud } from '../cloud'
import type { CloudError } from '../errors'
import { describe as describeFinding } from '../deployment/findings'
import { index, temporary, writeFiles } from '../testing/fixture'
import { examine } from './examine'
import { printFindings } from './print'

const ROOT = resolve(__dirname, '../..')

let place: ReturnType<typeof temporary>
beforeEach(() => { place = temporary() })
afterEach(() => place.remove())

const GOOD = { 'cloudbaserc.json': { envId: 'a', functionRoot: 'functions', functions: [{ name: 'f' }] }, 'functions/f/index.js': 'exports.main = () => 1' }
const find = (files: Record<string, unknown>) => {
  writeFiles(place.path, { ...GOOD, ...files })
  return examine(place.path).map(({ kind, file, place: where, problem }) => `${kind} ${file.slice(place.path.length + 1)} ${where} ${problem}`)
}
const withFunction = (change: object) => ({ 'cloudbaserc.json': { envId: 'a', functionRoot: 'functions', functions: [{ name: 'f', ...change }] } })
const withTimers = (...triggers: object[]) => withFunction({ triggers })
const timer = { name: 't', type: 'timer', config: '0 0 9 * * * *' }
const withIndexes = (...indexes: unknown[]) => ({ 'cloudbase/collections/c.json': { permission: 'ADMINONLY', indexes } })

test('nothing is found where nothing is wrong', () => {
  expect(find({ ...withFunction({ runtime: 'Nodejs20.19', timeout: 20, memorySize: 512, triggers: [timer] }), ...withIndexes(index('k', { n: 1 })), 'functions/f/config.json': { permissions: { openapi: ['subscribeMessage.send'] } } })).toEqual([])
})

test.each<[string, Record<string, unknown>]>([
  ['refused cloudbaserc.json  not JSON', { 'cloudbaserc.json': '{' }],
  ['refused cloudbaserc.json envId must be', { 'cloudbaserc.json': { functionRoot: 'functions' } }],
  ['warning cloudbaserc.json functions[0].memorysize nobody reads this key: is memorySize meant?', withFunction({ memorysize: 512 })],
  ['refused cloudbaserc.json functions[0].runtime must be a runtime of the service: Nodejs16.13', withFunction({ runtime: 'Nodejs20' })],
  ['warning cloudbaserc.json functions[0].runtime Nodejs24.11 is in beta', withFunction({ runtime: 'Nodejs24.11' })],
  ['unsupported cloudbaserc.json functions[0].runtime', withFunction({ runtime: 'Python3.7' })],
  ['unsupported cloudbaserc.json functionDefaultConfig', { 'cloudbaserc.json': { envId: 'a', functionDefaultConfig: { timeout: 5 } } }],
  ['refused cloudbaserc.json functions[0].memorySize must be 64, or 128 to 3072 in steps of 128', withFunction({ memorySize: 300 })],
  ['refused cloudbaserc.json functions[0].memorySize must be a whole number from 64 to 3072', withFunction({ memorySize: 4096 })],
  ['refused cloudbaserc.json functions[0].timeout must be a whole number from 1 to 900', withFunction({ timeout: 901 })],
  ['refused cloudbaserc.json functions[0].triggers[0].config must be a cron expression: it must have seven fields', withTimers({ ...timer, config: '0 9 * * *' })],
  ['refused cloudbaserc.json functions[0].triggers must be without a second t', withTimers(timer, timer)],
  ['refused cloudbaserc.json functions[0].handler must be like "index.main"', withFunction({ handler: 'index' })],
  ['refused cloudbaserc.json functions[0].handler app.main needs the file functions/f/app.js', withFunction({ handler: 'app.main' })],
  ['refused cloudbaserc.json functions[0].name its folder functions/g does not exist', withFunction({ name: 'g' })],
  ['refused functions/f/config.json permissions.openapi must be a list', { 'functions/f/config.json': { permissions: { openapi: 'all' } } }],
  ['warning functions/f/config.json permission nobody reads this key', { 'functions/f/config.json': { permission: {} } }],
  ['warning functions/f/config.json triggers devcloud and tcb read timers', { 'functions/f/config.json': { triggers: [timer] } }],
  ['unsupported functions/f/config.json permissions.openapi devcloud has no customerServiceMessage.send', { 'functions/f/config.json': { permissions: { openapi: ['customerServiceMessage.send'] } } }],
  ['refused cloudbase/collections/c.json permission must be one of', { 'cloudbase/collections/c.json': { permission: 'ALL' } }],
  ['unsupported cloudbase/collections/c.json permission devcloud does not support the permission READONLY', { 'cloudbase/collections/c.json': { permission: 'READONLY' } }],
  ['refused cloudbase/collections/c.json indexes must be without a second k', withIndexes(index('k', { a: 1 }), index('k', { b: 1 }))],
  ['warning cloudbase/collections/c.json indexes[0].unique nobody reads this key', withIndexes({ ...index('k', { a: 1 }), unique: true })],
  ['refused cloudbase/storage-rules.json write devcloud does not understand', { 'cloudbase/storage-rules.json': { read: true, write: 'a || b' } }],
  ['refused cloudbase/storage-rules.json write Invalid regular expression', { 'cloudbase/storage-rules.json': { write: '/(/.test(resource.path)' } }],
  ['refused cloudbase/message-templates.json x.fields.text1 must be named by a kind that WeChat knows', { 'cloudbase/message-templates.json': { x: { title: 't', fields: { text1: 'a' } } } }],
  ['refused cloudbase/message-push.json wxa_media_check must be a function of cloudbaserc.json', { 'cloudbase/message-push.json': { wxa_media_check: 'nobody' } }],
])('%s', (expected, files) => { expect(find(files)).toContainEqual(expect.stringContaining(expected)) })

const BAD = {
  'cloudbaserc.json': { envId: 'a', functionRoot: 'functions', functions: [{ name: 'f', timeout: 0, memorySize: 1, memory: 1 }, { name: 'f', handler: '' }] },
  ...withIndexes(index('k', {}), { IndexName: 'l', MgoKeySchema: { MgoIndexKeys: [{ Name: 'a', Direction: '1' }], MgoIsSparse: true } }), 'cloudbase/message-templates.json': { x: {} },
}

test('everything is found at once, and the command ends with 1', () => {
  writeFiles(place.path, { ...GOOD, ...BAD })
  const ended = spawnSync(process.execPath, [join(ROOT, 'scripts/devcloud.mjs'), 'doctor', '--root', place.path], { encoding: 'utf8' })
  expect(ended.stdout).toBe(printFindings(place.path, examine(place.path)).text)
  expect(ended.stdout).toContain('functions[0].timeout must be a whole number from 1 to 900')
  expect(ended.stdout).toMatch(/^ {2}not here {2}indexes\[1\]\.MgoKeySchema\.MgoIsSparse: /m)
  expect(ended.stdout).toContain('1 that only devcloud does not support, 1 warnings')
  expect(ended.status).toBe(1)
})

test('what the doctor finds, the start of the cloud refuses in the same words', async () => {
  const start = (files: Record<string, unknown>, lines: string[] = []) => {
    writeFiles(place.path, { ...GOOD, ...files })
    return startCloud({ root: place.path, data: join(place.path, 'data'), port: 0, functionsDir: 'functions', timers: false, log: (line) => lines.push(line) })
  }
  for (const files of [BAD, { ...BAD, 'cloudbaserc.json': GOOD['cloudbaserc.json'] }]) {
    const refusal = await start(files).then(() => undefined, (error: unknown) => error as CloudError)
    // cloudbaserc.json is read first, and the rest only for an environment that there is.
    const stopping = examine(place.path).filter(({ kind, place: at }) => kind !== 'warning' && !at.endsWith('.name'))
    const first = stopping.filter(({ file }) => file === stopping[0]?.file)
    expect(refusal?.code).toBe('BAD_DEPLOYMENT')
    for (const finding of first) expect(refusal?.message).toContain(describeFinding(finding))
  }
  const lines: string[] = []
  const cloud = await start({ ...withFunction({ memory: 1 }), ...withIndexes(), 'cloudbase/message-templates.json': {} }, lines)
  await cloud.stop()
  expect(lines).toEqual([expect.stringContaining('functions[0].memory: nobody reads this key')])
})

test('what only this cloud does not support is no failure', () => {
  writeFiles(place.path, { ...GOOD, 'cloudbase/collections/c.json': { permission: 'READONLY' } })
  expect(printFindings(place.path, examine(place.path)).refused).toBe(false)
})
