import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import { bind, COMMUNITY, fileOne, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

const { communityId } = COMMUNITY
type Rule = Input<'saveRoutes'>['rules'][number]
const DEAR: Rule = { id: 'dear', when: { askedAtLeast: 5000 }, then: { holder: 'operator' }, words: '¥50 以上的先请平台看' }
let house: House
let chen: Someone, wang: Someone, lin: Someone, stranger: Someone
let fruiterer: string

beforeEach(async () => {
  house = await openHouse()
  await moveIn(house)
  ;[chen, wang, lin, stranger] = await Promise.all([house.as('chen'), house.as('wang'), house.as('lin'), house.as('stranger')]) as [Someone, Someone, Someone, Someone]
  fruiterer = await joinSupplier(house, 'laoli', '丹东果业')
}, 60_000)
afterEach(() => house.close())

async function help(): Promise<void> {
  const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'helper', limit: 600 } })
  await lin.call('acceptRole', { token, name: '老公', phone: '' })
}

test('a leader keeps rules in order, and every later reader finds them with what can be chosen', async () => {
  const fresh = await chen.call('showRoutes', { communityId })
  expect(fresh).toMatchObject({ version: 0, rules: [], mayEdit: true, hasDesk: false })
  expect(fresh.suppliers.map(s => s.id)).toContain(fruiterer)
  const berries = fresh.products.find(p => p.title.includes('草莓'))
  if (!berries) throw new Error('no strawberries to choose')
  const rules: Rule[] = [
    { id: 'b', when: { productKeys: [berries.key] }, then: { holder: 'supplier' }, words: '草莓先问果业' },
    { id: 'a', when: { productKeys: [berries.key], askedAtLeast: 100 }, then: { holder: 'leader' }, words: '草莓贵的归我' },
    DEAR,
  ]
  const saved = await chen.call('saveRoutes', { communityId, version: 0, rules })
  expect(saved).toMatchObject({ version: 1, rules })
  expect(await chen.call('showRoutes', { communityId })).toEqual(saved)
  const turned = [...rules].reverse()
  expect((await chen.call('saveRoutes', { communityId, version: 1, rules: turned })).rules).toEqual(turned)
  // Taken away altogether: nothing of them stays behind.
  expect(await chen.call('saveRoutes', { communityId, version: 2, rules: [] })).toMatchObject({ version: 3, rules: [] })
})

