import type { CaseState } from '../../domain/case/case'
import { refuse } from '../../domain/contract/refusal'
import { askNotice } from '../../domain/notice/ask'
import type { Ask } from '../../domain/orders/ask'
import { whoSaidNothing } from '../../domain/orders/batchBuyers'
import type { Order } from '../../domain/orders/order'
import { buyersOf } from '../lib/buyers'
import { CARD_FIELDS, OF_BATCH, type CaseDocument } from '../lib/cases'
import { ledGroupBuy } from '../lib/community'
import { db, insertOnce, MOST_DOCUMENTS } from '../lib/database'
import { deriveId } from '../lib/deriveId'
import type { UseCase } from '../lib/door'
import { incidentIdOf, type Batch } from '../lib/incidents'

/** Households asked at the same moment. */
const AT_ONCE = 16

/** Asks every other buyer of a bad batch, once: who reported it is not asked, who was asked is not asked again. */
export const askBuyers: UseCase<'askBuyers'> = async (caller, batch, now) => {
  const [groupBuy, buyers, cases] = await Promise.all([ledGroupBuy(caller, batch.groupBuyId), buyersOf(batch), casesOf(batch)])
  if (!groupBuy.products.some(p => p.id === batch.productId)) refuse('NOT_FOUND', '找不到这个商品', 'productId')
  const { here, away } = whoSaidNothing(buyers, cases)
  const toAsk = here.flatMap(order => order.lines.filter(l => l.productId === batch.productId).map(line => ({ order, line })))
  for (let i = 0; i < toAsk.length; i += AT_ONCE) {
    await Promise.all(toAsk.slice(i, i + AT_ONCE).map(({ order, line }) => ask({
      _id: deriveId('ask', incidentIdOf(batch), order._id, line.id), communityId: groupBuy.communityId, ...batch, orderId: order._id, lineId: line.id,
      title: line.title, spec: line.spec, groupBuyTitle: groupBuy.title, askedAt: now, answer: null, answeredAt: null,
    }, order)))
  }
  return { asked: here.length, unreachable: away.length }
}

/** The notices first: a question that nobody was told of would never be asked again. */
async function ask(question: Ask, order: Order): Promise<void> {
  await Promise.all(order.residents.map(personId => insertOnce('notices', askNotice(question, personId))))
  await insertOnce('asks', question)
}

async function casesOf({ groupBuyId, productId }: Batch): Promise<CaseState[]> {
  const { data } = await db.collection('cases').where({ groupBuyId, 'state.line.productId': productId, ...OF_BATCH }).field(CARD_FIELDS).limit(MOST_DOCUMENTS).get()
  return (data as Pick<CaseDocument, 'state'>[]).map(c => c.state)
}
