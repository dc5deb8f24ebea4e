import type { CaseState } from './case'
import { goodsState } from './goods'
import { grantsWish } from './negotiate'
import { holderOf } from './stage'

/** What happens by itself where the resident does not answer in time. It never takes anything from them. */
export type Silence = 'takesEffect' | 'offerStays' | 'offerEnds' | 'setAside' | 'returnWaits' | 'nothing'

/** In the words that stand beside the question. */
export const SILENCE_WORDS: Record<Silence, string> = {
  takesEffect: '到时候没点，就按您要的办。',
  offerStays: '到时候没点，先放一放：不算您同意，办法一直给您留着。',
  offerEnds: '到时候没点，先放一放：不算您同意，也不算您放弃。办法过了写的时间就点不了了，七天里随时可以接着说。',
  setAside: '到时候没补，先放一放：不算您放弃，七天里随时可以接着说，团长也可以按现有的先定。',
  returnWaits: '到时候没拿来，先放一放，钱也先不退：不算您放弃，七天里想退了再点一下就行。',
  nothing: '过了也不要紧，您该有的一直给您留着。',
}

/** What silence will do; null while nobody waits for the resident. */
export function silenceOf(c: CaseState): Silence | null {
  if (holderOf(c) !== 'resident') return null
  if (c.decision === 'evidence') return 'setAside'
  if (goodsState(c) === 'awaitingReturn') return 'returnWaits'
  if (c.decision !== 'offered') return 'nothing'
  if (grantsWish(c) !== null) return 'takesEffect'
  return c.offer?.options.some(o => o.until === undefined) ? 'offerStays' : 'offerEnds'
}

/** Whether a supplier who does not answer what is claimed has admitted it, as was agreed; a carrier never has. */
export function admitsBySilence(c: Pick<CaseState, 'silenceAdmits' | 'recoverFrom'>): boolean {
  return c.silenceAdmits === true && c.recoverFrom !== 'carrier'
}
