import { randomUUID } from 'node:crypto'
import type { Reservation } from '../../domain/orders/order'
import { act, COMMUNITY, moveIn, openHouse, type House, type Someone } from './openHouse'

const ORDERS = 40
const LEFT = 2000

let house: House
let chen: Someone, lin: Someone
/** Two cases on each order that ask for ¥20, with ¥20 left on the order. */
let pairs: [string, string][]
/** Ends api's process at its next write, when the cloud has that already. */
let killAtWrite = false
beforeAll(async () => {
  house = await openHouse({
    undoSeconds: 60,
    watchSdk: async action => {
      if (!killAtWrite || action !== 'database.modifyDocument') return
      killAtWrite = false
      house.cloud.killFunction('api')
    },
  })
  await moveIn(house)
  ;[chen, lin] = await Promise.all([house.as('chen'), house.as('lin')]) as [Someone, Someone]
  const { token } = await chen.call('inviteToCommunity', { communityId: COMMUNITY.communityId, to: { role: 'helper', limit: 9000 } })
  await lin.call('acceptRole', { token, name: '帮手', phone: '' })
  const groupBuyId = await importOrders('0.00')
  const { households } = await chen.call('listBuyers', { groupBuyId })
  pairs = await Promise.all(households.map(async ({ orderId, lines }) => (await Promise.all(lines.map(async ({ lineId }) => {
    const caseId = randomUUID()
    await chen.call('fileOnBehalf', { caseId, orderId, lineId, channel: 'groupChat', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: LEFT }, photos: [], words: '坏了' })
    return caseId
  }))) as [string, string]))
  await importOrders('80.00')
}, 120_000)
afterAll(() => house.close())

async function importOrders(refunded: string): Promise<string> {
  const { uploadPrefix } = await chen.call('whoAmI', {})
  const upload = (rows: string[]) => chen.upload(`${uploadPrefix}${randomUUID()}.csv`, Buffer.from(rows.join('\r\n')))
  const orders = Array.from({ length: ORDERS }, (_, i) => `M${i},两样团,${i + 1},邻居${i + 1},"苹果(箱)+1\n梨(箱)+1",100.00,${refunded},已支付,154${String(10_000_000 + i)}`)
  const files = {
    communityId: COMMUNITY.communityId, ordersFile: await upload(['订单号,团购标题,跟团号,下单人,商品,订单金额,退款金额,订单状态,联系电话', ...orders]),
    productsFile: await upload(['商品,规格,单价', '苹果,箱,50.00', '梨,箱,50.00']),
  }
  const { digest } = await chen.call('previewImport', files)
  return (await chen.call('confirmImport', { ...files, digest })).groupBuys[0]?.id ?? ''
}

const nextPair = () => pairs.shift() ?? ['', '']
const settle = (who: Someone, caseId: string, commandId: string = randomUUID()) => who.call('actOnCase', { caseId, commandId, seen: 1, as: 'leader', command: { type: 'settle' } })
const due = async (ids: readonly string[]) => (await Promise.all(ids.map(async caseId => (await chen.call('showCase', { caseId, as: 'leader' })).view.amount))).reduce((sum, amount) => sum + amount, 0)
async function outcomes(calls: readonly Promise<unknown>[]): Promise<string[]> {
  return (await Promise.allSettled(calls)).map(r => (r.status === 'fulfilled' ? 'done' : (r.reason as { refusal?: { code: string } }).refusal?.code ?? String(r.reason))).sort()
}
async function reservedFor(caseId: string): Promise<Reservation[]> {
  const { data: [found] } = await house.db.collection('cases').where({ _id: caseId }).limit(1).get() as { data: { orderId: string }[] }
  const { data: [order] } = await house.db.collection('orders').where({ _id: found?.orderId }).limit(1).get() as { data: { reserved?: Reservation[] }[] }
  return order?.reserved ?? []
}

test('two people settle two cases of one order at the same moment, in two processes: one of them, whoever it is', async () => {
  for (const [i, pair] of Array.from({ length: 14 }, nextPair).entries()) {
    const [first, second] = i % 2 === 0 ? [chen, lin] : [lin, chen]
    expect(await outcomes([settle(first, pair[0]), settle(second, pair[1])])).toEqual(['MORE_THAN_PAID', 'done'])
    expect(await due(pair)).toBe(LEFT)
  }
}, 60_000)

test('two joint decisions at the same moment, a case of each order in each: every order once', async () => {
  const some = Array.from({ length: 10 }, nextPair)
  const decide = (who: Someone, which: 0 | 1) => who.call('decideTogether', { decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'asAsked' }, cases: some.map(pair => ({ caseId: pair[which], seen: 1 })) })
  const views = await Promise.all([decide(chen, 0), decide(lin, 1)])
  const results = views.flatMap(v => v.results.map(r => r.why?.code ?? r.outcome)).sort()
  expect(results).toEqual([...Array<string>(10).fill('MORE_THAN_PAID'), ...Array<string>(10).fill('settled')])
  for (const pair of some) expect(await due(pair)).toBe(LEFT)
})

