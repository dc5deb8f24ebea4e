import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import { checkRules } from '../../domain/route/checkRules'
import { HOLDER_CODES } from '../../domain/route/rule'
import { firstHolder } from '../../domain/route/firstHolder'
import { act, bind, COMMUNITY, decide, fileOne, joinSupplier, lineOf, moveIn, openDesk, openHouse, type House, type Someone } from './openHouse'

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

describe('what is filed goes where the rules say', () => {
  const ofFruiterer = (holder: 'supplier' | 'operator'): Rule => ({ id: 'fruit', when: { supplierIds: [fruiterer] }, then: { holder }, words: '果业的另外走' })
  const saveRules = async (rules: Rule[]) => chen.call('saveRoutes', { communityId, version: (await chen.call('showRoutes', { communityId })).version, rules })
  const mine = async () => (await chen.call('leaderInbox', { communityId, tab: 'mine' })).cards.map(c => c.id)
  const notices = async (who: Someone, caseId: string) => (await who.call('listNotices', {})).notices.filter(n => n.caseId === caseId).map(n => n.title)

  test('to the supplier: asked first, with their own time; the leader knows and may decide, the resident was told before', async () => {
    await bind(house, 'wang', '7', '6027')
    await saveRules([ofFruiterer('supplier')])
    const laoli = await house.as('laoli')
    const { orderId, lineId } = await lineOf(wang, '草莓')
    expect(firstHolder((await wang.call('showLine', { orderId, lineId })).firstElsewhere, 'spoiled', 100)).toBe('supplier')
    const view = await fileOne(wang, '草莓')
    expect(view).toMatchObject({ stage: 'waitingSupplier', holder: 'supplier', due: { clock: 'supplierFirst', party: 'supplier' } })
    expect(view.story[0]?.says).toContain('先由供货商看')
    expect(JSON.stringify(view)).not.toContain('果业的另外走')
    await house.courier()
    expect(await notices(laoli, view.id)).toEqual(['请您先看看：坏了、烂了'])
    expect(await notices(chen, view.id)).toHaveLength(1)
    expect(await mine()).not.toContain(view.id)
    expect((await laoli.call('supplierCases', { tab: 'mine' })).counts.mine).toBe(1)
    const asked = (await laoli.call('showCase', { caseId: view.id })).view
    expect(asked).toMatchObject({ as: 'supplier', household: null, myDue: { clock: 'supplierFirst' }, mayDo: expect.arrayContaining(['grantAsAsked', 'disputeAsAsked']) })
    expect(JSON.stringify(asked)).not.toContain('果业的另外走')
    const led = (await chen.call('showCase', { caseId: view.id, as: 'leader' })).view
    expect(led.mayDo).toContain('settle')
    expect(led.story[0]?.says).toContain('按规则「果业的另外走」先归供货商')
    // Not agreed: it is the leader's, as after a question of their own.
    await act(laoli, view.id, 'supplier', { type: 'disputeAsAsked', reason: 'oldPhoto', words: '不是这批', photos: [] })
    expect(await mine()).toContain(view.id)
  })

  test('to the desk: in its queue and under its clock; not where no desk serves', async () => {
    await bind(house, 'wang', '7', '6027')
    await saveRules([ofFruiterer('operator')])
    const before = await fileOne(wang, '草莓')
    expect(before).toMatchObject({ holder: 'leader', due: { clock: 'review' } })
    await act(wang, before.id, 'resident', { type: 'withdraw', words: '' })
    const deskId = await openDesk(house, 'xu', '小许')
    const xu = await house.as('xu')
    const view = await fileOne(wang, '草莓')
    expect(view).toMatchObject({ stage: 'waitingOperator', holder: 'operator', due: { clock: 'operator', party: 'operator' } })
    await house.courier()
    expect((await xu.call('deskQueue', { deskId, show: 'mine' })).cards.map(c => c.id)).toEqual([view.id])
    expect(await notices(xu, view.id)).toHaveLength(1)
    expect(await notices(chen, view.id)).toHaveLength(1)
    expect(await mine()).not.toContain(view.id)
    expect(await decide(xu, view.id, 'operator', { type: 'settle' })).toMatchObject({ decision: 'agreed' })
  })

  test('a danger and a complaint about somebody go their own way, whatever the rules', async () => {
    await bind(house, 'wang', '7', '6027')
    await help()
    await saveRules([{ id: 'all', when: {}, then: { holder: 'supplier' }, words: '都先问供货商' }])
    const danger = await fileOne(wang, '草莓', { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'none' }, photos: [] })
    expect(danger.holder).toBe('leader')
    const said = await fileOne(wang, '草莓', { reason: 'attitude', claim: { measure: 'none' }, wish: { kind: 'none' }, photos: [], about: 'leader' })
    expect(said.holder).toBe('leader')
    expect(await chen.refused('showCase', { caseId: said.id, as: 'leader' })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect((await lin.call('showCase', { caseId: said.id, as: 'leader' })).view.mayDo).toContain('settle')
    // Whose rule it was, and what it says of whom to ask, is found by trying, as it was filed.
    expect((await lin.call('tryRoute', { communityId, about: { of: 'case', caseId: said.id } })).route).toMatchObject({ holder: 'leader', looks: 'helper', by: { own: false } })
  })

  test('trying before says what filing does, whatever the rules', async () => {
    await bind(house, 'wang', '7', '6027')
    await openDesk(house, 'xu', '小许')
    const { orderId, lineId } = await lineOf(wang, '草莓')
    const berries = (await chen.call('showRoutes', { communityId })).products.find(p => p.title.includes('草莓'))
    // The same every time: which one failed can be told.
    let drawn = 7
    const draw = <T,>(of: readonly T[]): T => { drawn = (drawn * 1103515245 + 12345) % 2147483648; return of[Math.floor(drawn / 65536) % of.length] as T }
    const held = new Set<string>()
    for (let i = 0; i < 12; i++) {
      const rules = Array.from({ length: 1 + i % 4 }, (_, n): Rule => ({
        id: `${i}-${n}`, words: `第 ${n} 条`, then: { holder: draw(HOLDER_CODES), ...draw([{}, { recoverFrom: 'nobody' as const }, { recoverFrom: 'carrier' as const }]) },
        when: draw<Rule['when']>([{ askedAtLeast: draw([100, 200]) }, { reasons: ['spoiled'] }, { classes: ['price', 'quality'], askedAtLeast: draw([1, 150]) }, { productKeys: [berries?.key ?? ''] }, { supplierIds: [fruiterer], reasons: ['late', 'spoiled', 'missing'] }]),
      }))
      // Two that contradict each other are never kept.
      if (!('refusal' in checkRules(rules, { hasDesk: true }))) await saveRules(rules)
      const filing = draw([
        { reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 } }, { reason: 'missing', claim: { measure: 'pieces', bad: 1, damage: 100 } }, { reason: 'late', claim: { measure: 'none' } }, { reason: 'price', claim: { measure: 'none' } },
      ] as const)
      const amount = draw([99, 150, 250])
      const { route } = await chen.call('tryRoute', { communityId, about: { of: 'matter', class: filing.reason === 'spoiled' ? 'quality' : filing.reason === 'missing' ? 'quantity' : filing.reason === 'late' ? 'logistics' : 'price', reason: filing.reason, ...(berries ? { productKey: berries.key } : {}), supplierId: fruiterer, amountAsked: amount } })
      expect(firstHolder((await wang.call('showLine', { orderId, lineId })).firstElsewhere, filing.reason, amount)).toBe(route.holder)
      const view = await fileOne(wang, '草莓', { ...filing, wish: { kind: 'refund', amount } })
      const led = (await chen.call('showCase', { caseId: view.id, as: 'leader' })).view
      expect([i, view.holder, led.recoverFrom]).toEqual([i, route.holder, route.recoverFrom])
      // The case itself, tried again, goes the same way.
      expect((await chen.call('tryRoute', { communityId, about: { of: 'case', caseId: view.id } })).route).toEqual(route)
      held.add(route.holder)
      await act(wang, view.id, 'resident', { type: 'withdraw', words: '' })
    }
    expect([...held].sort()).toEqual(['leader', 'operator', 'supplier'])
  })
})

