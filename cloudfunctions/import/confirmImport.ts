import type { ImportResult } from '../../domain/contract/importReport'
import { refuse } from '../../domain/contract/refusal'
import type { ImportPlan } from '../../domain/orders/planImport'
import { _, app, db, findById, insertOnce, isDuplicate, updateOne } from '../lib/database'
import { deriveId } from '../lib/deriveId'
import type { UseCase } from '../lib/door'
import type { SupplierDocument } from '../lib/supplier'
import { lookAgain } from '../lib/warnings'
import { prepare } from './prepare'

/** What an import did, for whoever did not hear the answer. */
interface ImportDocument {
  _id: string
  communityId: string
  at: number
  result: ImportResult
}

/** Orders written in one request. */
const BATCH = 100

/**
 * Does what the preview showed. Not one transaction, but every step can be repeated: after a crash the same import writes what is missing.
 * Group-buys come before their orders, so that no order points to nothing. The files hold names and phones and are removed afterwards.
 */
export const confirmImport: UseCase<'confirmImport'> = async (caller, { digest, ...files }, now) => {
  const importId = deriveId('import', caller.personId, files.communityId, files.ordersFile, digest)
  // The answer was lost: the files are gone since, what was done is not.
  const done = await findById<ImportDocument>('imports', importId)
  if (done) return done.result
  const prepared = await prepare(caller, files, now)
  if (prepared.digest !== digest) refuse('FILE_CHANGED', '文件跟刚才看的不一样了，请重新看一遍', 'digest')
  const { plan } = prepared
  for (const supplier of plan.suppliersToAdd) await insertOnce<SupplierDocument>('suppliers', { ...supplier, people: [] })
  for (const groupBuy of plan.groupBuysToAdd) await insertOnce('groupBuys', groupBuy)
  for (let i = 0; i < plan.ordersToAdd.length; i += BATCH) await addOrders(plan.ordersToAdd.slice(i, i + BATCH))
  await changeOrders(plan)
  // Last: a price learnt here is what tells the next import that guessed lines may now be known.
  await changeGroupBuys(plan)
  // Somebody in it may have bought what is warned of.
  await lookAgain(files.communityId, now)
  const result = { ordersAdded: plan.ordersToAdd.length, ordersChanged: plan.ordersToChange.length, ordersUnchanged: plan.unchanged, groupBuys: plan.concerned }
  await insertOnce<ImportDocument>('imports', { _id: importId, communityId: files.communityId, at: now, result })
  await app.deleteFile({ fileList: prepared.fileIds })
  return result
}

/**
 * Guarded by what the plan was made against: of two imports at once the later one looks again, so that no refund is taken back. A decision about
 * money that looked at the order before looks again as well.
 */
async function changeOrders(plan: ImportPlan): Promise<void> {
  for (const { _id, before, set } of plan.ordersToChange) {
    const { lines, ...rest } = set
    const saved = await updateOne('orders', { _id, ...before }, { ...rest, ...(lines ? { lines: _.set(lines) } : {}), moneyVersion: _.inc(1) })
    if (!saved) refuse('ORDERS_CHANGED', '有人同时导入了这些订单，请再看一遍', 'ordersFile')
  }
}

async function changeGroupBuys(plan: ImportPlan): Promise<void> {
  for (const { _id, version, set } of plan.groupBuysToChange) {
    const { products, ...rest } = set
    const saved = await updateOne('groupBuys', { _id, version }, { ...rest, ...(products ? { products: _.set(products) } : {}), version: _.inc(1) })
    if (!saved) refuse('GROUP_BUY_CHANGED', '这个团刚刚有变动，请再点一次确认')
  }
}

async function addOrders(orders: ImportPlan['ordersToAdd']): Promise<void> {
  try {
    await db.collection('orders').add(orders)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    // An import that died midway, or two at once: whatever is there stays.
    for (const order of orders) await insertOnce('orders', order)
  }
}
