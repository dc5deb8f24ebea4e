import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import type { Capability } from '../../domain/people/desk'
import { act, bind, COMMUNITY, decide, fileOne, fruitId, joinSupplier, lineOf, moveIn, openDesk, openHouse, type House, type Name, type Someone } from './openHouse'

/** Who may read a complaint, and whom it waits for, whatever people become. */
const { communityId } = COMMUNITY
let house: House
let [chen, xu, tang, wang, lin, zhang] = [] as unknown as [Someone, Someone, Someone, Someone, Someone, Someone]

beforeEach(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[chen, xu, tang, wang, lin, zhang] = await Promise.all((['chen', 'xu', 'tang', 'wang', 'lin', 'zhang'] as const).map(name => house.as(name))) as [Someone, Someone, Someone, Someone, Someone, Someone]
}, 60_000)
afterEach(() => house.close())

type To = Input<'inviteToCommunity'>['to']
async function join(who: Someone, to: To): Promise<void> {
  const { token } = await chen.call('inviteToCommunity', { communityId, to })
  await who.call('acceptRole', { token, name: '帮忙的', phone: '13800000009' })
}
const HELPER: To = { role: 'helper', limit: 5000 }
const GATHERER: To = { role: 'helperLeader', part: { pickupPoints: ['南门自提柜'], numbers: [] } }
async function hire(deskId: string, who: Someone, capabilities: Capability[] = ['complaints']): Promise<void> {
  const { token } = await xu.call('inviteToDesk', { deskId, capabilities, limit: null })
  await who.call('acceptDeskInvitation', { token, name: '同事' })
}
const idOf = async (who: Someone) => (await who.call('whoAmI', {})).personId
const view = async (who: Someone, caseId: string, as: 'resident' | 'leader' | 'supplier' | 'operator') => (await who.call('showCase', { caseId, as })).view
const told = async (who: Someone, caseId: string) => (await who.call('listNotices', {})).notices.filter(n => n.caseId === caseId).map(n => n.title)
const SAID = { reason: 'attitude' as const, about: 'leader' as const, claim: { measure: 'none' as const }, wish: { kind: 'none' as const }, photos: [], words: '说话太冲' }
const complain = async (more: object = {}) => (await fileOne(wang, '草莓', { ...SAID, ...more })).id
const queueOf = async (who: Someone, deskId: string) => (await who.call('deskQueue', { deskId, show: 'open' })).cards.map(c => c.id)
async function onBehalf(more: object): Promise<Input<'fileOnBehalf'>> {
  const line = await lineOf(wang, '草莓')
  return { caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, channel: 'phone', ...SAID, ...more }
}
async function refusedStep(who: Someone, caseId: string, as: 'resident' | 'leader' | 'supplier' | 'operator', command: object) {
  const { version } = await view(who, caseId, as)
  return who.refused('actOnCase', { caseId, commandId: randomUUID(), seen: version, as, command })
}

test('a complaint about the leader that the desk has is nobody\'s of the leader\'s side, whoever joins it later and wherever else they work', async () => {
  const deskId = await openDesk(house, 'xu', '小许')
  await hire(deskId, tang)
  const id = await complain()
  expect(await queueOf(tang, deskId)).toEqual([id])
  await join(lin, HELPER)
  await join(zhang, GATHERER)
  await join(tang, HELPER)
  await house.courier()
  await act(wang, id, 'resident', { type: 'expedite', words: '还没人回我' })
  await house.courier()
  for (const who of [chen, lin, zhang, tang]) {
    for (const as of [undefined, 'leader', 'operator'] as const) expect(await who.refused('showCase', { caseId: id, ...(as ? { as } : {}) })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect(await who.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, command: { type: 'settle' } })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect(await who.refused('tryRoute', { communityId, about: { of: 'case', caseId: id } }).then(r => r.code)).toMatch(/CASE_NOT_FOUND|NOT_/)
  }
  expect([await told(chen, id), await told(lin, id), await told(zhang, id)]).toEqual([[], [], []])
  expect(await told(tang, id)).not.toContain('邻居在催')
  expect(await told(xu, id)).toContain('邻居在催')
  const groupBuyId = await fruitId(house)
  for (const who of [chen, lin, tang]) {
    for (const tab of ['mine', 'moving', 'done'] as const) expect(await who.call('leaderInbox', { communityId, tab })).toMatchObject({ cards: [], alike: [], counts: { mine: 0, moving: 0, done: 0 } })
    expect((await who.call('listUntold', { communityId })).cases).toEqual([])
    expect((await who.call('refundSheet', { groupBuyId })).rows).toEqual([])
    expect((await who.call('groupBuyProgress', { groupBuyId })).whole.reported).toBe(0)
    expect(await who.refused('decideTogether', { decisionId: randomUUID(), communityId, step: { type: 'promise', until: Date.now() + 7200_000 } })).toMatchObject({ code: 'NOBODY_WAITS' })
    const named = await who.call('decideTogether', { decisionId: randomUUID(), communityId, step: { type: 'asAsked' }, cases: [{ caseId: id, seen: 1 }] })
    expect(named.results).toMatchObject([{ outcome: 'refused', buyer: '', why: { code: 'CASE_NOT_FOUND' } }])
  }
  expect((await zhang.call('gatheredCases', { communityId })).cards).toEqual([])
  const desk = await tang.call('deskQueue', { deskId, show: 'open' })
  expect(desk).toMatchObject({ cards: [], counts: { mine: 0, open: 0 }, communities: [{ mine: 0, open: 0 }] })
  expect((await tang.call('whoAmI', {})).operates).toMatchObject([{ waiting: 0 }])
  // The desk's others have it as before, with what follows from it; and who leaves the leader's side is the desk's again.
  expect(await queueOf(xu, deskId)).toEqual([id])
  await decide(xu, id, 'operator', { type: 'settle', compensation: 500 })
  expect(await view(xu, id, 'operator')).toMatchObject({ stage: 'refunding', holder: 'operator', mayDo: expect.arrayContaining(['payRefund']) })
  for (const who of [chen, lin]) expect((await who.call('listGroupBuys', { communityId })).groupBuys.filter(g => g.toRefund > 0)).toEqual([])
  await tang.call('leaveRole', { communityId })
  expect(await queueOf(tang, deskId)).toEqual([id])
})

