import { resolve } from 'node:path'
import { index, startFixture, type Fixture } from '../testing/fixture'
import { startSdk, type SdkProcess } from '../testing/sdk-process'

/** Transactions as the unmodified SDK makes them, from processes of its own. */
let fixture: Fixture
let sdk: SdkProcess

beforeAll(async () => {
  fixture = await startFixture({ collections: { things: [index('k', { k: 1 }, true), index('gv', { g: 1, v: -1 })], others: [], lists: [index('l', { l: 1 }, true)] } })
  sdk = startSdk(fixture.cloud.env)
})
afterAll(async () => { sdk.stop(); await fixture.stop() })
beforeEach(() => sdk.run(`
  for (const name of ['things', 'others', 'lists']) await db.collection(name).where({}).remove()
  await db.collection('things').add([1, 2, 3].map(k => ({ _id: 'd' + k, k, g: 'a', v: k * 10 })))
`))

const HELP = `
  const c = db.collection('things')
  const fails = (promise) => promise.then(() => 'worked', (error) => error.code)
`
const run = (body: string, input?: unknown) => sdk.run(HELP + body, input)

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT'
const GONE = 'DATABASE_TRANSACTION_FAIL'

test('everything or nothing, invisible until it is committed, gone when rolled back', async () => {
  expect(await run(`
    const work = async (t) => {
      const things = t.collection('things')
      const added = await things.add({ _id: 'new', k: 9 })
      const updated = await things.doc('d1').update({ v: _.inc(1) })
      const set = await things.doc('made').set({ k: 8 })
      const removed = await things.doc('d2').remove()
      const returned = await things.where({ k: 3 }).updateAndReturn({ v: 0 })
      const many = await t.collection('others').add([{ _id: 1 }, { _id: 2 }])
      return [added.id, added.inserted, updated.updated, set.upserted[0]._id, removed.deleted, returned.doc.v, many.ids]
    }
    const all = async () => (await c.orderBy('_id', 'asc').get()).data.map(doc => doc._id + (doc.v ?? ''))
    const t = await db.startTransaction()
    const answers = await work(t)
    const inside = (await t.collection('things').doc('d1').get()).data.v
    const missing = (await t.collection('things').doc('d2').get()).data
    const outside = await all()
    await t.rollback()
    const rolledBack = await all()
    const again = await db.startTransaction()
    await work(again)
    const committed = await again.commit()
    return { answers, inside, missing, outside, rolledBack, after: await all(), others: (await db.collection('others').count()).total, id: typeof committed.requestId }
  `)).toEqual({
    answers: ['new', 1, 1, 'made', 1, 0, [1, 2]], inside: 11, missing: null, outside: ['d110', 'd220', 'd330'], rolledBack: ['d110', 'd220', 'd330'],
    after: ['d111', 'd30', 'made', 'new'], others: 2, id: 'string',
  })
})

test('where() inside sees its own writes, in order, by pages, with and without an index', async () => {
  expect(await run(`
    const t = await db.startTransaction()
    const things = t.collection('things')
    await things.doc('d1').update({ v: 99, other: 1 })
    await things.add([{ _id: 'x', k: 4, g: 'a', v: 15, other: 1 }, { _id: 'y', k: 5, g: 'b', v: 16 }])
    await things.doc('d2').remove()
    const ids = async (query) => (await query.get()).data.map(doc => doc._id)
    const answers = [
      await ids(things.where({ g: 'a' }).orderBy('v', 'desc')), await ids(things.where({ g: 'a' }).orderBy('v', 'desc').skip(1).limit(1)),
      await ids(things.where({ v: _.gt(15) }).orderBy('v', 'asc')), await ids(things.where({ other: 1 })), await ids(things.where({ v: 10 })),
      await ids(things.where({ k: _.in([2, 4]) })), await ids(things),
    ]
    await t.commit()
    return [answers, await ids(c.where({ g: 'a' }).orderBy('v', 'desc')), await ids(c.where({ v: 10 }))]
  `)).toEqual([[['d1', 'd3', 'x'], ['d3'], ['y', 'd3', 'd1'], ['d1', 'x'], [], ['x'], ['d1', 'd3', 'x', 'y']], ['d1', 'd3', 'x'], []])
})

test('the snapshot is taken by the first operation', async () => {
  expect(await run(`
    const t = await db.startTransaction()
    await c.doc('d1').update({ v: 'before' })
    const first = (await t.collection('things').doc('d1').get()).data.v
    await c.doc('d1').update({ v: 'after' })
    await c.doc('d2').update({ v: 'after' })
    await c.add({ _id: 'later', k: 7 })
    const things = t.collection('things')
    return [first, (await things.doc('d1').get()).data.v, (await things.doc('d2').get()).data.v, (await things.get()).data.length, (await things.doc('later').get()).data,
      await fails(things.doc('d2').update({ v: 0 })), (await c.doc('d2').get()).data[0].v]
  `)).toEqual(['before', 'before', 20, 3, null, CONFLICT, 'after'])
})