test('who may: the leader changes, a helper reads and tries, anybody else learns nothing', async () => {
  await help()
  await chen.call('saveRoutes', { communityId, version: 0, rules: [DEAR] })
  expect(await lin.call('showRoutes', { communityId })).toMatchObject({ mayEdit: false, rules: [DEAR] })
  expect(await lin.refused('saveRoutes', { communityId, version: 1, rules: [] })).toMatchObject({ code: 'LEADER_ONLY' })
  const about = { of: 'matter', class: 'price', amountAsked: 0 } as const
  expect((await lin.call('tryRoute', { communityId, about })).route.holder).toBe('leader')
  for (const outsider of [stranger, await house.as('laoli'), wang, await house.as('otherLeader')]) {
    for (const [call, input] of [['showRoutes', {}], ['saveRoutes', { version: 1, rules: [] }], ['tryRoute', { about }]] as const) expect(await outsider.refused(call, { communityId, ...input })).toMatchObject({ code: 'NOT_ALLOWED' })
  }
  expect(await chen.refused('showRoutes', { communityId: 'no-such' })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect((await chen.call('showRoutes', { communityId })).rules).toEqual([DEAR])
})

test('two editors at once: one list is kept, the other editor is told; the same list sent again is no second one', async () => {
  const mine = { communityId, version: 0, rules: [DEAR] }
  const theirs = { communityId, version: 0, rules: [{ ...DEAR, id: 'other', words: '¥50 以上的归我', then: { holder: 'leader' as const } }] }
  const outcomes = await Promise.allSettled([chen.call('saveRoutes', mine), chen.call('saveRoutes', theirs)])
  expect(outcomes.map(o => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  const [kept, lost] = outcomes[0]?.status === 'fulfilled' ? [mine, theirs] : [theirs, mine]
  expect(await chen.refused('saveRoutes', lost)).toMatchObject({ code: 'CHANGED_MEANWHILE', field: 'version', message: expect.stringMatching(/[一-鿿]/) })
  expect(await chen.call('saveRoutes', kept)).toMatchObject({ version: 1, rules: kept.rules })
  expect(await chen.refused('saveRoutes', { ...lost, version: 7 })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  expect(await chen.call('saveRoutes', { ...lost, version: 1 })).toMatchObject({ version: 2, rules: lost.rules })
})

test('what can never be meant is refused in words, and nothing of it is kept', async () => {
  const refused = (rules: unknown[]) => chen.refused('saveRoutes', { communityId, version: 0, rules })
  expect(await refused([{ ...DEAR, when: { classes: ['weather'] } }])).toMatchObject({ code: 'BAD_INPUT', field: 'rules.0.when.classes.0', message: '没有这一类事' })
  expect(await refused([{ ...DEAR, when: { classes: ['quality'], reasons: ['missing'] } }])).toMatchObject({ code: 'NEVER_TRUE', field: 'rules.0.when.reasons.0' })
  expect(await refused([DEAR, { ...DEAR, id: 'b', then: { holder: 'leader' } }])).toMatchObject({ code: 'CONTRADICTS', field: 'rules.1.then' })
  expect(await refused([{ ...DEAR, when: { classes: ['hazard'] }, then: { holder: 'supplier' } }])).toMatchObject({ code: 'HAZARD_TO_SUPPLIER', field: 'rules.0.then.holder' })
  expect((await chen.call('showRoutes', { communityId })).version).toBe(0)
})

test('trying out: something thought up and a case that is there, under rules that are kept and rules that are not; nothing changes', async () => {
  await bind(house, 'wang', '7', '6027')
  const { id } = await fileOne(wang, '草莓')
  const before = (await house.db.collection('cases').where({ _id: id }).get()).data
  const ask = async (rules?: Rule[]) => chen.call('tryRoute', { communityId, about: { of: 'case', caseId: id }, ...(rules ? { rules } : {}) })
  expect(await ask()).toMatchObject({ route: { holder: 'leader', recoverFrom: 'supplier', by: { id: 'usual:quality', own: false } }, about: { class: 'quality', reason: 'spoiled', supplierName: '丹东果业' } })
  const toSupplier: Rule = { id: 's', when: { supplierIds: [fruiterer] }, then: { holder: 'supplier' }, words: '果业的先问果业' }
  expect((await ask([toSupplier])).route).toMatchObject({ holder: 'supplier', by: { id: 's', words: '果业的先问果业', own: true } })
  expect((await ask()).route.by.own).toBe(false)
  await chen.call('saveRoutes', { communityId, version: 0, rules: [toSupplier] })
  expect((await ask()).route.by.id).toBe('s')
  expect((await ask([])).route.by.id).toBe('usual:quality')
  const thought = (more: object) => chen.call('tryRoute', { communityId, about: { of: 'matter', class: 'hazard', amountAsked: 0, ...more } })
  expect((await thought({ supplierId: fruiterer })).route).toMatchObject({ holder: 'leader', copySupplier: true })
  expect((await thought({ class: 'quality', reason: 'spoiled', supplierId: fruiterer })).route.holder).toBe('supplier')
  expect((await house.db.collection('cases').where({ _id: id }).get()).data).toEqual(before)
  // What belongs to others is not there.
  expect(await chen.refused('tryRoute', { communityId, about: { of: 'case', caseId: randomUUID() } })).toMatchObject({ code: 'CASE_NOT_FOUND', field: 'about.caseId' })
  expect(await chen.refused('tryRoute', { communityId, about: { of: 'matter', class: 'quality', amountAsked: 0, supplierId: 'somebody' } })).toMatchObject({ code: 'NOT_FOUND', field: 'about.supplierId' })
  const otherLeader = await house.as('otherLeader')
  const elsewhere = randomUUID()
  await otherLeader.call('openCommunity', { ...COMMUNITY, communityId: elsewhere, name: '别的小区' })
  expect(await otherLeader.refused('tryRoute', { communityId: elsewhere, about: { of: 'case', caseId: id } })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  expect(await otherLeader.refused('tryRoute', { communityId: elsewhere, about: { of: 'matter', class: 'quality', amountAsked: 0, supplierId: fruiterer } })).toMatchObject({ code: 'NOT_FOUND' })
})
