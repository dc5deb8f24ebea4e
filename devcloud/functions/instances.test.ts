import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud } from '../cloud'
import { startFixture, until, type Fixture } from '../testing/fixture'

const SDK = JSON.stringify(join(__dirname, '../../node_modules/@cloudbase/node-sdk'))

/** Says that it has begun, and goes on when it is let. */
const GATE = `
  const fs = require('fs')
  let calls = 0
  exports.main = async (event) => {
    calls++
    fs.writeFileSync(event.gate + '.begun', '')
    while (!fs.existsSync(event.gate)) await new Promise((go) => setTimeout(go, 2))
    fs.appendFileSync(event.order, event.n + ' ')
    return { pid: process.pid, calls, n: event.n, edition: process.env.EDITION }
  }
`
const CALLER = `const app = require(${SDK}).init({ env: process.env.TCB_ENV }); exports.main = async (event) => (await app.callFunction({ name: event.to[0], data: { ...event, to: event.to.slice(1) } })).result`

let fixture: Fixture
beforeEach(async () => {
  fixture = await startFixture({
    cloud: { instances: 2, idleMs: 600_000 },
    functions: {
      gate: { code: GATE, timeout: 60, envVariables: { EDITION: 'first' } },
      vast: { code: GATE, timeout: 60, memorySize: 3072 },
      there: { code: CALLER, timeout: 60 }, back: { code: CALLER, timeout: 60 },
      quick: { code: 'exports.main = () => process.pid' },
    },
  })
})
afterEach(() => fixture.stop())

interface Gated { pid: number; calls: number; n: number; edition?: string }
const gate = (n: number | string) => join(fixture.directory, `gate-${n}`)
const open = (n: number | string) => writeFileSync(gate(n), '')
const event = (n: number | string) => ({ n, gate: gate(n), order: join(fixture.directory, 'order') })
const call = (n: number, name = 'gate') => fixture.cloud.invoke(name, event(n), null) as Promise<Gated>
const begun = (n: number | string) => existsSync(`${gate(n)}.begun`)

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

test('calls at the same time have a process each, up to as many as there may be; the others wait in order', async () => {
  const calls = [1, 2, 3, 4, 5].map((n) => call(n))
  await until(() => begun(1) && begun(2))
  expect([begun(3), fixture.cloud.logs().map(({ instance }) => instance !== undefined)]).toEqual([false, [false, false, false, true, true]])
  for (const n of [3, 4, 5]) open(n)
  open(1)
  const [first, , third, fourth, fifth] = await Promise.all([calls[0], null, calls[2], calls[3], calls[4]]) as [Gated, null, Gated, Gated, Gated]
  // The second still holds the other process.
  expect([third, fourth, fifth].map(({ pid, calls: count }) => [pid, count])).toEqual([[first.pid, 2], [first.pid, 3], [first.pid, 4]])
  open(2)
  expect((await calls[1] as Gated).pid).not.toBe(first.pid)
  const logged = fixture.cloud.logs({ function: 'gate' })
  expect(logged.map(({ cold }) => cold)).toEqual([false, false, false, true, true])
  expect(logged[0]?.waitedMs).toBeGreaterThan(0)
})

test('a process that nobody calls ends after a while', async () => {
  await fixture.cloud.stop()
  fixture.cloud = await startCloud({ ...fixture.options, idleMs: 20 })
  const pid = await fixture.cloud.invoke('quick', {}, null) as number
  await until(() => !alive(pid))
  expect(await fixture.cloud.invoke('quick', {}, null)).not.toBe(pid)
})

test('more at once than the service allows is refused, and nothing else suffers', async () => {
  // 41 × 3072 MB are within 128,000 MB, 42 are not.
  const calls = Array.from({ length: 41 }, (_, n) => call(n, 'vast'))
  await expect(call(41, 'vast')).rejects.toMatchObject({ code: 'FUNCTION_EXCEED_RESOURCE_LIMIT', message: expect.stringContaining('128000 MB') as string })
  for (let n = 0; n < 42; n++) open(n)
  expect((await Promise.all(calls)).map(({ n }) => n)).toEqual(Array.from({ length: 41 }, (_, n) => n))
  expect((await call(41, 'vast')).n).toBe(41)
})

test('killing a function ends all its processes in the middle of their calls; those that waited go on', async () => {
  const calls = [1, 2, 3].map((n) => call(n))
  await until(() => begun(1) && begun(2))
  open(3)
  fixture.cloud.killFunction('gate')
  const [first, second, third] = await Promise.allSettled(calls)
  for (const result of [first, second]) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('killed by SIGKILL in the middle of a call') as string } })
  expect(third).toMatchObject({ status: 'fulfilled', value: { calls: 1 } })
})

