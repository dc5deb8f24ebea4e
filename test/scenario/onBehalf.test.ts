import { randomUUID } from 'node:crypto'
import type { Answers, Input } from '../../domain/contract/calls'
import { act, bind, COMMUNITY, decide, fileOne, fruitId, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, lin: Someone, zhang: Someone, chen: Someone, laoli: Someone
let households: Answers['listBuyers']['households']
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, lin, zhang, chen, laoli] = await Promise.all([house.as('wang'), house.as('lin'), house.as('zhang'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone, Someone, Someone]
  households = (await chen.call('listBuyers', { groupBuyId: await fruitId(house) })).households
}, 60_000)
afterAll(() => house.close())

function filing(joinNumber: string, title: string, more: Partial<Input<'fileOnBehalf'>> = {}): Input<'fileOnBehalf'> {
  const household = households.find(h => h.joinNumber === joinNumber)
  const line = household?.lines.find(l => l.title.includes(title))
  if (!household || !line) throw new Error(`${joinNumber} did not buy ${title}`)
  return {
    caseId: randomUUID(), orderId: household.orderId, lineId: line.lineId, channel: 'groupChat', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 },
    wish: { kind: 'refund', amount: Math.floor((2 * line.paid + line.quantity) / (2 * line.quantity)) }, photos: [], words: '群里说烂了一盒', ...more,
  }
}
const inbox = async (person: Someone) => (await person.call('listNotices', {})).notices.filter(n => n.caseId !== '').map(n => [n.as, n.title])

test('the leader sees who bought what and what can still be claimed; nobody else does', async () => {
  const seven = households.find(h => h.joinNumber === '7')
  expect(seven).toMatchObject({ buyer: '王阿姨', room: '5号楼602室', phoneLast4: '6027', bound: true, notClaimable: null })
  expect(seven?.lines.map(l => [l.quantity, l.paid === l.left, l.openCaseId])).toEqual([[2, true, null], [1, true, null], [1, true, null]])
  expect(households.find(h => h.joinNumber === '13')?.notClaimable).toBe('这单已经退款了')
  for (const other of [wang, laoli]) expect(await other.refused('listBuyers', { groupBuyId: await fruitId(house) })).toMatchObject({ code: 'NOT_FOUND', field: 'groupBuyId' })
})

test('for a household that is here: it is told, sees who reported it and how, and can withdraw', async () => {
  const { view } = await chen.call('fileOnBehalf', filing('7', '草莓'))
  expect(view).toMatchObject({ as: 'leader', stage: 'waitingLeader', channel: 'groupChat', bound: true, photos: [] })
  expect(view.story[0]?.says).toBe('您替邻居报的（群里说的）：坏了、烂了，想退 ¥59.90')
  await house.courier()
  expect(await inbox(wang)).toEqual([['resident', '团长替您报了：坏了、烂了']])
  expect(await inbox(laoli)).toEqual([['supplier', '有居民反映坏了、烂了']])
  expect((await inbox(chen)).length).toBe(0)
  const home = await wang.call('residentHome', {})
  expect(home.recent).toMatchObject([{ id: view.id, channel: 'groupChat' }])
  expect((await wang.call('showCase', { caseId: view.id })).view.story[0]?.says).toBe('团长替您报的（群里说的）：坏了、烂了，想退 ¥59.90')
  expect((await laoli.call('showCase', { caseId: view.id })).view.story[0]?.says).toBe('团长替居民报的（群里说的）：坏了、烂了，想退 ¥59.90')
  expect(await wang.refused('fileCase', { caseId: randomUUID(), ...lineOfView(filing('7', '草莓')), photos: [await wang.photo()] })).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
  expect(await act(wang, view.id, 'resident', { type: 'withdraw', words: '不用了' })).toMatchObject({ stage: 'withdrawn' })
})

const lineOfView = ({ orderId, lineId, reason, claim, wish, words }: Input<'fileOnBehalf'>) => ({ orderId, lineId, reason, claim, wish, words })

