import { randomUUID } from 'node:crypto'
import type { CaseDocument } from '../../cloudfunctions/lib/cases'
import type { Input, TogetherView } from '../../domain/contract/calls'
import { importEstate, reportBad, type Estate } from './estate'
import { act, bind, COMMUNITY, fileOne, joinSupplier, moveIn, openHouse, whenEffective, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone, laoli: Someone, stranger: Someone
let estate: Estate
let used = 0
beforeAll(async () => {
  house = await openHouse({ undoSeconds: 4 })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen, laoli, stranger] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli'), house.as('stranger')]) as [Someone, Someone, Someone, Someone]
  estate = await importEstate(house, chen, 200, wang)
}, 60_000)
afterAll(() => house.close())

/** Reports of households that no other story here has. */
async function reports(households: number, damage?: 10 | 50 | 100): Promise<{ caseId: string; seen: number; asked: number }[]> {
  used += households
  return reportBad(wang, estate.lines.slice(used - households, used), damage)
}
const together = (cases: { caseId: string; seen: number }[], more: Partial<Input<'decideTogether'>> = {}): Input<'decideTogether'> => ({
  decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'asAsked' }, cases: cases.map(({ caseId, seen }) => ({ caseId, seen })), ...more,
})
/** As the phone does: until it is done. */
async function toTheEnd(who: Someone, input: Input<'decideTogether'>): Promise<TogetherView> {
  let view = await who.call('decideTogether', input)
  while (view.phase !== 'done') view = await who.call('carryOn', { decisionId: input.decisionId })
  return view
}
async function stored(ids: string[]): Promise<CaseDocument[]> {
  const { data } = await house.db.collection('cases').where({ _id: house.db.command.in(ids) }).limit(1000).get()
  return data as CaseDocument[]
}
const tally = (view: TogetherView) => view.results.reduce<Record<string, number>>((t, r) => ({ ...t, [r.outcome]: (t[r.outcome] ?? 0) + 1 }), {})

test('sixty households at once: each as it asked, in its own history, told once', async () => {
  const cases = await reports(60)
  const view = await toTheEnd(chen, together(cases))
  expect(view).toMatchObject({ phase: 'done', total: 60, done: 60, takesEffect: { left: expect.any(Number) as number } })
  expect(tally(view)).toEqual({ settled: 60 })
  expect(view.results.map(r => r.amount).sort()).toEqual(cases.map(c => c.asked).sort())
  const documents = await stored(cases.map(c => c.caseId))
  expect(documents.map(d => d.events.map(e => e.type))).toEqual(documents.map(() => ['Filed', 'Settled']))
  expect(documents.every(d => d.state.amount === cases.find(c => c.caseId === d._id)?.asked)).toBe(true)
  // One moment for all of them.
  expect(new Set(documents.map(d => d.effectiveAt)).size).toBe(1)
  await whenEffective(chen, cases[0]?.caseId ?? '', 'leader')
  while ((await house.courier()).noticesWritten > 0);
  const { data } = await house.db.collection('notices').where({ caseId: house.db.command.in(cases.map(c => c.caseId)), as: 'resident' }).limit(1000).get() as { data: { caseId: string; title: string }[] }
  expect(data.map(n => n.caseId).sort()).toEqual(cases.map(c => c.caseId).sort())
})

test('one share for all: who asked for more is offered it, who asked for less has it', async () => {
  const [much, little] = [await reports(2, 100), await reports(3, 10)]
  const view = await toTheEnd(chen, together([...much, ...little], { step: { type: 'share', percent: 50, words: '这批先退一半' } }))
  expect(tally(view)).toEqual({ offered: 2, settled: 3 })
  expect(new Set(view.results.map(r => r.amount))).toEqual(new Set([1495]))
  expect(view.results.every(r => r.buyer.startsWith('邻居'))).toBe(true)
})

test('what was said meanwhile is looked at again, household by household; the others are done', async () => {
  const cases = await reports(4)
  const [changed, gone] = cases.map(c => c.caseId) as [string, string]
  await act(wang, gone, 'resident', { type: 'withdraw', words: '' })
  await act(chen, changed, 'leader', { type: 'forward', words: '' })
  await act(laoli, changed, 'supplier', { type: 'disputeAsAsked', reason: 'oldPhoto', words: '', photos: [] })
  const view = await toTheEnd(chen, together(cases))
  expect(tally(view)).toEqual({ refused: 2, settled: 2 })
  expect(view.results.filter(r => r.outcome === 'refused').map(r => [r.caseId, r.why?.code]).sort()).toEqual([[changed, 'CASE_CHANGED'], [gone, 'CASE_CHANGED']].sort())
})

