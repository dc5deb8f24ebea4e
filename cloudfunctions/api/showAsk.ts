import { communityCard, communityOf } from '../lib/community'
import { ownAsk } from '../lib/asks'
import type { UseCase } from '../lib/door'
import { ownLine } from '../lib/ownLine'

/** 您家的好吗, with what is needed to report a problem right away. */
export const showAsk: UseCase<'showAsk'> = async (caller, { askId }, now) => {
  const ask = await ownAsk(caller, askId)
  const [community, { openCaseId, order: { joinNumber, buyer } }] = await Promise.all([communityOf(ask.communityId), ownLine(caller, ask.orderId, ask.lineId, now)])
  const { title, spec, groupBuyTitle, orderId, lineId, answer } = ask
  return { joinNumber, buyer, title, spec, groupBuyTitle, orderId, lineId, answer, openCaseId, community: communityCard(community, now) }
}
