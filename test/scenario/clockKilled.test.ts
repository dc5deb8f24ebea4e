import { randomUUID } from 'node:crypto'
import type { CaseDocument } from '../../cloudfunctions/lib/cases'
import type { Notice } from '../../domain/notice/notice'
import { importEstate, reportBad, type Estate } from './estate'
import { at, movedDays, type MovedDays } from './movedDays'
import { act, joinSupplier, moveIn, openDesk, openHouse, type House, type Someone } from './openHouse'

/** What the clock owes a case of each kind when it comes by after an hour [spec: case, clocks], in the order of letters. What comes again and again comes once for all that was missed. */
const OWED = {
  /** Two days without the photo that was asked for. */
  lapsing: ['Lapsed'],
  /** A day before that. */
  reminded: ['Reminded evidence'],
  /** A day without any answer of the leader's, who was nudged on the first: the desk takes it. */
  left: ['Escalated respond', 'Reminded respond'],
  /** A day without the supplier's word. */
  withSupplier: ['SupplierMissed'],
  /** A day without the supplier's word on what is paid: agreed to be a yes. */
  silent: ['RecoveryAdmitted'],
  /** An hour without the carrier's. */
  carriers: ['Reminded recovery'],
  /** Five minutes without an answer. */
  fresh: ['Reminded respond'],
}

/** Who is told of that, besides the one digest of what is late. */
const TOLD = {
  lapsing: ['leader', 'resident'], reminded: ['resident'], left: ['leader', 'operator', 'resident'], withSupplier: ['leader', 'resident', 'supplier'],
  // What silence said.
  silent: ['leader', 'supplier'], carriers: [], fresh: [],
} satisfies Record<keyof typeof OWED, string[]>

/** A round takes some seconds, so that not each request has one; with `EVERY=1` each has. */
const EVERY = Number(process.env['EVERY'] ?? 11)

/** Of each kind so many. */
const OF_EACH = 2

let house: House
let days: MovedDays
let wang: Someone, chen: Someone
let estate: Estate
let used = 0
/** Ends the victim's process at its so-manyth request from now on, when the cloud has it already. */
let killAt = 0
let victim: 'clock' | 'courier' = 'clock'
let requests = 0
beforeAll(async () => {
  house = await openHouse({ startsAt: at('2026-09-22', '10:00'), watchSdk: async () => { requests += 1; if (killAt > 0 && --killAt === 0) house.cloud.killFunction(victim) } })
  days = movedDays(house)
  await moveIn(house)
  await joinSupplier(house, 'laoli', '丹东果业')
  await openDesk(house, 'xu')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
  estate = await importEstate(house, chen, 7 * OF_EACH, wang)
  await chen.call('agreeOnSilence', { supplierId: estate.supplierId, admits: true })
}, 120_000)
afterAll(() => house.close())

const report = async () => (await reportBad(wang, estate.lines.slice(used, used += OF_EACH))).map(c => c.caseId)
const each = async (ids: readonly string[], step: (id: string) => Promise<unknown>) => { for (const id of ids) await step(id) }
/** Asked for a photo, and the neighbour knows. */
const asked = async () => {
  const ids = await report()
  await each(ids, async id => {
    await act(chen, id, 'leader', { type: 'askEvidence', missing: ['clearer'], words: '' })
    await days.pass(2000)
    await wang.call('showCase', { caseId: id, as: 'resident' })
  })
  return ids
}
const paid = async (ids: readonly string[]) => {
  await each(ids, id => act(chen, id, 'leader', { type: 'settle' }))
  await days.pass(2000)
  await each(ids, id => act(chen, id, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] }))
  await each(ids, id => wang.call('showCase', { caseId: id, as: 'resident' }))
}
const lost = async () => {
  const ids: string[] = []
  for (const { orderId, lineId } of estate.lines.slice(used, used += OF_EACH)) {
    const { view } = await wang.call('fileCase', { caseId: randomUUID(), orderId, lineId, reason: 'lost', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: 100 }, photos: [], words: '没收到' })
    ids.push(view.id)
  }
  return ids
}

