import type { Order } from '../../../domain/orders/order'
import { importEstate } from '../estate'
import { joinSupplier, moveIn, openDesk, openHouse, type House, type Someone } from '../openHouse'

/** Whoever may look at a case and act on it. */
export const ROLES = ['resident', 'leader', 'supplier', 'operator'] as const
export type Role = (typeof ROLES)[number]

/** Who takes a step: a role, or the second person of the desk, who looks at what the first decided. */
export type Who = Role | 'colleague'

/** A box that nobody complained about yet, and who must not become known by it. */
export interface Box {
  orderId: string
  lineId: string
  /** What tells which household it is. */
  household: string[]
}

/** Everybody of a story at a phone of their own, with boxes of one piece at ¥29.90 to complain about. */
export interface Cast {
  house: House
  phones: Record<Who, Someone>
  stranger: Someone
  deskId: string
  /** Takes one, once. */
  box(): Promise<Box>
}

/** @param boxes how many stories there are at most */
export async function gather(boxes: number): Promise<Cast> {
  const house = await openHouse()
  await moveIn(house)
  await joinSupplier(house, 'laoli', '丹东果业')
  const [resident, leader, supplier, operator, colleague, stranger] = await Promise.all((['wang', 'chen', 'laoli', 'xu', 'tang', 'stranger'] as const).map(name => house.as(name))) as [Someone, Someone, Someone, Someone, Someone, Someone]
  const deskId = await openDesk(house, 'xu', '小许')
  const { token } = await operator.call('inviteToDesk', { deskId, capabilities: ['support', 'complaints'], limit: null })
  await colleague.call('acceptDeskInvitation', { token, name: '小唐' })
  // One household in three bought one box, the others more.
  const { lines } = await importEstate(house, leader, 3 * boxes, resident)
  const single = lines.filter(line => line.quantity === 1)
  const { personId } = await resident.call('whoAmI', {})
  return {
    house, phones: { resident, leader, supplier, operator, colleague }, stranger, deskId,
    async box() {
      const line = single.pop()
      if (!line) throw new Error('nobody has a box left')
      const { data: [order] } = await house.db.collection('orders').where({ _id: line.orderId }).limit(1).get() as { data: Order[] }
      if (!order) throw new Error(`no order ${line.orderId}`)
      return { orderId: line.orderId, lineId: line.lineId, household: [order.buyer, order.receiver, order.room, personId, 'o-scenario-'] }
    },
  }
}

