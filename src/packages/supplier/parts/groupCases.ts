import type { CaseCard } from '../../../../domain/people/caseView'

/** What is alike for a supplier: one product of one group-buy. */
export interface CaseGroup {
  key: string
  title: string
  spec: string
  groupBuyTitle: string
  cards: CaseCard[]
  /** Fen claimed, or that may be. */
  sum: number
  /** When the first of them has to be answered; null when none has. */
  due: CaseCard['myDue']
  /** Of what is claimed, cases whose household has its money already. */
  repaid: number
  /** The whole of this group-buy, to be answered together. */
  bundle: CaseCard['bundle']
}

/** Groups by product and group-buy, in the order in which the first of each came: what is due first stays first. */
export function groupCases(cards: readonly CaseCard[]): CaseGroup[] {
  const groups = new Map<string, CaseGroup>()
  for (const card of cards) {
    const key = JSON.stringify([card.bundle?.supplierId, card.bundle?.groupBuyId, card.groupBuyTitle, card.title, card.spec])
    const group = groups.get(key) ?? { key, title: card.title, spec: card.spec, groupBuyTitle: card.groupBuyTitle, cards: [], sum: 0, due: null, repaid: 0, bundle: card.bundle }
    group.cards.push(card)
    group.sum += atStake(card)
    if (card.stage === 'refunded' && card.recovery?.state !== 'none') group.repaid += 1
    if (card.myDue && (group.due === null || card.myDue.dueAt < group.due.dueAt)) group.due = card.myDue
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** What this case may cost the supplier: what is claimed; before a decision, what would be claimed if the household got what it asks for; nothing where it was refused or taken back. */
function atStake(card: CaseCard): number {
  if (card.recovery && card.recovery.state !== 'none') return card.recovery.amount
  return card.holder === null ? 0 : card.recovery?.expected ?? 0
}
