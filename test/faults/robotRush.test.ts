import { randomUUID } from 'node:crypto'
import type { Outside } from '../../devcloud/outside/outside'
import type { Fallback } from '../../domain/notice/fallback/fallback'
import { importEstate, reportBad } from '../scenario/estate'
import { COMMUNITY, joinSupplier, moveIn, openHouse, type House } from '../scenario/openHouse'
import { mostInAMinute } from './otherWaysTally'
import { SEED, Seeded } from './seeded'

/** Minutes in which more is to be said than a robot may say; more with `npm run faults`. */
const RUSHES = process.env['KILLS'] === undefined ? 1 : Math.ceil(Number(process.env['KILLS']) / 50)
/** So often something is due, each time at two places whose group is the same. */
const TIMES = 16
/** [WeCom: messages of one robot in a minute] */
const A_MINUTE = 20
/** Turns come again after that, and what was being sent is given up. ms */
const LATER = 150_000
/** Not before somebody says so. ms */
const NOT_YET = 8_000_000_000_000

let house: House
let outside: Outside
beforeAll(async () => {
  house = await openHouse({ outside: true })
  if (!house.cloud.outside) throw new Error('nothing is outside')
  outside = house.cloud.outside
  await moveIn(house)
  await joinSupplier(house, 'laoli', '丹东果业')
}, 120_000)
afterAll(() => house.close())

const robots = async (query: object) => (await house.db.collection('fallbacks').where({ way: 'robot', ...query }).limit(1000).get()).data as Fallback[]

test(`two couriers at once, killed while they ask: together they ask a robot no more than ${A_MINUTE} times in any minute, and say everything once; SEED=${SEED}`, async () => {
  const draw = new Seeded(SEED, 'rush')
  const [chen, laoli] = [await house.as('chen'), await house.as('laoli')]
  const key = randomUUID()
  const estate = await importEstate(house, chen, RUSHES * TIMES, await house.as('zhang'))
  await chen.call('setRobot', { place: { kind: 'community', id: COMMUNITY.communityId }, key })
  await laoli.call('setRobot', { place: { kind: 'supplier', id: estate.supplierId }, key })
  // A group usually hears only what is to be done.
  await laoli.call('saveNoticeSettings', { quiet: null, choices: { supplier: { progress: { robot: true } } } })
  let [kills, later] = [0, 0]
  let dies: 'before' | 'after' | null = null
  let isAway = false
  const stand = () => {
    outside.deliveries.intercept<unknown>('robot', take => {
      stand()
      if (isAway) return { errcode: -1, errmsg: 'system error' }
      if (dies === null) return take()
      const said = dies === 'after' ? take() : null
      house.cloud.killFunction('courier')
      kills += 1
      return said
    })
  }
  const couriers = async (howMany: number) => {
    const ran = await Promise.allSettled(Array.from({ length: howMany }, () => house.courier()))
    for (const run of ran) if (run.status === 'fulfilled') later += run.value.fallbacks['later'] ?? 0
  }
  stand()
  for (let rush = 0; rush < RUSHES; rush++) {
    const cases = (await reportBad(await house.as('zhang'), estate.lines.slice(rush * TIMES, (rush + 1) * TIMES))).map(c => c.caseId)
    // Planned, and not said yet: the robot is away while they are written.
    isAway = true
    await house.courier()
    isAway = false
    await house.db.collection('fallbacks').where({ state: 'due' }).update({ at: NOT_YET })
    await house.cloud.moveTime(LATER)
    for (const id of cases) {
      await house.db.collection('fallbacks').where({ noticeId: house.db.RegExp({ regexp: `^${id}:`, options: '' }), state: 'due' }).update({ at: 1 })
      dies = draw.next() < 0.3 ? draw.oneOf(['before', 'after']) : null
      await couriers(draw.next() < 0.5 ? 2 : 1)
      dies = null
    }
    // What had to wait has its turn, two at once.
    for (let minutes = 0; minutes < 2; minutes++) {
      await house.cloud.moveTime(LATER)
      await couriers(2)
    }
  }
  await house.cloud.moveTime(LATER)
  await couriers(1)
  const most = mostInAMinute(outside.robots.asked(key))
  const entries = await robots({})
  const sent = entries.filter(e => e.state === 'sent').length
  const unknown = entries.filter(e => e.state === 'unknown').length
  const said = outside.deliveries.latest(Infinity).filter(d => d.to === key).map(d => Number(/有 (\d+) 件/.exec(d.text)?.[1]))
  const heard = said.reduce((sum, n) => sum + n, 0)
  if (process.env['KILLS'] !== undefined) process.stdout.write(`${JSON.stringify({ seed: SEED, rushes: RUSHES, kills, later, asked: outside.robots.asked(key).length, most, owed: 2 * RUSHES * TIMES, sent, unknown, messages: said.length, heard })}\n`)
  expect(most).toBeLessThanOrEqual(A_MINUTE)
  expect([entries.length, sent + unknown]).toEqual([2 * RUSHES * TIMES, 2 * RUSHES * TIMES])
  expect(heard).toBeGreaterThanOrEqual(sent)
  expect(heard).toBeLessThanOrEqual(sent + unknown)
  // More was to be said than could be, and waited for its turn.
  expect(later).toBeGreaterThan(0)
  expect(kills).toBeGreaterThan(0)
}, 120_000 + RUSHES * 60_000)
