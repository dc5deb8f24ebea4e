import { act, allow, bind, COMMUNITY, decide, fileOne, fruitId, joinSupplier, moveIn, openHouse, type House } from './openHouse'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  await (await house.as('chen')).call('markArrived', { groupBuyId: await fruitId(house) })
}, 60_000)
afterAll(() => house.close())

test('one complaint, all the way: filed, settled, paid, admitted, and everybody told once', async () => {
  const [wang, chen, laoli] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli')])
  await allow(wang, 'resident')
  await allow(wang, 'resident')
  await allow(chen, 'leader')

  const filed = await fileOne(wang, '草莓')
  expect(filed).toMatchObject({ stage: 'waitingLeader', holder: 'leader', asked: 5990, mayDo: ['addEvidence', 'withdraw', 'extendClaim', 'expedite'] })

  await house.courier()
  const inbox = await chen.call('leaderInbox', { communityId: COMMUNITY.communityId, tab: 'mine' })
  expect(inbox.counts).toEqual({ mine: 1, moving: 0, done: 0 })
  expect(inbox.cards[0]).toMatchObject({ id: filed.id, asked: 5990, joinNumber: '7', stage: 'waitingLeader' })
  expect(Object.keys(inbox.photoLinks)).toHaveLength(1)

  await decide(chen, filed.id, 'leader', { type: 'settle' })
  await house.courier()
  expect((await wang.call('showCase', { caseId: filed.id })).view).toMatchObject({ stage: 'refunding', amount: 5990 })

  await act(laoli, filed.id, 'supplier', { type: 'admitRecovery', words: '认了' })
  await act(chen, filed.id, 'leader', { type: 'payRefund', channel: 'otherApp', reference: '', photos: [await chen.photo()] })
  await house.courier()

  const { view } = await wang.call('showCase', { caseId: filed.id })
  expect(view).toMatchObject({ stage: 'refunded', holder: null, money: 'paid', amount: 5990, recovery: null })
  expect(view.story.map(l => l.says)).toEqual([
    '团长已经把 ¥59.90 退了（在接龙/团购小程序里退的）',
    '团长同意了，退 ¥59.90',
    '您反映：坏了、烂了，想退 ¥59.90',
  ])
  const told = async (who: 'wang' | 'chen' | 'laoli') => (await (await house.as(who)).call('listNotices', {})).notices.filter(n => n.caseId !== '').map(n => n.title)
  expect(await told('wang')).toEqual(['已退款 ¥59.90', '同意了，退您 ¥59.90'])
  expect(await told('chen')).toEqual(['供货商认了 ¥59.90', '明天会更好：坏了、烂了'].map(t => (t.startsWith('明天') ? expect.stringContaining('：坏了、烂了') : t)))
  expect(await told('laoli')).toEqual(['请确认承担 ¥59.90', '有居民反映坏了、烂了'])
  // WeChat's copies: only where a yes was given, and each at most once.
  const sent = house.cloud.messages()
  expect(sent.map(m => m.openid).sort()).toEqual(['o-scenario-chen', 'o-scenario-chen', 'o-scenario-wang', 'o-scenario-wang'])
}, 60_000)
