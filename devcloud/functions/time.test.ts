import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud } from '../cloud'
import { signedIn, startFixture, until, type Fixture } from '../testing/fixture'

const SDK = JSON.stringify(join(__dirname, '../../node_modules/@cloudbase/node-sdk'))
const HOUR = 3600_000
const DAY = 24 * HOUR
/** 2026-11-20 00:00:30 in UTC+8, a Friday. */
const START = Date.UTC(2026, 10, 19, 16, 0, 30)

/** All ways to ask for the time; some were taken hold of when the bundle was loaded. */
const ASKS = `
  const early = Date.now, Early = Date, loaded = Date.now()
  class Later extends Date {}
  exports.main = async () => {
    const spread = [Date.now(), early(), +new Date(), +new Early(), +new Later(), Date.parse(Date())]
    return {
      spread, loaded, uptime: process.uptime(),
      kinds: [new Date() instanceof Date, new Early() instanceof Date, new Later() instanceof Later, new Date(0).constructor === Date, Object.prototype.toString.call(new Date()), typeof Date()],
      given: [new Date(5).getTime(), new Date(2020, 0, 2).toISOString(), Date.UTC(2020, 0), new Date('2020-01-01').getTime(), Date.length, Date.name],
    }
  }
`
const HELD = `
  const fs = require('fs')
  exports.main = async ({ gate }) => {
    const before = Date.now()
    fs.writeFileSync(gate, '')
    while (Date.now() - before < ${DAY}) await new Promise((go) => setTimeout(go, 2))
    return 'a day later'
  }
`
const TOLD = 'const calls = []; exports.main = (event) => { if (event.Type) calls.push(event.TriggerName + " " + event.Time); return calls }'
const WRITES = `
  const db = require(${SDK}).init({ env: process.env.TCB_ENV }).database()
  exports.main = async () => {
    await db.collection('notes').doc('one').set({ at: db.serverDate() })
    return [Number((await db.collection('notes').doc('one').get()).data[0].at), Date.now()]
  }
`

let fixture: Fixture
afterEach(() => fixture.stop())
const invoke = <T>(name: string, event: object = {}) => fixture.cloud.invoke(name, event, null) as Promise<T>
interface Asked { spread: number[]; loaded: number; uptime: number; kinds: unknown[]; given: unknown[] }

describe('the clock', () => {
  beforeEach(async () => {
    fixture = await startFixture({ collections: { notes: [] }, functions: { asks: { code: ASKS }, held: { code: HELD, timeout: 60 }, writes: { code: WRITES, timeout: 60 } } })
  })

  test('functions go by the moved clock, by whatever way they ask, in warm processes and in new ones', async () => {
    const before = await invoke<Asked>('asks')
    await fixture.cloud.moveTime(3 * DAY)
    const warm = await invoke<Asked>('asks')
    fixture.cloud.killFunction('asks')
    const cold = await invoke<Asked>('asks')
    for (const { spread } of [warm, cold]) {
      // Dates as text have whole seconds.
      for (const time of spread) expect(Math.abs(time - (spread[0] ?? NaN))).toBeLessThan(1500)
      expect((spread[0] ?? NaN) - (before.spread[0] ?? NaN)).toBeGreaterThanOrEqual(3 * DAY)
    }
    expect(warm.loaded).toBe(before.loaded)
    expect(cold.loaded).toBeGreaterThanOrEqual(before.loaded + 3 * DAY)
    // Time that was not lived is not counted where time is measured.
    expect(cold.uptime).toBeLessThan(DAY / 1000)
    for (const { kinds, given } of [before, warm, cold]) {
      expect(kinds).toEqual([true, true, true, true, '[object Date]', 'string'])
      expect(given).toEqual([5, '2020-01-02T00:00:00.000Z', 1577836800000, 1577836800000, 7, 'Date'])
    }
  })

  test('a function in the middle of a call sees it too', async () => {
    const gate = join(fixture.directory, 'gate')
    const held = invoke('held', { gate })
    await until(() => existsSync(gate))
    await fixture.cloud.moveTime(DAY)
    expect(await held).toBe('a day later')
  })

  test('serverDate, links and logs move with it', async () => {
    const before = Date.now()
    await fixture.cloud.moveTime(2 * DAY)
    const [written, seen] = await invoke<[number, number]>('writes')
    expect(written).toBeGreaterThanOrEqual(before + 2 * DAY)
    expect(seen).toBeGreaterThanOrEqual(written)
    expect(fixture.cloud.logs()[0]?.at).toBeGreaterThanOrEqual(before + 2 * DAY)
  })

  test('it stays where it is over a restart, and never goes back', async () => {
    const { offset } = await fixture.cloud.moveTime(DAY)
    expect(offset).toBe(DAY)
    for (const ms of [-1, 0.5, NaN, Infinity, 1e15]) await expect(fixture.cloud.moveTime(ms)).rejects.toMatchObject({ code: 'INVALID_PARAM' })
    await fixture.cloud.stop()
    fixture.cloud = await startCloud(fixture.options)
    expect((await fixture.cloud.moveTime(1)).offset).toBe(DAY + 1)
  })

  test('from outside, over the wire', async () => {
    const ask = async (body?: unknown, headers: Record<string, string> = {}) => {
      const response = await fetch(`${fixture.cloud.url}/devcloud/time`, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: response.status, body: await response.json() as Record<string, unknown> }
    }
    expect(await ask()).toMatchObject({ status: 200, body: { offset: 0, now: expect.any(Number) as number } })
    expect(await ask({ move: HOUR })).toMatchObject({ status: 200, body: { offset: HOUR, fired: [] } })
    for (const body of [{}, { move: '5' }, { move: -HOUR }, [5]]) expect(await ask(body)).toMatchObject({ status: 400, body: { code: 'INVALID_PARAM' } })
    expect(await ask({ move: HOUR }, { origin: 'https://evil.example' })).toMatchObject({ status: 403 })
    expect(await ask()).toMatchObject({ body: { offset: HOUR } })
    // Somebody signed in before still is.
    const headers = await signedIn(fixture.cloud, 'alice')
    await ask({ move: DAY })
    expect((await fetch(`${fixture.cloud.url}/v1/functions/asks`, { method: 'POST', headers })).status).toBe(200)
  })
})

