import { whyNotClaimable } from './claimable'
import { comparable } from './cell'
import { learnPrices } from './learnPrices'
import { matchOrders } from './matchOrders'
import { mergeProducts, type ListedProduct } from './mergeProducts'
import { newerFacts, whyOlder, type OrderFacts } from './newerOrder'
import type { GroupBuy, Order, OrderLine, Product, Supplier } from './order'
import { priceLines } from './priceLines'
import { productKey } from './productKey'
import type { ParsedOrder } from './readOrderRows'
import type { ParsedProduct } from './readProductRows'
import type { RefusedRow } from './sheet'

export interface ImportInput {
  communityId: string
  /** From `readOrderRows`; no orders when only a product list came. */
  sheet: { orders: readonly ParsedOrder[]; refused: readonly RefusedRow[] }
  /** From `readProductRows`; empty when no list came. */
  products: readonly ParsedProduct[]
  /** All that is stored of this community. Orders: at least those of the group-buys named in the sheet or list, and those with a key of the sheet. */
  stored: { groupBuys: readonly GroupBuy[]; orders: readonly Order[]; suppliers: readonly Supplier[] }
  /** Ms. */
  now: number
  /** A hash of its parts that keeps them apart: ('a','bc') and ('ab','c') differ. The same parts give the same id, for ever. */
  id: (...parts: string[]) => string
  /** Where a new group-buy's money was paid. */
  refundIn?: GroupBuy['refundIn']
}

/** What to write into a stored group-buy, guarded by `version`. Its arrival stays untouched. */
export interface GroupBuyChange {
  _id: string
  version: number
  set: { importedAt: number; title?: string; products?: Product[] }
}

/** What to write into a stored order. Never its residents: somebody may be binding it meanwhile. */
export interface OrderChange {
  _id: string
  /** null: not in this file; only the guess of what its lines cost became knowledge. */
  row: number | null
  before: Pick<Order, 'status' | 'total' | 'refunded'>
  set: { importedAt: number } & Partial<OrderFacts> & { lines?: OrderLine[] }
}

/** A product the leader is asked about. */
export interface ProductQuestion {
  groupBuyId: string
  groupBuyTitle: string
  productId: string
  title: string
  spec: string
  /** How many stored or coming orders hold it. */
  orders: number
}

/** A line whose amount is a guess until somebody names the price. */
export interface LineWithoutPrice {
  row: number
  orderId: string
  lineId: string
  title: string
  spec: string
  quantity: number
  /** Fen, as guessed. */
  paid: number
}

export interface ImportPlan {
  /** The group-buys that rows of the sheet belong to, under the ids they have or will have. */
  concerned: { id: string; title: string }[]
  groupBuysToAdd: GroupBuy[]
  groupBuysToChange: GroupBuyChange[]
  suppliersToAdd: Supplier[]
  ordersToAdd: Order[]
  ordersToChange: OrderChange[]
  /** Rows that say nothing new. */
  unchanged: number
  /** Rows that are older than what is stored; nothing is changed by them. */
  older: { row: number; orderId: string; reason: string }[]
  /** Rows that go in but cannot be claimed on: unpaid, cancelled, refunded. */
  notClaimable: { row: number; orderId: string; reason: string }[]
  productsWithoutSupplier: ProductQuestion[]
  productsWithoutPrice: ProductQuestion[]
  linesWithoutPrice: LineWithoutPrice[]
  /** Rows of the order sheet that do not go in: those of the reader, and those that fit no stored order. */
  refused: RefusedRow[]
}

/** Whether carrying the plan out would write anything. */
export function isEmptyPlan(plan: ImportPlan): boolean {
  return plan.groupBuysToAdd.length + plan.groupBuysToChange.length + plan.suppliersToAdd.length + plan.ordersToAdd.length + plan.ordersToChange.length === 0
}

