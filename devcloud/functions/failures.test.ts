import { startFixture, type Fixture } from '../testing/fixture'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture({
    functions: {
      buffers: { code: 'exports.main = () => { const kept = []; for (;;) kept.push(Buffer.alloc(1 << 20, 1)) }', memorySize: 64, timeout: 60 },
      briefly: { code: 'let last; exports.main = () => (last = Buffer.alloc(200 << 20, 1)).length', memorySize: 128, timeout: 60 },
      modest: { code: 'exports.main = () => Buffer.alloc(20 << 20, 1).length', memorySize: 64, timeout: 60 },
      hoarder: { code: 'const kept = []; exports.main = ({ megabytes }) => { kept.push(Buffer.alloc(megabytes << 20, 1)); return kept.length }', memorySize: 64, timeout: 60 },
      greedyStart: { code: 'const kept = Buffer.alloc(100 << 20, 1); exports.main = () => kept.length', memorySize: 64 },
      exits: { code: 'exports.main = () => process.exit(0)' },
      signals: { code: 'exports.main = () => process.kill(process.pid, "SIGTERM")' },
      later: { code: 'exports.main = () => { setTimeout(() => { throw new Error("in a timer") }); return new Promise(() => {}) }' },
      unheard: { code: 'exports.main = () => { Promise.reject(new Error("unheard")); return new Promise(() => {}) }' },
      cyclic: { code: 'exports.main = () => { const self = {}; self.self = self; return self }' },
      bigint: { code: 'exports.main = () => 1n' },
      func: { code: 'exports.main = () => () => 1' },
      rejects: { code: 'exports.main = async () => { throw "a text" }' },
      never: { code: 'exports.main = () => new Promise(() => {})', timeout: 1 },
      loops: { code: 'exports.main = () => { for (;;); }', timeout: 1 },
      leaves: { code: 'exports.main = () => { process.disconnect(); return new Promise(() => {}) }' },
      alone: { code: 'exports.main = () => [typeof process.send, typeof fs, typeof os, process.argv.length]' },
      counter: { code: 'let calls = 0; exports.main = () => ++calls' },
    },
  })
})
afterAll(() => fixture.stop())

const invoke = (name: string, event: object = {}) => fixture.cloud.invoke(name, event, null)

test.each<[string, string, string]>([
  ['buffers', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', 'more memory than its 64 MB'],
  ['briefly', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', 'more memory than its 128 MB'],
  ['greedyStart', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', 'more memory than its 64 MB'],
  ['exits', 'FUNCTIONS_EXECUTE_FAIL', 'exited with code 0 in the middle of a call'],
  ['signals', 'FUNCTIONS_EXECUTE_FAIL', 'killed by SIGTERM in the middle of a call'],
  ['later', 'FUNCTIONS_EXECUTE_FAIL', 'exited with code 1'],
  ['unheard', 'FUNCTIONS_EXECUTE_FAIL', 'exited with code 1'],
  ['cyclic', 'FUNCTIONS_EXECUTE_FAIL', 'circular structure'],
  ['bigint', 'FUNCTIONS_EXECUTE_FAIL', 'BigInt'],
  ['rejects', 'FUNCTIONS_EXECUTE_FAIL', 'a text'],
  ['never', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'timed out after 1 seconds'],
  ['loops', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'timed out after 1 seconds'],
  ['leaves', 'FUNCTIONS_EXECUTE_FAIL', 'in the middle of a call'],
])('%s: %s', async (name, code, message) => {
  await expect(invoke(name)).rejects.toMatchObject({ code, message: expect.stringContaining(message) as string })
  // Every failure is told in the log, with the same code.
  expect(fixture.cloud.logs({ function: name, limit: 1 })).toMatchObject([{ error: { code }, durationMs: expect.any(Number) as number }])
  expect(await invoke('counter')).toBeGreaterThan(0)
})

test('memory within the limit is nobody\'s business; what is kept from call to call counts', async () => {
  expect(await invoke('modest')).toBe(20 << 20)
  expect(await invoke('hoarder', { megabytes: 30 })).toBe(1)
  await expect(invoke('hoarder', { megabytes: 60 })).rejects.toMatchObject({ code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' })
  expect(await invoke('hoarder', { megabytes: 1 })).toBe(1)
})

test('a function has no parent to talk to, and no modules that it did not ask for; what is no JSON is null', async () => {
  expect(await invoke('alone')).toEqual(['undefined', 'undefined', 'undefined', 2])
  expect(await invoke('func')).toBeNull()
})
