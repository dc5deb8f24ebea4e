import type { Answers } from '../../domain/contract/calls'
import { shanghai } from '../../domain/clock/shanghai'
import { USUAL_HOURS, type DayHours } from '../../domain/clock/serviceHours'
import { importEstate, reportBad, type Estate } from './estate'
import { at, movedDays, type MovedDays } from './movedDays'
import { act, COMMUNITY, joinSupplier, moveIn, openDesk, openHouse, type House, type Someone } from './openHouse'

/** The clock's own doings through the functions that are deployed, over days that are moved by. 2026-09-24 is the Thursday before the long holiday's last working days. */
const HOUR = 3600_000
const MINUTE = 60_000
const OFFICE: DayHours = [{ from: 9 * 60, to: 12 * 60 }, { from: 14 * 60, to: 21 * 60 }]

let house: House
let wang: Someone, chen: Someone
let estate: Estate
let used = 0
let days: MovedDays
beforeEach(async () => {
  house = await openHouse({ startsAt: at('2026-09-24', '10:00') })
  days = movedDays(house)
  await moveIn(house)
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
  estate = await importEstate(house, chen, 45, wang)
  used = 0
}, 90_000)
afterEach(() => house.close())

const nudges = async () => (await days.noticesTo(chen, 'leader')).filter(n => n._id.startsWith('nudge:leader'))
const show = async (who: Someone, caseId: string, as: 'resident' | 'leader' | 'operator'): Promise<Answers['showCase']['view']> => (await who.call('showCase', { caseId, as })).view
const clockOf = (ms: number | null | undefined) => (ms == null ? null : shanghai(ms).format('MM-DD HH:mm'))
const report = async (many: number) => {
  const lines = estate.lines.slice(used, used += many)
  return (await reportBad(wang, lines)).map(c => c.caseId)
}

test('forty complaints that nobody answers are one nudge in half an hour, not forty, however many sweeps there are', async () => {
  const cases = await report(40)
  expect(await days.swept()).toEqual({})
  await days.pass(6 * MINUTE)
  const [one, two] = await Promise.all([house.clock(), house.clock()])
  expect((one.swept.nudge ?? 0) + (two.swept.nudge ?? 0)).toBe(40)
  expect(await days.swept()).toEqual({})
  for (const id of cases) expect(await days.commands(id, 'Reminded')).toHaveLength(1)
  await house.courier()
  expect((await nudges()).map(n => n.title)).toEqual([expect.stringContaining('有 40 件到时间了')])
  // Once answered, a promise is kept; what is left is nudged about again, by one more.
  const [first = ''] = cases
  await act(chen, first, 'leader', { type: 'forward', words: '' })
  await days.pass(31 * MINUTE)
  expect(await days.swept()).toMatchObject({ nudge: 39 })
  await house.courier()
  expect((await nudges()).map(n => n.title).sort()).toEqual([expect.stringContaining('有 39 件到时间了'), expect.stringContaining('有 40 件到时间了')])
})

test('hours that were missed are made up for by the latest nudge alone; nobody is nudged at night', async () => {
  const [id = ''] = await report(1)
  await days.pass(5 * HOUR)
  expect(await days.swept()).toEqual({ nudge: 1 })
  expect(await days.swept()).toEqual({})
  await days.goTo('2026-09-24', '23:30')
  expect(await days.swept()).toEqual({})
  const before = await days.commands(id, 'Reminded')
  await days.goTo('2026-09-25', '07:50')
  expect(await days.swept()).toEqual({})
  expect(await days.commands(id, 'Reminded')).toEqual(before)
  expect(clockOf((await days.documentOf(id)).clockDueAt)).toBe('09-25 08:00')
})

test('a leader who does not look for a day: the desk takes it, once, and everybody reads why', async () => {
  await openDesk(house, 'lin')
  const [id = ''] = await report(1)
  await days.pass(25 * HOUR)
  const sweeps = await Promise.all([house.clock(), house.clock(), house.clock()])
  expect(sweeps.reduce((sum, s) => sum + (s.swept.escalate ?? 0), 0)).toBeGreaterThanOrEqual(1)
  expect(new Set(await days.commands(id, 'Escalated')).size).toBe((await days.commands(id, 'Escalated')).length)
  expect((await days.documentOf(id)).events.filter(e => e.type === 'Escalated' && e.takes)).toHaveLength(1)
  await house.courier()
  expect(await show(wang, id, 'resident')).toMatchObject({ stage: 'waitingOperator', holder: 'operator' })
  expect((await days.noticesTo(await house.as('lin'), 'operator')).filter(n => n.caseId === id && n.title.includes('团长到时间没回音'))).toHaveLength(1)
  expect((await days.noticesTo(wang, 'resident')).filter(n => n.caseId === id && n.title === '团长没顾上，由平台来定')).toHaveLength(1)
})

