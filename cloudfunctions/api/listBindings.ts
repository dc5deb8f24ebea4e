import { readAsLeader } from '../lib/community'
import type { BindingDocument } from '../lib/binding'
import type { UseCase } from '../lib/door'
import { page } from '../lib/oneRequest'

export const listBindings: UseCase<'listBindings'> = async (caller, { communityId }) => {
  const { asked } = await readAsLeader(caller, communityId, { asked: page<BindingDocument>('bindings', { communityId, state: 'asked' }, { limit: 100 }) })
  return {
    bindings: asked.map(b => ({
      id: b._id, groupBuyTitle: b.groupBuyTitle, joinNumber: b.joinNumber, phoneLast4: b.phoneLast4, buyers: b.buyers, askedAt: b.askedAt,
    })),
  }
}
