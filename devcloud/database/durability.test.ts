import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud } from '../cloud'
import { startCloudProcess, type CloudProcess } from '../testing/cloud-process'
import { index, startFixture, type Fixture } from '../testing/fixture'
import { startSdk, type SdkProcess } from '../testing/sdk-process'

/** How often the cloud is killed. Some hundreds are a matter of minutes: `KILLS=300 npx jest devcloud/database/durability`. */
const KILLS = Number(process.env['KILLS'] ?? 4)
const CLIENTS = 3
/** Rounds of writing before the cloud may be killed, so that there is something to lose on a slow machine too. */
const CERTAIN = 2

/**
 * Writes so many rounds, or until the cloud is gone: single documents, several in one request, pairs in a transaction, an increment, and transactions that are
 * never committed. @returns what was acknowledged
 */
const WRITE = `
  const c = db.collection('log')
  const { round, client, from, to } = input
  const acknowledged = { one: [], three: [], pair: [], increments: 0 }
  const id = (kind, at) => [kind, round, client, at].join('/')
  try {
    for (let at = from; at < to; at++) {
      await c.add({ _id: id('one', at), k: id('one', at), round, text: 'x'.repeat(at * 37 % 5000) })
      acknowledged.one.push(at)
      await c.add(['a', 'b', 'c'].map(part => ({ _id: id('three', at) + part, k: id('three', at) + part, round })))
      acknowledged.three.push(at)
      await db.runTransaction(async t => {
        await t.collection('log').add({ _id: id('pair', at) + 'a', k: id('pair', at) + 'a', round })
        await t.collection('pairs').add({ _id: id('pair', at) + 'b', round })
      })
      acknowledged.pair.push(at)
      await db.collection('pairs').doc('counter' + client).update({ n: _.inc(1) })
      acknowledged.increments++
      const never = await db.startTransaction()
      await never.collection('log').add({ _id: id('never', at), k: id('never', at), round })
    }
  } catch (error) { if (to !== 1e9) throw error }
  return acknowledged
`

const READ = `
  const all = async (name) => {
    const docs = []
    for (;;) {
      const { data } = await db.collection(name).where({ round: input }).orderBy('_id', 'asc').skip(docs.length).limit(1000).field({ _id: true, k: true }).get()
      docs.push(...data)
      if (data.length < 1000) return docs
    }
  }
  const log = await all('log')
  // The index tells the same as the documents.
  const byKey = []
  for (const { k } of log.filter((_doc, at) => at % 7 === 0)) byKey.push((await db.collection('log').where({ k }).count()).total)
  const counters = Object.fromEntries((await db.collection('pairs').where({ n: _.gte(0) }).get()).data.map(doc => [doc._id, doc.n]))
  return { log: log.map(doc => doc._id), pairs: (await all('pairs')).map(doc => doc._id), byKey, counters }
`

interface Acknowledged { one: number[]; three: number[]; pair: number[]; increments: number }
interface Kept { log: string[]; pairs: string[]; byKey: number[]; counters: Record<string, number> }

const together = (a: Acknowledged, b: Acknowledged): Acknowledged =>
  ({ one: [...a.one, ...b.one], three: [...a.three, ...b.three], pair: [...a.pair, ...b.pair], increments: a.increments + b.increments })

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture({ collections: { log: [index('k', { k: 1 }, true), index('r', { round: 1, _id: 1 })], pairs: [index('r', { round: 1, _id: 1 })] } })
  // The cloud itself has to die, so it runs in a process of its own.
  await fixture.cloud.stop()
})
afterAll(() => fixture.stop())
const freshData = () => mkdtempSync(join(fixture.directory, 'data-'))

