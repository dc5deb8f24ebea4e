import { randomUUID } from 'node:crypto'
import { act, bind, COMMUNITY, decide, fileOne, moveIn, openDesk, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone
beforeEach(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')])
}, 60_000)
afterEach(() => house.close())

const offer = (refund: number) => ({ type: 'offer' as const, options: [{ remedy: 'refund' as const, refund }], words: '' })
const seenBy = async (who: Someone, caseId: string) => (await who.call('showCase', { caseId, as: 'resident' })).view
/** 草莓 at the price of the demo's list: what was asked is known, what was offered stays below it. */
const filed = async () => fileOne(wang, '草莓')

test('three times something else is asked for: whoever offered answers, after the third the leader where there is no desk', async () => {
  const { id, asked } = await filed()
  for (const round of [1, 2, 3]) {
    await decide(chen, id, 'leader', offer(100 * round))
    const view = await seenBy(wang, id)
    expect(view).toMatchObject({ stage: 'offered', countersLeft: 4 - round, mayDo: expect.arrayContaining(['agree', 'decline', 'counter']) })
    // Not less than what is offered already, not more than there is.
    const refusal = (refund: number) => wang.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: view.version, as: 'resident', command: { type: 'counter', refund, words: '' } })
    expect(await refusal(100 * round)).toMatchObject({ code: 'NOT_MORE', field: 'command.refund' })
    expect(await refusal((view.line?.left ?? 0) + 1)).toMatchObject({ code: 'MORE_THAN_PAID', field: 'command.refund' })
    const countered = await act(wang, id, 'resident', { type: 'counter', refund: asked - 100 + round, words: '坏了一半多' })
    expect(countered).toMatchObject({ stage: 'countered', holder: 'leader', asked: asked - 100 + round })
  }
  await decide(chen, id, 'leader', offer(400))
  const view = await seenBy(wang, id)
  expect(view).toMatchObject({ stage: 'offered', countersLeft: 0 })
  expect(view.mayDo).not.toContain('counter')
  // What the resident named last is what the leader's yes gives.
  await act(wang, id, 'resident', { type: 'decline', words: '' })
})

test('a counter is agreed to as it was named', async () => {
  const { id, asked } = await filed()
  await decide(chen, id, 'leader', offer(100))
  await act(wang, id, 'resident', { type: 'counter', refund: asked - 50, words: '' })
  expect(await decide(chen, id, 'leader', { type: 'settle' })).toMatchObject({ stage: 'refunding', amount: asked - 50 })
})

test('after the third time the desk has it, where there is one', async () => {
  await openDesk(house, 'xu', '小许')
  const { id, asked } = await filed()
  for (const round of [1, 2, 3]) {
    await decide(chen, id, 'leader', offer(100 * round))
    await act(wang, id, 'resident', { type: 'counter', refund: asked - 100 + round, words: '' })
  }
  expect(await seenBy(wang, id)).toMatchObject({ stage: 'waitingOperator', holder: 'operator' })
})

test('two at the same instant: one counts, the other is told and nothing of theirs was written', async () => {
  await bind(house, 'zhang', '8', '1190')
  const { id, asked } = await filed()
  await decide(chen, id, 'leader', offer(100))
  const { version } = await seenBy(wang, id)
  const step = (command: Parameters<typeof act>[3]) => wang.call('actOnCase', { caseId: id, commandId: randomUUID(), seen: version, as: 'resident', command }).then(() => 'done', (why: { refusal: { code: string } }) => why.refusal.code)
  // On two phones of the same person.
  const ends = await Promise.all([step({ type: 'agree', option: 0 }), step({ type: 'counter', refund: asked, words: '再多一点' })])
  expect(ends.sort()).toEqual(['CASE_CHANGED', 'done'])
  const view = await seenBy(wang, id)
  expect(view.story.filter(line => /同意了|想要退/.test(line.says))).toHaveLength(1)
})

test('goods back first: brought, looked at, paid, and that it arrived is said', async () => {
  const { id } = await filed()
  await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'returnRefund', refund: 1000, freight: 300 }], words: '' })
  expect(await act(wang, id, 'resident', { type: 'agree', option: 0 })).toMatchObject({ stage: 'waitingReturn', holder: 'resident', money: 'none', amount: 1000, freight: 300, mayDo: expect.arrayContaining(['sendReturn']) })
  const photo = await wang.photo()
  expect(await wang.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: (await seenBy(wang, id)).version, as: 'resident', command: { type: 'sendReturn', way: 'courier', waybill: '', words: '', photos: [] } })).toMatchObject({ code: 'WAYBILL_NEEDED', field: 'command.waybill' })
  expect(await act(wang, id, 'resident', { type: 'sendReturn', way: 'courier', waybill: 'SF1029384756', words: '', photos: [photo] })).toMatchObject({ stage: 'returning', goods: { way: 'courier', waybill: 'SF1029384756' } })
  expect((await chen.call('showCase', { caseId: id, as: 'leader' })).photoLinks[photo]).toBeTruthy()
  await act(chen, id, 'leader', { type: 'receiveReturn', words: '', photos: [] })
  const seen = await chen.photo()
  await act(chen, id, 'leader', { type: 'inspectReturn', passed: true, words: '没问题', photos: [seen] })
  const passed = await wang.call('showCase', { caseId: id, as: 'resident' })
  expect(passed.view).toMatchObject({ stage: 'refunding', story: [{ detail: '没问题', photos: [seen] }, {}, {}, {}, {}, {}] })
  expect(passed.photoLinks[seen]).toBeTruthy()
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] })
  expect(await act(wang, id, 'resident', { type: 'failRefund', words: '零钱和卡里都没有' })).toMatchObject({ stage: 'refundFailed', refundTrouble: '零钱和卡里都没有' })
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] })
  expect(await act(wang, id, 'resident', { type: 'confirmRefund' })).toMatchObject({ stage: 'refunded', money: 'confirmed', refundTrouble: null, mayDo: ['rate'] })
  expect(await act(wang, id, 'resident', { type: 'rate', speed: 5, result: 4, attitude: 5, words: '' })).toMatchObject({ rating: { speed: 5, result: 4, attitude: 5 }, mayDo: [] })
})

