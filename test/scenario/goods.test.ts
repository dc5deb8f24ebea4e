import { randomUUID } from 'node:crypto'
import type { Input } from '../../domain/contract/calls'
import { importEstate, type Estate } from './estate'
import { act, COMMUNITY, decide, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone, laoli: Someone
let estate: Estate
let used = 0
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen, laoli] = await Promise.all([house.as('wang'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone]
  estate = await importEstate(house, chen, 20, wang)
}, 60_000)
afterAll(() => house.close())

const WAYBILL = 'SF1029384756'

/** One bad box of a household that no other story here has. */
async function report(wish?: Input<'fileCase'>['wish']): Promise<{ id: string; asked: number }> {
  const line = estate.lines[used++]
  if (!line) throw new Error('no household left')
  const asked = Math.floor((2 * line.paid + line.quantity) / (2 * line.quantity))
  const { view } = await wang.call('fileCase', {
    caseId: randomUUID(), orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 },
    wish: wish ?? { kind: 'refund', amount: asked }, photos: [await wang.photo()], words: '一打开就是烂的',
  })
  return { id: view.id, asked }
}

async function seen(id: string) {
  const [resident, leader, supplier] = await Promise.all([wang.call('showCase', { caseId: id, as: 'resident' }), chen.call('showCase', { caseId: id, as: 'leader' }), laoli.call('showCase', { caseId: id, as: 'supplier' })])
  return { resident, leader, supplier }
}

/** A return that was offered, agreed to and sent by courier, with a photo of the parcel. */
async function returning(): Promise<{ id: string; asked: number; parcel: string }> {
  const { id, asked } = await report()
  await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'returnRefund', refund: asked, freight: 800 }], words: '拿回来看看' })
  expect(await act(wang, id, 'resident', { type: 'agree', option: 0 })).toMatchObject({ stage: 'waitingReturn', holder: 'resident', money: 'none' })
  const parcel = await wang.photo()
  expect(await act(wang, id, 'resident', { type: 'sendReturn', way: 'courier', waybill: WAYBILL, words: '', photos: [parcel] })).toMatchObject({ stage: 'returning', holder: 'leader' })
  return { id, asked, parcel }
}

test('a return that is as was said: nothing is due before it was looked at, then refund and freight are', async () => {
  const { id, asked, parcel } = await returning()
  const onTheWay = await seen(id)
  expect(onTheWay.leader.view).toMatchObject({ goods: { way: 'courier', waybill: WAYBILL }, amount: asked, money: 'none', recovery: { state: 'none' } })
  expect(onTheWay.leader.photoLinks[parcel]).toBeTruthy()
  // Neither the number nor the parcel: both say where the household lives.
  expect(JSON.stringify(onTheWay.supplier)).not.toMatch(new RegExp(`${WAYBILL}|${parcel}`))
  expect(await chen.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: onTheWay.leader.view.version, as: 'leader', command: { type: 'payRefund', channel: 'cash', reference: '', photos: [] } })).toMatchObject({ code: 'WRONG_STATE' })
  const came = await chen.photo()
  await act(chen, id, 'leader', { type: 'receiveReturn', words: '', photos: [came] })
  expect(JSON.stringify((await seen(id)).supplier)).not.toContain(came)
  const inspected = await chen.photo()
  expect(await act(chen, id, 'leader', { type: 'inspectReturn', passed: true, words: '确实烂了', photos: [inspected] })).toMatchObject({ stage: 'refunding', money: 'due', amount: asked, freight: 800, recovery: { state: 'claimed', amount: asked } })
  const { supplier, resident } = await seen(id)
  expect(supplier.photoLinks[inspected]).toBeTruthy()
  expect(resident.view).toMatchObject({ stage: 'refunding', amount: asked, freight: 800, liability: null, recovery: null })
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'wechatTransfer', reference: '', photos: [] })
  expect(await act(wang, id, 'resident', { type: 'confirmRefund' })).toMatchObject({ stage: 'refunded', money: 'confirmed' })
})

