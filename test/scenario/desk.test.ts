import { randomUUID } from 'node:crypto'
import type { CallName } from '../../domain/contract/calls'
import type { Capability } from '../../domain/people/desk'
import { act, bind, COMMUNITY, decide, fileOne, fruitId, moveIn, openDesk, openHouse, type House, type Name, type Someone } from './openHouse'

const { communityId } = COMMUNITY
let house: House
let chen: Someone
let xu: Someone
let tang: Someone
let wang: Someone
let deskId: string

beforeEach(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[chen, xu, tang, wang] = await Promise.all([house.as('chen'), house.as('xu'), house.as('tang'), house.as('wang')])
  deskId = await openDesk(house, 'xu', '小许')
}, 60_000)
afterEach(() => house.close())

const idOf = async (name: Name) => (await (await house.as(name)).call('whoAmI', {})).personId
async function hire(capabilities: Capability[], limit: number | null): Promise<string> {
  const { token } = await xu.call('inviteToDesk', { deskId, capabilities, limit })
  await tang.call('acceptDeskInvitation', { token, name: '小唐' })
  return token
}
const queue = (who: Someone, show: 'mine' | 'open' | 'done' = 'open') => who.call('deskQueue', { deskId, show })
const settle = (caseId: string, amount: number, seen = 1) => ({ caseId, commandId: randomUUID(), seen, as: 'operator', command: { type: 'settle', amount } })

test('a leader invites a desk, it has colleagues, and one of them settles within what they may', async () => {
  expect((await chen.call('showCommunity', { communityId })).desk).toEqual({ name: '邻里平台' })
  expect((await wang.call('residentHome', {})).communities).toMatchObject([{ appealBody: 'operator' }])
  await hire(['support'], 600)
  expect((await tang.call('whoAmI', {})).operates).toEqual([{ deskId, name: '邻里平台', communities: 1, capabilities: ['support'], limit: 600, waiting: 0 }])
  const { id } = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
  expect(await queue(tang)).toMatchObject({ cards: [{ id, as: 'operator', communityId, buyer: expect.any(String), channel: null }], counts: { mine: 0, open: 1 }, communities: [{ id: communityId, name: COMMUNITY.name, open: 1 }], next: null })
  expect(await tang.refused('actOnCase', settle(id, 601))).toMatchObject({ code: 'OVER_LIMIT', field: 'command.amount' })
  expect(await tang.refused('actOnCase', { ...settle(id, 500), command: { type: 'offer', options: [{ remedy: 'refund', refund: 601 }], words: '' } })).toMatchObject({ code: 'OVER_LIMIT' })
  expect((await tang.call('showCase', { caseId: id, as: 'operator' })).view).toMatchObject({ as: 'operator', limit: 600, household: { joinNumber: '7' }, mayDo: expect.arrayContaining(['settle', 'offer', 'reject', 'askEvidence']) })
  expect(await decide(tang, id, 'operator', { type: 'settle', amount: 600 })).toMatchObject({ decision: 'agreed', amount: 600 })
  expect(await queue(tang, 'done')).toMatchObject({ cards: [], counts: { open: 1, done: 0 } })
  // The leader pays it, as every refund of the group-buy.
  expect((await chen.call('leaderInbox', { communityId, tab: 'mine' })).counts.mine).toBe(1)
})

test('a capability that is not one\'s own is refused before anything is written, photos included', async () => {
  await hire(['logistics'], null)
  const { id } = await fileOne(wang, '草莓')
  const [before] = (await house.db.collection('cases').where({ _id: id }).get()).data as { version: number }[]
  const photo = await tang.photo()
  for (const command of [{ type: 'settle' }, { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' }, { type: 'addEvidence', photos: [photo], voices: [], words: '', channel: 'hotline' }]) {
    expect(await tang.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: 1, as: 'operator', command })).toMatchObject({ code: 'NOT_YOUR_CAPABILITY', message: '这一步归「客服」或「投诉」，请转给他们', field: 'command.type' })
  }
  expect((await tang.call('showCase', { caseId: id, as: 'operator' })).view.mayDo).toEqual([])
  expect((await house.db.collection('cases').where({ _id: id }).get()).data).toMatchObject([{ version: before?.version }])
  expect((await house.db.collection('photos').where({ _id: photo }).get()).data).toMatchObject([{ caseId: null }])
  expect(await tang.refused('listBuyers', { groupBuyId: await fruitId(house) })).toMatchObject({ code: 'NOT_YOUR_CAPABILITY' })
})

