import { importEstate, reportBad } from './estate'
import { act, bind, COMMUNITY, decide, moveIn, openHouse, type House } from './openHouse'
import { randomUUID } from 'node:crypto'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
}, 60_000)
afterAll(() => house.close())

test('whoever has the card sees how many, how far and until when; and not one name', async () => {
  const [chen, wang, stranger] = [await house.as('chen'), await house.as('wang'), await house.as('stranger')]
  const { groupBuyId, lines } = await importEstate(house, chen, 12, wang)
  expect((await stranger.call('groupBuyProgress', { groupBuyId })).whole).toEqual({ reported: 0, decided: 0, refunded: 0, unpaid: 0, offered: 0, waiting: 0, until: [] })
  const [a, b, c, d] = await reportBad(wang, lines.slice(0, 4))
  if (!a || !b || !c || !d) throw new Error('four were reported')
  await decide(chen, a.caseId, 'leader', { type: 'settle' })
  await decide(chen, b.caseId, 'leader', { type: 'offer', options: [{ remedy: 'refund', refund: 100 }], words: '' })
  await act(wang, d.caseId, 'resident', { type: 'withdraw', words: '' })
  const until = Date.now() + 3 * 3600_000
  await chen.call('decideTogether', { decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'promise', until }, cases: [{ caseId: c.caseId, seen: 1 }] })
  const seen = await stranger.call('groupBuyProgress', { groupBuyId })
  expect(seen.whole).toEqual({ reported: 3, decided: 1, refunded: 0, unpaid: 1, offered: 1, waiting: 1, until: [{ at: until, households: 1 }] })
  expect(seen.products).toEqual([{ title: '草莓', spec: '2斤/盒', ...seen.whole }])
  expect(await wang.call('groupBuyProgress', { groupBuyId })).toMatchObject({ whole: seen.whole })
  await act(chen, a.caseId, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
  expect((await stranger.call('groupBuyProgress', { groupBuyId })).whole).toMatchObject({ decided: 1, refunded: 1, unpaid: 0 })
  // Promised to one: who reports later has what everybody has.
  const [e] = await reportBad(wang, lines.slice(4, 5))
  const apart = await stranger.call('groupBuyProgress', { groupBuyId })
  expect(apart.whole.until).toEqual([{ at: until, households: 1 }, { at: expect.any(Number) as number, households: 1 }])
  // Promised to all who wait: who reports in time joins them, by themselves or by the leader, and the card says one time for all.
  await chen.call('decideTogether', { decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'promise', until } })
  const [f] = await reportBad(wang, lines.slice(5, 6))
  const { orderId = '', lineId = '' } = lines[6] ?? {}
  const { view } = await chen.call('fileOnBehalf', { caseId: randomUUID(), orderId, lineId, channel: 'groupChat', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'none' }, photos: [], words: '群里说坏了' })
  expect((await stranger.call('groupBuyProgress', { groupBuyId })).whole).toMatchObject({ reported: 6, waiting: 4, until: [{ at: until, households: 4 }] })
  expect((await chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })).unpromised).toBe(0)
  for (const caseId of [e?.caseId, f?.caseId, view.id]) expect((await chen.call('showCase', { caseId: caseId ?? '', as: 'leader' })).view.due).toMatchObject({ dueAt: until })
  const story = (await wang.call('showCase', { caseId: f?.caseId ?? '' })).view.story
  expect(story.at(-1)?.says).toMatch(/^您反映：.*。团长说过.*前统一处理$/)
  // The notice asks the leader for the same time.
  await house.courier()
  expect((await chen.call('listNotices', {})).notices.find(n => n.caseId === f?.caseId)?.dueAt).toBe(until)
  // A word that leaves less than an hour is for nobody new.
  await house.db.collection('communities').where({ _id: COMMUNITY.communityId }).update({ promise: { until: Date.now() + 50 * 60_000, at: Date.now() } })
  await reportBad(wang, lines.slice(7, 8))
  expect((await chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })).unpromised).toBe(1)
  const said = JSON.stringify(await stranger.call('groupBuyProgress', { groupBuyId }))
  for (const name of ['邻居', '收货', '号楼', '139', a.caseId, lines[0]?.orderId ?? '', 'resident', 'openid']) expect(said).not.toContain(name)
  expect(await stranger.refused('groupBuyProgress', { groupBuyId: 'nothing' })).toMatchObject({ code: 'NOT_FOUND', field: 'groupBuyId' })
  expect(await stranger.refused('groupBuyProgress', { groupBuyId, names: true })).toMatchObject({ code: 'BAD_INPUT', field: 'names' })
})