test('a return that is not as was said: decided anew, refused, and given back', async () => {
  const { id } = await returning()
  await act(chen, id, 'leader', { type: 'receiveReturn', words: '', photos: [] })
  const { view } = await chen.call('showCase', { caseId: id, as: 'leader' })
  expect(await chen.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: view.version, as: 'leader', command: { type: 'inspectReturn', passed: false, words: ' ', photos: [] } })).toMatchObject({ code: 'WORDS_NEEDED', field: 'command.words' })
  expect(await act(chen, id, 'leader', { type: 'inspectReturn', passed: false, words: '一盒都是好的', photos: [] })).toMatchObject({ stage: 'waitingLeader', amount: 0, freight: 0, money: 'none' })
  expect((await seen(id)).resident.view.story[0]).toMatchObject({ says: '团长验过了，和说的不一样，团长再看看', detail: '一盒都是好的' })
  expect(await decide(chen, id, 'leader', { type: 'reject', criterion: 'notAProblem', review: 'onSite', words: '看过了，是好的' })).toMatchObject({ stage: 'givingBack', holder: 'leader' })
  const given = await act(chen, id, 'leader', { type: 'giveBack', way: 'courier', waybill: 'YT5566778899', words: '寄回给您了' })
  expect(given).toMatchObject({ stage: 'rejected', holder: null, goods: { state: 'returnedToResident', waybill: 'YT5566778899' } })
  const { resident, supplier } = await seen(id)
  expect(resident.view.story[0]?.says).toBe('团长把东西还给您了（快递，单号 YT5566778899）')
  expect(JSON.stringify(supplier)).not.toContain('YT5566778899')
})

test('handed over at the door, never sent: the leader takes it all the same; the supplier looks at it once it was sent on', async () => {
  const { id, asked } = await report()
  await decide(chen, id, 'leader', { type: 'offer', options: [{ remedy: 'returnRefund', refund: asked }], words: '' })
  await act(wang, id, 'resident', { type: 'agree', option: 0 })
  await act(chen, id, 'leader', { type: 'receiveReturn', words: '当面拿的', photos: [] })
  await act(chen, id, 'leader', { type: 'forwardReturn', words: '交给周三送货的车' })
  await act(laoli, id, 'supplier', { type: 'receiveReturn', words: '', photos: [] })
  expect(await act(laoli, id, 'supplier', { type: 'inspectReturn', passed: true, words: '是路上压的', photos: [] })).toMatchObject({ stage: 'refunding' })
  expect((await seen(id)).resident.view.story[0]).toMatchObject({ says: '供货商验过了，没问题', detail: '是路上压的' })
})

test('an exchange that comes back first: received, looked at, sent by courier, received; the household can find the parcel', async () => {
  const { id } = await report({ kind: 'exchange' })
  expect(await decide(chen, id, 'leader', { type: 'settle', amount: 0, returnFirst: true })).toMatchObject({ stage: 'waitingReturn', remedy: 'exchange' })
  await act(wang, id, 'resident', { type: 'sendReturn', way: 'pickupPoint', waybill: '', words: '放驿站了', photos: [] })
  await act(chen, id, 'leader', { type: 'receiveReturn', words: '', photos: [] })
  expect(await act(chen, id, 'leader', { type: 'inspectReturn', passed: true, words: '', photos: [] })).toMatchObject({ stage: 'waitingReplacement', holder: 'leader', money: 'none' })
  const { view } = await chen.call('showCase', { caseId: id, as: 'leader' })
  expect(await chen.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: view.version, as: 'leader', command: { type: 'sendReplacement', way: 'courier', waybill: '', words: '', photos: [] } })).toMatchObject({ code: 'WAYBILL_NEEDED', field: 'command.waybill' })
  await act(chen, id, 'leader', { type: 'sendReplacement', way: 'courier', waybill: 'ZT7788990011', words: '', photos: [] })
  expect((await seen(id)).resident.view).toMatchObject({ stage: 'replacementSent', holder: 'resident', goods: { waybill: 'ZT7788990011' } })
  expect(await act(wang, id, 'resident', { type: 'receiveReplacement', words: '这盒好的' })).toMatchObject({ stage: 'replaced', holder: null })
})

