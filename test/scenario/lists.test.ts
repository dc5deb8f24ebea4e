import { randomUUID } from 'node:crypto'
import { act, bind, COMMUNITY, decide, fileOne, fruitId, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'
import { templateId } from '../../domain/notice/templates'

/** What lists tell, since they are joined in the database and links to photos are kept: what a role sees is what it saw. */
let house: House
let wang: Someone, lin: Someone, chen: Someone, laoli: Someone, stranger: Someone
const OTHER = { ...COMMUNITY, communityId: '99999999-2222-4333-8444-555555555555', name: '别的小区', leaderName: '刘姐' }
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, lin, chen, laoli, stranger] = await Promise.all((['wang', 'lin', 'chen', 'laoli', 'stranger'] as const).map(name => house.as(name))) as [Someone, Someone, Someone, Someone, Someone]
}, 60_000)
afterAll(() => house.close())

test('a kept link is given to those who may see the photo, and to nobody else; it opens it', async () => {
  const { id, photos } = await fileOne(wang, '草莓')
  const photo = photos[0] ?? ''
  const inbox = () => chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })
  const url = (await inbox()).photoLinks[photo] ?? ''
  expect((await fetch(url)).status).toBe(200)
  // Kept from now on, for everybody who may see it.
  expect((await inbox()).photoLinks[photo]).toBe(url)
  expect((await wang.call('residentHome', {})).photoLinks[photo]).toBe(url)
  expect((await laoli.call('supplierCases', { tab: 'all' })).photoLinks[photo]).toBe(url)
  const { photoLinks, linksUntil } = await laoli.call('showCase', { caseId: id })
  expect(photoLinks).toEqual({ [photo]: url })
  // Half an hour is promised, and the link itself says that it works longer.
  expect(linksUntil).toBeLessThanOrEqual(Date.now() + 1800_000)
  const others = [await lin.call('residentHome', {}), await stranger.call('residentHome', {}), await stranger.call('supplierCases', { tab: 'all' }), await (await house.as('xiaozhou')).call('supplierCases', { tab: 'all' })]
  expect(JSON.stringify(others)).not.toContain(photo)
  for (const who of [lin, stranger]) {
    expect(await who.refused('showCase', { caseId: id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect(await who.refused('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })).toMatchObject({ code: 'NOT_ALLOWED' })
  }
  // Another process knows nothing of it, and makes its own.
  house.cloud.killFunction('api')
  expect((await fetch((await inbox()).photoLinks[photo] ?? '')).status).toBe(200)
})

test('leading one community opens no other one, whatever id is asked for', async () => {
  const otherLeader = await house.as('otherLeader')
  await otherLeader.call('openCommunity', OTHER)
  for (const call of ['listGroupBuys', 'listBindings'] as const) {
    expect(await otherLeader.refused(call, { communityId: COMMUNITY.communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await laoli.refused(call, { communityId: COMMUNITY.communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await stranger.refused(call, { communityId: 'nobodys' })).toMatchObject({ code: 'NOT_ALLOWED' })
  }
  expect(await otherLeader.call('leaderInbox', { communityId: OTHER.communityId, tab: 'mine' })).toMatchObject({ cards: [], counts: { mine: 0, moving: 0, done: 0 } })
})

test('tabs count what they list', async () => {
  const { id } = await fileOne(lin, '小番茄')
  await act(lin, id, 'resident', { type: 'withdraw', words: '' })
  const tabs = ['mine', 'moving', 'done'] as const
  const lists = await Promise.all(tabs.map(tab => chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab })))
  expect(lists.map(l => l.cards.length)).toEqual([1, 0, 1])
  for (const { counts } of lists) expect(counts).toEqual({ mine: 1, moving: 0, done: 1 })
  const bothTabs = await Promise.all((['mine', 'all'] as const).map(tab => laoli.call('supplierCases', { tab })))
  expect(bothTabs.map(l => [l.cards.length, l.counts])).toEqual([[0, { mine: 0, all: 1 }], [1, { mine: 0, all: 1 }]])
})

test('what stands over an order is as it is now: the group-buy\'s arrival, the community with its leader', async () => {
  const home = () => wang.call('residentHome', {})
  const fruit = async () => (await home()).bought.find(b => b.title.includes('果蔬团'))
  expect(await fruit()).toMatchObject({ arrivedAt: null, communityName: COMMUNITY.name })
  const { arrivedAt } = await chen.call('markArrived', { groupBuyId: await fruitId(house) })
  expect(await fruit()).toMatchObject({ arrivedAt, communityName: COMMUNITY.name })
  const { communities, bought } = await home()
  expect(communities).toEqual([expect.objectContaining({ id: COMMUNITY.communityId, leaderName: COMMUNITY.leaderName, leaderPhone: COMMUNITY.leaderPhone })])
  expect(new Set(bought.map(b => b.groupBuyId)).size).toBe(bought.length)
  expect(JSON.stringify(bought)).not.toMatch(/phone|supplier|price/i)
})

test('who is several people is told what waits for each of them', async () => {
  // The leader of one community leads a second one, supplies the first, and bought there.
  await chen.call('openCommunity', { ...OTHER, communityId: '88888888-2222-4333-8444-555555555555', name: '桂花苑' })
  await joinSupplier(house, 'chen', '绿源蔬菜')
  const { id } = await fileOne(lin, '小番茄')
  await act(chen, id, 'leader', { type: 'forward', words: '' })
  const me = await chen.call('whoAmI', {})
  expect(me).toMatchObject({
    leads: [{ name: COMMUNITY.name, waiting: 1 }, { name: '桂花苑', waiting: 0 }],
    supplies: [{ name: '绿源蔬菜', communityName: COMMUNITY.name, waiting: 1 }], isResident: false, waitingForMe: 0,
  })
  expect(await lin.call('whoAmI', {})).toMatchObject({ leads: [], supplies: [], isResident: true, waitingForMe: 0 })
})

test('who was never seen is nobody, and keeps what they said yes to', async () => {
  expect(await stranger.call('whoAmI', {})).toMatchObject({ name: '', leads: [], supplies: [], isResident: false, waitingForMe: 0, unread: 0, credits: {} })
  expect(await stranger.call('residentHome', {})).toEqual({ waiting: [], recent: [], bought: [], communities: [], photoLinks: {} })
  const template = templateId('progress')
  await stranger.call('recordConsent', { askId: randomUUID(), answers: { [template]: 'accept' } })
  expect((await stranger.call('whoAmI', {})).credits).toEqual({ [template]: 1 })
})

test('an inbox reads what is in it and what that asks for, however many cases there are', async () => {
  const { id } = await fileOne(lin, '草莓')
  await decide(chen, id, 'leader', { type: 'settle' })
  await house.courier()
  const cost = async (who: Someone) => {
    await who.call('listNotices', {})
    const before = house.cloud.examined().documents
    expect((await who.call('listNotices', {})).notices.length).toBeGreaterThan(0)
    return house.cloud.examined().documents - before
  }
  const few = [await cost(laoli), await cost(chen), await cost(lin)]
  house.cloud.importDocuments('cases', Array.from({ length: 300 }, (_, i) => ({ _id: `elsewhere-${i}`, communityId: 'elsewhere', openKey: `elsewhere-${i}`, open: true, state: {}, events: [] })))
  expect([await cost(laoli), await cost(chen), await cost(lin)]).toEqual(few)
})
