import { refusal, type Refusal } from '../contract/refusal'
import type { Case, CaseState } from './case'

/** A dismissed case that is gone on from: who decided it does not decide again. Person ids. */
export interface Follows {
  caseId: string
  notBy: string[]
}

/** Who could look at it at the moment of asking. Person ids. */
export interface Handlers {
  /** Of the desk that serves the community, who may decide there; none where there is no desk. */
  desk: readonly string[]
  /** The leader, and who decides in the leader's place. */
  leaders: readonly string[]
}

/** Who refused it and who dismissed the appeal, and whoever had already been left out. */
export function notByAgain({ state, events }: Pick<Case, 'state' | 'events'>): string[] {
  const decided = events.flatMap(e => (e.type === 'Rejected' || e.type === 'AppealDismissed' ? [e.by.personId] : []))
  return [...new Set([...state.follows?.notBy ?? [], ...decided])]
}

/** Whose it is now: the desk's, where somebody there had no part in it, else the leader's side. Null: nobody else is left. */
export function handlerAgain(notBy: readonly string[], { desk, leaders }: Handlers): 'operator' | 'leader' | null {
  const another = (people: readonly string[]) => people.some(id => !notBy.includes(id))
  return another(desk) ? 'operator' : another(leaders) ? 'leader' : null
}

/** Why a case cannot be asked again, or null. `followedBy`: the case in which it was. */
export function askAgainTrouble(old: CaseState, { words, photos }: { words: string; photos: readonly string[] }, followedBy: string | null): Refusal | null {
  if (old.decision !== 'dismissed') return refusal('WRONG_STATE', '这件事已经不在这一步了，请看看最新的情况', 'of')
  if (followedBy !== null || old.follows) return refusal('ASKED_AGAIN_ALREADY', '已经再说过一次了', 'of')
  const news = words.trim()
  const known = old.evidence.some(e => e.words.trim() === news)
  return (news === '' || known) && photos.length === 0 ? refusal('NOTHING_NEW', '请写原来没说过的，或者放原来没有的照片', 'words') : null
}

/** Whether somebody had their part in the case that this one goes on from. */
export function isLeftOut({ follows }: Pick<CaseState, 'follows'>, personId: string): boolean {
  return follows?.notBy.includes(personId) ?? false
}
