import { before, shanghai } from '../../domain/clock/shanghai'
import { TEMPLATE_KEYS } from '../../domain/notice/templates'
import { importEstate, reportBad, type Estate } from './estate'
import { at, movedDays } from './movedDays'
import { act, allow, bind, COMMUNITY, decide, fileOne, joinSupplier, moveIn, openDesk, openHouse, type House, type Name, type Someone } from './openHouse'

/** A message says until when, as that is when it goes. */
const { communityId } = COMMUNITY
let house: House
let wang: Someone, chen: Someone
let estate: Estate
let used = 0

beforeEach(async () => {
  house = await openHouse({ startsAt: at('2026-09-24', '10:00'), quietHours: '22:00-8:00', gatherSeconds: 600, outside: true })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')])
  estate = await importEstate(house, chen, 10, wang)
  used = 0
}, 90_000)
afterEach(() => house.close())

const goTo = (day: string, time: string) => movedDays(house).goTo(day, time)
/** So many households report their box. @returns the cases */
const report = async (many: number) => (await reportBad(wang, estate.lines.slice(used, used += many))).map(c => c.caseId)
/** What WeChat showed on somebody's phone, the newest first. */
const shown = (name: Name) => house.cloud.messages(1000).filter(m => m.openid === `o-scenario-${name}`).map(m => ({ template: TEMPLATE_KEYS[m.templateId], ...Object.fromEntries(Object.entries(m.data).map(([field, { value }]) => [field, value])) }))
const clock = (at: number) => shanghai(at).format('YYYY-MM-DD HH:mm')
/** A community that takes its time: three hours for a word, thirty to decide. */
const slower = [
  { clock: 'respond' as const, allows: { within: 3 * 3600_000, of: 'serviceHours' as const } }, { clock: 'update' as const, allows: { within: 48 * 3600_000, of: 'always' as const } },
  { clock: 'review' as const, allows: { within: 30 * 3600_000, of: 'always' as const }, escalateAfter: { within: 70 * 3600_000, of: 'always' as const } }, { clock: 'resolve' as const, allows: { within: 60 * 3600_000, of: 'always' as const } },
]
/** When a promise is due, as the page of its case says. ms */
const promised = async (who: Someone, caseId: string, clock: 'respond' | 'review') => (await who.call('showCase', { caseId, as: 'leader' })).view.promises.find(p => p.clock === clock && p.endedAt === null)?.dueAt ?? NaN
/** The first time at which a promise of somebody's breaks, as their list has it. */
async function firstToBreak(cases: readonly string[]): Promise<string> {
  const { data } = await house.db.collection('cases').where({ _id: house.db.command.in([...cases]) }).limit(100).get() as { data: { breaksAt: number }[] }
  return clock(Math.min(...data.map(c => c.breaksAt)))
}

test('times that changed in the night are those of the morning’s message, and the earliest of its cases is said', async () => {
  await allow(chen, 'leader')
  await goTo('2026-09-24', '22:30')
  const cases = await report(3)
  await house.courier()
  const { data } = await house.db.collection('notices').where({ as: 'leader', kind: 'toHandle' }).limit(100).get() as { data: { data: Record<string, string> }[] }
  await chen.call('saveClocks', { communityId, seen: 0, rules: slower })
  await goTo('2026-09-25', '08:01')
  await house.courier()
  const dues = await Promise.all(cases.map(caseId => promised(chen, caseId, 'respond')))
  expect(shown('chen')).toMatchObject([{ template: 'toHandle', time3: clock(Math.min(...dues)) }])
  expect(data.map(n => n.data['time3'])).not.toContain(clock(Math.min(...dues)))
})

test('a nudge says when the first of them was over its time', async () => {
  await allow(chen, 'leader')
  const cases = await report(2)
  await goTo('2026-09-25', '11:00')
  await house.clock()
  const first = await firstToBreak(cases)
  await house.courier()
  expect(shown('chen').filter(m => m.template === 'reminder')).toMatchObject([{ time3: first }])
})

test('two alarms of one case are one message that names both, and when the first of them was due', async () => {
  const lin = await house.as('lin')
  await openDesk(house, 'lin')
  await allow(lin, 'operator')
  const [caseId = ''] = await report(1)
  await decide(chen, caseId, 'leader', { type: 'settle' })
  await house.courier()
  await house.cloud.moveTime(25 * 3600_000)
  await house.clock()
  await house.courier()
  const { view } = await chen.call('showCase', { caseId, as: 'leader' })
  const due = (name: string) => view.promises.find(p => p.clock === name)?.dueAt ?? NaN
  expect(shown('lin')).toMatchObject([{ template: 'toHandle', thing1: '到时间还没退款；到时间还没回话', time3: clock(Math.min(due('refund'), due('recovery'))) }])
})

