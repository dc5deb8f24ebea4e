import { randomUUID } from 'node:crypto'
import type { Outside } from '../../devcloud/outside/outside'
import type { Fallback } from '../../domain/notice/fallback/fallback'
import { importEstate, reportBad, type Estate } from './estate'
import { at, movedDays, type MovedDays } from './movedDays'
import { act, bind, COMMUNITY, decide, fileOne, joinSupplier, lineOf, moveIn, openHouse, type House, type Someone } from './openHouse'

/** What is late, said into a group by its robot, where WeChat takes nothing of those who are nudged. */
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const PLACE = { kind: 'community', id: COMMUNITY.communityId } as const

let house: House
let outside: Outside
let days: MovedDays
let wang: Someone, chen: Someone, tang: Someone, lin: Someone
let estate: Estate
let household: number
let key: string
beforeEach(async () => {
  house = await openHouse({ outside: true, startsAt: at('2026-09-24', '10:00') })
  if (!house.cloud.outside) throw new Error('nothing is outside')
  outside = house.cloud.outside
  days = movedDays(house)
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen, tang, lin] = await Promise.all([house.as('wang'), house.as('chen'), house.as('tang'), house.as('lin')]) as [Someone, Someone, Someone, Someone]
  estate = await importEstate(house, chen, 10, await house.as('zhang'))
  household = 0
  for (const helper of [tang, lin]) {
    const { token } = await chen.call('inviteToCommunity', { communityId: COMMUNITY.communityId, to: { role: 'helper', limit: 5000 } })
    await helper.call('acceptRole', { token, name: '帮手', phone: '' })
  }
  key = await robotFor(chen, PLACE)
}, 120_000)
afterEach(() => house.close())

async function robotFor(who: Someone, place: { kind: 'community' | 'supplier'; id: string }): Promise<string> {
  const its = randomUUID()
  await who.call('setRobot', { place, key: its })
  return its
}
const report = async (howMany: number) => (await reportBad(await house.as('zhang'), estate.lines.slice(household, household += howMany))).map(c => c.caseId)
/** What the group heard of what is late, oldest first. */
const heard = (of = key) => outside.deliveries.latest(1000).filter(d => d.to === of).sort((a, b) => a.at - b.at).map(d => d.text).filter(text => text.includes('到时间了'))
const says = (place: string, n: number) => `【${place}】有 ${n} 件到时间了，等您处理\n在小程序「团后」里打开`
/** The clock and then the courier, as their timers have them. */
const oneMinute = async () => {
  await house.clock()
  return house.courier()
}
const nudgesAt = async (to: string) => ((await house.db.collection('fallbacks').where({ way: 'robot', to }).limit(1000).get()).data as Fallback[]).filter(f => f.noticeId.startsWith('nudge:')).sort((a, b) => (a._id < b._id ? -1 : 1))
const robotIsBusy = () => { outside.deliveries.intercept<{ errcode: number; errmsg: string }>('robot', () => ({ errcode: -1, errmsg: 'busy' })) }

test('a leader and two helpers: their group hears once each half hour how many are late now, and nothing once all are done', async () => {
  const [first = '', second = '', third = ''] = await report(3)
  await house.courier()
  await days.pass(6 * MINUTE)
  await oneMinute()
  expect(heard()).toEqual([says('梧桐苑', 3)])
  for (const who of [chen, tang, lin]) expect(await days.digests(who, 'leader')).toHaveLength(1)
  await house.courier()
  await days.pass(10 * MINUTE)
  await oneMinute()
  expect(heard()).toHaveLength(1)
  await decide(chen, first, 'leader', { type: 'settle' })
  await days.pass(21 * MINUTE)
  await oneMinute()
  expect(heard()).toEqual([says('梧桐苑', 3), says('梧桐苑', 2)])
  for (const id of [second, third]) await decide(chen, id, 'leader', { type: 'settle' })
  await days.pass(31 * MINUTE)
  await oneMinute()
  expect(heard()).toHaveLength(2)
})

