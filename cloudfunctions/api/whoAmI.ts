import type { Community } from '../../domain/orders/order'
import { count, countBy } from '../lib/counts'
import { creditsOf } from '../lib/credits'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import { uploadPrefix } from '../lib/evidence'
import type { SupplierDocument } from '../lib/supplier'
import { countSupplierWaits } from '../lib/supplierWaits'

export const whoAmI: UseCase<'whoAmI'> = async (caller, _input, now) => {
  const me = caller.personId
  const [person, credits, unread, bound, heldByMe, notYetMine] = await Promise.all([
    loadPerson(caller),
    creditsOf(me),
    count('notices', { personId: me, readAt: null }),
    count('orders', { residents: me }),
    count('cases', { residentId: me, holder: 'resident' }),
    // An offer that may yet be taken back is nobody's to answer.
    count('cases', { residentId: me, holder: 'resident', effectiveAt: _.gt(now) }),
  ])
  const leading = person.roles.flatMap(r => (r.role === 'leader' ? [r.communityId] : []))
  const supplying = person.roles.flatMap(r => (r.role === 'supplier' ? [r] : []))
  const supplierIds = supplying.map(r => r.supplierId)
  const [communities, suppliers, waitingForLeader, waitingForSupplier] = await Promise.all([
    byIds<Community>('communities', [...leading, ...supplying.map(r => r.communityId)]),
    byIds<SupplierDocument>('suppliers', supplierIds),
    leading.length === 0 ? new Map<unknown, number>() : countBy('cases', { holder: 'leader', communityId: _.in(leading) }, 'communityId', leading.length),
    Promise.all(supplierIds.map(id => countSupplierWaits([id], now))),
  ])
  const name = (id: string) => communities.find(c => c._id === id)?.name ?? ''
  return {
    personId: me, name: person.name, uploadPrefix: uploadPrefix(caller),
    leads: leading.map(communityId => ({ communityId, name: name(communityId), waiting: waitingForLeader.get(communityId) ?? 0 })),
    supplies: supplying.map(r => ({
      supplierId: r.supplierId, name: suppliers.find(s => s._id === r.supplierId)?.name ?? '', communityName: name(r.communityId),
      waiting: waitingForSupplier[supplierIds.indexOf(r.supplierId)] ?? 0,
    })),
    isResident: bound > 0, waitingForMe: heldByMe - notYetMine, unread, credits,
  }
}

async function byIds<T>(collection: string, ids: string[]): Promise<T[]> {
  if (ids.length === 0) return []
  const { data } = await db.collection(collection).where({ _id: _.in([...new Set(ids)]) }).limit(100).get()
  return data as T[]
}
