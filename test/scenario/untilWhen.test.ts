import { shanghai } from '../../domain/clock/shanghai'
import { TEMPLATE_KEYS } from '../../domain/notice/templates'
import { importEstate, reportBad, type Estate } from './estate'
import { at, movedDays } from './movedDays'
import { allow, bind, COMMUNITY, decide, joinSupplier, moveIn, openDesk, openHouse, type House, type Name, type Someone } from './openHouse'

/** A message says until when, as that is when it goes. */
const { communityId } = COMMUNITY
let house: House
let wang: Someone, chen: Someone
let estate: Estate
let used = 0

beforeEach(async () => {
  house = await openHouse({ startsAt: at('2026-09-24', '10:00'), quietHours: '22:00-8:00', gatherSeconds: 600 })
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
  await chen.call('saveClocks', { communityId, seen: 0, rules: [{ clock: 'review', allows: { within: 50 * 3600_000, of: 'always' }, escalateAfter: { within: 70 * 3600_000, of: 'always' } }, { clock: 'resolve', allows: { within: 60 * 3600_000, of: 'always' } }] })
  await goTo('2026-09-25', '08:01')
  await house.courier()
  const dues = await Promise.all(cases.map(async caseId => (await chen.call('showCase', { caseId, as: 'leader' })).view.due?.dueAt ?? NaN))
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