describe('timers', () => {
  /** The cloud's own clock stands still here, so that only a move makes a date come. */
  const open = async (config: Record<string, string>, more: { timers?: boolean } = {}) => {
    fixture = await startFixture({
      cloud: { timers: more.timers ?? true, clock: () => START, instances: 1 },
      functions: { told: { code: TOLD, triggers: Object.entries(config).map(([name, cron]) => ({ name, type: 'timer', config: cron })) }, other: { code: TOLD, triggers: [{ name: 'daily', type: 'timer', config: '0 0 9 * * * *' }] } },
    })
  }
  const told = () => invoke<string[]>('told')

  test('several of one function fire each at its own dates, in UTC+8', async () => {
    await open({ minutely: '0 * * * * * *', nine: '0 0 9 * * * *', saturdays: '0 30 8 * * SAT *' })
    expect((await fixture.cloud.moveTime(30_000)).fired).toEqual([{ functionName: 'told', triggerName: 'minutely', at: START + 30_000, dates: 1 }])
    expect(await told()).toEqual(['minutely 2026-11-19T16:01:00Z'])
    expect((await fixture.cloud.moveTime(29_000)).fired).toEqual([])
  })

  test('dates that a jump passes are one call each timer, for the last date, in order of these', async () => {
    await open({ minutely: '0 * * * * * *', nine: '0 0 9 * * * *', saturdays: '0 30 8 * * SAT *', past: '0 0 0 1 1 * 2020' })
    const { fired } = await fixture.cloud.moveTime(2 * DAY)
    expect(fired.map(({ functionName, triggerName, dates }) => [functionName, triggerName, dates])).toEqual([['told', 'saturdays', 1], ['told', 'nine', 2], ['other', 'daily', 2], ['told', 'minutely', 1000]])
    expect(await told()).toEqual(['saturdays 2026-11-21T00:30:00Z', 'nine 2026-11-21T01:00:00Z', 'minutely 2026-11-21T16:00:00Z'])
    expect(fixture.lines).toContain('[told] timer nine: 2 dates have passed, called once for the last')
    // The next one is the next date, not one of those.
    expect((await fixture.cloud.moveTime(60_000)).fired.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-11-21T16:01:00.000Z'])
  })

  test('step by step each date is a call', async () => {
    await open({ minutely: '0 * * * * * *' })
    for (let minute = 0; minute < 3; minute++) await fixture.cloud.moveTime(60_000)
    expect(await told()).toEqual(['minutely 2026-11-19T16:01:00Z', 'minutely 2026-11-19T16:02:00Z', 'minutely 2026-11-19T16:03:00Z'])
  })

  test('a timer that fails is told in the log, and the others fire all the same', async () => {
    await open({ minutely: '0 * * * * * *' })
    writeFileSync(join(fixture.directory, 'functions/told/index.js'), 'exports.main = () => { throw new Error("not today") }')
    expect((await fixture.cloud.moveTime(DAY)).fired).toHaveLength(2)
    expect(fixture.lines.join('\n')).toMatch(/\[told\] timer minutely: .*not today/)
    expect(await invoke('other')).toHaveLength(1)
  })

  test('switched off they fire only when asked to, each by its name', async () => {
    await open({ one: '0 * * * * * *', two: '0 0 9 * * * *' }, { timers: false })
    expect((await fixture.cloud.moveTime(DAY)).fired).toEqual([])
    await fixture.cloud.fireTimer('told', 'two')
    await fixture.cloud.fireTimer('told')
    expect(await told()).toEqual(['two 2026-11-20T16:00:30Z', 'one 2026-11-20T16:00:30Z'])
  })

  test('without a move they fire when the time comes, and a timer whose function is busy waits in line', async () => {
    fixture = await startFixture({
      cloud: { timers: true, instances: 1 },
      functions: { told: { code: TOLD.replace('(event) =>', 'async (event) => { if (event.gate) while (!require("fs").existsSync(event.gate)) await new Promise((go) => setTimeout(go, 2));') + ' }', timeout: 60, triggers: [{ name: 'every', type: 'timer', config: '* * * * * * *' }] } },
    })
    const gate = join(fixture.directory, 'gate')
    const held = invoke('told', { gate })
    await until(() => fixture.cloud.logs({ function: 'told' }).filter(({ timer, instance }) => timer && instance === undefined).length >= 2)
    writeFileSync(gate, '')
    await held
    await until(async () => (await invoke<unknown[]>('told')).length >= 2)
  })

  test('a changed cloudbaserc.json has its timers taken at the next call', async () => {
    await open({ minutely: '0 * * * * * *' })
    writeFileSync(join(fixture.directory, 'cloudbaserc.json'), JSON.stringify({ envId: 'test-env', functions: [{ name: 'told', triggers: [{ name: 'hourly', type: 'timer', config: '0 0 * * * * *' }] }] }))
    await invoke('told')
    expect((await fixture.cloud.moveTime(HOUR)).fired.map(({ triggerName }) => triggerName)).toEqual(['hourly'])
  })
})
