import { startFixture, type Fixture } from '../testing/fixture'
import { startSdk, type SdkProcess } from '../testing/sdk-process'

/** What transactions are for, tried by several processes at once. */
let fixture: Fixture
let clients: SdkProcess[]

beforeAll(async () => {
  fixture = await startFixture({ collections: { counters: [], accounts: [] } })
  clients = [0, 1, 2].map(() => startSdk(fixture.cloud.env))
})
afterAll(async () => { for (const client of clients) client.stop(); await fixture.stop() })

const first = () => clients[0] as SdkProcess

/** `runTransaction` gives up after four conflicts in a row; who must not lose asks again. */
const PERSIST = `
  const persist = async (work) => {
    for (let conflicts = 0; ; conflicts++) {
      try { return { value: await db.runTransaction(work), conflicts } } catch (error) { if (error.code !== 'DATABASE_TRANSACTION_CONFLICT') throw error }
    }
  }
`

test('a counter that many increment by reading and writing counts every one', async () => {
  await first().run("await db.collection('counters').add({ _id: 'c', n: 0 })")
  const each = 25
  await Promise.all(clients.map((client) => client.run(`${PERSIST}
    await Promise.all([1, 2, 3].map(async () => {
      for (let at = 0; at < input; at++) await persist(async t => {
        const counter = t.collection('counters').doc('c')
        const { data } = await counter.get()
        await counter.update({ n: data.n + 1 })
      })
    }))`, each)))
  expect(await first().run("return (await db.collection('counters').doc('c').get()).data[0].n")).toBe(each * 3 * clients.length)
})

test('money that is moved keeps its sum, for those who look meanwhile and in the end', async () => {
  await first().run("await db.collection('accounts').add([0, 1, 2, 3, 4, 5].map(at => ({ _id: 'a' + at, balance: 100 })))")
  const mover = (seed: number) => clients[seed % clients.length]?.run(`${PERSIST}
    let moved = 0
    for (let at = 0; at < 40; at++) {
      const from = 'a' + (at * 7 + input) % 6, to = 'a' + (at * 5 + input * 3 + 1) % 6
      if (from === to) continue
      await persist(async t => {
        const accounts = t.collection('accounts')
        const [a, b] = [(await accounts.doc(from).get()).data.balance, (await accounts.doc(to).get()).data.balance]
        const amount = Math.min(a, 7)
        await accounts.doc(from).update({ balance: a - amount })
        await accounts.doc(to).update({ balance: b + amount })
      })
      moved++
    }
    return moved`, seed)
  const watcher = (client: SdkProcess) => client.run(`
    const sums = new Set()
    for (let at = 0; at < 60; at++) await db.runTransaction(async t => {
      const accounts = t.collection('accounts')
      // One by one: only a snapshot makes these belong together.
      let sum = 0
      for (let id = 0; id < 6; id++) sum += (await accounts.doc('a' + id).get()).data.balance
      sums.add(sum)
      sums.add((await accounts.where({}).get()).data.reduce((sum, doc) => sum + doc.balance, 0))
    })
    return [...sums]`)
  const [moved, ...seen] = await Promise.all([Promise.all([0, 1, 2, 3, 4].map(mover)), ...clients.map(watcher)])
  expect(seen).toEqual(clients.map(() => [600]))
  expect((moved as number[]).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100)
  const after = await first().run("return (await db.collection('accounts').get()).data.map(doc => doc.balance)") as number[]
  expect(after.reduce((sum, balance) => sum + balance, 0)).toBe(600)
  expect(after).not.toEqual([100, 100, 100, 100, 100, 100])
})
