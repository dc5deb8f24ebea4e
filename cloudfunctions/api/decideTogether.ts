import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../domain/case/case'
import type { JointStep } from '../../domain/case/together'
import type { Input } from '../../domain/contract/calls'
import { refuse } from '../../domain/contract/refusal'
import type { GroupBuy } from '../../domain/orders/order'
import type { Person } from '../../domain/people/person'
import { limitOf, suppliesFor, worksFor } from '../../domain/people/relation'
import type { Caller } from '../lib/caller'
import { notHiddenFrom } from '../lib/cases'
import { _, db, findById, insertOnce, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { rememberDecision } from '../lib/incidents'
import { doPortion, jointEffectiveAt, togetherView, type JointDecision } from '../lib/jointDecisions'
import { loadPerson } from '../lib/people'
import { usePhotos } from '../lib/photos'

/**
 * One decision for many cases: written down first, then done in portions; the first one here. Repeating it with the same id does the next
 * portion and nothing twice.
 */
export const decideTogether: UseCase<'decideTogether'> = async (caller, input, now) => {
  const [person, known, groupBuy] = await Promise.all([
    loadPerson(caller), findById<JointDecision>('jointDecisions', input.decisionId), input.about ? findById<GroupBuy>('groupBuys', input.about.groupBuyId) : null,
  ])
  if (known && !repeats(known, person, input)) refuse('ID_TAKEN', '没有办成，请重新打开再试', 'decisionId')
  if (known) {
    // The function may have died before it was kept ready for others.
    if (known.undoneAt === null) await rememberDecision(known)
  } else {
    const by = partyOf(person, input)
    if (input.about && groupBuy?.communityId !== input.communityId) refuse('NOT_FOUND', '找不到这个团', 'about.groupBuyId')
    if (input.about && !groupBuy?.products.some(p => p.id === input.about?.productId)) refuse('NOT_FOUND', '这个团里没有这样东西', 'about.productId')
    const cases = input.cases ? once(input.cases) : await everybodyWaiting(caller, input)
    if ('photos' in input.step) await usePhotos(caller, input.step.photos, input.decisionId)
    const decision: JointDecision = {
      _id: input.decisionId, communityId: input.communityId ?? null, supplierId: input.supplierId ?? null, by, step: input.step, about: input.about ?? null,
      limit: by.party === 'leader' && input.communityId !== undefined ? limitOf(person, input.communityId) : null, cases, results: [], phase: 'deciding', undone: [], undoneAt: null, at: now,
      effectiveAt: jointEffectiveAt(input.step, cases.length, now), busyUntil: 0,
    }
    if (await insertOnce('jointDecisions', decision)) await rememberDecision(decision)
  }
  const far = await doPortion(input.decisionId, now)
  // Said to everybody, and heard by somebody: whoever reports before then joins it. Once more after a crash changes nothing.
  if (!input.cases && far.results.some(r => r.outcome === 'promised')) await keepPromise(far)
  return togetherView(far, now)
}

/** The newest word stands, in whatever order two arrive. */
async function keepPromise({ communityId, step, at }: JointDecision): Promise<void> {
  if (step.type !== 'promise' || communityId === null) return
  await updateOne('communities', { _id: communityId, 'promise.at': _.not(_.gt(at)) }, { promise: _.set({ until: step.until, at }) })
}

/** The same decision of the same person once more, and not another one under its id. */
function repeats(known: JointDecision, person: Person, { step, about, cases }: Input<'decideTogether'>): boolean {
  return known.by.personId === person._id && isDeepStrictEqual(known.step, step) && isDeepStrictEqual(known.about, about ?? null)
    && (cases === undefined || isDeepStrictEqual(known.cases, once(cases)))
}

/** For which party this person decides: the leader's side of the community, or one who acts for the supplier. */
function partyOf(person: Person, { communityId, supplierId, step }: Input<'decideTogether'>): Actor {
  const party = communityId !== undefined && supplierId === undefined && worksFor(person, communityId) ? 'leader' as const
    : supplierId !== undefined && communityId === undefined && suppliesFor(person, supplierId) ? 'supplier' as const : null
  if (!party || !PARTYS[party].includes(step.type)) refuse('NOT_ALLOWED', '您不能做这一步', 'step')
  return { party, personId: person._id }
}

const PARTYS: Record<'leader' | 'supplier', JointStep['type'][]> = {
  leader: ['asAsked', 'share', 'perPiece', 'reject', 'promise', 'payRefund', 'tell'],
  supplier: ['admitRecovery', 'disputeRecovery'],
}

/** Households that one promise reaches; more wait for the next. */
const MOST_AT_ONCE = 500

/** 今晚统一处理 is said to all who wait and have no word yet, whatever they last said: it decides nothing. */
async function everybodyWaiting(caller: Caller, { communityId, step }: Input<'decideTogether'>): Promise<JointDecision['cases']> {
  if (step.type !== 'promise' || communityId === undefined) refuse('NO_CASES', '请选要处理的', 'cases')
  const { data } = await db.collection('cases').where({ communityId, ...notHiddenFrom(caller.personId, [communityId]), batchKey: _.gt(''), 'state.promise': null }).field({ version: true }).limit(MOST_AT_ONCE).get()
  if (data.length === 0) refuse('NOBODY_WAITS', '现在没有在等您的邻居', 'cases')
  return (data as { _id: string; version: number }[]).map(({ _id, version }) => ({ caseId: _id, seen: version }))
}

function once<T extends { caseId: string }>(cases: T[]): T[] {
  return [...new Map(cases.map(c => [c.caseId, c])).values()]
}
