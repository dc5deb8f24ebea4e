import { lineKey } from '../../domain/case/stage'
import { refuse } from '../../domain/contract/refusal'
import { askNotice } from '../../domain/notice/ask'
import type { Ask } from '../../domain/orders/ask'
import type { Order } from '../../domain/orders/order'
import { buyersOf } from '../lib/buyers'
import type { CaseDocument } from '../lib/cases'
import { ledGroupBuy } from '../lib/community'
import { db, insertOnce, MOST_DOCUMENTS } from '../lib/database'
import { deriveId } from '../lib/deriveId'
import type { UseCase } from '../lib/door'
import { incidentIdOf, type Batch } from '../lib/incidents'

/** Households asked at the same moment. */
const AT_ONCE = 16

/** Asks every other buyer of a bad batch, once: who reported it is not asked, who was asked is not asked again. */
export const askBuyers: UseCase<'askBuyers'> = async (caller, batch, now) => {
  const [groupBuy, buyers, reported] = await Promise.all([ledGroupBuy(caller, batch.groupBuyId), buyersOf(batch), reportedLines(batch)])
  if (!groupBuy.products.some(p => p.id === batch.productId)) refuse('NOT_FOUND', '找不到这个商品', 'productId')
  const open = buyers.flatMap(order => order.lines.filter(l => l.productId === batch.productId && !reported.has(lineKey(order._id, l.id))).map(line => ({ order, line })))
  const reachable = open.filter(({ order }) => order.residents.length > 0)
  for (let i = 0; i < reachable.length; i += AT_ONCE) {
    await Promise.all(reachable.slice(i, i + AT_ONCE).map(({ order, line }) => ask({
      _id: deriveId('ask', incidentIdOf(batch), order._id, line.id), communityId: groupBuy.communityId, ...batch, orderId: order._id, lineId: line.id,
      title: line.title, spec: line.spec, groupBuyTitle: groupBuy.title, askedAt: now, answer: null, answeredAt: null,
    }, order)))
  }
  return { asked: new Set(reachable.map(({ order }) => order._id)).size, unreachable: new Set(open.filter(({ order }) => order.residents.length === 0).map(({ order }) => order._id)).size }
}

/** The notices first: a question that nobody was told of would never be asked again. */
async function ask(question: Ask, order: Order): Promise<void> {
  await Promise.all(order.residents.map(personId => insertOnce('notices', askNotice(question, personId))))
  await insertOnce('asks', question)
}

async function reportedLines({ groupBuyId, productId }: Batch): Promise<Set<string>> {
  const { data } = await db.collection('cases').where({ groupBuyId, 'state.line.productId': productId }).field({ lineKey: true }).limit(MOST_DOCUMENTS).get()
  return new Set((data as Pick<CaseDocument, 'lineKey'>[]).map(c => c.lineKey))
}
