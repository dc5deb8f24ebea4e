import { DEFAULT_POLICY } from '../../domain/clock/policy'
import type { Input } from '../../domain/contract/calls'
import { caseCard } from '../../domain/people/caseView'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { readAsLeader } from '../lib/community'
import { _ } from '../lib/database'
import type { UseCase } from '../lib/door'
import { photoLinks } from '../lib/photoLinks'
import { knowStorage } from '../lib/storage'
import { page, totalsBy } from '../lib/together'

type Holder = CaseDocument['holder']
const HOLDERS: Record<Input<'leaderInbox'>['tab'], Holder[]> = { mine: ['leader'], moving: ['resident', 'supplier'], done: ['nobody'] }
const EVERY_HOLDER = Object.values(HOLDERS).flat()

/** More than fit one look; what is due first comes first. */
const PAGE = 100

export const leaderInbox: UseCase<'leaderInbox'> = async (caller, { communityId, tab }, now) => {
  const [{ list, held }] = await Promise.all([
    readAsLeader(caller, communityId, {
      list: page<Pick<CaseDocument, 'state'>>('cases', { communityId, holder: _.in(HOLDERS[tab]) }, { sort: tab === 'done' ? { updatedAt: -1 } : { holderDueAt: 1 }, limit: PAGE, fields: CARD_FIELDS }),
      held: totalsBy('cases', { communityId }, 'holder', EVERY_HOLDER.length),
    }),
    knowStorage(),
  ])
  const cards = list.map(c => caseCard(c.state, 'leader', DEFAULT_POLICY, now))
  return {
    cards,
    counts: { mine: sum(held, HOLDERS.mine), moving: sum(held, HOLDERS.moving), done: sum(held, HOLDERS.done) },
    photoLinks: await photoLinks(cards.flatMap(c => (c.photo ? [c.photo] : []))),
  }
}

function sum(held: ReadonlyMap<unknown, number>, holders: readonly Holder[]): number {
  return holders.reduce((total, holder) => total + (held.get(holder) ?? 0), 0)
}
