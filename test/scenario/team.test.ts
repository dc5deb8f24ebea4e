import { randomUUID } from 'node:crypto'
import { act, allow, bind, COMMUNITY, decide, fileOne, FRUIT, fruitId, joinSupplier, lineOf, moveIn, openHouse, type House, type Name, type Someone } from './openHouse'
import type { Input } from '../../domain/contract/calls'

const { communityId } = COMMUNITY
let house: House
let chen: Someone

beforeEach(async () => {
  house = await openHouse()
  await moveIn(house)
  chen = await house.as('chen')
}, 60_000)
afterEach(() => house.close())

async function invite(name: Name, to: Input<'inviteToCommunity'>['to'], called: string = name): Promise<string> {
  const { token } = await chen.call('inviteToCommunity', { communityId, to })
  await (await house.as(name)).call('acceptRole', { token, name: called, phone: '' })
  return token
}

describe('a helper', () => {
  test('does what the leader does, up to the limit; is on record; is nobody the moment they are removed', async () => {
    await bind(house, 'wang', '7', '6027')
    const wang = await house.as('wang')
    const lin = await house.as('lin')
    const cheap = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
    expect(await lin.refused('leaderInbox', { communityId, tab: 'mine' })).toMatchObject({ code: 'NOT_ALLOWED' })
    const token = await invite('lin', { role: 'helper', limit: 600 }, '老公')
    expect((await lin.call('leaderInbox', { communityId, tab: 'mine' })).cards.map(c => c.id)).toEqual([cheap.id])
    expect((await lin.call('whoAmI', {})).leads).toMatchObject([{ communityId, limit: 600, waiting: 1 }])
    // More than the limit is refused in words, however it is said.
    const over = { caseId: cheap.id, commandId: randomUUID(), seen: 1, as: 'leader' }
    expect(await lin.refused('actOnCase', { ...over, command: { type: 'settle', amount: 601 } })).toMatchObject({ code: 'OVER_LIMIT', message: '超过您能定的金额（¥6.00），请团长定', field: 'command.amount' })
    expect(await lin.refused('actOnCase', { ...over, command: { type: 'offer', options: [{ remedy: 'refund', refund: 600 }, { remedy: 'refund', refund: 700 }], words: '' } })).toMatchObject({ code: 'OVER_LIMIT', field: 'command.options.1.refund' })
    await decide(lin, cheap.id, 'leader', { type: 'settle', amount: 600 })
    expect((await chen.call('showCase', { caseId: cheap.id, as: 'leader' })).view.story[0]?.says).toBe('老公同意了，退 ¥6.00')
    expect((await wang.call('showCase', { caseId: cheap.id })).view.story[0]?.says).toBe('团长同意了，退 ¥6.00')
    // Messages for the leader reach the helper too.
    await house.courier()
    expect((await lin.call('listNotices', {})).notices.map(n => n.as)).not.toContain('supplier')
    // What only the leader may do.
    for (const [call, input] of [
      ['inviteToCommunity', { communityId, to: { role: 'helper', limit: 1 } }], ['removeFromTeam', { communityId, memberId: `p${'0'.repeat(30)}` }],
      ['changeMember', { communityId, memberId: (await lin.call('whoAmI', {})).personId, to: { role: 'helper', limit: 9_999_999 } }],
      ['editCommunity', { communityId, name: '我的小区', leaderName: '我', leaderPhone: '', pickupPoints: [], serviceHours: Array(7).fill([{ from: 480, to: 1320 }]), holidayHours: null, seen: 0 }],
    ] as const) expect(await lin.refused(call, input)).toMatchObject({ code: 'LEADER_ONLY' })
    // Removed: at once, and the link that brought them in brings nobody back.
    const { personId } = await lin.call('whoAmI', {})
    const other = await fileOne(wang, '吐司').catch(() => null)
    await chen.call('removeFromTeam', { communityId, memberId: personId })
    expect(await lin.refused('leaderInbox', { communityId, tab: 'mine' })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await lin.refused('showCase', { caseId: cheap.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    if (other) expect(await lin.refused('actOnCase', { caseId: other.id, commandId: randomUUID(), seen: 1, command: { type: 'settle' } })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect(await lin.refused('acceptRole', { token, name: '老公', phone: '' })).toMatchObject({ code: 'INVITATION_GONE' })
    expect((await lin.call('whoAmI', {})).leads).toEqual([])
  })

  test('agrees for a neighbour only up to the limit, to whoever\'s offer', async () => {
    await bind(house, 'wang', '7', '6027')
    const wang = await house.as('wang')
    const { id } = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
    await invite('lin', { role: 'helper', limit: 400 })
    const lin = await house.as('lin')
    await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'refund', refund: 401 }, { remedy: 'refund', refund: 400 }], words: '' })
    const { version: seen } = (await lin.call('showCase', { caseId: id, as: 'leader' })).view
    const onBehalf = { channel: 'phone' as const, words: '他说行', photos: [] }
    expect(await lin.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen, as: 'leader', command: { type: 'agree', option: 0, onBehalf } })).toMatchObject({ code: 'OVER_LIMIT', field: 'command.option' })
    expect(await act(lin, id, 'leader', { type: 'agree', option: 1, onBehalf })).toMatchObject({ decision: 'agreed', amount: 400 })
  })

  test('decides together only up to the limit, household by household', async () => {
    await bind(house, 'wang', '7', '6027')
    const wang = await house.as('wang')
    const view = await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 500 } })
    await invite('lin', { role: 'helper', limit: 400 })
    const lin = await house.as('lin')
    const together = (decisionId: string) => lin.call('decideTogether', { decisionId, communityId, step: { type: 'asAsked' }, cases: [{ caseId: view.id, seen: view.version }] })
    expect((await together(randomUUID())).results).toMatchObject([{ outcome: 'refused', why: { code: 'OVER_LIMIT' } }])
    await chen.call('changeMember', { communityId, memberId: (await lin.call('whoAmI', {})).personId, to: { role: 'helper', limit: 500 } })
    expect((await together(randomUUID())).results).toMatchObject([{ outcome: 'settled', amount: 500 }])
  })
})

