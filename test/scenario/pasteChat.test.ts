import { randomUUID } from 'node:crypto'
import { COMMUNITY, bind, fruitId, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone
let groupBuyId: string
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
  groupBuyId = await fruitId(house)
}, 60_000)
afterAll(() => house.close())

const CHAT = ['王阿姨 2026/11/21 18:20', '草莓坏了1盒', '小林 2026/11/21 18:21', '小番茄烂了2盒[图片]', '静待花开 2026/11/21 18:22', '草莓坏了1盒', '七七 2026/11/21 18:23', '我的没坏，谢谢团长', '豆豆外婆 2026/11/21 18:24', '脐橙少了1箱'].join('\n')
const count = async (collection: string) => (await house.db.collection(collection).count()).total

test('a pasted chat becomes proposals; looked at and filed they are cases; read again they are known', async () => {
  const before = await count('cases')
  const reading = await chen.call('readChat', { groupBuyId, text: CHAT })
  const { households } = await chen.call('listBuyers', { groupBuyId })
  const nameOf = (orderId: string | undefined) => households.find(h => h.orderId === orderId)?.joinNumber
  expect(reading.proposals.map(p => [p.who, p.certainty, nameOf(p.candidates[0]?.orderId), p.reason, p.pieces])).toEqual([
    ['王阿姨', 'sure', '7', 'spoiled', 1], ['小林', 'sure', '12', 'spoiled', 2], ['静待花开', 'unsure', '2', 'spoiled', 1], ['豆豆外婆', 'sure', '3', 'missing', 1],
  ])
  expect(reading.passedOver).toEqual([{ who: '七七', said: '我的没坏，谢谢团长', why: '说的是没坏、不用退' }])
  // Reading files nothing.
  expect(await count('cases')).toBe(before)
  const filings = reading.proposals.filter(p => p.certainty === 'sure').map(p => {
    const [place] = p.candidates
    const line = households.find(h => h.orderId === place?.orderId)?.lines.find(l => l.lineId === place?.lineId)
    if (!place || !line || p.reason === null || p.pieces === null) throw new Error('not sure after all')
    return {
      caseId: randomUUID(), ...place, channel: 'groupChat' as const, reason: p.reason, claim: { measure: 'pieces' as const, bad: p.pieces, damage: 100 as const },
      wish: { kind: 'refund' as const, amount: Math.floor((2 * line.paid * p.pieces + line.quantity) / (2 * line.quantity)) }, photos: [], words: p.said,
    }
  })
  // A killed app files them all again, under the same ids.
  for (const round of [1, 2]) for (const filing of filings) expect((await chen.call('fileOnBehalf', filing)).view).toMatchObject({ id: filing.caseId, version: round && 1 })
  expect(await count('cases')).toBe(before + 3)
  expect((await chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })).cards.map(c => c.channel)).toEqual(['groupChat', 'groupChat', 'groupChat'])
  expect((await wang.call('residentHome', {})).recent).toMatchObject([{ channel: 'groupChat', title: '【丹东99草莓】顺丰冷链' }])
  const again = await chen.call('readChat', { groupBuyId, text: CHAT })
  expect(again.proposals.map(p => p.certainty)).toEqual(['unsure', 'unsure', 'unsure', 'unsure'])
  expect(again.proposals[0]?.why).toEqual(['这件已经有一个问题在处理了'])
})

test('500 lines come back in a moment', async () => {
  const lines = Array.from({ length: 500 }, (_, i) => (i % 3 ? '谢谢团长，29.9元的很好' : `${1 + (i % 22)}号 草莓坏了1盒`))
  const { proposals, messages } = await chen.call('readChat', { groupBuyId, text: lines.join('\n') })
  expect(messages).toBe(500)
  expect(proposals.length).toBeLessThanOrEqual(25)
})

test('only the leader reads, only so much at once, and nothing is left of it', async () => {
  for (const other of [wang, await house.as('stranger')]) expect(await other.refused('readChat', { groupBuyId, text: CHAT })).toMatchObject({ code: 'NOT_FOUND', field: 'groupBuyId' })
  expect(await chen.refused('readChat', { groupBuyId, text: '坏'.repeat(60_001) })).toMatchObject({ code: 'BAD_INPUT', field: 'text' })
  expect(await chen.refused('readChat', { groupBuyId, text: '' })).toMatchObject({ code: 'BAD_INPUT', field: 'text' })
  expect(await chen.refused('readChat', { groupBuyId: 'nothing', text: CHAT })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await chen.refused('readChat', { groupBuyId, text: CHAT, orders: [] })).toMatchObject({ code: 'BAD_INPUT', field: 'orders' })
  expect((await chen.call('readChat', { groupBuyId, text: '坏'.repeat(60_000) })).proposals.filter(p => p.certainty === 'sure')).toEqual([])
})
