import type { CaseDocument } from '../../cloudfunctions/lib/cases'
import type { Answers, Input } from '../../domain/contract/calls'
import { MOST_CHANGES_A_DAY } from '../../domain/clock/changeable'
import type { ClockPolicy } from '../../domain/clock/rules'
import { shanghaiMidnight } from '../../domain/clock/shanghai'
import { promisesOf } from '../../domain/clock/standing'
import { act, bind, COMMUNITY, decide, fileOne, moveIn, openDesk, openHouse, type House, type Someone } from './openHouse'

const { communityId } = COMMUNITY
const HOUR = 3600_000
type Rules = Input<'saveClocks'>['rules']
const always = (hours: number) => ({ within: hours * HOUR, of: 'always' as const })
const SOONER: Rules = [{ clock: 'review', allows: always(3) }]
const LATER: Rules = [{ clock: 'review', allows: always(72), escalateAfter: always(72) }]

let house: House
let chen: Someone, wang: Someone, lin: Someone
beforeEach(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  ;[chen, wang, lin] = await Promise.all([house.as('chen'), house.as('wang'), house.as('lin')]) as [Someone, Someone, Someone]
  // Whatever the hour at which this runs, somebody answers: else a promise is due when they open.
  const whole = [{ from: 0, to: 1440 }]
  const { name, leaderName, leaderPhone, pickupPoints } = COMMUNITY
  await chen.call('editCommunity', { communityId, name, leaderName, leaderPhone, pickupPoints: [...pickupPoints], serviceHours: [whole, whole, whole, whole, whole, whole, whole], holidayHours: null, seen: 0 })
}, 60_000)
afterEach(() => house.close())

const stored = async (id: string) => (await house.db.collection('cases').where({ _id: id }).get()).data[0] as CaseDocument
const policies = async () => ((await house.db.collection('communities').where({ _id: communityId }).get()).data[0] as { clocks: ClockPolicy[] }).clocks
const version = async () => (await chen.call('showClocks', { communityId })).version
const save = async (rules: Rules, who = chen): Promise<Answers['saveClocks']> => who.call('saveClocks', { communityId, rules, seen: await version() })
const reviewOf = async (id: string) => {
  const { state, events, version: v } = await stored(id)
  return promisesOf({ state, events, version: v }, { policies: await policies() }, (await house.cloud.moveTime(0)).now).find(d => d.clock === 'review')
}

test('times are changed with cases open: what it would do is said before, is done after, and what was before stays', async () => {
  const late = (await fileOne(wang, '脐橙')).id
  await house.cloud.moveTime(30 * HOUR)
  const [open, over] = [(await fileOne(wang, '草莓')).id, (await fileOne(lin, '小番茄')).id]
  // Somebody answered: what the list goes by is the decision from here on.
  await act(chen, open, 'leader', { type: 'note', words: '看到了', internal: true })
  await decide(chen, over, 'leader', { type: 'settle' })
  await house.clock()
  const [openBefore, lateBefore, keptBefore] = [await stored(open), await stored(late), await reviewOf(over)]
  expect(openBefore.holderDueAt).toBe(openBefore.filedAt + 24 * HOUR)

  const seen = await chen.call('previewClocks', { communityId, rules: SOONER })
  // The refund of the settled one has a time of its own, which nothing is said about.
  expect(seen).toMatchObject({ looked: 3, touched: 1, earlier: 1, atOnce: 0, later: 0, rest: 0, most: [{ caseId: open, clock: 'review', party: 'leader', title: expect.stringContaining('草莓'), joinNumber: '7', was: openBefore.filedAt + 24 * HOUR, will: openBefore.filedAt + 3 * HOUR }] })
  expect(await stored(open)).toEqual(openBefore)

  const page = await save(SOONER)
  expect(page).toMatchObject({ rules: SOONER, mayEdit: true, changes: [{ by: { party: 'leader', name: COMMUNITY.leaderName }, words: [expect.stringContaining('→ 3 小时')] }, { words: ['有人管的时间，每天：8:00–22:00 → 0:00–24:00'] }] })
  await house.clock()
  const after = await stored(open)
  expect(after.holderDueAt).toBe(seen.most[0]?.will)
  // Without a desk nothing is the clock's to do about a decision; a word each day is.
  expect(after.clockDueAt).toBe(after.filedAt + 24 * HOUR)
  // Due before the change, and over before it: as it was.
  expect((await stored(late)).holderDueAt).toBe(lateBefore.holderDueAt)
  expect(await reviewOf(late)).toMatchObject({ standing: 'late' })
  expect(await reviewOf(over)).toEqual(keptBefore)

  await save(LATER)
  await house.clock()
  expect(await reviewOf(open)).toMatchObject({ dueAt: openBefore.filedAt + 72 * HOUR })
  // However long the decision may take, a word is due each day.
  expect(await stored(open)).toMatchObject({ holderDueAt: openBefore.filedAt + 24 * HOUR, word: 'update' })
  expect((await stored(late)).holderDueAt).toBe(lateBefore.holderDueAt)
  expect(await reviewOf(late)).toMatchObject({ standing: 'late' })
  // Nothing was taken out of what was agreed on before.
  expect((await policies()).map(p => p.rules)).toEqual([[], [], SOONER, LATER])
  // Back to usual is a change like any other.
  await save([])
  await house.clock()
  expect((await stored(open)).holderDueAt).toBe(openBefore.filedAt + 24 * HOUR)
})