test('another channel\'s complaint is filed at the desk, with the channel on its card', async () => {
  await hire(['support'], 5000)
  const { groupBuys } = await tang.call('deskGroupBuys', { communityId })
  const groupBuyId = groupBuys.find(g => g.title.includes('果蔬'))?.id ?? ''
  const { households } = await tang.call('listBuyers', { groupBuyId })
  const household = households.find(h => h.joinNumber === '7')
  const line = household?.lines.find(l => l.title.includes('草莓'))
  const input = { caseId: randomUUID(), orderId: household?.orderId ?? '', lineId: line?.lineId ?? '', channel: 'hotline' as const, reason: 'spoiled' as const, claim: { measure: 'pieces' as const, bad: 1, damage: 100 as const }, wish: { kind: 'refund' as const, amount: 100 }, photos: [], words: '热线里说烂了' }
  const { view } = await tang.call('fileOnBehalf', input)
  expect(view).toMatchObject({ as: 'operator', channel: 'hotline', mayDo: expect.arrayContaining(['settle']) })
  expect((await tang.call('fileOnBehalf', input)).view.id).toBe(view.id)
  expect((await queue(tang)).cards).toMatchObject([{ id: view.id, channel: 'hotline' }])
  // The neighbour finds it as their own.
  expect((await wang.call('showCase', { caseId: view.id })).view).toMatchObject({ as: 'resident', channel: 'hotline' })
})

