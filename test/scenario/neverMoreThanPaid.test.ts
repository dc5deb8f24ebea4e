import { randomUUID } from 'node:crypto'
import { act, bind, COMMUNITY, importFiles, joinSupplier, lineOf, moveIn, openHouse, whenEffective, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone
beforeAll(async () => {
  // Long enough for an export to come in between.
  house = await openHouse({ undoSeconds: 6 })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
}, 60_000)
afterAll(() => house.close())

/** An export of one order of two things at ¥50, of which so much was refunded elsewhere. */
async function importOrder(number: string, refunded: string): Promise<void> {
  const header = '订单号,团购标题,跟团号,下单人,商品,订单金额,退款金额,订单状态,联系电话'
  const csv = `${header}\r\n${number},${number}团,1,王阿姨,"苹果(箱)+1\n梨(箱)+1",100.00,${refunded},已支付,15400007777\r\n`
  const prices = '商品,规格,单价,供货商\r\n苹果,箱,50.00,果业甲\r\n梨,箱,50.00,果业甲\r\n'
  const { uploadPrefix } = await chen.call('whoAmI', {})
  const upload = (text: string) => chen.upload(`${uploadPrefix}${randomUUID()}.csv`, Buffer.from(text))
  const files = { communityId: COMMUNITY.communityId, ordersFile: await upload(csv), productsFile: await upload(prices) }
  const { digest } = await chen.call('previewImport', files)
  const { groupBuys } = await chen.call('confirmImport', { ...files, digest })
  await wang.call('bindOrders', { groupBuyId: groupBuys[0]?.id ?? '', joinNumber: '1', phoneLast4: '7777' })
}

async function fileAll(groupBuy: string, title: string, amount: number): Promise<string> {
  const { bought } = await wang.call('residentHome', {})
  const line = bought.find(g => g.title === `${groupBuy}团`)?.lines.find(l => l.title === title)
  const caseId = randomUUID()
  await wang.call('fileCase', {
    caseId, orderId: line?.orderId ?? '', lineId: line?.lineId ?? '', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 },
    wish: { kind: 'refund', amount }, photos: [await wang.photo()], words: '',
  })
  return caseId
}

test('what the export says was refunded is not refunded again, on whichever lines it is claimed', async () => {
  await importOrder('E1', '80.00')
  await fileAll('E1', '苹果', 2000)
  await expect(fileAll('E1', '梨', 2000)).rejects.toMatchObject({ refusal: { code: 'NOTHING_LEFT' } })
})

test('a refund that a newer export brings while cases are open lowers what they can be settled with', async () => {
  await importOrder('E2', '0.00')
  const [apples, pears] = [await fileAll('E2', '苹果', 5000), await fileAll('E2', '梨', 5000)]
  await importOrder('E2', '80.00')
  const settle = async (caseId: string) => chen.refused('actOnCase', { caseId, commandId: randomUUID(), seen: 1, command: { type: 'settle' } })
  for (const caseId of [apples, pears]) expect(await settle(caseId)).toMatchObject({ code: 'MORE_THAN_PAID' })
  // What is left can still be offered.
  await act(chen, apples, 'leader', { type: 'offer', options: [{ remedy: 'refund', refund: 1000 }], words: '' })
})

test('a hundred withdrawn filings hide nothing that was paid', async () => {
  const line = await lineOf(wang, '上海青')
  const file = async (amount: number) => {
    const caseId = randomUUID()
    await wang.call('fileCase', {
      caseId, orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 },
      wish: { kind: 'refund', amount }, photos: [await wang.photo()], words: '',
    })
    return caseId
  }
  for (let i = 0; i < 20; i++) await wang.call('actOnCase', { caseId: await file(100), commandId: randomUUID(), seen: 1, command: { type: 'withdraw', words: '' } })
  await expect(file(100)).rejects.toMatchObject({ refusal: { code: 'TOO_MANY_CASES', field: 'lineId' } })
})

test('of two imports at once the one that looked first does not take back what the other wrote', async () => {
  await importOrder('E3', '0.00')
  const { data: [order] } = await house.db.collection('orders').where({ key: 'E3' }).limit(1).get() as { data: { _id: string }[] }
  // Somebody else's import between this one's look and its write: played by changing the order under it at random moments.
  const racing = Promise.allSettled([importOrder('E3', '10.00'), importOrder('E3', '50.00'), importFiles(chen, 'orders.xlsx')])
  await racing
  const { data: [after] } = await house.db.collection('orders').where({ _id: order?._id }).limit(1).get() as { data: { refunded: number }[] }
  expect(after?.refunded).toBe(5000)
})