test('a reminder that was given is not given again when the time becomes longer', async () => {
  const { id } = await fileOne(wang, '草莓')
  await act(chen, id, 'leader', { type: 'askEvidence', missing: ['clearer'], words: '看不清' })
  await act(chen, id, 'leader', { type: 'tell', how: 'phone' })
  await house.cloud.moveTime(30 * HOUR)
  await house.clock()
  const reminders = async () => (await stored(id)).events.filter(e => e.type === 'Reminded' && e.clock === 'evidence' && !e.late).length
  expect(await reminders()).toBe(1)
  const due = (await stored(id)).holderDueAt
  await save([{ clock: 'evidence', allows: always(72), remindBefore: [48 * HOUR, 24 * HOUR] }])
  await house.clock()
  await house.clock()
  expect((await stored(id)).holderDueAt).toBe((due ?? 0) + 24 * HOUR)
  expect(await reminders()).toBe(1)
})

test('two at once: one is kept, the other is told what changed, and can say the same after looking', async () => {
  const seen = await version()
  const theirs: Rules = [{ clock: 'refund', allows: always(12) }]
  const outcomes = await Promise.allSettled([chen.call('saveClocks', { communityId, rules: SOONER, seen }), chen.call('saveClocks', { communityId, rules: theirs, seen })])
  expect(outcomes.map(o => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  const [kept, lost, words] = outcomes[0]?.status === 'fulfilled' ? [SOONER, theirs, '团长看：'] as const : [theirs, SOONER, '退款：'] as const
  expect(await chen.refused('saveClocks', { communityId, rules: lost, seen })).toMatchObject({ code: 'CHANGED_MEANWHILE', field: 'seen', message: expect.stringContaining(words) })
  // The same sent again, its answer lost: no second version.
  const page = await chen.call('saveClocks', { communityId, rules: kept, seen })
  expect([page.version, page.rules]).toEqual([seen + 1, kept])
  const both = [...kept, ...lost]
  expect(await chen.call('saveClocks', { communityId, rules: both, seen: page.version })).toMatchObject({ version: seen + 2, rules: both })
})

test('a page that is older than the hours overwrites none of them: it is told what changed; what is no hour is saved all the same', async () => {
  const { name, leaderName, leaderPhone, pickupPoints } = COMMUNITY
  const seen = await chen.call('showCommunity', { communityId })
  expect(seen.version).toBe(await version())
  const said = { communityId, name, leaderName, leaderPhone, pickupPoints: [...pickupPoints], serviceHours: seen.community.serviceHours, holidayHours: seen.community.holidayHours, seen: seen.version }
  const with_ = (day: number, spans: { from: number; to: number }[]) => said.serviceHours.map((d, i) => (i === day ? spans : d)) as typeof said.serviceHours
  const theirs = with_(5, [{ from: 540, to: 1260 }])
  const kept = await chen.call('editCommunity', { ...said, serviceHours: theirs })
  expect(kept.version).toBe(seen.version + 1)
  const before = await policies()
  const mine = { ...said, leaderName: '陈姐姐', serviceHours: with_(6, []) }
  expect(await chen.refused('editCommunity', mine)).toMatchObject({ code: 'CHANGED_MEANWHILE', field: 'seen', message: '陈姐改过了：有人管的时间，周六：0:00–24:00 → 9:00–21:00。请看看最新的再改' })
  expect(await chen.refused('editCommunity', { ...said, holidayHours: [] })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  expect((await chen.call('showCommunity', { communityId })).community).toMatchObject({ leaderName, serviceHours: theirs, holidayHours: null })
  expect(await policies()).toEqual(before)
  // Hours that are as they were looked at are nobody's change: the newer ones stay.
  expect(await chen.call('editCommunity', { ...said, leaderPhone: '13800000001' })).toMatchObject({ version: kept.version, community: { leaderPhone: '13800000001', serviceHours: theirs } })
  // The same sent again, its answer lost.
  expect(await chen.call('editCommunity', { ...said, serviceHours: theirs })).toMatchObject({ version: kept.version })
  expect(await policies()).toEqual(before)
  // Having looked, they may; two at once are one behind the other.
  const outcomes = await Promise.allSettled([[{ from: 480, to: 720 }], [{ from: 480, to: 780 }]].map(async day => chen.call('editCommunity', { ...said, seen: kept.version, serviceHours: with_(0, day) })))
  expect(outcomes.map(o => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await policies()).toHaveLength(before.length + 1)
})

test('what other hours would do to open cases is said before they are kept, and is what they do', async () => {
  const { now } = await house.cloud.moveTime(0)
  await house.cloud.moveTime(shanghaiMidnight(now) + 34 * HOUR - now)
  const id = (await fileOne(wang, '草莓')).id
  await act(chen, id, 'leader', { type: 'note', words: '看到了', internal: true })
  const { name, leaderName, leaderPhone, pickupPoints } = COMMUNITY
  const due = (await reviewOf(id))?.dueAt
  // It is due at ten; from now on nobody is here before eleven.
  const day = [{ from: 660, to: 1440 }]
  const hours = { serviceHours: [day, day, day, day, day, day, day] as Input<'editCommunity'>['serviceHours'], holidayHours: null }
  const before = [await stored(id), await policies()]
  const seen = await chen.call('previewClocks', { communityId, hours })
  expect(seen).toMatchObject({ looked: 1, touched: 1, most: expect.arrayContaining([expect.objectContaining({ caseId: id, clock: 'review', was: due })]) })
  expect([await stored(id), await policies()]).toEqual(before)
  await chen.call('editCommunity', { communityId, name, leaderName, leaderPhone, pickupPoints: [...pickupPoints], ...hours, seen: await version() })
  expect(await reviewOf(id)).toMatchObject({ dueAt: seen.most.find(m => m.clock === 'review')?.will })
  expect(await chen.refused('previewClocks', { communityId, hours: { ...hours, serviceHours: [[], [], [], [], [], [], []] } })).toMatchObject({ code: 'BAD_INPUT', field: 'hours.serviceHours' })
  // Hours are the leader's own; times may be the desk's.
  await openDesk(house, 'xu', '小许')
  const xu = await house.as('xu')
  expect(await xu.refused('previewClocks', { communityId, hours })).toMatchObject({ code: 'LEADER_ONLY' })
  expect(await xu.call('previewClocks', { communityId, rules: SOONER })).toMatchObject({ looked: 1 })
})

test('who may: the leader and who leads at the desk; a helper reads, anybody else learns nothing', async () => {
  const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'helper', limit: 600 } })
  await lin.call('acceptRole', { token, name: '老公', phone: '' })
  await openDesk(house, 'xu', '小许')
  const xu = await house.as('xu')
  expect(await lin.call('showClocks', { communityId })).toMatchObject({ mayEdit: false, hasDesk: true })
  const seen = await version()
  for (const [call, input] of [['previewClocks', {}], ['saveClocks', { seen }]] as const) expect(await lin.refused(call, { communityId, rules: SOONER, ...input })).toMatchObject({ code: 'LEADER_ONLY' })
  for (const who of [wang, await house.as('stranger'), await house.as('otherLeader')]) {
    for (const [call, input] of [['showClocks', {}], ['previewClocks', { rules: [] }], ['saveClocks', { rules: [], seen }]] as const) expect(await who.refused(call, { communityId, ...input })).toMatchObject({ code: 'NOT_ALLOWED' })
  }
  const saved = await save(SOONER, xu)
  expect(saved.changes[0]).toMatchObject({ by: { party: 'operator', name: '小许' } })
  expect(JSON.stringify(saved)).not.toContain('personId')
})

const WRONG: [string, unknown, string, string][] = [
  ['an unknown clock', [{ clock: 'lunch', allows: always(2) }], 'BAD_INPUT', 'rules.0.clock'],
  ['a clock of every object', [{ clock: 'toString', allows: always(2) }], 'BAD_INPUT', 'rules.0.clock'],
  ['an unknown class', [{ clock: 'review', class: 'weather', allows: always(2) }], 'BAD_INPUT', 'rules.0.class'],
  ['an unknown priority', [{ clock: 'review', priority: 'maybe', allows: always(2) }], 'BAD_INPUT', 'rules.0.priority'],
  ['no time', [{ clock: 'review' }], 'BAD_INPUT', 'rules.0.allows'],
  ['two times in one', [{ clock: 'resolve', allows: { ...always(2), today: true } }], 'BAD_INPUT', 'rules.0.allows'],
  ['less than nothing', [{ clock: 'review', allows: always(-2) }], 'BAD_INPUT', 'rules.0.allows'],
  ['a time in words', [{ clock: 'review', allows: { within: '2h', of: 'always' } }], 'BAD_INPUT', 'rules.0.allows'],
  ['somebody slipped in', [{ ...SOONER[0], by: { personId: 'x' } }], 'BAD_INPUT', 'rules.0.by'],
  ['seconds', [{ clock: 'review', allows: { within: HOUR + 1, of: 'always' } }], 'NOT_MINUTES', 'rules.0.allows'],
  ['a right made shorter', [{ clock: 'appealWindow', allows: always(24) }], 'NOT_CHANGEABLE', 'rules.0.clock'],
  ['a neighbour with half a day', [{ clock: 'offer', allows: always(12), remindBefore: [HOUR] }], 'TOO_SHORT', 'rules.0.allows'],
  ['money in a week', [{ clock: 'refund', allows: always(168), escalateAfter: always(168) }], 'TOO_LONG', 'rules.0.allows'],
  ['the same twice', [SOONER[0], SOONER[0]], 'SAME_LINE_TWICE', 'rules.1'],
  ['a danger later', [{ clock: 'review', class: 'hazard', allows: always(48), escalateAfter: always(48) }], 'DANGER_SLOWER', 'rules.0.allows'],
  ['the desk too early', [{ clock: 'review', allows: always(48) }], 'DESK_TOO_EARLY', 'rules.0.escalateAfter'],
  ['nudges without end', [{ ...SOONER[0], nudgeEvery: 60_000 }], 'NUDGES_TOO_OFTEN', 'rules.0.nudgeEvery'],
]
test('what can never be meant is refused with where and why, by preview and saving alike, and changes nothing', async () => {
  const [before, seen] = [await policies(), await version()]
  for (const [what, rules, code, field] of WRONG) {
    for (const [call, more] of [['saveClocks', { seen }], ['previewClocks', {}]] as const) {
      const { message, ...refused } = await chen.refused(call, { communityId, rules, ...more } as never)
      expect([what, refused]).toEqual([what, { code, field, again: false }])
      expect(message).toMatch(/[一-鿿]/)
    }
  }
  expect(await chen.refused('saveClocks', { communityId, rules: [], seen: -1 })).toMatchObject({ code: 'BAD_INPUT', field: 'seen' })
  expect(await chen.refused('saveClocks', { communityId, rules: SOONER, seen: 99 })).toMatchObject({ code: 'CHANGED_MEANWHILE', field: 'seen' })
  expect(await policies()).toEqual(before)
})

test('times and hours together are changed so often in a day and no oftener; the rest of a community is edited all the same', async () => {
  const whole = [{ from: 0, to: 1440 }]
  const { name, leaderName, leaderPhone, pickupPoints } = COMMUNITY
  const edit = async (from: number, called = name) => ({ communityId, name: called, leaderName, leaderPhone, pickupPoints: [...pickupPoints], serviceHours: [[{ from, to: 1440 }], whole, whole, whole, whole, whole, whole], holidayHours: null, seen: await version() } satisfies Input<'editCommunity'>)
  // One was made when they moved in.
  let changes = 1
  for (let hours = 2; changes < MOST_CHANGES_A_DAY - 1; hours++, changes++) await save([{ clock: 'review', allows: always(hours) }])
  await chen.call('editCommunity', await edit(60))
  const full = await policies()
  expect(full).toHaveLength(MOST_CHANGES_A_DAY + 1)
  expect(await chen.refused('editCommunity', await edit(120))).toMatchObject({ code: 'TOO_MANY_CHANGES', field: 'serviceHours' })
  expect(await chen.refused('saveClocks', { communityId, rules: SOONER, seen: await version() })).toMatchObject({ code: 'TOO_MANY_CHANGES', field: 'rules' })
  expect(await policies()).toEqual(full)
  await chen.call('editCommunity', await edit(60, '梧桐苑二期'))
  expect((await chen.call('showCommunity', { communityId })).community.name).toBe('梧桐苑二期')
  await house.cloud.moveTime(24 * HOUR + 60_000)
  await save(SOONER)
})
