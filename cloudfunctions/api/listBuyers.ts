import { groupBuyToFileIn } from '../lib/community'
import type { UseCase } from '../lib/door'
import { buyingHouseholds } from '../lib/buyingHouseholds'

/** Who bought what in a group-buy, for filing on behalf. */
export const listBuyers: UseCase<'listBuyers'> = async (caller, { groupBuyId }, now) => {
  const [groupBuy, { households }] = await Promise.all([groupBuyToFileIn(caller, groupBuyId), buyingHouseholds(groupBuyId, now)])
  return { groupBuyTitle: groupBuy.title, households }
}