test('a photo that was asked for: two days from when the neighbour knew, two reminders, then put aside as it was said', async () => {
  const [id = ''] = await report(1)
  await act(chen, id, 'leader', { type: 'askEvidence', missing: ['clearer'], words: '' })
  await days.pass(72 * HOUR)
  expect(await days.swept()).not.toHaveProperty('lapse')
  const asked = await days.now()
  expect(await show(wang, id, 'resident')).toMatchObject({ due: { clock: 'evidence', party: 'resident' } })
  await days.pass(24 * HOUR + MINUTE)
  expect(await days.swept()).toMatchObject({ remind: 1 })
  // Four hours before would be at six in the morning.
  await days.pass(20 * HOUR)
  expect(await days.swept()).toEqual({})
  await days.pass(2 * HOUR)
  expect(await days.swept()).toMatchObject({ remind: 1 })
  await house.courier()
  expect((await days.noticesTo(wang, 'resident')).filter(n => n.caseId === id && n.kind === 'reminder')).toHaveLength(2)
  const { dueAt = 0 } = (await show(wang, id, 'resident')).due ?? {}
  expect(dueAt).toBeGreaterThanOrEqual(asked + 48 * HOUR)
  await days.pass(dueAt + 1 - await days.now())
  expect(await days.swept()).toMatchObject({ lapse: 1 })
  expect(await show(wang, id, 'resident')).toMatchObject({ stage: 'lapsed' })
})

test('a supplier who was asked first and says nothing: the leader decides alone', async () => {
  const [id = ''] = await report(1)
  await act(chen, id, 'leader', { type: 'forward', words: '' })
  await days.pass(25 * HOUR)
  expect(await days.swept()).toMatchObject({ supplierMissed: 1 })
  expect(await show(chen, id, 'leader')).toMatchObject({ stage: 'waitingLeader', holder: 'leader' })
  expect(await days.commands(id, 'SupplierMissed')).toHaveLength(1)
})

describe('over 国庆, with nobody there on holidays', () => {
  const editHours = () => chen.call('editCommunity', { ...COMMUNITY, serviceHours: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []], holidayHours: [], seen: 0 })

  test('what is reported in the evening before it is due when somebody is back; a Saturday worked for it counts as a day', async () => {
    await editHours()
    await days.goTo('2026-09-30', '20:58')
    const [id = ''] = await report(1)
    // Looked at as soon as somebody is back: the day without a word is over then.
    expect(clockOf((await days.documentOf(id)).clockDueAt)).toBe('10-08 09:00')
    await days.goTo('2026-10-04', '12:00')
    expect(await days.swept()).toEqual({})
    await days.goTo('2026-10-08', '09:02')
    await days.swept()
    const answering = async () => (await days.commands(id, 'Reminded')).filter(c => c.startsWith('clock:respond:'))
    expect(await answering()).toEqual([])
    // Two of its five minutes were left before closing; the rest is on the first day after the holiday.
    await days.goTo('2026-10-08', '09:04')
    expect(await days.swept()).toMatchObject({ nudge: 1 })
    expect(await answering()).toHaveLength(1)
    await days.goTo('2026-10-09', '20:58')
    const [onFriday = ''] = await report(1)
    expect(clockOf((await days.documentOf(onFriday)).clockDueAt)).toBe('10-10 09:03')
  })

  test('over midnight and a weekend the same; other hours from now on change what is ahead and nothing that was', async () => {
    await editHours()
    await days.goTo('2026-09-25', '20:59')
    // 中秋 is that Friday: nobody is there, nor on the weekend.
    const [id = ''] = await report(1)
    expect(clockOf((await days.documentOf(id)).clockDueAt)).toBe('09-28 09:00')
    const [late = ''] = await report(1)
    await days.goTo('2026-09-28', '09:06')
    await days.swept()
    const nudged = await days.commands(late, 'Reminded')
    await chen.call('editCommunity', { ...COMMUNITY, serviceHours: USUAL_HOURS, holidayHours: null, seen: 1 })
    expect(await house.clock()).toMatchObject({ lookedAgain: 1 })
    expect(await days.commands(late, 'Reminded')).toEqual(nudged)
    await days.goTo('2026-10-01', '10:00')
    const [inHoliday = ''] = await report(1)
    expect(clockOf((await days.documentOf(inHoliday)).clockDueAt)).toBe('10-01 10:05')
    expect((await days.documentOf(id)).state).not.toHaveProperty('clocks')
  })
})