test('goods and money on top: both are done, in either order, and the supplier never reads what was given out of goodwill', async () => {
  const { id } = await report({ kind: 'redeliver' })
  expect(await decide(chen, id, 'leader', { type: 'settle', amount: 0, compensation: 500 })).toMatchObject({ stage: 'waitingReplacement', money: 'due', compensation: 500, liability: { shares: { seller: 500, supplier: 0 } } })
  await act(chen, id, 'leader', { type: 'payRefund', channel: 'wechatTransfer', reference: '', photos: [] })
  await act(chen, id, 'leader', { type: 'sendReplacement', way: 'nextDelivery', waybill: '', words: '周三的车', photos: [] })
  expect((await seen(id)).supplier.view).toMatchObject({ compensation: 0, liability: { shares: { supplier: 0 } } })
  const { version } = (await seen(id)).leader.view
  expect(await chen.refused('actOnCase', { caseId: id, commandId: randomUUID(), seen: version, as: 'leader', command: { type: 'receiveReplacement', words: '' } })).toMatchObject({ code: 'CHANNEL_NEEDED' })
  expect(await act(chen, id, 'leader', { type: 'receiveReplacement', words: '收到了', channel: 'phone' })).toMatchObject({ stage: 'refunded', holder: null })
  expect((await seen(id)).resident.view.story[0]?.says).toBe('团长替您点了收到（电话里说的）')
})

test('what the supplier granted, the supplier sends', async () => {
  const { id } = await report({ kind: 'exchange' })
  await act(chen, id, 'leader', { type: 'forward', words: '' })
  expect(await act(laoli, id, 'supplier', { type: 'grantAsAsked', words: '' })).toMatchObject({ stage: 'waitingReplacement', holder: 'supplier', goods: { by: 'supplier' } })
  await act(laoli, id, 'supplier', { type: 'sendReplacement', way: 'courier', waybill: 'JD1122334455', words: '', photos: [] })
  expect((await seen(id)).resident.view.story[0]?.says).toBe('供货商把换的发出来了（快递，单号 JD1122334455）')
})

test('money that does not arrive: on its way, failed, paid, not there, paid again; the supplier reads none of it', async () => {
  const { id, asked } = await report()
  await decide(chen, id, 'leader', { type: 'settle', amount: asked })
  expect(await act(chen, id, 'leader', { type: 'startRefund', channel: 'otherApp', words: '要审核' })).toMatchObject({ stage: 'refunding', money: 'paying' })
  expect(await act(chen, id, 'leader', { type: 'failRefund', words: '余额不够' })).toMatchObject({ stage: 'refundFailed', refundTrouble: '余额不够' })
  expect(await act(chen, id, 'leader', { type: 'payRefund', channel: 'wechatTransfer', reference: '', photos: [] })).toMatchObject({ stage: 'refunded', refundTrouble: null })
  await act(wang, id, 'resident', { type: 'failRefund', words: '没看到钱' })
  const { leader, supplier } = await seen(id)
  expect(leader.view).toMatchObject({ stage: 'refundFailed', holder: 'leader', refundTrouble: '没看到钱' })
  expect(leader.view.mayDo).toEqual(expect.arrayContaining(['payRefund', 'startRefund']))
  expect(JSON.stringify(supplier)).not.toMatch(/没看到钱|余额不够/)
  expect(await act(chen, id, 'leader', { type: 'payRefund', channel: 'cash', reference: '', photos: [] })).toMatchObject({ stage: 'refunded' })
})

test('two who lead look at one return at the same moment: one finding counts, the other is told', async () => {
  const { id } = await returning()
  const { token } = await chen.call('inviteToCommunity', { communityId: COMMUNITY.communityId, to: { role: 'helper', limit: 100_000 } })
  const lin = await house.as('lin')
  await lin.call('acceptRole', { token, name: '老公', phone: '' })
  const { version } = await act(chen, id, 'leader', { type: 'receiveReturn', words: '', photos: [] })
  const inspect = (who: Someone, passed: boolean) => who.call('actOnCase', { caseId: id, commandId: randomUUID(), seen: version, as: 'leader', command: { type: 'inspectReturn', passed, words: passed ? '' : '是好的', photos: [] } }).then(() => 'taken', (why: { refusal: { code: string } }) => why.refusal.code)
  expect((await Promise.all([inspect(chen, true), inspect(lin, false)])).sort()).toEqual(['CASE_CHANGED', 'taken'])
  const { view } = await chen.call('showCase', { caseId: id, as: 'leader' })
  expect(view.story.filter(line => line.says.includes('验过了'))).toHaveLength(1)
  expect(view.money).toBe(view.story[0]?.says.includes('没问题') ? 'due' : 'none')
})
