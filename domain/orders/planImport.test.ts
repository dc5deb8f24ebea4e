import fc from 'fast-check'
import type { Row } from './cell'
import { csvRows } from './csvRows'
import { isEmptyPlan, planImport, type ImportInput } from './planImport'
import { readProductRows, type ParsedProduct } from './readProductRows'
import { carryOut, header, id, nothing, plan, read, row, type Stored } from './testing'

const list = (...rows: string[]): ParsedProduct[] => {
  const sheet = readProductRows(csvRows(['团购标题,商品,规格,单价,供货商,配送', ...rows].join('\n')) ?? [])
  if (!sheet.ok) throw new Error(sheet.message)
  return sheet.products
}
const after = (rows: Row[], more: Partial<ImportInput> = {}): Stored => carryOut({ ...nothing, ...more.stored } as Stored, plan(rows, more))
const two = row({ 订单号: '2', 跟团号: 2, 商品: '草莓(2斤)+2\n脐橙(5斤)+1', 订单金额: '30.00' })

test('a first import: group-buy, products, suppliers, orders', () => {
  const first = plan([row(), two], { products: list('周六果蔬团,草莓,2斤,10.00,丹东果业,自提', '周六果蔬团,脐橙,5斤,10.00,,快递', '周六果蔬团,没人买的,,3,绿源蔬菜,', '别的团,别的,,1,别的供货商,') })
  expect(first.groupBuysToAdd).toMatchObject([{ title: '周六果蔬团', refundIn: 'otherApp', arrivedAt: null, version: 1, importedAt: 1000 }])
  const suppliers = first.suppliersToAdd.map(supplier => supplier.name)
  expect(suppliers).toEqual(['丹东果业', '绿源蔬菜'])
  expect(first.groupBuysToAdd[0]?.products).toMatchObject([
    { title: '草莓', spec: '2斤', price: 1000, supplierId: first.suppliersToAdd[0]?._id, delivery: 'pickup' },
    { title: '脐橙', spec: '5斤', price: 1000, supplierId: null, delivery: 'courier' },
    { title: '没人买的', spec: '', price: 300, supplierId: first.suppliersToAdd[1]?._id, delivery: 'unknown' },
  ])
  expect(first.ordersToAdd).toMatchObject([
    { communityId: 'wty', key: '261113-1', total: 1000, residents: [], lines: [{ quantity: 1, paid: 1000 }] },
    { key: '2', total: 3000, lines: [{ title: '草莓', quantity: 2, paid: 2000 }, { title: '脐橙', quantity: 1, paid: 1000 }] },
  ])
  expect(first.productsWithoutSupplier).toMatchObject([{ title: '脐橙', orders: 1 }])
  expect(first.linesWithoutPrice).toEqual([])
})

test('the same file again plans nothing, at any later time', () => {
  const stored = after([row(), two])
  const again = plan([row(), two], { stored, now: 99_000 })
  expect(isEmptyPlan(again)).toBe(true)
  expect(again.unchanged).toBe(2)
})

test('a newer export updates status and refund and leaves residents, ids and what was paid', () => {
  const stored = after([row(), two])
  stored.orders = stored.orders.map(order => ({ ...order, residents: ['p1'] }))
  const newer = plan([row({ 订单状态: '已退款', 退款金额: '10.00' }), two], { stored, now: 2000 })
  expect(newer.ordersToChange).toEqual([{
    _id: stored.orders[0]?._id, row: 2, before: { status: 'paid', total: 1000, refunded: 0 }, set: { status: 'refunded', refunded: 1000, importedAt: 2000 },
  }])
  expect(newer.groupBuysToChange).toEqual([])
  expect(carryOut(stored, newer).orders.map(order => order.residents)).toEqual([['p1'], ['p1']])
})

test('a shorter export deletes nothing; an older one takes nothing back and says so', () => {
  const stored = carryOut(after([row(), two]), plan([row({ 订单状态: '已退款', 退款金额: '10.00' }), two], { stored: after([row(), two]), now: 2000 }))
  expect(isEmptyPlan(plan([two], { stored }))).toBe(true)
  const older = plan([row(), two], { stored })
  expect(isEmptyPlan(older)).toBe(true)
  expect(older.older).toMatchObject([{ row: 2, reason: expect.stringContaining('更旧') }])
})

