import { randomUUID } from 'node:crypto'
import { REASON_CODES, REASONS, ruleFor, type Reason } from '../../domain/case/reasons'
import type { Answers, Input } from '../../domain/contract/calls'
import { act, bind, COMMUNITY, fileOne, joinSupplier, lineOf, moveIn, openHouse, type House, type Someone } from './openHouse'

const { communityId } = COMMUNITY
let house: House
let wang: Someone, chen: Someone, laoli: Someone, husband: Someone, stranger: Someone
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen, laoli, husband, stranger] = await Promise.all((['wang', 'chen', 'laoli', 'lin', 'stranger'] as const).map(name => house.as(name))) as [Someone, Someone, Someone, Someone, Someone]
}, 60_000)
afterAll(() => house.close())

type Filing = Input<'fileCase'>
const CLAIMS: Record<(typeof REASONS)[Reason]['measure'], Filing['claim']> = {
  pieces: { measure: 'pieces', bad: 1, damage: 100 }, count: { measure: 'pieces', bad: 1, damage: 100 }, weight: { measure: 'weight', bad: 1, promised: 1000, actual: 800 }, none: { measure: 'none' },
  parts: { measure: 'parts', parts: [{ name: '盖子', model: null, quantity: 1 }, { name: '螺丝', model: 'M4', quantity: 3 }], proof: 'order', noticedAt: 0, noticed: 'opened', extent: 'partly', amount: 200 },
}
/** What a reason asks for, filled in, on the strawberries. */
async function filing(reason: Reason, over: Partial<Filing> = {}): Promise<Filing> {
  const { orderId, lineId } = await lineOf(wang, '草莓')
  const rule = ruleFor(reason)
  const [kind = 'none'] = rule.wishes
  return {
    caseId: randomUUID(), orderId, lineId, reason, claim: CLAIMS[rule.measure], wish: kind === 'refund' || kind === 'returnRefund' ? { kind, amount: 100 } : { kind },
    photos: rule.photos > 0 ? [await wang.photo()] : [], words: '说一句',
    ...(rule.class === 'service' ? { about: 'supplier' as const } : {}), ...(rule.parcel ? { logistics: { carrier: '顺丰', waybill: 'SF1234567890' } } : {}), ...over,
  }
}
const file = async (reason: Reason, over: Partial<Filing> = {}) => (await wang.call('fileCase', await filing(reason, over))).view
/** A desk that nobody is at: enough for where a filing goes. */
const setDesk = (appealBody: 'operator' | 'none') => house.db.collection('communities').doc(communityId).update(appealBody === 'operator' ? { appealBody, deskId: 'desk-of-nobody', deskName: '邻里平台' } : { appealBody, deskId: house.db.command.remove(), deskName: house.db.command.remove() })
const inbox = async (person: Someone) => (await person.call('leaderInbox', { communityId, tab: 'mine' })).cards.map(c => c.id)
const stored = async (id: string) => (await house.db.collection('cases').doc(id).get()).data[0] as { openKey: string; batchKey: string; state: { recoverFrom: string; supplierId: string | null; hiddenFrom?: string[] }; events: { heldBy: string }[] }

