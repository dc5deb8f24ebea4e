import type { Case, CaseState, Party } from './case'
import type { CaseEvent } from './events'
import { UNDO_WINDOW } from '../clock/policy'
import { goodsState } from './goods'
import { holderOf, STAGE_WORDS, stageOf } from './stage'
import { storyFor, type StoryLine } from './story'

/** For tests only: a history as it was stored once, with what people saw of it then. */
export interface StoredHistory {
  name: string
  events: CaseEvent[]
  /** With until when everybody had then. */
  seen: Seen & { deadlines: unknown[] }
}

/** All that was stored at one time. */
export interface StoredAt {
  /** What the product could do then. */
  when: string
  histories: StoredHistory[]
}

/** What people see of a case. */
export interface Seen {
  stage: string
  holder: Party | null
  decision: CaseState['decision']
  goods: string
  /** Fen. */
  money: { state: CaseState['money']; amount: number; left: number }
  recovery: { state: CaseState['recovery']; claimed: number; from: string }
  /** By who reads it: the desk only since there was one. */
  story: Partial<Record<Party, StoryLine[]>>
}

/** What these parties see once everything is in effect. */
export function seenOf({ state, events }: Case, parties: readonly Party[]): Seen {
  return {
    stage: STAGE_WORDS[stageOf(state)], holder: holderOf(state), decision: state.decision, goods: goodsState(state),
    money: { state: state.money, amount: state.amount, left: state.line.left },
    recovery: { state: state.recovery, claimed: state.claimedFromSupplier, from: state.recoverFrom ?? 'supplier' },
    story: Object.fromEntries(parties.map(party => [party, storyFor(state, events, party, state.updatedAt + UNDO_WINDOW)])),
  }
}
