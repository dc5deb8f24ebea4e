import { randomUUID } from 'node:crypto'
import { replay } from '../../domain/case/evolve'
import type { CaseDocument } from '../../cloudfunctions/lib/cases'
import { act, bind, COMMUNITY, fileOne, joinSupplier, moveIn, openHouse, whenEffective, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, lin: Someone, chen: Someone, laoli: Someone
beforeAll(async () => {
  // The time that people have: these stories are about it.
  house = await openHouse({ undoSeconds: 10 })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, lin, chen, laoli] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone, Someone]
}, 60_000)
afterAll(() => house.close())

async function stored(id: string): Promise<CaseDocument> {
  const { data: [document] } = await house.db.collection('cases').where({ _id: id }).limit(1).get() as { data: CaseDocument[] }
  if (!document) throw new Error(`no case ${id}`)
  return document
}
const told = async (who: Someone, id: string) => (await who.call('listNotices', {})).notices.filter(n => n.caseId === id).map(n => n.title)
const shown = async (who: Someone, caseId: string, as: 'resident' | 'leader' | 'supplier') => (await who.call('showCase', { caseId, as })).view
const undo = (caseId: string, seen: number, as: 'leader' | 'supplier' = 'leader') => ({ caseId, commandId: randomUUID(), seen, as, command: { type: 'undo' as const } })

/** What everybody but the leader can find out about the case. */
async function othersKnow(id: string): Promise<unknown> {
  const [home, mine, all, [me, supplier]] = await Promise.all([wang.call('residentHome', {}), laoli.call('supplierCases', { tab: 'mine' }), laoli.call('supplierCases', { tab: 'all' }), Promise.all([wang.call('whoAmI', {}), laoli.call('whoAmI', {})])])
  const withoutLinks = ({ photoLinks: _links, ...rest }: { photoLinks: object }) => rest
  return [withoutLinks(home), withoutLinks(mine), withoutLinks(all), me, supplier, await shown(wang, id, 'resident'), await shown(laoli, id, 'supplier'), await told(wang, id), await told(laoli, id)]
}

test('taken back in time: nobody else ever knew, and nothing was paid or told', async () => {
  const { id } = await fileOne(wang, '草莓')
  await house.courier()
  const before = await othersKnow(id)

  for (const decision of [
    { type: 'settle' as const },
    { type: 'reject' as const, criterion: 'notShown' as const, words: '看不清', review: 'photos' as const },
    { type: 'offer' as const, options: [{ remedy: 'refund' as const, refund: 100 }], words: '' },
  ]) {
    const mine = await act(chen, id, 'leader', decision)
    expect(mine).toMatchObject({ mayDo: ['undo'], takesEffect: { at: expect.any(Number) as number, left: expect.any(Number) as number } })
    await house.courier()
    // Only the number of the version tells that something was taken back before; no screen shows it.
    expect(JSON.stringify(await othersKnow(id)).replace(/"version":\d+/g, '')).toBe(JSON.stringify(before).replace(/"version":\d+/g, ''))
    const tab = { settle: 'mine', reject: 'done', offer: 'moving' } as const
    expect((await chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab: tab[decision.type] })).cards.map(c => [c.id, c.stage])).toContainEqual([id, mine.stage])
    expect(await chen.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: mine.version, command: { type: 'payRefund', channel: 'cash', reference: '', photos: [] } })).toMatchObject({ code: 'NOT_YET' })
    expect(await laoli.refused('actOnCase', undo(id, mine.version, 'supplier'))).toMatchObject({ code: 'WRONG_STATE' })
    expect(await wang.refused('actOnCase', { ...undo(id, 1), as: 'resident' })).toMatchObject({ code: 'NOT_ALLOWED' })

    const tap = undo(id, mine.version)
    const { view } = await chen.call('actOnCase', tap)
    expect(view).toMatchObject({ stage: 'waitingLeader', takesEffect: null })
    expect(view.story[0]?.says).toBe('您撤回了刚才的决定')
    // The answer was lost, and a second tap on an old screen.
    expect((await chen.call('actOnCase', tap)).view).toEqual(view)
    expect(await chen.refused('actOnCase', undo(id, mine.version))).toMatchObject({ code: 'CASE_CHANGED' })
    expect(await chen.refused('actOnCase', undo(id, view.version))).toMatchObject({ code: 'WRONG_STATE' })
    await house.courier()
    expect(JSON.stringify(await othersKnow(id)).replace(/"version":\d+/g, '')).toBe(JSON.stringify(before).replace(/"version":\d+/g, ''))
  }
  const document = await stored(id)
  expect(document).toMatchObject({ noticesDueAt: null, noticed: document.version, recallable: false, effectiveAt: null, holder: 'leader' })
  expect(replay(document.events).state).toEqual(document.state)
})