test('the first writer wins; the second fails at once and is undone by the cloud', async () => {
  expect(await run(`
    const one = await db.startTransaction(), two = await db.startTransaction()
    await two.collection('others').add({ _id: 'of two' })
    await one.collection('things').doc('d1').update({ v: 'one' })
    const second = await fails(two.collection('things').doc('d1').update({ v: 'two' }))
    // What the loser held is free without its saying so.
    const outside = await fails(db.collection('others').add({ _id: 'of two' }))
    const more = [await fails(two.collection('things').doc('d2').get()), await fails(two.commit()), await fails(two.rollback())]
    await one.commit()
    return { second, outside, more, v: (await c.doc('d1').get()).data[0].v, afterCommit: [await fails(one.commit()), await fails(one.collection('things').doc('d1').set({}))] }
  `)).toEqual({ second: CONFLICT, outside: 'worked', more: [GONE, GONE, GONE], v: 'one', afterCommit: [GONE, GONE] })
})

test('two open transactions on different documents both commit, and both may read what the other wrote (write skew)', async () => {
  expect(await run(`
    const one = await db.startTransaction(), two = await db.startTransaction()
    const read = [(await one.collection('things').doc('d1').get()).data.v, (await two.collection('things').doc('d2').get()).data.v]
    await one.collection('things').doc('d2').update({ v: read[0] })
    await two.collection('things').doc('d1').update({ v: read[1] })
    await one.commit()
    await two.commit()
    return (await c.where({ _id: _.in(['d1', 'd2']) }).orderBy('_id', 'asc').get()).data.map(doc => doc.v)
  `)).toEqual([20, 10])
})

test('a write outside waits for the document it wants, others do not; then it counts too', async () => {
  expect(await run(`
    const t = await db.startTransaction()
    await t.collection('things').doc('d1').update({ v: _.inc(1) })
    const done = []
    const waiting = [0, 1, 2].map(() => c.doc('d1').update({ v: _.inc(100) }).then(() => done.push('d1')))
    const many = c.where({}).update({ seen: true }).then(({ updated }) => done.push('all ' + updated))
    await c.doc('d2').update({ v: 0 })
    await c.add({ _id: 'more', k: 7 })
    const read = (await c.doc('d1').get()).data[0].v
    const before = [...done]
    await t.commit()
    await Promise.all([...waiting, many])
    const after = (await c.doc('d1').get()).data[0]
    return { before, read, after: [after.v, after.seen], done: done.sort() }
  `)).toEqual({ before: [], read: 10, after: [311, true], done: ['all 4', 'd1', 'd1', 'd1'] })
})

test('a write outside that waited for a document that is removed in the end finds nothing', async () => {
  expect(await run(`
    const t = await db.startTransaction()
    await t.collection('things').doc('d1').remove()
    await t.collection('things').add({ _id: 'x', k: 50 })
    const update = c.doc('d1').update({ v: 1 }), add = fails(c.add({ _id: 'x', k: 51 })), key = fails(c.add({ k: 50 })), freed = fails(c.add({ _id: 'y', k: 1 }))
    await t.commit()
    return [(await update).updated, await add, await key, await freed]
  `)).toEqual([0, 'DATABASE_DUPLICATE_WRITE', 'DATABASE_DUPLICATE_WRITE', 'worked'])
})

test('unique indexes: taken is an error that undoes everything; given up may be taken; held by another is a conflict', async () => {
  expect(await run(`
    const start = async () => { const t = await db.startTransaction(); return { t, things: t.collection('things') } }
    const outcome = {}
    { const { t, things } = await start(); await things.add({ _id: 'a', k: 20 }); outcome.own = await fails(things.add({ _id: 'b', k: 20 })); outcome.ended = await fails(t.commit()) }
    { const { things } = await start(); outcome.stored = await fails(things.add({ _id: 'a', k: 1 })) }
    { const { things } = await start(); outcome.id = await fails(things.add({ _id: 'd1', k: 30 })) }
    { const { things } = await start(); await things.add({ _id: 'a', k: 20 }); outcome.ownId = await fails(things.add({ _id: 'a', k: 21 })) }
    { const { things } = await start(); outcome.moved = await fails(things.doc('d1').update({ k: 2 })) }
    { // swapped by way of a third value; removed and made anew; a key freed by one document and taken by another
      const { t, things } = await start()
      await things.doc('d1').update({ k: 77 }); await things.doc('d2').update({ k: 1 }); await things.doc('d1').update({ k: 2 })
      await things.doc('d3').remove(); await things.add({ _id: 'd3', k: 3, again: true })
      await things.add({ _id: 'brief', k: 60 }); await things.doc('brief').remove(); await things.add({ _id: 'brief', k: 60, n: 2 })
      await t.commit()
      outcome.after = (await c.orderBy('_id', 'asc').get()).data.map(({ _id, k, again, n }) => [_id, k, again ?? n ?? 0].join())
      outcome.byKey = (await c.where({ k: 1 }).get()).data[0]._id
    }
    { const one = await start(), two = await start()
      await one.things.add({ _id: 'p', k: 40 }); outcome.held = await fails(two.things.add({ _id: 'q', k: 40 })); await one.t.commit() }
    { const { things } = await start(); await things.doc('d1').get(); await c.add({ _id: 'out', k: 41 }); outcome.newer = await fails(things.add({ _id: 'in', k: 41 })) }
    { const { things } = await start(); await things.doc('d1').get(); await c.doc('out').remove(); outcome.freedLater = await fails(things.add({ _id: 'in', k: 41 })) }
    return outcome
  `)).toEqual({
    own: 'DATABASE_DUPLICATE_WRITE', ended: GONE, stored: 'DATABASE_DUPLICATE_WRITE', id: 'DATABASE_DUPLICATE_WRITE', ownId: 'DATABASE_DUPLICATE_WRITE', moved: 'DATABASE_DUPLICATE_WRITE',
    after: ['brief,60,2', 'd1,2,0', 'd2,1,0', 'd3,3,true'], byKey: 'd2', held: CONFLICT, newer: CONFLICT, freedLater: CONFLICT,
  })
})