describe('a helper leader', () => {
  test('sees the cases of their households, and neither decides nor pays', async () => {
    await bind(house, 'wang', '7', '6027')
    const wang = await house.as('wang')
    const view = await fileOne(wang, '草莓')
    const groupBuyId = await fruitId(house)
    await invite('zhang', { role: 'helperLeader', part: { pickupPoints: [], numbers: [{ groupBuyId, from: 8, to: 20 }] } }, '小张')
    const zhang = await house.as('zhang')
    expect((await zhang.call('gatheredCases', { communityId })).cards).toEqual([])
    expect(await zhang.refused('showCase', { caseId: view.id, as: 'leader' })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    await chen.call('changeMember', { communityId, memberId: (await zhang.call('whoAmI', {})).personId, to: { role: 'helperLeader', part: { pickupPoints: [], numbers: [{ groupBuyId, from: 7, to: 20 }] } } })
    expect((await zhang.call('gatheredCases', { communityId })).cards).toMatchObject([{ id: view.id, gathered: true, joinNumber: '7', recovery: null }])
    expect((await zhang.call('showCase', { caseId: view.id, as: 'leader' })).view).toMatchObject({ gathered: true, mayDo: [], recovery: null, household: { joinNumber: '7' } })
    for (const command of [{ type: 'settle' }, { type: 'payRefund', channel: 'cash', reference: '', photos: [] }, { type: 'withdraw', words: '' }]) {
      expect(await zhang.refused('actOnCase', { caseId: view.id, commandId: randomUUID(), seen: view.version, as: 'leader', command })).toMatchObject({ code: 'CASE_NOT_FOUND' })
    }
    for (const call of ['leaderInbox', 'listGroupBuys', 'showCommunity'] as const) expect(await zhang.refused(call, call === 'leaderInbox' ? { communityId, tab: 'mine' } : { communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await zhang.refused('decideTogether', { decisionId: randomUUID(), communityId, step: { type: 'asAsked' }, cases: [{ caseId: view.id, seen: 1 }] })).toMatchObject({ code: 'NOT_ALLOWED' })
    // A decision that may yet be taken back has not happened for them.
    await act(chen, view.id, 'leader', { type: 'settle' })
    await zhang.call('leaveRole', { communityId })
    expect(await zhang.refused('gatheredCases', { communityId })).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

test('a helper leader is given a pick-up point as the orders have it', async () => {
  await bind(house, 'wang', '7', '6027')
  const { id, household } = await fileOne(await house.as('wang'), '草莓')
  const { orderPoints } = await chen.call('showCommunity', { communityId })
  expect(household?.pickupPoint).toBeTruthy()
  expect(orderPoints).toContain(household?.pickupPoint)
  expect(new Set(orderPoints).size).toBe(orderPoints.length)
  await invite('zhang', { role: 'helperLeader', part: { pickupPoints: orderPoints.filter(p => p === household?.pickupPoint), numbers: [] } }, '小张')
  expect((await (await house.as('zhang')).call('gatheredCases', { communityId })).cards.map(c => c.id)).toEqual([id])
})

describe('handing over', () => {
  test('exactly one leads at every moment; the old one stays a neighbour', async () => {
    await bind(house, 'chen', '7', '6027')
    const lin = await house.as('lin')
    const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'leader' } })
    expect(await chen.refused('acceptRole', { token, name: '陈姐', phone: '' })).toMatchObject({ code: 'OWN_INVITATION' })
    expect(await lin.call('showRoleInvitation', { token })).toMatchObject({ role: 'leader', communityName: COMMUNITY.name })
    // Two at once: one of them.
    const answers = await Promise.allSettled([lin, await house.as('zhang'), await house.as('xiaozhou')].map(p => p.call('acceptRole', { token, name: '新团长', phone: '13900000000' })))
    expect(answers.filter(a => a.status === 'fulfilled')).toHaveLength(1)
    const leading = await Promise.all((['chen', 'lin', 'zhang', 'xiaozhou'] as const).map(async n => (await (await house.as(n)).call('whoAmI', {})).leads.length))
    expect(leading.reduce((a, b) => a + b)).toBe(1)
    expect(leading[0]).toBe(0)
    expect(await chen.refused('leaderInbox', { communityId, tab: 'mine' })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await chen.call('residentHome', {})).bought.length).toBeGreaterThan(0)
    expect((await chen.call('residentHome', {})).communities).toMatchObject([{ leaderName: '新团长', leaderPhone: '13900000000' }])
  })

  test('a crash after any of its writes leaves one leader, and repeating it completes it', async () => {
    const lin = await house.as('lin')
    const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'leader' } })
    const { personId } = await lin.call('whoAmI', {})
    const { personId: old } = await chen.call('whoAmI', {})
    const leaders = async () => [(await chen.call('whoAmI', {})).leads.length, (await lin.call('whoAmI', {})).leads.length]
    // As it stands when the function died after the first, second and third write.
    await house.db.collection('roleInvitations').where({ communityId }).update({ acceptedBy: personId })
    expect(await leaders()).toEqual([1, 0])
    await house.db.collection('people').add({ _id: personId, openid: 'o-scenario-lin', name: '', roles: [{ role: 'leader', communityId }], createdAt: 0 })
    expect(await leaders()).toEqual([1, 0])
    expect(await lin.refused('leaderInbox', { communityId, tab: 'mine' })).toMatchObject({ code: 'NOT_ALLOWED' })
    await house.db.collection('communities').where({ _id: communityId }).update({ leaderId: personId })
    expect(await leaders()).toEqual([0, 1])
    expect(await chen.refused('leaderInbox', { communityId, tab: 'mine' })).toMatchObject({ code: 'NOT_ALLOWED' })
    await lin.call('acceptRole', { token, name: '小林', phone: '' })
    expect(await leaders()).toEqual([0, 1])
    expect(((await house.db.collection('people').where({ _id: old }).get()).data as { roles: unknown[] }[])[0]?.roles).toEqual([])
    // Handed back, the old link makes nobody leader again.
    const back = await lin.call('inviteToCommunity', { communityId, to: { role: 'leader' } })
    await chen.call('acceptRole', { token: back.token, name: '陈姐', phone: '' })
    expect(await lin.refused('acceptRole', { token, name: '小林', phone: '' })).toMatchObject({ code: 'INVITATION_GONE' })
    expect(await leaders()).toEqual([1, 0])
  })
})

