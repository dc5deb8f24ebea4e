import type { Notice } from '../../domain/notice/notice'
import type { Community } from '../../domain/orders/order'
import { leadersOf } from '../../domain/people/team'
import { communityOf } from './community'
import { insertOnce } from './database'

/** Puts something that is about no single case into the inbox of the leader and of every helper, once. `key` says what it is about and when. */
export async function tellLeaders(community: string | Community, key: string, says: Pick<Notice, 'title' | 'body' | 'page'>, now: number): Promise<void> {
  const people = leadersOf(typeof community === 'string' ? await communityOf(community) : community)
  await Promise.all(people.map(personId => insertOnce<Notice>('notices', {
    _id: `${key}:${personId}`, personId, as: 'leader', caseId: '', ...says, at: now, readAt: null,
    template: null, data: {}, copy: 'none', copyAt: null, copyError: '', tries: 0,
  })))
}
