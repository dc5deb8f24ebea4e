/** Whole files as they come: bytes → rows → orders → plan. The shared samples where they are at hand, the demo's own files always. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { bindOrders, ordersOfHousehold } from './bindOrders'
import type { Cell, Row } from './cell'
import { isClaimable } from './claimable'
import { csvRows } from './csvRows'
import { knownProducts } from './knownProducts'
import { isEmptyPlan, planImport } from './planImport'
import { readOrderRows } from './readOrderRows'
import { readProductRows } from './readProductRows'
import { carryOut, hash, nothing, type Stored } from './testing'

const root = path.resolve(__dirname, '../..')
const demo = path.join(root, 'stage/demo')
const samples = path.join(root, '../shared/samples/orders')
const id = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)

async function rowsOf(file: string): Promise<Row[]> {
  return await readSheet(file) as unknown as Cell[][]
}

async function importFiles(orders: string, products: string, stored: Stored = nothing) {
  const list = readProductRows(csvRows(readFileSync(products, 'utf8')) ?? [])
  if (!list.ok) throw new Error(list.message)
  const sheet = readOrderRows(await rowsOf(orders), { hash, products: knownProducts(list.products, stored.groupBuys) })
  if (!sheet.ok) throw new Error(sheet.message)
  const input = { communityId: 'wty', sheet, products: list.products, now: Date.parse('2026-11-22T09:00:00+08:00'), id }
  const plan = planImport({ ...input, stored })
  const after = carryOut(stored, plan)
  return { list, sheet, plan, after, again: planImport({ ...input, stored: after, now: input.now + 1 }) }
}

const shared = existsSync(path.join(samples, 'ktt-orders.xlsx'))
if (!shared) console.log(`${samples} is not here: the whole sample export is skipped, the demo's export is imported all the same`)

describe('the sample export', () => {
  const whenShared = shared ? test : test.skip

  whenShared('all 56 rows go in, list prices make the totals, 9 cannot be claimed on', async () => {
    const { sheet, plan, after, again, list } = await importFiles(path.join(samples, 'ktt-orders.xlsx'), path.join(samples, 'suppliers.csv'))
    expect(sheet).toMatchObject({ headerRow: 1, missing: [], refused: [], warnings: [], ignored: [] })
    expect(sheet.orders).toHaveLength(56)
    expect(list.refused).toEqual([])
    expect(plan.refused).toEqual([])
    expect(plan.ordersToAdd).toHaveLength(56)
    expect(plan.groupBuysToAdd.map(groupBuy => groupBuy.products.length)).toEqual([4, 3, 3])
    expect(plan.suppliersToAdd).toHaveLength(7)
    expect([plan.productsWithoutSupplier, plan.productsWithoutPrice, plan.linesWithoutPrice]).toEqual([[], [], []])
    expect(plan.notClaimable).toHaveLength(9)
    expect(after.orders.filter(order => !isClaimable(order))).toHaveLength(9)
    const products = new Map(after.groupBuys.flatMap(groupBuy => groupBuy.products).map(product => [product.id, product]))
    for (const order of after.orders) for (const line of order.lines) expect(line.paid).toBe((products.get(line.productId)?.price ?? NaN) * line.quantity)
    expect(after.orders.filter(order => order.phoneHash === '')).toHaveLength(12)
    expect(after.orders.every(order => /^\d{4}$/.test(order.phoneLast4) && /^\d+号楼\d+室$/.test(order.room) && order.paidAt !== null && !order.receiver.includes('['))).toBe(true)
    expect(isEmptyPlan(again)).toBe(true)
    expect(again.unchanged).toBe(56)
  })

  whenShared('names are cut the same without the product list, and prices are learnt where single orders tell', async () => {
    const file = path.join(samples, 'ktt-orders.xlsx')
    const [withList, sheet] = [await importFiles(file, path.join(samples, 'suppliers.csv')), readOrderRows(await rowsOf(file), { hash })]
    if (!sheet.ok) throw new Error(sheet.message)
    expect(sheet.orders).toEqual(withList.sheet.orders)
    const plan = planImport({ communityId: 'wty', sheet, products: [], stored: nothing, now: 0, id })
    const listed = new Map(withList.after.groupBuys.flatMap(groupBuy => groupBuy.products).map(product => [product.id, product.price]))
    const learnt = plan.groupBuysToAdd.flatMap(groupBuy => groupBuy.products).filter(product => product.price !== null)
    expect(learnt.length).toBeGreaterThan(5)
    for (const product of learnt) expect(product.price).toBe(listed.get(product.id))
  })

  whenShared('the export with one row per product is told apart', async () => {
    expect(readOrderRows(await rowsOf(path.join(samples, 'ktt-items.xlsx')), { hash })).toMatchObject({ ok: false, code: 'OTHER_EXPORT' })
  })
})

describe('the demo export', () => {
  const files = [path.join(demo, 'orders.xlsx'), path.join(demo, 'products.csv')] as const

  test('36 orders in two group-buys, five of them not claimable, one masked phone, one product to ask about', async () => {
    const { sheet, plan, after, again } = await importFiles(...files)
    expect(sheet).toMatchObject({ missing: [], refused: [], warnings: [], ignored: [] })
    expect(plan.groupBuysToAdd.map(groupBuy => [groupBuy.title, groupBuy.products.length])).toEqual([['11.21 周六果蔬团', 5], ['11.22 周日面包团', 3]])
    expect(plan.suppliersToAdd.map(supplier => supplier.name).sort()).toEqual(['丹东果业', '绿源蔬菜', '麦香烘焙'].sort())
    expect(after.orders).toHaveLength(36)
    expect(plan.notClaimable).toHaveLength(5)
    expect(plan.productsWithoutSupplier).toMatchObject([{ title: '崇明小土豆+小葱组合', spec: '3斤' }])
    expect(plan.linesWithoutPrice).toEqual([])
    expect(after.orders.filter(order => order.phoneHash === '').map(order => [order.joinNumber, order.phoneLast4])).toEqual([['15', '8842']])
    expect(isEmptyPlan(again)).toBe(true)
  })

  test('王阿姨 finds her order by 跟团号 7 and 6027, and with it her bread; 跟团号 15 needs the leader', async () => {
    const { after } = await importFiles(...files)
    const groupBuyId = after.groupBuys[0]?._id ?? ''
    const binding = bindOrders({ groupBuyId, joinNumber: '7', phoneLast4: '6027' }, after.orders, [], 0)
    if (!binding.ok) throw new Error(binding.message)
    expect(binding.matched).toMatchObject([{ buyer: '王阿姨', total: 15910, lines: [{ quantity: 2, paid: 11980 }, { paid: 650 }, { paid: 3280 }] }])
    expect(ordersOfHousehold(binding.matched, after.orders)).toMatchObject([{ buyer: '王阿姨', lines: [{ title: '北海道吐司' }, { title: '【预售】蛋黄酥礼盒' }] }])
    expect(bindOrders({ groupBuyId, joinNumber: '15', phoneLast4: '8842' }, after.orders, [], 0)).toMatchObject({ code: 'BINDING_NEEDS_LEADER' })
  })

  test('the newer export: status and refunds move, one order joins, and the old file afterwards changes nothing', async () => {
    const { after } = await importFiles(...files)
    const newer = await importFiles(path.join(demo, 'orders-newer.xlsx'), files[1], after)
    expect(newer.plan.ordersToAdd).toMatchObject([{ buyer: '新邻居' }])
    expect(newer.plan.groupBuysToChange).toEqual([])
    const changed = newer.plan.ordersToChange.map(change => newer.after.orders.find(order => order._id === change._id))
    expect(changed.find(order => order?.joinNumber === '7')).toMatchObject({ buyer: '王阿姨', status: 'paid', refunded: 5990 })
    expect(changed.find(order => order?.joinNumber === '11')).toMatchObject({ status: 'refunded', refunded: 17970 })
    expect(changed.find(order => order?.joinNumber === '19')).toMatchObject({ status: 'paid', paidAt: expect.any(Number) })
    expect(changed).toHaveLength(3)
    const old = await importFiles(files[0], files[1], newer.after)
    expect(isEmptyPlan(old.plan)).toBe(true)
    expect(old.plan.older).toHaveLength(3)
  })

  test('its generator writes the same bytes again', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'demo-exports-'))
    try {
      execFileSync(process.execPath, [path.join(demo, 'make-exports.mjs'), folder])
      for (const file of ['orders.xlsx', 'orders-newer.xlsx', 'products.csv']) {
        expect(readFileSync(path.join(folder, file)).equals(readFileSync(path.join(demo, file)))).toBe(true)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