/**
 * What an import would write. The preview shows this plan and the confirmation carries out this plan: one function for both.
 *
 * - Nothing is ever deleted: a shorter or older export leaves what it lacks. A row that would take an order back (paid after refunded, a
 *   smaller refund) is from an older export and changes nothing.
 * - A newer export updates status, refund, total, and whatever it knows more of; the residents who bound the order stay.
 * - What a line cost stays as first recorded, unless the order's total or basket changed, or the price of one of its products was unknown
 *   then and is known now (from a list, or from an order of that product alone). A price list that merely changed does not touch orders.
 * - A group-buy is known by its title; one whose title was edited is recognised by its 订单号 and keeps its id.
 * - The same file a second time gives an empty plan.
 */
export function planImport(input: ImportInput): ImportPlan {
  const plan: ImportPlan = {
    concerned: [], groupBuysToAdd: [], groupBuysToChange: [], suppliersToAdd: [], ordersToAdd: [], ordersToChange: [], unchanged: 0, older: [], notClaimable: [],
    productsWithoutSupplier: [], productsWithoutPrice: [], linesWithoutPrice: [], refused: [...input.sheet.refused],
  }
  const supplierIdOf = supplierIds(input, plan)
  for (const target of groupBuysConcerned(input)) {
    if (target.rows.length > 0) plan.concerned.push({ id: target._id, title: target.title })
    planGroupBuy(target, input, supplierIdOf, plan)
  }
  plan.refused.sort((a, b) => a.row - b.row)
  return plan
}

interface Target {
  _id: string
  title: string
  stored: GroupBuy | undefined
  rows: ParsedOrder[]
}

/** The group-buys the sheet has rows of, and the stored ones a list names. */
function groupBuysConcerned(input: ImportInput): Target[] {
  const stored = input.stored.groupBuys.filter(groupBuy => groupBuy.communityId === input.communityId)
  const byTitle = new Map(stored.map(groupBuy => [comparable(groupBuy.title), groupBuy]))
  const inFile = new Map<string, ParsedOrder[]>()
  for (const row of input.sheet.orders) {
    const title = comparable(row.groupBuyTitle)
    const rows = inFile.get(title)
    if (rows) rows.push(row)
    else inFile.set(title, [row])
  }
  const targets = new Map<string, Target>()
  for (const [title, rows] of inFile) {
    const groupBuy = byTitle.get(title) ?? renamed(rows, stored, input, new Set(inFile.keys()))
    const id = groupBuy?._id ?? newGroupBuyId(title, rows, stored, input)
    const target = targets.get(id)
    // Two new titles for one stored group-buy: nobody knows which is right, the rows of both go where their orders are.
    if (target) target.rows.push(...rows)
    else targets.set(id, { _id: id, title: rows[0]?.groupBuyTitle ?? title, stored: groupBuy, rows: [...rows] })
  }
  for (const product of input.products) {
    const groupBuy = byTitle.get(comparable(product.groupBuyTitle))
    if (groupBuy && !targets.has(groupBuy._id)) targets.set(groupBuy._id, { _id: groupBuy._id, title: groupBuy.title, stored: groupBuy, rows: [] })
  }
  return [...targets.values()]
}

/** Made of the title; when a group-buy that once had this title, and was renamed since, holds that id, of the first row's key as well. */
function newGroupBuyId(title: string, rows: readonly ParsedOrder[], stored: readonly GroupBuy[], input: ImportInput): string {
  const id = input.id('groupBuy', input.communityId, title)
  return stored.some(groupBuy => groupBuy._id === id) ? input.id('groupBuy', input.communityId, title, rows[0]?.key ?? '') : id
}

/** The stored group-buy that holds these rows' 订单号 under another title, which is gone from the file: the leader edited the title. */
function renamed(rows: readonly ParsedOrder[], stored: readonly GroupBuy[], input: ImportInput, titles: ReadonlySet<string>): GroupBuy | undefined {
  const numbers = new Set(rows.map(row => row.orderNumber).filter(number => number !== ''))
  const ids = new Set(input.stored.orders.filter(order => order.communityId === input.communityId && numbers.has(order.key)).map(order => order.groupBuyId))
  const [id] = ids
  const groupBuy = ids.size === 1 ? stored.find(each => each._id === id) : undefined
  return groupBuy && !titles.has(comparable(groupBuy.title)) ? groupBuy : undefined
}