test('cancelled, unpaid and refunded rows go in and are told as not claimable', () => {
  const mixed = plan([row({ 订单状态: '待支付', 支付时间: null }), row({ 订单号: '2', 订单状态: '已取消' }), row({ 订单号: '3', 订单状态: '已退款', 退款金额: '10' }), row({ 订单号: '4' })])
  expect(mixed.ordersToAdd).toHaveLength(4)
  expect(mixed.notClaimable.map(each => each.row)).toEqual([2, 3, 4])
})

test('without prices: orders of a single product tell, other lines are guessed and marked; a list that comes later makes them right', () => {
  const rows = [two, row({ 订单号: '3', 跟团号: 3, 商品: '脐橙(5斤)+2', 订单金额: '24' }), row({ 订单号: '4', 跟团号: 4, 商品: '草莓(2斤)+1\n上海青+2', 订单金额: '14' })]
  const first = plan(rows)
  const [strawberry, orange, greens] = first.groupBuysToAdd[0]?.products ?? []
  expect([strawberry?.price, orange?.price, greens?.price]).toEqual([null, 1200, null])
  expect(first.ordersToAdd.map(order => order.lines.map(line => line.paid))).toEqual([[1800, 1200], [2400], [467, 933]])
  expect(first.linesWithoutPrice.map(line => [line.row, line.title, line.paid])).toEqual([[2, '草莓', 1800], [4, '草莓', 467], [4, '上海青', 933]])
  expect(first.productsWithoutPrice.map(product => [product.title, product.orders])).toEqual([['草莓', 2], ['上海青', 1]])

  const stored = carryOut(nothing, first)
  // The list alone, without the orders.
  const priced = planImport({ communityId: 'wty', sheet: { orders: [], refused: [] }, products: list('周六果蔬团,草莓,2斤,9,丹东果业,自提', '周六果蔬团,上海青,,2.5,,'), stored, now: 3000, id })
  expect(priced.ordersToChange).toMatchObject([{ row: null, set: { lines: [{ paid: 900 }, { paid: 500 }] } }])
  const now = carryOut(stored, priced)
  expect(now.groupBuys[0]?.products.map(product => [product.id, product.price])).toEqual([[strawberry?.id, 900], [orange?.id, 1200], [greens?.id, 250]])
  expect(isEmptyPlan(plan(rows, { stored: now }))).toBe(true)
})

test('a price list that changes later leaves what was paid', () => {
  const stored = after([two], { products: list('周六果蔬团,草莓,2斤,10,丹东果业,', '周六果蔬团,脐橙,5斤,10,丹东果业,') })
  const changed = plan([two], { stored, products: list('周六果蔬团,草莓,2斤,12,丹东果业,', '周六果蔬团,脐橙,5斤,6,丹东果业,') })
  expect(changed.ordersToChange).toEqual([])
  expect(changed.groupBuysToChange).toMatchObject([{ version: 1, set: { products: [{ price: 1200 }, { price: 600 }] } }])
  expect(changed.groupBuysToChange[0]?.set).not.toHaveProperty('arrivedAt')
})

test('a total or a basket that changed is priced anew; equal products keep their lines\' ids', () => {
  const products = list('周六果蔬团,草莓,2斤,10,丹东果业,', '周六果蔬团,脐橙,5斤,10,丹东果业,')
  const stored = after([two], { products })
  const lines = stored.orders[0]?.lines ?? []
  const cheaper = row({ 订单号: '2', 跟团号: 2, 商品: '脐橙(5斤)+1\n草莓(2斤)+2', 订单金额: '27.00' })
  expect(plan([cheaper], { stored }).ordersToChange).toMatchObject([{ set: { total: 2700, lines: [{ id: lines[0]?.id, paid: 1800 }, { id: lines[1]?.id, paid: 900 }] } }])
  const less = row({ 订单号: '2', 跟团号: 2, 商品: '草莓(2斤)+1\n上海青+1', 订单金额: '13.00' })
  expect(plan([less], { stored }).ordersToChange).toMatchObject([{ set: { total: 1300, lines: [{ id: lines[0]?.id, quantity: 1, paid: 1000 }, { title: '上海青', paid: 300 }] } }])
})