test('who leads from now on does not read what names the leader\'s side either', async () => {
  const deskId = await openDesk(house, 'xu', '小许')
  const id = await complain()
  const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'leader' } })
  await lin.call('acceptRole', { token, name: '林姐', phone: '13800000001' })
  for (const who of [chen, lin]) expect(await who.refused('showCase', { caseId: id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect((await lin.call('leaderInbox', { communityId, tab: 'moving' })).cards).toEqual([])
  expect(await queueOf(xu, deskId)).toEqual([id])
})

test('its only reader leaves: the neighbour is told that nobody is there, and the first who comes and may has it', async () => {
  await join(lin, HELPER)
  const id = await complain()
  expect(await view(lin, id, 'leader')).toMatchObject({ stage: 'waitingLeader' })
  await lin.call('leaveRole', { communityId })
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'waitingNobody', due: null, story: expect.arrayContaining([expect.objectContaining({ says: '现在没有人能看这件事', detail: expect.stringContaining('12315') })]) })
  expect(await house.clock()).toMatchObject({ handedBack: 0 })
  await house.courier()
  expect(await told(wang, id)).toContain('现在没有人能看这件事')
  expect(await chen.refused('showCase', { caseId: id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect((await chen.call('leaderInbox', { communityId, tab: 'moving' })).counts).toEqual({ mine: 0, moving: 0, done: 0 })
  // Somebody else helps now.
  await join(zhang, HELPER)
  await house.clock()
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'waitingLeader', holder: 'leader', due: { party: 'leader' } })
  await house.courier()
  expect(await told(zhang, id)).toContain('这件事现在请您来看')
  expect(await act(zhang, id, 'leader', { type: 'settle' })).toMatchObject({ decision: 'agreed' })
  expect(await chen.refused('showCase', { caseId: id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
})

test('where the helper leaves and a desk is there, the desk has it; from then on it is none of the leader\'s side', async () => {
  await join(lin, HELPER)
  const id = await complain()
  const deskId = await openDesk(house, 'xu', '小许')
  await lin.call('leaveRole', { communityId })
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'waitingOperator', holder: 'operator' })
  expect((await xu.call('deskQueue', { deskId, show: 'mine' })).cards.map(c => c.id)).toEqual([id])
  await join(zhang, HELPER)
  expect(await zhang.refused('showCase', { caseId: id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
})

test('what the helper settled is carried out by the desk where the helper has left: what was agreed stays agreed', async () => {
  await join(lin, HELPER)
  const id = await complain()
  await decide(lin, id, 'leader', { type: 'settle', compensation: 800 })
  await lin.call('leaveRole', { communityId })
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'waitingNobody', decision: 'agreed', money: 'due' })
  await openDesk(house, 'xu', '小许')
  await house.clock()
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'refunding', holder: 'operator', decision: 'agreed' })
  expect(await act(xu, id, 'operator', { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] })).toMatchObject({ money: 'paid' })
})