/** Finds a supplier by name; one not stored yet is added to the plan the first time it is asked for. */
function supplierIds(input: ImportInput, plan: ImportPlan): (name: string) => string | null {
  const stored = input.stored.suppliers.filter(supplier => supplier.communityId === input.communityId)
  const known = new Map(stored.map(supplier => [comparable(supplier.name), supplier._id]))
  return name => {
    const plain = comparable(name)
    if (plain === '') return null
    const before = known.get(plain)
    if (before !== undefined) return before
    const _id = input.id('supplier', input.communityId, plain)
    known.set(plain, _id)
    // Stored under another name now, because the leader edited it: still the one that came by this name.
    if (!stored.some(supplier => supplier._id === _id)) plan.suppliersToAdd.push({ _id, communityId: input.communityId, name, createdAt: input.now })
    return _id
  }
}

function planGroupBuy(target: Target, input: ImportInput, supplierIdOf: (name: string) => string | null, plan: ImportPlan): void {
  const stored = input.stored.orders.filter(order => order.communityId === input.communityId)
  const { matched, refused } = matchOrders(target.rows, target._id, stored)
  plan.refused.push(...refused)
  const sold = matched.flatMap(({ row }) => row.lines)

  const offered = new Set([...target.stored?.products ?? [], ...sold].map(product => productKey(product.title, product.spec)))
  const list: ListedProduct[] = input.products.flatMap(product => {
    const ofThisGroupBuy = product.groupBuyTitle !== '' && [target.title, target.stored?.title ?? ''].some(title => comparable(title) === comparable(product.groupBuyTitle))
    if (!ofThisGroupBuy && (product.groupBuyTitle !== '' || !offered.has(productKey(product.title, product.spec)))) return []
    return [{ ...product, supplierId: supplierIdOf(product.supplier), ofThisGroupBuy }]
  })
  const { products, byKey } = mergeProducts(target.stored?.products ?? [], list, sold, key => input.id('product', target._id, key))

  const drafts = matched.map(({ row, stored: before }) => {
    const orderId = before?._id ?? input.id('order', input.communityId, target._id, row.key)
    const older = before ? whyOlder(row, before) : null
    return { row, before, orderId, older, lines: linesOf(row, orderId, byKey, input.id) }
  })
  const inFile = new Set(drafts.filter(draft => draft.older === null).map(draft => draft.orderId))
  const untouched = stored.filter(order => order.groupBuyId === target._id && !inFile.has(order._id))
  const learnt = learnPrices([...drafts.filter(draft => draft.older === null).map(draft => ({ total: draft.row.total, lines: draft.lines })), ...untouched])
  const byId = new Map<string, Product>()
  for (const product of products) {
    product.price ??= learnt.get(product.id) ?? null
    byId.set(product.id, product)
  }
  const newlyPriced = new Set((target.stored?.products ?? []).filter(product => product.price === null && byId.get(product.id)?.price !== null).map(product => product.id))
  const priced = (lines: readonly OrderLine[], total: number) => {
    const { paid, withoutPrice } = priceLines(lines.map(line => ({ quantity: line.quantity, price: byId.get(line.productId)?.price ?? null })), total)
    return { lines: lines.map((line, index) => ({ ...line, paid: paid[index] ?? 0 })), withoutPrice }
  }

  for (const { row, before, orderId, older, lines } of drafts) {
    if (before && older !== null) {
      plan.older.push({ row: row.row, orderId, reason: older })
      continue
    }
    const facts = newerFacts(row, before)
    const notClaimable = whyNotClaimable(facts)
    if (notClaimable !== null) plan.notClaimable.push({ row: row.row, orderId, reason: notClaimable })
    const kept = before !== undefined && sameBasket(before.lines, lines) ? before.lines : undefined
    const asRecorded = kept !== undefined && before?.total === facts.total && !kept.some(line => newlyPriced.has(line.productId))
    const final = asRecorded ? kept : priced(kept ?? lines, facts.total).lines
    for (const index of priced(final, facts.total).withoutPrice) {
      const line = final[index]
      if (line) plan.linesWithoutPrice.push({ row: row.row, orderId, lineId: line.id, title: line.title, spec: line.spec, quantity: line.quantity, paid: line.paid })
    }
    if (!before) {
      plan.ordersToAdd.push({
        _id: orderId, communityId: input.communityId, groupBuyId: target._id, key: row.key, ...facts, lines: final, residents: [], importedAt: input.now,
      })
      continue
    }
    const set = { ...differing(facts, before), ...(sameLines(before.lines, final) ? {} : { lines: final }) }
    if (Object.keys(set).length === 0) plan.unchanged++
    else plan.ordersToChange.push(change(before, row.row, set, input.now))
  }
  for (const order of untouched) {
    if (!order.lines.some(line => newlyPriced.has(line.productId))) continue
    const { lines } = priced(order.lines, order.total)
    if (!sameLines(order.lines, lines)) plan.ordersToChange.push(change(order, null, { lines }, input.now))
  }

  if (!target.stored) {
    plan.groupBuysToAdd.push({
      _id: target._id, communityId: input.communityId, title: target.title, refundIn: input.refundIn ?? 'otherApp', arrivedAt: null, products,
      importedAt: input.now, version: 1,
    })
  } else {
    // A title is edited away from the one the id was made of, never back to it: a file that has the first title is the older one.
    const first = input.id('groupBuy', input.communityId, comparable(target.title)) === target._id
    const title = first || comparable(target.title) === comparable(target.stored.title) ? {} : { title: target.title }
    const merged = JSON.stringify(products.map(inOrder)) === JSON.stringify(target.stored.products.map(inOrder)) ? {} : { products }
    const set = { ...title, ...merged }
    if (Object.keys(set).length > 0) plan.groupBuysToChange.push({ _id: target._id, version: target.stored.version, set: { ...set, importedAt: input.now } })
  }

  const baskets = [...drafts.filter(draft => draft.older === null).map(draft => draft.lines), ...untouched.map(order => order.lines)]
  for (const product of products) {
    const question: ProductQuestion = {
      groupBuyId: target._id, groupBuyTitle: target.title, productId: product.id, title: product.title, spec: product.spec,
      orders: baskets.filter(lines => lines.some(line => line.productId === product.id)).length,
    }
    if (product.supplierId === null) plan.productsWithoutSupplier.push(question)
    if (product.price === null) plan.productsWithoutPrice.push(question)
  }
}