test('what was put off says what is late when it goes, the newest alone, and nothing where none is left', async () => {
  const [first = '', second = ''] = await report(2)
  await house.courier()
  await days.pass(6 * MINUTE)
  robotIsBusy()
  await oneMinute()
  expect([heard(), (await nudgesAt(`community:${COMMUNITY.communityId}`)).map(f => f.state)]).toEqual([[], ['due']])
  // The older one waits for its next try, and the next round comes before it.
  await house.db.collection('fallbacks').where({ state: 'due' }).update({ at: await days.now() + 31 * MINUTE })
  await decide(chen, first, 'leader', { type: 'settle' })
  await days.pass(31 * MINUTE)
  await oneMinute()
  expect(heard()).toEqual([says('梧桐苑', 1)])
  await days.pass(MINUTE)
  await house.courier()
  expect(heard()).toHaveLength(1)
  expect((await nudgesAt(`community:${COMMUNITY.communityId}`)).map(f => [f.state, f.why])).toEqual([['none', 'outdated'], ['sent', '']])
  await days.pass(31 * MINUTE)
  robotIsBusy()
  await oneMinute()
  await decide(chen, second, 'leader', { type: 'settle' })
  await days.pass(2 * MINUTE)
  await house.courier()
  expect(heard()).toHaveLength(1)
  expect((await nudgesAt(`community:${COMMUNITY.communityId}`)).map(f => [f.state, f.why])).toEqual([['none', 'outdated'], ['sent', ''], ['none', 'outdated']])
})

test('whoever it was written for may be gone: it says what is late in the place, and nothing beside what another was nudged about since', async () => {
  const silent = { quiet: null, choices: { leader: { reminder: { robot: false } } } }
  for (const who of [chen, lin]) await who.call('saveNoticeSettings', silent)
  await report(2)
  await house.courier()
  await days.pass(6 * MINUTE)
  robotIsBusy()
  await oneMinute()
  // For the one helper who wants it, who leaves before its next try.
  const entries = await nudgesAt(`community:${COMMUNITY.communityId}`)
  expect(entries.map(f => f.state)).toEqual(['due'])
  await chen.call('removeFromTeam', { communityId: COMMUNITY.communityId, memberId: (await tang.call('whoAmI', {})).personId })
  robotIsBusy()
  await days.pass(2 * MINUTE)
  await house.courier()
  expect((await nudgesAt(`community:${COMMUNITY.communityId}`)).map(f => [f.state, f.tries])).toEqual([['due', 2]])
  await lin.call('saveNoticeSettings', { quiet: null, choices: {} })
  await days.pass(31 * MINUTE)
  await oneMinute()
  expect(heard()).toEqual([says('梧桐苑', 2)])
  expect((await nudgesAt(`community:${COMMUNITY.communityId}`)).map(f => [f.state, f.why])).toEqual([['none', 'outdated'], ['sent', '']])
})

test('a complaint about the leader is in no number that the group hears', async () => {
  const { orderId, lineId } = await lineOf(wang, '脐橙')
  const { view } = await wang.call('fileCase', { caseId: randomUUID(), orderId, lineId, reason: 'attitude', claim: { measure: 'none' }, wish: { kind: 'apology' }, photos: [], words: '说话难听', about: 'leader' })
  await house.courier()
  await days.pass(6 * MINUTE)
  await oneMinute()
  // It is late with the helpers, who hear of it; the group does not.
  expect((await days.digests(tang, 'leader')).map(n => n.title)).toEqual(['有 1 件到时间了，等您处理'])
  expect(await days.digests(chen, 'leader')).toEqual([])
  expect(heard()).toEqual([])
  await fileOne(wang, '草莓')
  await days.pass(31 * MINUTE)
  await oneMinute()
  expect((await days.digests(tang, 'leader')).at(-1)?.title).toBe('有 2 件到时间了，等您处理')
  // The new one is told by itself as well, with no time that is over.
  expect(heard()).toEqual([expect.stringMatching(/^【梧桐苑】有 1 件要处理，都到时间了\n[^\n]*草莓[^\n]* 1 件，[^\n]*\n在小程序「团后」里打开$/)])
  expect((await days.documentOf(view.id)).breaksOf?.leader).toBeLessThan(await days.now())
})

