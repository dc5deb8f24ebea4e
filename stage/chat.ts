import { signIn, type CloudClient } from './cloudClient'
import { COMMUNITY, LEADER } from './demo/community'
import type { ChatCard } from './page/groupBuys'

/** The community's chat group: which cards the leader has shared there, as the leader's own phone would list them. */
export function openChat(cloud: string): () => Promise<ChatCard[]> {
  let leader: Promise<CloudClient> | undefined
  return async () => {
    leader ??= signIn(cloud, LEADER)
    const { groupBuys } = await (await leader).call('listGroupBuys', { communityId: COMMUNITY.communityId })
    return groupBuys.map(({ id, title, orders, arrivedAt }) => ({ id, title, orders, arrivedAt }))
  }
}
