import { refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import { gatheredCard } from '../../domain/people/gathered'
import { gathers } from '../../domain/people/relation'
import { aroundIn, stateLookedAt } from '../lib/caseMoney'
import type { CaseDocument } from '../lib/cases'
import { CARD_FIELDS } from '../lib/cases'
import { _, db, findById, MOST_DOCUMENTS } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import { photoLinks } from '../lib/photoLinks'
import { knowStorage } from '../lib/storage'

/** What one look takes in. */
const PAGE = 100

/** Cases of the households that a helper leader looks after, the newest first. */
export const gatheredCases: UseCase<'gatheredCases'> = async (caller, { communityId }, now) => {
  const [person, community] = await Promise.all([loadPerson(caller), findById<Community>('communities', communityId), knowStorage()])
  const role = person.roles.find(r => r.role === 'helperLeader' && r.communityId === communityId)
  if (!community || role?.role !== 'helperLeader') return refuse('NOT_ALLOWED', '您现在不帮这个小区收集了')
  const { pickupPoints, numbers } = role.part
  const around = aroundIn(community)
  const groupBuys = [...new Set(numbers.map(n => n.groupBuyId))]
  const found = await Promise.all([
    pickupPoints.length === 0 ? [] : newest({ communityId, 'state.line.pickupPoint': _.in(pickupPoints) }, PAGE),
    // A range of numbers is no range of texts: looked through here.
    groupBuys.length === 0 ? [] : newest({ communityId, groupBuyId: _.in(groupBuys) }, MOST_DOCUMENTS),
  ])
  const own = [...new Map(found.flat().map(c => [c._id, c])).values()].filter(c => gathers(person, c.state))
  const cards = own.sort((a, b) => b.filedAt - a.filedAt).slice(0, PAGE).map(c => gatheredCard(stateLookedAt(c.state, around), now))
  return { cards, photoLinks: await photoLinks(cards.flatMap(c => (c.photo ? [c.photo] : []))) }
}

type Listed = Pick<CaseDocument, '_id' | 'state' | 'filedAt'>

async function newest(query: Record<string, unknown>, limit: number): Promise<Listed[]> {
  const { data } = await db.collection('cases').where(query).orderBy('filedAt', 'desc').field({ ...CARD_FIELDS, filedAt: true }).limit(limit).get()
  return data as Listed[]
}