test('a supplier named by hand survives a list that names none; the list\'s word replaces it', () => {
  const stored = after([row()], { products: list('周六果蔬团,草莓,2斤,10,,') })
  stored.suppliers = [{ _id: 's1', communityId: 'wty', name: '丹东果业', createdAt: 0 }, { _id: 's2', communityId: 'other', name: '绿源蔬菜', createdAt: 0 }]
  stored.groupBuys = stored.groupBuys.map(groupBuy => ({ ...groupBuy, arrivedAt: 5, products: groupBuy.products.map(product => ({ ...product, supplierId: 's1' })) }))
  expect(isEmptyPlan(plan([row()], { stored, products: list('周六果蔬团,草莓,2斤,10,,') }))).toBe(true)
  const named = plan([row()], { stored, products: list('周六果蔬团,草莓,2斤,10,绿源蔬菜,') })
  expect(named.suppliersToAdd).toMatchObject([{ name: '绿源蔬菜', communityId: 'wty' }])
  expect(carryOut(stored, named).groupBuys).toMatchObject([{ arrivedAt: 5, products: [{ supplierId: named.suppliersToAdd[0]?._id }] }])
})

test('a supplier or product renamed by hand is still found by the name it came with', () => {
  const products = list('周六果蔬团,草莓,2斤,10,丹东果业,')
  const stored = after([row()], { products })
  stored.suppliers = stored.suppliers.map(supplier => ({ ...supplier, name: '老李' }))
  stored.groupBuys = stored.groupBuys.map(groupBuy => ({ ...groupBuy, products: groupBuy.products.map(product => ({ ...product, title: '大草莓' })) }))
  expect(isEmptyPlan(plan([row()], { stored, products }))).toBe(true)
})

test('where the title of a product ends does not change its id', () => {
  const stored = after([row({ 商品: '小馄饨（冷冻）+1' })])
  const known = plan([row({ 商品: '小馄饨（冷冻）+1' })], { stored, products: list('周六果蔬团,小馄饨(冷冻),,10,,') })
  expect(known.groupBuysToChange).toEqual([])
  expect(known.ordersToChange).toEqual([])
})

test('an export with fewer columns or a masked phone takes nothing away', () => {
  const stored = after([row()])
  const poor = row({ 联系电话: '154****1234', 收货人: null, 详细地址: null, 自提点: null, 下单人: null, 支付时间: null })
  expect(isEmptyPlan(plan([poor], { stored }))).toBe(true)
  expect(plan([row({ 联系电话: '154****9999' })], { stored }).ordersToChange).toMatchObject([{ set: { phoneLast4: '9999', phoneHash: '' } }])
  const masked = after([poor])
  expect(plan([row()], { stored: masked }).ordersToChange).toMatchObject([{ set: { phoneHash: 'h15400001234', receiver: '朱子琪', room: '9号楼1504室' } }])
})

test('an export without 订单号 finds the orders by 跟团号, and the other way round', () => {
  expect(isEmptyPlan(plan([row({ 订单号: null })], { stored: after([row()]) }))).toBe(true)
  expect(isEmptyPlan(plan([row()], { stored: after([row({ 订单号: null })]) }))).toBe(true)
  const twice = after([row(), row({ 订单号: '2' })])
  expect(plan([row({ 订单号: null })], { stored: twice }).refused).toMatchObject([{ row: 2, code: 'AMBIGUOUS_ORDER' }])
})

