import { index, temporary, writeFiles } from '../testing/fixture'
import { readCollections as readCollectionsOf } from './collections'
import { readEnvironment as environmentOf } from './environment'
import { settled } from './findings'
import { readMessagePush as readMessagePushOf } from './message-push'
import { readMessageTemplates as readMessageTemplatesOf } from './message-templates'
import { readStorageRules as readStorageRulesOf } from './storage-rules'

const readEnvironment = (root: string, fill: (text: string) => string) => settled((findings) => environmentOf(root, fill, findings))
const readCollections = (root: string) => settled((findings) => readCollectionsOf(root, findings))
const readMessagePush = (root: string, functions: string[]) => settled((findings) => readMessagePushOf(root, functions, findings))
const readMessageTemplates = (root: string) => settled((findings) => readMessageTemplatesOf(root, findings))
const readStorageRules = (root: string) => settled((findings) => readStorageRulesOf(root, findings))

let place: ReturnType<typeof temporary>
beforeEach(() => { place = temporary() })
afterEach(() => place.remove())

const same = (text: string) => text
const environment = (content: unknown) => { writeFiles(place.path, { 'cloudbaserc.json': content }); return readEnvironment(place.path, same) }
const bad = (message: string) => expect.objectContaining({ code: 'BAD_DEPLOYMENT', message: expect.stringContaining(message) as string }) as Error

test('cloudbaserc.json', () => {
  expect(environment({ envId: 'a-1', functions: [{ name: 'f' }, { name: 'g', handler: 'app.run', timeout: 60, memorySize: 512, envVariables: { A: 'b' }, triggers: [{ name: 't', type: 'timer', config: '0 0 9 * * * *' }, { name: 'u', type: 'timer', config: '0 1/10 * L * ? 2027' }] }] })).toEqual({
    envId: 'a-1', functionRoot: 'cloudfunctions', functions: [
      { name: 'f', handler: 'index.main', timeoutSeconds: 3, memoryMb: 256, variables: {}, timers: [] },
      { name: 'g', handler: 'app.run', timeoutSeconds: 60, memoryMb: 512, variables: { A: 'b' }, timers: [{ name: 't', config: '0 0 9 * * * *' }, { name: 'u', config: '0 1/10 * L * ? 2027' }] },
    ],
  })
})

test.each<[string, unknown]>([
  ['not JSON', '{'], ['must be an object', '[]'], ['envId', {}], ['envId', { envId: 'A b' }], ['functions must be a list', { envId: 'a', functions: {} }],
  ['functions[0].name', { envId: 'a', functions: [{}] }], ['functions[0].name', { envId: 'a', functions: [{ name: '../x' }] }],
  ['second f', { envId: 'a', functions: [{ name: 'f' }, { name: 'f' }] }], ['functions[0].timeout', { envId: 'a', functions: [{ name: 'f', timeout: 0 }] }],
  ['functions[0].handler', { envId: 'a', functions: [{ name: 'f', handler: 'x/y.main' }] }], ['functions[0].runtime', { envId: 'a', functions: [{ name: 'f', runtime: 'Nodejs12' }] }],
  ['seven fields', { envId: 'a', functions: [{ name: 'f', triggers: [{ name: 't', type: 'timer', config: '* * * * *' }] }] }],
  ['the weekday is 0 (SUN) to 6 (SAT)', { envId: 'a', functions: [{ name: 'f', triggers: [{ name: 't', type: 'timer', config: '0 0 0 * * 7 *' }] }] }],
  ['second t', { envId: 'a', functions: [{ name: 'f', triggers: ['0 * * * * * *', '1 * * * * * *'].map((config) => ({ name: 't', type: 'timer', config })) }] }],
  ['at most 10 timers', { envId: 'a', functions: [{ name: 'f', triggers: Array.from({ length: 11 }, (_, n) => ({ name: `t${n}`, type: 'timer', config: '0 * * * * * *' })) }] }],
  ['triggers[0].name', { envId: 'a', functions: [{ name: 'f', triggers: [{ name: '1 t', type: 'timer', config: '0 * * * * * *' }] }] }],
  ['"timer"', { envId: 'a', functions: [{ name: 'f', triggers: [{ name: 't', type: 'cos' }] }] }],
  ['envVariables.A', { envId: 'a', functions: [{ name: 'f', envVariables: { A: 1 } }] }],
])('%s: %j', (message, content) => { expect(() => environment(content)).toThrow(bad(message)) })

test('there must be a cloudbaserc.json', () => { expect(() => readEnvironment(place.path, same)).toThrow(bad('does not exist')) })

