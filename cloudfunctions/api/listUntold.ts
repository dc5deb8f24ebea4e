import { stageOf } from '../../domain/case/stage'
import type { Order } from '../../domain/orders/order'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { asLeader } from '../lib/community'
import { _, db, MOST_DOCUMENTS } from '../lib/database'
import type { UseCase } from '../lib/door'
import { untoldIn } from '../lib/untold'

/** Ids in one question. */
const AT_ONCE = 200

/**
 * 还没告诉到: something was decided, done or promised, and the household is not here, or neither opened it since nor got WeChat's copy of it.
 * The longest untold first.
 */
export const listUntold: UseCase<'listUntold'> = async (caller, { communityId }, now) => {
  await asLeader(caller, communityId)
  const { data } = await db.collection('cases').where(untoldIn(communityId, caller.personId, now)).orderBy('toTell', 'asc').field(CARD_FIELDS).limit(MOST_DOCUMENTS).get()
  const untold = data as Pick<CaseDocument, 'state' | 'version'>[]
  const orders = new Map((await byIds<Order>('orders', untold.map(c => c.state.line.orderId))).map(o => [o._id, o]))
  return {
    cases: untold.map(({ state: c, version }) => ({
      caseId: c.id, seen: version, groupBuyId: c.groupBuyId, groupBuyTitle: c.line.groupBuyTitle, orderId: c.line.orderId, title: c.line.title, stage: stageOf(c), remedy: c.remedy ?? null, amount: c.amount, buyer: c.line.buyer, joinNumber: c.line.joinNumber, room: c.line.room,
      phoneLast4: orders.get(c.line.orderId)?.phoneLast4 ?? '', bound: c.residentId !== null, since: c.toTell ?? now,
    })),
  }
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
