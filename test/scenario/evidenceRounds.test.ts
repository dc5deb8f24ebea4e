import { act, bind, fileOne, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

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

const told = async () => { while ((await house.courier()).noticesWritten > 0); }
const newest = async (who: Someone) => (await who.call('listNotices', {})).notices[0]

test('asked for more, told exactly what, added, decided; everybody sees it, the supplier without the voice or the house', async () => {
  const { id } = await fileOne(wang, '草莓')
  const until = Date.now() + 3 * 3600_000
  await act(chen, id, 'leader', { type: 'promise', until })
  const asked = await act(chen, id, 'leader', { type: 'askEvidence', missing: ['clearer', 'count'], words: '看不清坏了几个' })
  expect(asked).toMatchObject({ stage: 'waitingEvidence', holder: 'resident', due: null })
  await told()
  expect(await newest(wang)).toMatchObject({ title: '请再拍一张清楚的、说一下坏了几个', page: expect.stringContaining(id) as string })
  expect((await wang.call('residentHome', {})).waiting).toMatchObject([{ id, stage: 'waitingEvidence', myDue: null }])
  // Two days from when they opened it.
  expect((await wang.call('showCase', { caseId: id, as: 'resident' })).view).toMatchObject({ due: { clock: 'evidence', party: 'resident' } })
  expect((await wang.call('residentHome', {})).waiting).toMatchObject([{ id, stage: 'waitingEvidence', myDue: { clock: 'evidence' } }])

  // Nothing is no answer; somebody else's photo neither.
  for (const [photos, code] of [[[], 'NOTHING_ADDED'], [[await chen.photo()], 'PHOTO_NOT_YOURS']] as const) {
    expect(await wang.refused('actOnCase', { caseId: id, commandId: '3f0c6a7e-3b1d-4a52-9c86-2d1e7f4b9a30', seen: 3, as: 'resident', command: { type: 'addEvidence', photos, voices: [], words: '' } })).toMatchObject({ code })
  }
  const photo = await wang.photo()
  const added = await act(wang, id, 'resident', { type: 'addEvidence', photos: [photo], voices: [], words: '5-602的，底下三颗都烂了，打13912345678' })
  // What the leader promised for tonight stands.
  expect(added).toMatchObject({ stage: 'waitingLeader', evidenceAsked: null, due: { clock: 'review', dueAt: until } })
  await told()
  expect(await newest(chen)).toMatchObject({ title: '邻居补来了' })
  const leaders = await chen.call('showCase', { caseId: id, as: 'leader' })
  expect(leaders.view.photos).toContain(photo)
  expect(leaders.photoLinks[photo]).toBeTruthy()
  expect(leaders.view.story[0]).toMatchObject({ says: '邻居补了 1 张照片', photos: [photo] })
  const theirs = await laoli.call('showCase', { caseId: id, as: 'supplier' })
  expect(theirs.photoLinks[photo]).toBeTruthy()
  expect(JSON.stringify(theirs.view)).not.toContain('13912345678')
  expect(await act(chen, id, 'leader', { type: 'settle' })).toMatchObject({ stage: 'refunding' })
})

test('three rounds and no more; the leader may put in what came by the chat, and may decide without waiting', async () => {
  await bind(house, 'zhang', '8', '1190')
  const zhang = await house.as('zhang')
  const { id } = await fileOne(zhang, '脐橙')
  const command = { type: 'askEvidence' as const, missing: ['whole' as const], words: '' }
  await act(chen, id, 'leader', command)
  await act(chen, id, 'leader', { type: 'addEvidence', photos: [await chen.photo()], voices: [], words: '', channel: 'groupChat' })
  expect((await zhang.call('showCase', { caseId: id })).view.story[0]?.says).toBe('团长替您补了（群里说的） 1 张照片')
  await act(chen, id, 'leader', command)
  await act(zhang, id, 'resident', { type: 'addEvidence', photos: [], voices: [], words: '就是这样' })
  await act(chen, id, 'leader', command)
  // Not answered yet: the leader may say yes all the same, but not no while something is being waited for.
  const { view } = await chen.call('showCase', { caseId: id, as: 'leader' })
  expect(view.mayDo).toEqual(expect.arrayContaining(['settle', 'offer']))
  expect(view.mayDo).not.toContain('reject')
  await act(zhang, id, 'resident', { type: 'addEvidence', photos: [], voices: [], words: '还是这样' })
  expect((await chen.call('showCase', { caseId: id, as: 'leader' })).view.mayDo).not.toContain('askEvidence')
})