test('collections', () => {
  expect(readCollections(place.path)).toEqual([])
  writeFiles(place.path, { 'cloudbase/collections/things.json': { permission: 'ADMINONLY', indexes: [index('k', { 'a.b': 1, c: -1 }, true)] } })
  expect(readCollections(place.path)).toEqual([{ name: 'things', indexes: [{ name: 'k', unique: true, keys: [{ field: 'a.b', path: ['a', 'b'], direction: 1 }, { field: 'c', path: ['c'], direction: -1 }] }] }])
  writeFiles(place.path, { 'cloudbase/collections/things.json': { permission: 'ADMINONLY', indexes: [{ IndexName: 'k', MgoKeySchema: { MgoIndexKeys: [{ Name: 'a', Direction: '1' }], MgoIsSparse: false } }] } })
  expect(readCollections(place.path)[0]?.indexes[0]?.unique).toBe(false)
})

test.each<[string, unknown]>([
  ['READONLY', { permission: 'READONLY' }], ['second k', { permission: 'ADMINONLY', indexes: [index('k', { a: 1 }), index('k', { b: 1 })] }],
  ['MgoIndexKeys', { permission: 'ADMINONLY', indexes: [index('k', {})] }], ['at most 100', { permission: 'ADMINONLY', indexes: Array.from({ length: 101 }, (_, at) => index(`k${at}`, { [`f${at}`]: 1 })) }],
  ['1 to 31 fields', { permission: 'ADMINONLY', indexes: [index('k', Object.fromEntries(Array.from({ length: 32 }, (_, at) => [`f${at}`, 1])))] }],
  ['second a', { permission: 'ADMINONLY', indexes: [{ IndexName: 'k', MgoKeySchema: { MgoIndexKeys: [{ Name: 'a', Direction: '1' }, { Name: 'a', Direction: '-1' }] } }] }],
  ['Direction', { permission: 'ADMINONLY', indexes: [{ IndexName: 'k', MgoKeySchema: { MgoIndexKeys: [{ Name: 'a', Direction: 'hashed' }] } }] }],
  ['geographic', { permission: 'ADMINONLY', indexes: [{ IndexName: 'k', MgoKeySchema: { MgoIndexKeys: [{ Name: 'a', Direction: '2dsphere' }] } }] }],
  ['sparse', { permission: 'ADMINONLY', indexes: [{ IndexName: 'k', MgoKeySchema: { MgoIndexKeys: [{ Name: 'a', Direction: '1' }], MgoIsSparse: true } }] }],
  ['Name', { permission: 'ADMINONLY', indexes: [index('k', { 'a..b': 1 })] }], ['MgoKeySchema', { permission: 'ADMINONLY', indexes: [{ IndexName: 'k' }] }],
])('a collection is refused: %s', (message, content) => {
  writeFiles(place.path, { 'cloudbase/collections/things.json': content })
  expect(() => readCollections(place.path)).toThrow(message)
})

describe('storage rules', () => {
  const write = (rule: unknown) => { writeFiles(place.path, { 'cloudbase/storage-rules.json': { read: false, write: rule } }); return readStorageRules(place.path).write }
  const ask = (rule: unknown, request: { caller?: string; path?: string; owner?: string }) => write(rule)({ caller: request.caller, path: request.path ?? 'a', owner: request.owner })
  test('without a file clients may do nothing', () => { expect(readStorageRules(place.path).write({ caller: 'a', path: 'a', owner: undefined })).toBe(false) })
  test('what is understood', () => {
    expect([ask(true, {}), ask('false', { caller: 'a' }), ask('auth != null', {}), ask('auth != null', { caller: 'a' })]).toEqual([true, false, false, true])
    const own = 'resource.openid == auth.openid'
    expect([ask(own, { caller: 'a', owner: 'a' }), ask(own, { caller: 'a', owner: 'b' }), ask(own, { caller: 'a' }), ask(own, {})]).toEqual([true, false, true, false])
    const below = 'auth != null && /^incoming\\//.test(resource.path)'
    expect([ask(below, { caller: 'a', path: 'incoming/x/1' }), ask(below, { caller: 'a', path: 'x/incoming/' }), ask(below, { path: 'incoming/1' })]).toEqual([true, false, false])
  })
  test.each(['auth == null', 'a || b', 'auth', '', 5, 'auth != null && process.exit()'])('%j is refused', (rule) => { expect(() => write(rule)).toThrow(bad('')) })
})

test('message templates', () => {
  writeFiles(place.path, { 'cloudbase/message-templates.json': { x: { title: 't', fields: { foo1: 'a' } } } })
  expect(() => readMessageTemplates(place.path)).toThrow(bad('x.fields.foo1'))
})

test('events that are pushed', () => {
  expect(readMessagePush(place.path, [])).toEqual(new Map())
  const write = (content: object) => { writeFiles(place.path, { 'cloudbase/message-push.json': content }); return readMessagePush(place.path, ['inbox']) }
  expect(write({ wxa_media_check: 'inbox' })).toEqual(new Map([['wxa_media_check', 'inbox']]))
  expect(() => write({ wxa_media_check: 'outbox' })).toThrow(bad('a function of cloudbaserc.json'))
  expect(() => write({ unsubscribe: 'inbox' })).toThrow(bad('subscribe_msg_popup_event'))
})