test('for a household that is not here yet: the case waits for it, and becomes its own when it binds', async () => {
  const { view } = await chen.call('fileOnBehalf', filing('12', '草莓'))
  const { view: second } = await chen.call('fileOnBehalf', filing('12', '番茄'))
  expect(view).toMatchObject({ bound: false })
  await decide(chen, view.id, 'leader', { type: 'settle' })
  await house.courier()
  expect(await lin.refused('showCase', { caseId: view.id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  await bind(house, 'lin', '12', '3516')
  const home = await lin.call('residentHome', {})
  expect(home.recent.map(c => [c.id, c.stage]).sort()).toEqual([[view.id, 'refunding'], [second.id, 'waitingLeader']].sort())
  expect((await lin.call('showCase', { caseId: view.id })).view.story[0]?.says).toBe('您认领了订单，这件事归您看着了')
  await house.courier()
  expect(await inbox(lin)).toEqual([['resident', '团长替您报过一件事'], ['resident', '团长替您报过一件事']])
  // A screen from before is no reason to look again: nothing was said.
  expect((await chen.call('actOnCase', { caseId: second.id, commandId: randomUUID(), seen: 1, command: { type: 'settle' } })).view.bound).toBe(true)
  // Binding once more changes nothing.
  await bind(house, 'lin', '12', '3516')
  expect((await lin.call('showCase', { caseId: view.id })).view.story.filter(l => l.says.includes('认领')).length).toBe(1)
})

test('who binds while a decision can still be taken back gets the case when it is in effect, and the decision stands', async () => {
  const slow = await openHouse({ undoSeconds: 2 })
  try {
    await moveIn(slow)
    const [leader, resident] = [await slow.as('chen'), await slow.as('lin')]
    const { households: all } = await leader.call('listBuyers', { groupBuyId: await fruitId(slow) })
    households = all
    const { view } = await leader.call('fileOnBehalf', filing('12', '草莓'))
    await act(leader, view.id, 'leader', { type: 'settle' })
    await bind(slow, 'lin', '12', '3516')
    expect((await resident.call('residentHome', {})).recent).toEqual([])
    for (;;) {
      await slow.courier()
      const { recent } = await resident.call('residentHome', {})
      if (recent.length > 0) {
        expect(recent).toMatchObject([{ id: view.id, stage: 'refunding' }])
        break
      }
    }
  } finally {
    await slow.close()
    Object.assign(process.env, house.cloud.env)
    households = (await chen.call('listBuyers', { groupBuyId: await fruitId(house) })).households
  }
})

test('the same filing again is the same case; another one on the line, or another\'s, is not', async () => {
  const input = filing('9', '草莓')
  const [first, again] = await Promise.all([chen.call('fileOnBehalf', input), chen.call('fileOnBehalf', input)])
  expect(again.view.id).toBe(first.view.id)
  expect((await chen.call('fileOnBehalf', input)).view.version).toBe(1)
  expect(await chen.refused('fileOnBehalf', { ...input, caseId: randomUUID() })).toMatchObject({ code: 'LINE_HAS_OPEN_CASE', field: 'lineId' })
  expect(await chen.refused('fileOnBehalf', { ...input, words: '别的话' })).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
  expect(await chen.refused('fileOnBehalf', { ...input, channel: 'phone' })).toMatchObject({ code: 'LINE_HAS_OPEN_CASE' })
})

test('bad input and strangers change nothing', async () => {
  const count = async () => (await house.db.collection('cases').count()).total
  const before = await count()
  const input = filing('16', '草莓')
  const otherLeader = await house.as('otherLeader')
  await otherLeader.call('openCommunity', { ...COMMUNITY, communityId: randomUUID() })
  for (const stranger of [wang, laoli, otherLeader, await house.as('stranger')]) expect(await stranger.refused('fileOnBehalf', input)).toMatchObject({ code: 'LINE_NOT_FOUND', field: 'lineId' })
  const wrong: [Partial<Input<'fileOnBehalf'>>, string, string][] = [
    [{ words: ' ' }, 'WORDS_NEEDED', 'words'], [{ claim: { measure: 'pieces', bad: 9, damage: 100 } }, 'MORE_THAN_BOUGHT', 'claim.bad'],
    [{ wish: { kind: 'refund', amount: 999_999 } }, 'MORE_THAN_PREVIEW', 'wish.amount'], [{ photos: ['ph-of-nobody'] }, 'PHOTO_NOT_YOURS', 'photos'],
    [{ lineId: 'nothing' }, 'LINE_NOT_FOUND', 'lineId'], [{ orderId: 'nothing' }, 'LINE_NOT_FOUND', 'lineId'], [{ channel: 'pigeon' as 'phone' }, 'BAD_INPUT', 'channel'],
  ]
  for (const [over, code, field] of wrong) expect(await chen.refused('fileOnBehalf', { ...input, ...over })).toMatchObject({ code, field })
  expect(await chen.refused('fileOnBehalf', { ...input, residentId: 'me' })).toMatchObject({ code: 'BAD_INPUT', field: 'residentId' })
  expect(await chen.refused('fileOnBehalf', filing('13', '脐橙'))).toMatchObject({ code: 'NOT_CLAIMABLE', field: 'orderId' })
  expect(await count()).toBe(before)
})

test('a yes on behalf needs proof, and the neighbour reads whose tap it was', async () => {
  const { id } = await fileOne(wang, '脐橙')
  await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'refund', refund: 1000 }], words: '退一部分' })
  const { view } = await chen.call('showCase', { caseId: id, as: 'leader' })
  expect(view.mayDo.sort()).toEqual(['agree', 'decline', 'note', 'plan', 'tell'])
  const agree = (onBehalf?: object) => ({ caseId: id, commandId: randomUUID(), seen: view.version, as: 'leader' as const, command: { type: 'agree', option: 0, ...(onBehalf ? { onBehalf } : {}) } })
  expect(await chen.refused('actOnCase', agree())).toMatchObject({ code: 'PROOF_NEEDED', field: 'command.onBehalf' })
  expect(await chen.refused('actOnCase', agree({ channel: 'phone', words: '', photos: ['ph-of-nobody'] }))).toMatchObject({ code: 'PHOTO_NOT_YOURS' })
  expect(await laoli.refused('actOnCase', { ...agree({ channel: 'phone', words: '行', photos: [] }), as: undefined })).toMatchObject({ code: 'NOT_ALLOWED' })
  const proof = await chen.photo()
  await chen.call('actOnCase', agree({ channel: 'groupChat', words: '行吧', photos: [proof] }) as Input<'actOnCase'>)
  await house.courier()
  expect((await inbox(wang))[0]).toEqual(['resident', '团长替您点了同意'])
  const seen = await wang.call('showCase', { caseId: id })
  expect(seen.view).toMatchObject({ stage: 'refunding', amount: 1000, story: [{ says: '团长替您点了同意（群里说的），退 ¥10.00', detail: '行吧', photos: [proof] }, {}, {}] })
  expect(Object.keys(seen.photoLinks)).toContain(proof)
  expect(JSON.stringify(await laoli.call('showCase', { caseId: id }))).not.toContain(proof)
  expect(await zhang.refused('showCase', { caseId: id })).toMatchObject({ code: 'CASE_NOT_FOUND' })
})
