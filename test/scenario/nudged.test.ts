import { randomUUID } from 'node:crypto'
import { importEstate, reportBad, type Estate } from './estate'
import { at, movedDays, type MovedDays } from './movedDays'
import { act, allow, bind, COMMUNITY, decide, FRUIT, fileOne, lineOf, moveIn, openDesk, openHouse, uploadFiles, type House, type Someone } from './openHouse'

/** Who is nudged about what is late, how often, and with which number. */
const { communityId } = COMMUNITY
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let house: House
let days: MovedDays
let wang: Someone, chen: Someone
beforeEach(async () => {
  house = await openHouse({ startsAt: at('2026-09-24', '10:00') })
  days = movedDays(house)
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
}, 60_000)
afterEach(() => house.close())

const digests = async (who: Someone, as: 'leader' | 'operator') => (await days.digests(who, as)).map(n => n.title)
const late = (n: number) => `有 ${n} 件到时间了，等您处理`
const board = async (who: Someone, of: { kind: 'community' | 'desk'; id: string }) => (await who.call('showBoard', { of })).late.rows
const copiesTo = (openid: string) => house.cloud.messages(1000).filter(m => m.openid === openid)
const complainAbout = async (about: 'leader') => {
  const { orderId, lineId } = await lineOf(wang, '脐橙')
  return (await wang.call('fileCase', { caseId: randomUUID(), orderId, lineId, reason: 'attitude', claim: { measure: 'none' }, wish: { kind: 'apology' }, photos: [], words: '说话难听', about })).view.id
}
/** The clock and then the courier, as their timers have them. */
const oneMinute = async () => {
  const swept = await days.swept()
  await house.courier()
  return swept
}

test('a carrier that does not answer: whoever talks to it is chased each half hour, though the neighbour has their money', async () => {
  await allow(chen, 'leader')
  const { id } = await fileOne(wang, '草莓', { reason: 'lost', photos: [] })
  await decide(chen, id, 'leader', { type: 'settle' })
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
  expect(await days.documentOf(id)).toMatchObject({ holder: 'nobody', state: { money: 'paid', recovery: 'claimed', recoverFrom: 'carrier' } })
  await days.pass(55 * MINUTE)
  expect(await oneMinute()).toEqual({})
  expect(await digests(chen, 'leader')).toEqual([])
  const before = copiesTo('o-scenario-chen').length
  await days.pass(6 * MINUTE)
  expect(await oneMinute()).toEqual({ nudge: 1 })
  expect(await digests(chen, 'leader')).toEqual([late(1)])
  // Not only in the app: nothing says that it came too late.
  expect(copiesTo('o-scenario-chen').length).toBe(before + 1)
  for (const many of [2, 3]) {
    await days.pass(29 * MINUTE)
    expect(await oneMinute()).toEqual({})
    await days.pass(2 * MINUTE)
    expect(await oneMinute()).toEqual({ nudge: 1 })
    expect(await digests(chen, 'leader')).toEqual(Array(many).fill(late(1)))
  }
  await act(chen, id, 'leader', { type: 'admitRecovery', words: '客服说三天内赔' })
  await days.pass(2 * HOUR)
  expect(await oneMinute()).toEqual({})
  expect(await digests(chen, 'leader')).toHaveLength(3)
})

test('a complaint about the leader: the desk hears that it is late, the leader of nothing but their own', async () => {
  await openDesk(house, 'xu')
  const xu = await house.as('xu')
  const about = await complainAbout('leader')
  const { id } = await fileOne(wang, '草莓')
  await days.pass(6 * MINUTE)
  expect(await oneMinute()).toEqual({ nudge: 2 })
  expect([await digests(xu, 'operator'), await digests(chen, 'leader')]).toEqual([[late(1)], [late(1)]])
  await decide(chen, id, 'leader', { type: 'settle' })
  await days.pass(31 * MINUTE)
  expect(await oneMinute()).toEqual({ nudge: 1 })
  expect([await digests(xu, 'operator'), await digests(chen, 'leader')]).toEqual([[late(1), late(1)], [late(1)]])
  // Answered with a plan, a day without a word after it is the desk's as well.
  await act(xu, about, 'operator', { type: 'note', words: '在问了', internal: false })
  await days.pass(25 * HOUR)
  await oneMinute()
  expect((await days.documentOf(about)).events.flatMap(e => (e.type === 'Reminded' ? [e.party] : []))).toEqual(['operator', 'operator', 'operator'])
  expect((await digests(xu, 'operator')).length).toBe(3)
  expect((await days.noticesTo(chen, 'leader')).filter(n => n.caseId === about)).toEqual([])
})