test('taken back in time: as if nothing had been, for all of them, and nobody is told', async () => {
  const cases = await reports(55)
  const input = together(cases)
  await chen.call('decideTogether', input)
  let view = await chen.call('undoTogether', { decisionId: input.decisionId })
  while (view.phase !== 'done') view = await chen.call('carryOn', { decisionId: input.decisionId })
  expect(tally(view)).toEqual({ undone: 55 })
  await house.courier()
  const documents = await stored(cases.map(c => c.caseId))
  expect(documents.every(d => d.state.decision === 'review' && d.state.amount === 0)).toBe(true)
  // Those that were not reached before the second thought never had it.
  expect(documents.filter(d => d.events.length === 1)).toHaveLength(5)
  expect(await chen.call('undoTogether', { decisionId: input.decisionId })).toMatchObject({ phase: 'done' })
  await toTheEnd(chen, together(cases.map(c => ({ ...c, seen: documents.find(d => d._id === c.caseId)?.version ?? 1 }))))
})

test('too late to take back, and said so', async () => {
  const [one] = await reports(1)
  if (!one) throw new Error('no case')
  const input = together([one])
  await toTheEnd(chen, input)
  await whenEffective(chen, one.caseId, 'leader')
  expect(await chen.refused('undoTogether', { decisionId: input.decisionId })).toMatchObject({ code: 'UNDO_TOO_LATE' })
})

test('the phone went away midway: the clock finishes it, nobody twice', async () => {
  const cases = await reports(52)
  const input = together(cases)
  await chen.call('decideTogether', input)
  await house.db.collection('jointDecisions').where({ _id: input.decisionId }).update({ at: Date.now() - 60_000 })
  expect(await house.clock()).toMatchObject({ finished: 1 })
  expect(await house.clock()).toMatchObject({ finished: 0 })
  expect((await stored(cases.map(c => c.caseId))).map(d => d.events.length)).toEqual(cases.map(() => 2))
  expect(tally(await chen.call('carryOn', { decisionId: input.decisionId }))).toEqual({ settled: 52 })
})

test('two deciding the same forty at the same moment, and each tapping twice: every household once', async () => {
  const cases = await reports(10)
  const [a, b] = [together(cases), together(cases, { step: { type: 'share', percent: 100, words: '' } })]
  const views = await Promise.all([a, a, b, b].map(input => toTheEnd(chen, input)))
  expect((await stored(cases.map(c => c.caseId))).map(d => d.events.length)).toEqual(cases.map(() => 2))
  const settled = [views[0], views[2]].map(v => (v ? tally(v)['settled'] ?? 0 : 0))
  expect(settled.reduce((x, y) => x + y, 0)).toBe(10)
})

test('tonight: all who wait have the leader\'s word, and it is the deadline', async () => {
  const cases = await reports(3)
  const until = Date.now() + 3 * 3600_000
  const view = await toTheEnd(chen, together(cases, { step: { type: 'promise', until } }))
  expect(tally(view)).toEqual({ promised: 3 })
  expect(view.results.map(r => r.household?.here)).toEqual([true, true, true])
  expect(view.takesEffect).toBeNull()
  await house.courier()
  const { view: seen } = await wang.call('showCase', { caseId: cases[0]?.caseId ?? '' })
  expect(seen.due).toMatchObject({ clock: 'review', dueAt: until })
  const notices = (await wang.call('listNotices', {})).notices.filter(n => n.caseId === cases[0]?.caseId)
  expect(notices.map(n => n.title)).toEqual([expect.stringMatching(/前统一处理$/)])
  expect(tally(await toTheEnd(chen, together(cases.map(c => ({ ...c, seen: 2 })), { step: { type: 'promise', until: until + 3600_000 } })))).toEqual({ refused: 3 })
})

