import type { Tally } from '../../../../domain/case/bundle'
import type { CaseCard } from '../../../../domain/people/caseView'

/** What is alike for a supplier: one product of one group-buy. */
export interface CaseGroup {
  key: string
  title: string
  spec: string
  groupBuyTitle: string
  cards: CaseCard[]
  /** What is claimed, answered or not. */
  claimed: Tally
  /** What the leader has not decided, as if the household got what it asks for. */
  undecided: Tally
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
    const group = groups.get(key) ?? { key, title: card.title, spec: card.spec, groupBuyTitle: card.groupBuyTitle, cards: [], claimed: { cases: 0, fen: 0 }, undecided: { cases: 0, fen: 0 }, due: null, repaid: 0, bundle: card.bundle }
    group.cards.push(card)
    const { recovery } = card
    if (recovery && recovery.state !== 'none') add(group.claimed, recovery.amount)
    else if (isUndecided(card)) add(group.undecided, recovery?.expected ?? 0)
    if (card.stage === 'refunded' && card.recovery?.state !== 'none') group.repaid += 1
    if (card.myDue && (group.due === null || card.myDue.dueAt < group.due.dueAt)) group.due = card.myDue
    groups.set(key, group)
  }
  return [...groups.values()]
}

function add(tally: Tally, fen: number): void {
  tally.cases += 1
  tally.fen += fen
}

/** What was agreed to without anything for the supplier to bear, refused or taken back comes to nothing. */
function isUndecided({ holder, stage }: CaseCard): boolean {
  return holder !== null && stage !== 'refunding'
}
