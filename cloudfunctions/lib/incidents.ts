import type { JointStep } from '../../domain/case/together'
import { _, findById, insertOnce, updateOne } from './database'
import { deriveId } from './deriveId'
import type { JointDecision } from './jointDecisions'

/** One bad batch: a product of a group-buy, and what was decided for all who have it. The cases themselves belong to it by what they are about. */
export interface IncidentDocument {
  _id: string
  communityId: string
  groupBuyId: string
  productId: string
  /** The decision of the many, ready for those who report later; `cases`: how many it was for, missing where it was kept before they were counted. */
  standing: { decisionId: string; step: JointStep; at: number; cases?: number } | null
  /** Cases that the leader took out: to be looked at alone. One may stand here twice. */
  odd: string[]
  createdAt: number
}

export interface Batch { groupBuyId: string; productId: string }

export function incidentIdOf({ groupBuyId, productId }: Batch): string {
  return deriveId('incident', groupBuyId, productId)
}

export async function loadIncident(batch: Batch): Promise<IncidentDocument | null> {
  return findById<IncidentDocument>('incidents', incidentIdOf(batch))
}

/** Decisions that mean the same for whoever reports later. */
const STANDS: readonly JointStep['type'][] = ['asAsked', 'share', 'perPiece']

/**
 * Keeps a joint decision ready for new cases on the same batch; the cases it was not for are the odd ones. What was decided for one or two afterwards
 * is not what everybody gets: the decision for the most stands, of equals the newer.
 */
export async function rememberDecision({ _id: decisionId, communityId, step, about, at, cases }: JointDecision): Promise<void> {
  if (communityId === null || about === null || !STANDS.includes(step.type)) return
  const { odd, ...batch } = about
  const _id = incidentIdOf(batch)
  const standing = { decisionId, step, at, cases: cases.length }
  if (await insertOnce<IncidentDocument>('incidents', { _id, communityId, ...batch, standing, odd, createdAt: at })) return
  await updateOne('incidents', { _id }, { odd: _.push([...odd]) })
  await updateOne('incidents', { _id, 'standing.cases': _.not(_.gt(cases.length)) }, { standing: _.set(structuredClone(standing)) })
}

/** A decision that was taken back is not ready for anybody. */
export async function forgetDecision(decisionId: string, batch: Batch): Promise<void> {
  await updateOne('incidents', { _id: incidentIdOf(batch), 'standing.decisionId': decisionId }, { standing: _.set(null) })
}