test('what was late and now waits for the neighbour, or for what is found out, is on the board and in no number of a nudge', async () => {
  await openDesk(house, 'xu')
  const xu = await house.as('xu')
  const asked = (await fileOne(wang, '草莓')).id
  const lookedInto = (await fileOne(wang, '脐橙')).id
  for (const id of [asked, lookedInto]) await act(chen, id, 'leader', { type: 'note', words: '在看了', internal: false })
  await days.pass(3 * HOUR)
  await act(chen, asked, 'leader', { type: 'askEvidence', missing: ['whole'], words: '' })
  await act(xu, lookedInto, 'operator', { type: 'investigate', words: '查冷链', until: at('2026-09-26', '10:00') })
  await house.courier()
  for (const caseId of [asked, lookedInto]) await wang.call('showCase', { caseId, as: 'resident' })
  await bind(house, 'lin', '12', '3516')
  const { id } = await fileOne(await house.as('lin'), '小番茄')
  await days.pass(6 * MINUTE)
  await oneMinute()
  expect((await board(chen, { kind: 'community', id: communityId })).map(r => r.caseId).sort()).toEqual([asked, lookedInto, id].sort())
  expect((await chen.call('leaderInbox', { communityId, tab: 'mine' })).cards.filter(c => Math.min(c.due?.dueAt ?? Infinity, c.sooner?.dueAt ?? Infinity) <= at('2026-09-24', '13:06')).map(c => c.id)).toEqual([id])
  expect((await digests(chen, 'leader')).at(-1)).toBe(late(1))
  // Answered, it is theirs again, as late as it was.
  await act(wang, asked, 'resident', { type: 'addEvidence', photos: [await wang.photo()], voices: [], words: '' })
  await days.pass(31 * MINUTE)
  await oneMinute()
  expect((await digests(chen, 'leader')).at(-1)).toBe(late(2))
})

test('what came to the desk late is one message, and a nudge half an hour after it', async () => {
  await openDesk(house, 'xu')
  const xu = await house.as('xu')
  const { id } = await fileOne(wang, '草莓', { reason: 'lost', photos: [] })
  await days.pass(6 * MINUTE)
  expect(await oneMinute()).toEqual({ nudge: 1 })
  await days.pass(30 * MINUTE)
  expect(await oneMinute()).toEqual({ nudge: 1 })
  await days.pass(25 * MINUTE)
  expect(await oneMinute()).toEqual({ escalate: 1 })
  await days.pass(6 * MINUTE)
  expect(await oneMinute()).toEqual({})
  expect((await days.noticesTo(xu, 'operator')).map(n => [n.caseId, n.title])).toEqual([[id, '团长到时间没回音，请您来定']])
  await days.pass(25 * MINUTE)
  expect(await oneMinute()).toEqual({ nudge: 1 })
  expect(await digests(xu, 'operator')).toEqual([late(1)])
})

describe.each([['the leader has the case', false], ['the desk has it', true]] as const)('the desk finds something out, and %s', (_whose, referred) => {
  let xu: Someone
  let deskId: string, id: string
  beforeEach(async () => {
    deskId = await openDesk(house, 'xu')
    xu = await house.as('xu')
    ;({ id } = await fileOne(wang, '草莓'))
    if (referred) await act(chen, id, 'leader', { type: 'refer', words: '请定' })
    await act(xu, id, 'operator', { type: 'investigate', words: '查冷链', until: at('2026-09-26', '10:00') })
    await house.courier()
  })
  const promise = async (who: Someone, as: 'resident' | 'leader' | 'operator') => (await who.call('showCase', { caseId: id, as })).view.promises.find(p => p.clock === 'investigation')

  test('late with it, the desk is nudged, and stands on both boards as who is late', async () => {
    for (const [who, as] of [[wang, 'resident'], [chen, 'leader'], [xu, 'operator']] as const) expect(await promise(who, as)).toMatchObject({ party: 'operator', standing: 'running', dueAt: at('2026-09-26', '10:00') })
    // A word each day is kept.
    await days.goTo('2026-09-25', '09:50')
    await act(xu, id, 'operator', { type: 'note', words: '还在查', internal: false })
    await days.goTo('2026-09-26', '09:40')
    await act(xu, id, 'operator', { type: 'note', words: '快查完了', internal: false })
    expect(await oneMinute()).toEqual({})
    await days.goTo('2026-09-26', '10:01')
    expect(await oneMinute()).toEqual({ nudge: 1 })
    expect([await digests(xu, 'operator'), await digests(chen, 'leader')]).toEqual([[late(1)], []])
    for (const rows of [await board(xu, { kind: 'desk', id: deskId }), await board(chen, { kind: 'community', id: communityId })]) expect(rows).toMatchObject([{ caseId: id, clock: 'investigation', party: 'operator' }])
    for (const [who, as] of [[wang, 'resident'], [chen, 'leader'], [xu, 'operator']] as const) expect(await promise(who, as)).toMatchObject({ party: 'operator', standing: 'late' })
    // In the list of whoever has the case it stays in its place.
    if (!referred) expect((await chen.call('leaderInbox', { communityId, tab: 'mine' })).cards).toMatchObject([{ id, due: { clock: 'investigation', party: 'operator' }, myDue: null }])
    await act(xu, id, 'operator', { type: 'endInvestigation', words: '断过两小时冷' })
    expect((await days.documentOf(id)).outcomes).toContainEqual(expect.objectContaining({ clock: 'investigation', party: 'operator' }))
  })

  test('a day without a word is the desk\'s, and what the leader is late with before hides nothing of it', async () => {
    // The neighbour has not opened it: to tell them is the leader's, from when it began.
    await days.pass(30 * MINUTE)
    await act(xu, id, 'operator', { type: 'addEvidence', photos: [await xu.photo()], voices: [], words: '热线里说的', channel: 'hotline' })
    await days.goTo('2026-09-25', '10:25')
    expect(await oneMinute()).toEqual({})
    await days.goTo('2026-09-25', '10:35')
    expect(await oneMinute()).toEqual({ nudge: 1 })
    expect(await days.documentOf(id)).toMatchObject({ breaks: 'tell', breaksBy: 'leader' })
    expect([await digests(xu, 'operator'), await digests(chen, 'leader')]).toEqual([[late(1)], []])
    await days.goTo('2026-09-26', '10:01')
    expect(await oneMinute()).toEqual({ nudge: 1 })
    expect([await digests(xu, 'operator'), await digests(chen, 'leader')]).toEqual([[late(1), late(1)], []])
  })
})