test('one done for many, with one picture that proves it: to the leader, as it shows the others as well', async () => {
  const cases = await reports(2)
  await toTheEnd(chen, together(cases))
  await whenEffective(chen, cases[0]?.caseId ?? '', 'leader')
  const photo = await chen.photo()
  const paid = await toTheEnd(chen, together(cases.map(c => ({ ...c, seen: 2 })), { step: { type: 'payRefund', channel: 'otherApp', reference: '邻居2 的也在里面', photos: [photo] } }))
  expect(tally(paid)).toEqual({ paid: 2 })
  const { view, photoLinks } = await wang.call('showCase', { caseId: cases[1]?.caseId ?? '' })
  expect(view.stage).toBe('refunded')
  expect(photoLinks[photo]).toBeUndefined()
  expect(JSON.stringify(view)).not.toMatch(/邻居2|备注/)
  const leaders = await chen.call('showCase', { caseId: cases[1]?.caseId ?? '', as: 'leader' })
  expect(leaders.photoLinks[photo]).toBeTruthy()
  expect(leaders.view.story[0]?.detail).toBe('备注：邻居2 的也在里面')
  // And the supplier answers for both at once.
  const answered = await toTheEnd(laoli, { ...together(cases.map(c => ({ ...c, seen: 3 })), { step: { type: 'admitRecovery', words: '' } }), communityId: undefined, supplierId: estate.supplierId })
  expect(tally(answered)).toEqual({ admitted: 2 })
  expect(JSON.stringify(answered)).not.toContain('邻居')
})

test('an id stands for one decision: another under it is refused, and so are cases of another batch', async () => {
  const cases = await reports(3)
  const [first, second, third] = cases.map(({ caseId, seen }) => ({ caseId, seen })) as [{ caseId: string; seen: number }, { caseId: string; seen: number }, { caseId: string; seen: number }]
  const decided = together([], { cases: [first] })
  await toTheEnd(chen, decided)
  for (const other of [{ ...decided, cases: [second] }, { ...decided, step: { type: 'perPiece' as const, amount: 100, words: '' } }]) expect(await chen.refused('decideTogether', other)).toMatchObject({ code: 'ID_TAKEN' })
  expect(tally(await toTheEnd(chen, decided))).toEqual({ settled: 1 })
  const about = { groupBuyId: estate.groupBuyId, productId: 'nonsense', odd: [] }
  expect(await chen.refused('decideTogether', together([], { cases: [second], about }))).toMatchObject({ code: 'NOT_FOUND', field: 'about.productId' })
  await bind(house, 'zhang', '8', '1190')
  const oranges = await fileOne(await house.as('zhang'), '脐橙')
  const view = await toTheEnd(chen, together([], { cases: [third, { caseId: oranges.id, seen: oranges.version }], about: { ...about, productId: estate.productId } }))
  expect(view.results.map(r => r.why?.code ?? r.outcome).sort()).toEqual(['CASE_NOT_FOUND', 'settled'])
})

describe('who may', () => {
  test('nobody else, and nothing changes', async () => {
    const cases = await reports(1)
    const supplier = { communityId: undefined, supplierId: estate.supplierId }
    for (const [who, input] of [
      [stranger, together(cases)], [wang, together(cases)], [laoli, together(cases)], [laoli, together(cases, supplier)],
      [laoli, together(cases, { ...supplier, communityId: COMMUNITY.communityId, step: { type: 'admitRecovery', words: '' } })],
      [chen, together(cases, { step: { type: 'admitRecovery', words: '' } })],
    ] as const) expect(await who.refused('decideTogether', input)).toMatchObject({ code: 'NOT_ALLOWED', field: 'step' })
    const [document] = await stored(cases.map(c => c.caseId))
    expect(document?.events).toHaveLength(1)
  })
  test('somebody else\'s decision is not there; a case of another community neither', async () => {
    const input = together([{ caseId: randomUUID(), seen: 1 }])
    expect((await toTheEnd(chen, input)).results).toEqual([expect.objectContaining({ outcome: 'refused', why: expect.objectContaining({ code: 'CASE_NOT_FOUND' }) as object })])
    for (const call of ['carryOn', 'undoTogether'] as const) expect(await wang.refused(call, { decisionId: input.decisionId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await stranger.refused('decideTogether', input)).toMatchObject({ code: 'ID_TAKEN' })
    expect(await chen.refused('decideTogether', { ...together([{ caseId: randomUUID(), seen: 1 }]), about: { groupBuyId: 'elsewhere', productId: 'x', odd: [] } })).toMatchObject({ code: 'NOT_FOUND', field: 'about.groupBuyId' })
  })
})
