import { act, allow, bind, COMMUNITY, decide, fileOne, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone, laoli: Someone
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen, laoli] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone]
}, 60_000)
afterAll(() => house.close())

/** Each ending leaves the line free, so that the next story can begin on it. */
async function filed(): Promise<string> {
  return (await fileOne(wang, '草莓', { wish: { kind: 'refund', amount: 100 } })).id
}

test('asked first: the supplier grants, the money is due, nothing more is claimed', async () => {
  const id = await filed()
  await act(chen, id, 'leader', { type: 'forward', words: '' })
  expect((await wang.call('showCase', { caseId: id })).view).toMatchObject({ stage: 'waitingSupplier', holder: 'supplier' })
  expect(await act(laoli, id, 'supplier', { type: 'grantAsAsked', words: '认' })).toMatchObject({ stage: 'refunding', recovery: { state: 'admitted', amount: 100 } })
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
})

test('asked first: the supplier disputes, and the leader decides with that in view', async () => {
  const id = await filed()
  await act(chen, id, 'leader', { type: 'forward', words: '' })
  const photo = await laoli.photo()
  await act(laoli, id, 'supplier', { type: 'disputeAsAsked', reason: 'oldPhoto', words: '箱子不是这批', photos: [photo] })
  const { view, photoLinks } = await chen.call('showCase', { caseId: id })
  expect(view).toMatchObject({ stage: 'waitingLeader', recovery: { supplierSaid: { reason: 'oldPhoto', words: '箱子不是这批' } } })
  expect(photoLinks[photo]).toBeTruthy()
  // The argument is not the resident's; that the leader holds it now is.
  const residents = await wang.call('showCase', { caseId: id })
  expect(residents.view.story[0]?.says).toBe('供货商回话了，团长来定')
  expect(residents.photoLinks[photo]).toBeUndefined()
  await decide(chen, id, 'leader', { type: 'settle' })
  expect(await act(laoli, id, 'supplier', { type: 'disputeRecovery', reason: 'costNotRetail', words: '', photos: [] })).toMatchObject({ recovery: { state: 'disputed' } })
  // It never delays the resident's money.
  expect((await wang.call('showCase', { caseId: id })).view.stage).toBe('refunding')
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
})

test('asked first: the supplier proposes, the resident agrees', async () => {
  const id = await filed()
  await act(chen, id, 'leader', { type: 'forward', words: '' })
  await decide(laoli, id, 'supplier', { type: 'offer', options: [{ remedy: 'refund', refund: 60 }, { remedy: 'refund', refund: 80 }], words: '都行' })
  expect((await wang.call('showCase', { caseId: id })).view).toMatchObject({ stage: 'offered', mayDo: ['agree', 'decline', 'counter', 'withdraw'] })
  expect(await act(wang, id, 'resident', { type: 'agree', option: 1 })).toMatchObject({ stage: 'refunding', amount: 80 })
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })
})

test('an offer that is declined comes back to the leader, who may say no; the resident sees why and what remains', async () => {
  const id = await filed()
  await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'refund', refund: 50 }], words: '退一半行吗' })
  await act(wang, id, 'resident', { type: 'decline', words: '不够' })
  await decide(chen, id, 'leader', { type: 'reject', criterion: 'withinTolerance', words: '软一点是正常的', review: 'photos' })
  const { view, community } = await wang.call('showCase', { caseId: id })
  expect(view).toMatchObject({ stage: 'rejected', holder: null, rejection: { criterion: 'withinTolerance', words: '软一点是正常的' } })
  expect(community).toMatchObject({ leaderPhone: '13800000000', appealBody: 'none' })
  expect(view.story).toHaveLength(4)
})