test('whoever does not want what is late in the group is not the reason that it hears of it; another may be', async () => {
  const noRobot = { leader: { reminder: { robot: false } } }
  for (const who of [chen, tang, lin]) await who.call('saveNoticeSettings', { quiet: null, choices: noRobot })
  await report(1)
  await house.courier()
  await days.pass(6 * MINUTE)
  await oneMinute()
  expect(heard()).toEqual([])
  await lin.call('saveNoticeSettings', { quiet: null, choices: { leader: { reminder: { robot: true } } } })
  await days.pass(31 * MINUTE)
  await oneMinute()
  expect(heard()).toEqual([says('梧桐苑', 1)])
})

test('in quiet hours it waits for the morning, and is one message of what is late then', async () => {
  for (const who of [chen, tang, lin]) await who.call('saveNoticeSettings', { quiet: { from: 10 * 60, to: 11 * 60 + 50 }, choices: {} })
  const [done = ''] = await report(3)
  await house.courier()
  for (const time of ['10:10', '10:41', '11:12', '11:43']) {
    await days.goTo('2026-09-24', time)
    await oneMinute()
  }
  expect(heard()).toEqual([])
  await decide(chen, done, 'leader', { type: 'settle' })
  await days.goTo('2026-09-24', '11:51')
  await oneMinute()
  const said = outside.deliveries.latest(1000).filter(d => d.to === key).map(d => d.text)
  expect(said).toEqual([expect.stringMatching(/^【梧桐苑】有 2 件要处理，都到时间了\n草莓（11.21 草莓大团） 2 件，[^\n]*\n在小程序「团后」里打开$/)])
})

test('a leader of two estates: each group hears of its own, and nothing where nothing is late', async () => {
  const other = randomUUID()
  await chen.call('openCommunity', { ...COMMUNITY, communityId: other, name: '海棠苑' })
  const others = await robotFor(chen, { kind: 'community', id: other })
  await report(2)
  await house.courier()
  await days.pass(6 * MINUTE)
  await oneMinute()
  expect([heard(), heard(others), await nudgesAt(`community:${other}`)]).toEqual([[says('梧桐苑', 2)], [], []])
})

test('a supplier\'s group hears of what the supplier is late with', async () => {
  const laoli = await house.as('laoli')
  await joinSupplier(house, 'laoli', '丹东果业')
  const place = { kind: 'supplier', id: estate.supplierId } as const
  const own = await robotFor(laoli, place)
  await chen.call('saveClocks', { communityId: COMMUNITY.communityId, seen: 0, rules: [{ clock: 'recovery', allows: { within: 24 * HOUR, of: 'always' }, nudgeEvery: 30 * MINUTE }] })
  const cases = await report(3)
  for (const id of cases) await decide(chen, id, 'leader', { type: 'settle' })
  await house.courier()
  await days.goTo('2026-09-25', '10:30')
  await oneMinute()
  expect(heard(own)).toEqual([says('丹东果业', 3)])
  expect(await days.digests(laoli, 'supplier')).toHaveLength(1)
  await act(laoli, cases[0] ?? '', 'supplier', { type: 'admitRecovery', words: '' })
  await days.pass(31 * MINUTE)
  await oneMinute()
  expect(heard(own)).toEqual([says('丹东果业', 3), says('丹东果业', 2)])
  for (const id of cases.slice(1)) await act(laoli, id, 'supplier', { type: 'admitRecovery', words: '' })
  await days.pass(31 * MINUTE)
  await oneMinute()
  expect(heard(own)).toHaveLength(2)
})
