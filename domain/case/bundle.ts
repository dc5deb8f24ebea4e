import { dueFor, type Deadline } from '../clock/deadlines'
import type { CaseState } from './case'
import { askedFor } from './negotiate'
import { pendingAt } from './effect'
import { isPaid } from './left'
import { basisOf, recoverable, type RecoveryBasis } from './recoverable'
import { holderOf } from './stage'

/** So many cases, and the fen they come to. */
export interface Tally {
  cases: number
  fen: number
}

/** What the cases of a bundle come to between leader and supplier. */
export interface BundleSum {
  /** All of them, also those that came to nothing; what may be claimed is not in its fen. */
  all: Tally
  /** Claimed and not answered. */
  claimed: Tally
  admitted: Tally
  disputed: Tally
  /** Not decided; as if every household got what it asks for. */
  undecided: Tally
  /** Of what was claimed: the household has its money already. */
  repaid: Tally
}

export type BundleState = 'claimed' | 'admitted' | 'disputed' | 'undecided' | 'nothing'

/** One case of a bundle, as far as leader and supplier have to agree on it. */
export interface BundleItem {
  caseId: string
  productId: string
  title: string
  spec: string
  state: BundleState
  /** Fen claimed, or that may be while it is undecided. */
  amount: number
  basis: RecoveryBasis
  /** The household has its money. */
  repaid: boolean
}

/** Everything of one supplier in one group-buy. */
export interface Bundle {
  sum: BundleSum
  products: { productId: string; title: string; spec: string; sum: BundleSum; caseIds: string[] }[]
  items: BundleItem[]
  /** The first answer that the supplier owes; null when it owes none. */
  due: Deadline | null
}

/** The case without a decision that may yet be taken back: the one view that leader and supplier share at every moment. */
export function inForce(c: CaseState, now: number): CaseState {
  return pendingAt(c, now)?.before ?? c
}

/**
 * The numbers of a bundle. One function for whoever asks: leader and supplier cannot read different sums. What was decided seconds ago and may
 * yet be taken back is in nobody's sum. Products and items come in the order of the cases.
 */
export function bundleOf(cases: readonly CaseState[], now: number): Bundle {
  const states = cases.map(c => inForce(c, now))
  const items = states.map(itemOf)
  const products = new Map<string, BundleItem[]>()
  for (const item of items) products.set(item.productId, [...products.get(item.productId) ?? [], item])
  const due = states.flatMap(c => dueFor(c, 'supplier') ?? []).sort((a, b) => a.dueAt - b.dueAt)[0] ?? null
  return {
    sum: sumOf(items), items, due,
    products: [...products.values()].flatMap(same => {
      const [first] = same
      return first ? [{ productId: first.productId, title: first.title, spec: first.spec, sum: sumOf(same), caseIds: same.map(i => i.caseId) }] : []
    }),
  }
}

function itemOf(c: CaseState): BundleItem {
  const state = bundleState(c)
  const amount = state === 'undecided' ? recoverable(c, askedFor(c)) : state === 'nothing' ? 0 : c.claimedFromSupplier
  return { caseId: c.id, productId: c.line.productId, title: c.line.title, spec: c.line.spec, state, amount, basis: basisOf(c), repaid: isPaid(c) }
}

function bundleState(c: CaseState): BundleState {
  // A carrier's part is no supplier's; what was settled between them is owed like what was admitted.
  if (c.recoverFrom === 'carrier') return 'nothing'
  if (c.standsAgainst) return 'disputed'
  if (c.recovery === 'settled') return c.claimedFromSupplier > 0 ? 'admitted' : 'nothing'
  if (c.recovery !== 'none') return c.recovery
  return c.decision !== 'agreed' && holderOf(c) !== null ? 'undecided' : 'nothing'
}

function sumOf(items: readonly BundleItem[]): BundleSum {
  const of = (some: readonly BundleItem[]): Tally => ({ cases: some.length, fen: some.reduce((total, i) => total + i.amount, 0) })
  const asked = items.filter(i => i.state !== 'undecided' && i.state !== 'nothing')
  const be = (state: BundleState) => of(items.filter(i => i.state === state))
  return {
    all: { cases: items.length, fen: of(asked).fen },
    claimed: be('claimed'), admitted: be('admitted'), disputed: be('disputed'), undecided: be('undecided'), repaid: of(asked.filter(i => i.repaid)),
  }
}