test('a reminder of the end says the end, on the phone and in the inbox, though the decision is due days later', async () => {
  await chen.call('saveClocks', { communityId, seen: 0, rules: [
    { clock: 'review', allows: { within: 72 * 3600_000, of: 'always' }, escalateAfter: { within: 72 * 3600_000, of: 'always' } }, { clock: 'resolve', allows: { within: 12 * 3600_000, of: 'always' }, remindBefore: [2 * 3600_000] },
  ] })
  const [caseId = ''] = await report(1)
  await act(chen, caseId, 'leader', { type: 'note', words: '看到了', internal: false })
  await house.courier()
  await allow(chen, 'leader')
  await goTo('2026-09-24', '20:02')
  await house.clock()
  await house.courier()
  expect(shown('chen')).toMatchObject([{ template: 'reminder', thing1: '快到说好办完的时间了', time3: '2026-09-24 22:00' }])
  const reminder = (await chen.call('listNotices', {})).notices.find(n => n.title === '快到说好办完的时间了')
  expect(reminder?.dueAt).toBe(at('2026-09-24', '22:00'))
  const { data: [stored] } = await house.db.collection('notices').where({ kind: 'reminder' }).limit(1).get() as { data: { body: string }[] }
  expect(stored?.body).toContain('，请在今晚10点前办完')
})

test('a danger while nobody answers for days is to be looked at now: on the phone and in the inbox no day is named', async () => {
  await openDesk(house, 'xu')
  const xu = await house.as('xu')
  await allow(xu, 'operator')
  const { name, leaderName, leaderPhone, pickupPoints } = COMMUNITY
  const day = [{ from: 480, to: 1320 }]
  await chen.call('editCommunity', { communityId, name, leaderName, leaderPhone, pickupPoints: [...pickupPoints], serviceHours: [day, day, day, day, day, day, day], holidayHours: [], seen: 0 })
  await goTo('2026-10-01', '12:00')
  await fileOne(wang, '草莓', { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'none' }, words: '吃了拉肚子' })
  await house.courier()
  expect(shown('xu')).toMatchObject([{ template: 'toHandle', time3: '2026-10-01 12:00' }])
  expect((await xu.call('listNotices', {})).notices).toMatchObject([{ body: expect.stringMatching(/，请马上看$/u) as string, dueAt: null }])
})

describe('the inbox', () => {
  const inboxOf = async (who: Someone) => (await who.call('listNotices', {})).notices
  const filed = async (caseId: string) => (await inboxOf(chen)).find(n => n.caseId === caseId)

  test('says until when as it is now: a first word before the decision, after the times changed, while the neighbour is waited for, and when it is done', async () => {
    const [caseId = ''] = await report(1)
    await house.courier()
    const first = await filed(caseId)
    expect(first).toMatchObject({ dueAt: await promised(chen, caseId, 'respond'), body: expect.stringMatching(/，请先回一声$/u) as string })
    expect(first?.body).not.toContain('请在')
    await chen.call('saveClocks', { communityId, seen: 0, rules: slower })
    await act(chen, caseId, 'leader', { type: 'note', words: '看到了', internal: false })
    const later = await filed(caseId)
    expect(later).toMatchObject({ body: first?.body.replace('，请先回一声', ''), dueAt: await promised(chen, caseId, 'review') })
    expect(later?.dueAt).toBeGreaterThan((first?.dueAt ?? Infinity) + 25 * 3600_000)
    await act(chen, caseId, 'leader', { type: 'askEvidence', missing: ['whole'], words: '' })
    expect((await filed(caseId))?.dueAt).toBeNull()
    await wang.call('showCase', { caseId, as: 'resident' })
    await decide(chen, caseId, 'leader', { type: 'settle' })
    expect((await filed(caseId))?.dueAt).toBeNull()
  })

  test('who has no part in it any more learns nothing new of it there', async () => {
    const tang = await house.as('tang')
    const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'helper', limit: 5000 } })
    await tang.call('acceptRole', { token, name: '小唐', phone: '' })
    const [caseId = ''] = await report(1)
    await house.courier()
    const seenBy = async (who: Someone) => (await inboxOf(who)).find(n => n.caseId === caseId)?.dueAt ?? null
    expect(await seenBy(tang)).toBe(await promised(chen, caseId, 'respond'))
    const { personId } = await tang.call('whoAmI', {})
    await chen.call('removeFromTeam', { communityId, memberId: personId })
    expect([await seenBy(tang), await seenBy(chen)]).toEqual([null, await promised(chen, caseId, 'respond')])
  })

  test('a mail says until when as it is when it goes', async () => {
    await chen.call('askCode', { way: 'email', address: 'chen@example.com' })
    await chen.call('confirmCode', { way: 'email', code: /\d{6}/.exec(house.cloud.outside?.deliveries.latest(1)[0]?.title ?? '')?.[0] ?? '' })
    await goTo('2026-09-24', '22:30')
    const [caseId = ''] = await report(1)
    await house.courier()
    await chen.call('saveClocks', { communityId, seen: 0, rules: slower })
    await goTo('2026-09-25', '08:01')
    await house.courier()
    const due = await promised(chen, caseId, 'respond')
    const mails = (house.cloud.outside?.deliveries.latest(1000) ?? []).filter(d => d.service === 'mail' && !d.title.includes('验证码'))
    const { now } = await house.cloud.moveTime(0)
    expect(mails.map(m => JSON.stringify(m).includes(`请在${before(due, now)}先回一声`))).toEqual([true])
  })
})