test('whoever leaves, is removed, or whose desk was ended, is nobody at once', async () => {
  const token = await hire(['support', 'complaints'], null)
  const { id } = await fileOne(wang, '草莓')
  await xu.call('removeOperator', { deskId, memberId: await idOf('tang') })
  expect(await tang.refused('showCase', { caseId: id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await tang.refused('actOnCase', settle(id, 100))).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await tang.refused('deskQueue', { deskId, show: 'open' })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await tang.refused('showDesk', { deskId })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await tang.refused('acceptDeskInvitation', { token, name: '小唐' })).toMatchObject({ code: 'INVITATION_GONE' })
  expect((await tang.call('whoAmI', {})).operates).toEqual([])
  // Even one whose own entry was left behind by a function that died.
  await house.db.collection('people').where({ _id: await idOf('tang') }).update({ roles: [{ role: 'operator', deskId }] })
  expect(await tang.refused('actOnCase', settle(id, 100))).toMatchObject({ code: 'CASE_NOT_FOUND' })
  // The leader ends the service; the same for everybody of the desk, and no appeal is promised any more.
  await queue(xu)
  expect((await chen.call('endDesk', { communityId })).desk).toBeNull()
  expect((await queue(xu)).cards).toEqual([])
  expect(await xu.refused('actOnCase', settle(id, 100))).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect((await wang.call('residentHome', {})).communities).toMatchObject([{ appealBody: 'none' }])
  expect((await chen.call('endDesk', { communityId })).desk).toBeNull()
  // And may invite it, or another, again: by its manager the same desk comes back.
  const again = await chen.call('inviteToCommunity', { communityId, to: { role: 'desk' } })
  expect(await xu.call('openDesk', { token: again.token, desk: { kind: 'own', deskId } })).toMatchObject({ deskId, deskName: '邻里平台' })
  expect((await queue(xu)).cards.map(c => c.id)).toEqual([id])
})

test('nobody else sees anything, whatever they say they are', async () => {
  const { id } = await fileOne(wang, '草莓')
  const other = await house.as('otherLeader')
  await other.call('openCommunity', { ...COMMUNITY, communityId: randomUUID(), name: '海棠苑' })
  for (const who of [other, await house.as('stranger'), chen]) {
    for (const [call, input] of [['deskQueue', { deskId, show: 'open' }], ['showDesk', { deskId }], ['inviteToDesk', { deskId, capabilities: ['management'], limit: null }], ['changeOperator', { deskId, memberId: await idOf('xu'), capabilities: ['support'], limit: 1 }], ['removeOperator', { deskId, memberId: await idOf('xu') }], ['deskGroupBuys', { communityId }]] as [CallName, object][]) {
      expect([call, (await who.refused(call, input)).code]).toEqual([call, 'NOT_FOUND'])
    }
    expect(await who.refused('showCase', { caseId: id, as: 'operator' })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  }
  for (const who of [other, await house.as('stranger')]) expect(await who.refused('actOnCase', settle(id, 100))).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await other.refused('endDesk', { communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
  // The desk sees nothing of a community that it does not serve, and is not the leader of the one it does.
  expect(await xu.refused('leaderInbox', { communityId, tab: 'mine' })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(await xu.refused('endDesk', { communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect((await xu.call('deskQueue', { deskId, show: 'open', communityId: 'somewhere-else' })).cards).toEqual([])
})

test('a link works once, and only while whoever gave it may; a desk keeps somebody who manages', async () => {
  await hire(['support'], 600)
  expect(await tang.refused('inviteToDesk', { deskId, capabilities: ['support'], limit: 1 })).toMatchObject({ code: 'NOT_YOUR_CAPABILITY' })
  expect(await tang.refused('changeOperator', { deskId, memberId: await idOf('tang'), capabilities: ['management'], limit: null })).toMatchObject({ code: 'NOT_YOUR_CAPABILITY' })
  const me = await idOf('xu')
  expect(await xu.refused('changeOperator', { deskId, memberId: me, capabilities: ['support'], limit: null })).toMatchObject({ code: 'LAST_MANAGER' })
  expect(await xu.refused('removeOperator', { deskId, memberId: me })).toMatchObject({ code: 'LAST_MANAGER' })
  const { token } = await xu.call('inviteToDesk', { deskId, capabilities: ['training'], limit: 100 })
  expect((await xu.call('showDesk', { deskId })).invitations).toMatchObject([{ capabilities: ['training'], limit: 100 }])
  expect((await tang.call('showDesk', { deskId })).invitations).toEqual([])
  await xu.call('changeOperator', { deskId, memberId: await idOf('tang'), capabilities: ['management'], limit: null })
  // Two managers who remove each other at the same moment: one stays.
  await Promise.allSettled([xu.call('removeOperator', { deskId, memberId: await idOf('tang') }), tang.call('removeOperator', { deskId, memberId: me })])
  const still = (await Promise.all([xu, tang].map(async who => (await who.call('whoAmI', {})).operates.length))).reduce((a, b) => a + b)
  expect(still).toBe(1)
  const lin = await house.as('lin')
  const taken = await lin.call('acceptDeskInvitation', { token, name: '小林' }).then(() => true, () => false)
  // Whether it still works depends on whether its giver is still there.
  expect(taken).toBe((await xu.call('whoAmI', {})).operates.length === 1)
  // A leader's link that is open to one desk: the first.
  expect(await chen.refused('inviteToCommunity', { communityId, to: { role: 'desk' } })).toMatchObject({ code: 'HAS_DESK' })
  await chen.call('endDesk', { communityId })
  const leaders = await chen.call('inviteToCommunity', { communityId, to: { role: 'desk' } })
  expect(await lin.call('showRoleInvitation', { token: leaders.token })).toMatchObject({ role: 'desk', communityName: COMMUNITY.name })
  expect(await lin.refused('acceptRole', { token: leaders.token, name: '小林', phone: '' })).toMatchObject({ code: 'DESK_INVITATION' })
  const wanted = (called: string) => ({ token: leaders.token, desk: { kind: 'new' as const, deskId: randomUUID(), name: '另一家平台', phone: '', called } })
  const tried = await Promise.allSettled([wang, await house.as('zhang'), await house.as('laoli')].map((who, i) => who.call('openDesk', wanted(`第${i}个`))))
  expect(tried.filter(t => t.status === 'fulfilled')).toHaveLength(1)
})

test('the queue comes in parts, what is due first at the top, each case once', async () => {
  const { id } = await fileOne(wang, '草莓')
  const [stored] = (await house.db.collection('cases').where({ _id: id }).get()).data as ({ _id: string; state: { id: string } } & Record<string, unknown>)[]
  if (!stored) throw new Error('the case is missing')
  // Seventy more, some due at the same moment and some without a time: filing each is another story.
  const more = Array.from({ length: 70 }, (_, i) => ({ _id: randomUUID(), holderDueAt: i < 40 ? 1000 : i < 60 ? 2000 + i : null }))
  for (const { _id, holderDueAt } of more) await house.db.collection('cases').add({ ...stored, _id, openKey: `line:other:${_id}`, holderDueAt, state: { ...stored.state, id: _id } })
  const seen: string[] = []
  let after: { dueAt: number | null; id: string } | undefined
  for (let parts = 1; ; parts++) {
    const part = await xu.call('deskQueue', { deskId, show: 'open', ...(after ? { after } : {}) })
    expect(part.cards.length).toBeLessThanOrEqual(30)
    expect(part.counts.open).toBe(71)
    seen.push(...part.cards.map(c => c.id))
    if (part.next === null) {
      expect(parts).toBe(3)
      break
    }
    after = part.next
  }
  const dueOf = new Map<string, number | null>([...more.map(m => [m._id, m.holderDueAt] as const), [id, stored['holderDueAt'] as number]])
  expect(new Set(seen).size).toBe(71)
  const dues = seen.map(one => dueOf.get(one) ?? Infinity)
  expect(dues).toEqual([...dues].sort((a, b) => a - b))
})

test('somebody is leader and operator of the same community, and acts as the one they say', async () => {
  const { token } = await xu.call('inviteToDesk', { deskId, capabilities: ['support'], limit: 100 })
  await chen.call('acceptDeskInvitation', { token, name: '陈姐' })
  const { id } = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
  expect(await chen.refused('actOnCase', settle(id, 500))).toMatchObject({ code: 'OVER_LIMIT' })
  expect(await act(chen, id, 'leader', { type: 'settle', amount: 500 })).toMatchObject({ as: 'leader', decision: 'agreed' })
})

test('whoever is refused asks the desk to look again: those who can are told, it waits in their queue, and they decide', async () => {
  await hire(['support'], null)
  const { id } = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
  await decide(chen, id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' })
  await act(wang, id, 'resident', { type: 'appeal', grounds: '底下全是烂的', photos: [] })
  await house.courier()
  const told = async (who: Someone) => (await who.call('listNotices', {})).notices.filter(n => n.as === 'operator').map(n => n.page)
  expect(await told(xu)).toEqual([`packages/operator/case/index?id=${id}`])
  expect(await told(tang)).toEqual([])
  expect((await queue(xu, 'mine')).cards.map(c => c.id)).toEqual([id])
  expect((await xu.call('whoAmI', {})).operates).toMatchObject([{ waiting: 1 }])
  const seen = (await tang.call('showCase', { caseId: id, as: 'operator' })).view.version
  expect(await tang.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen, as: 'operator', command: { type: 'decideAppeal', uphold: true, words: '看了' } })).toMatchObject({ code: 'NOT_YOUR_CAPABILITY' })
  expect(await act(xu, id, 'operator', { type: 'decideAppeal', uphold: true, words: '照片里看得出' })).toMatchObject({ decision: 'agreed' })
})

test('what is finished is still found at the desk', async () => {
  const { id } = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
  expect((await queue(xu, 'done')).cards).toEqual([])
  await decide(chen, id, 'leader', { type: 'reject', criterion: 'notShown', review: 'photos', words: '看不出' })
  expect(await queue(xu, 'done')).toMatchObject({ cards: [{ id, stage: 'rejected' }], counts: { mine: 0, open: 0, done: 1 }, communities: [{ done: 1 }], next: null })
  expect(await queue(xu, 'open')).toMatchObject({ cards: [] })
})

test('a danger that the desk has stands on the leader\'s first page, and the leader can warn everybody from it', async () => {
  const { id } = await fileOne(wang, '草莓', { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'none' } })
  const inbox = await chen.call('leaderInbox', { communityId, tab: 'mine' })
  expect(inbox).toMatchObject({ cards: [], hazards: [{ id, holder: 'operator', reason: 'hazard' }], disputed: [] })
  expect((await chen.call('leaderInbox', { communityId, tab: 'moving' })).hazards).toEqual([])
  const { warned } = await chen.call('showCase', { caseId: id, as: 'leader' })
  if (!warned) throw new Error('the leader is not told whether it is warned of')
  const { groupBuyId, productId, ...may } = warned
  expect(may).toEqual({ id: null, mayStart: true })
  expect((await xu.call('showCase', { caseId: id, as: 'operator' })).warned).toMatchObject({ id: null, mayStart: false })
  const { id: warningId } = await chen.call('startWarning', { groupBuyId, productId, words: '有人不舒服', doThis: 'keepAside', caseId: id })
  expect((await wang.call('showCase', { caseId: id, as: 'resident' })).warned).toMatchObject({ id: warningId, mayStart: false })
  expect((await xu.call('showCase', { caseId: id, as: 'operator' })).warned).toMatchObject({ id: warningId, mayStart: false })
})
