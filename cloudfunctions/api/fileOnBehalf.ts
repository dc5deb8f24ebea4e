import type { CaseEvent } from '../../domain/case/events'
import { fileCase as decideFiling } from '../../domain/case/file'
import type { Answers, Input } from '../../domain/contract/calls'
import { clocksOf } from '../../domain/clock/communityClocks'
import { Refused, refuse } from '../../domain/contract/refusal'
import type { Community } from '../../domain/orders/order'
import { caseView } from '../../domain/people/caseView'
import { operatorView } from '../../domain/people/operatorView'
import type { Person } from '../../domain/people/person'
import { viewerOf } from '../../domain/people/relation'
import type { Caller } from '../lib/caller'
import { stateLookedAt } from '../lib/caseMoney'
import { caseOf, insertCase, loadCase, type CaseDocument } from '../lib/cases'
import type { UseCase } from '../lib/door'
import { filedAbout, mustBeClaimable } from '../lib/filing'
import { lineToFileOn } from '../lib/ownLine'
import { releasePhotos, usePhotos } from '../lib/photos'

/**
 * The leader, or the community's desk, files what a neighbour said elsewhere. Whose case it is follows from who bound the order, not from the input; nobody yet: then it
 * waits for them. Safe to repeat, like a filing of one's own.
 */
export const fileOnBehalf: UseCase<'fileOnBehalf'> = (caller, input, now) => file(caller, input, now, false)

async function file(caller: Caller, input: Input<'fileOnBehalf'>, now: number, again: boolean): Promise<Answers['fileOnBehalf']> {
  const { orderId, lineId, channel, ...filing } = input
  const led = await lineToFileOn(caller, orderId, lineId, now, input)
  if (led.openCaseId !== null || led.cases.some(c => c.id === input.caseId)) return answer(sameFiling(await loadCase(input.caseId), caller, input), led, now)
  mustBeClaimable(led)
  const filed = decideFiling({ ...filing, voices: [] }, {
    now, by: { party: led.as, personId: caller.personId }, commandId: input.caseId, ...await filedAbout(led, now), beside: led.beside,
    onBehalf: { channel, residentId: led.order.residents[0] ?? null },
  })
  if ('code' in filed) throw new Refused(filed)
  await usePhotos(caller, filing.photos, filing.caseId)
  const inserted = await insertCase(filed, clocksOf(led.community))
  if (inserted) return answer(inserted, led, now)
  const stored = await loadCase(input.caseId)
  // What took the line meanwhile may be hidden from who files: then it is nothing to them.
  if (!stored && !led.beside && !again) return file(caller, input, now, true)
  const evidence = stored?.state.evidence.flatMap(e => e.photos) ?? []
  await releasePhotos(caller, filing.photos.filter(id => !evidence.includes(id)), filing.caseId)
  return answer(sameFiling(stored, caller, input), led, now)
}

/** The case with this id, if this leader filed it with this very input; anything else is an open case on the line. */
function sameFiling(stored: CaseDocument | null, caller: Caller, input: Input<'fileOnBehalf'>): CaseDocument {
  const [filed] = stored?.events ?? []
  if (!stored || filed?.type !== 'Filed' || filed.by.personId !== caller.personId || !sameInput(filed, input)) {
    refuse('LINE_HAS_OPEN_CASE', '这件东西已经有一个问题在处理了', 'lineId')
  }
  return stored
}

function sameInput(filed: Extract<CaseEvent, { type: 'Filed' }>, input: Input<'fileOnBehalf'>): boolean {
  const told = (f: Pick<Input<'fileOnBehalf'>, 'reason' | 'claim' | 'wish' | 'photos' | 'words' | 'about' | 'logistics'>) => JSON.stringify([f.reason, Object.entries(f.claim).sort(), Object.entries(f.wish).sort(), f.photos, f.words, f.about, f.logistics && Object.entries(f.logistics).sort()])
  return filed.line.orderId === input.orderId && filed.line.lineId === input.lineId && filed.channel === input.channel && told(filed) === told(input)
}

function answer(stored: CaseDocument, { person, as, community }: { person: Person; as: 'leader' | 'operator'; community: Community }, now: number) {
  const shownBy = as === 'operator' ? operatorView : caseView
  return { view: shownBy({ ...caseOf(stored), state: stateLookedAt(stored.state, { clocks: clocksOf(community) }) }, viewerOf(person, as, stored.communityId), now) }
}
