import type { DamageStep } from '../../../../../domain/case/claim'
import { claimTrouble } from '../../../../../domain/case/claim'
import type { IntakeChannel } from '../../../../../domain/case/onBehalf'
import { REASONS, type Reason } from '../../../../../domain/case/reasons'
import type { BuyingHousehold, HouseholdLine, Input } from '../../../../../domain/contract/calls'
import { drawId } from '../../../../cloud/drawId'
import { gramsInSpec } from '../../../../pages/file/gramsInSpec'
import { claimOf, mostOf } from '../../../../pages/file/filing'

/** What the leader has put down so far for one neighbour; `caseId` makes filing it again safe. */
export interface BehalfDraft {
  caseId: string
  orderId: string | null
  lineId: string | null
  reason: Reason | null
  bad: number
  damage: DamageStep | null
  /** Grams, as typed. */
  promised: string
  actual: string
  channel: IntakeChannel | null
  words: string
}

export function newBehalf(over: Partial<BehalfDraft> = {}): BehalfDraft {
  return { caseId: drawId(), orderId: null, lineId: null, reason: null, bad: 1, damage: null, promised: '', actual: '', channel: null, words: '', ...over }
}

export interface Chosen {
  household: BuyingHousehold
  line: HouseholdLine
}

/** The household and what it bought, as far as they are chosen and still there. */
export function chosenIn({ orderId, lineId }: Pick<BehalfDraft, 'orderId' | 'lineId'>, households: readonly BuyingHousehold[]): { household: BuyingHousehold | null; line: HouseholdLine | null } {
  const household = households.find(h => h.orderId === orderId) ?? null
  return { household, line: household?.lines.find(l => l.lineId === lineId) ?? null }
}

/** A draft about another line: what was filled in for the old one has to fit the new. */
export function aboutLine(draft: BehalfDraft, line: HouseholdLine): BehalfDraft {
  return { ...draft, lineId: line.lineId, bad: Math.min(Math.max(1, draft.bad), line.quantity), promised: draft.promised === '' ? String(gramsInSpec(line.spec) ?? '') : draft.promised }
}

/** The first thing that is still missing, in words; null when it can be filed. */
export function missingIn(draft: BehalfDraft, households: readonly BuyingHousehold[], photos: number): string | null {
  const { household, line } = chosenIn(draft, households)
  if (!household) return '请选是哪一家'
  if (!line) return '请选是哪样东西'
  if (household.notClaimable !== null) return household.notClaimable
  if (line.openCaseId !== null) return '这件已经有一个问题在处理了'
  if (draft.reason === null) return '请选哪里不对'
  const claim = claimOf(draft)
  if (claim === null) return REASONS[draft.reason].measure === 'weight' ? '请填说好的重量和称出来的重量' : '请点一下坏了多少'
  const trouble = claimTrouble(line, draft.reason, claim)
  if (trouble) return trouble.message
  if (draft.channel === null) return '请选他是怎么说的'
  return photos === 0 && draft.words.trim() === '' ? '没有照片的话，请写上邻居是怎么说的' : null
}

/** What would be asked for: all that the claim is worth and the line has left. Fen; null while the claim is open. */
export function worthOf(draft: BehalfDraft, line: HouseholdLine): number | null {
  return mostOf(draft, { line, left: line.left })
}

/** The filing as the cloud takes it. Only for a draft that misses nothing. */
export function behalfInput(draft: BehalfDraft, households: readonly BuyingHousehold[], photos: string[]): Input<'fileOnBehalf'> {
  const { household, line } = chosenIn(draft, households)
  const claim = claimOf(draft)
  if (!household || !line || draft.reason === null || claim === null || draft.channel === null) throw new Error('this draft is not complete')
  const worth = worthOf(draft, line) ?? 0
  return {
    caseId: draft.caseId, orderId: household.orderId, lineId: line.lineId, channel: draft.channel, reason: draft.reason, claim,
    wish: worth > 0 ? { kind: 'refund', amount: worth } : { kind: 'none' }, photos, words: draft.words.trim(),
  }
}
