import { at, movedDays, type MovedDays } from './movedDays'
import { act, bind, COMMUNITY, decide, fileOne, joinSupplier, moveIn, openDesk, openHouse, type House, type Someone } from './openHouse'

/** What is over for the neighbour and not for others goes by new times, too, and finds a desk that comes. */
const { communityId } = COMMUNITY
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let house: House
let days: MovedDays
let wang: Someone, lin: Someone, chen: Someone
beforeEach(async () => {
  house = await openHouse({ startsAt: at('2026-09-24', '10:00') })
  days = movedDays(house)
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, lin, chen] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen')]) as [Someone, Someone, Someone]
}, 60_000)
afterEach(() => house.close())

const pay = { type: 'payRefund' as const, channel: 'cash' as const, reference: '', photos: [] }
const save = async (rules: Parameters<typeof chen.call<'saveClocks'>>[1]['rules']) => chen.call('saveClocks', { communityId, rules, seen: (await chen.call('showClocks', { communityId })).version })
/** Paid on the spot; what is left is what somebody else bears of it. */
const paid = async (who: Someone, reason: 'lost' | 'spoiled') => {
  const { id } = await fileOne(who, '草莓', reason === 'lost' ? { reason, photos: [] } : {})
  await decide(chen, id, 'leader', { type: 'settle' })
  await act(chen, id, 'leader', pay)
  return id
}

test('new times: the carrier\'s claim on a paid case is chased by them, the supplier\'s is due by them', async () => {
  const [carriers, suppliers] = [await paid(wang, 'lost'), await paid(lin, 'spoiled')]
  const [before, since] = [await days.documentOf(carriers), await days.documentOf(suppliers)]
  // Nothing that the clock does by itself hangs on the supplier's, as long as there is no desk.
  expect([before.holder, since.holder, since.clockDueAt]).toEqual(['nobody', 'nobody', null])
  expect(before.clockDueAt).toBeGreaterThan(at('2026-09-24', '11:00'))
  await save([{ clock: 'recovery', class: 'logistics', allows: { within: 30 * MINUTE, of: 'always' } }, { clock: 'recovery', allows: { within: 2 * HOUR, of: 'always' } }])
  expect(await house.clock()).toMatchObject({ lookedAgain: 1, swept: {} })
  const [sooner, later] = [await days.documentOf(carriers), await days.documentOf(suppliers)]
  expect([(sooner.breaksAt ?? 0) - (before.breaksAt ?? 0), sooner.breaksBy]).toEqual([-30 * MINUTE, 'leader'])
  expect([(later.supplierDueAt ?? 0) - (since.supplierDueAt ?? 0), (later.breaksAt ?? 0) - (since.breaksAt ?? 0)]).toEqual([-22 * HOUR, -22 * HOUR])
  await days.pass(35 * MINUTE)
  expect(await days.swept()).toEqual({ nudge: 1 })
  expect(await days.commands(carriers, 'Reminded')).toHaveLength(1)
  // Chased once an hour from now on: counted from the last time.
  await save([{ clock: 'recovery', class: 'logistics', allows: { within: 30 * MINUTE, of: 'always' }, nudgeEvery: 60 * MINUTE, escalateAfter: { within: 2 * HOUR, of: 'always' } }])
  expect(await days.swept()).toEqual({})
  await days.pass(35 * MINUTE)
  expect(await days.swept()).toEqual({})
  await days.pass(30 * MINUTE)
  expect(await days.swept()).toEqual({ nudge: 1 })
})

test('a desk that comes hears of a claim on a case that was paid before, once', async () => {
  const id = await paid(wang, 'spoiled')
  await openDesk(house, 'xu')
  expect(await house.clock()).toMatchObject({ lookedAgain: 1 })
  await days.pass(25 * HOUR)
  const sweeps = await Promise.all([days.swept(), days.swept()])
  expect(sweeps.reduce((sum, s) => sum + (s.escalate ?? 0), 0)).toBe(1)
  expect(await days.commands(id, 'Escalated')).toHaveLength(1)
  await house.courier()
  expect((await days.noticesTo(await house.as('xu'), 'operator')).filter(n => n.caseId === id)).toHaveLength(1)
})

test('a desk that goes leaves nothing to be found out: the leader has it by the leader\'s own time, and is who hears that it is late', async () => {
  await openDesk(house, 'xu')
  const xu = await house.as('xu')
  const [atReview, answered] = [(await fileOne(wang, '草莓')).id, (await fileOne(lin, '草莓')).id]
  for (const id of [atReview, answered]) await act(xu, id, 'operator', { type: 'investigate', words: '查冷链', until: at('2026-09-30', '10:00') })
  await act(chen, answered, 'leader', { type: 'askEvidence', missing: ['whole'], words: '' })
  await chen.call('endDesk', { communityId })
  const promises = async (id: string) => (await wang.call('showCase', { caseId: id, as: 'resident' })).view.promises.filter(p => p.endedAt === null).map(p => [p.clock, p.party, p.standing])
  expect(await promises(atReview)).toEqual(expect.arrayContaining([['review', 'leader', 'running'], ['resolve', 'leader', 'running'], ['update', 'leader', 'running']]))
  expect((await days.documentOf(atReview)).state.investigation).toBeNull()
  // What comes back from the neighbour afterwards finds that out as well, within the minute.
  await act(lin, answered, 'resident', { type: 'addEvidence', photos: [await lin.photo()], voices: [], words: '' })
  expect(await house.clock()).toMatchObject({ handedBack: 1 })
  expect(await house.clock()).toMatchObject({ handedBack: 0 })
  for (const id of [atReview, answered]) expect([(await days.documentOf(id)).state.investigation, await days.commands(id, 'Reassigned')]).toEqual([null, [expect.any(String)]])
  await days.pass(25 * HOUR)
  expect(await days.swept()).toEqual({ nudge: 2 })
  await house.courier()
  expect((await days.digests(chen, 'leader')).map(n => n.title)).toEqual(['有 2 件到时间了，等您处理'])
})

test('what is over for everybody is not looked at', async () => {
  const id = await paid(wang, 'lost')
  await act(chen, id, 'leader', { type: 'admitRecovery', words: '' })
  await wang.call('showCase', { caseId: id, as: 'resident' })
  const before = await days.documentOf(id)
  await save([{ clock: 'recovery', allows: { within: 2 * HOUR, of: 'always' } }])
  expect(await house.clock()).toMatchObject({ lookedAgain: 1, swept: {} })
  expect(await days.documentOf(id)).toEqual(before)
})
