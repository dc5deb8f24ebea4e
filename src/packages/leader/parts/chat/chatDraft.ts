import type { ChatProposal, ChatReading } from '../../../../../domain/orders/chatReading'
import type { BuyingHousehold } from '../../../../../domain/contract/calls'
import type { Refusal } from '../../../../../domain/contract/refusal'
import { forgetKept, readKept, writeKept } from '../../../../cloud/kept'
import { aboutLine, chosenIn, missingIn, newBehalf, type BehalfDraft } from '../behalf/behalfDraft'

/** One proposal and what the leader made of it. Its case's id was drawn with it: filing it again after a crash files it once. */
export interface ChatRow {
  proposal: ChatProposal
  draft: BehalfDraft
  /** Looked at and meant to be filed. Never set by the reading itself. */
  accepted: boolean
  /** The leader put something right in it. */
  changed?: boolean
  /** What came of filing it. */
  result: { state: 'filed' } | { state: 'refused'; why: Refusal } | null
}

/** A pasted chat as it is being worked through; kept on the phone until the leader is done with it. */
export interface ChatDraft {
  text: string
  rows: ChatRow[] | null
  passedOver: ChatReading['passedOver']
}

const keyOf = (groupBuyId: string) => `chat/${groupBuyId}`
export const EMPTY: ChatDraft = { text: '', rows: null, passedOver: [] }

export function openChat(groupBuyId: string): ChatDraft {
  return readKept<ChatDraft>(keyOf(groupBuyId)) ?? EMPTY
}

export function keepChat(groupBuyId: string, draft: ChatDraft): void {
  writeKept(keyOf(groupBuyId), draft)
}

export function forgetChat(groupBuyId: string): void {
  forgetKept(keyOf(groupBuyId))
}

/** What a reading gives to be looked at: filled in as far as the words go, accepted by nobody yet. */
export function rowsOf({ proposals }: ChatReading, households: readonly BuyingHousehold[]): ChatRow[] {
  return proposals.map(proposal => {
    const [first] = proposal.candidates
    const draft = newBehalf({
      orderId: first && !proposal.missing.includes('household') ? first.orderId : null, lineId: first && !proposal.missing.includes('goods') ? first.lineId : null,
      reason: proposal.reason, bad: proposal.pieces ?? 1, damage: 100, channel: 'groupChat', words: proposal.said,
    })
    const { line } = chosenIn(draft, households)
    return { proposal, draft: line ? aboutLine(draft, line) : draft, accepted: false, result: null }
  })
}

/** What the reading was sure of and nobody has said yes to. */
export function sureOnes(rows: readonly ChatRow[], households: readonly BuyingHousehold[]): ChatRow[] {
  return rows.filter(row => row.proposal.certainty === 'sure' && !row.accepted && row.result === null && missingIn(row.draft, households, 0) === null)
}

/** Whether beginning anew would lose work: something was looked through, and is not filed. */
export function isWorkedOn(rows: readonly ChatRow[]): boolean {
  return rows.some(row => row.result?.state !== 'filed' && (row.accepted || row.changed === true))
}

/** Rows that are ready to go: accepted and not filed yet. */
export function toFile(rows: readonly ChatRow[]): ChatRow[] {
  return rows.filter(row => row.accepted && row.result?.state !== 'filed')
}
