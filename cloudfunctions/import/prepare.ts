import { createHash, createHmac } from 'node:crypto'
import { refuse, Refused, refusal } from '../../domain/contract/refusal'
import type { GroupBuy, Order } from '../../domain/orders/order'
import { planImport, type ImportPlan } from '../../domain/orders/planImport'
import { readOrderRows, type OrderSheet } from '../../domain/orders/readOrderRows'
import { readProductRows, type ProductSheet } from '../../domain/orders/readProductRows'
import { knownProducts } from '../../domain/orders/knownProducts'
import type { SheetRefusal } from '../../domain/orders/sheet'
import type { Caller } from '../lib/caller'
import { asLeader } from '../lib/community'
import { db, MOST_DOCUMENTS } from '../lib/database'
import { deriveId } from '../lib/deriveId'
import { uploadPrefix } from '../lib/evidence'
import { download, fileIdOf, pathOf } from '../lib/storage'
import type { SupplierDocument } from '../lib/supplier'
import { rowsOf } from './rowsOf'

export interface ImportFiles {
  communityId: string
  ordersFile: string
  productsFile?: string | undefined
}

export interface Prepared {
  /** Of both files' bytes. */
  digest: string
  sheet: OrderSheet
  products: ProductSheet | null
  stored: { groupBuys: GroupBuy[]; orders: Order[]; suppliers: SupplierDocument[] }
  plan: ImportPlan
  /** What was read from, for removing it afterwards. */
  fileIds: string[]
}

/** A season of one community's exports has some hundred KB. Bytes. */
const LARGEST_FILE = 10 * 1024 * 1024

/** Reads the files and works out what they would change: the same work for the preview and for the confirmation. */
export async function prepare(caller: Caller, files: ImportFiles, now: number): Promise<Prepared> {
  await asLeader(caller, files.communityId)
  const ordersBytes = await ownFile(caller, files.ordersFile, 'ordersFile')
  const productsBytes = files.productsFile === undefined ? null : await ownFile(caller, files.productsFile, 'productsFile')
  const products = productsBytes && read(readProductRows(await rowsOf(productsBytes.bytes, 'productsFile')), 'productsFile')
  const list = products?.products ?? []
  const stored = await storedOf(files.communityId)
  const known = knownProducts(list, stored.groupBuys)
  const sheet = read(readOrderRows(await rowsOf(ordersBytes.bytes, 'ordersFile'), { hash: phoneHash(), products: known }), 'ordersFile')
  return {
    digest: createHash('sha256').update(ordersBytes.bytes).update('\0').update(productsBytes?.bytes ?? '').digest('hex'),
    sheet, products, stored,
    plan: planImport({ communityId: files.communityId, sheet, products: list, stored, now, id: deriveId }),
    fileIds: [ordersBytes.fileId, ...(productsBytes ? [productsBytes.fileId] : [])],
  }
}

function read<T extends { ok: true }>(result: T | SheetRefusal, field: string): T {
  if (!result.ok) throw new Refused(refusal(result.code, result.message, field))
  return result
}

async function ownFile(caller: Caller, fileId: string, field: string): Promise<{ bytes: Buffer; fileId: string }> {
  const path = pathOf(fileId)
  if (!path.startsWith(uploadPrefix(caller))) refuse('NOT_YOUR_UPLOAD', '找不到这个文件，请重新选', field)
  const own = await fileIdOf(path)
  const bytes = await download(own, LARGEST_FILE)
  if (bytes === null) refuse('UPLOAD_NOT_FOUND', '文件没传上来，请重新选', field)
  if (bytes === 'TOO_LARGE') refuse('FILE_TOO_LARGE', '这个文件太大了（最大 10 MB）', field)
  return { bytes, fileId: own }
}

/** Phones are kept as a keyed hash only: whoever reads the database cannot try all phone numbers without the deployment's key. */
function phoneHash(): (phone: string) => string {
  const key = process.env['PHONE_HASH_KEY']
  if (!key || key.length < 16) throw new Error('PHONE_HASH_KEY is not set for the function import: a random text of at least 16 characters, never changed')
  return phone => createHmac('sha256', key).update(phone).digest('hex').slice(0, 32)
}

async function storedOf(communityId: string): Promise<Prepared['stored']> {
  const [groupBuys, orders, suppliers] = await Promise.all([
    all<GroupBuy>('groupBuys', { communityId }), all<Order>('orders', { communityId }), all<SupplierDocument>('suppliers', { communityId }),
  ])
  return { groupBuys, orders, suppliers }
}

async function all<T>(collection: string, query: object): Promise<T[]> {
  const found: T[] = []
  for (;;) {
    const { data } = await db.collection(collection).where(query).orderBy('_id', 'asc').skip(found.length).limit(MOST_DOCUMENTS).get()
    found.push(...(data as T[]))
    if (data.length < MOST_DOCUMENTS) return found
  }
}
