import { refuse } from '../../domain/contract/refusal'
import { mayWarn } from '../../domain/hazard/mayWarn'
import type { Notice } from '../../domain/notice/notice'
import { tellingOf, type Copied, type Telling } from '../../domain/notice/telling'
import type { Community, GroupBuy } from '../../domain/orders/order'
import { caseView, photosOf } from '../../domain/people/caseView'
import { earlierCase } from '../../domain/people/earlierCase'
import { operatorView } from '../../domain/people/operatorView'
import { gatheredView } from '../../domain/people/gathered'
import { householdView, readsForHousehold } from '../../domain/people/householdView'
import { gathers, relationsTo, viewerOf } from '../../domain/people/relation'
import { BESIDE_CASE, caseMoney, withLeftNow } from '../lib/caseMoney'
import { caseOf, momentFor, type CaseDocument } from '../lib/cases'
import { communityCard } from '../lib/community'
import { comesToKnow } from '../lib/comesToKnow'
import type { UseCase } from '../lib/door'
import { loadPerson } from '../lib/people'
import { evidenceLinks, linksUntil } from '../lib/evidenceLinks'
import { PHOTOS } from '../lib/photos'
import { knowStorage } from '../lib/storage'
import { one, partsNaming, pointedTo, readTogether } from '../lib/oneRequest'
import { standardsOf } from '../lib/standards'
import { VIDEOS } from '../lib/videos'
import { VOICES } from '../lib/voices'

type CopyTo = Copied & Pick<Notice, 'as'>
const COPY_FIELDS = { caseId: true, personId: true, as: true, at: true, copy: true, copyAt: true, copyError: true }

export const showCase: UseCase<'showCase'> = async (caller, { caseId, as }, now) => {
  const [person, found] = await Promise.all([
    loadPerson(caller), readTogether(one<CaseDocument>('cases', { _id: caseId }), { ...BESIDE_CASE, communities: pointedTo<Community>('communities', 'communityId'), groupBuys: pointedTo<Pick<GroupBuy, 'warnings'>>('groupBuys', 'groupBuyId'), copies: partsNaming<CopyTo>('notices', 'caseId', COPY_FIELDS) }), knowStorage(),
  ])
  const read = found?.document
  const relations = read ? relationsTo(read.state, person) : []
  const party = as === undefined ? relations[0] : relations.find(r => r === as)
  const gathering = !party && (as === undefined || as === 'leader') && read !== undefined && gathers(person, read.state)
  const [order] = found?.orders ?? []
  const atHome = !party && !gathering && (as === undefined || as === 'resident') && read !== undefined && readsForHousehold(person, read.state, order)
  // Somebody else's case is answered like one that does not exist.
  if (!found || !read || (!party && !gathering && !atHome)) refuse('CASE_NOT_FOUND', '找不到这件事', 'caseId')
  const money = caseMoney(found)
  // Whoever opens their case knows of it from then on.
  const stored = party === 'resident' ? await comesToKnow({ stored: read, around: money.around }, 'opened', now, now) : read
  const moment = momentFor(stored, now)
  const shownBy = party === 'operator' ? operatorView : party ? caseView : atHome ? householdView : gatheredView
  const viewer = viewerOf(person, party ?? (atHome ? 'resident' : 'leader'), stored.communityId)
  const view = shownBy(withLeftNow({ ...money, stored }), viewer, moment)
  const decides = party === 'leader' || party === 'operator'
  /** Another case on the order that this person may open as who they are here. */
  const open = (other: CaseDocument) => party === 'resident' || atHome || (decides && relationsTo(other.state, person).includes(party))
  const before = decides ? found.onOrder.find(c => c._id === view.follows && open(c)) : undefined
  const earlier = before ? earlierCase(shownBy(caseOf(before), viewer, momentFor(before, now))) : null
  const [community] = found.communities
  if (!community) throw new Error(`community ${stored.communityId} of case ${caseId} is missing`)
  const [photos, voices, videos] = [[...new Set([...photosOf(view), ...earlier?.photos ?? [], ...earlier?.appeal?.photos ?? []])], view.voices.map(v => v.id), view.videos.map(v => v.id)]
  // Asked for together: one request.
  const links = await evidenceLinks([...kept(photos, PHOTOS), ...kept(voices, VOICES), ...kept(videos, VIDEOS)])
  const among = (ids: readonly string[]) => Object.fromEntries(Object.entries(links).filter(([id]) => ids.includes(id)))
  return {
    view, photoLinks: among(photos), voiceLinks: among(voices), videoLinks: among(videos), linksUntil: linksUntil(now), community: communityCard(community, now),
    followedBy: found.onOrder.find(c => c.state.follows?.caseId === caseId && open(c))?._id ?? null, telling: decides ? tellingAbout(stored, found.copies, now) : null, earlier, standards: decides ? standardsOf(community, now) : null,
    warned: party === 'supplier' ? null : { id: found.groupBuys[0]?.warnings?.[stored.state.line.productId]?.warningId ?? null, mayStart: party === 'leader' && mayWarn(person, stored.communityId), groupBuyId: stored.groupBuyId, productId: stored.state.line.productId },
  }
}

function kept(ids: readonly string[], { keptPath }: { keptPath: (id: string) => string }) {
  return ids.map(id => ({ id, keptPath }))
}

function tellingAbout({ state: { toTell, residentId }, noticesDueAt }: CaseDocument, copies: readonly CopyTo[], now: number): Telling | null {
  return toTell == null || residentId === null ? null : tellingOf(copies.filter(c => c.as === 'resident'), { residentId, since: toTell, isWritten: noticesDueAt === null }, now)
}
