import type { MoneyState } from '../../domain/case/case'
import { versionSeenBy } from '../../domain/case/effect'
import { clocksOf } from '../../domain/clock/communityClocks'
import type { GroupBuy, Order } from '../../domain/orders/order'
import { refundSheet, type RefundRow } from '../../domain/orders/refundSheet'
import type { Caller } from './caller'
import { stateLookedAt } from './caseMoney'
import { notHiddenFrom, type CaseDocument } from './cases'
import { ledGroupBuyAndCommunity } from './community'
import { _, db, MOST_DOCUMENTS } from './database'

interface Refunds {
  groupBuy: GroupBuy
  exportedAt: number | null
  rows: (RefundRow & { seen: Record<string, number> })[]
  /** What was decided and may yet be taken back; the last of it takes effect after `left` ms. Null where there is nothing. */
  pending: { cases: number; left: number } | null
}

/** 退款表 of a group-buy that the caller leads: by household what is due and what was paid, held against the newest export. `seen` by case, for deciding. */
export async function loadRefunds(caller: Caller, groupBuyId: string, now: number): Promise<Refunds> {
  const [{ groupBuy, community }, cases, exportedAt] = await Promise.all([ledGroupBuyAndCommunity(caller, groupBuyId), casesWithMoney(caller, groupBuyId), newestExport(groupBuyId)])
  // Nothing is paid on what may yet be taken back.
  const settled = cases.filter(c => !c.recallable || (c.effectiveAt ?? 0) <= now)
  const versions = new Map(settled.map(c => [c._id, versionSeenBy(c.state, c.version, 'leader', now)]))
  const clocks = clocksOf(community)
  const rows = refundSheet(await ordersOf(settled), settled.map(c => stateLookedAt(c.state, { clocks })), exportedAt)
  const pending = cases.filter(c => !settled.includes(c))
  return { groupBuy, exportedAt, pending: pending.length === 0 ? null : { cases: pending.length, left: Math.max(...pending.map(c => (c.effectiveAt ?? 0) - now)) }, rows: rows.map(row => ({ ...row, seen: Object.fromEntries(row.cases.map(c => [c.caseId, versions.get(c.caseId) ?? 1])) })) }
}

/** Decided, and not with the household yet. */
export const UNPAID: MoneyState[] = ['due', 'paying', 'failed']

type Listed = Pick<CaseDocument, '_id' | 'state' | 'version' | 'orderId' | 'recallable' | 'effectiveAt'>

/** What is hidden from the leader's side is for nobody who may ask. */
async function casesWithMoney(caller: Caller, groupBuyId: string): Promise<Listed[]> {
  const { data } = await db.collection('cases').where({ groupBuyId, ...notHiddenFrom(caller.personId, []), 'state.hiddenIn': _.exists(false), 'state.money': _.in([...UNPAID, 'paid', 'confirmed']) })
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