describe('what waits when a community is handed over', () => {
  const told = async (who: Someone) => (await who.call('listNotices', {})).notices.filter(n => n.title.startsWith('您接手了'))
  const handOver = async (to: Someone) => {
    const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'leader' } })
    await to.call('acceptRole', { token, name: '小林', phone: '' })
    return token
  }

  test('whoever leads from now on is told of it once, wherever it was interrupted; nobody where nothing waits', async () => {
    const [wang, lin] = [await house.as('wang'), await house.as('lin')]
    await bind(house, 'wang', '7', '6027')
    const { id } = await fileOne(wang, '草莓')
    // It was told to the one who leads now.
    await house.courier()
    const { token } = await chen.call('inviteToCommunity', { communityId, to: { role: 'leader' } })
    const { personId } = await lin.call('whoAmI', {})
    // Died right after it was theirs, then again before the invitation was closed.
    await house.db.collection('roleInvitations').where({ communityId }).update({ acceptedBy: personId })
    await house.db.collection('communities').where({ _id: communityId }).update({ leaderId: personId })
    await lin.call('acceptRole', { token, name: '小林', phone: '' })
    await house.db.collection('roleInvitations').where({ communityId }).update({ done: false })
    await lin.call('acceptRole', { token, name: '小林', phone: '' })
    await allow(lin, 'leader')
    await house.courier()
    await house.courier()
    expect(await told(lin)).toMatchObject([{ title: '您接手了，有 1 件等您处理', body: '「梧桐苑」从现在起归您管，前面还没办完的也归您', page: `packages/leader/inbox/index?community=${communityId}` }])
    expect(house.cloud.messages(10).filter(m => m.openid === 'o-scenario-lin').map(m => Object.values(m.data).map(f => f.value).slice(0, 3))).toEqual([['您接手了，有 1 件等您处理', '1', '待处理']])
    await decide(lin, id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })
    await house.courier()
    const back = await lin.call('inviteToCommunity', { communityId, to: { role: 'leader' } })
    await chen.call('acceptRole', { token: back.token, name: '陈姐', phone: '' })
    expect(await told(chen)).toEqual([])
  })

  test('what is done by the time the message could go is no news any more', async () => {
    const [wang, lin] = [await house.as('wang'), await house.as('lin')]
    await bind(house, 'wang', '7', '6027')
    const { id } = await fileOne(wang, '草莓')
    // It was told to the one who leads now.
    await house.courier()
    await handOver(lin)
    await allow(lin, 'leader')
    await decide(lin, id, 'leader', { type: 'reject', criterion: 'notShown', words: '看不出', review: 'photos' })
    await house.courier()
    expect(await told(lin)).toHaveLength(1)
    expect(house.cloud.messages(10).filter(m => m.openid === 'o-scenario-lin')).toEqual([])
  })
})