test('who takes over a complaint at the desk no longer looks at it: with nobody else there, the desk is told', async () => {
  const deskId = await openDesk(house, 'xu', '小许')
  const groupBuyId = await fruitId(house)
  const household = (await xu.call('listBuyers', { groupBuyId })).households.find(h => h.joinNumber === '12')
  const line = household?.lines[0]
  const caseId = randomUUID()
  await xu.call('fileOnBehalf', { caseId, orderId: household?.orderId ?? '', lineId: line?.lineId ?? '', channel: 'phone', ...SAID })
  await bind(house, 'xu', '12', '3516')
  await house.courier()
  await house.clock()
  expect(await view(xu, caseId, 'resident')).toMatchObject({ stage: 'waitingNobody', due: null })
  // Their own by now: the desk's page of it is not theirs.
  expect(await xu.refused('showCase', { caseId, as: 'operator' })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect((await xu.call('showDesk', { deskId })).needAnother).toBe(1)
  await hire(deskId, tang)
  await house.clock()
  expect(await act(tang, caseId, 'operator', { type: 'settle' })).toMatchObject({ decision: 'agreed' })
  expect((await xu.call('showDesk', { deskId })).needAnother).toBe(0)
})

/** Refused by the leader, dismissed by the desk, and asked again. */
async function askedAgain(): Promise<string> {
  const { id: of } = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
  await decide(chen, of, 'leader', { type: 'reject', criterion: 'notShown', words: '照片里看不清', review: 'photos' })
  await act(wang, of, 'resident', { type: 'appeal', grounds: '底下全是烂的', photos: [] })
  await act(xu, of, 'operator', { type: 'decideAppeal', uphold: false, words: '看过了，看不出来' })
  const { view: { id } } = await wang.call('askAgain', { of, caseId: randomUUID(), words: '找到了当天的录像', photos: [] })
  return id
}

test('what is asked again never comes to somebody who decided the first: not by handing it on, not with a desk that ends, not through another role', async () => {
  const deskId = await openDesk(house, 'xu', '小许')
  await hire(deskId, tang)
  await joinSupplier(house, 'chen', '丹东果业')
  const id = await askedAgain()
  expect(await view(tang, id, 'operator')).toMatchObject({ holder: 'operator' })
  expect(await refusedStep(tang, id, 'operator', { type: 'reassign', to: 'leader', words: '还是您来' })).toMatchObject({ code: 'NOBODY_THERE', field: 'command.to' })
  // Asked as the supplier whom they act for, they decide it as little.
  await act(tang, id, 'operator', { type: 'forward', words: '' })
  expect(await refusedStep(chen, id, 'supplier', { type: 'grantAsAsked', words: '' })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect((await view(chen, id, 'supplier')).mayDo).not.toContain('grantAsAsked')
  await act(chen, id, 'supplier', { type: 'disputeAsAsked', reason: 'oldPhoto', words: '照片是旧的', photos: [] })
  await chen.call('endDesk', { communityId })
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'waitingNobody', due: null })
  expect((await refusedStep(chen, id, 'leader', { type: 'settle' })).code).toBe('NOT_ALLOWED')
  await join(lin, HELPER)
  await house.clock()
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'waitingLeader', holder: 'leader' })
  expect(await act(lin, id, 'leader', { type: 'settle', amount: 500 })).toMatchObject({ decision: 'agreed' })
})

test('who else could decide what is asked again leaves the desk: it goes on to who may', async () => {
  const deskId = await openDesk(house, 'xu', '小许')
  await hire(deskId, tang)
  await join(lin, HELPER)
  const id = await askedAgain()
  expect(await view(wang, id, 'resident')).toMatchObject({ holder: 'operator' })
  await xu.call('removeOperator', { deskId, memberId: await idOf(tang) })
  await house.clock()
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'waitingLeader', holder: 'leader' })
  expect(await act(lin, id, 'leader', { type: 'settle', amount: 500 })).toMatchObject({ decision: 'agreed' })
})

test('who files for a neighbour does not find out that there is a complaint, nor keeps one out', async () => {
  await openDesk(house, 'xu', '小许')
  await join(lin, HELPER)
  const id = await complain()
  const file = async (who: Someone, more: object) => who.call('fileOnBehalf', await onBehalf(more)).then(r => r.view.id, (e: { refusal: { code: string } }) => e.refusal.code)
  // With the complaint or without it, the same answers.
  expect(await file(chen, { about: 'leader' })).toBe('ABOUT_YOURSELF')
  expect(await file(lin, { about: 'leader' })).toBe('ABOUT_YOURSELF')
  const suggestion = await file(chen, { reason: 'suggestion', about: undefined, words: '建议早点送' })
  expect(await view(chen, suggestion, 'leader')).toMatchObject({ class: 'suggestion' })
  const supplier = await file(chen, { about: 'supplier', words: '说送货的态度不好' })
  expect(await view(chen, supplier, 'leader')).toMatchObject({ about: 'supplier' })
  // What everybody sees is said, and the neighbour has each once.
  expect(await file(chen, { about: 'supplier', words: '又说一遍' })).toBe('LINE_HAS_OPEN_CASE')
  const line = await lineOf(wang, '草莓')
  expect(await wang.refused('fileCase', { caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, ...SAID })).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
  expect(await view(wang, id, 'resident')).toMatchObject({ stage: 'waitingOperator' })
})

