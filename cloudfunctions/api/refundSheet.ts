import { versionSeenBy } from '../../domain/case/effect'
import { refundSheet as sheetOf } from '../../domain/orders/refundSheet'
import type { Order } from '../../domain/orders/order'
import type { CaseDocument } from '../lib/cases'
import { ledGroupBuy } from '../lib/community'
import { _, db, MOST_DOCUMENTS } from '../lib/database'
import type { UseCase } from '../lib/door'

/** 退款表 of one group-buy: by household what is due and what was paid, held against the newest export. */
export const refundSheet: UseCase<'refundSheet'> = async (caller, { groupBuyId }, now) => {
  const [groupBuy, cases, exportedAt] = await Promise.all([ledGroupBuy(caller, groupBuyId), casesWithMoney(groupBuyId), newestExport(groupBuyId)])
  // Nothing is paid on what may yet be taken back.
  const settled = cases.filter(c => !c.recallable || (c.effectiveAt ?? 0) <= now)
  const orders = await ordersOf(settled)
  const versions = new Map(settled.map(c => [c._id, versionSeenBy(c.state, c.version, 'leader', now)]))
  const rows = sheetOf(orders, settled.map(c => c.state), exportedAt)
  return {
    title: groupBuy.title, refundIn: groupBuy.refundIn, exportedAt,
    rows: rows.map(row => ({ ...row, seen: Object.fromEntries(row.cases.map(c => [c.caseId, versions.get(c.caseId) ?? 1])) })),
  }
}

type Listed = Pick<CaseDocument, '_id' | 'state' | 'version' | 'orderId' | 'recallable' | 'effectiveAt'>

async function casesWithMoney(groupBuyId: string): Promise<Listed[]> {
  const { data } = await db.collection('cases').where({ groupBuyId, 'state.money': _.in(['due', 'paid']) })
    .field({ state: true, version: true, orderId: true, recallable: true, effectiveAt: true }).limit(MOST_DOCUMENTS).get()
  return data as Listed[]
}

async function newestExport(groupBuyId: string): Promise<number | null> {
  const { data } = await db.collection('imports').where({ 'result.groupBuys.id': groupBuyId }).orderBy('at', 'desc').field({ at: true }).limit(1).get()
  return (data as { at: number }[])[0]?.at ?? null
}

async function ordersOf(cases: readonly Listed[]): Promise<Order[]> {
  const ids = [...new Set(cases.map(c => c.orderId))]
  if (ids.length === 0) return []
  const { data } = await db.collection('orders').where({ _id: _.in(ids) }).limit(MOST_DOCUMENTS).get()
  return data as Order[]
}
