import type { CaseCommand } from '../../domain/case/commands'
import { decide } from '../../domain/case/decide'
import type { Input } from '../../domain/contract/calls'
import { DEFAULT_POLICY } from '../../domain/clock/policy'
import { Refused, refuse } from '../../domain/contract/refusal'
import { caseView } from '../../domain/people/caseView'
import { partyFor, relationsTo, viewerOf } from '../../domain/people/relation'
import type { Caller } from '../lib/caller'
import { caseOf, loadCase, momentFor, saveCase } from '../lib/cases'
import type { UseCase } from '../lib/door'
import { withFreshLeft } from '../lib/ownLine'
import { loadPerson } from '../lib/people'
import { usePhotos } from '../lib/photos'
import { useVoices, voicesOf } from '../lib/voices'
import { undoWindow } from '../lib/undoWindow'

/** Enough for the few who may act on one case at the same moment. */
const TRIES = 5

/** One step on a case: loaded, decided, written once. When somebody was faster it is decided again against what is there now. */
export const actOnCase: UseCase<'actOnCase'> = async (caller, { caseId, commandId, seen, as, command: said }, now) => {
  const loadingPerson = loadPerson(caller)
  const command = await measured(caller, caseId, said)
  for (let tried = 0; tried < TRIES; tried++) {
    const [person, stored] = await Promise.all([loadingPerson, loadCase(caseId)])
    const relations = stored ? relationsTo(stored.state, person) : []
    if (!stored || relations.length === 0) refuse('CASE_NOT_FOUND', '找不到这件事', 'caseId')
    const party = partyFor(relations, command.type, as)
    if (!party) refuse('NOT_ALLOWED', '您不能做这一步', 'command.type')
    const by = { party, personId: person._id }
    const viewer = viewerOf(person, party, stored.communityId)
    const known = stored.recheck ? await withFreshLeft(stored) : caseOf(stored)
    const decision = decide(known, command, { now: momentFor(stored, now), by, commandId, seen, undoWindow: undoWindow(), limit: viewer.limit ?? null })
    if ('refusal' in decision) throw new Refused(decision.refusal)
    const photos = 'photos' in command ? command.photos : 'onBehalf' in command ? command.onBehalf?.photos ?? [] : []
    if (decision.events.length > 0) await usePhotos(caller, photos, caseId)
    if (decision.events.length > 0 && command.type === 'addEvidence') await useVoices(caller, command.voices.map(v => v.id), caseId)
    const saved = await saveCase(stored, decision.events)
    if (saved) return { view: caseView(caseOf(saved), viewer, DEFAULT_POLICY, momentFor(saved, now)) }
  }
  throw new Error(`case ${caseId} changed ${TRIES} times while ${command.type} was decided`)
}

/** How long a voice is, nobody is believed: it was counted when it arrived. */
async function measured(caller: Caller, caseId: string, command: Input<'actOnCase'>['command']): Promise<CaseCommand> {
  return command.type === 'addEvidence' ? { ...command, voices: await voicesOf(caller, command.voices, caseId) } : command
}
