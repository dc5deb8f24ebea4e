import { randomUUID } from 'node:crypto'
import { act, bind, COMMUNITY, fileOne, fruitId, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'
import { photo, SECRET_PLACE } from './photo'

let house: House
let wang: Someone, lin: Someone, chen: Someone, laoli: Someone
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  await joinSupplier(house, 'laoli', '丹东果业')
  await joinSupplier(house, 'xiaozhou', '绿源蔬菜')
  ;[wang, lin, chen, laoli] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone, Someone]
}, 60_000)
afterAll(() => house.close())

test('each sees what is theirs: residents their own, the leader the community\'s, suppliers those of their products', async () => {
  const berries = await fileOne(wang, '草莓', { words: '送到5号楼602，电话139 1234 5678，王秀珍' })
  const theirs = await fileOne(lin, '小番茄')
  for (const [who, sees, not] of [['wang', berries.id, theirs.id], ['lin', theirs.id, berries.id], ['laoli', berries.id, theirs.id]] as const) {
    expect((await (await house.as(who)).call('showCase', { caseId: sees })).view.id).toBe(sees)
    expect(await (await house.as(who)).refused('showCase', { caseId: not })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  }
  expect(await (await house.as('stranger')).refused('showCase', { caseId: berries.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await wang.refused('showCase', { caseId: berries.id, as: 'leader' })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  const otherLeader = await house.as('otherLeader')
  await otherLeader.call('openCommunity', { ...COMMUNITY, communityId: '99999999-2222-4333-8444-555555555555', name: '别的小区' })
  expect(await otherLeader.refused('showCase', { caseId: berries.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await otherLeader.refused('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })).toMatchObject({ code: 'NOT_ALLOWED' })
  const ids = (cards: { id: string }[]) => cards.map(c => c.id).sort()
  expect(ids((await chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })).cards)).toEqual([berries.id, theirs.id].sort())
  expect(ids((await laoli.call('supplierCases', { tab: 'all' })).cards)).toEqual([berries.id])
  expect(ids((await (await house.as('xiaozhou')).call('supplierCases', { tab: 'all' })).cards)).toEqual([theirs.id])
  expect((await (await house.as('stranger')).call('supplierCases', { tab: 'all' })).cards).toEqual([])
})

test('nothing that a supplier is answered tells who the resident is', async () => {
  const { cards } = await laoli.call('supplierCases', { tab: 'all' })
  const id = cards[0]?.id ?? ''
  await act(chen, id, 'leader', { type: 'forward', words: '邻居电话 13912345678，麻烦看看' })
  await house.courier()
  const answers = JSON.stringify([
    await laoli.call('supplierCases', { tab: 'all' }), await laoli.call('supplierCases', { tab: 'mine' }),
    await laoli.call('showCase', { caseId: id }), await laoli.call('listNotices', {}), await laoli.call('whoAmI', {}),
    await act(laoli, id, 'supplier', { type: 'disputeAsAsked', reason: 'oldPhoto', words: '不是这批', photos: [await laoli.photo()] }),
  ])
  const { data: [order] } = await house.db.collection('orders').where({ joinNumber: '7' }).limit(1).get() as { data: { buyer: string; receiver: string; room: string; phoneLast4: string; phoneHash: string; pickupPoint: string; residents: string[] }[] }
  const secrets = ['13912345678', '139 1234 5678', '5678', order?.receiver, order?.room, order?.phoneLast4, order?.phoneHash, order?.residents[0], 'o-scenario-wang', order?.pickupPoint]
  for (const secret of secrets) {
    expect(secret).toBeTruthy()
    expect(answers).not.toContain(secret)
  }
  expect(answers).not.toContain(`"${order?.buyer}"`)
})

test('no answer to anybody contains an openid or a person\'s id, but their own', async () => {
  const person = async (who: 'wang' | 'lin' | 'chen' | 'laoli') => (await (await house.as(who)).call('whoAmI', {})).personId
  const others = await Promise.all([person('lin'), person('chen'), person('laoli')])
  const answers = JSON.stringify([await wang.call('residentHome', {}), await wang.call('listNotices', {}), await wang.call('whoAmI', {})])
  for (const id of [...others, 'o-scenario-']) expect(answers).not.toContain(id)
})

test('photos: only through links to those who see the case, without metadata, upright, gone for clients', async () => {
  const uploaded = photo(6)
  expect(uploaded.includes(SECRET_PLACE)).toBe(true)
  const { id } = await fileOne(wang, '脐橙', { photos: [await wang.photo(uploaded)] })
  const { view, photoLinks, linksUntil } = await chen.call('showCase', { caseId: id })
  expect(Object.keys(photoLinks)).toEqual(view.photos)
  expect(linksUntil).toBeGreaterThan(Date.now())
  const url = photoLinks[view.photos[0] ?? ''] ?? ''
  const response = await fetch(url)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  const kept = Buffer.from(await response.arrayBuffer())
  expect(kept.includes(SECRET_PLACE)).toBe(false)
  expect(kept.includes('photo ')).toBe(false)
  // Which side is up is the one thing that stays: big-endian Exif, orientation 6.
  expect(kept.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true)
  // Without its signature, or with another, the link opens nothing.
  const bare = new URL(url)
  bare.search = ''
  expect((await fetch(bare)).status).toBeGreaterThanOrEqual(400)
  expect((await fetch(url.replace(/.$/, c => (c === 'a' ? 'b' : 'a')))).status).toBeGreaterThanOrEqual(400)
})

test('the others of the household read a case and act on nothing of it; taken off the order, they read it no more', async () => {
  const second = await house.as('zhang')
  const { recent: [card] } = await wang.call('residentHome', {})
  const { view: filed } = await wang.call('showCase', { caseId: card?.id ?? '' })
  expect(await second.refused('showCase', { caseId: filed.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  await bind(house, 'zhang', '7', '6027')
  const { view } = await second.call('showCase', { caseId: filed.id })
  expect(view).toMatchObject({ as: 'resident', byHousehold: true, mayDo: [], title: filed.title, photos: filed.photos, words: filed.words })
  expect(view.story.at(-1)?.says).toMatch(/^家里人反映/)
  expect((await wang.call('showCase', { caseId: filed.id })).view).toMatchObject({ byHousehold: false, mayDo: expect.arrayContaining(['withdraw']) as unknown })
  const mine = (await second.call('residentHome', {})).bought.flatMap(b => b.lines).filter(l => l.openCaseId === filed.id)
  expect(mine).toHaveLength(1)
  const [line] = mine
  expect((await second.call('showLine', { orderId: line?.orderId ?? '', lineId: line?.lineId ?? '' })).line).toMatchObject({ openCaseId: filed.id, notClaimable: null })
  expect((await second.call('showGroupBuy', { groupBuyId: await fruitId(house) })).mine).toContainEqual(expect.objectContaining({ openCaseId: filed.id }))
  const acted = await second.refused('actOnCase', { caseId: filed.id, as: 'resident', seen: view.version, commandId: randomUUID(), command: { type: 'withdraw', words: '' } })
  expect(acted).toMatchObject({ code: 'CASE_NOT_FOUND' })
  const { households: [household] } = await second.call('listHouseholds', {})
  await second.call('unbindHousehold', { householdId: household?.id ?? '' })
  expect(await second.refused('showCase', { caseId: filed.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect((await second.call('residentHome', {})).bought).toEqual([])
})