test('a leader who is also a neighbour files and decides, and everybody sees that it was their own', async () => {
  await bind(house, 'chen', '7', '6027')
  const view = await fileOne(chen, '草莓')
  await decide(chen, view.id, 'leader', { type: 'settle' })
  const supplier = await joinSupplier(house, 'laoli', (await chen.call('listGroupBuys', { communityId })).suppliers[0]?.name ?? '')
  expect((await chen.call('showCase', { caseId: view.id, as: 'leader' })).view.story[0]?.says).toMatch(/（自己的单）$/)
  const laoli = await house.as('laoli')
  const own = (await laoli.call('showSupplier', { supplierId: supplier })).members.find(m => m.me)
  await laoli.call('removeMember', { supplierId: supplier, memberId: own?.id ?? '' })
  expect((await laoli.call('whoAmI', {})).supplies).toEqual([])
})

test('a community is changed by its leader; hours are kept', async () => {
  const serviceHours: Input<'editCommunity'>['serviceHours'] = [[{ from: 540, to: 720 }, { from: 840, to: 1260 }], [], [], [], [], [], [{ from: 0, to: 1440 }]]
  expect((await chen.call('showCommunity', { communityId })).community.serviceHours[3]).toEqual([{ from: 480, to: 1320 }])
  const changed = { communityId, name: '梧桐苑二期', leaderName: '陈姐姐', leaderPhone: '', pickupPoints: ['东门'], serviceHours, holidayHours: [], seen: 0 }
  expect(await chen.call('editCommunity', changed)).toMatchObject({ leading: true, community: { name: '梧桐苑二期', pickupPoints: ['东门'], serviceHours } })
  expect((await chen.call('showCommunity', { communityId })).community).toMatchObject({ name: '梧桐苑二期', serviceHours })
})

test('households: own ones with how many people they have; unbound is unbound in all their orders, and cases stay', async () => {
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '7', '6027')
  await bind(house, 'wang', '12', '3516')
  const wang = await house.as('wang')
  const lin = await house.as('lin')
  const view = await fileOne(wang, '草莓')
  const { households } = await wang.call('listHouseholds', {})
  expect(households).toHaveLength(2)
  const own = households.find(h => h.people === 2)
  expect(own).toBeDefined()
  expect(JSON.stringify(households)).not.toContain((await lin.call('whoAmI', {})).personId)
  // Somebody else's household changes nothing.
  expect((await lin.call('unbindHousehold', { householdId: households.find(h => h.people === 1)?.id ?? '' })).households).toHaveLength(1)
  expect((await wang.call('unbindHousehold', { householdId: own?.id ?? '' })).households).toMatchObject([{ people: 1 }])
  expect((await wang.call('unbindHousehold', { householdId: own?.id ?? '' })).households).toHaveLength(1)
  expect((await lin.call('listHouseholds', {})).households).toMatchObject([{ people: 1 }])
  expect((await wang.call('showCase', { caseId: view.id })).view.id).toBe(view.id)
  expect((await lin.call('residentHome', {})).bought.length).toBeGreaterThan(0)
  await expect(lineOf(wang, `${FRUIT} has none`)).rejects.toThrow()
})