test('killed at any instant, every call is answered, and nothing is left behind', async () => {
  const failures: unknown[] = []
  let answered = 0
  let kills = 0
  await Promise.all(Array.from({ length: 6 }, async (_, hand) => {
    for (let n = 0; n < 40; n++) {
      const calls = [fixture.cloud.invoke('quick', {}, null), fixture.cloud.invoke('quick', {}, null)]
      if ((n + hand) % 5 === 0) {
        // Sometimes before the process is there, sometimes while it loads, sometimes in a call.
        if (n % 2 === 0) await Promise.race(calls.map((one) => one.catch((error: unknown) => error)))
        fixture.cloud.killFunction('quick')
        kills += 1
      }
      for (const result of await Promise.allSettled(calls)) {
        if (result.status === 'fulfilled') answered += 1
        else failures.push(result.reason)
      }
    }
  }))
  expect([kills, answered + failures.length]).toEqual([48, 480])
  expect(answered).toBeGreaterThan(0)
  for (const failure of failures) expect(failure).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('killed by SIGKILL') as string })
  expect(fixture.cloud.logs({ limit: 1000 }).filter(({ durationMs }) => durationMs === undefined)).toEqual([])
  expect(await fixture.cloud.invoke('quick', {}, null)).toEqual(expect.any(Number))
})

test('a changed bundle is taken by the next call, while those that run end on the old one', async () => {
  const old = call(1)
  await until(() => begun(1))
  writeFileSync(join(fixture.directory, 'functions/gate/index.js'), 'exports.main = () => "new"')
  expect(await call(2)).toBe('new')
  open(1)
  expect((await old).n).toBe(1)
  expect(await call(3)).toBe('new')
})

test('a bundle that cannot be loaded is told clearly, and the next good one works', async () => {
  const write = (code: string) => writeFileSync(join(fixture.directory, 'functions/quick/index.js'), code)
  write('exports.main = () => {')
  await expect(call(1, 'quick')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringMatching(/quick cannot be loaded.*index\.js:1/s) as string })
  write('exports.other = () => 1')
  await expect(call(1, 'quick')).rejects.toMatchObject({ message: expect.stringContaining('exports no function main') as string })
  write('exports.main = () => "good again"')
  expect(await call(1, 'quick')).toBe('good again')
})

test('a changed cloudbaserc.json is taken by the next call; one that cannot be deployed leaves what was', async () => {
  const deploy = (functions: unknown, envId = 'test-env') => writeFileSync(join(fixture.directory, 'cloudbaserc.json'), JSON.stringify({ envId, functions }))
  open(1)
  expect(await call(1)).toMatchObject({ edition: 'first' })
  deploy([{ name: 'gate', timeout: 1, envVariables: { EDITION: 'second' } }])
  expect(await call(1)).toMatchObject({ edition: 'second', calls: 1 })
  await expect(call(2)).rejects.toMatchObject({ message: 'Invoking task timed out after 1 seconds' })
  await expect(call(1, 'quick')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  deploy([{ name: 'gate', timeout: 'long' }])
  expect(await call(1)).toMatchObject({ edition: 'second' })
  expect(fixture.lines.join('\n')).toContain('functions[0].timeout must be a whole number')
  deploy([], 'other-env')
  expect(await call(1)).toMatchObject({ edition: 'second' })
})

describe('functions that call functions', () => {
  const chain = (to: string[], n: number | string = 'end') => fixture.cloud.invoke('there', { to, ...event(n) }, null)

  test('a function may call itself while there is an instance free', async () => {
    open('end')
    expect(await chain(['there', 'gate'])).toMatchObject({ n: 'end' })
  })

  test('a circle that would wait for itself is refused instead', async () => {
    await expect(chain(['back', 'there', 'back', 'there'])).rejects.toMatchObject({ message: expect.stringContaining('there → back → there → back → there: all 2 instances of there wait') as string })
    // Nothing is left over from it; who was refused is told in the log.
    expect(fixture.cloud.logs({ function: 'there' })[0]).toMatchObject({ durationMs: 0, error: { code: 'FUNCTION_EXCEED_RESOURCE_LIMIT' } })
    open('end')
    expect(await chain(['back', 'gate'])).toMatchObject({ n: 'end' })
  })

  test('who waits for somebody that will be done is not refused', async () => {
    const held = [call(1), call(2)]
    await until(() => begun(1) && begun(2))
    open('end')
    const waiting = chain(['gate'])
    await until(() => fixture.cloud.logs({ function: 'gate' }).length === 3)
    open(1)
    open(2)
    expect(await waiting).toMatchObject({ n: 'end' })
    await Promise.all(held)
  })
})
