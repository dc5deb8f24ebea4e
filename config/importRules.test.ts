import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Who may import whom. A small house is built beside this one, under the same lint rules, and each arrow is tried in it. */

const ROOT = resolve(__dirname, '..')

/** What there is to import, one file in each room. */
const ROOMS = {
  'domain/case/case.ts': 'export interface Thing { a: number }\nexport const a = 1\n',
  'domain/case/exampleThing.ts': 'export const example = 1\n',
  'domain/contract/calls.ts': 'export const calls = 1\n',
  'cloudfunctions/lib/store.ts': 'export const store = 1\n',
  'cloudfunctions/api/index.ts': 'export const api = 1\n',
  'src/cloud/door.ts': 'export const door = 1\nexport interface Thing { a: number }\n',
  'devcloud/errors.ts': 'export const errors = 1\n',
  'stage/stage.ts': 'export const stage = 1\n',
  'test/host.ts': 'export const host = 1\n',
  'config/index.ts': 'export const config = 1\n',
  'scripts/say.mjs': 'export const say = 1\n',
  'cloudbase/templates.json': '{}\n',
}

type Try = [file: string, text: string]
const value = (name: string, from: string) => `import { ${name} } from '${from}'\nexport const used = ${name}\n`

const FORBIDDEN: Record<string, Try[]> = {
  'domain imports nobody': [
    ['domain/case/x.ts', value('door', '../../src/cloud/door')],
    ['domain/case/x.ts', value('store', '../../cloudfunctions/lib/store')],
    ['domain/case/x.ts', value('errors', '../../devcloud/errors')],
    ['domain/case/x.ts', value('stage', '../../stage/stage')],
    ['domain/case/x.ts', value('host', '../../test/host')],
    ['domain/case/x.ts', value('config', '../../config/index')],
    ['domain/case/x.ts', value('say', '../../scripts/say.mjs')],
    ['domain/case/x.test.ts', value('door', '../../src/cloud/door')],
    ['domain/case/x.test.ts', value('host', '../../test/host')],
  ],
  'however it is written': [
    ['domain/case/x.ts', 'import type { Thing } from \'../../src/cloud/door\'\nexport const used = (t: Thing) => t\n'],
    ['domain/case/x.ts', 'export * from \'../../src/cloud/door\'\n'],
    ['domain/case/x.ts', 'export { door } from \'../../src/cloud/door\'\n'],
    ['domain/case/x.ts', 'import \'../../src/cloud/door\'\n'],
    ['domain/case/x.ts', 'export const used = () => import(\'../../src/cloud/door\')\n'],
    ['domain/case/x.ts', 'export const used = (name: string) => import(`../../src/${name}`)\n'],
    ['domain/case/x.ts', 'export const used: unknown = require(\'../../src/cloud/door\')\n'],
    ['domain/case/x.ts', 'import door = require(\'../../src/cloud/door\')\nexport const used: unknown = door\n'],
    ['domain/case/x.ts', 'export type Used = import(\'../../src/cloud/door\').Thing\n'],
    ['domain/case/x.ts', 'export type Used = typeof import(\'../../src/cloud/door\')\n'],
    ['src/pages/x.ts', 'export type Used = typeof import(\'../../cloudfunctions/lib/store\')\n'],
    ['src/pages/x.ts', 'export const used: unknown = require(\'../../cloudfunctions/lib/store\')\n'],
    ['src/pages/x.ts', 'export const used = () => import(\'../../cloudfunctions/lib/store\')\n'],
    ['cloudfunctions/api/x.ts', 'export type Used = import(\'../../src/cloud/door\').Thing\n'],
    ['devcloud/x.ts', 'export type Used = import(\'../domain/case/case\').Thing\n'],
  ],
  'src and cloudfunctions meet only in domain': [
    ['src/pages/x.tsx', value('store', '../../cloudfunctions/lib/store')],
    ['src/pages/x.ts', value('api', '../../cloudfunctions/api/index')],
    ['src/pages/x.test.ts', value('api', '../../cloudfunctions/api/index')],
    ['cloudfunctions/api/x.ts', value('door', '../../src/cloud/door')],
    ['cloudfunctions/api/x.test.ts', value('door', '../../src/cloud/door')],
  ],
  'what is sent to phones or to the cloud knows nothing of what stands around it': [
    ['src/pages/x.ts', value('errors', '../../devcloud/errors')], ['src/pages/x.ts', value('stage', '../../stage/stage')], ['src/pages/x.ts', value('host', '../../test/host')], ['src/pages/x.ts', value('config', '../../config/index')], ['src/pages/x.ts', value('say', '../../scripts/say.mjs')],
    ['cloudfunctions/api/x.ts', value('errors', '../../devcloud/errors')], ['cloudfunctions/api/x.ts', value('stage', '../../stage/stage')], ['cloudfunctions/api/x.ts', value('host', '../../test/host')], ['cloudfunctions/api/x.ts', value('say', '../../scripts/say.mjs')],
  ],
  'the local cloud knows nothing of this product': [
    ['devcloud/x.ts', value('a', '../domain/case/case')], ['devcloud/x.ts', value('store', '../cloudfunctions/lib/store')], ['devcloud/x.ts', value('door', '../src/cloud/door')], ['devcloud/x.ts', value('stage', '../stage/stage')],
    ['devcloud/database/x.test.ts', value('a', '../../domain/case/case')], ['devcloud/x.ts', value('config', '../config/index')],
  ],
  'the stage stands around the product': [
    ['stage/x.ts', value('door', '../src/cloud/door')], ['stage/x.ts', value('store', '../cloudfunctions/lib/store')],
  ],
  'domain knows no platform and does no I/O': [
    ...['@tarojs/taro', '@tarojs/components', 'react', 'react-dom', 'swr', '@nutui/nutui-react-taro', '@cloudbase/node-sdk', 'wx-server-sdk', 'node:fs', 'fs', 'fs/promises', 'node:path', 'crypto', 'http', 'os', 'libsql', 'fast-check']
      .map((name): Try => ['domain/case/x.ts', value('thing', name)]),
    ['domain/case/x.ts', 'import type { Thing } from \'@tarojs/taro\'\nexport const used = (t: Thing) => t\n'],
    ['domain/case/x.ts', 'export const used = () => import(\'node:fs\')\n'],
    ['domain/case/x.ts', 'export const used: unknown = require(\'node:fs\')\n'],
    ...['fetch(\'/\')', 'window', 'document', 'process.env', 'wx', 'setTimeout(() => 1)', 'setInterval(() => 1)', 'setImmediate(() => 1)', 'localStorage', 'globalThis.fetch', 'new XMLHttpRequest()', 'Buffer.from(\'\')', 'console.log(1)', 'crypto.randomUUID()', 'queueMicrotask(() => 1)', '__dirname', 'Taro']
      .map((code): Try => ['domain/case/x.ts', `export const used: unknown = ${code}\n`]),
  ],
  'domain has no clock and no dice of its own': [
    ...['Date.now()', 'new Date()', 'Date()', 'new Date', 'globalThis.Date.now()', 'performance.now()', 'Math.random()', 'Date[\'now\']()', 'new Date(2026, 1, 1)', 'new Date(0).getHours()', 'Date.parse(\'2026-11-14 10:00\')']
      .map((code): Try => ['domain/case/x.ts', `export const used: unknown = ${code}\n`]),
    ['domain/case/x.ts', 'const { now } = Date\nexport const used = now()\n'],
    ['domain/case/x.ts', 'const { random } = Math\nexport const used = random()\n'],
    ['domain/case/x.ts', 'const Clock = Date\nexport const used = Clock.now()\n'],
    ['domain/clock/x.ts', 'import dayjs from \'dayjs\'\nexport const used = dayjs()\n'],
    ['domain/clock/x.ts', 'import dayjs from \'dayjs\'\nexport const used = dayjs.utc()\n'],
    ['domain/clock/x.ts', 'export const used = Date.now()\n'],
  ],
  'only the courier speaks to WeChat': [
    ['cloudfunctions/api/x.ts', value('cloud', 'wx-server-sdk')], ['cloudfunctions/lib/x.ts', value('cloud', 'wx-server-sdk')], ['cloudfunctions/clock/x.ts', value('cloud', 'wx-server-sdk')], ['src/pages/x.ts', value('cloud', 'wx-server-sdk')],
  ],
  'screens and functions keep to their platform': [
    ['src/pages/x.ts', value('cloud', '@cloudbase/node-sdk')], ['src/pages/x.ts', value('thing', 'node:fs')],
    ['cloudfunctions/api/x.ts', value('Taro', '@tarojs/taro')], ['cloudfunctions/api/x.ts', value('useState', 'react')],
  ],
  'examples for tests are not for the product': [
    ['domain/case/x.ts', value('example', './exampleThing')], ['domain/people/x.ts', value('example', '../case/exampleThing')],
    ['src/pages/x.ts', value('example', '../../domain/case/exampleThing')], ['cloudfunctions/api/x.ts', value('example', '../../domain/case/exampleThing')],
  ],
  'circles': [['domain/case/x.ts', 'export { y } from \'./y\'\nexport const x = 1\n'], ['domain/case/y.ts', 'export { x } from \'./x\'\nexport const y = 1\n']],
}