test('a desk that comes is found by cases that waited without one', async () => {
  const [id = ''] = await report(1)
  await days.pass(2 * 24 * HOUR)
  await days.swept()
  expect((await days.documentOf(id)).state.decision).toBe('review')
  await openDesk(house, 'lin')
  expect(await house.clock()).toMatchObject({ lookedAgain: 1, swept: { escalate: expect.any(Number) } })
  expect((await days.documentOf(id)).state.decision).toBe('withOperator')
})

test.each([[true, '没回话就算认了'], [false, '没回话不算认']] as const)('what a supplier does not answer: agreed %s, %s', async (admits, _says) => {
  const laoli = await house.as('laoli')
  const { suppliers: [supplier] } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const supplierId = supplier?.id ?? ''
  expect(await wang.refused('agreeOnSilence', { supplierId, admits: true })).toMatchObject({ code: 'NOT_FOUND', field: 'supplierId' })
  expect(await laoli.refused('agreeOnSilence', { supplierId, admits: true })).toMatchObject({ code: 'NOT_FOUND', field: 'supplierId' })
  await chen.call('agreeOnSilence', { supplierId, admits })
  expect(await laoli.call('showSupplier', { supplierId })).toMatchObject({ silenceAdmits: admits })
  const [id = ''] = await report(1)
  await act(chen, id, 'leader', { type: 'settle' })
  await days.pass(2000)
  await house.courier()
  expect((await laoli.call('showCase', { caseId: id, as: 'supplier' })).view.recovery).toMatchObject({ state: 'claimed', silenceAdmits: admits })
  // Said beforehand, half a day ahead or when they are there again.
  await days.pass(22 * HOUR)
  await house.clock()
  await house.courier()
  expect((await days.noticesTo(laoli, 'supplier')).filter(n => n.caseId === id && n.title.startsWith('到时间没回话，就算认了'))).toHaveLength(admits ? 1 : 0)
  await days.pass(3 * HOUR)
  expect(await days.commands(id, 'RecoveryAdmitted')).toEqual([])
  await days.pass(9 * HOUR)
  const [one, two] = await Promise.all([house.clock(), house.clock()])
  expect((one.swept.admit ?? 0) + (two.swept.admit ?? 0)).toBe(admits ? 1 : 0)
  expect(await days.commands(id, 'RecoveryAdmitted')).toHaveLength(admits ? 1 : 0)
  await house.courier()
  const { view } = await laoli.call('showCase', { caseId: id, as: 'supplier' })
  expect(view.recovery?.state).toBe(admits ? 'admitted' : 'claimed')
  expect((await days.noticesTo(laoli, 'supplier')).filter(n => n.caseId === id && n.title.startsWith('到时间没回话，按说好的算认了'))).toHaveLength(admits ? 1 : 0)
})

test('silence of a supplier whom nobody acts for admits nothing; who joins is told first, and has as long', async () => {
  const { suppliers: [supplier] } = await chen.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const supplierId = supplier?.id ?? ''
  await chen.call('agreeOnSilence', { supplierId, admits: true })
  const [member] = (await chen.call('showSupplier', { supplierId })).members
  await chen.call('removeMember', { supplierId, memberId: member?.id ?? '' })
  const [id = ''] = await report(1)
  await act(chen, id, 'leader', { type: 'settle' })
  for (const later of [1, 2, 3]) {
    await days.goTo(`2026-09-${24 + later}`, '12:00')
    expect((await days.swept()).admit).toBeUndefined()
  }
  expect((await days.documentOf(id)).state.recovery).toBe('claimed')
  await joinSupplier(house, 'lin', supplier?.name ?? '')
  expect(await days.swept()).toMatchObject({ remind: 1 })
  expect((await days.swept()).admit).toBeUndefined()
  await days.pass(11 * HOUR)
  expect((await days.swept()).admit).toBeUndefined()
  await days.pass(2 * HOUR)
  expect(await days.swept()).toMatchObject({ admit: 1 })
})
