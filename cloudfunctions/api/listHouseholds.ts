import { ledGroupBuy } from '../lib/community'
import type { UseCase } from '../lib/door'
import { householdsOf } from '../lib/households'

/** Who bought what in a group-buy, for filing on behalf. */
export const listHouseholds: UseCase<'listHouseholds'> = async (caller, { groupBuyId }, now) => {
  const [groupBuy, { households }] = await Promise.all([ledGroupBuy(caller, groupBuyId), householdsOf(groupBuyId, now)])
  return { groupBuyTitle: groupBuy.title, households }
}
