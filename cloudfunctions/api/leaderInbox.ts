import { DEFAULT_POLICY } from '../../domain/clock/policy'
import type { Input } from '../../domain/contract/calls'
import { caseCard } from '../../domain/people/caseView'
import { CARD_FIELDS, type CaseDocument } from '../lib/cases'
import { mustLead } from '../lib/community'
import { countBy } from '../lib/counts'
import { _, db } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import { photoLinks } from '../lib/photos'

type Holder = CaseDocument['holder']
const HOLDERS: Record<Input<'leaderInbox'>['tab'], Holder[]> = { mine: ['leader'], moving: ['resident', 'supplier'], done: ['nobody'] }
const EVERY_HOLDER = Object.values(HOLDERS).flat()

/** More than fit one look; what is due first comes first. */
const PAGE = 100

export const leaderInbox: UseCase<'leaderInbox'> = async (caller, { communityId, tab }, now) => {
  const cases = db.collection('cases').where({ communityId, holder: _.in(HOLDERS[tab]) })
  const list = tab === 'done' ? cases.orderBy('updatedAt', 'desc') : cases.orderBy('holderDueAt', 'asc')
  const [person, { data }, held] = await Promise.all([
    loadPerson(caller), list.field(CARD_FIELDS).limit(PAGE).get(), countBy('cases', { communityId }, 'holder', EVERY_HOLDER.length),
  ])
  mustLead(person, communityId)
  const cards = (data as Pick<CaseDocument, 'state'>[]).map(c => caseCard(c.state, 'leader', DEFAULT_POLICY, now))
  return {
    cards,
    counts: { mine: sum(held, HOLDERS.mine), moving: sum(held, HOLDERS.moving), done: sum(held, HOLDERS.done) },
    photoLinks: await photoLinks(cards.flatMap(c => (c.photo ? [c.photo] : []))),
  }
}

function sum(held: ReadonlyMap<unknown, number>, holders: readonly Holder[]): number {
  return holders.reduce((total, holder) => total + (held.get(holder) ?? 0), 0)
}
