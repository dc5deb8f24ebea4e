import type { CaseCommand, CaseCommandType } from '../../domain/case/commands'
import { publishedBy, type PublishedCriterion } from '../../domain/case/criteria'
import { decide } from '../../domain/case/decide'
import type { Input } from '../../domain/contract/calls'
import { Refused, refuse } from '../../domain/contract/refusal'
import { caseView } from '../../domain/people/caseView'
import { capabilityTrouble } from '../../domain/people/desk'
import { operatorView } from '../../domain/people/operatorView'
import type { Person } from '../../domain/people/person'
import { partyFor, relationsTo, viewerOf } from '../../domain/people/relation'
import type { Staff } from '../../domain/people/whoActs'
import type { Caller } from '../lib/caller'
import { isAboutMoney, loadCallerAndCase, loadCallerAndMoney, lookedAt, makeWay, saveWithMoney, withLeftNow, type CaseMoney, type Surroundings } from '../lib/caseMoney'
import { caseOf, momentFor, saveCase, type CaseDocument } from '../lib/cases'
import { communityOf } from '../lib/community'
import { isDuplicate } from '../lib/database'
import type { UseCase } from '../lib/door'
import { usePhotos } from '../lib/photos'
import { useVideos, videosOf } from '../lib/videos'
import { useVoices, voicesOf } from '../lib/voices'
import { undoWindow } from '../lib/undoWindow'

/** Enough for the few who may act on one case, or decide about the money of one order, at the same moment. */
const TRIES = 9

/** One step on a case: loaded, decided, written once. When somebody was faster it is decided again against what is there now. */
export const actOnCase: UseCase<'actOnCase'> = async (caller, { caseId, commandId, seen, as, command: said }, now) => {
  const command = await measured(caller, caseId, said)
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await look(caller, caseId, command.type)
    const relations = found ? relationsTo(found.stored.state, found.person) : []
    if (!found || relations.length === 0) refuse('CASE_NOT_FOUND', '找不到这件事', 'caseId')
    const { person, stored, around, staff, money } = found
    const party = partyFor(relations, command.type, as)
    if (!party) refuse('NOT_ALLOWED', '您不能做这一步', 'command.type')
    const criteria = await criteriaFor(command, stored.communityId)
    const viewer = viewerOf(person, party, stored.communityId)
    const incapable = party === 'operator' ? capabilityTrouble(viewer.capabilities ?? [], command.type) : null
    if (incapable) throw new Refused(incapable)
    const decision = decide(money ? withLeftNow(money) : lookedAt(caseOf(stored), around), command, { now: momentFor(stored, now), by: { ...viewer, staff }, commandId, seen, undoWindow: undoWindow(), limit: viewer.limit ?? null, ...(viewer.names ? { names: viewer.names } : {}), criteria })
    if ('refusal' in decision) {
      if (money && await makeWay(money, decision.refusal, tried)) continue
      throw new Refused(decision.refusal)
    }
    const photos = 'photos' in command ? command.photos ?? [] : 'onBehalf' in command ? command.onBehalf?.photos ?? [] : []
    if (decision.events.length > 0) await usePhotos(caller, photos, caseId)
    if (decision.events.length > 0 && command.type === 'addEvidence') {
      await useVoices(caller, command.voices.map(v => v.id), caseId)
      await useVideos(caller, (command.videos ?? []).map(v => v.id), caseId)
    }
    const saved = await (money ? saveWithMoney(money, decision.events) : saveCase(stored, decision.events, around)).catch(lineTaken)
    const shownBy = party === 'operator' ? operatorView : caseView
    if (saved) return { view: shownBy(lookedAt(caseOf(saved), around), viewer, momentFor(saved, now)) }
  }
  throw new Error(`case ${caseId} changed ${TRIES} times while ${command.type} was decided`)
}

/** A case that was over comes back: its line may be another's by now. */
function lineTaken(error: unknown): never {
  if (isDuplicate(error)) refuse('LINE_HAS_OPEN_CASE', '这件东西后来又报了一件，请在那一件里说', 'caseId')
  throw error
}

/** How long a voice or a video is, nobody is believed: it was counted when it arrived. */
async function measured(caller: Caller, caseId: string, command: Input<'actOnCase'>['command']): Promise<CaseCommand> {
  if (command.type !== 'addEvidence') return command
  const { videos: videoIds = [], ...added } = command
  const [voices, videos] = await Promise.all([voicesOf(caller, command.voices, caseId), videosOf(caller, videoIds, caseId)])
  return { ...added, voices, videos }
}

/** What the community publishes itself: looked up only where a case is refused by it. */
async function criteriaFor(command: CaseCommand, communityId: string): Promise<PublishedCriterion[]> {
  return command.type === 'reject' && command.criterion.startsWith('own:') ? publishedBy(await communityOf(communityId)) : []
}

/** The case as it is now, with its money where the command is about any, else with who is there for its community; and who calls. */
async function look(caller: Caller, caseId: string, command: CaseCommandType): Promise<{ person: Person; stored: CaseDocument; around: Surroundings; staff: Staff | null; money: CaseMoney | null } | null> {
  if (!isAboutMoney(command)) {
    const found = await loadCallerAndCase(caller, caseId)
    return found && { ...found, money: null }
  }
  const found = await loadCallerAndMoney(caller, caseId)
  return found && { ...found, stored: found.money.stored, around: found.money.around, staff: null }
}