test('not taken back: in effect for everybody, told once, the line of a finished case free, and too late to take back', async () => {
  const [settled, noted] = await Promise.all([fileOne(lin, '小番茄'), fileOne(wang, '脐橙', { wish: { kind: 'none' } })])
  // Nobody has been told even of the filing; that is not held up by the decision.
  await act(chen, settled.id, 'leader', { type: 'settle' })
  const note = await act(chen, noted.id, 'leader', { type: 'settle' })
  await house.courier()
  expect([(await told(lin, settled.id)), (await told(wang, noted.id))]).toEqual([[], []])
  expect((await told(chen, settled.id)).length).toBe(1)
  const { orderId, lineId } = (await wang.call('residentHome', {})).bought.flatMap(g => g.lines).find(l => l.openCaseId === noted.id) ?? { orderId: '', lineId: '' }
  expect((await wang.call('showLine', { orderId, lineId })).line.openCaseId).toBe(noted.id)

  await Promise.all([whenEffective(chen, settled.id, 'leader'), whenEffective(chen, noted.id, 'leader')])
  // Filed, settled, and seen by whose it is.
  expect(await shown(lin, settled.id, 'resident')).toMatchObject({ stage: 'refunding', version: 3 })
  expect(await chen.refused('actOnCase', undo(noted.id, note.version))).toMatchObject({ code: 'UNDO_TOO_LATE' })
  // Before any courier came by.
  expect((await wang.call('showLine', { orderId, lineId })).line.openCaseId).toBeNull()
  await fileOne(wang, '脐橙')

  await Promise.all([house.courier(), house.courier()])
  await house.courier()
  expect(await told(lin, settled.id)).toEqual(['同意了，退您 ¥' + (settled.asked / 100).toFixed(2)])
  expect(await told(wang, noted.id)).toEqual(['团长知道了'])
  expect(await stored(settled.id)).toMatchObject({ noticesDueAt: null, noticed: 3, recallable: false })
  expect(await act(chen, settled.id, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })).toMatchObject({ stage: 'refunded' })
})

test('what a courier has begun to tell is in effect, even where another machine\'s clock is behind', async () => {
  const { id } = await fileOne(wang, '上海青')
  const { version } = await act(chen, id, 'leader', { type: 'settle' })
  // As a courier leaves it whose clock is ahead.
  await house.db.collection('cases').where({ _id: id }).update({ recallable: false })
  expect(await chen.refused('actOnCase', undo(id, version))).toMatchObject({ code: 'UNDO_TOO_LATE' })
  expect(await wang.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, command: { type: 'withdraw', words: '' } })).toMatchObject({ code: 'CASE_CHANGED' })
  expect((await stored(id)).version).toBe(2)
})

test('asked first: the supplier is asked on until a rejection is in effect, and whoever is offered something until that is', async () => {
  // Still open, as the first story left it.
  const id = (await wang.call('residentHome', {})).recent.find(c => c.title.includes('草莓'))?.id ?? ''
  await act(chen, id, 'leader', { type: 'forward', words: '' })
  const waiting = async () => [(await laoli.call('supplierCases', { tab: 'mine' })).cards.some(c => c.id === id), (await laoli.call('supplierCases', { tab: 'mine' })).counts.mine, (await laoli.call('whoAmI', {})).supplies[0]?.waiting]
  const asked = await waiting()
  expect(asked[0]).toBe(true)
  const { version } = await act(chen, id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' })
  expect(await waiting()).toEqual(asked)
  await chen.call('actOnCase', undo(id, version))

  // An offer of one's own is off one's own list at once.
  const offered = await act(laoli, id, 'supplier', { type: 'offer', options: [{ remedy: 'refund', refund: 100 }], words: '' })
  expect((await waiting())[0]).toBe(false)
  expect(await shown(chen, id, 'leader')).toMatchObject({ stage: 'waitingSupplier', offer: null })
  expect((await wang.call('whoAmI', {})).waitingForMe).toBe(0)
  expect((await laoli.call('actOnCase', undo(id, offered.version, 'supplier'))).view.stage).toBe('waitingSupplier')
  expect(await waiting()).toEqual(asked)
})

test('the resident withdraws meanwhile: that counts, and the leader reads it', async () => {
  const { id } = await fileOne(lin, '吐司')
  await act(chen, id, 'leader', { type: 'settle' })
  expect(await act(lin, id, 'resident', { type: 'withdraw', words: '' })).toMatchObject({ stage: 'withdrawn', amount: 0 })
  const view = await shown(chen, id, 'leader')
  expect(view).toMatchObject({ stage: 'withdrawn', mayDo: ['note'], takesEffect: null, amount: 0 })
  expect(view.story.map(l => l.says)).toEqual(['邻居撤销了', expect.stringMatching(/^您同意了.*（没有生效）$/), expect.stringContaining('邻居反映')])
  await house.courier()
  expect(await told(chen, id)).toContain('邻居撤销了')
  expect(await told(lin, id)).toEqual([])
})

test('taking back and withdrawing at the same moment: one after the other, whichever is first', async () => {
  const { id } = await fileOne(lin, '可颂')
  const { version } = await act(chen, id, 'leader', { type: 'settle' })
  const [back] = await Promise.allSettled([
    chen.call('actOnCase', undo(id, version)),
    lin.call('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, as: 'resident', command: { type: 'withdraw', words: '' } }),
  ])
  const document = await stored(id)
  expect(document.state).toMatchObject({ decision: 'withdrawn', money: 'none' })
  expect(document.events.map(e => e.type)).toEqual(['Filed', 'Settled', ...(back.status === 'fulfilled' ? ['DecisionUndone'] : []), 'Withdrawn'])
  expect(replay(document.events).state).toEqual(document.state)
})
