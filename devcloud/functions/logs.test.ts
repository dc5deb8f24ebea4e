import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startFixture, until, type Fixture } from '../testing/fixture'

let fixture: Fixture
beforeEach(async () => {
  fixture = await startFixture({
    cloud: { instances: 1 },
    functions: {
      speaks: { code: 'console.log("loading"); exports.main = (event, context) => { console.log("out %s", event.n); console.error("err", event.n); process.stdout.write("no end"); return context.request_id }', memorySize: 128 },
      floods: { code: 'exports.main = ({ lines, text }) => { for (let n = 0; n < lines; n++) console.log(n + " " + text) }', timeout: 60 },
      multibyte: { code: 'exports.main = () => { for (const byte of Buffer.from("团后😀\\n")) require("fs").writeSync(1, Buffer.from([byte])) }' },
      lastWords: { code: 'exports.main = () => { console.log("the very last"); process.exit(7) }' },
      thrower: { code: 'exports.main = () => { throw new TypeError("no such thing") }' },
      afterwards: { code: 'exports.main = () => { setTimeout(() => console.log("too late"), 1) }' },
      fails: { code: 'this is not JavaScript' },
    },
  })
})
afterEach(() => fixture.stop())

const invoke = (name: string, event: object = {}) => fixture.cloud.invoke(name, event, null)
const texts = (requestId: string) => fixture.cloud.logs({ requestId })[0]?.lines.map(({ text }) => text)

test('every line belongs to the call that wrote it, around it what the service prints', async () => {
  const [first, second] = [await invoke('speaks', { n: 1 }), await invoke('speaks', { n: 2 })] as [string, string]
  const sorted = (requestId: string) => texts(requestId)?.filter((text) => !text.includes('RequestId')).sort()
  expect(sorted(first)).toEqual(['err 1', 'loading', 'no end', 'out 1'])
  expect(sorted(second)).toEqual(['err 2', 'no end', 'out 2'])
  const memory = String.raw`Memory: 128MB MemUsage: \d+\.\d\dMB`
  const around = (requestId: string) => texts(requestId)?.filter((text) => text.includes('RequestId')).join('\n')
  expect(around(first)).toMatch(new RegExp(`^START RequestId: ${first}\nInit Report RequestId: ${first} Coldstart: \\d+ms ${memory}\nEND RequestId: ${first}\nReport RequestId: ${first} Duration: \\d+ms ${memory}$`))
  expect(around(second)).toMatch(new RegExp(`^START RequestId: ${second}\nEND RequestId: ${second}\nReport RequestId: ${second} Duration: \\d+ms ${memory}$`))
  expect([texts(second)?.[0], texts(second)?.at(-1)]).toEqual([`START RequestId: ${second}`, expect.stringMatching(/^Report/)])
})

test('a call says how it went', async () => {
  const requestId = await invoke('speaks', { n: 1 }) as string
  await invoke('speaks', { n: 2 })
  await invoke('thrower').catch((error: Error) => error)
  const [thrown, warm, cold] = fixture.cloud.logs()
  expect(cold).toMatchObject({ requestId, functionName: 'speaks', timer: false, cold: true, memoryMb: 128, dropped: 0 })
  expect(warm).toMatchObject({ cold: false, initMs: 0, instance: cold?.instance })
  for (const call of [cold, warm]) {
    expect(call?.billedMs).toBe(Math.ceil(call?.durationMs ?? NaN))
    expect(call?.error).toBeUndefined()
  }
  expect(cold?.initMs).toBeGreaterThan(0)
  expect(thrown).toMatchObject({ functionName: 'thrower', error: { code: 'FUNCTIONS_EXECUTE_FAIL' } })
  expect(thrown?.lines.map(({ text }) => text).join('\n')).toMatch(/TypeError: no such thing\n {4}at .*\nERROR RequestId: \S+ Result: FUNCTIONS_EXECUTE_FAIL .*\nEND /s)
  expect(fixture.cloud.logs({ function: 'speaks', limit: 1 })).toEqual([warm])
  expect(fixture.cloud.logs({ function: 'nobody' })).toEqual([])
})

test('however much it writes, all of it is there when the call is answered; one call cannot fill the memory', async () => {
  await invoke('floods', { lines: 20_000, text: 'x'.repeat(50) })
  expect(fixture.lines).toHaveLength(20_000)
  expect(fixture.lines[19_999]).toBe(`[floods] 19999 ${'x'.repeat(50)}`)
  const [call] = fixture.cloud.logs()
  expect((call?.lines.length ?? 0) - 4 + (call?.dropped ?? 0)).toBe(20_000)
  expect(call?.lines.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(40_000)
  await invoke('floods', { lines: 1, text: 'y'.repeat(100_000) })
  expect(fixture.cloud.logs()[0]?.lines.find(({ text }) => text.startsWith('0 y'))?.text).toMatch(/^0 y+… \(100002 characters\)$/)
})

test('letters of several bytes, last words of a process, and a bundle that cannot be read', async () => {
  await invoke('multibyte')
  // Bytes written past process.stdout are not counted by the answer, so they may arrive after it.
  await until(() => fixture.lines.includes('[multibyte] 团后😀'))
  await expect(invoke('lastWords')).rejects.toMatchObject({ message: expect.stringContaining('code 7') as string })
  expect(fixture.cloud.logs()[0]?.lines.map(({ text }) => text)).toContain('the very last')
  await expect(invoke('fails')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
  expect(fixture.cloud.logs()[0]).toMatchObject({ functionName: 'fails', durationMs: 0, error: { code: 'FUNCTIONS_EXECUTE_FAIL' } })
})

test('what is written after the answer is of no call', async () => {
  await invoke('afterwards')
  await until(() => fixture.lines.includes('[afterwards] too late'))
  expect(fixture.cloud.logs()[0]?.lines.map(({ text }) => text)).not.toContain('too late')
})

test('functions.log has it all, with time, function, instance and request id', async () => {
  const requestId = await invoke('speaks', { n: 1 }) as string
  const instance = fixture.cloud.logs()[0]?.instance
  await fixture.cloud.stop()
  expect(readFileSync(join(fixture.options.data, 'functions.log'), 'utf8')).toMatch(new RegExp(`^\\d{4}-\\S+Z \\[speaks\\] ${instance} ${requestId} out 1$`, 'm'))
})
