import { startCloud } from '../cloud'
import { startFixture, type Fixture } from '../testing/fixture'
import { startSdk, type SdkProcess } from '../testing/sdk-process'
import { MAX_OPEN_TRANSACTIONS } from './limits'

const HELP = `
  const c = db.collection('things')
  const fails = (promise) => promise.then(() => 'worked', (error) => error.code)
`

const withCloud = async (options: Parameters<typeof startFixture>[0], work: (run: (body: string) => Promise<unknown>, fixture: Fixture) => Promise<void>) => {
  const fixture = await startFixture({ collections: { things: [] }, ...options })
  const sdk: SdkProcess = startSdk(fixture.cloud.env)
  try {
    await work((body) => sdk.run(HELP + body), fixture)
  } finally {
    sdk.stop()
    await fixture.stop()
  }
}

test('a transaction that takes too long is undone, and whoever waited goes on', () => withCloud({ cloud: { transactionLifetime: 150 } }, async (run) => {
  expect(await run(`
    const t = await db.startTransaction()
    await t.collection('things').add({ _id: 'x', by: 'transaction' })
    await c.add({ _id: 'x', by: 'outside' })
    return [(await c.doc('x').get()).data[0].by, await fails(t.commit()), await fails(t.rollback())]
  `)).toEqual(['outside', 'DATABASE_TRANSACTION_FAIL', 'DATABASE_TRANSACTION_FAIL'])
}))

test('a transaction ends by the clock of the cloud, which can be moved', () => withCloud({}, async (run, { cloud }) => {
  const start = "globalThis.t = await db.startTransaction(); await t.collection('things').add({ _id: 'moved' })"
  await run(start)
  await cloud.moveTime(10_000)
  expect(await run('return fails(t.commit())')).toBe('worked')
  await run(start.replace('moved', 'late'))
  await cloud.moveTime(20_000)
  await cloud.moveTime(10_000)
  expect(await run('return [await fails(t.commit()), (await c.doc("late").get()).data]')).toEqual(['DATABASE_TRANSACTION_FAIL', []])
}))

test('a write outside does not wait for ever', () => withCloud({ cloud: { writePatience: 100 } }, async (run) => {
  expect(await run(`
    await c.add({ _id: 'x', n: 0 })
    const t = await db.startTransaction()
    await t.collection('things').doc('x').update({ n: 1 })
    const waited = await fails(c.doc('x').update({ n: _.inc(100) }))
    await t.commit()
    return [waited, (await c.doc('x').get()).data[0].n]
  `)).toEqual(['DATABASE_TIMEOUT', 1])
}))

test('what one transaction writes is limited, and so is how many are open', () => withCloud({}, async (run) => {
  expect(await run(`
    const t = await db.startTransaction()
    const big = 'x'.repeat(5 * 1024 * 1024)
    const writes = []
    for (let at = 0; at < 4; at++) writes.push(await fails(t.collection('things').add({ _id: at, big })))
    const after = await fails(t.commit())
    const open = []
    for (;;) {
      try { open.push(await db.startTransaction()) } catch (error) { return [writes, after, error.code, open.length, (await Promise.all(open.map(t => fails(t.rollback())))).every(answer => answer === 'worked'), (await c.count()).total] }
    }
  `)).toEqual([['worked', 'worked', 'worked', 'DATABASE_REQUEST_FAILED'], 'DATABASE_TRANSACTION_FAIL', 'DATABASE_TRANSACTION_FAIL', MAX_OPEN_TRANSACTIONS, true, 0])
}))

test('stopping the cloud undoes what is open', async () => {
  const fixture = await startFixture({ collections: { things: [] } })
  const sdk = startSdk(fixture.cloud.env)
  await sdk.run(`${HELP} await c.add({ _id: 'x', n: 0 }); const t = await db.startTransaction(); await t.collection('things').doc('x').update({ n: 1 })`)
  sdk.stop()
  await fixture.cloud.stop()
  fixture.cloud = await startCloud(fixture.options)
  const again = startSdk(fixture.cloud.env)
  expect(await again.run(`${HELP} await c.doc('x').update({ m: 1 }); return (await c.doc('x').get()).data`)).toEqual([{ _id: 'x', n: 0, m: 1 }])
  again.stop()
  await fixture.stop()
})