test('unique indexes over arrays, inside', async () => {
  expect(await run(`
    await db.collection('lists').add([{ _id: 1, l: ['a', 'b'] }, { _id: 2, l: ['c'] }])
    const t = await db.startTransaction()
    const lists = t.collection('lists')
    await lists.doc(1).update({ l: _.set(['b', 'x', 'x']) })
    await lists.doc(2).update({ l: _.push(['a']) })
    await t.commit()
    const taken = await db.startTransaction()
    return [(await db.collection('lists').where({ l: 'a' }).get()).data[0]._id, (await db.collection('lists').where({ l: 'x' }).get()).data.length, await fails(taken.collection('lists').add({ l: ['z', 'b'] }))]
  `)).toEqual([2, 1, 'DATABASE_DUPLICATE_WRITE'])
})

test('a mistake inside undoes the transaction; what is no transaction says so', async () => {
  expect(await run(`
    const t = await db.startTransaction()
    await t.collection('things').doc('d1').update({ v: 0 })
    const mistake = await fails(t.collection('nope').doc('x').get())
    const invented = db.collection('things'); invented._transactionId = 'nobody knows'
    return [mistake, await fails(t.commit()), (await c.doc('d1').get()).data[0].v, await fails(invented.add({})), await db.runTransaction(async () => 'nothing').catch(e => e.code)]
  `)).toEqual(['DATABASE_COLLECTION_NOT_EXIST', GONE, 10, GONE, 'nothing'])
})

test('where().update(), where().remove(), count() and aggregate() of a transaction happen outside it, as the SDK sends them', async () => {
  expect(await run(`
    const t = await db.startTransaction()
    await t.collection('things').add({ _id: 'x', k: 5 })
    const counted = (await t.collection('things').count()).total
    await t.collection('things').where({ _id: 'd1' }).update({ v: 'outside' })
    await t.rollback()
    return [counted, (await c.doc('d1').get()).data[0].v]
  `)).toEqual([3, 'outside'])
})

test('runTransaction: what the callback returns, rolls back with or throws', async () => {
  expect(await run(`
    const returned = await db.runTransaction(async t => { await t.collection('things').doc('d1').update({ v: 1 }); return 'fine' })
    const reason = await db.runTransaction(async t => { await t.collection('things').doc('d1').update({ v: 2 }); await t.rollback('enough') }).catch(reason => reason)
    const thrown = await db.runTransaction(async t => { await t.collection('things').doc('d1').update({ v: 3 }); throw new Error('oops') }).catch(error => error.message)
    // Nothing is left behind that would hold the document.
    await c.doc('d1').update({ free: true })
    return [returned, reason, thrown, (await c.doc('d1').get()).data[0].v]
  `)).toEqual(['fine', 'enough', 'oops', 1])
})

test('runTransaction tries three times more after a conflict, then gives up', async () => {
  expect(await run(`
    const holder = await db.startTransaction()
    await holder.collection('things').doc('d1').update({ v: 'held' })
    let runs = 0
    const gaveUp = await fails(db.runTransaction(async t => { runs++; await t.collection('things').doc('d1').update({ v: 0 }) }))
    let tries = 0
    const worked = await fails(db.runTransaction(async t => {
      if (++tries === 3) await holder.commit()
      await t.collection('things').doc('d1').update({ v: 'worked' })
    }))
    return [gaveUp, runs, worked, tries, (await c.doc('d1').get()).data[0].v]
  `)).toEqual([CONFLICT, 4, 'worked', 3, 'worked'])
})

test('wx-server-sdk makes the same transactions', async () => {
  expect(await run(`
    const wx = require(input)
    wx.init({ env: process.env.TCB_ENV })
    const wxdb = wx.database({ throwOnNotFound: false })
    return await wxdb.runTransaction(async t => {
      await t.collection('things').doc('d1').update({ data: { v: wxdb.command.inc(5) } })
      return (await t.collection('things').doc('d1').get()).data.v
    })
  `, resolve(__dirname, '../../node_modules/wx-server-sdk'))).toBe(15)
})