test.each(REASON_CODES)('%s: filed once, held by whom it belongs to, seen by whom it concerns', async reason => {
  const input = await filing(reason)
  const { view } = await wang.call('fileCase', input)
  expect(view).toMatchObject({ class: REASONS[reason].class, reason, claim: input.claim, wish: input.wish, holder: 'leader', stage: 'waitingLeader' })
  // The answer was lost: the same again is the same case.
  expect((await wang.call('fileCase', input)).view.id).toBe(view.id)
  const c = await stored(view.id)
  expect(c.events[0]?.heldBy).toBe('leader')
  const carrier = REASONS[reason].class === 'logistics'
  const supplied = c.state.recoverFrom === 'supplier'
  expect([c.state.recoverFrom === 'carrier', c.state.supplierId !== null]).toEqual([carrier, supplied])
  expect(await inbox(chen)).toContain(view.id)
  expect((await chen.call('showCase', { caseId: view.id, as: 'leader' })).view).toMatchObject({ claim: input.claim, logistics: input.logistics ?? null, about: input.about ?? null })
  if (supplied) expect((await laoli.call('showCase', { caseId: view.id })).view).toMatchObject({ as: 'supplier', claim: input.claim, logistics: null, about: null, household: null })
  else expect(await laoli.refused('showCase', { caseId: view.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await stranger.refused('showCase', { caseId: view.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  await act(wang, view.id, 'resident', { type: 'withdraw', words: '' })
  // A line takes so many cases and no more.
  await house.db.collection('cases').doc(view.id).remove()
})

test('on behalf: the same questions, by the leader', async () => {
  const { voices: _none, ...input } = await filing('lost', { words: '群里说没收到' })
  const { view } = await chen.call('fileOnBehalf', { ...input, channel: 'groupChat', logistics: { carrier: '中通', waybill: '773000111222' } })
  expect(view).toMatchObject({ class: 'logistics', logistics: { carrier: '中通', waybill: '773000111222' }, recoverFrom: 'carrier', recovery: { expected: 100 } })
  await act(wang, view.id, 'resident', { type: 'withdraw', words: '' })
})

test.each<[string, Reason, Partial<Filing>, string, string]>([
  ['nothing to count, counted', 'late', { claim: { measure: 'pieces', bad: 1, damage: 100 } }, 'WRONG_MEASURE', 'claim.measure'],
  ['parts of strawberries', 'spoiled', { claim: CLAIMS.parts }, 'WRONG_MEASURE', 'claim.measure'],
  ['a part without a name', 'partMissing', { claim: { ...CLAIMS.parts, parts: [{ name: '', model: null, quantity: 1 }] } as Filing['claim'] }, 'PARTS_INCOMPLETE', 'claim.parts.0.name'],
  ['a receipt that nobody sees', 'partMissing', { claim: { ...CLAIMS.parts, proof: 'receipt' } as Filing['claim'] }, 'PHOTO_NEEDED', 'photos'],
  ['a complaint that wants money', 'slow', { wish: { kind: 'refund', amount: 1 } }, 'WISH_NOT_OFFERED', 'wish.kind'],
  ['a complaint about nobody', 'slow', { about: undefined }, 'ABOUT_NEEDED', 'about'],
  ['a parcel without a number', 'whereIsIt', { logistics: undefined }, 'WAYBILL_NEEDED', 'logistics.waybill'],
  ['a waybill nobody asked for', 'spoiled', { logistics: { carrier: '', waybill: 'SF1' } }, 'NOT_ASKED', 'logistics'],
  ['a suggestion without a word', 'suggestion', { words: '' }, 'WORDS_NEEDED', 'words'],
  ['more than was paid', 'late', { wish: { kind: 'refund', amount: 9_999_999 } }, 'MORE_THAN_PREVIEW', 'wish.amount'],
  ['about the leader, with nobody else there', 'attitude', { about: 'leader' }, 'NOBODY_ELSE', 'about'],
])('refused: %s', async (_what, reason, over, code, field) => {
  expect(await wang.refused('fileCase', await filing(reason, over))).toMatchObject({ code, field })
})

describe('a complaint about the leader', () => {
  const looks = async (): Promise<Answers['showLine']['looks']> => (await wang.call('showLine', await lineOf(wang, '草莓').then(({ orderId, lineId }) => ({ orderId, lineId })))).looks

  test('goes to the helper, and does not exist for the leader: in no list, no number, no message', async () => {
    expect(await looks()).toEqual({ leader: null, helper: 'leader', supplier: 'leader', operator: 'leader' })
    const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'helper', limit: 5000 } })
    await husband.call('acceptRole', { token, name: '老公', phone: '' })
    expect(await looks()).toMatchObject({ leader: 'helper', helper: 'leader' })
    await house.courier()
    const before = { inbox: await inbox(chen), me: await chen.call('whoAmI', {}), counts: (await chen.call('leaderInbox', { communityId, tab: 'mine' })).counts }
    const view = await file('attitude', { about: 'leader', words: '说话太冲' })
    expect(view).toMatchObject({ about: 'leader', unseenByNamed: true })
    await house.courier()
    expect(await inbox(husband)).toContain(view.id)
    expect((await husband.call('listNotices', {})).notices.map(n => n.caseId)).toContain(view.id)
    expect((await husband.call('showCase', { caseId: view.id, as: 'leader' })).view.words).toBe('说话太冲')
    const after = { inbox: await inbox(chen), me: await chen.call('whoAmI', {}), counts: (await chen.call('leaderInbox', { communityId, tab: 'mine' })).counts }
    expect(after).toEqual(before)
    expect((await chen.call('listNotices', {})).notices.map(n => n.caseId)).not.toContain(view.id)
    expect(await chen.refused('showCase', { caseId: view.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect(await chen.refused('actOnCase', { caseId: view.id, commandId: randomUUID(), seen: 1, command: { type: 'settle' } })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    const groupBuyId = (await chen.call('listGroupBuys', { communityId })).groupBuys.find(g => g.title.includes('果蔬'))?.id ?? ''
    const household = (await chen.call('listBuyers', { groupBuyId })).households.find(h => h.joinNumber === '7')
    expect(household?.lines.every(l => l.openCaseId === null)).toBe(true)
    expect((await chen.call('groupBuyProgress', { groupBuyId })).whole.reported).toBe(0)
    expect((await chen.call('refundSheet', { groupBuyId })).rows).toEqual([])
    expect(await chen.refused('decideTogether', { decisionId: randomUUID(), communityId, step: { type: 'promise', until: Date.now() + 7200_000 } })).toMatchObject({ code: 'NOBODY_WAITS' })
    const named = await chen.call('decideTogether', { decisionId: randomUUID(), communityId, step: { type: 'asAsked' }, cases: [{ caseId: view.id, seen: 1 }] })
    expect(named.results).toMatchObject([{ outcome: 'refused', buyer: '', why: { code: 'CASE_NOT_FOUND' } }])
    // The goods are claimed all the same, in full, and a danger besides.
    const berries = await fileOne(wang, '草莓')
    const danger = await file('hazard', { photos: [], words: '', wish: { kind: 'none' } })
    expect(new Set([(await stored(view.id)).openKey, (await stored(berries.id)).openKey, (await stored(danger.id)).openKey]).size).toBe(3)
    expect(await inbox(chen)).not.toContain(view.id)
    expect((await chen.call('leaderInbox', { communityId, tab: 'mine' })).alike.map(a => a.households)).toEqual([2])
    expect(await wang.refused('fileCase', await filing('hazard', { wish: { kind: 'none' } }))).toMatchObject({ code: 'LINE_HAS_OPEN_CASE', field: 'lineId' })
    expect((await wang.call('showLine', { orderId: (await lineOf(wang, '草莓')).orderId, lineId: (await lineOf(wang, '草莓')).lineId })).openHazardId).toBe(danger.id)
    for (const { id } of [view, berries, danger]) await act(wang, id, 'resident', { type: 'withdraw', words: '' })
  })

  test('goes to the desk where there is one, hidden from all of the leader\'s side; so does a danger, seen by the supplier', async () => {
    await setDesk('operator')
    expect(await looks()).toEqual({ leader: 'operator', helper: 'operator', supplier: 'operator', operator: 'leader' })
    const view = await file('attitude', { about: 'leader' })
    expect((await stored(view.id)).events[0]?.heldBy).toBe('operator')
    for (const person of [chen, husband]) expect(await person.refused('showCase', { caseId: view.id, as: 'leader' })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    const danger = await file('hazard', { wish: { kind: 'none' } })
    expect((await stored(danger.id)).events[0]?.heldBy).toBe('operator')
    expect((await laoli.call('showCase', { caseId: danger.id })).view.as).toBe('supplier')
    await setDesk('none')
  })
})