test('an edited title is recognised by 订单号; an order number of another group-buy is refused', () => {
  const stored = after([row(), two])
  const edited = plan([row({ 团购标题: '周六果蔬团（加场）' })], { stored })
  expect(edited.groupBuysToAdd).toEqual([])
  expect(edited.groupBuysToChange).toMatchObject([{ set: { title: '周六果蔬团（加场）' } }])
  expect(edited.ordersToAdd).toEqual([])
  const renamed = carryOut(stored, edited)
  expect(isEmptyPlan(plan([row({ 团购标题: '周六果蔬团（加场）' })], { stored: renamed }))).toBe(true)
  expect(isEmptyPlan(plan([row(), two], { stored: renamed }))).toBe(true)
  const reused = plan([row({ 订单号: '77' })], { stored: renamed })
  expect(reused.groupBuysToAdd).toMatchObject([{ title: '周六果蔬团' }])
  expect(isEmptyPlan(plan([row({ 订单号: '77' })], { stored: carryOut(renamed, reused) }))).toBe(true)
  const moved = plan([row({ 团购标题: '周日面包团' }), two, row({ 团购标题: '周日面包团', 订单号: '9' })], { stored })
  expect(moved.refused).toMatchObject([{ row: 2, code: 'OTHER_GROUP_BUY' }])
  expect(moved.ordersToAdd).toMatchObject([{ key: '9' }])
})

test('another community\'s group-buy of the same title stays apart', () => {
  const stored = after([row()], { communityId: 'other' })
  const own = plan([row()], { stored })
  expect(own.groupBuysToAdd).toHaveLength(1)
  expect(own.ordersToAdd).toHaveLength(1)
  carryOut(stored, own)
})

const anyRow = fc.record({
  订单号: fc.constantFrom('A', 'B', 'C', 'D', null), 团购标题: fc.constantFrom('一团', '二团'), 跟团号: fc.integer({ min: 1, max: 3 }),
  商品: fc.array(fc.tuple(fc.constantFrom('草莓(2斤)', '脐橙', '小馄饨（冷冻）'), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 3 })
    .map(items => items.map(([name, count]) => `${name}+${count}`).join('\n')),
  订单金额: fc.integer({ min: 3, max: 99 }), 退款金额: fc.integer({ min: 0, max: 3 }),
  订单状态: fc.constantFrom('待支付', '已支付', '已取消', '已退款'), 联系电话: fc.constantFrom('15400001234', '154****1234', null),
})
const anySheet = fc.array(anyRow, { maxLength: 8 }).map(rows => rows.map(each => row(each)))
const anyList = fc.constantFrom([], list('一团,草莓,2斤,5,丹东果业,', '二团,脐橙,,3,绿源蔬菜,'), list(',草莓,2斤,6,,', ',小馄饨(冷冻),,2,弄堂食品,'))

test('whatever is imported in whatever order: twice is once, nothing is lost, lines add up', () => {
  fc.assert(fc.property(fc.array(fc.tuple(anySheet, anyList), { minLength: 1, maxLength: 4 }), imports => {
    let stored = nothing
    for (const [rows, products] of imports) {
      const readable = rows.length > 0
      const sheet = readable ? read([header, ...rows]) : { orders: [], refused: [] }
      const step = planImport({ communityId: 'wty', sheet, products, stored, now: 1, id })
      const next = carryOut(stored, step)
      for (const before of stored.groupBuys) {
        const kept = next.groupBuys.find(each => each._id === before._id)?.products.map(product => product.id) ?? []
        expect(kept).toEqual(expect.arrayContaining(before.products.map(product => product.id)))
      }
      expect(next.orders).toHaveLength(stored.orders.length + step.ordersToAdd.length)
      for (const order of next.orders) {
        expect(order.lines.reduce((sum, line) => sum + line.paid, 0)).toBe(order.total)
        expect(order.lines.every(line => line.paid >= 0 && line.productId !== '')).toBe(true)
        expect(new Set(order.lines.map(line => line.id)).size).toBe(order.lines.length)
        expect(order.refunded).toBeGreaterThanOrEqual(stored.orders.find(each => each._id === order._id)?.refunded ?? 0)
      }
      const again = planImport({ communityId: 'wty', sheet, products, stored: next, now: 2, id })
      expect({ ...again, older: [], refused: [], notClaimable: [] }).toMatchObject({ ordersToAdd: [], ordersToChange: [], groupBuysToAdd: [], groupBuysToChange: [], suppliersToAdd: [] })
      stored = next
    }
  }), { numRuns: 400 })
})