const ALLOWED: Try[] = [
  ['domain/case/x.ts', value('calls', '../contract/calls')], ['domain/case/x.ts', 'import type { Thing } from \'./case\'\nexport const used = (t: Thing) => t\n'],
  ['domain/case/x.ts', value('safeParse', 'valibot')], ['domain/case/x.ts', 'import * as v from \'valibot\'\nexport const used = v\n'], ['domain/clock/x.ts', 'import dayjs from \'dayjs\'\nimport utc from \'dayjs/plugin/utc\'\nexport const used = (at: number) => [dayjs(at), dayjs.utc(at), utc]\n'],
  ['domain/orders/x.ts', value('parse', 'papaparse')], ['domain/notice/x.ts', 'import templates from \'../../cloudbase/templates.json\'\nexport const used = templates\n'],
  ['domain/case/x.ts', 'export const used = (at: number) => Math.floor(Math.max(at, 1)) + Number.parseInt(\'1\') + JSON.stringify(new Map()).length\n'],
  ['domain/case/x.test.ts', value('example', './exampleThing') + 'import fc from \'fast-check\'\nimport { readFileSync } from \'node:fs\'\nexport const more = [fc, readFileSync, Date.now()]\n'],
  ['domain/case/exampleOther.ts', value('example', './exampleThing') + 'import fc from \'fast-check\'\nexport const more = fc\n'],
  ['src/pages/x.tsx', value('calls', '../../domain/contract/calls') + value('door', '../cloud/door').replace('used', 'more')], ['src/pages/y.tsx', 'import { useState } from \'react\'\nimport Taro from \'@tarojs/taro\'\nexport const used = [useState, Taro]\n'],
  ['cloudfunctions/api/x.ts', value('calls', '../../domain/contract/calls') + value('store', '../lib/store').replace('used', 'more')], ['cloudfunctions/api/y.ts', 'import cloud from \'@cloudbase/node-sdk\'\nimport { createHash } from \'node:crypto\'\nexport const used = [cloud, createHash, Date.now()]\n'],
  ['cloudfunctions/courier/x.ts', value('cloud', 'wx-server-sdk')],
  ['devcloud/x.ts', value('errors', './errors') + 'import { readFileSync } from \'node:fs\'\nexport const more = readFileSync\n'],
  ['test/x.ts', value('door', '../src/cloud/door') + value('store', '../cloudfunctions/lib/store').replace('used', 'u2') + value('a', '../domain/case/case').replace('used', 'u3') + value('errors', '../devcloud/errors').replace('used', 'u4')],
  ['stage/x.ts', value('calls', '../domain/contract/calls') + value('errors', '../devcloud/errors').replace('used', 'more')],
]

