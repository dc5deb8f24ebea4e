import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import type { Answers, Input } from '../../domain/contract/calls'
import { exportOf, importEstate, PRODUCTS, reportBad, type Estate } from './estate'
import { act, COMMUNITY, moveIn, openHouse, whenEffective, readInbox, type House, type Someone } from './openHouse'

/** From the card in the chat to the deduction sheet: sixty households, one bad batch of 23, 4 odd ones, 3 late ones, 2 not bound. */
const HOUSEHOLDS = 60
const NOT_BOUND = [59, 60]

let house: House
let wang: Someone, lin: Someone, chen: Someone, laoli: Someone
let estate: Estate
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  ;[wang, lin, chen, laoli] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone, Someone]
  estate = await importEstate(house, chen, HOUSEHOLDS, wang)
  await house.db.collection('orders').where({ groupBuyId: estate.groupBuyId }).update({ residents: [] })
}, 60_000)
afterAll(() => house.close())

const batch = () => ({ groupBuyId: estate.groupBuyId, productId: estate.productId })
const line = (number: number) => estate.lines[number - 1] as Estate['lines'][number]
const last4 = (number: number) => String(10_000_000 + number).slice(-4)
const together = async (who: Someone, input: Omit<Input<'decideTogether'>, 'decisionId'>): Promise<Answers['carryOn']> => {
  const decisionId = randomUUID()
  let view = await who.call('decideTogether', { decisionId, ...input })
  while (view.phase !== 'done') view = await who.call('carryOn', { decisionId })
  return view
}
const outcomes = (view: Answers['carryOn']) => view.results.reduce<Record<string, number>>((all, r) => ({ ...all, [r.outcome]: (all[r.outcome] ?? 0) + 1 }), {})
const told = async () => { while ((await house.courier()).noticesWritten > 0); }