describe('in the rush', () => {
  let estate: Estate
  let used: number
  beforeEach(async () => {
    estate = await importEstate(house, chen, 45, wang)
    used = 0
  }, 60_000)
  const report = (many: number) => reportBad(wang, estate.lines.slice(used, used += many))
  const apart = async () => {
    const times = (await days.digests(chen, 'leader')).map(n => n.at)
    return times.slice(1).map((t, i) => t - (times[i] ?? 0))
  }

  test('forty that come due one after the other, over a full half hour on the wall, are one digest each half hour with the right number', async () => {
    await days.goTo('2026-09-24', '10:20')
    for (let minute = 0; minute < 20; minute++) {
      if (minute < 8) await report(5)
      await oneMinute()
      await days.pass(MINUTE)
    }
    // The first is late alone with those of its minute; whoever just heard hears no more for half an hour.
    expect(await digests(chen, 'leader')).toEqual([late(5)])
    // The next one knows of all.
    await days.goTo('2026-09-24', '10:59')
    await oneMinute()
    expect(await digests(chen, 'leader')).toEqual([late(5), late(40)])
    for (const between of await apart()) expect(between).toBeGreaterThanOrEqual(30 * MINUTE)
  })

  test('sweeps and couriers that overlap, on both sides of a full half hour: one digest, of all', async () => {
    await days.goTo('2026-09-24', '10:23')
    await report(40)
    await days.goTo('2026-09-24', '10:29')
    await Promise.all([house.clock(), house.clock()])
    await days.goTo('2026-09-24', '10:30')
    await report(1)
    await Promise.all([house.clock(), house.courier(), house.clock(), house.courier()])
    await days.goTo('2026-09-24', '10:36')
    await Promise.all([house.clock(), house.courier(), house.clock(), house.courier()])
    await house.courier()
    expect(await digests(chen, 'leader')).toEqual([late(40)])
    await days.goTo('2026-09-24', '11:00')
    await Promise.all([house.clock(), house.clock()])
    await Promise.all([house.courier(), house.courier()])
    expect(await digests(chen, 'leader')).toEqual([late(40), late(41)])
  })
})

test('a leader of two estates, a desk of two: one digest with what is late in both', async () => {
  const other = randomUUID()
  await chen.call('openCommunity', { ...COMMUNITY, communityId: other, name: '海棠苑' })
  const files = { ...await uploadFiles(chen, 'orders.xlsx', 'products.csv'), communityId: other }
  await chen.call('confirmImport', { ...files, digest: (await chen.call('previewImport', files)).digest })
  const lin = await house.as('lin')
  await lin.call('bindOrders', { groupBuyId: (await chen.call('listGroupBuys', { communityId: other })).groupBuys.find(g => g.title === FRUIT)?.id ?? '', joinNumber: '12', phoneLast4: '3516' })
  const deskId = await openDesk(house, 'xu')
  const xu = await house.as('xu')
  await xu.call('openDesk', { token: (await chen.call('inviteToCommunity', { communityId: other, to: { role: 'desk' } })).token, desk: { kind: 'own', deskId } })
  const [one, two] = [(await fileOne(wang, '草莓')).id, (await fileOne(lin, '小番茄')).id]
  await days.pass(6 * MINUTE)
  expect(await oneMinute()).toEqual({ nudge: 2 })
  expect(await days.digests(chen, 'leader')).toMatchObject([{ title: late(2), page: 'packages/leader/inbox/index' }])
  for (const id of [one, two]) await act(chen, id, 'leader', { type: 'refer', words: '请定' })
  await days.pass(25 * HOUR)
  await oneMinute()
  expect(await digests(xu, 'operator')).toEqual([late(2)])
})