test('somebody at the leader\'s side who no longer would be named finds nothing in the way, however it is hidden', async () => {
  await join(lin, HELPER)
  const id = await complain({ about: 'helper' })
  // The helper leads from now on: what named them stays hidden, and they may write down what is said of today's helpers.
  const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'leader' } })
  await lin.call('acceptRole', { token, name: '林姐', phone: '13800000001' })
  expect(await lin.refused('showCase', { caseId: id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  const input = await onBehalf({ about: 'helper', words: '说帮手不在' })
  const { view: filed } = await lin.call('fileOnBehalf', input)
  expect((await lin.call('fileOnBehalf', input)).view.id).toBe(filed.id)
  expect(await lin.refused('fileOnBehalf', { ...input, caseId: randomUUID() })).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
})

test('a complaint is nothing to the supplier either, whatever a rule of the community says about who bears it', async () => {
  const supplierId = await joinSupplier(house, 'laoli', '丹东果业')
  await openDesk(house, 'xu', '小许')
  const { version } = await chen.call('showRoutes', { communityId }) as { version: number }
  await chen.call('saveRoutes', { communityId, version, rules: [{ id: randomUUID(), when: { classes: ['service'] }, then: { holder: 'operator', recoverFrom: 'supplier' }, words: '说服务的都算供货商的' }] } as never)
  const id = await complain()
  await house.courier()
  const laoli = await house.as('laoli' satisfies Name)
  expect(await laoli.refused('showCase', { caseId: id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await told(laoli, id)).toEqual([])
  expect((await laoli.call('supplierCases', { tab: 'all' })).counts).toEqual({ mine: 0, all: 0 })
  expect((await chen.call('showBundle', { supplierId, groupBuyId: await fruitId(house), as: 'leader' })).cases).toEqual([])
})

describe('who decides does not plead', () => {
  const REFUSED = { type: 'reject', criterion: 'notShown', words: '照片里看不清', review: 'photos' } as const
  const dismiss = { type: 'decideAppeal', uphold: false, words: '看过了' } as const
  const appeal = { type: 'appeal', grounds: '底下全是烂的', photos: [] } as { type: 'appeal'; grounds: string; photos: string[] }

  test('who acts for the supplier and sits at the desk decides nothing of that supplier\'s there', async () => {
    const deskId = await openDesk(house, 'xu', '小许')
    await hire(deskId, tang, ['complaints', 'management'])
    await joinSupplier(house, 'tang', '丹东果业')
    const { id } = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
    expect((await view(tang, id, 'operator')).mayDo).not.toEqual(expect.arrayContaining(['settle']))
    for (const command of [{ type: 'settle' }, REFUSED, { type: 'offer', options: [{ remedy: 'refund', refund: 1 }], words: '' }]) expect(await refusedStep(tang, id, 'operator', command)).toMatchObject({ code: 'NOT_ALLOWED', message: '请换一位来处理' })
    await decide(chen, id, 'leader', REFUSED)
    await act(wang, id, 'resident', appeal)
    expect(await refusedStep(tang, id, 'operator', dismiss)).toMatchObject({ code: 'NOT_ALLOWED' })
    await act(xu, id, 'operator', { ...dismiss, uphold: true })
    await act(tang, id, 'supplier', { type: 'disputeRecovery', reason: 'oldPhoto', words: '照片是旧的', photos: [] })
    const split = { type: 'splitLiability', shares: { supplier: 0, carrier: 0, leader: 0, seller: 500, goodwill: 0 }, words: '不用承担' } as const
    expect(await refusedStep(tang, id, 'operator', split)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await act(xu, id, 'operator', split)).toMatchObject({ recovery: { state: 'settled' } })
  })

  test('an appeal is not stalled by who refused it, nor by looking into it for ever', async () => {
    const deskId = await openDesk(house, 'xu', '小许')
    await hire(deskId, tang)
    const { id } = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
    await decide(xu, id, 'operator', REFUSED)
    await act(wang, id, 'resident', appeal)
    const look = () => ({ type: 'investigate' as const, words: '问一下仓库', until: Date.now() + 24 * 3600_000 })
    expect((await refusedStep(xu, id, 'operator', look())).code).toMatch(/WRONG_STATE|NOT_ALLOWED/)
    for (let times = 0; times < 2; times++) {
      await act(tang, id, 'operator', look())
      await act(tang, id, 'operator', { type: 'endInvestigation', words: '问过了' })
    }
    expect(await refusedStep(tang, id, 'operator', look())).toMatchObject({ code: 'WRONG_STATE' })
    expect(await act(tang, id, 'operator', dismiss)).toMatchObject({ decision: 'dismissed' })
  })
})
