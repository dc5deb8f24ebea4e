import type { Wish } from '../../../../../domain/case/claim'
import { yuan } from '../../../../../domain/case/money'
import type { IntakeChannel } from '../../../../../domain/case/onBehalf'
import { REASONS } from '../../../../../domain/case/reasons'
import { BESIDE_GOODS } from '../../../../../domain/case/stage'
import type { BuyingHousehold, HouseholdLine, Input } from '../../../../../domain/contract/calls'
import { gramsInSpec } from '../../../../pages/file/gramsInSpec'
import { newDraft, type Draft } from '../../../../outbox/filingDraft'
import { claimGap, claimOf, factsOf, mostOf, wishOf } from '../../../../pages/file/filing'

/** What the leader has put down so far for one neighbour; `caseId` makes filing it again safe. */
export interface BehalfDraft extends Draft {
  orderId: string | null
  lineId: string | null
  channel: IntakeChannel | null
}

export function newBehalf(over: Partial<BehalfDraft> = {}): BehalfDraft {
  return { ...newDraft(), orderId: null, lineId: null, channel: null, ...over }
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
  if (line.openCaseId !== null && (draft.reason === null || !BESIDE_GOODS.includes(REASONS[draft.reason].class))) return '这件已经有一个问题在处理了'
  if (draft.reason === null) return '请选哪里不对'
  const trouble = claimGap(draft, line)
  if (trouble) return trouble.message
  if (draft.proof === 'receipt' && REASONS[draft.reason].measure === 'parts' && photos === 0) return '请放一张小票或者发票的照片'
  if (REASONS[draft.reason].class === 'service' && draft.about === null) return '请选说的是谁'
  const wish = wishIn(draft, line)
  if (wish === null || ('amount' in wish && wish.amount < 1)) return '请填想退多少钱'
  const most = mostOf(draft, { line, left: line.left }) ?? 0
  if ('amount' in wish && wish.amount > most) return `最多能退 ${yuan(most)}`
  if (draft.channel === null) return '请选他是怎么说的'
  return photos === 0 && draft.words.trim() === '' ? '没有照片的话，请写上邻居是怎么说的' : null
}

/** What would be asked for; null while the claim is open, or the smaller amount is not filled in. */
export function wishIn(draft: BehalfDraft, line: HouseholdLine): Wish | null {
  const most = mostOf(draft, { line, left: line.left })
  return most === null ? null : wishOf(draft, most)
}

/** The money of it: fen; null while it is not known, or it is not about money. */
export function worthOf(draft: BehalfDraft, line: HouseholdLine): number | null {
  const wish = wishIn(draft, line)
  return wish && 'amount' in wish ? wish.amount : null
}

/** The filing as the cloud takes it. Only for a draft that misses nothing. */
export function behalfInput(draft: BehalfDraft, households: readonly BuyingHousehold[], photos: string[]): Input<'fileOnBehalf'> {
  const { household, line } = chosenIn(draft, households)
  const claim = claimOf(draft)
  if (!household || !line || draft.reason === null || claim === null || draft.channel === null) throw new Error('this draft is not complete')
  const wish = wishIn(draft, line)
  if (wish === null) throw new Error('this draft has no wish')
  return {
    caseId: draft.caseId, orderId: household.orderId, lineId: line.lineId, channel: draft.channel, reason: draft.reason, claim,
    wish, photos, ...factsOf(draft), words: draft.words.trim(),
  }
}