test(`nothing acknowledged is lost and nothing is half there after kill -9, ${KILLS} times`, async () => {
  const place = { root: fixture.directory, data: freshData() }
  let cloud: CloudProcess = await startCloudProcess(place)
  const port = Number(new URL(cloud.env['DEVCLOUD_URL'] as string).port)
  const clients: SdkProcess[] = Array.from({ length: CLIENTS }, () => startSdk(cloud.env))
  const total = { kills: 0, acknowledged: 0, lost: [] as string[], half: [] as string[], ghosts: [] as string[], index: 0 }
  const increments = Array.from({ length: CLIENTS }, () => 0)
  await clients[0]?.run("await db.collection('pairs').add(input.map(_id => ({ _id, n: 0 })))", increments.map((_, client) => `counter${client}`))
  try {
    for (let round = 0; round < KILLS; round++) {
      const write = (from: number, to: number) => clients.map((client, at) => client.run(WRITE, { round, client: at, from, to }) as Promise<Acknowledged>)
      const before = await Promise.all(write(0, CERTAIN))
      const writing = write(CERTAIN, 1e9)
      // Any instant will do, and no two are the same.
      await new Promise((resolve) => setTimeout(resolve, (round * 37) % 150))
      await cloud.end('SIGKILL')
      total.kills++
      const results = (await Promise.all(writing)).map((late, at) => together(before[at] as Acknowledged, late))
      // No lock is left behind: the next one starts on the same data, and the same port.
      cloud = await startCloudProcess({ ...place, port })
      const kept = await clients[0]?.run(READ, round) as Kept
      const there = new Set([...kept.log, ...kept.pairs])
      results.forEach(({ one, three, pair, increments: counted }, client) => {
        const id = (kind: string, at: number) => [kind, round, client, at].join('/')
        const promised = [
          ...one.map((at) => id('one', at)), ...three.flatMap((at) => ['a', 'b', 'c'].map((part) => id('three', at) + part)),
          ...pair.flatMap((at) => ['a', 'b'].map((part) => id('pair', at) + part)),
        ]
        total.acknowledged += one.length + three.length + pair.length + counted
        total.lost.push(...promised.filter((name) => !there.has(name)))
        increments[client] = (increments[client] as number) + counted
        const counter = kept.counters[`counter${client}`] as number
        // The one under way when the cloud died may have been written; it was not acknowledged.
        if (counter < (increments[client] as number) || counter > (increments[client] as number) + 1) total.lost.push(`counter${client}: ${counter} for ${increments[client]}`)
        increments[client] = counter
      })
      const wholes = new Map<string, number>()
      for (const name of there) if (/^(three|pair)/.test(name)) wholes.set(name.slice(0, -1), (wholes.get(name.slice(0, -1)) ?? 0) + 1)
      for (const [name, parts] of wholes) if (parts !== (name.startsWith('three') ? 3 : 2)) total.half.push(name)
      total.ghosts.push(...kept.log.filter((name) => name.startsWith('never')))
      total.index += kept.byKey.filter((count) => count !== 1).length
    }
  } finally {
    for (const client of clients) client.stop()
    await cloud.end('SIGKILL')
  }
  if (process.env['KILLS'] !== undefined) process.stdout.write(`${JSON.stringify({ ...total, lost: total.lost.length, half: total.half.length, ghosts: total.ghosts.length })}\n`)
  expect(total).toEqual({ kills: KILLS, acknowledged: expect.any(Number) as number, lost: [], half: [], ghosts: [], index: 0 })
  expect(total.acknowledged).toBeGreaterThanOrEqual(KILLS * CLIENTS * CERTAIN * 4)
}, 60_000 + KILLS * 5000)

test('a second process on the same data refuses, until the first is gone however it went', async () => {
  const place = { root: fixture.directory, data: freshData() }
  const first = await startCloudProcess(place)
  await expect(startCloudProcess(place)).rejects.toThrow(/ended with 1: .*DATA_BUSY another devcloud is running on/)
  await expect(startCloud({ ...fixture.options, data: place.data })).rejects.toMatchObject({ code: 'DATA_BUSY' })
  const port = Number(new URL(first.env['DEVCLOUD_URL'] as string).port)
  await expect(startCloudProcess({ ...place, data: freshData(), port })).rejects.toThrow(/PORT_BUSY/)
  const sdk = startSdk(first.env)
  await sdk.run("await db.collection('log').add({ _id: 'x' })")
  sdk.stop()
  await first.end('SIGKILL')
  const second = await startCloudProcess(place)
  await second.end('SIGTERM')
  const third = await startCloudProcess(place)
  await third.end('SIGKILL')
}, 60_000)