const all = async <T>(collection: string): Promise<T[]> => (await house.db.collection(collection).limit(1000).get()).data as T[]
/** What the clock did to each of these, from a version on. */
const doneTo = async (ids: readonly string[], before: ReadonlyMap<string, CaseDocument>) => Promise.all(ids.map(async id => {
  const { events } = await days.documentOf(id)
  return events.slice(before.get(id)?.version).map(e => (e.type === 'Reminded' || e.type === 'Escalated' ? `${e.type} ${e.clock}` : e.type)).sort()
}))

test('many due at once, an hour of sweeps missed, and one dies at any of its requests: each thing is done once, and told once', async () => {
  const lapsing = await asked()
  await days.goTo('2026-09-23', '09:00')
  const silent = await report()
  await paid(silent)
  await days.goTo('2026-09-23', '10:00')
  const [reminded, left, withSupplier] = [await asked(), await report(), await report()]
  await each(withSupplier, id => act(chen, id, 'leader', { type: 'forward', words: '' }))
  // What came before is done: a day's reminder, and the nudges of a day.
  await days.goTo('2026-09-23', '11:00')
  await house.clock()
  await house.courier()
  // What silence will say is said before.
  await days.goTo('2026-09-23', '21:05')
  await house.clock()
  await house.courier()
  await days.goTo('2026-09-24', '08:40')
  await house.clock()
  await house.courier()
  const carriers = await lost()
  await paid(carriers)
  await days.goTo('2026-09-24', '09:01')
  const fresh = await report()
  await house.courier()
  // From nine o'clock on no sweep came.
  await days.goTo('2026-09-24', '10:20')

  const due = { lapsing, reminded, left, withSupplier, silent, carriers, fresh }
  const before = new Map((await all<CaseDocument>('cases')).map(c => [c._id, c]))
  const asBefore = () => Promise.all([...before.values()].map(({ _id, ...rest }) => house.db.collection('cases').doc(_id).set(structuredClone(rest))))
  const done = async () => Object.fromEntries(await Promise.all(Object.entries(due).map(async ([kind, ids]) => [kind, await doneTo(ids, before)] as const)))
  const once = Object.fromEntries(Object.entries(OWED).map(([kind, events]) => [kind, due[kind as keyof typeof due].map(() => events)]))

  requests = 0
  await house.clock()
  const whole = requests
  expect(await done()).toEqual(once)
  for (let n = 1; n <= whole; n += EVERY) {
    await asBefore()
    killAt = n
    await expect(house.clock()).rejects.toThrow()
    // The next minute's; every other time another one is under way with it.
    await Promise.all([house.clock(), ...(n % 2 === 0 ? [house.clock()] : [])])
    expect([n, await done()]).toEqual([n, once])
  }
  expect(await days.swept()).toEqual({})

  const known = new Set((await all<Notice>('notices')).map(n => n._id))
  victim = 'courier'
  let killed = 0
  for (let lives = false; !lives;) {
    killAt = killed + 1
    await house.courier().catch(() => null)
    lives = killAt > 0
    if (!lives) killed += 1
  }
  killAt = 0
  expect(killed).toBeGreaterThan(10)
  const news = (await all<Notice>('notices')).filter(n => !known.has(n._id))
  for (const [kind, ids] of Object.entries(due)) expect([kind, ids.map(id => news.filter(n => n.caseId === id).map(n => n.as).sort())]).toEqual([kind, ids.map(() => TOLD[kind as keyof typeof due])])
  // Of two kinds the first answer or the carrier's is late; of those whose supplier did not answer, that all should have been done within a day.
  expect(news.filter(n => n.caseId === '').map(n => [n.as, n.title])).toEqual([['leader', `有 ${3 * OF_EACH} 件到时间了，等您处理`]])
}, 900_000)
