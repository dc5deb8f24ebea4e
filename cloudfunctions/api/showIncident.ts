import type { CaseState } from '../../domain/case/case'
import { versionSeenBy } from '../../domain/case/effect'
import { evidencePhotos } from '../../domain/case/evidencePhotos'
import { isAllowed } from '../../domain/case/allowed'
import { complaintOf } from '../../domain/case/together'
import type { IncidentMember } from '../../domain/contract/calls'
import { refuse } from '../../domain/contract/refusal'
import type { Ask } from '../../domain/orders/ask'
import { countAnswers, countBuyers } from '../../domain/orders/batchBuyers'
import { caseCard } from '../../domain/people/caseView'
import { aroundIn, stateLookedAt } from '../lib/caseMoney'
import { OF_BATCH, type CaseDocument } from '../lib/cases'
import { ledGroupBuyAndCommunity } from '../lib/community'
import { buyersOf } from '../lib/buyers'
import { db, MOST_DOCUMENTS } from '../lib/database'
import type { UseCase } from '../lib/door'
import { loadIncident } from '../lib/incidents'
import { photoLinks } from '../lib/photoLinks'
import { standardsOf } from '../lib/standards'

/** Everything about one bad batch: the wall of photos, what was decided, who was asked. Nobody has to declare it: the cases make it. */
export const showIncident: UseCase<'showIncident'> = async (caller, batch, now) => {
  const [{ groupBuy, community }, incident, cases, asks, buyers] = await Promise.all([
    ledGroupBuyAndCommunity(caller, batch.groupBuyId), loadIncident(batch), casesOf(batch), asksOf(batch), buyersOf(batch),
  ])
  const product = groupBuy.products.find(p => p.id === batch.productId)
  if (!product) refuse('NOT_FOUND', '找不到这个商品', 'productId')
  const by = { party: 'leader' as const, personId: caller.personId }
  const around = aroundIn(community)
  const odd = new Set(incident?.odd)
  const members = cases.map(({ state, version }): IncidentMember => ({
    card: caseCard(stateLookedAt(state, around), 'leader', now), complaint: complaintOf(state), seen: versionSeenBy(state, version, 'leader', now), photos: evidencePhotos(state).own,
    open: isAllowed(state, by, 'settle', now), odd: odd.has(state.id),
  }))
  // One check's photos stand in many cases.
  const crate = [...new Set(cases.flatMap(({ state }) => evidencePhotos(state).crate))]
  return {
    title: product.title, spec: product.spec, groupBuyTitle: groupBuy.title, members, crate, standing: incident?.standing?.step ?? null,
    standards: standardsOf(community, now), buyers: countBuyers(buyers, cases.map(c => c.state), asks), asked: countAnswers(asks),
    photoLinks: await photoLinks([...members.flatMap(m => m.photos.slice(0, 1)), ...crate]),
  }
}

type Listed = Pick<CaseDocument, 'version'> & { state: CaseState }

async function casesOf({ groupBuyId, productId }: { groupBuyId: string; productId: string }): Promise<Listed[]> {
  const { data } = await db.collection('cases').where({ groupBuyId, 'state.line.productId': productId, ...OF_BATCH }).orderBy('filedAt', 'asc').field({ state: true, version: true }).limit(MOST_DOCUMENTS).get()
  return data as Listed[]
}

async function asksOf({ groupBuyId, productId }: { groupBuyId: string; productId: string }): Promise<Ask[]> {
  const { data } = await db.collection('asks').where({ groupBuyId, productId }).limit(MOST_DOCUMENTS).get()
  return data as Ask[]
}
