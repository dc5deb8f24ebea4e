import { mayHaveIt, type AffectedProduct } from '../../domain/hazard/affected'
import { NOT_REACHED } from '../../domain/hazard/warning'
import { supplierNotice, warningNotice, type WarningNews } from '../../domain/notice/hazard'
import type { Order } from '../../domain/orders/order'
import { buyersOf } from './buyers'
import { _, findById, insertOnce, updateOne } from './database'
import { deriveId } from './deriveId'
import { productsOf } from './findWarning'
import { householdId } from './households'
import type { SupplierDocument } from './supplier'
import { stepOn, warnedHouseholds, type WarnedHousehold, type WarningDocument } from './warnings'

/** Households told at the same moment. */
const AT_ONCE = 16
/** A call answers within this, so that progress is seen; what is left is the next call's, or the clock's. ms */
const LONGEST = 8_000

/** A household that has the product, by its orders. */
interface Buyers { householdId: string; orderIds: string[]; people: string[] }

/**
 * Tells everybody who is not told yet, as far as time allows; says the end of a warning in the same way. Whoever does it again, after a crash or at
 * the same time, tells nobody twice: a household's people first, then the household's own document, each under an id made of what it is about.
 * @returns the warning now; `toTell` is null once everybody is told
 */
export async function tellWarning(id: string): Promise<WarningDocument> {
  const until = Date.now() + LONGEST
  let warning = await loadWarning(id)
  while (warning.toTell !== null && Date.now() < until) {
    const { rounds } = warning
    const all = warning.state.state === 'active' ? await tellStart(warning, until) : await tellEnd(warning, until)
    // Somebody gave a reason to look again meanwhile: that look is still owed.
    if (all) await updateOne('warnings', { _id: id, rounds }, { toTell: null })
    warning = await loadWarning(id)
  }
  return warning
}

async function loadWarning(id: string): Promise<WarningDocument> {
  const warning = await findById<WarningDocument>('warnings', id)
  if (!warning) throw new Error(`warning ${id} is missing`)
  return warning
}

async function tellStart(warning: WarningDocument, until: number): Promise<boolean> {
  const products = await findProducts(warning)
  await markGroupBuys(warning, products)
  await tellSuppliers(warning, 'started')
  for (const supplierId of suppliersOf(products)) await stepOn(warning, { type: 'supplierTold', supplierId }, warning.state.startedBy, Date.now(), false)
  return tellBuyers(warning, products, until)
}

/** Wherever the product was sold by now; kept with the warning, for whoever may see counts. */
async function findProducts(warning: WarningDocument): Promise<AffectedProduct[]> {
  const products = await productsOf(warning.communityId, warning)
  if (JSON.stringify(products) !== JSON.stringify(warning.products)) await updateOne('warnings', { _id: warning._id }, { products: _.set(products), supplierIds: _.set(suppliersOf(products)) })
  warning.products = products
  warning.supplierIds = suppliersOf(products)
  return products
}

function suppliersOf(products: readonly AffectedProduct[]): string[] {
  return [...new Set(products.flatMap(p => (p.supplierId === null ? [] : [p.supplierId])))]
}

/** What stands at the product for whoever opens the group-buy or their home. Ends with the warning. */
export async function markGroupBuys({ _id: warningId, state }: WarningDocument, products: readonly AffectedProduct[]): Promise<void> {
  const mark = { warningId, doThis: state.doThis, held: state.held, at: state.startedAt }
  await Promise.all(products.map(({ groupBuyId, productId }) => (state.state === 'active'
    ? updateOne('groupBuys', { _id: groupBuyId }, { [`warnings.${productId}`]: _.set(mark) })
    : updateOne('groupBuys', { _id: groupBuyId, [`warnings.${productId}.warningId`]: warningId }, { [`warnings.${productId}`]: _.remove() }))))
}

async function tellSuppliers({ _id: warningId, title, state, supplierIds }: WarningDocument, news: WarningNews): Promise<void> {
  const suppliers = await Promise.all(supplierIds.map(id => findById<SupplierDocument>('suppliers', id)))
  const people = new Set(suppliers.flatMap(s => s?.people ?? []))
  await Promise.all([...people].map(personId => insertOnce('notices', supplierNotice({ warningId, title, warning: state }, news, personId))))
}

async function tellBuyers(warning: WarningDocument, products: readonly AffectedProduct[], until: number): Promise<boolean> {
  const orders: Order[] = []
  for (const product of products) orders.push(...await buyersOf(product))
  const known = new Map((await warnedHouseholds(warning._id)).map(h => [h.householdId, h]))
  const missing = householdsOf(orders.filter(mayHaveIt)).filter(h => isNew(h, known.get(h.householdId)))
  for (let i = 0; i < missing.length; i += AT_ONCE) {
    if (Date.now() > until) return false
    await Promise.all(missing.slice(i, i + AT_ONCE).map(h => tellHousehold(warning, h)))
  }
  return true
}

/** Each household once, however many orders and people it has. */
function householdsOf(orders: readonly Order[]): Buyers[] {
  const households = new Map<string, Buyers>()
  for (const order of orders) {
    const id = householdId(order)
    const known = households.get(id) ?? { householdId: id, orderIds: [], people: [] }
    households.set(id, { householdId: id, orderIds: [...new Set([...known.orderIds, order._id])], people: [...new Set([...known.people, ...order.residents])] })
  }
  return [...households.values()]
}

function isNew({ orderIds, people }: Buyers, known: WarnedHousehold | undefined): boolean {
  return !known || orderIds.some(id => !known.orderIds.includes(id)) || people.some(id => !known.people.includes(id))
}

/** The messages first: a household on the list whose people were never told would never be told again. */
async function tellHousehold(warning: WarningDocument, { householdId: id, orderIds, people }: Buyers): Promise<void> {
  const about = { warningId: warning._id, title: warning.title, warning: warning.state }
  await Promise.all(people.map(personId => insertOnce('notices', warningNotice(about, 'started', personId))))
  const household: WarnedHousehold = { _id: warnedId(warning._id, id), warningId: warning._id, householdId: id, orderIds, people, reach: NOT_REACHED, events: [], version: 1 }
  if (await insertOnce('warnedHouseholds', household)) return
  await updateOne('warnedHouseholds', { _id: household._id }, { orderIds: _.addToSet({ $each: orderIds }), people: _.addToSet({ $each: people }) })
}

/** Puts households on the list at once: whoever says 知道了 before they were found. @returns them as they are now */
export async function ensureHouseholds(warning: WarningDocument, orders: readonly Order[]): Promise<WarnedHousehold[]> {
  const found = householdsOf(orders)
  await Promise.all(found.map(h => tellHousehold(warning, h)))
  return (await Promise.all(found.map(h => findById<WarnedHousehold>('warnedHouseholds', warnedId(warning._id, h.householdId))))).flatMap(h => (h ? [h] : []))
}

function warnedId(warningId: string, household: string): string {
  return deriveId('warned', warningId, household)
}

/** Everybody who was told that there is a danger is told that it is over. */
async function tellEnd(warning: WarningDocument, until: number): Promise<boolean> {
  await markGroupBuys(warning, warning.products)
  await tellSuppliers(warning, 'lifted')
  const people = [...new Set((await warnedHouseholds(warning._id)).flatMap(h => h.people))]
  const about = { warningId: warning._id, title: warning.title, warning: warning.state }
  for (let i = 0; i < people.length; i += AT_ONCE) {
    if (Date.now() > until) return false
    await Promise.all(people.slice(i, i + AT_ONCE).map(personId => insertOnce('notices', warningNotice(about, 'lifted', personId))))
  }
  return true
}