describe('asked again after it was dismissed', () => {
  let xu: Someone, tang: Someone
  let deskId: string
  const hire = async () => {
    const { token } = await xu.call('inviteToDesk', { deskId, capabilities: ['support', 'complaints'], limit: null })
    await tang.call('acceptDeskInvitation', { token, name: '小唐' })
  }
  const dismissed = async () => {
    const { id } = await filed()
    await decide(chen, id, 'leader', { type: 'reject', criterion: 'kept', words: '放久了', review: 'photos' })
    await act(wang, id, 'resident', { type: 'appeal', grounds: '当天就拍了', photos: [await wang.photo()] })
    await act(xu, id, 'operator', { type: 'decideAppeal', uphold: false, words: '看着是放的' })
    return id
  }
  beforeEach(async () => {
    ;[xu, tang] = await Promise.all([house.as('xu'), house.as('tang')])
    deskId = await openDesk(house, 'xu', '小许')
  })

  test('with news, once: another of the desk has it, and those who decided it before cannot', async () => {
    await hire()
    const of = await dismissed()
    const input = { caseId: randomUUID(), of, words: '找到了开箱的录像', photos: [await wang.photo()] }
    for (const [photos, words] of [[[], ''], [[], '当天就拍了']] as const) expect(await wang.refused('askAgain', { ...input, photos, words })).toMatchObject({ code: 'NOTHING_NEW', field: 'words' })
    expect(await (await house.as('stranger')).refused('askAgain', input)).toMatchObject({ code: 'CASE_NOT_FOUND' })
    const { view } = await wang.call('askAgain', input)
    expect(view).toMatchObject({ id: input.caseId, stage: 'waitingOperator', holder: 'operator', follows: of, photos: input.photos })
    expect(JSON.stringify(view)).not.toContain('notBy')
    // The answer was lost: the same again is the same case; another is refused.
    expect((await wang.call('askAgain', input)).view.id).toBe(input.caseId)
    expect(await wang.refused('askAgain', { ...input, caseId: randomUUID(), photos: [] })).toMatchObject({ code: 'ASKED_AGAIN_ALREADY' })
    expect(await wang.call('showCase', { caseId: of, as: 'resident' })).toMatchObject({ followedBy: input.caseId })
    const seen = await tang.call('showCase', { caseId: view.id, as: 'operator' })
    expect(seen.earlier).toMatchObject({ id: of, rejection: { words: '放久了', by: 'leader' }, appeal: { grounds: '当天就拍了', decision: { words: '看着是放的' } } })
    for (const photo of [...seen.earlier?.photos ?? [], ...seen.earlier?.appeal?.photos ?? []]) expect(seen.photoLinks[photo]).toBeTruthy()
    expect(seen.earlier?.appeal?.photos).toHaveLength(1)
    expect(await chen.call('showCase', { caseId: of, as: 'leader' })).toMatchObject({ followedBy: input.caseId, earlier: null })
    // The resident's page links them by itself, and a supplier knows of neither.
    expect((await wang.call('showCase', { caseId: view.id, as: 'resident' })).earlier).toBeNull()
    const settle = (as: 'leader' | 'operator') => ({ caseId: view.id, commandId: randomUUID(), seen: 1, as, command: { type: 'settle' } })
    for (const [who, as] of [[chen, 'leader'], [xu, 'operator']] as const) {
      expect(await who.refused('actOnCase', settle(as))).toMatchObject({ code: 'NOT_ALLOWED', message: '请换一位来处理' })
      expect((await who.call('showCase', { caseId: view.id, as })).view.mayDo).not.toContain('reject')
    }
    expect(await decide(tang, view.id, 'operator', { type: 'settle' })).toMatchObject({ stage: 'refunding' })
  })

  test('nobody else is there: said before anything is filed, and the photo stays free', async () => {
    const of = await dismissed()
    const photo = await wang.photo()
    expect(await wang.refused('askAgain', { caseId: randomUUID(), of, words: '找到了开箱的录像', photos: [photo] })).toMatchObject({ code: 'NOBODY_ELSE', message: expect.stringContaining('12315') as string })
    expect((await house.db.collection('photos').where({ _id: photo }).get()).data).toMatchObject([{ caseId: null }])
    // A helper of the leader's had no part in it.
    const { token } = await chen.call('inviteToCommunity', { communityId: COMMUNITY.communityId, to: { role: 'helper', limit: 5000 } })
    await (await house.as('lin')).call('acceptRole', { token, name: '小林', phone: '' })
    expect((await wang.call('askAgain', { caseId: randomUUID(), of, words: '找到了开箱的录像', photos: [photo] })).view).toMatchObject({ stage: 'waitingLeader', holder: 'leader', follows: of })
  })
})
