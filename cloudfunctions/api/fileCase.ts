import type { Case } from '../../domain/case/case'
import type { Video } from '../../domain/case/video'
import type { Voice } from '../../domain/case/voice'
import { fileCase as decideFiling, type Filing } from '../../domain/case/file'
import type { Input } from '../../domain/contract/calls'
import { clocksOf } from '../../domain/clock/communityClocks'
import { Refused, refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import { caseView } from '../../domain/people/caseView'
import type { Caller } from '../lib/caller'
import { stateLookedAt } from '../lib/caseMoney'
import { caseOf, insertCase, loadCase, type CaseDocument } from '../lib/cases'
import type { UseCase } from '../lib/door'
import { filedAbout, mustBeClaimable } from '../lib/filing'
import { ownLine } from '../lib/ownLine'
import { releasePhotos, usePhotos } from '../lib/photos'
import { releaseVideos, useVideos, videosOf } from '../lib/videos'
import { releaseVoices, useVoices, voicesOf } from '../lib/voices'

/**
 * Files a case. Safe to repeat: the client draws the case's id, and a repetition by the same person with the same input finds it.
 * Photos, voices and videos are taken first, so that a crash in between leaves them bound to an id that only this person's retry can complete.
 */
export const fileCase: UseCase<'fileCase'> = async (caller, input, now) => {
  const { orderId, lineId, voices: voiceIds = [], videos: videoIds = [], ...filing } = input
  const [own, voices, videos] = await Promise.all([ownLine(caller, orderId, lineId, now, input), voicesOf(caller, voiceIds, input.caseId), videosOf(caller, videoIds, input.caseId)])
  const { openCaseId, cases } = own
  // Already filed, perhaps already finished: the answer was lost on the way.
  if (openCaseId !== null || cases.some(c => c.id === input.caseId)) return { view: residentView(sameFiling(await loadCase(input.caseId), caller, input), own.community, caller, now) }
  mustBeClaimable(own)
  const filed = decideFiling({ ...filing, voices, videos }, { now, by: { party: 'resident', personId: caller.personId }, commandId: input.caseId, ...await filedAbout(own, now), beside: own.beside })
  if ('code' in filed) throw new Refused(filed)
  await usePhotos(caller, filing.photos, filing.caseId)
  await useVoices(caller, voiceIds, filing.caseId)
  await useVideos(caller, videoIds, filing.caseId)
  const inserted = await insertCase(filed, clocksOf(own.community))
  if (inserted) return { view: residentView(caseOf(inserted), own.community, caller, now) }
  // Only what no case holds is given back: the id may be that of an earlier case, whose evidence stays its own.
  const stored = await loadCase(input.caseId)
  const evidence = stored?.state.evidence.flatMap(e => [...e.photos, ...[...e.voices ?? [], ...e.videos ?? []].map(v => v.id)]) ?? []
  const free = (ids: readonly string[]) => ids.filter(id => !evidence.includes(id))
  await Promise.all([releasePhotos(caller, free(filing.photos), filing.caseId), releaseVoices(caller, free(voiceIds), filing.caseId), releaseVideos(caller, free(videoIds), filing.caseId)])
  return { view: residentView(sameFiling(stored, caller, input), own.community, caller, now) }
}


/** The case with this id, if this person filed it with this very input; anything else is somebody's open case on the line. */
function sameFiling(stored: CaseDocument | null, caller: Caller, input: Input<'fileCase'>): Case {
  // An id of one's own that is done with: what is filed anew is another case.
  if (stored?.state.residentId === caller.personId && stored.openKey === `done:${input.caseId}` && !sameInput(stored.events[0], input)) refuse('CASE_ID_USED', '这一件已经报过、也结束了，请退出去重新报一件', 'caseId')
  if (!stored || stored.state.residentId !== caller.personId || !sameInput(stored.events[0], input)) {
    refuse('LINE_HAS_OPEN_CASE', '这件东西已经有一个问题在处理了', 'lineId')
  }
  return caseOf(stored)
}

type Said = Omit<Filing, 'voices' | 'videos'>

function sameInput(filed: unknown, { orderId, lineId, voices = [], videos = [], ...filing }: Input<'fileCase'>): boolean {
  const first = filed as Said & { line: { orderId: string; lineId: string }; voices?: Voice[]; videos?: Video[] }
  const told = (f: Said, recorded: readonly string[]) => JSON.stringify([f.reason, Object.entries(f.claim).sort(), Object.entries(f.wish).sort(), f.photos, recorded, f.words, f.about, f.logistics && Object.entries(f.logistics).sort()])
  return first.line.orderId === orderId && first.line.lineId === lineId && told(first, [...first.voices ?? [], ...first.videos ?? []].map(v => v.id)) === told(filing, [...voices, ...videos])
}

function residentView(c: Case, community: Community, caller: Caller, now: number) {
  return caseView({ ...c, state: stateLookedAt(c.state, { clocks: clocksOf(community) }) }, { party: 'resident', personId: caller.personId }, now)
}
