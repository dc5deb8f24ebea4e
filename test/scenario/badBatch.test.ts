import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import { importEstate, reportBad, type Estate } from './estate'
import { bind, COMMUNITY, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, lin: Someone, chen: Someone, laoli: Someone
let estate: Estate
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, lin, chen, laoli] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone, Someone]
  estate = await importEstate(house, chen, 20, wang)
}, 60_000)
afterAll(() => house.close())
const batch = () => ({ groupBuyId: estate.groupBuyId, productId: estate.productId })

test('cases of one product stand together by themselves; the odd ones are left out, later ones find the decision ready', async () => {
  const first = await reportBad(wang, estate.lines.slice(0, 6))
  const wall = await chen.call('showIncident', batch())
  expect(wall).toMatchObject({ title: '草莓', standing: null, buyers: { households: 20, reported: 6, quiet: 14, unclaimed: 0 }, asked: { total: 0 } })
  expect(wall.members.map(m => m.card.id).sort()).toEqual(first.map(c => c.caseId).sort())
  expect(wall.members.every(m => m.open && !m.odd && m.photos.length === 1)).toBe(true)
  expect(Object.keys(wall.photoLinks).sort()).toEqual(wall.members.flatMap(m => m.photos).sort())
  const odd = wall.members.slice(0, 4).map(m => m.card.id)
  const input: Input<'decideTogether'> = {
    decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'share', percent: 60, words: '' }, about: { ...batch(), odd },
    cases: wall.members.slice(4).map(m => ({ caseId: m.card.id, seen: m.seen })),
  }
  expect((await chen.call('decideTogether', input)).results).toHaveLength(2)
  await reportBad(wang, estate.lines.slice(6, 7))
  const later = await chen.call('showIncident', batch())
  expect(later.standing).toEqual(input.step)
  expect(later.members.filter(m => m.open).map(m => m.odd)).toEqual([true, true, true, true, false])
  // What is decided for an odd one afterwards is not what everybody gets.
  const [alone] = later.members.filter(m => m.open && m.odd)
  if (!alone) throw new Error('nobody is odd')
  await chen.call('decideTogether', { ...input, decisionId: randomUUID(), step: { type: 'share', percent: 10, words: '' }, about: { ...batch(), odd: [] }, cases: [{ caseId: alone.card.id, seen: alone.seen }] })
  expect((await chen.call('showIncident', batch())).standing).toEqual(input.step)
})

test('taken back, it is not ready for anybody', async () => {
  await reportBad(wang, estate.lines.slice(7, 8))
  const wall = await chen.call('showIncident', batch())
  const input: Input<'decideTogether'> = { decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'asAsked' }, about: { ...batch(), odd: [] }, cases: wall.members.filter(m => m.open).map(m => ({ caseId: m.card.id, seen: m.seen })) }
  // For more than the one before: it would stand instead.
  await chen.call('decideTogether', input)
  expect((await chen.call('showIncident', batch())).standing).toEqual(input.step)
  await chen.call('undoTogether', { decisionId: input.decisionId })
  expect((await chen.call('showIncident', batch())).standing).toBeNull()
})

test('other buyers are asked once, answer with one tap, and go on to report', async () => {
  const { personId } = await lin.call('whoAmI', {})
  const [first, , third] = estate.lines.slice(17)
  await house.db.collection('orders').where({ _id: first?.orderId }).update({ residents: [personId] })
  await house.db.collection('orders').where({ _id: third?.orderId }).update({ residents: [] })
  const reported = 8
  expect(await chen.call('askBuyers', batch())).toEqual({ asked: 20 - reported - 1, unreachable: 1 })
  await chen.call('askBuyers', batch())
  const asked = (await lin.call('listNotices', {})).notices.filter(n => n.page.startsWith('pages/ask'))
  expect(asked).toHaveLength(1)
  const askId = asked[0]?.page.replace(/.*id=/, '') ?? ''
  expect(await lin.call('showAsk', { askId })).toMatchObject({ title: '草莓', orderId: first?.orderId, answer: null, openCaseId: null })
  await lin.call('answerAsk', { askId, answer: 'fine' })
  expect(await chen.call('showIncident', batch())).toMatchObject({ asked: { total: 11, fine: 1, bad: 0, silent: 10 } })
  await lin.call('answerAsk', { askId, answer: 'bad' })
  expect(await chen.call('showIncident', batch())).toMatchObject({ asked: { total: 11, fine: 0, bad: 1, silent: 10 } })
  for (const who of [wang, chen, laoli]) expect(await who.refused('answerAsk', { askId, answer: 'fine' })).toMatchObject({ code: 'NOT_FOUND' })
})

test('households that were reported for hide nobody who can still be asked; who has the money back stays among those who reported', async () => {
  const byId = (lines: Estate['lines']) => house.db.collection('orders').where({ _id: house.db.command.in(lines.map(l => l.orderId)) })
  await house.db.collection('asks').where({ groupBuyId: estate.groupBuyId }).remove()
  await byId(estate.lines.slice(8, 18)).update({ residents: [] })
  for (const { orderId, lineId } of estate.lines.slice(8, 17)) {
    await chen.call('fileOnBehalf', { caseId: randomUUID(), orderId, lineId, channel: 'groupChat', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: 100 }, photos: [], words: '群里说坏了一盒' })
  }
  const counts = { households: 20, reported: 8 + 9, quiet: 1, unclaimed: 2 }
  expect((await chen.call('showIncident', batch())).buyers).toEqual(counts)
  await byId(estate.lines.slice(0, 3)).update({ status: 'refunded' })
  expect((await chen.call('showIncident', batch())).buyers).toEqual(counts)
  expect(await chen.call('askBuyers', batch())).toEqual({ asked: 1, unreachable: 2 })
  expect(await chen.call('showIncident', batch())).toMatchObject({ buyers: { ...counts, quiet: 0 }, asked: { total: 1, silent: 1 } })
})

test('a bad batch is the leader\'s: nobody else sees or asks', async () => {
  for (const who of [wang, laoli, await house.as('otherLeader')]) {
    expect(await who.refused('showIncident', batch())).toMatchObject({ code: 'NOT_FOUND' })
    expect(await who.refused('askBuyers', batch())).toMatchObject({ code: 'NOT_FOUND' })
  }
})