const offer = (refund: number) => ({ type: 'offer' as const, options: [{ remedy: 'refund' as const, refund }], words: '' })
const standing = async (caseId: string) => (await chen.call('showCase', { caseId, as: 'leader' })).view

test('an offer keeps no money: of two on one order the second yes is refused in words, nothing changes, and the leader can offer what is left', async () => {
  await importOrder('E4', '0.00')
  const [apples, pears] = [await fileAll('E4', '苹果', 5000), await fileAll('E4', '梨', 5000)]
  await importOrder('E4', '75.00')
  for (const caseId of [apples, pears]) await act(chen, caseId, 'leader', offer(2000))
  await whenEffective(chen, pears, 'leader')
  expect(await act(wang, apples, 'resident', { type: 'agree', option: 0 })).toMatchObject({ decision: 'agreed', amount: 2000 })
  const before = await standing(pears)
  expect(await wang.refused('actOnCase', { caseId: pears, commandId: randomUUID(), seen: 2, command: { type: 'agree', option: 0 } }))
    .toMatchObject({ code: 'MORE_THAN_PAID', field: 'command.option', message: '这一单后来退过别的钱，只剩 ¥5.00 能退。请点「不同意」，团长会重新给您一个办法' })
  expect(await standing(pears)).toEqual(before)
  expect(before).toMatchObject({ decision: 'offered', money: 'none', line: { left: 500 } })
  expect(before.mayDo).toContain('offer')
  await act(chen, pears, 'leader', offer(500))
  await whenEffective(chen, pears, 'leader')
  expect(await act(wang, pears, 'resident', { type: 'agree', option: 0 })).toMatchObject({ decision: 'agreed', amount: 500 })
}, 60_000)

test('a yes for the neighbour, and the supplier\'s, go by what a newer export left', async () => {
  await importOrder('E5', '0.00')
  const laoli = await house.as('laoli')
  await joinSupplier(house, 'laoli', '果业甲')
  const [apples, pears] = [await fileAll('E5', '苹果', 5000), await fileAll('E5', '梨', 5000)]
  await act(chen, apples, 'leader', offer(4000))
  await act(chen, pears, 'leader', { type: 'forward', words: '' })
  await whenEffective(chen, apples, 'leader')
  // While it fits, the leader waits for the answer.
  expect((await standing(apples)).mayDo).not.toContain('offer')
  await importOrder('E5', '70.00')
  const onBehalf = { channel: 'phone' as const, words: '他说行', photos: [] }
  expect(await chen.refused('actOnCase', { caseId: apples, commandId: randomUUID(), seen: 2, as: 'leader', command: { type: 'agree', option: 0, onBehalf } }))
    .toMatchObject({ code: 'MORE_THAN_PAID', message: '这一单后来退过别的钱，只剩 ¥30.00 能退，请重新给邻居一个办法' })
  expect(await laoli.refused('actOnCase', { caseId: pears, commandId: randomUUID(), seen: 2, as: 'supplier', command: { type: 'grantAsAsked', words: '' } })).toMatchObject({ code: 'MORE_THAN_PAID' })
  for (const caseId of [apples, pears]) expect(await standing(caseId)).toMatchObject({ money: 'none', amount: 0 })
  // What they can do instead.
  await act(laoli, pears, 'supplier', offer(3000))
}, 60_000)

test('an export within the seconds to undo counts for what comes after the undoing', async () => {
  await importOrder('E6', '0.00')
  const apples = await fileAll('E6', '苹果', 5000)
  await act(chen, apples, 'leader', { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' })
  await importOrder('E6', '100.00')
  await act(chen, apples, 'leader', { type: 'undo' })
  expect(await chen.refused('actOnCase', { caseId: apples, commandId: randomUUID(), seen: 3, as: 'leader', command: { type: 'settle' } })).toMatchObject({ code: 'MORE_THAN_PAID' })
  expect(await standing(apples)).toMatchObject({ money: 'none', line: { left: 0 } })
}, 60_000)
