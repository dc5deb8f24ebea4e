import type { ClocksPage } from '../../domain/contract/calls'
import { clocksOf } from '../../domain/clock/communityClocks'
import { changeWords } from '../../domain/clock/clockRuleWords'
import type { AgreedBy, ClockPolicy } from '../../domain/clock/rules'
import { refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import { leads, operatorFor } from '../../domain/people/relation'
import { hasDesk } from '../../domain/route/mayEditRoutes'
import type { Standing } from './standards'

/** What fits a page; older ones stay stored, for cases go by them. */
const MOST_SHOWN = 20

export function clocksPage({ community, mayEdit }: Pick<Standing, 'community' | 'mayEdit'>): ClocksPage {
  const { policies } = clocksOf(community)
  const newest = newestOf(community)
  const changes = policies.map((policy, i) => ({ policy, before: policies[i - 1] })).filter((c): c is { policy: ClockPolicy; before: ClockPolicy } => c.before !== undefined)
  return {
    version: newest.version, rules: newest.rules, mayEdit, hasDesk: hasDesk(community),
    changes: changes.slice(-MOST_SHOWN).reverse().map(({ policy: { version, from, by, ...policy }, before }) => ({ version, from, by: by ? { party: by.party, name: by.name } : null, words: changeWords(before, policy) })),
  }
}

/** The policy that every change goes on from. */
export function newestOf(community: Community): ClockPolicy {
  const newest = clocksOf(community).policies.at(-1)
  if (!newest) throw new Error(`community ${community._id} has no policy`)
  return newest
}

/** Refuses whoever looked at an older version: says what is other than that, so that nobody undoes it unseen. */
export function mustHaveSeen(community: Community, seen: number): void {
  const newest = newestOf(community)
  if (newest.version === seen) return
  const before = clocksOf(community).policies.find(p => p.version === seen)
  const words = before ? changeWords(before, newest) : []
  refuse('CHANGED_MEANWHILE', `${newest.by?.name || '刚才有人'}改过了${words.length > 0 ? `：${words.join('；')}` : ''}。请看看最新的再改`, 'seen')
}

/** Who changes the times here, as they are called there. */
export function agreeing(person: Person, community: Community): AgreedBy {
  if (leads(person, community._id)) return { personId: person._id, party: 'leader', name: community.leaderName }
  const role = operatorFor(person, community._id)
  return { personId: person._id, party: 'operator', name: role?.names?.[person._id] ?? role?.deskName ?? '' }
}
