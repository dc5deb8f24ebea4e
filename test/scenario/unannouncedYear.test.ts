import { fromShanghai } from '../../domain/clock/shanghai'
import { AFTER_ALL_ELSE } from '../../domain/clock/deadlines'
import { officialCalendar } from '../../domain/clock/calendar'
import type { CaseDocument } from '../../cloudfunctions/lib/cases'
import { importEstate, reportBad } from './estate'
import { act, COMMUNITY, joinSupplier, moveIn, openDesk, openHouse, type House, type Someone } from './openHouse'

/** Far enough ahead that no package knows its holidays. */
const YEAR = 2090
const { communityId } = COMMUNITY

let house: House
let chen: Someone, wang: Someone, laoli: Someone
beforeEach(async () => {
  expect(officialCalendar(YEAR)).toBeNull()
  house = await openHouse({ startsAt: fromShanghai(`${YEAR}-01-03 10:00`) ?? NaN })
  await moveIn(house)
  await joinSupplier(house, 'laoli', '丹东果业')
  await openDesk(house, 'xu', '小许')
  ;[chen, wang, laoli] = await Promise.all([house.as('chen'), house.as('wang'), house.as('laoli')]) as [Someone, Someone, Someone]
  // Hours of their own on holidays: from here on every time hangs on which days those are.
  const day = [{ from: 480, to: 1320 }]
  const { name, leaderName, leaderPhone, pickupPoints } = COMMUNITY
  await chen.call('editCommunity', { communityId, name, leaderName, leaderPhone, pickupPoints: [...pickupPoints], serviceHours: [day, day, day, day, day, day, day], holidayHours: [], seen: 0 })
}, 90_000)
afterEach(() => house.close())

const stored = async (id: string) => (await house.db.collection('cases').where({ _id: id }).get()).data[0] as CaseDocument

test('a year whose holidays nobody announced hides no case and stops no work: it is said to those who run this, once a day', async () => {
  const estate = await importEstate(house, chen, 3, wang)
  const [asked = '', waits = ''] = (await reportBad(wang, estate.lines.slice(0, 2))).map(c => c.caseId)
  await act(chen, asked, 'leader', { type: 'forward', words: '' })

  // Nobody can say until when, and everybody sees that it waits for them.
  expect((await stored(asked)).supplierDueAt).toBe(AFTER_ALL_ELSE)
  const { cards } = await laoli.call('supplierCases', { tab: 'mine' })
  expect(cards).toMatchObject([{ id: asked, due: null, noDue: 'unannounced' }])
  const inbox = await chen.call('leaderInbox', { communityId, tab: 'mine' })
  expect(inbox.cards).toMatchObject([{ id: waits, due: null, noDue: 'unannounced' }])
  expect((await wang.call('showCase', { caseId: waits, as: 'resident' })).view.promises.map(p => p.standing)).toContain('unknown')

  // Other times can be looked at and agreed on.
  const rules = [{ clock: 'review' as const, allows: { within: 3 * 3600_000, of: 'always' as const } }]
  expect(await chen.call('previewClocks', { communityId, rules })).toMatchObject({ looked: 2, touched: 0 })
  await chen.call('saveClocks', { communityId, rules, seen: (await chen.call('showClocks', { communityId })).version })
  expect(await chen.call('showBoard', { of: { kind: 'community', id: communityId } })).toMatchObject({ late: { total: 0 } })

  // The desk is told, once a day, however often the clock looks.
  const alarms = async () => (await house.db.collection('notices').where({ title: '有的时间算不出来' }).get()).data as { as: string; personId: string }[]
  for (let minute = 0; minute < 3; minute++) await house.clock()
  expect(await alarms()).toMatchObject([{ as: 'operator' }])
  await house.cloud.moveTime(25 * 3600_000)
  for (let minute = 0; minute < 3; minute++) await house.clock()
  expect(await alarms()).toHaveLength(2)

  // And the work goes on: what is answered is answered.
  await act(chen, waits, 'leader', { type: 'settle' })
  expect((await stored(waits)).state).toMatchObject({ decision: 'agreed', money: 'due' })
}, 60_000)

test('hours that are too short for what is promised are said as what they are, and whose', async () => {
  const { name, leaderName, leaderPhone, pickupPoints } = COMMUNITY
  const { version: seen } = await chen.call('showClocks', { communityId })
  await chen.call('editCommunity', { communityId, name, leaderName, leaderPhone, pickupPoints: [...pickupPoints], serviceHours: [[{ from: 600, to: 601 }], [], [], [], [], [], []], holidayHours: null, seen })
  const estate = await importEstate(house, chen, 1, wang)
  await reportBad(wang, estate.lines)
  for (let minute = 0; minute < 2; minute++) await house.clock()
  const { data } = await house.db.collection('notices').where({ title: '有的时间算不出来' }).get() as { data: { as: string; body: string }[] }
  expect(data).toMatchObject([{ as: 'operator', body: `「${name}」有人管的时间太短，有的事说好的时间，两年多也到不了，说不准要在什么时候前办。请团长把有人管的时间改长一些` }])
}, 60_000)