/** Ids made of the product and its position among equal ones, so that they survive another order of lines in a newer export. */
function linesOf(row: ParsedOrder, orderId: string, byKey: ReadonlyMap<string, Product>, id: ImportInput['id']): OrderLine[] {
  const met = new Map<string, number>()
  return row.lines.map(({ title, spec, quantity }) => {
    const product = byKey.get(productKey(title, spec))
    const productId = product?.id ?? ''
    const position = met.get(productId) ?? 0
    met.set(productId, position + 1)
    return { id: id('line', orderId, productId, String(position)), productId, title: product?.title ?? title, spec: product?.spec ?? spec, quantity, paid: 0 }
  })
}

function sameBasket(a: readonly OrderLine[], b: readonly OrderLine[]): boolean {
  const plain = (lines: readonly OrderLine[]) => lines.map(line => `${line.id} ${line.quantity}`).sort().join('\n')
  return plain(a) === plain(b)
}

function sameLines(a: readonly OrderLine[], b: readonly OrderLine[]): boolean {
  return a.length === b.length && a.every((line, index) => line.id === b[index]?.id && line.quantity === b[index]?.quantity && line.paid === b[index]?.paid)
}

/** A database gives fields back in an order of its own. */
function inOrder(product: Product): unknown[] {
  return [product.id, product.title, product.spec, product.price, product.cost ?? null, product.supplierId, product.delivery]
}

function differing(facts: OrderFacts, before: Order): Partial<OrderFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([field, value]) => before[field as keyof OrderFacts] !== value))
}

function change(before: Order, row: number | null, set: Partial<OrderFacts> & { lines?: OrderLine[] }, now: number): OrderChange {
  return { _id: before._id, row, before: { status: before.status, total: before.total, refunded: before.refunded }, set: { ...set, importedAt: now } }
}
