import { askAgainTrouble, handlerAgain, notByAgain } from '../../domain/case/askAgain'
import type { Case } from '../../domain/case/case'
import { fileCase as decideFiling } from '../../domain/case/file'
import type { Input } from '../../domain/contract/calls'
import { clocksOf } from '../../domain/clock/communityClocks'
import { Refused, refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import { caseView } from '../../domain/people/caseView'
import { whoActs } from '../../domain/people/whoActs'
import type { Caller } from '../lib/caller'
import { stateLookedAt } from '../lib/caseMoney'
import { caseOf, insertCase, loadCase, type CaseDocument } from '../lib/cases'
import type { UseCase } from '../lib/door'
import { filedAbout, mustBeClaimable } from '../lib/filing'
import { ownLine } from '../lib/ownLine'
import { releasePhotos, usePhotos } from '../lib/photos'
import { staffAt } from '../lib/staff'

/**
 * What was dismissed is filed once more on the same line, with what was not known then, for somebody who had no part in it. Safe to repeat, like
 * a filing: the client draws the new case's id.
 */
export const askAgain: UseCase<'askAgain'> = async (caller, input, now) => {
  const old = await loadCase(input.of)
  if (!old || old.state.residentId !== caller.personId) refuse('CASE_NOT_FOUND', '找不到这件事', 'of')
  const { line, reason, claim, about, logistics, hiddenFrom = [] } = old.state
  const own = await ownLine(caller, line.orderId, line.lineId, now, { reason, about })
  if (own.cases.some(c => c.id === input.caseId)) return { view: residentView(sameAsking(await loadCase(input.caseId), caller, input), own.community, caller, now) }
  const trouble = askAgainTrouble(old.state, input, own.cases.find(c => c.follows?.caseId === old._id)?.id ?? null)
  if (trouble) throw new Refused(trouble)
  if (own.openCaseId !== null) refuse('LINE_HAS_OPEN_CASE', '这件东西已经有一个问题在处理了', 'of')
  mustBeClaimable(own)
  const notBy = notByAgain(caseOf(old))
  const staff = await staffAt(own.community, old.supplierId)
  const again = { ...old.state, decision: 'withOperator' as const, follows: { caseId: old._id, notBy } }
  const heldBy = handlerAgain([caller.personId], { desk: whoActs(again, 'operator', staff), leaders: whoActs(again, 'leader', staff) })
  if (heldBy === null) refuse('NOBODY_ELSE', '这里没有另一位能看的人了。可以打 12315 反映，也可以去法院', 'of')
  const wish = input.wish ?? ('amount' in old.state.wish ? { ...old.state.wish, amount: Math.min(old.state.wish.amount, own.left) } : old.state.wish)
  const filed = decideFiling({ caseId: input.caseId, reason, claim, wish, photos: input.photos, voices: [], words: input.words, about: about ?? undefined, logistics: logistics ?? undefined }, {
    now, by: { party: 'resident', personId: caller.personId }, commandId: input.caseId, ...await filedAbout(own, now), follows: { caseId: old._id, notBy, heldBy, hiddenFrom }, beside: own.beside,
  })
  if ('code' in filed) throw new Refused(filed)
  await usePhotos(caller, input.photos, input.caseId)
  const inserted = await insertCase(filed, clocksOf(own.community))
  if (inserted) return { view: residentView(caseOf(inserted), own.community, caller, now) }
  const stored = await loadCase(input.caseId)
  const kept = stored?.state.evidence.flatMap(e => e.photos) ?? []
  await releasePhotos(caller, input.photos.filter(id => !kept.includes(id)), input.caseId)
  return { view: residentView(sameAsking(stored, caller, input), own.community, caller, now) }
}

/** The case with this id, if this person asked again with this very input; anything else is another case on the line. */
function sameAsking(stored: CaseDocument | null, caller: Caller, { of, words, photos }: Input<'askAgain'>): Case {
  const filed = stored?.events[0]
  const same = filed?.type === 'Filed' && filed.by.personId === caller.personId && filed.follows?.caseId === of && filed.words === words && JSON.stringify(filed.photos) === JSON.stringify(photos)
  if (!stored || !same) refuse('LINE_HAS_OPEN_CASE', '这件东西已经有一个问题在处理了', 'of')
  return caseOf(stored)
}

function residentView(c: Case, community: Community, caller: Caller, now: number) {
  return caseView({ ...c, state: stateLookedAt(c.state, { clocks: clocksOf(community) }) }, { party: 'resident', personId: caller.personId }, now)
}
