import { asLeader } from '../lib/community'
import { db } from '../lib/database'
import type { BindingDocument } from '../lib/binding'
import type { UseCase } from '../lib/door'

export const listBindings: UseCase<'listBindings'> = async (caller, { communityId }) => {
  await asLeader(caller, communityId)
  const { data } = await db.collection('bindings').where({ communityId, state: 'asked' }).limit(100).get()
  return {
    bindings: (data as BindingDocument[]).map(b => ({
      id: b._id, groupBuyTitle: b.groupBuyTitle, joinNumber: b.joinNumber, phoneLast4: b.phoneLast4, buyers: b.buyers, askedAt: b.askedAt,
    })),
  }
}
