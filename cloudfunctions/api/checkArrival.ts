import { countTrouble, orderedOf, provenBy, type ArrivalCheck } from '../../domain/orders/arrival'
import { Refused, refuse } from '../../domain/contract/refusal'
import { ledGroupBuy } from '../lib/community'
import { _, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { ordersOf } from '../lib/ordersOf'
import { usePhotos } from '../lib/photos'

/** Enough for the two or three who unpack at the same time. */
const TRIES = 5

/** Keeps what was counted of some products; a later count of the same product puts it right. What came in is 已到货 with the first count. */
export const checkArrival: UseCase<'checkArrival'> = async (caller, { groupBuyId, checkId, checks }, now) => {
  const orders = await ordersOf(groupBuyId)
  for (let tried = 0; tried < TRIES; tried++) {
    const groupBuy = await ledGroupBuy(caller, groupBuyId)
    const known = groupBuy.checks?.filter(c => c.id === checkId) ?? []
    if (known.length > 0) return { arrivedAt: groupBuy.arrivedAt ?? now, proven: provenCount(known) }
    const counted = checks.map((check, i): ArrivalCheck => {
      if (!groupBuy.products.some(p => p.id === check.productId)) refuse('NOT_FOUND', '这个团里没有这样东西', `checks.${i}.productId`)
      const ordered = orderedOf(orders, check.productId)
      const trouble = countTrouble(check, ordered, `checks.${i}`)
      if (trouble) throw new Refused(trouble)
      return { ...check, id: checkId, ordered, at: now, by: caller.personId }
    })
    await usePhotos(caller, checks.flatMap(c => c.photos), `arrival:${groupBuyId}`)
    const arrivedAt = groupBuy.arrivedAt ?? now
    // A group-buy from before there were counts has no list to append to.
    const appended = groupBuy.checks ? _.push(structuredClone(counted)) : _.set(structuredClone(counted))
    if (await updateOne('groupBuys', { _id: groupBuyId, version: groupBuy.version }, { checks: appended, arrivedAt, version: _.inc(1) })) return { arrivedAt, proven: provenCount(counted) }
  }
  throw new Error(`group-buy ${groupBuyId} changed ${TRIES} times while it was counted`)
}

function provenCount(checks: readonly ArrivalCheck[]): number {
  return checks.filter(c => provenBy(c).length > 0).length
}