test('a leader\'s day one, from the card to the deduction sheet', async () => {
  // The neighbours get in by the card, each with their own number or name.
  for (let n = 1; n <= HOUSEHOLDS; n++) {
    if (NOT_BOUND.includes(n)) continue
    const who = n <= 30 ? wang : lin
    const claim = n % 10 === 0 ? { name: `收货${n}` } : { joinNumber: String(n) }
    expect(await who.call('bindOrders', { groupBuyId: estate.groupBuyId, phoneLast4: last4(n), ...claim })).toMatchObject({ state: 'bound', orders: 1 })
  }
  expect((await wang.call('listHouseholds', {})).households).toHaveLength(30)

  // It came; nothing was short, and what is inside the boxes nobody saw.
  await chen.call('checkArrival', { groupBuyId: estate.groupBuyId, checkId: randomUUID(), checks: [{ productId: estate.productId, arrived: 120, damaged: 0, photos: [], bearer: 'supplier' }] })

  // Twenty-three report; the leader says until when, with one tap.
  const filed = [...await reportBad(wang, estate.lines.slice(0, 13)), ...await reportBad(lin, estate.lines.slice(30, 40))]
  expect(filed).toHaveLength(23)
  const until = Date.now() + 3 * 3600_000
  expect(outcomes(await together(chen, { communityId: COMMUNITY.communityId, step: { type: 'promise', until } }))).toEqual({ promised: 23 })
  expect(await wang.call('groupBuyProgress', { groupBuyId: estate.groupBuyId })).toMatchObject({ whole: { reported: 23, decided: 0, waiting: 23, until: [{ at: until, households: 23 }] } })

  // One wall; four show something else and are taken out; one decision for the rest.
  const inbox = await chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })
  expect(inbox.alike).toMatchObject([{ title: '草莓', households: 23 }])
  const wall = await chen.call('showIncident', batch())
  const odd = wall.members.slice(-4)
  const rest = wall.members.slice(0, -4)
  const share = { type: 'share' as const, percent: 100, words: '' }
  const decided = await together(chen, { communityId: COMMUNITY.communityId, step: share, about: { ...batch(), odd: odd.map(m => m.card.id) }, cases: rest.map(m => ({ caseId: m.card.id, seen: m.seen })) })
  expect(outcomes(decided)).toEqual({ settled: 19 })

  // The others are asked once; three of them report late, and find the same decision ready.
  expect(await chen.call('askBuyers', batch())).toEqual({ asked: 58 - 23, unreachable: 2 })
  await reportBad(lin, estate.lines.slice(40, 43))
  const later = await chen.call('showIncident', batch())
  expect(later.standing).toEqual(share)
  const late = later.members.filter(m => m.open && !m.odd)
  expect(late).toHaveLength(3)
  expect(outcomes(await together(chen, { communityId: COMMUNITY.communityId, step: later.standing ?? share, about: { ...batch(), odd: [] }, cases: late.map(m => ({ caseId: m.card.id, seen: m.seen })) }))).toEqual({ settled: 3 })

  // Two who are not here said it in the chat.
  const { proposals } = await chen.call('readChat', { groupBuyId: estate.groupBuyId, text: '邻居59 2026/11/21 19:02\n草莓坏了1盒\n邻居60 2026/11/21 19:03\n我家草莓也烂了1盒[图片]' })
  expect(proposals.map(p => [p.certainty, p.candidates[0]?.orderId, p.pieces])).toEqual(NOT_BOUND.map(n => [expect.stringMatching(/sure/), line(n).orderId, 1]))
  const onBehalf: string[] = []
  for (const n of NOT_BOUND) {
    const { orderId, lineId, paid, quantity } = line(n)
    const { view } = await chen.call('fileOnBehalf', { caseId: randomUUID(), orderId, lineId, channel: 'groupChat', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: Math.round(paid / quantity) }, photos: [], words: '群里说坏了一盒' })
    onBehalf.push(view.id)
    await act(chen, view.id, 'leader', { type: 'settle' })
  }
  await whenEffective(chen, onBehalf[1] ?? '', 'leader')
  await told()
  expect((await chen.call('listUntold', { communityId: COMMUNITY.communityId })).cases.filter(c => !c.bound).map(c => c.joinNumber).sort()).toEqual(['59', '60'])
  // One comes in by the shared card and takes over; the other was told at the door.
  await lin.call('bindOrders', { groupBuyId: estate.groupBuyId, joinNumber: '59', phoneLast4: last4(59) })
  expect((await lin.call('showCase', { caseId: onBehalf[0] ?? '' })).view).toMatchObject({ as: 'resident', stage: 'refunding' })
  await told()
  await readInbox(lin)
  await act(chen, onBehalf[1] ?? '', 'leader', { type: 'tell', how: 'onSite' })
  expect((await chen.call('listUntold', { communityId: COMMUNITY.communityId })).cases.filter(c => onBehalf.includes(c.caseId))).toHaveLength(0)

  // The odd ones, one by one: refused, offered and taken, agreed to.
  const [refused, offered, third, fourth] = odd.map(m => m.card.id) as [string, string, string, string]
  await act(chen, refused, 'leader', { type: 'reject', criterion: 'otherGoods', words: '照片里是别家的草莓', review: 'photos' })
  await act(chen, offered, 'leader', { type: 'offer', options: [{ remedy: 'refund', refund: 1500 }], words: '退一半您看行吗' })
  for (const id of [third, fourth]) await act(chen, id, 'leader', { type: 'settle' })
  await whenEffective(chen, fourth, 'leader')
  await act(lin, offered, 'resident', { type: 'agree', option: 0 })

  // Refunded in one sitting; the next export confirms, and warns of what was refunded twice.
  const sheet = await chen.call('refundSheet', { groupBuyId: estate.groupBuyId })
  expect(sheet.rows).toHaveLength(19 + 3 + 2 + 3)
  const due = sheet.rows.reduce((sum, r) => sum + r.due, 0)
  expect(due).toBe(26 * 2990 + 1500)
  const paid = await together(chen, { communityId: COMMUNITY.communityId, step: { type: 'payRefund', channel: 'otherApp', reference: '', photos: [await chen.photo()] }, cases: sheet.rows.flatMap(r => r.cases.map(c => ({ caseId: c.caseId, seen: r.seen[c.caseId] ?? 0 }))) })
  expect(outcomes(paid)).toEqual({ paid: 27 })
  const byNumber = Object.fromEntries(sheet.rows.map(r => [Number(r.joinNumber), r.due]))
  await importAgain({ ...byNumber, 2: 2990 * 2, 3: 0 })
  const checked = await chen.call('refundSheet', { groupBuyId: estate.groupBuyId })
  expect(checked.rows.filter(r => r.state !== 'confirmed').map(r => [r.joinNumber, r.state, r.difference])).toEqual([['2', 'moreThanPaid', 2990], ['3', 'missing', 2990]])

  // The supplier opens the link, sees the leader's numbers, answers once, and takes the sheet along.
  const { token } = await chen.call('inviteSupplier', { supplierId: estate.supplierId, groupBuyId: estate.groupBuyId })
  await laoli.call('acceptInvitation', { token, name: '老李' })
  const bundle = { supplierId: estate.supplierId, groupBuyId: estate.groupBuyId }
  const [theirs, ours] = await Promise.all([laoli.call('showBundle', bundle), chen.call('showBundle', bundle)])
  expect(theirs.sum).toEqual(ours.sum)
  const waiting = theirs.cases.filter(c => c.item.state === 'claimed')
  expect(waiting).toHaveLength(27)
  expect(outcomes(await together(laoli, { supplierId: estate.supplierId, step: { type: 'admitRecovery', words: '' }, cases: waiting.map(c => ({ caseId: c.card.id, seen: c.seen })) }))).toEqual({ admitted: 27 })
  const { url } = await laoli.call('deductionSheet', bundle)
  const text = Object.values(unzipSync(Buffer.from(await (await fetch(url)).arrayBuffer()))).map(part => strFromU8(part)).join('\n')
  expect(text).toContain('一共')
  for (let n = 1; n <= HOUSEHOLDS; n++) for (const secret of [`邻居${n}`, `收货${n}`, last4(n)]) expect(text).not.toContain(`>${secret}<`)
  expect(await wang.call('groupBuyProgress', { groupBuyId: estate.groupBuyId })).toMatchObject({ whole: { reported: 28, waiting: 0 } })
}, 120_000)

/** A newer export of the same group-buy. */
async function importAgain(refunded: Record<number, number>): Promise<void> {
  const { uploadPrefix } = await chen.call('whoAmI', {})
  const upload = (content: string) => chen.upload(`${uploadPrefix}${randomUUID()}.csv`, Buffer.from(content))
  const files = { communityId: COMMUNITY.communityId, ordersFile: await upload(exportOf(HOUSEHOLDS, refunded)), productsFile: await upload(PRODUCTS) }
  const { digest } = await chen.call('previewImport', files)
  await chen.call('confirmImport', { ...files, digest })
}
