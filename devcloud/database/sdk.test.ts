import { index, startFixture, type Fixture } from '../testing/fixture'
import { startSdk, type SdkProcess } from '../testing/sdk-process'

/** The unmodified SDK, in another process, against the cloud. */
let fixture: Fixture
let sdk: SdkProcess
const NOW = Date.UTC(2030, 0, 1)

beforeAll(async () => {
  fixture = await startFixture({
    collections: { things: [index('k', { k: 1 }, true), index('gv', { g: 1, v: -1 })], places: [] },
    cloud: { clock: () => NOW },
  })
  sdk = startSdk(fixture.cloud.env)
})
afterAll(async () => { sdk.stop(); await fixture.stop() })
afterEach(() => sdk.run("await db.collection('things').where({}).remove()"))

const failure = async (body: string) => {
  try {
    return await sdk.run(body)
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

test('a regular expression that never ends fails by itself, and others are answered', async () => {
  const other = startSdk(fixture.cloud.env)
  try {
    await sdk.run("await db.collection('things').add({ _id: 'long', s: 'a'.repeat(35) + '!' })")
    const [endless, answered] = await Promise.all([
      failure("return db.collection('things').where({ s: /^(a+)+$/ }).get()"),
      other.run("return (await db.collection('things').where({ _id: 'long' }).count()).total"),
    ])
    expect(endless).toBe('DATABASE_REQUEST_FAILED')
    expect(answered).toBe(1)
  } finally {
    other.stop()
  }
})

test('a collection that does not exist joins as an empty one', async () => {
  expect(await sdk.run(`
    const c = db.collection('things')
    await c.add({ _id: 'a', k: 1 })
    const joined = async (spec) => (await c.aggregate().lookup({ from: 'nope', as: 'x', ...spec }).end()).data
    return [await joined({ pipeline: [] }), await joined({ localField: 'k', foreignField: 'k' })]
  `)).toEqual([[{ _id: 'a', k: 1, x: [] }], [{ _id: 'a', k: 1, x: [] }]])
})

test('add, doc, set, update, remove', async () => {
  expect(await sdk.run(`
    const c = db.collection('things')
    const { id } = await c.add({ k: 1, n: 2, s: '中文', d: new Date(5), l: [{ a: 1.5 }], z: null, u: undefined, big: 2 ** 40 })
    const made = (await c.doc(id).get()).data
    const set = await c.doc('x').set({ k: 2, s: { a: 1, b: 2 } })
    const again = await c.doc('x').set({ k: 3, s: { c: 1 } })
    const updated = await c.doc('x').update({ n: 1, s: { d: 2 } })
    const nobody = await c.doc('nobody').update({ n: 1 })
    const x = (await c.doc('x').get()).data[0]
    const missing = (await c.doc('nobody').get()).data
    const removed = await c.doc('x').remove()
    return { idLength: id.length, made: { ...made[0], _id: 0 }, set: [set.updated, set.upsertedId], again: again.updated, updated: updated.updated, nobody: nobody.updated, x, missing, removed: removed.deleted }
  `)).toEqual({
    idLength: 32, made: { _id: 0, k: 1, n: 2, s: '中文', d: new Date(5).toISOString(), l: [{ a: 1.5 }], z: null, big: 2 ** 40 },
    set: [0, 'x'], again: 1, updated: 1, nobody: 0, x: { _id: 'x', k: 3, n: 1, s: { c: 1, d: 2 } }, missing: [], removed: 1,
  })
})

test('aggregation counts by a field', async () => {
  expect(await sdk.run(`
    const c = db.collection('things')
    await c.add([{ k: 1, g: 'a', v: 1 }, { k: 2, g: 'b', v: 2 }, { k: 3, g: 'a', v: 3 }, { k: 4, v: 4 }, { k: 5, g: null, v: 5 }, { k: 6, g: 'c', v: 60 }])
    const byG = await c.aggregate().match({ v: _.lt(10) }).group({ _id: '$g', total: _.aggregate.sum(1), tens: _.aggregate.sum(10) }).end()
    const all = await c.aggregate().group({ _id: null, total: _.aggregate.sum(1) }).end()
    const two = await c.aggregate().match({ g: _.in(['a', 'b', 'c']) }).group({ _id: '$g', total: _.aggregate.sum(1) }).limit(2).end()
    const none = await c.aggregate().match({ g: 'nobody' }).group({ _id: '$g', total: _.aggregate.sum(1) }).end()
    return [byG.data, all.data, two.data.length, none.data]
  `)).toEqual([
    expect.arrayContaining([{ _id: 'a', total: 2, tens: 20 }, { _id: 'b', total: 1, tens: 10 }, { _id: null, total: 2, tens: 20 }]),
    [{ _id: null, total: 6 }], 2, [],
  ])
})

test('aggregation joins: by equal fields, through arrays, and with a pipeline of its own', async () => {
  expect(await sdk.run(`
    const c = db.collection('things'), p = db.collection('places')
    await p.add([{ _id: 'a', city: '杭州' }, { _id: 'b', city: '苏州' }, { _id: 'c', city: '上海', of: null }])
    await c.add([{ _id: 1, k: 1, g: 'a', v: 10 }, { _id: 2, k: 2, g: 'b', v: 20 }, { _id: 3, k: 3, v: 30 }, { _id: 4, k: 4, roles: [{ at: 'b' }, { to: 'a' }, { at: 'a' }], v: 40 }])
    const equal = await c.aggregate().match({ v: _.lt(35) }).sort({ v: -1 }).lookup({ from: 'places', localField: 'g', foreignField: '_id', as: 'place' }).project({ 'place.city': 1, _id: 0 }).end()
    const through = await c.aggregate().match({ _id: 4 }).lookup({ from: 'places', localField: 'roles.at', foreignField: '_id', as: 'x' }).project({ x: 1, _id: 0 }).end()
    // A document without the field joins those that have none either.
    const missing = await c.aggregate().match({ _id: 3 }).lookup({ from: 'places', localField: 'g', foreignField: 'of', as: 'x' }).end()
    const $ = _.aggregate, since = 15, later = 2 ** 40
    const own = await p.aggregate().match({ _id: 'a' })
      .lookup({ from: 'things', pipeline: $.pipeline().match({ v: _.gt(since).and(_.lt(later)), g: _.not(_.in(['b'])) }).sort({ v: -1 }).limit(1).project({ v: true }).done(), as: 'top' })
      .lookup({ from: 'things', pipeline: $.pipeline().match({ v: _.gt(since) }).count('n').done(), as: 'some' })
      .lookup({ from: 'things', pipeline: $.pipeline().match({ v: _.gt(99) }).count('n').done(), as: 'none' })
      .lookup({ from: 'things', pipeline: $.pipeline().match({ g: _.in(['a', 'b']) }).group({ _id: '$g', n: $.sum(1) }).sort({ _id: 1 }).limit(5).done(), as: 'by' })
      .project({ city: 0 }).end()
    const nobody = await p.aggregate().match({ _id: 'z' }).lookup({ from: 'things', pipeline: [], as: 'x' }).end()
    const behind = await c.aggregate().sort({ k: 1 }).limit(3).sort({ v: -1 }).limit(1).project({ v: 1 }).end()
    const among = await c.aggregate().match({ roles: _.elemMatch({ to: 'a' }) }).count('n').end()
    await p.where({}).remove()
    return [equal.data, through.data, missing.data[0].x.length, own.data, nobody.data, behind.data, among.data]
  `)).toEqual([
    [{ place: [] }, { place: [{ city: '苏州' }] }, { place: [{ city: '杭州' }] }],
    [{ x: [{ _id: 'b', city: '苏州' }, { _id: 'a', city: '杭州' }] }], 3,
    [{ _id: 'a', top: [{ _id: 4, v: 40 }], some: [{ n: 3 }], none: [], by: [{ _id: 'a', n: 1 }, { _id: 'b', n: 1 }] }],
    [], [{ _id: 3, v: 30 }], [{ n: 1 }],
  ])
})

test('serverDate is the clock of the cloud', async () => {
  expect(await sdk.run(`
    const c = db.collection('things')
    await c.add({ _id: 'a', at: db.serverDate(), l: [db.serverDate({ offset: 60000 })] })
    await c.doc('a').update({ later: db.serverDate({ offset: -1 }) })
    return [(await c.doc('a').get()).data[0], (await c.where({ at: _.lte(db.serverDate()) }).count()).total]
  `)).toEqual([{ _id: 'a', at: new Date(NOW).toISOString(), l: [new Date(NOW + 60000).toISOString()], later: new Date(NOW - 1).toISOString() }, 1])
})

test('queries, order, page and projection', async () => {
  expect(await sdk.run(`
    const c = db.collection('things')
    await c.add([...Array(150).keys()].map(v => ({ _id: 'i' + v, k: v, g: v % 3, v, tags: ['t' + v % 5], sub: { v } })))
    const ids = async (query) => (await query.get()).data.map(doc => doc._id)
    return {
      default: (await c.get()).data.length,
      all: (await c.limit(5000).get()).data.length,
      page: await ids(c.where({ g: 1 }).orderBy('v', 'desc').skip(1).limit(2)),
      two: await ids(c.orderBy('g', 'desc').orderBy('sub.v', 'asc').limit(2)),
      fields: (await c.where({ _id: 'i7' }).field({ 'sub.v': true, _id: false }).get()).data,
      nested: await ids(c.where({ sub: { v: _.in([3, 4]) } })),
      command: await ids(c.where(_.or([{ v: _.lt(1) }, { v: _.gte(149) }]))),
      and: await ids(c.where({ v: _.gt(5).and(_.lt(7)) })),
      field: await ids(c.where({ v: _.eq(1).or(_.eq(2)) })),
      not: (await c.where({ v: _.not(_.gt(0)) }).count()).total,
      nor: (await c.where({ v: _.nor([_.gt(1), _.lt(1)]) }).count()).total,
      regexp: await ids(c.where({ _id: /^i14[01]$/ })),
      dbRegExp: await ids(c.where({ _id: db.RegExp({ regexp: '^I3$', options: 'i' }) })),
      all2: (await c.where({ tags: _.all(['t1']) }).count()).total,
      tag: (await c.where({ tags: 't1' }).count()).total,
      elem: (await c.where({ tags: _.elemMatch({ $eq: 't1' }) }).count()).total,
      size: (await c.where({ tags: _.size(1) }).count()).total,
      mod: (await c.where({ v: _.mod(50, 0) }).count()).total,
      exists: (await c.where({ nothing: _.exists(false) }).count()).total,
      nin: (await c.where({ g: _.nin([0, 1]) }).count()).total,
    }
  `)).toEqual({
    default: 100, all: 150, page: ['i145', 'i142'], two: ['i2', 'i5'], fields: [{ sub: { v: 7 } }], nested: ['i3', 'i4'], command: ['i0', 'i149'], and: ['i6'],
    field: ['i1', 'i2'], not: 1, nor: 1, regexp: ['i140', 'i141'], dbRegExp: ['i3'], all2: 30, tag: 30, elem: 30, size: 150, mod: 3, exists: 150, nin: 50,
  })
})

test('an element of an array is updated by its match, and all by \$[]', async () => {
  expect(await sdk.run(`
    const c = db.collection('things')
    await c.add([{ _id: 'a', l: [{ k: 1, n: 1 }, { k: 2, n: 1 }] }, { _id: 'b', k: 1, l: [{ k: 2, n: 5 }] }])
    await c.where({ 'l.k': 2 }).update({ 'l.$.n': _.inc(10) })
    await c.doc('a').update({ 'l.$[].seen': true })
    return (await c.orderBy('_id', 'asc').get()).data.map((doc) => doc.l)
  `)).toEqual([[{ k: 1, n: 1, seen: true }, { k: 2, n: 11, seen: true }], [{ k: 2, n: 15 }]])
})

test('shapes are stored and returned', async () => {
  const shapes = {
    _id: 0, point: { type: 'Point', coordinates: [120.5, 30.25] }, line: { type: 'LineString', coordinates: [[0, 0], [3, 2], [2, 3], [0, 0]] },
    polygon: { type: 'Polygon', coordinates: [[[0, 0], [3, 2], [2, 3], [0, 0]]] }, points: { type: 'MultiPoint', coordinates: [[1, 1], [2, 2]] },
    lines: { type: 'MultiLineString', coordinates: [[[0, 0], [3, 2], [2, 3], [0, 0]]] }, polygons: { type: 'MultiPolygon', coordinates: [[[[0, 0], [3, 2], [2, 3], [0, 0]]]] },
    list: [{ type: 'Point', coordinates: [1, 2] }],
  }
  expect(await sdk.run(`
    const { Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon } = db.Geo
    const point = (x, y) => new Point(x, y), line = new LineString([point(0, 0), point(3, 2), point(2, 3), point(0, 0)]), polygon = new Polygon([line])
    const shapes = { point: point(120.5, 30.25), line, polygon, points: new MultiPoint([point(1, 1), point(2, 2)]), lines: new MultiLineString([line]), polygons: new MultiPolygon([polygon]), list: [point(1, 2)] }
    const c = db.collection('things')
    await c.add({ _id: 'a', ...shapes })
    await c.add({ _id: 'b', k: 1 })
    // Not by _.set: the SDK sends the inside of its own classes then.
    await c.doc('b').update(shapes)
    const [a, b] = (await c.orderBy('_id', 'asc').get()).data
    return [{ ...a, _id: 0 }, { ...b, _id: 0 }]
  `)).toEqual([shapes, { ...shapes, k: 1 }])
})

test('update commands', async () => {
  expect(await sdk.run(`
    const c = db.collection('things')
    await c.add({ _id: 'a', n: 1, l: [1, 2, 3], s: ['a'], o: { p: 1, q: 2 }, r: 1 })
    await c.doc('a').update({
      n: _.inc(2), m: _.mul(3), low: _.min(1), l: _.push({ each: [9, 0], position: 1, sort: -1, slice: 4 }), s: _.addToSet('b'),
      o: _.set({ z: 1 }), r: _.rename('renamed'),
    })
    const first = (await c.doc('a').get()).data[0]
    await c.doc('a').update({ l: _.pull(3), s: _.unshift(['x', 'y']), renamed: _.remove(), n: _.max(1) })
    await c.doc('a').update({ l: _.pop(), s: _.shift() })
    await c.doc('a').update({ s: _.pullAll(['a', 'b']) })
    await c.doc('a').update({ o: { more: 1 } })
    return [first, (await c.doc('a').get()).data[0]]
  `)).toEqual([
    { _id: 'a', n: 3, m: 0, low: 1, l: [9, 3, 2, 1], s: ['a', 'b'], o: { z: 1 }, renamed: 1 },
    { _id: 'a', n: 3, m: 0, low: 1, l: [9, 2], s: ['y'], o: { z: 1, more: 1 } },
  ])
})

test('a guarded write changes one document and says whether it did', async () => {
  expect(await sdk.run(`
    const c = db.collection('things')
    await c.add({ _id: 'a', version: 3, events: [], state: { old: 1 } })
    const write = () => c.where({ _id: 'a', version: 3 }).options({ multiple: false }).update({ events: _.push([{ each: 1 }]), version: _.inc(1), state: _.set({ now: 1 }) })
    const answers = await Promise.all([...Array(20)].map(write))
    return [answers.map(answer => answer.updated).sort(), (await c.doc('a').get()).data[0]]
  `)).toEqual([[...Array<number>(19).fill(0), 1], { _id: 'a', version: 4, events: [{ each: 1 }], state: { now: 1 } }])
})

test('updateAndReturn, count, where().update() and where().remove() of many', async () => {
  expect(await sdk.run(`
    const c = db.collection('things')
    await c.add([1, 2, 3].map(k => ({ _id: 'i' + k, k, g: 1 })))
    const returned = await c.where({ _id: 'i1' }).updateAndReturn({ n: _.inc(5) })
    const nobody = await c.where({ _id: 'nobody' }).updateAndReturn({ n: _.inc(5) })
    const updated = await c.where({ g: 1 }).update({ g: 2 })
    const same = await c.where({ g: 2 }).update({ g: 2 })
    const one = await c.where({ g: 2 }).options({ multiple: false }).remove()
    const rest = await c.where({ g: 2 }).remove()
    return [returned.updated, returned.doc, nobody.updated, nobody.doc, updated.updated, same.updated, one.deleted, rest.deleted]
  `)).toEqual([1, { _id: 'i1', k: 1, g: 1, n: 5 }, 0, null, 3, 0, 1, 2])
})

test('a write of many is all or nothing', async () => {
  expect(await failure("const c = db.collection('things'); await c.add([{ _id: 'a', k: 1 }, { _id: 'b', k: 2 }]); await c.where({}).update({ k: 9 })")).toBe('DATABASE_DUPLICATE_WRITE')
  expect(await failure("await db.collection('things').add([{ _id: 'c', k: 3 }, { _id: 'd', k: 1 }])")).toBe('DATABASE_DUPLICATE_WRITE')
  expect(await sdk.run("return (await db.collection('things').orderBy('k', 'asc').get()).data")).toEqual([{ _id: 'a', k: 1 }, { _id: 'b', k: 2 }])
})

test('createCollection', async () => {
  await sdk.run("await db.createCollection('made'); await db.collection('made').add({ _id: 1 })")
  expect(await failure("await db.createCollection('made')")).toBe('DATABASE_COLLECTION_ALREADY_EXIST')
})

test.each([
  ["db.collection('nope').get()", 'DATABASE_COLLECTION_NOT_EXIST'],
  ["db.collection('nope').add({ a: 1 })", 'DATABASE_COLLECTION_NOT_EXIST'],
  ["db.collection('things').update({ a: 1 })", 'INVALID_PARAM'],
  ["db.collection('things').where({ a: 1 }).update({})", 'DATABASE_REQUEST_FAILED'],
  ["db.collection('things').where({ a: 1 }).update({ b: _.set(undefined) })", 'DATABASE_REQUEST_FAILED'],
  ["db.collection('things').aggregate().lookup({ from: 'places', localField: 'g', foreignField: '_id', pipeline: [], as: 'x' }).end()", 'DEVCLOUD_NOT_SUPPORTED'],
  ["db.collection('things').aggregate().lookup({ from: 'places', as: 'x' }).end()", 'DATABASE_REQUEST_FAILED'],
  ["db.collection('nope').aggregate().match({}).end()", 'DATABASE_COLLECTION_NOT_EXIST'],
  ["db.collection('things').aggregate().count('').end()", 'DATABASE_REQUEST_FAILED'],
  ["db.collection('things').aggregate().group({ n: _.aggregate.sum(1) }).end()", 'DATABASE_REQUEST_FAILED'],
  ["db.collection('things').where({ a: _.geoNear({ geometry: new db.Geo.Point(1, 1), maxDistance: 1, minDistance: 0 }) }).get()", 'DEVCLOUD_NOT_SUPPORTED'],
  ["app.callWxOpenApi({ apiName: '/x', requestData: {} })", 'DEVCLOUD_NOT_SUPPORTED'],
  ["tcb.init({ env: 'another' }).database().collection('things').get()", 'INVALID_ENV'],
  ["tcb.init({ env: 'test-env', secretId: 'a', secretKey: 'b' }).database().collection('things').get()", 'SIGN_PARAM_INVALID'],
  ["tcb.init({ env: 'test-env', secretId: process.env.TENCENTCLOUD_SECRETID, secretKey: 'b' }).database().collection('things').get()", 'SIGN_PARAM_INVALID'],
])('%s: %s', async (call, code) => {
  expect(await failure(`return await ${call}`)).toBe(code)
})
