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
  const said = JSON.stringify(seen)
  for (const name of ['邻居', '收货', '号楼', '139', a.caseId, lines[0]?.orderId ?? '', 'resident', 'openid']) expect(said).not.toContain(name)
  expect(await stranger.refused('groupBuyProgress', { groupBuyId: 'nothing' })).toMatchObject({ code: 'NOT_FOUND', field: 'groupBuyId' })
  expect(await stranger.refused('groupBuyProgress', { groupBuyId, names: true })).toMatchObject({ code: 'BAD_INPUT', field: 'names' })
})
