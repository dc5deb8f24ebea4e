import { heldOf } from '../../domain/hazard/affected'
import { newestCheck, orderedOf } from '../../domain/orders/arrival'
import { whyNotClaimable } from '../../domain/orders/claimable'
import { ledGroupBuy } from '../lib/community'
import type { UseCase } from '../lib/door'
import { ordersOf } from '../lib/ordersOf'
import { photoLinks } from '../lib/photoLinks'

/** What was ordered and what was counted, product by product, and who has fetched theirs. */
export const showArrival: UseCase<'showArrival'> = async (caller, { groupBuyId }) => {
  const [groupBuy, orders] = await Promise.all([ledGroupBuy(caller, groupBuyId), ordersOf(groupBuyId)])
  const products = groupBuy.products.map(p => {
    const check = newestCheck(groupBuy.checks, p.id)
    return {
      productId: p.id, title: p.title, spec: p.spec, ordered: orderedOf(orders, p.id), hasSupplier: p.supplierId !== null,
      check: check && { arrived: check.arrived, damaged: check.damaged, photos: check.photos, bearer: check.bearer, at: check.at },
    }
  })
  const pickups = orders.filter(o => whyNotClaimable(o) === null).map(o => ({
    orderId: o._id, joinNumber: o.joinNumber, buyer: o.buyer, pickupPoint: o.pickupPoint, pieces: o.lines.reduce((sum, l) => sum + l.quantity, 0), pickedUpAt: o.pickedUpAt ?? null, held: heldOf(o, groupBuy.warnings),
  }))
  return { title: groupBuy.title, arrivedAt: groupBuy.arrivedAt, products, pickups, photoLinks: await photoLinks(products.flatMap(p => p.check?.photos ?? [])) }
}
