import type { Answers } from '../../domain/contract/calls'
import type { StoredPerson } from '../../domain/people/person'
import { sidesOf } from '../../domain/people/relation'
import type { Caller } from '../lib/caller'
import { creditsBeside, creditsIn, creditsOf } from '../lib/credits'
import { _ } from '../lib/database'
import { notHiddenFrom } from '../lib/cases'
import type { UseCase } from '../lib/door'
import { personOf, rolesBeside } from '../lib/people'
import { uploadPrefix } from '../lib/evidence'
import { idsOf, stoppedBeside } from '../lib/stoppedTemplates'
import type { SupplierDocument } from '../lib/supplier'
import { countWaiting, waitingOf } from '../lib/supplierWaits'
import { one, page, pointedTo, readTogether, total, totalsBy } from '../lib/oneRequest'

export const whoAmI: UseCase<'whoAmI'> = async (caller, _input, now) => {
  const me = caller.personId
  const known = await readTogether(one<StoredPerson>('people', { _id: me }), {
    credits: creditsBeside(me),
    stopped: stoppedBeside(now),
    unread: total('notices', { personId: me, readAt: null }),
    bound: page('orders', { residents: me }, { limit: 1, fields: { _id: true } }),
    // An offer that may yet be taken back is nobody's to answer.
    waitingForMe: total('cases', { residentId: me, holder: 'resident', effectiveAt: _.not(_.gt(now)) }),
    ...rolesBeside(),
    suppliers: pointedTo<SupplierDocument>('suppliers', 'roles.supplierId'),
  })
  if (!known) return neverSeen(caller, now)
  const { communities, suppliers } = known
  const person = personOf(known)
  const working = person.roles.flatMap(r => (r.role === 'leader' || r.role === 'helper' ? [r] : []))
  const leading = working.map(r => r.communityId)
  const supplying = person.roles.flatMap(r => (r.role === 'supplier' ? [r] : []))
  const operating = person.roles.flatMap(r => (r.role === 'operator' ? [r] : []))
  const served = [...new Set(operating.flatMap(r => r.communityIds))]
  const seen = notHiddenFrom(me, sidesOf(person))
  const waiting = leading.length + supplying.length + served.length === 0 ? null : await readTogether(one('people', { _id: me }), {
    forLeader: totalsBy('cases', { holder: 'leader', communityId: _.in(leading), ...seen }, 'communityId', leading.length),
    forOperator: totalsBy('cases', { holder: 'operator', communityId: _.in(served), ...seen }, 'communityId', served.length),
    ...waitingOf(supplying.map(r => r.supplierId), now),
  })
  const name = (id: string) => communities.find(c => c._id === id)?.name ?? ''
  return {
    personId: me, name: person.name, uploadPrefix: uploadPrefix(caller),
    leads: working.map(r => ({
      communityId: r.communityId, name: name(r.communityId), waiting: waiting?.forLeader.get(r.communityId) ?? 0, limit: r.role === 'helper' ? r.limit : null,
    })),
    gathers: person.roles.flatMap(r => (r.role === 'helperLeader' ? [{ communityId: r.communityId, name: name(r.communityId) }] : [])),
    supplies: supplying.map(r => ({
      supplierId: r.supplierId, name: suppliers.find(s => s._id === r.supplierId)?.name ?? '', communityName: name(r.communityId),
      waiting: waiting ? countWaiting(waiting, r.supplierId, now) : 0,
    })),
    operates: operating.map(r => ({
      deskId: r.deskId, name: r.deskName, communities: r.communityIds.length, capabilities: r.capabilities, limit: r.limit,
      waiting: r.communityIds.reduce((sum, id) => sum + (waiting?.forOperator.get(id) ?? 0), 0),
    })),
    isResident: known.bound.length > 0, waitingForMe: known.waitingForMe, unread: known.unread, credits: creditsIn(known.credits, idsOf(known.stopped)),
  }
}

/** Who owns nothing yet is not written down; at most they said yes to messages. */
async function neverSeen(caller: Caller, now: number): Promise<Answers['whoAmI']> {
  return {
    personId: caller.personId, name: '', uploadPrefix: uploadPrefix(caller), leads: [], gathers: [], supplies: [], operates: [],
    isResident: false, waitingForMe: 0, unread: 0, credits: await creditsOf(caller.personId, now),
  }
}