test('both in one joint decision: the first has it', async () => {
  const pair = nextPair()
  const { results } = await chen.call('decideTogether', { decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'asAsked' }, cases: pair.map(caseId => ({ caseId, seen: 1 })) })
  expect(results.map(r => [r.caseId, r.why?.code ?? r.outcome])).toEqual([[pair[0], 'settled'], [pair[1], 'MORE_THAN_PAID']])
})

test('both looked before either wrote, step by step: the second has to look again, and is refused', async () => {
  const { loadCaseMoney, makeWay, saveWithMoney, withLeftNow } = await import('../../cloudfunctions/lib/caseMoney')
  const { decide } = await import('../../domain/case/decide')
  const pair = nextPair()
  const { personId } = await chen.call('whoAmI', {})
  const looked = await Promise.all(pair.map(async caseId => {
    const money = await loadCaseMoney(caseId)
    if (!money) throw new Error('the case is missing')
    const decision = decide(withLeftNow(money), { type: 'settle' }, { now: Date.now(), by: { party: 'leader', personId }, commandId: randomUUID(), seen: 1, undoWindow: 60_000 })
    return { money, decision, events: 'events' in decision ? decision.events : [] }
  }))
  expect(looked.map(l => l.events.length)).toEqual([1, 1])
  const saved = []
  for (const { money, events } of looked) saved.push(await saveWithMoney(money, events))
  expect(saved.map(s => s?.state.amount)).toEqual([LEFT, undefined])
  const again = await loadCaseMoney(pair[1])
  if (!again) throw new Error('the case is missing')
  expect(withLeftNow(again).state.line.left).toBe(0)
  // Nothing is in the way but what was decided.
  expect(await makeWay(again, { code: 'MORE_THAN_PAID', message: '', field: null } as never, 0)).toBe(false)
})

test('a function killed between the order and the case: the other case is settled all the same, and the first is not settled on top', async () => {
  const pair = nextPair()
  const commandId = randomUUID()
  killAtWrite = true
  await expect(settle(chen, pair[0], commandId)).rejects.not.toHaveProperty('refusal')
  expect(killAtWrite).toBe(false)
  expect(await reservedFor(pair[0])).toMatchObject([{ caseId: pair[0], amount: LEFT, version: 1, outbid: 0 }])
  expect(await due(pair)).toBe(0)
  expect((await settle(lin, pair[1])).view.amount).toBe(LEFT)
  expect(await outcomes([settle(chen, pair[0], commandId)])).toEqual(['MORE_THAN_PAID'])
  expect(await due(pair)).toBe(LEFT)
})

test('… or the first is tapped again: it has what was reserved, once', async () => {
  const pair = nextPair()
  const commandId = randomUUID()
  killAtWrite = true
  await expect(settle(chen, pair[0], commandId)).rejects.not.toHaveProperty('refusal')
  expect((await settle(chen, pair[0], commandId)).view.amount).toBe(LEFT)
  expect((await reservedFor(pair[0])).map(r => r.caseId)).toEqual([pair[0]])
  expect(await outcomes([settle(lin, pair[1])])).toEqual(['MORE_THAN_PAID'])
})

test('what is taken back is there for the other', async () => {
  const pair = nextPair()
  await settle(chen, pair[0])
  expect(await outcomes([settle(lin, pair[1])])).toEqual(['MORE_THAN_PAID'])
  await act(chen, pair[0], 'leader', { type: 'undo' })
  expect((await settle(lin, pair[1])).view.amount).toBe(LEFT)
  expect(await due(pair)).toBe(LEFT)
})

test('an export comes in while a decision is being written: the decision looks again', async () => {
  const { loadCaseMoney, saveWithMoney, withLeftNow } = await import('../../cloudfunctions/lib/caseMoney')
  const { decide } = await import('../../domain/case/decide')
  const [caseId] = nextPair()
  const money = await loadCaseMoney(caseId)
  if (!money) throw new Error('the case is missing')
  const { personId } = await chen.call('whoAmI', {})
  const decision = decide(withLeftNow(money), { type: 'settle' }, { now: Date.now(), by: { party: 'leader', personId }, commandId: randomUUID(), seen: 1, undoWindow: 60_000 })
  await importOrders('90.00')
  expect(await saveWithMoney(money, 'events' in decision ? decision.events : [])).toBeNull()
  expect(await outcomes([settle(chen, caseId)])).toEqual(['MORE_THAN_PAID'])
})
