import { randomUUID } from 'node:crypto'
import { COMMUNITY, type House, type Someone } from './openHouse'

/** A group-buy of one product that a whole estate bought, as large as a story needs. */
export const BERRIES = '11.21 草莓大团'
const PRICE = 2990
/** What the leader pays the supplier for a box. */
export const COST = 2000

/** The export as the leader's tool gives it: one household a row, each with a phone of its own, one to three boxes. `refunded`: fen by 跟团号. */
export function exportOf(households: number, refunded: Record<number, number> = {}): string {
  const rows = Array.from({ length: households }, (_, i) => {
    const n = i + 1
    const boxes = 1 + (i % 3)
    return [`B${String(n).padStart(6, '0')}`, BERRIES, n, `邻居${n}`, `草莓(2斤/盒)+${boxes}`, (PRICE * boxes / 100).toFixed(2), ((refunded[n] ?? 0) / 100).toFixed(2), '已支付', '南门自提柜', `收货${n}`, `139${String(10_000_000 + n)}`, `${1 + (i % 20)}号楼${100 + (i % 600)}室`].join(',')
  })
  return ['订单号,团购标题,跟团号,下单人,商品,订单金额,退款金额,订单状态,自提点,收货人,联系电话,详细地址', ...rows].join('\r\n')
}

export const PRODUCTS = ['团购标题,商品,规格,单价,成本价,供货商,配送', `${BERRIES},草莓,2斤/盒,${(PRICE / 100).toFixed(2)},${(COST / 100).toFixed(2)},丹东果业,自提`].join('\r\n')

export interface Estate {
  groupBuyId: string
  productId: string
  supplierId: string
  /** In the order of 跟团号, from 1 on. */
  lines: { orderId: string; lineId: string; quantity: number; paid: number }[]
}

/** Imports the group-buy through the leader's own calls; all its orders belong to `resident`, who has as many households. `refunded`: fen by 跟团号. */
export async function importEstate(house: House, leader: Someone, households: number, resident: Someone, refunded: Record<number, number> = {}): Promise<Estate> {
  const { uploadPrefix } = await leader.call('whoAmI', {})
  const upload = (text: string) => leader.upload(`${uploadPrefix}${randomUUID()}.csv`, Buffer.from(text))
  const files = { communityId: COMMUNITY.communityId, ordersFile: await upload(exportOf(households, refunded)), productsFile: await upload(PRODUCTS) }
  const { digest } = await leader.call('previewImport', files)
  await leader.call('confirmImport', { ...files, digest })
  const { groupBuys } = await leader.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const groupBuy = groupBuys.find(g => g.title === BERRIES)
  const product = groupBuy?.products[0]
  if (!groupBuy || !product?.supplierId) throw new Error('the estate was not imported')
  const { personId } = await resident.call('whoAmI', {})
  // Binding hundreds of households one by one is another story.
  await house.db.collection('orders').where({ groupBuyId: groupBuy.id }).update({ residents: [personId] })
  type Stored = { _id: string; joinNumber: string; lines: { id: string; quantity: number; paid: number }[] }
  const orders: Stored[] = []
  for (let left = true; left;) {
    const { data } = await house.db.collection('orders').where({ groupBuyId: groupBuy.id }).orderBy('_id', 'asc').skip(orders.length).limit(1000).get() as { data: Stored[] }
    orders.push(...data)
    left = data.length === 1000
  }
  const lines = orders.sort((a, b) => Number(a.joinNumber) - Number(b.joinNumber)).map(({ _id, lines: [line] }) => ({ orderId: _id, lineId: line?.id ?? '', quantity: line?.quantity ?? 0, paid: line?.paid ?? 0 }))
  return { groupBuyId: groupBuy.id, productId: product.id, supplierId: product.supplierId, lines }
}

/** Files one bad box of some households, each with a photo. @returns the cases, in the same order */
export async function reportBad(resident: Someone, lines: readonly Estate['lines'][number][], damage: 10 | 30 | 50 | 80 | 100 = 100): Promise<{ caseId: string; seen: number; asked: number }[]> {
  const reported: { caseId: string; seen: number; asked: number }[] = []
  for (let i = 0; i < lines.length; i += 16) {
    reported.push(...await Promise.all(lines.slice(i, i + 16).map(async ({ orderId, lineId, quantity, paid }) => {
      const asked = Math.floor((2 * paid * damage + quantity * 100) / (2 * quantity * 100))
      const { view } = await resident.call('fileCase', {
        caseId: randomUUID(), orderId, lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage }, wish: { kind: 'refund', amount: asked },
        photos: [await resident.photo()], words: '',
      })
      return { caseId: view.id, seen: view.version, asked }
    })))
  }
  return reported
}