test('the inbox counts what is unread and each message opens its case', async () => {
  await house.courier()
  const { notices, unread } = await chen.call('listNotices', {})
  expect(unread).toBe(notices.length)
  // Of people and links no case is concerned.
  expect(notices.filter(n => n.caseId !== '').every(n => n.page === `packages/leader/case/index?id=${n.caseId}`)).toBe(true)
  const [, second, ...others] = notices
  const { unread: left } = await chen.call('readNotices', { ids: [second?.id ?? ''] })
  expect(left).toBe(notices.length - 1)
  // Older and newer ones stay as they are, and nobody reads another's.
  const ofOthers = others.map(n => n.id)
  expect(await wang.call('readNotices', { ids: ofOthers })).toEqual({ unread: (await wang.call('listNotices', {})).unread })
  const again = await chen.call('listNotices', {})
  expect([again.unread, again.next, again.notices.filter(n => n.read).map(n => n.id)]).toEqual([notices.length - 1, null, [second?.id]])
})

test('the inbox comes in pages, each notice once, also where many are of one moment; only what was shown is read', async () => {
  await house.courier()
  const { notices: before } = await chen.call('listNotices', {})
  const [one] = (await house.db.collection('notices').where({ _id: before[0]?.id ?? '' }).get()).data as ({ _id: string; at: number } & Record<string, unknown>)[]
  if (!one) throw new Error('chen has no notice')
  // Writing each by a story of its own would take long: 150 of one moment, and 40 older ones.
  const more = Array.from({ length: 190 }, (_, i) => ({ _id: `page:${String(i).padStart(3, '0')}`, at: i < 150 ? one.at + 1000 : 1_000_000 + i }))
  for (const { _id, at } of more) await house.db.collection('notices').add({ ...one, _id, at, readAt: null, copy: 'none', fallback: 'none' })
  const first = await chen.call('listNotices', {})
  expect([first.notices.length, first.unread >= 190]).toEqual([100, true])
  const read = await chen.call('readNotices', { ids: first.notices.map(n => n.id) })
  expect(read.unread).toBe(first.unread - 100)
  const seen = [...first.notices]
  for (let next = first.next; next !== null;) {
    const part = await chen.call('listNotices', { after: next })
    expect(part.unread).toBe(read.unread)
    seen.push(...part.notices)
    next = part.next
  }
  expect(seen.map(n => n.id).sort()).toEqual([...before.map(n => n.id), ...more.map(n => n._id)].sort())
  expect(seen.map(n => n.at)).toEqual(seen.map(n => n.at).sort((a, b) => b - a))
  expect(seen.slice(100).filter(n => !n.read && !before.some(b => b.id === n.id))).toHaveLength(90)
})

test('who reads the messages of one case knows of that one, not of another whose message was not shown yet', async () => {
  const [{ id: told }, { id: other }] = [await fileOne(wang, '脐橙'), await fileOne(wang, '上海青')]
  for (const id of [told, other]) await decide(chen, id, 'leader', { type: 'reject', criterion: 'withinTolerance', words: '正常', review: 'photos' })
  await house.courier()
  const { notices } = await wang.call('listNotices', {})
  await wang.call('readNotices', { ids: notices.filter(n => n.caseId === told).map(n => n.id) })
  const untold = (await chen.call('listUntold', { communityId: COMMUNITY.communityId })).cases.map(c => c.caseId)
  expect([untold.includes(told), untold.includes(other)]).toEqual([false, true])
})

test('consents are counted once per tap', async () => {
  const before = (await wang.call('whoAmI', {})).credits
  await allow(wang, 'resident')
  const { templateId, TEMPLATES_FOR } = await import('../../domain/notice/templates')
  const id = templateId(TEMPLATES_FOR.resident[0] ?? 'progress')
  const askId = '3b241101-e2bb-4255-8caf-4136c566a962'
  for (let i = 0; i < 3; i++) await wang.call('recordConsent', { askId, answers: { [id]: 'accept', unknownTemplate: 'accept' } })
  await wang.call('recordConsent', { askId: '3b241101-e2bb-4255-8caf-4136c566a963', answers: { [id]: 'reject' } })
  expect((await wang.call('whoAmI', {})).credits).toEqual(Object.fromEntries(TEMPLATES_FOR.resident.map(templateId).map(of => [of, (before[of] ?? 0) + (of === id ? 2 : 1)])))
})