test('where a desk serves, who leads there keeps the rules as well; of leader and desk at once the second is told', async () => {
  const deskId = await openDesk(house, 'xu', '小许')
  const [xu, tang] = await Promise.all([house.as('xu'), house.as('tang')])
  const { token } = await xu.call('inviteToDesk', { deskId, capabilities: ['support'], limit: null })
  await tang.call('acceptDeskInvitation', { token, name: '小唐' })
  expect(await xu.call('showRoutes', { communityId })).toMatchObject({ mayEdit: true, hasDesk: true })
  expect(await tang.call('showRoutes', { communityId })).toMatchObject({ mayEdit: false })
  const code = randomUUID()
  for (const [call, input] of [['saveRoutes', { version: 0, rules: [DEAR] }], ['saveReplies', { version: 0, replies: [] }], ['publishCriterion', { code, words: '软果不退' }], ['retireCriterion', { code }]] as const) {
    expect(await tang.refused(call, { communityId, ...input })).toMatchObject({ code: 'NOT_YOUR_CAPABILITY', message: expect.stringContaining('「投诉」') })
  }
  expect(await xu.call('saveRoutes', { communityId, version: 0, rules: [DEAR] })).toMatchObject({ version: 1, rules: [DEAR] })
  expect(await chen.refused('saveRoutes', { communityId, version: 0, rules: [] })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  expect(await xu.call('saveReplies', { communityId, version: 0, replies: [] })).toMatchObject({ version: 1 })
  expect((await xu.call('publishCriterion', { communityId, code, words: '软果不退' })).criteria).toHaveLength(1)
  expect((await xu.call('tryRoute', { communityId, about: { of: 'matter', class: 'price', amountAsked: 9000 } })).route).toMatchObject({ holder: 'operator', by: { own: true } })
  // No longer theirs as soon as the leader ends it.
  await chen.call('endDesk', { communityId })
  for (const call of ['showRoutes', 'showReplies'] as const) expect(await xu.refused(call, { communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(await xu.refused('saveRoutes', { communityId, version: 1, rules: [] })).toMatchObject({ code: 'NOT_ALLOWED' })
})

test('no more than twenty are published, however many publish at the same moment', async () => {
  for (let i = 0; i < 19; i++) await chen.call('publishCriterion', { communityId, code: randomUUID(), words: `第 ${i} 条` })
  const outcomes = await Promise.allSettled(['甲', '乙', '丙'].map(words => chen.call('publishCriterion', { communityId, code: randomUUID(), words })))
  expect(outcomes.map(o => o.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect((await chen.call('showCriteria', { communityId })).criteria).toHaveLength(20)
})

test('why a case was passed on is read by those who have to do with it', async () => {
  await bind(house, 'wang', '7', '6027')
  await openDesk(house, 'xu', '小许')
  const [xu, laoli] = await Promise.all([house.as('xu'), house.as('laoli')])
  const { id } = await fileOne(wang, '草莓')
  await act(chen, id, 'leader', { type: 'refer', words: '我和老李谈不拢' })
  const reads = async (who: Someone, as: 'resident' | 'leader' | 'supplier' | 'operator') => JSON.stringify((await who.call('showCase', { caseId: id, as })).view)
  const who = async (words: string) => Object.fromEntries(await Promise.all(([[wang, 'resident'], [chen, 'leader'], [laoli, 'supplier'], [xu, 'operator']] as const).map(async ([person, as]) => [as, (await reads(person, as)).includes(words)])))
  expect(await who('我和老李谈不拢')).toEqual({ resident: false, leader: true, supplier: false, operator: true })
  await act(xu, id, 'operator', { type: 'reassign', to: 'leader', words: '还是您更清楚' })
  expect(await who('还是您更清楚')).toEqual({ resident: false, leader: true, supplier: false, operator: true })
  await house.courier()
  const told = async (person: Someone) => JSON.stringify((await person.call('listNotices', {})).notices.filter(n => n.caseId === id))
  expect([await told(wang), await told(laoli)].some(t => /谈不拢|更清楚/u.test(t))).toBe(false)
  expect(await told(chen)).toContain('还是您更清楚')
  expect(await told(xu)).toContain('谈不拢')
})
