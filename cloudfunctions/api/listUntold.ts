import { stageOf } from '../../domain/case/stage'
import { tellingOf, type Copied } from '../../domain/notice/telling'
import type { Order } from '../../domain/orders/order'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { readAsLeader } from '../lib/community'
import { _, db, MOST_DOCUMENTS } from '../lib/database'
import type { UseCase } from '../lib/door'
import { page } from '../lib/oneRequest'
import { untoldIn } from '../lib/untold'

/** Ids in one question. */
const AT_ONCE = 200

/**
 * 还没告诉到: something was decided, done or promised, and the household is not here, or neither opened it since nor got WeChat's copy of it.
 * The longest untold first.
 */
export const listUntold: UseCase<'listUntold'> = async (caller, { communityId }, now) => {
  const { untold } = await readAsLeader(caller, communityId, {
    untold: page<Untold>('cases', untoldIn(communityId, caller.personId, now), { sort: { toTell: 1 }, limit: MOST_DOCUMENTS, fields: { ...CARD_FIELDS, noticesDueAt: true } }),
  })
  const [found, copies] = await Promise.all([byIds<Order>('orders', untold.map(c => c.state.line.orderId)), copiesFor(untold, now)])
  const orders = new Map(found.map(o => [o._id, o]))
  return {
    cases: untold.map(({ state: c, version, noticesDueAt }) => ({
      caseId: c.id, seen: version, groupBuyId: c.groupBuyId, groupBuyTitle: c.line.groupBuyTitle, orderId: c.line.orderId, title: c.line.title, stage: stageOf(c), remedy: c.remedy ?? null, amount: c.amount, buyer: c.line.buyer, joinNumber: c.line.joinNumber, room: c.line.room,
      phoneLast4: orders.get(c.line.orderId)?.phoneLast4 ?? '', bound: c.residentId !== null, since: c.toTell ?? now,
      telling: c.residentId === null ? null : tellingOf(copies.get(c.id) ?? [], { residentId: c.residentId, since: c.toTell ?? now, isWritten: noticesDueAt === null }, now),
    })),
  }
}

type Untold = Pick<CaseDocument, 'state' | 'version' | 'noticesDueAt'>

/** What those who are here were written since there is something to tell, by case. */
async function copiesFor(untold: readonly Untold[], now: number): Promise<Map<string, Copied[]>> {
  const here = untold.filter(({ state }) => state.residentId !== null).map(({ state }) => state)
  const since = Math.min(now, ...here.map(c => c.toTell ?? now))
  const copies = new Map<string, Copied[]>()
  for (let from = 0; from < here.length; from += AT_ONCE) {
    const { data } = await db.collection('notices').where({ caseId: _.in(here.slice(from, from + AT_ONCE).map(c => c.id)), as: 'resident', at: _.gte(since) })
      .orderBy('at', 'desc').field({ caseId: true, personId: true, at: true, copy: true, copyAt: true, copyError: true }).limit(MOST_DOCUMENTS).get()
    for (const copy of data as Copied[]) copies.set(copy.caseId, [...copies.get(copy.caseId) ?? [], copy])
  }
  return copies
}

async function byIds<T>(collection: string, ids: readonly string[]): Promise<T[]> {
  const found: T[] = []
  const unique = [...new Set(ids)]
  for (let from = 0; from < unique.length; from += AT_ONCE) {
    const { data } = await db.collection(collection).where({ _id: _.in(unique.slice(from, from + AT_ONCE)) }).limit(AT_ONCE).get()
    found.push(...(data as T[]))
  }
  return found
}
