import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startCloud, type Cloud, type CloudOptions } from '../cloud'

/** Writes files below a directory; objects as JSON. */
export const writeFiles = (directory: string, files: Record<string, unknown>): void => {
  for (const [name, content] of Object.entries(files)) {
    const file = join(directory, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  }
}

/** A directory of a test's own. */
export const temporary = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'devcloud-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export const index = (name: string, keys: Record<string, 1 | -1>, unique = false) => ({
  IndexName: name, MgoKeySchema: { MgoIndexKeys: Object.entries(keys).map(([Name, direction]) => ({ Name, Direction: String(direction) })), MgoIsUnique: unique },
})

export interface FixtureOptions {
  /** cloudbaserc.json's functions, with the source of each bundle. */
  functions?: Record<string, { code: string; timeout?: number; memorySize?: number; envVariables?: Record<string, string>; triggers?: unknown[]; config?: unknown }>
  collections?: Record<string, unknown[]>
  files?: Record<string, unknown>
  cloud?: Partial<CloudOptions>
}

/** A cloud on a temporary directory. `lines` is what its functions wrote. */
export interface Fixture { cloud: Cloud; directory: string; lines: string[]; options: CloudOptions; stop: () => Promise<void> }

export const startFixture = async ({ functions = {}, collections = {}, files = {}, cloud: more = {} }: FixtureOptions = {}): Promise<Fixture> => {
  const { path: directory, remove } = temporary()
  const lines: string[] = []
  writeFiles(directory, {
    'cloudbaserc.json': {
      version: '2.0', envId: 'test-env',
      functions: Object.entries(functions).map(([name, { timeout, memorySize, envVariables, triggers }]) => ({ name, timeout, memorySize, envVariables, triggers })),
    },
    'cloudbase/storage-rules.json': { read: false, write: 'auth != null && /^incoming\\//.test(resource.path)' },
    ...Object.fromEntries(Object.entries(functions).map(([name, { code }]) => [`functions/${name}/index.js`, code])),
    ...Object.fromEntries(Object.entries(functions).flatMap(([name, { config }]) => (config === undefined ? [] : [[`functions/${name}/config.json`, config]]))),
    ...Object.fromEntries(Object.entries(collections).map(([name, indexes]) => [`cloudbase/collections/${name}.json`, { permission: 'ADMINONLY', indexes }])),
    ...files,
  })
  const options: CloudOptions = {
    root: directory, data: join(directory, 'data'), port: 0, functionsDir: 'functions', timers: false, log: (line) => lines.push(line),
    people: [{ id: 'alice', openid: 'openid-alice' }, { id: 'bob', openid: 'openid-bob' }, { id: 'web', uid: 'uid-web' }],
    ...more,
  }
  try {
    const cloud = await startCloud(options)
    const fixture: Fixture = {
      cloud, directory, lines, options,
      // A test may have put another cloud in place of the first.
      stop: async () => { await fixture.cloud.stop(); remove() },
    }
    return fixture
  } catch (error) {
    remove()
    throw error
  }
}

/** Signs somebody in. @returns the headers of a request of theirs */
export const signedIn = async (cloud: Cloud, id: string): Promise<Record<string, string>> => {
  const response = await fetch(`${cloud.url}/devcloud/signin`, { method: 'POST', body: JSON.stringify({ id }) })
  const { token } = await response.json() as { token: string }
  return { authorization: `Bearer ${token}` }
}

/** Waits until a condition holds; the test's own timeout is the limit. */
export const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!await condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}
