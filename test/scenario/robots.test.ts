import { randomUUID } from 'node:crypto'
import type { Outside } from '../../devcloud/outside/outside'
import type { Fallback } from '../../domain/notice/fallback/fallback'
import { TURNS, WINDOW } from '../../domain/notice/fallback/robotTurns'
import { importEstate, reportBad, type Estate } from './estate'
import { act, allow, bind, COMMUNITY, decide, fileOne, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

/** What WeChat does not take is said into a group by its robot. */

let house: House
let outside: Outside
let wang: Someone, chen: Someone, laoli: Someone, tang: Someone
let estate: Estate
beforeAll(async () => {
  house = await openHouse({ outside: true })
  if (!house.cloud.outside) throw new Error('nothing is outside')
  outside = house.cloud.outside
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen, laoli, tang] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli'), house.as('tang')]) as [Someone, Someone, Someone, Someone]
  estate = await importEstate(house, chen, 150, await house.as('zhang'))
  await joinSupplier(house, 'laoli', '丹东果业')
}, 120_000)
afterAll(() => house.close())

const PLACE = { kind: 'community', id: COMMUNITY.communityId } as const
let key = ''
/** A robot of its own for each story, so that none has another's turns; nothing is due from the one before. */
beforeEach(async () => {
  await house.courier()
  await house.db.collection('fallbacks').where({ state: 'due' }).update({ state: 'none' })
  key = randomUUID()
  await chen.call('setRobot', { place: PLACE, key: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}` })
})

let household = 0
/** As many complaints as are wanted, each of another household, that the leader is to decide. @returns the cases */
async function owed(howMany = 1): Promise<string[]> {
  const lines = estate.lines.slice(household, household += howMany)
  return (await reportBad(await house.as('zhang'), lines)).map(c => c.caseId)
}

const delivered = () => outside.deliveries.latest(1000).filter(d => d.to === key)
const said = () => delivered().map(d => d.text)
/** How many things the group was told of, in all messages. */
const counted = () => said().reduce((sum, text) => sum + Number(/有 (\d+) 件/.exec(text)?.[1]), 0)
const robotsOf = async (caseIds: readonly string[]) => ((await house.db.collection('fallbacks').where({ way: 'robot' }).limit(1000).get()).data as Fallback[]).filter(f => caseIds.some(id => f.noticeId.startsWith(id)))
const statesOf = async (caseIds: readonly string[]) => (await robotsOf(caseIds)).map(f => f.state)
/** As old as it would be by when its turn comes. */
const later = () => house.db.collection('fallbacks').where({ state: 'due' }).update({ at: 1 })
/** As old as it would be when the next courier looks for what was left behind. */
const ageTheOnesLeftBehind = () => house.db.collection('fallbacks').where({ state: 'sending' }).update({ at: 1 })

interface RobotAnswer { errcode: number; errmsg: string }
const robotSays = (errcode: number, times = 1) => { for (let i = 0; i < times; i++) outside.deliveries.intercept<RobotAnswer>('robot', () => ({ errcode, errmsg: 'as WeCom says' })) }

test('the leader has no message left: the group hears how many, of what, until when; once, and nothing of the household', async () => {
  const cases = await owed()
  expect((await house.courier()).fallbacks).toMatchObject({ planned: 1, sent: 1 })
  expect(said()).toEqual([expect.stringMatching(/^【梧桐苑】有 1 件要处理\n草莓（11.21 草莓大团） 1 件，[^，]*前\n在小程序「团后」里打开$/)])
  await house.courier()
  expect(said()).toHaveLength(1)
  expect(await robotsOf(cases)).toMatchObject([{ state: 'sent', why: '', tries: 1, attempts: [{ answer: 'ok' }] }])
})

test('WeChat took it: nothing goes another way', async () => {
  await allow(chen, 'leader')
  const cases = await owed()
  await house.courier()
  expect([said(), await robotsOf(cases)]).toEqual([[], []])
})

test('what was done before its turn came is said nowhere, before it is planned and after', async () => {
  const [done = '', tried = ''] = await owed(2)
  await decide(chen, done, 'leader', { type: 'settle' })
  robotSays(-1)
  await house.courier()
  expect(await statesOf([done])).toEqual([])
  expect(await statesOf([tried])).toEqual(['due'])
  await decide(chen, tried, 'leader', { type: 'settle' })
  await later()
  await house.courier()
  expect(said()).toEqual([])
  expect(await robotsOf([tried])).toMatchObject([{ state: 'none', why: 'outdated' }])
})

test('while a decision can be taken back nothing is said; taken back, it is', async () => {
  const [id = ''] = await owed()
  robotSays(-1)
  await house.courier()
  await act(chen, id, 'leader', { type: 'settle' })
  await later()
  await house.courier()
  expect(said()).toEqual([])
  expect(await statesOf([id])).toEqual(['due'])
  await act(chen, id, 'leader', { type: 'undo' })
  await later()
  await house.courier()
  expect([said().length, await statesOf([id])]).toEqual([1, ['sent']])
})

test('a leader and a helper are one group: it hears each thing once', async () => {
  const { token } = await chen.call('inviteToCommunity', { communityId: COMMUNITY.communityId, to: { role: 'helper', limit: 5000 } })
  await tang.call('acceptRole', { token, name: '小唐', phone: '' })
  const cases = await owed(2)
  await house.courier()
  expect([said().length, counted(), (await robotsOf(cases)).length]).toEqual([1, 2, 2])
})

test('a complaint about the leader is told to the helper and never to the group, which the leader reads', async () => {
  const view = await fileOne(wang, '草莓', { reason: 'attitude', claim: { measure: 'none' }, wish: { kind: 'apology' }, about: 'leader', words: '说话太冲' })
  expect(view).toMatchObject({ unseenByNamed: true })
  await house.courier()
  expect((await tang.call('listNotices', {})).notices.map(n => n.caseId)).toContain(view.id)
  expect([said(), await robotsOf([view.id])]).toEqual([[], []])
  expect((await chen.call('showChannels', { place: PLACE })).latest.every(l => l.state !== 'due')).toBe(true)
})

test('a supplier has a group of its own, set up by its people and nobody else', async () => {
  const own = randomUUID()
  const place = { kind: 'supplier', id: estate.supplierId } as const
  expect(await chen.refused('setRobot', { place, key: own })).toMatchObject({ code: 'NOT_FOUND', field: 'place.id' })
  expect(await wang.refused('setRobot', { place, key: own })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect((await laoli.call('setRobot', { place, key: own })).robot).toEqual({ placeName: '丹东果业', keyEnd: own.slice(-4), gone: false })
  const [id = ''] = await owed()
  await house.courier()
  await act(chen, id, 'leader', { type: 'forward', words: '' })
  await house.courier()
  const heard = outside.deliveries.latest(1000).filter(d => d.to === own).map(d => d.text)
  expect(heard).toEqual([expect.stringMatching(/^【丹东果业】有 1 件要处理\n草莓（11.21 草莓大团） 1 件，/)])
  await laoli.call('removeRobot', { place })
})

test('who may set up the leaders\' group; the key is in no answer, no log and nowhere but its place', async () => {
  expect(await tang.refused('setRobot', { place: PLACE, key })).toMatchObject({ code: 'LEADER_ONLY' })
  for (const who of [wang, laoli, await house.as('stranger')]) for (const call of ['showChannels', 'testRobot', 'removeRobot'] as const) expect(await who.refused(call, { place: PLACE })).toMatchObject({ code: 'NOT_ALLOWED' })
  const page = await chen.call('showChannels', { place: PLACE })
  expect(page.robot).toEqual({ placeName: COMMUNITY.name, keyEnd: key.slice(-4), gone: false })
  await owed()
  outside.deliveries.intercept('robot', () => null)
  await house.courier()
  expect(JSON.stringify([page, await chen.call('showChannels', { place: PLACE }), await chen.call('showCommunity', { communityId: COMMUNITY.communityId }), await chen.call('whoAmI', {})])).not.toContain(key)
  expect(house.log.join('\n')).not.toContain(key)
  for (const collection of ['fallbacks', 'robotTurns', 'notices', 'communities', 'people']) expect(JSON.stringify((await house.db.collection(collection).limit(1000).get()).data)).not.toContain(key)
})

test('another address is not taken, and nothing but WeCom\'s is ever asked', async () => {
  for (const other of ['http://127.0.0.1:1/?key=', 'https://evil.example/cgi-bin/webhook/send?key=', 'https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key=']) {
    expect(await chen.refused('setRobot', { place: PLACE, key: `${other}${key}` })).toMatchObject({ code: 'BAD_INPUT', field: 'key' })
  }
  expect((await chen.call('showChannels', { place: PLACE })).robot?.keyEnd).toBe(key.slice(-4))
})

test('the leader has it say a sentence, in turn with everything else; what WeCom answers is said in words', async () => {
  await chen.call('testRobot', { place: PLACE })
  expect(said()).toEqual(['【梧桐苑】试一下：要处理的消息发不到微信时，会发到这个群'])
  outside.deliveries.intercept('robot', () => null)
  expect(await chen.refused('testRobot', { place: PLACE })).toMatchObject({ code: 'ROBOT_SILENT' })
  robotSays(50001)
  expect(await chen.refused('testRobot', { place: PLACE })).toMatchObject({ code: 'ROBOT_REFUSED', message: expect.stringContaining('50001') })
  for (let i = 3; i < TURNS; i++) await chen.call('testRobot', { place: PLACE })
  expect(await chen.refused('testRobot', { place: PLACE })).toMatchObject({ code: 'ROBOT_BUSY' })
  await chen.call('removeRobot', { place: PLACE })
  expect(await chen.refused('testRobot', { place: PLACE })).toMatchObject({ code: 'NO_ROBOT' })
})

test('no robot: there is nothing to go by; one that was taken away meanwhile is not asked', async () => {
  robotSays(-1)
  const [waiting = ''] = await owed()
  await house.courier()
  await chen.call('removeRobot', { place: PLACE })
  const [none = ''] = await owed()
  await later()
  await house.courier()
  expect([said(), await statesOf([none])]).toEqual([[], []])
  expect(await robotsOf([waiting])).toMatchObject([{ state: 'none', why: 'removed' }])
})

// [WeCom: error codes of group robots] What comes of each, when it is said once and then taken.
test.each<[string, () => void, { state: string; answers: string[]; said: number }]>([
  ['-1, busy', () => robotSays(-1), { state: 'due', answers: ['-1'], said: 0 }],
  ['45009, too often', () => robotSays(45009), { state: 'due', answers: ['45009'], said: 0 }],
  ['45011, too many at once', () => robotSays(45011), { state: 'due', answers: ['45011'], said: 0 }],
  ['40058, words that it does not take', () => robotSays(40058), { state: 'sent', answers: ['ok'], said: 1 }],
  ['45002, too long', () => robotSays(45002), { state: 'sent', answers: ['ok'], said: 1 }],
  ['40058 twice', () => robotSays(40058, 2), { state: 'failed', answers: ['40058'], said: 0 }],
  ['93000, no such robot', () => robotSays(93000), { state: 'failed', answers: ['93000'], said: 0 }],
  ['something that is in no table', () => robotSays(81013), { state: 'failed', answers: ['81013'], said: 0 }],
  ['nothing that is understood', () => outside.deliveries.intercept<object>('robot', () => ({ hello: 'world' })), { state: 'unknown', answers: ['HTTP 200'], said: 0 }],
  ['nothing, the connection breaks', () => outside.deliveries.intercept('robot', () => null), { state: 'unknown', answers: ['UND_ERR_SOCKET'], said: 0 }],
])('WeCom answers %s', async (_what, set, outcome) => {
  const cases = await owed()
  set()
  await house.courier()
  const [entry] = await robotsOf(cases)
  expect({ state: entry?.state, answers: entry?.attempts.map(a => a.answer), said: said().length }).toEqual(outcome)
  // However it ended: the next run sends it only where nothing was sent.
  await later()
  await house.courier()
  expect(said()).toHaveLength(outcome.state === 'due' && outcome.answers[0] !== '45009' ? 1 : outcome.said)
})

test('a robot that WeCom does not know any more is not asked again, whoever set it up is told once, and another one is', async () => {
  const told = async () => (await chen.call('listNotices', {})).notices.filter(n => n.title === '群机器人用不了了')
  const before = (await told()).length
  outside.robots.remove(key)
  await owed()
  await house.courier()
  expect((await chen.call('showChannels', { place: PLACE })).robot).toMatchObject({ keyEnd: key.slice(-4), gone: true })
  const asked = outside.deliveries.attempts('robot')
  const cases = await owed()
  await house.courier()
  expect([outside.deliveries.attempts('robot') - asked, await statesOf(cases), (await told()).length]).toEqual([0, [], before + 1])
  expect((await told())[0]?.page).toBe(`packages/channels/index?community=${COMMUNITY.communityId}`)
  key = randomUUID()
  await chen.call('setRobot', { place: PLACE, key })
  await owed()
  await house.courier()
  expect(said()).toHaveLength(1)
})

test('tried a little later each time, and given up after the last', async () => {
  const cases = await owed()
  const waits: number[] = []
  for (let minute = 0; minute < 4; minute++) {
    robotSays(-1)
    await house.courier()
    const [entry] = await robotsOf(cases)
    waits.push(entry?.state === 'due' ? Math.round((entry.at - (entry.attempts.at(-1)?.at ?? 0)) / 60_000) : -1)
    await later()
  }
  expect(waits).toEqual([1, 5, 30, -1])
  expect(await robotsOf(cases)).toMatchObject([{ state: 'failed', why: '-1', tries: 4 }])
})

test('WeCom is slow: it is said once, and how long it took is kept', async () => {
  const cases = await owed()
  let goOn = () => {}
  const held = new Promise<void>(done => { goOn = done })
  outside.deliveries.intercept<RobotAnswer>('robot', async take => { await held; return take() })
  const run = house.courier()
  const other = await house.courier()
  expect(other.fallbacks['sent']).toBeUndefined()
  goOn()
  await run
  expect([said().length, await statesOf(cases)]).toEqual([1, ['sent']])
})

test('WeCom never answers: unknown, shown so, never said again; another group does not wait for it', async () => {
  const own = randomUUID()
  const place = { kind: 'supplier', id: estate.supplierId } as const
  await laoli.call('setRobot', { place, key: own })
  const [id = ''] = await owed()
  await house.courier()
  await act(chen, id, 'leader', { type: 'forward', words: '' })
  const cases = await owed()
  outside.deliveries.intercept<RobotAnswer>('robot', () => new Promise(() => {}))
  await house.courier()
  const both = [...await robotsOf(cases), ...(await robotsOf([id])).filter(f => f.to.startsWith('supplier:'))].map(f => f.state).sort()
  expect(both).toEqual(['sent', 'unknown'])
  await house.courier()
  expect(outside.deliveries.latest(1000).filter(d => d.to === own || d.to === key).length).toBe(2)
  const shown = [...(await chen.call('showChannels', { place: PLACE })).latest, ...(await laoli.call('showChannels', { place })).latest]
  expect(shown.some(l => l.state === 'unknown' && l.why === 'TimeoutError')).toBe(true)
  await laoli.call('removeRobot', { place })
}, 60_000)

test.each(['before', 'after'] as const)('the courier dies %s WeCom took it: said at most once, and unknown', async when => {
  const cases = await owed(3)
  outside.deliveries.intercept<RobotAnswer>('robot', take => {
    if (when === 'after') take()
    house.cloud.killFunction('courier')
    return null
  })
  await expect(house.courier()).rejects.toThrow()
  await house.courier()
  expect(await statesOf(cases)).toEqual(['sending', 'sending', 'sending'])
  await ageTheOnesLeftBehind()
  await house.courier()
  await house.courier()
  expect(await statesOf(cases)).toEqual(['unknown', 'unknown', 'unknown'])
  expect(said()).toHaveLength(when === 'before' ? 0 : 1)
})

test('several couriers at once: each thing is said once', async () => {
  const cases = await owed(12)
  await Promise.all([house.courier(), house.courier(), house.courier(), house.courier()])
  await house.courier()
  expect(new Set(await statesOf(cases))).toEqual(new Set(['sent']))
  expect(counted()).toBe(12)
})

test('one that cannot be worked out is put behind the others, and given up in the end', async () => {
  const [good = '', bad = ''] = await owed(2)
  robotSays(-1)
  await house.courier()
  await house.db.collection('cases').where({ _id: bad }).update({ 'state.line': house.db.command.set(null) })
  await later()
  await house.courier()
  expect([await statesOf([good]), await statesOf([bad])]).toEqual([['sent'], ['due']])
  for (let i = 0; i < 3; i++) {
    await later()
    await house.courier()
  }
  expect(await robotsOf([bad])).toMatchObject([{ state: 'failed', why: 'broken' }])
})

test('one whose other ways cannot be worked out is set aside, however many there are', async () => {
  const [bad = ''] = await owed(1)
  await house.courier()
  // As one that waits still, whose case cannot be read any more.
  const own = house.db.collection('notices').where({ caseId: bad, as: 'leader' })
  await own.update({ fallback: 'waits' })
  await house.db.collection('cases').where({ _id: bad }).update({ events: house.db.command.set(null) })
  const [good = ''] = await owed(1)
  await house.courier()
  expect(await statesOf([good])).toEqual(['sent'])
  const { data } = await own.limit(10).get()
  expect(data.length).toBeGreaterThan(0)
  expect(new Set((data as { fallback?: string }[]).map(n => n.fallback))).toEqual(new Set(['broken']))
})

test('a run reads what is due and nothing else, however much there was before', async () => {
  await owed(30)
  await house.courier()
  const examined = async (collection: string, query: object, order: object = {}) => {
    const search = new URLSearchParams({ collection, query: JSON.stringify(query), order: JSON.stringify(order), limit: '300' })
    const { plan, documentsExamined } = await (await fetch(`${house.cloud.url}/devcloud/database/explain?${search.toString()}`)).json() as { plan: string; documentsExamined: number }
    return [plan, documentsExamined]
  }
  expect((await house.db.collection('notices').where({}).count()).total).toBeGreaterThan(29)
  expect((await house.db.collection('fallbacks').where({}).count()).total).toBeGreaterThan(29)
  const waits = { fallback: 'waits' }
  const danger = [{ ...waits, urgent: true, copy: 'unknown' }, { ...waits, urgent: true, copy: 'due', tries: { $gt: 0 } }]
  expect(await examined('notices', { $or: [{ ...waits, copy: { $in: ['none', 'failed'] } }, ...danger] })).toEqual(['index', 0])
  // Where there is more than a run takes.
  expect(await examined('notices', { $or: [{ ...waits, urgent: true, copy: { $in: ['none', 'failed'] } }, ...danger] })).toEqual(['index', 0])
  expect(await examined('notices', { copy: 'due', urgent: true, copyAt: { $lte: Date.now() } }, { copyAt: 1 })).toEqual(['index', 0])
  expect(await examined('fallbacks', { state: 'due', urgent: true, at: { $lte: Date.now() } }, { at: 1 })).toEqual(['index', 0])
  expect(await examined('fallbacks', { state: 'due', at: { $lte: Date.now() } }, { at: 1 })).toEqual(['index', 0])
  expect(await examined('fallbacks', { state: 'sending', at: { $lt: Date.now() } })).toEqual(['index', 0])
})

test('sixty in a minute: at most twenty messages, every one counted, the rest as soon as there are turns again', async () => {
  const cases: string[] = []
  for (let i = 0; i < 60; i++) {
    cases.push(...await owed())
    await house.courier()
  }
  expect(said().length).toBeLessThanOrEqual(TURNS)
  expect((await robotsOf(cases)).every(f => ['sent', 'due'].includes(f.state))).toBe(true)
  await house.cloud.moveTime(WINDOW)
  await house.courier()
  const times = delivered().map(d => d.at)
  for (const at of times) expect(times.filter(other => other >= at && other < at + 60_000).length).toBeLessThanOrEqual(TURNS)
  expect([counted(), new Set(await statesOf(cases))]).toEqual([60, new Set(['sent'])])
}, 120_000)

test('nobody is there to ask: nothing was sent, so it is tried again', async () => {
  const cases = await owed()
  await outside.stop()
  await house.courier()
  expect(await robotsOf(cases)).toMatchObject([{ state: 'due', attempts: [{ answer: 'ECONNREFUSED' }] }])
})
