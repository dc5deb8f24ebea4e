import type { Community } from '../../domain/orders/order'
import { _, db } from '../lib/database'
import { creditsOf } from '../lib/credits'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import { uploadPrefix } from '../lib/photos'
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
  const communities = await byIds<Community>('communities', [...leading, ...supplying.map(r => r.communityId)])
  const suppliers = await byIds<SupplierDocument>('suppliers', supplying.map(r => r.supplierId))
  const name = (id: string) => communities.find(c => c._id === id)?.name ?? ''
  return {
    personId: me, name: person.name, uploadPrefix: uploadPrefix(caller),
    leads: await Promise.all(leading.map(async communityId => ({ communityId, name: name(communityId), waiting: await count('cases', { communityId, holder: 'leader' }) }))),
    supplies: await Promise.all(supplying.map(async r => ({
      supplierId: r.supplierId, name: suppliers.find(s => s._id === r.supplierId)?.name ?? '', communityName: name(r.communityId),
      waiting: await countSupplierWaits([r.supplierId], now),
    }))),
    isResident: bound > 0, waitingForMe: heldByMe - notYetMine, unread, credits,
  }
}

async function count(collection: string, query: object): Promise<number> {
  const { total } = await db.collection(collection).where(query).count()
  return total ?? 0
}

async function byIds<T>(collection: string, ids: string[]): Promise<T[]> {
  if (ids.length === 0) return []
  const { data } = await db.collection(collection).where({ _id: _.in([...new Set(ids)]) }).limit(100).get()
  return data as T[]
}