interface Message { ruleId: string | null; message: string }

/** Rules that guard the arrows; anything else that fails would hide what is tested. */
const GUARDS = ['import-x/no-restricted-paths', 'import-x/no-cycle', 'no-restricted-imports', 'no-restricted-properties', 'no-restricted-syntax', 'no-restricted-globals', '@typescript-eslint/no-require-imports', '@typescript-eslint/consistent-type-imports']

let house = ''
/** What lint says of each try; all tries stand in one house under names of their own, so that one run reads them all. */
const verdicts = new Map<string, Message[]>()
const keyOf = ([file, text]: Try) => `${file}\n${text}`

beforeAll(() => {
  house = realpathSync(mkdtempSync(join(tmpdir(), 'house-')))
  const put = (file: string, text: string) => { mkdirSync(dirname(join(house, file)), { recursive: true }); writeFileSync(join(house, file), text) }
  for (const file of ['eslint.config.mjs', 'tsconfig.json', 'package.json']) cpSync(join(ROOT, file), join(house, file))
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'), 'dir')
  for (const [file, text] of Object.entries(ROOMS)) put(file, text)
  const tries = [...Object.values(FORBIDDEN).flat(), ...ALLOWED]
  const placed = new Map<string, Try>()
  for (const [n, tried] of tries.entries()) {
    // Circles need their own names; everything else gets one that no other try has.
    const file = FORBIDDEN.circles?.includes(tried) ? tried[0] : tried[0].replace(/\/([xy]|exampleOther)\./, `/$1${n}.`)
    put(file, tried[1])
    placed.set(join(house, file), tried)
  }
  for (const { filePath, messages } of lint()) {
    const tried = placed.get(filePath)
    if (tried) verdicts.set(keyOf(tried), messages)
  }
}, 120_000)

afterAll(() => rmSync(house, { recursive: true, force: true }))

function lint(): { filePath: string; messages: Message[] }[] {
  const run = [join(ROOT, 'node_modules/eslint/bin/eslint.js'), '.', '--format', 'json']
  try {
    return JSON.parse(execFileSync(process.execPath, run, { cwd: house, encoding: 'utf8', maxBuffer: 1e8 })) as ReturnType<typeof lint>
  } catch (failed) {
    // Lint found something, as it should: its report is on stdout all the same.
    const { stdout, stderr } = failed as { stdout?: string; stderr?: string }
    if (!stdout) throw new Error(`lint did not run: ${stderr ?? String(failed)}`, { cause: failed })
    return JSON.parse(stdout) as ReturnType<typeof lint>
  }
}

describe.each(Object.entries(FORBIDDEN))('%s', (_rule, tries) => {
  it.each(tries)('%s: %j is a mistake', (...tried) => {
    const messages = verdicts.get(keyOf(tried))
    expect(messages?.map(m => m.ruleId)).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^(${GUARDS.join('|')})$`))]))
  })
})

describe('allowed', () => {
  it.each(ALLOWED)('%s: %j', (...tried) => {
    expect(verdicts.get(keyOf(tried))).toEqual([])
  })
})
