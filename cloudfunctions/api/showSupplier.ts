import type { GroupBuy } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { isLive, type InvitationDocument } from '../lib/invitation'
import { memberId, supplierFor, type JoinRequest } from '../lib/supplierPeople'

/** More than any supplier has. */
const MOST = 100

/** Who acts for a supplier and who asks to, for themselves and for the leader; links that still open something, for the leader alone. */
export const showSupplier: UseCase<'showSupplier'> = async (caller, { supplierId }, now) => {
  const { supplier, leader } = await supplierFor(caller, supplierId)
  const [members, requests, links] = await Promise.all([
    supplier.people.length === 0 ? [] : db.collection('people').where({ _id: _.in(supplier.people) }).limit(MOST).get().then(({ data }) => data as Person[]),
    db.collection('joinRequests').where({ supplierId, state: 'asked' }).limit(MOST).get().then(({ data }) => data as JoinRequest[]),
    leader ? db.collection('invitations').where({ supplierId }).orderBy('createdAt', 'desc').limit(MOST).get().then(({ data }) => data as InvitationDocument[]) : [],
  ])
  const live = links.filter(l => isLive(l, now))
  const groupBuyIds = [...new Set(live.flatMap(l => l.groupBuyId ?? []))]
  const { data: groupBuys } = groupBuyIds.length === 0 ? { data: [] } : await db.collection('groupBuys').where({ _id: _.in(groupBuyIds) }).field({ title: true }).limit(MOST).get()
  const title = (id: string | null | undefined) => (groupBuys as Pick<GroupBuy, '_id' | 'title'>[]).find(g => g._id === id)?.title ?? null
  return {
    name: supplier.name, recoverAt: supplier.recoverAt ?? 'retail', silenceAdmits: supplier.silenceAdmits ?? false, as: leader ? 'leader' : 'supplier',
    members: members.map(m => ({ id: memberId(supplierId, m._id), name: m.name, me: m._id === caller.personId })),
    asking: requests.map(r => ({ id: r._id, name: r.name, askedAt: r.askedAt })),
    links: live.map(l => ({ id: l._id, groupBuyTitle: title(l.groupBuyId), createdAt: l.createdAt, expiresAt: l.expiresAt, used: l.acceptedBy !== null })),
  }
}
